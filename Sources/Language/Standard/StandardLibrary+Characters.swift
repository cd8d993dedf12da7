/// Characters, Unicode scalars and kinds of characters.
extension StandardLibrary {
    func declareCharacters() {
        let tests: [(String, @Sendable (Character) -> Bool, String)] = [
            ("isLetter", { $0.isLetter }, "a letter"), ("isNumber", { $0.isNumber }, "a number"), ("isWhitespace", { $0.isWhitespace }, "white space"),
            ("isUppercase", { $0.isUppercase }, "a capital letter"), ("isLowercase", { $0.isLowercase }, "a small letter"), ("isCased", { $0.isCased }, "a letter that has a capital and a small form"),
            ("isPunctuation", { $0.isPunctuation }, "punctuation"), ("isNewline", { $0.isNewline }, "the end of a line"), ("isSymbol", { $0.isSymbol }, "a symbol"), ("isMathSymbol", { $0.isMathSymbol }, "a symbol of mathematics"),
            ("isCurrencySymbol", { $0.isCurrencySymbol }, "a currency's symbol"), ("isHexDigit", { $0.isHexDigit }, "a hexadecimal digit"), ("isWholeNumber", { $0.isWholeNumber }, "a digit"), ("isASCII", { $0.isASCII }, "a character of ASCII"),
        ]
        for (name, test, word) in tests {
            native(on: "Character", "var \(name): Bool { get }", "Whether it is \(word).", "print(Character(\"a\").\(name))", NativeFunction(name) { (c: Character) -> Bool in test(c) })
        }
        native(on: "Character", "init<S: StringProtocol>(_ text: S)", "The text's one character; an error where it has another number of them.", "print(Character(\"x\"))", NativeFunction("Character.init") { (text: TextValue) throws -> Character in
            guard text.text.count == 1, let only = text.text.first else { throw RuntimeFault(.precondition, "a Character has one character, '\(text.text)' has \(text.text.count)") }
            return only
        })
        native(on: "Character", "init(_ scalar: Unicode.Scalar)", "The character of one scalar.", "let scalar: Unicode.Scalar = \"a\"\nprint(Character(scalar))", NativeFunction("Character.init") { (scalar: ScalarValue) -> Character in Character(scalar.scalar) })
        source(on: "Character", "init(_ character: Character) {\n self = character\n}", "The character itself.")
        native(on: "Character", "func uppercased() -> String", "In capital letters.", "print(Character(\"a\").uppercased())", NativeFunction("uppercased") { (c: Character) -> String in c.uppercased() })
        native(on: "Character", "func lowercased() -> String", "In small letters.", "print(Character(\"A\").lowercased())", NativeFunction("lowercased") { (c: Character) -> String in c.lowercased() })
        native(on: "Character", "var asciiValue: UInt8? { get }", "The ASCII code, or nil.", "print(Character(\"a\").asciiValue ?? 0)", NativeFunction("asciiValue") { (c: Character) -> UInt8? in c.asciiValue })
        native(on: "Character", "var wholeNumberValue: Int? { get }", "The digit's value, or nil.", "print(Character(\"7\").wholeNumberValue ?? 0)", NativeFunction("wholeNumberValue") { (c: Character) -> Int? in c.wholeNumberValue })
        native(on: "Character", "var hexDigitValue: Int? { get }", "The hexadecimal digit's value, or nil.", "print(Character(\"f\").hexDigitValue ?? 0)", NativeFunction("hexDigitValue") { (c: Character) -> Int? in c.hexDigitValue })
        native(on: "Character", "var unicodeScalars: [Unicode.Scalar] { get }", "The Unicode scalars it is made of.", "print(Character(\"a\").unicodeScalars.count)", NativeFunction("unicodeScalars") { (c: Character) -> [ScalarValue] in c.unicodeScalars.map { ScalarValue(scalar: $0) } })
        native(on: "Character", "var utf8: [UInt8] { get }", "The bytes of UTF-8.", NativeFunction("utf8") { (c: Character) -> [UInt8] in Array(c.utf8) })
        native(on: "Character", "var description: String { get }", "The character as a text.", NativeFunction("description") { (c: Character) -> String in String(c) })
        declareScalars()
    }

