import Language
import Testing

/// A value of the library, as a struct of one reference, that counts how often it is copied.
private struct Matrix: CellObject {
    final class Storage {
        var values: [Double]
        init(_ values: [Double]) { self.values = values }
    }
    var storage: Storage
    static nonisolated(unsafe) var copies = 0

    mutating func add(_ value: Double) {
        if !isKnownUniquelyReferenced(&storage) {
            Matrix.copies += 1
            storage = Storage(storage.values)
        }
        for index in storage.values.indices { storage.values[index] += value }
    }
}

private final class Counter: CellObject {
    var count = 0
    static nonisolated(unsafe) var alive = 0
    init() { Counter.alive += 1 }
    deinit { Counter.alive -= 1 }
}

private struct ShapeError: FaultConvertible {
    var faultKind: String { "ShapeError" }
    var faultMessage: String { "cannot add shapes [2, 3] and [4]" }
    var faultHelp: String? { "reshape one of them" }
}

private func nativeType(_ name: String) -> Type {
    .make(.nominal(NominalType(name: name, form: .native), []))
}

@Suite(.serialized) struct RuntimeNativeTests {
    @Test func everyArityAndShapeOfValueGoesThrough() throws {
        let none = NativeFunction("none") { () -> Int in 7 }
        #expect(try outcome(call(none, .int)) == "7")
        let one = NativeFunction("one") { (a: [Double]) -> Double in a.reduce(0, +) }
        #expect(try outcome(call(one, .double, array([double(1), double(2)]))) == "3.0")
        let two = NativeFunction("two") { (a: String, b: Int) -> [String] in
            Array(repeating: a, count: b)
        }
        #expect(try outcome(call(two, .array(.string), string("a"), int(2))) == "[\"a\", \"a\"]")
        let three = NativeFunction("three") { (a: Int?, b: String?, c: Bool) -> String in
            "\(a.map(String.init) ?? "nil") \(b ?? "nil") \(c)"
        }
        #expect(
            try outcome(call(three, .string, noValue(.int), some(string("x")), bool(true)))
                == "nil x true")
        let four = NativeFunction("four") {
            (a: Float, b: Range<Int>, c: [[Int]], d: Character) -> String in
            "\(a) \(b) \(c) \(d)"
        }
        #expect(
            try outcome(
                call(
                    four, .string, make(.floating(0.5), .float),
                    make(.range([int(1), int(3)]), .make(.nominal(.range, [.int]))),
                    array([array([int(1)])]), make(.string("é"), .character)))
                == "0.5 1..<3 [[1]] é")
        let pair = NativeFunction("pair") { (a: Int) -> (String, [Int]) in ("\(a)", [a, a]) }
        #expect(
            try outcome(call(pair, .tuple([.string, .array(.int)]), int(3))) == "(\"3\", [3, 3])")
        let nothing = NativeFunction("nothing") { (_: Int) -> Void in }
        #expect(try outcome { _ in [perform(call(nothing, .void, int(1)))] } == "()")
    }

    @Test func errorsOfTheLibraryKeepTheirWords() throws {
        let failing = NativeFunction("add") { (a: String) throws -> String in throw ShapeError() }
        let text = try outcome { tree in
            [
                perform(
                    make(
                        .callNative(
                            failing, typeArguments: [],
                            [make(.interpolation([string("owned")]), .string)]), .string,
                        tree.range("a + b")))
            ]
        }
        #expect(text == "ShapeError: cannot add shapes [2, 3] and [4] | <cell> «a + b»")
    }

    @Test func objectsLiveAsLongAsTheCellHoldsThem() throws {
        let type = nativeType("Counter")
        let makeCounter = NativeFunction("Counter") { () -> Counter in Counter() }
        let increment = NativeFunction("increment") { (counter: Counter) -> Int in
            counter.count += 1
            return counter.count
        }
        let text = try outcome(.int) { tree in
            let first = variable("first", type, in: tree.main)
            let second = variable("second", type, in: tree.main)
            return [
                declare(first, call(makeCounter, type)),
                declare(second, read(first)),
                perform(call(increment, .int, read(first))),
                returns(call(increment, .int, read(second))),
            ]
        }
        #expect(text == "2")
        #expect(Counter.alive == 0)
    }

    @Test func inoutChangesAValueInPlaceWhenNobodySharesIt() throws {
        let type = nativeType("Matrix")
        let makeMatrix = NativeFunction("Matrix") { (values: [Double]) -> Matrix in
            Matrix(storage: Matrix.Storage(values))
        }
        let add = NativeFunction("+=") { (matrix: Inout<Matrix>, value: Double) -> Void in
            try matrix.mutate { $0.add(value) }
        }
        let values = NativeFunction("values") { (matrix: Matrix) -> [Double] in
            matrix.storage.values
        }
        #expect(add.isInout == [true, false])
        Matrix.copies = 0
        let text = try outcome(.tuple([.array(.double), .array(.double)])) { tree in
            let a = variable("a", type, in: tree.main)
            let b = variable("b", type, in: tree.main)
            return [
                declare(a, call(makeMatrix, type, array([double(1)]))),
                perform(call(add, .void, address(place(a)), double(1))),
                declare(b, read(a)),
                perform(call(add, .void, address(place(b)), double(5))),
                returns(
                    make(
                        .aggregate([
                            call(values, .array(.double), read(a)),
                            call(values, .array(.double), read(b)),
                        ]),
                        .tuple([.array(.double), .array(.double)]))),
            ]
        }
        #expect(text == "([2.0], [7.0])")
        #expect(Matrix.copies == 1)
    }

    @Test func aFaultInACallbackComesOutOfTheLibraryWithBothTracebacks() throws {
        let map = NativeFunction("map") {
            (values: [Int], body: CellClosure<Int, Int>) throws -> [Int] in
            try values.map { try body($0) }
        }
        for (bad, expected) in [(false, "[10, 20]"), (true, "")] {
            let text = try outcome(.array(.int)) { tree in
                let closure = tree.function("closure", .int)
                let x = variable("x", .int, in: closure)
                closure.parameters = [x]
                let divisor = bad ? apply(.intSubtract, .int, read(x), read(x)) : int(1)
                closure.body = [
                    returns(
                        apply(
                            .intDivide, .int, apply(.intMultiply, .int, read(x), int(10)), divisor,
                            at: tree.range("x * 10 / y")))
                ]
                return [
                    returns(
                        make(
                            .callNative(
                                map, typeArguments: [],
                                [
                                    array([int(1), int(2)]),
                                    make(.closure(closure), .function([.int], .int)),
                                ]), .array(.int), tree.range("map")))
                ]
            }
            #expect(
                text
                    == (bad
                        ? "DivisionByZero: division by zero: 10 / 0 | closure «x * 10 / y» | <cell> «map»"
                        : expected))
        }
    }

    /// Arguments and results that own something, through the library and back.
    @Test func callbacksWithReferencesLeaveNothingBehind() throws {
        let join = NativeFunction("join") {
            (words: [String], body: CellClosure<String, String, [Int]>) throws -> [String] in
            try words.map { try body($0, [1, 2]) }
        }
        let text = try outcome(.array(.string)) { tree in
            let suffix = variable("suffix", .string, in: tree.main, captured: true)
            let closure = tree.function("closure", .string)
            let word = variable("word", .string, in: closure)
            let numbers = variable("numbers", .array(.int), in: closure)
            closure.parameters = [word, numbers]
            closure.captures = [suffix]
            closure.body = [
                returns(make(.interpolation([read(word), read(numbers), read(suffix)]), .string))
            ]
            let type = Type.function([.string, .array(.int)], .string)
            return [
                declare(suffix, make(.interpolation([string("!")]), .string)),
                returns(
                    call(
                        join, .array(.string), array([string("a"), string("b")]),
                        make(.closure(closure), type))),
            ]
        }
        #expect(text == "[\"a[1, 2]!\", \"b[1, 2]!\"]")
    }

    @Test func anErrorThrownInACallbackIsCaughtByTheCellAroundIt() throws {
        let run = NativeFunction("run") { (body: CellClosure<Int>) throws -> Int in try body() }
        let type = Type.make(.existential(NominalType(name: "Error", form: .protocolType)))
        let text = try outcome(.string) { tree in
            let closure = tree.function("closure", .int)
            closure.body = [
                statement(
                    .throw(
                        make(.existential(make(.interpolation([string("oops")]), .string)), type)))
            ]
            let error = variable("error", type, in: tree.main)
            return [
                statement(
                    .doCatch(
                        [perform(call(run, .int, make(.closure(closure), .function([], .int))))],
                        error: error,
                        [([], [returns(make(.interpolation([read(error)]), .string))])])),
                returns(string("not thrown")),
            ]
        }
        #expect(text == "oops")
    }
}

private func noValue(_ type: Type) -> Expression { none(type) }
