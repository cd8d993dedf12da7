/// What tells objects and types apart, and what a program knows of how it was started.
extension StandardLibrary {
    func declareIdentity() {
        _ = structure("ObjectIdentifier", [], "Says which object, or which type, something is.", "class C {}\nlet c = C()\nprint(ObjectIdentifier(c) == ObjectIdentifier(c), ObjectIdentifier(c) == ObjectIdentifier(C()))") { _ in [("_address", .int, false)] }
        let address = NativeFunction(name: "ObjectIdentifier", isInout: [false]) { frame in
            frame.result[0] = frame.arguments[0]
        }
        native(on: "ObjectIdentifier", "init(_ object: AnyObject)", "Of an object.", address)
        native(on: "ObjectIdentifier", "init(_ type: Any.Type)", "Of a type.", address)
        source(on: "ObjectIdentifier", "func < (_ left: ObjectIdentifier, _ right: ObjectIdentifier) -> Bool {\n left._address < right._address\n}", "Some order, the same as long as the objects live.")
        for name in ["Hashable", "Comparable"] { table.conform("ObjectIdentifier", to: name) }
        table.add(Declaration("enum CommandLine", documentation: "How the program was started.", example: "print(CommandLine.arguments.count > 0)", implementation: .type(NominalType(name: "CommandLine", form: .native))))
        source(on: "CommandLine", "static var arguments: [String] {\n [\"vencejo\"]\n}", "The program's name; a cell is given no arguments.")
        source(on: "CommandLine", "static var argc: Int32 {\n 1\n}", "How many arguments there are, the program's name among them.")
        source("func numericCast<T: BinaryInteger, U: BinaryInteger>(_ x: T) -> U {\n U(x)\n}", "The number as one of the type that is wanted; an error where it does not fit.", "let n: UInt8 = numericCast(7)\nprint(n)")
        source(on: "Sequence", "func _array() -> [Element] {\n Array(self)\n}", "The elements as an array.")
        source(on: "Sequence where Self: IteratorProtocol", "func makeIterator() -> Self {\n self\n}", "The sequence itself, which gives its elements one after the other.")
        source(on: "String.Index", "func utf16Offset<S: StringProtocol>(in text: S) -> Int {\n text[text.startIndex..<self].utf16.count\n}", "How many units of UTF-16 lie in front of the position.", "let text = \"héllo\"\nprint(text.firstIndex(of: \"l\")!.utf16Offset(in: text))")
        source(on: "ComparisonResult", "var rawValue: Int {\n switch self {\n case .orderedAscending: return -1\n case .orderedSame: return 0\n case .orderedDescending: return 1\n }\n}", "-1, 0 or 1.", "print(\"a\".compare(\"b\").rawValue)")
        native("func isKnownUniquelyReferenced<T: AnyObject>(_ object: inout T) -> Bool", "Whether nothing else refers to an object: what copies it only when it has to asks so.", "class C {}\nvar a = C()\nprint(isKnownUniquelyReferenced(&a))\nlet b = a\nprint(isKnownUniquelyReferenced(&a), b === a)", NativeFunction(name: "isKnownUniquelyReferenced", isInout: [true]) { frame in
            let place = Slots(bitPattern: UInt(frame.arguments[0])).unsafelyUnwrapped
            (place[0] != 0 && HeapObject.isUnique(place[0])).store(frame.result)
        })
        for name in NominalType.integers.map(\.name) + ["Double", "Float"] {
            source(on: name, "init() {\n self = 0\n}", "Zero.", name == "Int" ? "print(Int() + 1)" : "")
        }
        source(on: "Bool", "init() {\n self = false\n}", "false.", "print(Bool())")
        declareOptionSets()
    }

    /// Sets of flags in one number.
    private func declareOptionSets() {
        let type = NominalType(name: "OptionSet", form: .protocolType, genericParameters: ["Self", "RawValue"].map { GenericParameter(name: $0) })
        type.hasPlainValues = true
        table.add(Declaration("protocol OptionSet: RawRepresentable, Equatable", documentation: "Flags that can be set together, each a bit of `rawValue`.", example: "struct Style: OptionSet {\n let rawValue: Int\n static let bold = Style(rawValue: 1)\n static let thin = Style(rawValue: 2)\n}\nlet style: Style = [.bold, .thin]\nprint(style.contains(.bold), style.rawValue)", implementation: .type(type)))
        for parent in ["RawRepresentable", "Equatable", "ExpressibleByArrayLiteral"] { table.conform("OptionSet", to: parent) }
        func member(_ text: String, _ documentation: String) { source(on: "OptionSet", text, documentation) }
        member("init() {\n self = Self(rawValue: 0)\n}", "No flag.")
        member("init(arrayLiteral elements: Self...) {\n var bits = Self(rawValue: 0).rawValue\n for element in elements { bits |= element.rawValue }\n self = Self(rawValue: bits)\n}", "All these flags.")
        member("var isEmpty: Bool {\n rawValue == 0\n}", "Whether no flag is set.")
        member("func contains(_ member: Self) -> Bool {\n rawValue & member.rawValue == member.rawValue\n}", "Whether all these flags are set.")
        for (name, form, expression, documentation) in [
            ("union", "formUnion", "rawValue | other.rawValue", "The flags of both."), ("intersection", "formIntersection", "rawValue & other.rawValue", "The flags that both have."),
            ("subtracting", "subtract", "rawValue & ~other.rawValue", "The flags without those of `other`."), ("symmetricDifference", "formSymmetricDifference", "rawValue ^ other.rawValue", "The flags that one of both has."),
        ] {
            member("func \(name)(_ other: Self) -> Self {\n Self(rawValue: \(expression))\n}", documentation)
            member("mutating func \(form)(_ other: Self) {\n self = \(name)(other)\n}", "Becomes: \(documentation.prefix(1).lowercased() + documentation.dropFirst())")
        }
        member("func isSubset(of other: Self) -> Bool {\n other.contains(self)\n}", "Whether `other` has all of its flags.")
        member("func isSuperset(of other: Self) -> Bool {\n contains(other)\n}", "Whether it has all flags of `other`.")
        member("func isDisjoint(with other: Self) -> Bool {\n intersection(other).isEmpty\n}", "Whether the two share no flag.")
        member("@discardableResult mutating func insert(_ member: Self) -> (inserted: Bool, memberAfterInsert: Self) {\n let had = contains(member)\n let result = (inserted: !had, memberAfterInsert: had ? intersection(member) : member)\n formUnion(member)\n return result\n}", "Sets flags.")
        member("@discardableResult mutating func remove(_ member: Self) -> Self? {\n let had = intersection(member)\n subtract(member)\n return had.isEmpty ? nil : had\n}", "Clears flags.")
        member("@discardableResult mutating func update(with member: Self) -> Self? {\n let had = intersection(member)\n formUnion(member)\n return had.isEmpty ? nil : had\n}", "Sets flags.")
    }
}
