/// The protocols that Swift's own types share, and which type conforms to which.
extension StandardLibrary {
    /// A protocol of plain values; its parameters are the type that conforms and its associated types.
    private func declare(
        _ name: String, _ documentation: String, inheriting parents: [String] = [],
        associated: [String] = []
    ) {
        let type = NominalType(
            name: name, form: .protocolType,
            genericParameters: (["Self"] + associated).map { GenericParameter(name: $0) })
        type.hasPlainValues = true
        let head = parents.isEmpty ? "" : ": " + parents.joined(separator: ", ")
        table.add(
            Declaration(
                "protocol \(name)\(head)", documentation: documentation,
                implementation: .type(type)))
        for parent in parents { table.conform(name, to: parent) }
    }

    /// Those that stand nearer to a type come first: their members are preferred.
    func declareProtocols() {
        let parts = ["Element", "Index", "SubSequence"]
        declare("LazySequenceProtocol", "Sequences whose steps are done for an element when it is asked for.", inheriting: ["Sequence"], associated: parts)
        declare("StringProtocol", "Texts: String and Substring.", inheriting: ["BidirectionalCollection", "Hashable", "Comparable", "CustomStringConvertible"], associated: parts)
        declare("RandomAccessCollection", "Collections that reach any element at once.", inheriting: ["BidirectionalCollection"], associated: parts)
        declare("MutableCollection", "Collections whose elements can be assigned.", inheriting: ["Collection"], associated: parts)
        declare("RangeReplaceableCollection", "Collections that elements can be put into and taken out of.", inheriting: ["Collection"], associated: parts)
        declare("BidirectionalCollection", "Collections that can be walked backwards.", inheriting: ["Collection"], associated: parts)
        declare("OptionSet", "Sets of options, each of them a bit of a number.", inheriting: ["RawRepresentable", "Equatable", "ExpressibleByArrayLiteral"], associated: ["RawValue"])
        declare("RawRepresentable", "Values that stand for a simpler one, their `rawValue`.", associated: ["RawValue"])
        declare("CaseIterable", "Enums whose cases can be counted: `allCases`.", associated: ["AllCases"])
        declare("SetAlgebra", "Sets of values.", inheriting: ["Equatable", "ExpressibleByArrayLiteral"], associated: ["Element"])
        declare("Collection", "Sequences whose elements can be visited again, by their index.", inheriting: ["Sequence"], associated: parts)
        declare("Sequence", "What a for-in loop walks over.", associated: ["Element"])
        declare("IteratorProtocol", "Gives elements one after the other, with `next()`.", associated: ["Element"])
        declare("RangeExpression", "Ranges of any form.", associated: ["Bound"])
        declare("TextOutputStream", "What `print(_:to:)` writes to, with `write(_:)`.")
        declare("RandomNumberGenerator", "Gives random numbers.")
        declare("UnsignedInteger", "Whole numbers that are never negative.", inheriting: ["BinaryInteger"])
        declare("SignedInteger", "Whole numbers with a sign.", inheriting: ["BinaryInteger", "SignedNumeric"])
        declare("FixedWidthInteger", "Whole numbers of a fixed number of bits.", inheriting: ["BinaryInteger"])
        declare("BinaryInteger", "Whole numbers.", inheriting: ["Numeric", "Hashable", "Strideable"])
        declare("BinaryFloatingPoint", "Double and Float.", inheriting: ["FloatingPoint"])
        declare("FloatingPoint", "Numbers with fractions: Double and Float.", inheriting: ["SignedNumeric", "Hashable", "Strideable"])
        declare("SignedNumeric", "Numbers that can be negative.", inheriting: ["Numeric"])
        declare("Numeric", "Numbers: Int, Double, Float and their like.", inheriting: ["AdditiveArithmetic"])
        declare("AdditiveArithmetic", "Numbers that can be added.", inheriting: ["Equatable"])
        declare("Strideable", "Values that can be counted in steps.", inheriting: ["Comparable"])
        declare("_CountedBound", "Values of a cell that are counted in whole steps.", inheriting: ["Strideable"])
        declare("Comparable", "Values that can be ordered with `<`.", inheriting: ["Equatable"])
        declare("Hashable", "Values that can be keys.", inheriting: ["Equatable"])
        declare("Equatable", "Values that can be compared with `==`.")
        declare("LosslessStringConvertible", "Values that a text says in full.", inheriting: ["CustomStringConvertible"])
        declare("CustomStringConvertible", "Types that say themselves how they print, with `description`.")
        for (name, parents, documentation) in [
            ("CustomDebugStringConvertible", [], "Types that say themselves how they print inside other values, with `debugDescription`."),
            ("Error", [], "Values that can be thrown."), ("LocalizedError", ["Error"], "Errors that say in words what happened, with `errorDescription`."),
            ("Encodable", [], "Accepted as Swift has it; a cell writes no JSON with it."), ("Decodable", [], "Accepted as Swift has it; a cell reads no JSON with it."),
            ("Codable", ["Encodable", "Decodable"], "Accepted as Swift has it; a cell reads and writes no JSON with it."),
            ("Identifiable", [], "Values with an `id`."), ("Sendable", [], "Accepted as Swift has it; cells run on one thread."),
            ("Any", [], "A value of any type."), ("AnyObject", [], "An object: a value of any class."),
            ("AnyHashable", ["Hashable"], "A value of any type that can be a key."),
            ("ExpressibleByIntegerLiteral", [], "Types that a whole number stands for, by `init(integerLiteral:)`."),
            ("ExpressibleByFloatLiteral", [], "Types that a number stands for, by `init(floatLiteral:)`."),
            ("ExpressibleByBooleanLiteral", [], "Types that true and false stand for, by `init(booleanLiteral:)`."),
            ("ExpressibleByNilLiteral", [], "Types that nil stands for, by `init(nilLiteral:)`."),
            ("ExpressibleByStringLiteral", [], "Types that a text stands for, by `init(stringLiteral:)`."),
            ("ExpressibleByUnicodeScalarLiteral", [], "Types that one character stands for."),
            ("ExpressibleByExtendedGraphemeClusterLiteral", [], "Types that one character stands for."),
            ("ExpressibleByStringInterpolation", ["ExpressibleByStringLiteral"], "Types that a text with values stands for."),
            ("ExpressibleByArrayLiteral", [], "Types that a list in brackets stands for, by `init(arrayLiteral:)`."),
            ("ExpressibleByDictionaryLiteral", [], "Types that keys with values stand for, by `init(dictionaryLiteral:)`."),
        ] as [(String, [String], String)] {
            let head = parents.isEmpty ? "" : ": " + parents.joined(separator: ", ")
            table.add(Declaration("protocol \(name)\(head)", documentation: documentation, implementation: .type(NominalType(name: name, form: .protocolType))))
            for parent in parents { table.conform(name, to: parent) }
        }
        declareRequirements()
        source(on: "AnyHashable", "var base: Any {\n self\n}", "The value that the key was made of.", "let key: AnyHashable = 3\nprint(key.base)")
        table.conform("String", to: "TextOutputStream")
        for (name, members) in StandardLibrary.promised { table.promised[name] = Set(members.split(separator: " ").map(String.init)) }
        declareConformances()
    }

