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
        source(on: "Identifiable where Self: AnyObject", "var id: ObjectIdentifier {\n ObjectIdentifier(self)\n}", "Which object it is, where a class declares no `id` of its own.", "class Thing: Identifiable {}\nlet thing = Thing()\nprint(thing.id == thing.id, thing.id == Thing().id)")
        table.add(Declaration("enum CommandLine", documentation: "How the program was started.", example: "print(CommandLine.arguments.count > 0)", implementation: .type(NominalType(name: "CommandLine", form: .native))))
        source(on: "CommandLine", "static var arguments: [String] {\n [\"vencejo\"]\n}", "The program's name; a cell is given no arguments.")
        source(on: "CommandLine", "static var argc: Int32 {\n 1\n}", "How many arguments there are, the program's name among them.")
        source("func numericCast<T: BinaryInteger, U: BinaryInteger>(_ x: T) -> U {\n U(x)\n}", "The number as one of the type that is wanted; an error where it does not fit.", "let n: UInt8 = numericCast(7)\nprint(n)")
        source(on: "Sequence", "func _array() -> [Element] {\n Array(self)\n}", "The elements as an array.")
        source(on: "Sequence where Self: IteratorProtocol", "func makeIterator() -> Self {\n self\n}", "The sequence itself, which gives its elements one after the other.")
        source(on: "String.Index", "func utf16Offset<S: StringProtocol>(in text: S) -> Int {\n text[text.startIndex..<self].utf16.count\n}", "How many units of UTF-16 lie in front of the position.", "let text = \"héllo\"\nprint(text.firstIndex(of: \"l\")!.utf16Offset(in: text))")
        source(on: "String.Index", "init<S: StringProtocol>(utf16Offset offset: Int, in text: S) {\n var left = offset\n var index = text.startIndex\n while left > 0, index < text.endIndex {\n  left -= String(text[index]).utf16.count\n  index = text.index(after: index)\n }\n self = index\n}", "The position behind so many units of UTF-16.", "let text = \"héllo\"\nprint(text[String.Index(utf16Offset: 1, in: text)])")
        source(on: "ComparisonResult", "var rawValue: Int {\n switch self {\n case .orderedAscending: return -1\n case .orderedSame: return 0\n case .orderedDescending: return 1\n }\n}", "-1, 0 or 1.", "print(\"a\".compare(\"b\").rawValue)")
        let unique = NativeFunction(name: "isKnownUniquelyReferenced", isInout: [true]) { frame in
            let place = Slots(bitPattern: UInt(frame.arguments[0])).unsafelyUnwrapped
            (place[0] != 0 && HeapObject.isUnique(place[0])).store(frame.result)
        }
        native("func isKnownUniquelyReferenced<T: AnyObject>(_ object: inout T) -> Bool", "Whether nothing else refers to an object: what copies it only when it has to asks so.", "class C {}\nvar a = C()\nprint(isKnownUniquelyReferenced(&a))\nlet b = a\nprint(isKnownUniquelyReferenced(&a), b === a)", unique)
        native("func isKnownUniquelyReferenced<T: AnyObject>(_ object: inout T?) -> Bool", "The same of an object that may be missing: false for nil.", "class C {}\nvar a: C? = C()\nprint(isKnownUniquelyReferenced(&a))\na = nil\nprint(isKnownUniquelyReferenced(&a))", unique)
        for name in NominalType.integers.map(\.name) + ["Double", "Float"] {
            source(on: name, "init() {\n self = 0\n}", "Zero.", name == "Int" ? "print(Int() + 1)" : "")
        }
        source(on: "Bool", "init() {\n self = false\n}", "false.", "print(Bool())")
    }
}
