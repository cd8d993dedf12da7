/// What Swift's protocols require of a type that conforms.
extension StandardLibrary {
    func declareRequirements() {
        declareCollectionRequirements()
        declareNumberRequirements()
        declareLiteralRequirements()
        for (name, text) in [
            ("CustomStringConvertible", "var description: String { get }"), ("CustomDebugStringConvertible", "var debugDescription: String { get }"),
            ("LosslessStringConvertible", "init?(_ description: String)"), ("TextOutputStream", "mutating func write(_ string: String)"),
            ("RandomNumberGenerator", "mutating func next() -> UInt64"), ("CaseIterable", "static var allCases: AllCases { get }"),
            ("RawRepresentable", "init?(rawValue: RawValue)"), ("RawRepresentable", "var rawValue: RawValue { get }"), ("OptionSet", "init(rawValue: RawValue)"),
        ] { table.require(name, text) }
        table.require("Identifiable", "var id: ID { get }", given: ["Self: AnyObject"])
        table.require("Equatable", "static func == (left: Self, right: Self) -> Bool", given: ["Self: Strideable", "Self: RawRepresentable"])
        table.require("Hashable", "func hash(into hasher: inout Hasher)", given: ["Self: RawRepresentable"])
        table.require("Comparable", "static func < (left: Self, right: Self) -> Bool", given: ["Self: Strideable"])
    }

    private func declareCollectionRequirements() {
        table.require("Sequence", "func makeIterator() -> some IteratorProtocol", given: ["Self: IteratorProtocol", "Self: Collection"])
        table.require("IteratorProtocol", "mutating func next() -> Element?")
        // Each of them asks for what the one above asks for, as Swift's do: it is the one that is named first.
        let forwards = "func index(after i: Index) -> Index"
        let stepping = ["Self: RandomAccessCollection, Index: Strideable"]
        for kind in ["Collection", "BidirectionalCollection", "RandomAccessCollection", "MutableCollection", "RangeReplaceableCollection"] {
            table.require(kind, "var startIndex: Index { get }")
            table.require(kind, "var endIndex: Index { get }")
            table.require(kind, "subscript(position: Index) -> Element { get\(kind == "MutableCollection" ? " set" : "") }")
            table.require(kind, forwards, given: stepping)
        }
        for kind in ["BidirectionalCollection", "RandomAccessCollection"] { table.require(kind, "func index(before i: Index) -> Index", given: stepping) }
        table.require("RangeReplaceableCollection", "init()")
        table.require("RangeReplaceableCollection", "mutating func replaceSubrange<C: Collection>(_ subrange: Range<Index>, with newElements: C)")
        table.require("SetAlgebra", "init()")
        for text in [
            "func contains(_ member: Element) -> Bool", "func union(_ other: Self) -> Self", "func intersection(_ other: Self) -> Self", "func symmetricDifference(_ other: Self) -> Self",
            "mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element)", "mutating func remove(_ member: Element) -> Element?",
            "mutating func update(with newMember: Element) -> Element?", "mutating func formUnion(_ other: Self)", "mutating func formIntersection(_ other: Self)",
            "mutating func formSymmetricDifference(_ other: Self)",
        ] { table.require("SetAlgebra", text, given: ["Self: OptionSet"]) }
    }

    private func declareNumberRequirements() {
        source(on: "AdditiveArithmetic where Self: ExpressibleByIntegerLiteral", "static var zero: Self {\n 0\n}", "Nothing: what adding it leaves as it is.", "func total<T: AdditiveArithmetic>(_ xs: [T]) -> T { xs.reduce(.zero, +) }\nprint(total([1.5, 2]))")
        table.require("AdditiveArithmetic", "static var zero: Self { get }", given: ["Self: ExpressibleByIntegerLiteral", "Self: Numeric"])
        for name in ["+", "-"] { table.require("AdditiveArithmetic", "static func \(name) (left: Self, right: Self) -> Self") }
        table.require("Numeric", "init?<T: BinaryInteger>(exactly source: T)")
        table.require("Numeric", "var magnitude: Magnitude { get }")
        table.require("Numeric", "static func * (left: Self, right: Self) -> Self")
        table.require("Numeric", "static func *= (left: inout Self, right: Self)")
        table.require("Numeric", "init(integerLiteral value: LiteralType)")
        table.require("Strideable", "func distance(to other: Self) -> Stride")
        table.require("Strideable", "func advanced(by n: Stride) -> Self")
    }

    private func declareLiteralRequirements() {
        for (name, label) in [
            ("Integer", "integerLiteral"), ("Float", "floatLiteral"), ("Boolean", "booleanLiteral"), ("Nil", "nilLiteral"), ("String", "stringLiteral"),
        ] { table.require("ExpressibleBy\(name)Literal", "init(\(label) value: LiteralType)") }
        table.require("ExpressibleByArrayLiteral", "init(arrayLiteral elements: ArrayLiteralElement...)", given: ["Self: SetAlgebra", "Self: OptionSet"])
        table.require("ExpressibleByDictionaryLiteral", "init(dictionaryLiteral elements: (Key, Value)...)")
    }
}