    /// Members that a generic function may use of a type it only knows to conform, as Swift's own protocols have them.
    private static let promised = [
        "Sequence": "makeIterator underestimatedCount lazy",
        "IteratorProtocol": "next",
        "Collection": "startIndex endIndex index formIndex indices distance count isEmpty first",
        "BidirectionalCollection": "index formIndex last",
        "MutableCollection": "swapAt sort reverse shuffle partition",
        "RangeReplaceableCollection":
            "append insert remove removeAll removeFirst removeLast removeSubrange replaceSubrange reserveCapacity popLast popFirst",
        "SetAlgebra":
            "contains insert remove update isEmpty union intersection subtracting symmetricDifference formUnion formIntersection subtract "
            + "formSymmetricDifference isSubset isSuperset isStrictSubset isStrictSuperset isDisjoint",
        "StringProtocol":
            "lowercased uppercased capitalized hasPrefix hasSuffix utf8 utf16 unicodeScalars components replacingOccurrences trimmingCharacters range",
        "TextOutputStream": "write",
        "RangeExpression": "contains relative",
        "RandomNumberGenerator": "next",
        "Hashable": "hash hashValue",
        "Strideable": "distance advanced",
        "Numeric": "magnitude",
        "SignedNumeric": "negate",
        "BinaryInteger": "bitWidth trailingZeroBitCount isMultiple quotientAndRemainder signum words",
        "FixedWidthInteger":
            "nonzeroBitCount leadingZeroBitCount byteSwapped bigEndian littleEndian addingReportingOverflow subtractingReportingOverflow "
            + "multipliedReportingOverflow dividedReportingOverflow remainderReportingOverflow multipliedFullWidth dividingFullWidth",
        "FloatingPoint":
            "isNaN isFinite isInfinite isZero isNormal isSubnormal isSignalingNaN isCanonical sign exponent significand ulp nextUp nextDown "
            + "rounded round squareRoot formSquareRoot remainder formRemainder truncatingRemainder formTruncatingRemainder addingProduct "
            + "addProduct isEqual isLess isLessThanOrEqualTo isTotallyOrdered floatingPointClass",
        "BinaryFloatingPoint": "binade exponentBitPattern significandBitPattern significandWidth",
        "CustomStringConvertible": "description",
        "CustomDebugStringConvertible": "debugDescription",
        "Error": "localizedDescription",
        "LocalizedError": "errorDescription failureReason recoverySuggestion helpAnchor",
        "RawRepresentable": "rawValue",
        "Identifiable": "id",
    ]

