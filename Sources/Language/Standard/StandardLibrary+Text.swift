import FoundationEssentials

extension StandardLibrary {
    /// Strings and characters.
    func declareStrings() {
        native(on: "String", "init<T>(_ value: T)", "The value as `print` shows it.", "print(String(3) + \"!\")", NativeFunction(name: "String.init", isInout: [false]) { frame in
            try frame.machine.describe(UnsafePointer(frame.arguments), frame.typeArguments[0], debug: false).store(frame.result)
        })
        native(on: "String", "init<T>(describing value: T)", "The value as `print` shows it.", "print(String(describing: [1, 2]))", NativeFunction(name: "String.init", isInout: [false]) { frame in
            try frame.machine.describe(UnsafePointer(frame.arguments), frame.typeArguments[0], debug: false).store(frame.result)
        })
        native(on: "String", "init(repeating text: String, count: Int)", "The text, `count` times; an error where `count` is negative.", "print(String(repeating: \"ab\", count: 3))", NativeFunction("String.init") { (text: String, count: Int) throws -> String in
            guard count >= 0 else { throw RuntimeFault(.precondition, "the count of a repeated string cannot be negative: \(count)") }
            guard text.utf8.count.multipliedReportingOverflow(by: count).partialValue < 1 << 30, !text.utf8.count.multipliedReportingOverflow(by: count).overflow else { throw RuntimeFault(.outOfMemory, "a string of \(count) times \(text.utf8.count) bytes is too large") }
            return String(repeating: text, count: count)
        })
        native(on: "String", "init(_ value: Int, radix: Int)", "The number's digits in a base from 2 to 36.", "print(String(255, radix: 16))", NativeFunction("String.init") { (value: Int, radix: Int) throws -> String in
            guard (2...36).contains(radix) else { throw RuntimeFault(.precondition, "the radix must be from 2 to 36, not \(radix)") }
            return String(value, radix: radix)
        })
        native(on: "String", "init(format: String, _ arguments: Any...)", "Values written as C's printf does: %d, %5.2f, %e, %g, %x, %@, %%.", "print(String(format: \"%.2f\", 3.14159))", NativeFunction(name: "String.init", isInout: [false, false]) { frame in
            let format = HeapObject.string(frame.arguments[0])
            let (elements, count) = HeapObject.array(frame.arguments[1])
            var values: [FormatArgument] = []
            for index in 0..<count { values.append(try FormatArgument(elements[index], frame.machine)) }
            try TextFormat.write(format, values).store(frame.result)
        })
        native(on: "String", "var count: Int { get }", "How many characters there are, as a reader counts them. O(n).", "print(\"añ\".count)", NativeFunction("String.count") { (text: String) -> Int in text.count })
        native(on: "String", "var isEmpty: Bool { get }", "Whether there are no characters.", "print(\"\".isEmpty)", NativeFunction("String.isEmpty") { (text: String) -> Bool in text.isEmpty })
        native(on: "String", "func uppercased() -> String", "In capital letters.", "print(\"abc\".uppercased())", NativeFunction("uppercased") { (text: String) -> String in text.uppercased() })
        native(on: "String", "func lowercased() -> String", "In small letters.", "print(\"ABC\".lowercased())", NativeFunction("lowercased") { (text: String) -> String in text.lowercased() })
        native(on: "String", "func hasPrefix(_ other: String) -> Bool", "Whether the text begins with `other`.", "print(\"swift\".hasPrefix(\"sw\"))", NativeFunction("hasPrefix") { (text: String, other: String) -> Bool in text.hasPrefix(other) })
        native(on: "String", "func hasSuffix(_ other: String) -> Bool", "Whether the text ends with `other`.", "print(\"swift\".hasSuffix(\"ft\"))", NativeFunction("hasSuffix") { (text: String, other: String) -> Bool in text.hasSuffix(other) })
        native(on: "String", "func contains(_ other: String) -> Bool", "Whether `other` occurs in the text.", "print(\"swift\".contains(\"if\"))", NativeFunction("contains") { (text: String, other: String) -> Bool in text.contains(other) })
        native(on: "String", "func replacingOccurrences(of target: String, with replacement: String) -> String", "The text with every `target` replaced.", "print(\"a-b\".replacingOccurrences(of: \"-\", with: \"+\"))", NativeFunction("replacingOccurrences") { (text: String, target: String, replacement: String) -> String in text.replacing(target, with: replacement) })
        native(on: "String", "func split(separator: Character, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true) -> [String]", "The parts between separators.", "print(\"a b c\".split(separator: \" \"))", NativeFunction("split") { (text: String, separator: Character, most: Int, omitting: Bool) throws -> [String] in
            guard most >= 0 else { throw RuntimeFault(.precondition, "the number of splits cannot be negative: \(most)") }
            return text.split(separator: separator, maxSplits: most, omittingEmptySubsequences: omitting).map(String.init)
        })
        native(on: "String", "func components(separatedBy separator: String) -> [String]", "The parts between separators, empty ones too.", "print(\"a, b\".components(separatedBy: \", \"))", NativeFunction("components") { (text: String, separator: String) -> [String] in TextFormat.components(of: text, separatedBy: separator) })
        native(on: "String", "var characters: [Character] { get }", "The characters as an array.", NativeFunction("characters") { (text: String) -> [Character] in Array(text) })
        source(on: "String", "func map<T>(_ transform: (Character) throws -> T) rethrows -> [T] {\n try characters.map(transform)\n}", "What the closure makes of each character.", "print(\"ab\".map { String($0) + \"!\" })")
        source(on: "String", "func filter(_ test: (Character) throws -> Bool) rethrows -> String {\n var result = \"\"\n for c in characters {\n  if try test(c) { result.append(c) }\n }\n return result\n}", "The characters that a test holds for.", "print(\"a1b2\".filter { $0.isLetter })")
        source(on: "String", "func makeIterator() -> StringIterator {\n StringIterator(characters: characters)\n}", "What a for-in loop asks.")
        let iterator = NominalType(name: "StringIterator", form: .structure)
        iterator.fields = [NominalType.Field(name: "characters", type: .array(.character), isMutable: true), NominalType.Field(name: "position", type: .int, isMutable: true)]
        iterator.isComplete = true
        table.add(Declaration("struct StringIterator", documentation: "Gives the characters of a text, one after the other.", example: "for c in \"ab\" { print(c) }", implementation: .type(iterator)))
        source(on: "StringIterator", "init(characters: [Character]) {\n self.characters = characters\n self.position = 0\n}", "From the first character on.")
        source(on: "StringIterator", "mutating func next() -> Character? {\n if position >= characters.count { return nil }\n position += 1\n return characters[position - 1]\n}", "The next character, or nil.")
        native(on: "String", "mutating func append(_ other: String)", "Puts a text at the end.", "var s = \"a\"\ns.append(\"b\")\nprint(s)", NativeFunction("append") { (text: Inout<String>, other: String) throws -> CellVoid in
            HeapObject.appendString(text.address, other)
            return CellVoid()
        })
        native(on: "String", "mutating func append(_ other: Character)", "Puts a character at the end.", NativeFunction("append") { (text: Inout<String>, other: Character) throws -> CellVoid in
            HeapObject.appendString(text.address, String(other))
            return CellVoid()
        })
        native("func += (_ text: inout String, _ other: String)", "Puts a text at the end.", "var s = \"a\"\ns += \"b\"\nprint(s)", NativeFunction("+=") { (text: Inout<String>, other: String) throws -> CellVoid in
            HeapObject.appendString(text.address, other)
            return CellVoid()
        })
        native(on: "String", "func reversed() -> [Character]", "The characters from the last to the first.", "print(String(\"abc\".reversed()))", NativeFunction("reversed") { (text: String) -> [Character] in Array(text.reversed()) })
        native(on: "String", "init(_ characters: [Character])", "The characters as a text.", "print(String(Array(\"abc\")))", NativeFunction("String.init") { (characters: [Character]) -> String in String(characters) })
        source(on: "String", "init() {\n self = \"\"\n}", "An empty text.")
        native(on: "String", "func prefix(_ length: Int) -> String", "The first characters, at most `length`.", "print(\"swift\".prefix(2))", NativeFunction("prefix") { (text: String, length: Int) throws -> String in
            guard length >= 0 else { throw RuntimeFault(.precondition, "the length of a prefix cannot be negative: \(length)") }
            return String(text.prefix(length))
        })
        native(on: "String", "func suffix(_ length: Int) -> String", "The last characters, at most `length`.", "print(\"swift\".suffix(2))", NativeFunction("suffix") { (text: String, length: Int) throws -> String in
            guard length >= 0 else { throw RuntimeFault(.precondition, "the length of a suffix cannot be negative: \(length)") }
            return String(text.suffix(length))
        })
        native(on: "String", "func trimmingCharacters(in set: CharacterSet) -> String", "The text without such characters at its ends.", "print(\"  a \".trimmingCharacters(in: .whitespaces))", NativeFunction("trimmingCharacters") { (text: String, set: TrimmedCharacters) -> String in set.trim(text) })
        table.add(Declaration("struct CharacterSet", documentation: "A kind of characters.", example: "print(\" a\".trimmingCharacters(in: .whitespacesAndNewlines))", implementation: .type(NominalType(name: "CharacterSet", form: .native))))
        native(on: "CharacterSet", "static var whitespaces: CharacterSet { get }", "Spaces and tabs.", NativeFunction("whitespaces") { () -> TrimmedCharacters in TrimmedCharacters(includesNewlines: false) })
        native(on: "CharacterSet", "static var whitespacesAndNewlines: CharacterSet { get }", "Spaces, tabs and ends of lines.", NativeFunction("whitespaces") { () -> TrimmedCharacters in TrimmedCharacters(includesNewlines: true) })

        let tests: [(String, @Sendable (Character) -> Bool, String)] = [
            ("isLetter", { $0.isLetter }, "a letter"), ("isNumber", { $0.isNumber }, "a number"), ("isWhitespace", { $0.isWhitespace }, "white space"),
            ("isUppercase", { $0.isUppercase }, "a capital letter"), ("isLowercase", { $0.isLowercase }, "a small letter"),
            ("isPunctuation", { $0.isPunctuation }, "punctuation"), ("isNewline", { $0.isNewline }, "the end of a line"),
        ]
        for (name, test, word) in tests {
            native(on: "Character", "var \(name): Bool { get }", "Whether it is \(word).", "print(Character(\"a\").\(name))", NativeFunction(name) { (c: Character) -> Bool in test(c) })
        }
        native(on: "Character", "init(_ text: String)", "The text's one character; an error where it has another number of them.", "print(Character(\"x\"))", NativeFunction("Character.init") { (text: String) throws -> Character in
            guard text.count == 1, let only = text.first else { throw RuntimeFault(.precondition, "a Character has one character, '\(text)' has \(text.count)") }
            return only
        })
        native(on: "Character", "func uppercased() -> String", "In capital letters.", "print(Character(\"a\").uppercased())", NativeFunction("uppercased") { (c: Character) -> String in c.uppercased() })
        native(on: "Character", "func lowercased() -> String", "In small letters.", "print(Character(\"A\").lowercased())", NativeFunction("lowercased") { (c: Character) -> String in c.lowercased() })
        native(on: "Character", "var asciiValue: Int? { get }", "The ASCII code, or nil.", "print(Character(\"a\").asciiValue ?? 0)", NativeFunction("asciiValue") { (c: Character) -> Int? in c.asciiValue.map(Int.init) })
        native(on: "Character", "var wholeNumberValue: Int? { get }", "The digit's value, or nil.", "print(Character(\"7\").wholeNumberValue ?? 0)", NativeFunction("wholeNumberValue") { (c: Character) -> Int? in c.wholeNumberValue })
    }

