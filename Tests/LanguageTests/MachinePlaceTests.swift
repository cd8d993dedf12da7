import Language
import Testing

/// Assigning to and changing places of every kind, without copies of what is not shared and without leaks.
@Suite struct MachinePlaceTests {
    private let row = Type.array(.int)

    @Test func nestedArraysChangeInPlaceAndCopiesStay() throws {
        let grid = Type.array(row)
        let text = try outcome(.tuple([grid, grid])) { tree in
            let a = variable("a", grid, in: tree.main)
            let b = variable("b", grid, in: tree.main)
            let cell: (Int, Int) -> Steps = {
                [(.arrayElement(int($0)), self.row), (.arrayElement(int($1)), .int)]
            }
            return [
                declare(a, array([array([int(1), int(2)]), array([int(3)])])),
                declare(b, read(a)),
                assign(place(a, cell(0, 1)), int(20)),
                modify(place(a, cell(1, 0)), .intMultiply, int(5)),
                perform(
                    apply(
                        .arrayAppend, .void,
                        address(place(a, [(.arrayElement(int(1)), row)])), int(9))),
                returns(make(.aggregate([read(a), read(b)]), .tuple([grid, grid]))),
            ]
        }
        #expect(text == "([[1, 20], [15, 9]], [[1, 2], [3]])")
    }

    @Test func structsInArraysInStructs() throws {
        let point = pointType()
        let holder = NominalType(name: "Holder", form: .structure)
        holder.fields = [
            NominalType.Field(name: "count", type: .int, isMutable: true),
            NominalType.Field(name: "points", type: .array(point), isMutable: true),
        ]
        holder.isComplete = true
        let type = Type.make(.nominal(holder, []))
        let text = try outcome(type) { tree in
            let h = variable("h", type, in: tree.main)
            let field: (Int, Type) -> Steps = {
                [
                    (.element(1), .array(point)), (.arrayElement(int(0)), point),
                    (.element($0), $1),
                ]
            }
            let value = make(.aggregate([double(1), string("p")]), point)
            return [
                declare(h, make(.aggregate([int(0), array([value])]), type)),
                modify(place(h, field(0, .double)), .doubleAdd, double(0.5)),
                modify(place(h, field(1, .string)), .stringConcatenate, string("!")),
                modify(place(h, [(.element(0), .int)]), .intAdd, int(1)),
                returns(read(h)),
            ]
        }
        #expect(text == "Holder(count: 1, points: [Point(x: 1.5, name: \"p!\")])")
    }

    @Test func fieldsOfElementsAreReadWithoutTheRest() throws {
        let point = pointType()
        let text = try outcome(.string) { tree in
            let points = variable("points", .array(point), in: tree.main)
            let value = make(.aggregate([double(1), string("p")]), point)
            let element = apply(.arrayGet, point, read(points), int(0))
            return [
                declare(points, array([value])),
                returns(
                    make(
                        .interpolation([
                            make(.element(element, 0), .double),
                            make(.element(element, 1), .string),
                        ]), .string)),
            ]
        }
        #expect(text == "1.0p")
    }

    @Test func elementsMoveInAndOutOfArrays() throws {
        let words = Type.array(.string)
        let text = try outcome(.string) { tree in
            let list = variable("list", words, in: tree.main)
            let fresh = { (text: String) in make(.interpolation([string(text)]), .string) }
            let here = { address(place(list)) }
            return [
                declare(list, array([fresh("a"), fresh("b"), fresh("c")])),
                perform(apply(.arrayInsert, .void, here(), fresh("x"), int(1))),
                perform(apply(.arrayRemove, .string, here(), int(0))),
                perform(apply(.arraySwap, .void, here(), int(0), int(2))),
                perform(apply(.arrayAppendContents, .void, here(), read(list))),
                perform(apply(.arrayReserve, .void, here(), int(100))),
                returns(
                    apply(
                        .stringConcatenate, .string, apply(.arrayRemoveLast, .string, here()),
                        make(.interpolation([read(list)]), .string))),
            ]
        }
        #expect(text == "x[\"c\", \"b\", \"x\", \"c\", \"b\"]")
    }