    private func declareConformances() {
        for type in NominalType.integers {
            table.conform(type.name, to: "FixedWidthInteger")
            table.conform(type.name, to: type.isSignedInteger ? "SignedInteger" : "UnsignedInteger")
        }
        for type in ["Double", "Float"] { table.conform(type, to: "BinaryFloatingPoint") }
        for type in NominalType.integers.map(\.name) + ["Double", "Float", "Bool", "Character", "String", "Substring"] {
            table.conform(type, to: "Hashable")
            if type != "Bool" { table.conform(type, to: "Comparable") }
            table.conform(type, to: "LosslessStringConvertible")
        }
        let text = ["Element": "Character", "Index": "String.Index", "SubSequence": "Substring"]
        for type in ["String", "Substring"] {
            table.conform(type, to: "StringProtocol", types: text)
            table.conform(type, to: "RangeReplaceableCollection")
        }
        for type in ["Array", "ArraySlice"] {
            let parts = ["Element": "Element", "Index": "Int", "SubSequence": "ArraySlice<Element>", "Indices": "Range<Int>"]
            table.conform(type, to: "RandomAccessCollection", types: parts)
            table.conform(type, to: "MutableCollection")
            table.conform(type, to: "RangeReplaceableCollection")
            table.conform(type, to: "CustomStringConvertible")
        }
        for type in ["Array", "ArraySlice", "Set", "Optional", "Range", "ClosedRange"] {
            for name in ["Equatable", "Hashable"] { table.conform(type, to: name, where: [name]) }
        }
        table.conform("Dictionary", to: "Equatable", where: ["", "Equatable"])
        table.conform("Dictionary", to: "Hashable", where: ["", "Hashable"])
        table.conform("Dictionary", to: "CustomStringConvertible")
        table.conform("Set", to: "CustomStringConvertible")
        table.conform("Dictionary", to: "Collection", types: ["Element": "(key: Key, value: Value)", "Index": "DictionaryIndex", "SubSequence": "ArraySlice<(key: Key, value: Value)>", "Keys": "DictionaryKeys<Key, Value>", "Values": "DictionaryValues<Key, Value>"])
        table.conform("Set", to: "Collection", types: ["Element": "Element", "Index": "DictionaryIndex", "SubSequence": "ArraySlice<Element>"])
        table.conform("Set", to: "SetAlgebra")
        table.conform("DictionaryKeys", to: "Collection", types: ["Element": "Key", "Index": "Int", "SubSequence": "ArraySlice<Key>"])
        table.conform("DictionaryValues", to: "Collection", types: ["Element": "Value", "Index": "Int", "SubSequence": "ArraySlice<Value>"])
        for type in ["DictionaryKeys", "DictionaryValues"] { table.conform(type, to: "CustomStringConvertible") }
        table.conform("KeyValuePairs", to: "RandomAccessCollection", types: ["Element": "(key: Key, value: Value)", "Index": "Int", "SubSequence": "ArraySlice<(key: Key, value: Value)>"])
        table.conform("DictionaryKeys", to: "Equatable")
        let whole = ["Element": "Bound", "Index": "Bound", "SubSequence": "Range<Bound>"]
        for type in ["Range", "ClosedRange"] {
            table.conform(type, to: "RandomAccessCollection", where: ["BinaryInteger"], types: whole)
            table.conform(type, to: "BidirectionalCollection", where: ["_CountedBound"], types: ["Element": "Bound", "Index": "Bound", "SubSequence": "Slice<\(type)<Bound>>"])
            table.conform(type, to: "CustomStringConvertible")
        }
        table.conform("PartialRangeFrom", to: "Sequence", where: ["_CountedBound"], types: ["Element": "Bound"])
        for type in ["Range", "ClosedRange", "PartialRangeFrom", "PartialRangeUpTo", "PartialRangeThrough"] {
            table.conform(type, to: "RangeExpression", types: ["Bound": "Bound"])
        }
        table.conform("PartialRangeFrom", to: "Sequence", where: ["BinaryInteger"], types: ["Element": "Bound"])
        for type in ["StrideTo", "StrideThrough", "UnfoldSequence", "UnfoldFirstSequence", "UnfoldStateSequence", "AnySequence", "AnyIterator"] {
            table.conform(type, to: "Sequence", types: ["Element": "Element"])
        }
        declareViewConformances()
        for name in ["Sequence", "IteratorProtocol"] { table.conform("IndexingIterator", to: name, where: ["Collection"], types: ["Element": "Elements.Element"]) }
        for type in ["AnyIterator", "UnfoldSequence", "UnfoldFirstSequence", "UnfoldStateSequence"] { table.conform(type, to: "IteratorProtocol") }
        table.conform("StringIterator", to: "IteratorProtocol", types: ["Element": "Character"])
        table.conform("SystemRandomNumberGenerator", to: "RandomNumberGenerator")
        table.conform("Unicode.Scalar", to: "LosslessStringConvertible")
        for type in ["String.Index", "DictionaryIndex", "Unicode.Scalar", "Duration", "Instant", "Date"] {
            table.conform(type, to: "Hashable")
            table.conform(type, to: "Comparable")
        }
    }