    /// print, readLine, precondition and their like.
    func declareFunctions() {
        let write = write
        let read = read
        let printer = NativeFunction(name: "print", isInout: [false, false, false]) { frame in
            let (elements, count) = HeapObject.array(frame.arguments[0])
            let separator = HeapObject.string(frame.arguments[1])
            var text = ""
            for index in 0..<count {
                if index > 0 { text += separator }
                let (type, slots) = HeapObject.existential(at: elements + index)
                text += try frame.machine.describe(UnsafePointer(slots), type, debug: false)
            }
            text += HeapObject.string(frame.arguments[2])
            try write(text)
        }
        native("func print(_ items: Any..., separator: String = \" \", terminator: String = \"\\n\")", "Writes values to standard output.", "print(\"loss\", 0.5)", printer)
        native("func readLine(strippingNewline: Bool = true) -> String?", "A line that the user types, or nil at the end of input.", "", NativeFunction("readLine") { (stripping: Bool) throws -> String? in
            try read().map { stripping ? $0 : $0 + "\n" }
        })
        for (name, documentation) in [("precondition", "An error where the condition does not hold."), ("assert", "An error where the condition does not hold.")] {
            native("func \(name)(_ condition: Bool, _ message: String = \"\")", documentation, "\(name)(1 + 1 == 2)", NativeFunction(name) { (condition: Bool, message: String) throws -> CellVoid in
                if !condition { throw RuntimeFault(.precondition, message.isEmpty ? "\(name) failed" : "\(name) failed: \(message)") }
                return CellVoid()
            })
        }
        for name in ["fatalError", "preconditionFailure", "assertionFailure"] {
            native("func \(name)(_ message: String = \"\") -> Never", "Stops the cell with an error. The session goes on.", "", NativeFunction(name) { (message: String) throws -> CellVoid in
                throw RuntimeFault(.precondition, message.isEmpty ? name : message)
            })
        }
        source("func swap<T>(_ a: inout T, _ b: inout T) {\n let old = a\n a = b\n b = old\n}", "Two variables exchange their values.", "var a = 1, b = 2\nswap(&a, &b)\nprint(a, b)")
        source("func repeatElement<T>(_ element: T, count: Int) -> [T] {\n Array(repeating: element, count: count)\n}", "The same value several times.", "print(repeatElement(1, count: 2))")
    }