    @Test func objectsAreSharedAndTheirFieldsChange() throws {
        let node = NominalType(name: "Node", form: .reference)
        let type = Type.make(.nominal(node, []))
        node.fields = [
            NominalType.Field(name: "values", type: row, isMutable: true),
            NominalType.Field(name: "next", type: .optional(type), isMutable: true),
        ]
        let text = try outcome(row) { tree in
            let a = variable("a", type, in: tree.main)
            let b = variable("b", type, in: tree.main)
            let value = { make(.makeObject([array([int(1)]), none(type)]), type) }
            return [
                declare(a, value()),
                declare(b, value()),
                assign(place(read(a), [(.objectField(1), .optional(type))]), some(read(b))),
                perform(
                    apply(
                        .arrayAppend, .void,
                        address(
                            place(
                                read(a),
                                [
                                    (.objectField(1), .optional(type)), (.unwrap, type),
                                    (.objectField(0), row),
                                ])), int(2))),
                returns(make(.objectField(read(b), 0), row)),
            ]
        }
        #expect(text == "[1, 2]")
    }

    /// A list of a million objects lets go of its last one without a million native frames.
    @Test func aLongListGoesWithoutRecursion() throws {
        let node = NominalType(name: "Node", form: .reference)
        let type = Type.make(.nominal(node, []))
        node.fields = [NominalType.Field(name: "next", type: .optional(type), isMutable: true)]
        let text = try outcome(.int) { tree in
            let head = variable("head", .optional(type), in: tree.main)
            let i = variable("i", .int, in: tree.main)
            return [
                declare(head, none(type)),
                statement(
                    .forRange(
                        Label(), i, lower: int(0), upper: int(1_000_000), isClosed: false,
                        [assign(place(head), some(make(.makeObject([read(head)]), type)))])),
                returns(int(1)),
            ]
        }
        #expect(text == "1")
    }

    @Test func dictionariesAreReadChangedAndShared() throws {
        let type = Type.make(.nominal(.dictionary, [.string, row]))
        let text = try outcome(.tuple([type, type])) { tree in
            let a = variable("a", type, in: tree.main)
            let b = variable("b", type, in: tree.main)
            let entry: (String) -> Steps = {
                [(.dictionaryElement(string($0)), .optional(self.row))]
            }
            return [
                declare(a, make(.dictionary([(key: string("x"), value: array([int(1)]))]), type)),
                declare(b, read(a)),
                assign(place(a, entry("y")), some(array([int(2)]))),
                perform(
                    apply(
                        .arrayAppend, .void,
                        address(place(a, entry("x") + [(.unwrap, row)])), int(5))),
                assign(place(b, entry("x")), none(row)),
                returns(make(.aggregate([read(a), read(b)]), .tuple([type, type]))),
            ]
        }
        #expect(text == "([\"x\": [1, 5], \"y\": [2]], [:])")
    }

    @Test func computedPropertiesGetAndSet() throws {
        let point = pointType()
        let text = try outcome(.array(point)) { tree in
            let get = tree.function("getter:shout", .string)
            let own = variable("self", point, in: get)
            get.parameters = [own]
            get.body = [
                returns(
                    apply(
                        .stringConcatenate, .string, make(.element(read(own), 1), .string),
                        string("!")))
            ]
            let set = tree.function("setter:shout")
            let target = variable("self", point, in: set, isInout: true)
            let value = variable("newValue", .string, in: set)
            set.parameters = [target, value]
            set.body = [assign(place(target, [(.element(1), .string)]), read(value))]
            let points = variable("points", .array(point), in: tree.main)
            let steps: Steps = [
                (.arrayElement(int(0)), point), (.computed(get: get, set: set, []), .string),
            ]
            return [
                declare(points, array([make(.aggregate([double(1), string("p")]), point)])),
                modify(place(points, steps), .stringConcatenate, string("?")),
                returns(read(points)),
            ]
        }
        #expect(text == "[Point(x: 1.0, name: \"p!?\")]")
    }
}