    private func declareScalars() {
        let scalar = NominalType(name: "Unicode.Scalar", form: .structure)
        scalar.fields = [NominalType.Field(name: "value", type: .make(.nominal(NominalType.named("UInt32") ?? .int, [])), isMutable: false)]
        scalar.isComplete = true
        scalar.conduct = Conduct(
            describe: { _, slots, _, isNested, text in
                let scalar = try ScalarValue.load(slots).scalar
                text += isNested ? scalar.debugDescription : scalar.description
            },
            equal: { _, left, right, _ in left[0] == right[0] },
            hash: { _, slots, _, hasher in hasher.combine(slots[0]) })
        table.add(Declaration("struct Unicode.Scalar", documentation: "A code point of Unicode; also called UnicodeScalar.", example: "print(Unicode.Scalar(97), Unicode.Scalar(\"a\").value)", implementation: .type(scalar)))
        table.add(Declaration("enum Unicode", documentation: "What belongs to Unicode.", implementation: .type(NominalType(name: "Unicode", form: .native))))
        table.aliases["UnicodeScalar"] = "Unicode.Scalar"
        declareScalarProperties()
        for (type, isOptional) in [("UInt8", false), ("UInt16", true), ("UInt32", true), ("Int", true)] {
            native(on: "Unicode.Scalar", "init\(isOptional ? "?" : "")(_ value: \(type))", "The scalar of a code\(isOptional ? ", or nil where there is none" : "").", NativeFunction(name: "Unicode.Scalar", isInout: [false]) { frame in
                let scalar = UInt32(exactly: Int.load(frame.arguments)).flatMap { Unicode.Scalar($0) }
                if isOptional {
                    scalar.map { ScalarValue(scalar: $0) }.store(frame.result)
                } else if let scalar {
                    ScalarValue(scalar: scalar).store(frame.result)
                }
            })
        }
        native(on: "Unicode.Scalar", "init(stringLiteral text: String)", "The scalar of a literal.", NativeFunction("Unicode.Scalar") { (text: TextValue) throws -> ScalarValue in
            guard let only = text.text.unicodeScalars.first, text.text.unicodeScalars.count == 1 else { throw RuntimeFault(.precondition, "'\(text.text)' is not one Unicode scalar") }
            return ScalarValue(scalar: only)
        })
        source(on: "Unicode.Scalar", "init(_ scalar: Unicode.Scalar) {\n self = scalar\n}", "The scalar itself.")
        native(on: "Unicode.Scalar", "var isASCII: Bool { get }", "Whether it is one of ASCII.", NativeFunction("isASCII") { (scalar: ScalarValue) -> Bool in scalar.scalar.isASCII })
        native(on: "Unicode.Scalar", "var description: String { get }", "The scalar as a text.", NativeFunction("description") { (scalar: ScalarValue) -> String in scalar.scalar.description })
        for name in ["<", ">", "<=", ">="] {
            source(on: "Unicode.Scalar", "func \(name) (_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {\n left.value \(name) right.value\n}", "Whether `left \(name) right`.")
        }
    }

    /// What Unicode says of a scalar.
    private func declareScalarProperties() {
        let type = "Unicode.Scalar.Properties"
        let scalar = table.types["Unicode.Scalar"].map { Type.make(.nominal($0, [])) } ?? .error
        _ = structure(type, [], "What Unicode says of a scalar.", "let letter: Unicode.Scalar = \"a\"\nprint(letter.properties.isAlphabetic)") { _ in [("_scalar", scalar, false)] }
        source(on: type, "init(_ scalar: Unicode.Scalar) {\n self._scalar = scalar\n}", "The properties of a scalar.")
        source(on: "Unicode.Scalar", "var properties: Unicode.Scalar.Properties {\n Unicode.Scalar.Properties(self)\n}", "What Unicode says of it.", "print(\"aB1\".unicodeScalars.map { $0.properties.isUppercase })")
        let kinds: [(String, String, @Sendable (Unicode.Scalar.Properties) -> Bool)] = [
            ("isAlphabetic", "Whether it is a letter.", { $0.isAlphabetic }), ("isWhitespace", "Whether it is white space.", { $0.isWhitespace }),
            ("isUppercase", "Whether it is a capital letter.", { $0.isUppercase }), ("isLowercase", "Whether it is a small letter.", { $0.isLowercase }),
            ("isEmoji", "Whether it is, or can be shown as, an emoji: digits are, too.", { $0.isEmoji }), ("isEmojiPresentation", "Whether it is shown as an emoji by itself.", { $0.isEmojiPresentation }),
            ("isMath", "Whether it is used in mathematics.", { $0.isMath }), ("isDiacritic", "Whether it is a mark on a letter.", { $0.isDiacritic }),
            ("isASCIIHexDigit", "Whether it is a hexadecimal digit of ASCII.", { $0.isASCIIHexDigit }), ("isDash", "Whether it is a dash.", { $0.isDash }),
        ]
        for (name, documentation, test) in kinds {
            native(on: type, "var \(name): Bool { get }", documentation, "print(\"a1 -\".unicodeScalars.filter { $0.properties.\(name) }.count)", NativeFunction(name) { (scalar: ScalarValue) -> Bool in test(scalar.scalar.properties) })
        }
        let texts: [(String, String, @Sendable (Unicode.Scalar.Properties) -> String)] = [
            ("uppercaseMapping", "What it is in capital letters.", { $0.uppercaseMapping }), ("lowercaseMapping", "What it is in small letters.", { $0.lowercaseMapping }),
            ("titlecaseMapping", "What it is at the beginning of a title's word.", { $0.titlecaseMapping }),
        ]
        for (name, documentation, text) in texts {
            native(on: type, "var \(name): String { get }", documentation, "print(Unicode.Scalar(\"b\").properties.\(name))", NativeFunction(name) { (scalar: ScalarValue) -> String in text(scalar.scalar.properties) })
        }
        native(on: type, "var name: String? { get }", "Its name, or nil where it has none.", "print(Unicode.Scalar(\"a\").properties.name ?? \"\")", NativeFunction("name") { (scalar: ScalarValue) -> String? in scalar.scalar.properties.name })
        native(on: type, "var numericValue: Double? { get }", "The number it stands for, or nil.", "print(Unicode.Scalar(\"7\").properties.numericValue ?? 0)", NativeFunction("numericValue") { (scalar: ScalarValue) -> Double? in scalar.scalar.properties.numericValue })
    }