    /// Clocks. What a cell prints of them differs from run to run.
    func declareClocks() {
        for (name, documentation) in [("ContinuousClock", "A clock that measures how long things take."), ("Date", "A moment."), ("Duration", "A length of time.")] {
            let type = NominalType(name: name, form: .native)
            table.add(Declaration("struct \(name)", documentation: documentation, example: name == "Date" ? "let start = Date()\nprint(Date().timeIntervalSince(start) >= 0)" : "let clock = ContinuousClock()\nlet time = clock.measure { _ = (1...10).reduce(0) { $0 + $1 } }\nprint(time.seconds >= 0)", implementation: .type(type)))
        }
        let instant = NominalType(name: "Instant", form: .native)
        table.add(Declaration("struct Instant", documentation: "A moment of a clock.", example: "let start = ContinuousClock.now\nprint((ContinuousClock.now - start).seconds >= 0)", implementation: .type(instant)))
        native(on: "ContinuousClock", "init()", "The clock.", NativeFunction("ContinuousClock.init") { () -> ClockValue in ClockValue() })
        native(on: "ContinuousClock", "var now: Instant { get }", "This moment.", NativeFunction("now") { (_: ClockValue) -> InstantValue in InstantValue(instant: .now) })
        native(on: "ContinuousClock", "static var now: Instant { get }", "This moment.", NativeFunction("now") { () -> InstantValue in InstantValue(instant: .now) })
        native(on: "ContinuousClock", "func measure(_ work: () -> Void) -> Duration", "How long the closure takes.", NativeFunction("measure") { (_: ClockValue, work: CellClosure<CellVoid>) throws -> DurationValue in
            let start = ContinuousClock.now
            _ = try work()
            return DurationValue(duration: ContinuousClock.now - start)
        })
        native("func - (_ end: Instant, _ start: Instant) -> Duration", "The time between two moments.", NativeFunction("-") { (end: InstantValue, start: InstantValue) -> DurationValue in DurationValue(duration: end.instant - start.instant) })
        native(on: "Instant", "func duration(to other: Instant) -> Duration", "The time to another moment.", NativeFunction("duration") { (start: InstantValue, end: InstantValue) -> DurationValue in DurationValue(duration: end.instant - start.instant) })
        native(on: "Duration", "var seconds: Double { get }", "The length in seconds.", NativeFunction("seconds") { (value: DurationValue) -> Double in value.duration / .seconds(1) })
        native("func / (_ a: Duration, _ b: Duration) -> Double", "How many times one length of time holds another.", NativeFunction("/") { (a: DurationValue, b: DurationValue) -> Double in a.duration / b.duration })
        native(on: "Duration", "static func seconds(_ value: Double) -> Duration", "A length of time in seconds.", NativeFunction("seconds") { (value: Double) -> DurationValue in DurationValue(duration: .seconds(value)) })
        native(on: "Duration", "static func milliseconds(_ value: Double) -> Duration", "A length of time in thousandths of a second.", NativeFunction("milliseconds") { (value: Double) -> DurationValue in DurationValue(duration: .seconds(value / 1000)) })
        native(on: "Date", "init()", "This moment.", NativeFunction("Date.init") { () -> DateValue in DateValue(date: Date()) })
        native(on: "Date", "func timeIntervalSince(_ other: Date) -> Double", "Seconds from another moment to this one.", NativeFunction("timeIntervalSince") { (a: DateValue, b: DateValue) -> Double in a.date.timeIntervalSince(b.date) })
        native(on: "Date", "var timeIntervalSince1970: Double { get }", "Seconds since the beginning of 1970, UTC.", NativeFunction("timeIntervalSince1970") { (a: DateValue) -> Double in a.date.timeIntervalSince1970 })
    }
}

struct ClockValue: CellObject {}
struct InstantValue: CellObject { let instant: ContinuousClock.Instant }
struct DurationValue: CellObject { let duration: Duration }
struct DateValue: CellObject { let date: Date }

/// What `trimmingCharacters(in:)` takes away.
struct TrimmedCharacters: CellObject {
    let includesNewlines: Bool

    func trim(_ text: String) -> String {
        func isTrimmed(_ c: Character) -> Bool { c.isWhitespace && (includesNewlines || !c.isNewline) }
        var rest = text[...]
        while let first = rest.first, isTrimmed(first) { rest.removeFirst() }
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return String(rest)
    }
}