    /// What looks at another sequence is what that one is.
    private func declareViewConformances() {
        let kinds = ["RandomAccessCollection", "BidirectionalCollection", "Collection"]
        func conform(_ name: String, _ kinds: [String], _ element: String, index: String, part: String = "") {
            let types = ["Element": element, "Index": index, "SubSequence": part.isEmpty ? "Slice<\(name)<Base>>" : part]
            for kind in kinds { table.conform(name, to: kind, where: [kind], types: types) }
            table.conform(name, to: "Sequence", where: ["Sequence"], types: ["Element": element])
        }
        table.conform("ReversedCollection", to: "RandomAccessCollection", where: ["BidirectionalCollection"], types: ["Element": "Base.Element", "Index": "Int", "SubSequence": "Slice<ReversedCollection<Base>>"])
        conform("EnumeratedSequence", kinds, "(offset: Int, element: Base.Element)", index: "EnumeratedIndex")
        table.conform("Zip2Sequence", to: "Sequence", where: ["Sequence", "Sequence"], types: ["Element": "(Sequence1.Element, Sequence2.Element)"])
        table.conform("Repeated", to: "RandomAccessCollection", types: ["Element": "Element", "Index": "Int", "SubSequence": "Slice<Repeated<Element>>"])
        for kind in ["BidirectionalCollection", "Collection"] {
            table.conform("FlattenSequence", to: kind, where: ["\(kind) & Element: \(kind)"], types: ["Element": "Base.Element.Element", "Iterator": "UnfoldSequence<Base.Element.Element>", "Index": "FlattenIndex<Base>", "SubSequence": "Slice<FlattenSequence<Base>>"])
        }
        table.conform("FlattenSequence", to: "Sequence", where: ["Sequence & Element: Sequence"], types: ["Element": "Base.Element.Element", "Iterator": "UnfoldSequence<Base.Element.Element>"])
        conform("Slice", kinds, "Base.Element", index: "Base.Index", part: "Slice<Base>")
        for name in ["PrefixSequence", "DropFirstSequence"] {
            table.conform(name, to: "Sequence", where: ["Sequence"], types: ["Element": "Base.Element"])
        }
        table.conform("Slice", to: "LazySequenceProtocol", where: ["LazySequenceProtocol"])
        for name in ["LazySequence", "LazyMapSequence", "LazyFilterSequence", "LazyPrefixWhileSequence", "LazyDropWhileSequence"] {
            table.conform(name, to: "LazySequenceProtocol", where: ["Sequence"])
        }
        conform("LazySequence", ["BidirectionalCollection", "Collection"], "Base.Element", index: "Base.Index")
        conform("LazyFilterSequence", ["BidirectionalCollection", "Collection"], "Base.Element", index: "Base.Index", part: "LazyFilterSequence<Base.SubSequence>")
        conform("LazyPrefixWhileSequence", ["BidirectionalCollection", "Collection"], "Base.Element", index: "LazyPrefixWhileIndex<Base>")
        conform("LazyDropWhileSequence", ["BidirectionalCollection", "Collection"], "Base.Element", index: "Base.Index")
        conform("LazyMapSequence", ["BidirectionalCollection", "Collection"], "Element", index: "Base.Index", part: "LazyMapSequence<Base.SubSequence, Element>")
    }
}