    func declareCharacterSets() {
        table.add(Declaration("struct CharacterSet", documentation: "A kind of characters.", example: "print(\" a\".trimmingCharacters(in: .whitespacesAndNewlines))", implementation: .type(NominalType(name: "CharacterSet", form: .native))))
        let kinds: [(String, String, @Sendable (Unicode.Scalar) -> Bool)] = [
            ("whitespaces", "Spaces and tabs.", { $0 == "\t" || $0.properties.generalCategory == .spaceSeparator }),
            ("newlines", "Ends of lines.", { (10...13).contains($0.value) || $0.value == 0x85 || $0.value == 0x2028 || $0.value == 0x2029 }),
            ("whitespacesAndNewlines", "Spaces, tabs and ends of lines.", { (9...13).contains($0.value) || $0.value == 0x85 || $0.properties.generalCategory == .spaceSeparator || $0.value == 0x2028 || $0.value == 0x2029 }),
            ("letters", "Letters.", { $0.properties.isAlphabetic }), ("decimalDigits", "Digits.", { $0.properties.generalCategory == .decimalNumber }),
            ("alphanumerics", "Letters and digits.", { $0.properties.isAlphabetic || $0.properties.numericType != nil }),
            ("uppercaseLetters", "Capital letters.", { $0.properties.isUppercase }), ("lowercaseLetters", "Small letters.", { $0.properties.isLowercase }),
            ("punctuationCharacters", "Punctuation.", { [.connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation].contains($0.properties.generalCategory) }),
            ("symbols", "Symbols.", { [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol].contains($0.properties.generalCategory) }),
        ]
        for (name, documentation, test) in kinds {
            native(on: "CharacterSet", "static var \(name): CharacterSet { get }", documentation, "print(CharacterSet.\(name).contains(\"a\"))", NativeFunction(name) { () -> CharacterSetValue in CharacterSetValue(contains: test) })
        }
        native(on: "CharacterSet", "init()", "No characters.", NativeFunction("CharacterSet") { () -> CharacterSetValue in CharacterSetValue { _ in false } })
        native(on: "CharacterSet", "init<S: StringProtocol>(charactersIn text: S)", "The characters of a text.", "print(\"-a-\".trimmingCharacters(in: CharacterSet(charactersIn: \"-\")))", NativeFunction("CharacterSet") { (text: TextValue) -> CharacterSetValue in
            let scalars = Set(text.text.unicodeScalars)
            return CharacterSetValue { scalars.contains($0) }
        })
        native(on: "CharacterSet", "var inverted: CharacterSet { get }", "All other characters.", NativeFunction("inverted") { (set: CharacterSetValue) -> CharacterSetValue in CharacterSetValue { !set.contains($0) } })
        native(on: "CharacterSet", "func union(_ other: CharacterSet) -> CharacterSet", "The characters of both.", NativeFunction("union") { (a: CharacterSetValue, b: CharacterSetValue) -> CharacterSetValue in CharacterSetValue { a.contains($0) || b.contains($0) } })
        native(on: "CharacterSet", "func subtracting(_ other: CharacterSet) -> CharacterSet", "The characters without those of `other`.", NativeFunction("subtracting") { (a: CharacterSetValue, b: CharacterSetValue) -> CharacterSetValue in CharacterSetValue { a.contains($0) && !b.contains($0) } })
        native(on: "CharacterSet", "func contains(_ scalar: Unicode.Scalar) -> Bool", "Whether it is of the kind.", "print(CharacterSet.letters.contains(\"a\"))", NativeFunction("contains") { (set: CharacterSetValue, scalar: ScalarValue) -> Bool in set.contains(scalar.scalar) })
    }
}

/// `CharacterSet` as a cell has it.
struct CharacterSetValue: CellObject {
    let contains: @Sendable (Unicode.Scalar) -> Bool

    func trim(_ text: Substring) -> String {
        var rest = text.unicodeScalars
        while let first = rest.first, contains(first) { rest.removeFirst() }
        while let last = rest.last, contains(last) { rest.removeLast() }
        return String(rest)
    }
}

/// `Unicode.Scalar` as a cell has it: its code.
struct ScalarValue: CellValue {
    let scalar: Unicode.Scalar

    static var cellLayout: Layout { .scalar }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> ScalarValue {
        guard let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: slots[0])) else {
            throw RuntimeFault(.internal, "a value is not the Unicode.Scalar it was declared to be")
        }
        return ScalarValue(scalar: scalar)
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) { slots[0] = UInt64(scalar.value) }
}
