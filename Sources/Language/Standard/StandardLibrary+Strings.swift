import FoundationEssentials

/// Texts. What only reads serves String and Substring alike; positions count bytes of UTF-8.
extension StandardLibrary {
    /// A member of String and Substring.
    private func text(_ declaration: String, _ documentation: String, _ example: String = "", _ function: NativeFunction) {
        native(on: "StringProtocol", declaration, documentation, example, function)
    }

    private func text(_ declaration: String, _ documentation: String, _ function: NativeFunction) {
        text(declaration, documentation, "", function)
    }

    func declareStrings() {
        let substring = NominalType(name: "Substring", form: .native)
        substring.conduct = .text
        table.add(Declaration("struct Substring", documentation: "A part of a text that shares the text's positions.", example: "let s = \"hello world\"\nprint(s.prefix(5), s.split(separator: \" \")[1])", implementation: .type(substring)))
        _ = structure("String.Index", [], "A position in a text.", "let s = \"hello\"\nlet i = s.index(s.startIndex, offsetBy: 1)\nprint(s[i])") { _ in [("_offset", .int, false)] }
        for name in ["<", ">", "<=", ">="] {
            source(on: "String.Index", "func \(name) (_ left: String.Index, _ right: String.Index) -> Bool {\n left._offset \(name) right._offset\n}", "Whether `left \(name) right`.")
        }
        declareStringInitializers()
        declareStringQuestions()
        declareStringPositions()
        declareStringParts()
        declareStringChanges()
        declareCharacterSets()
    }

    private func declareStringInitializers() {
        source(on: "String", "init() {\n self = \"\"\n}", "An empty text.")
        native(on: "String", "init<S: StringProtocol>(_ text: S)", "The text itself.", "print(String(\"abc\".prefix(2)))", NativeFunction(name: "String.init", isInout: [false]) { frame in
            frame.result[0] = try HeapObject.wholeText(frame.arguments[0])
        })
        native(on: "String", "init(_ characters: [Character])", "The characters as a text.", "print(String(Array(\"abc\")))", NativeFunction("String.init") { (characters: CharacterArray) -> String in String(characters.text) })
        source(on: "String", "init<S: Sequence>(_ characters: S) where S.Element == Character {\n self = String(Array(characters))\n}", "The characters as a text.", "print(String(\"abc\".reversed()))")
        let describe = NativeFunction(name: "String.init", isInout: [false]) { frame in
            if frame.typeArguments[0] === Type.double || frame.typeArguments[0] === Type.float {
                FloatingValue.text(frame.arguments[0], frame.typeArguments[0]).store(frame.result)
                return
            }
            try frame.machine.describe(UnsafePointer(frame.arguments), frame.typeArguments[0], debug: false).store(frame.result)
        }
        native(on: "String", "init<T: LosslessStringConvertible>(_ value: T)", "The value as `print` shows it.", "print(String(3) + \"!\")", describe)
        native(on: "String", "init<T>(describing value: T)", "The value as `print` shows it.", "print(String(describing: [1, 2]))", describe)
        native(on: "String", "init<T>(reflecting value: T)", "The value as `debugPrint` shows it.", "print(String(reflecting: \"a\"))", NativeFunction(name: "String.init", isInout: [false]) { frame in
            try frame.machine.describe(UnsafePointer(frame.arguments), frame.typeArguments[0], debug: true).store(frame.result)
        })
        for (type, word) in [("String", "text"), ("Character", "character")] {
            native(on: "String", "init(repeating \(word): \(type), count: Int)", "The \(word), `count` times; an error where `count` is negative.", "print(String(repeating: \"ab\", count: 3))", NativeFunction("String.init") { (text: TextValue, count: Int) throws -> String in
                guard count >= 0 else { throw RuntimeFault(.precondition, "the count of a repeated string cannot be negative: \(count)") }
                let (bytes, overflow) = text.text.utf8.count.multipliedReportingOverflow(by: count)
                guard !overflow, bytes < 1 << 30 else { throw RuntimeFault(.outOfMemory, "a string of \(count) times \(text.text.utf8.count) bytes is too large") }
                return String(repeating: String(text.text), count: count)
            })
        }
        native(on: "String", "init<T: BinaryInteger>(_ value: T, radix: Int, uppercase: Bool = false)", "The number's digits in a base from 2 to 36.", "print(String(255, radix: 16))", NativeFunction(name: "String.init", isInout: [false, false, false]) { frame in
            let radix = Int.load(frame.arguments + 1)
            guard (2...36).contains(radix) else { throw RuntimeFault(.precondition, "the radix must be from 2 to 36, not \(radix)") }
            let uppercase = frame.arguments[2] != 0
            let isSigned = frame.typeArguments[0].nominal?.isSignedInteger ?? true
            (isSigned ? String(Int.load(frame.arguments), radix: radix, uppercase: uppercase) : String(frame.arguments[0], radix: radix, uppercase: uppercase)).store(frame.result)
        })
        native(on: "String", "init(format: String, _ arguments: Any...)", "Values written as C's printf does: %d, %5.2f, %e, %g, %x, %@, %%.", "print(String(format: \"%.2f\", 3.14159))", NativeFunction(name: "String.init", isInout: [false, false]) { frame in
            try TextFormat.write(HeapObject.string(frame.arguments[0]), formatArguments(frame.arguments[1], frame.machine)).store(frame.result)
        })
        native(on: "String", "init(format: String, arguments: [Any])", "The same with the values in an array.", NativeFunction(name: "String.init", isInout: [false, false]) { frame in
            try TextFormat.write(HeapObject.string(frame.arguments[0]), formatArguments(frame.arguments[1], frame.machine)).store(frame.result)
        })
        native(on: "String", "init(decoding bytes: [UInt8], as encoding: UTF8.Type)", "The text that bytes of UTF-8 stand for.", "print(String(decoding: [104, 105], as: UTF8.self))", NativeFunction("String.init") { (bytes: [UInt8]) -> String in String(decoding: bytes, as: UTF8.self) })
        table.add(Declaration("enum UTF8", documentation: "The encoding of texts in one to four bytes a character.", example: "print(String(decoding: \"hi\".utf8, as: UTF8.self))", implementation: .type(NominalType(name: "UTF8", form: .native))))
    }

    private func declareStringQuestions() {
        text("var count: Int { get }", "How many characters there are, as a reader counts them. O(n).", "print(\"añ\".count)", NativeFunction("String.count") { (text: TextValue) -> Int in text.count })
        text("var underestimatedCount: Int { get }", "A number of characters that there are at least.", NativeFunction("String.count") { (_: TextValue) -> Int in 0 })
        text("var isEmpty: Bool { get }", "Whether there are no characters.", "print(\"\".isEmpty)", NativeFunction("String.isEmpty") { (text: TextValue) -> Bool in text.text.isEmpty })
        text("var first: Character? { get }", "The first character, or nil.", "print(\"abc\".first ?? \"-\")", NativeFunction("first") { (text: TextValue) -> Character? in text.text.first })
        text("var last: Character? { get }", "The last character, or nil.", "print(\"abc\".last ?? \"-\")", NativeFunction("last") { (text: TextValue) -> Character? in text.text.last })
        text("var description: String { get }", "The text itself.", NativeFunction("description") { (text: TextValue) -> String in String(text.text) })
        text("var debugDescription: String { get }", "The text in quotes, as a literal has it.", "print(\"a\\n\".debugDescription)", NativeFunction("description") { (text: TextValue) -> String in String(text.text).debugDescription })
        text("func uppercased() -> String", "In capital letters.", "print(\"abc\".uppercased())", NativeFunction("uppercased") { (text: TextValue) -> String in text.text.uppercased() })
        text("func lowercased() -> String", "In small letters.", "print(\"ABC\".lowercased())", NativeFunction("lowercased") { (text: TextValue) -> String in text.text.lowercased() })
        text("var capitalized: String { get }", "Each word with a capital letter in front and small ones behind.", "print(\"hello world\".capitalized)", NativeFunction("capitalized") { (text: TextValue) -> String in TextFormat.capitalized(text.text) })
        for (name, documentation, example, test) in [
            ("hasPrefix", "Whether the text begins with `other`.", "print(\"swift\".hasPrefix(\"sw\"))", { @Sendable (a: Substring, b: Substring) -> Bool in a.hasPrefix(b) }),
            ("hasSuffix", "Whether the text ends with `other`.", "print(\"swift\".hasSuffix(\"ft\"))", { @Sendable (a: Substring, b: Substring) -> Bool in a.hasSuffix(b) }),
            ("contains", "Whether `other` occurs in the text.", "print(\"swift\".contains(\"if\"))", { @Sendable (a: Substring, b: Substring) -> Bool in b.isEmpty || a.contains(b) }),
        ] {
            text("func \(name)<T: StringProtocol>(_ other: T) -> Bool", documentation, example, NativeFunction(name) { (text: TextValue, other: TextValue) -> Bool in test(text.text, other.text) })
        }
        for (name, test) in [
            ("==", { @Sendable (a: Substring, b: Substring) -> Bool in a == b }), ("!=", { @Sendable (a: Substring, b: Substring) -> Bool in a != b }), ("<", { @Sendable (a: Substring, b: Substring) -> Bool in a < b }),
            (">", { @Sendable (a: Substring, b: Substring) -> Bool in a > b }), ("<=", { @Sendable (a: Substring, b: Substring) -> Bool in a <= b }), (">=", { @Sendable (a: Substring, b: Substring) -> Bool in a >= b }),
        ] {
            native("func \(name) <A: StringProtocol, B: StringProtocol>(_ left: A, _ right: B) -> Bool", "Whether `left \(name) right`.", NativeFunction(name) { (a: TextValue, b: TextValue) -> Bool in test(a.text, b.text) })
        }
        native("func + <S: StringProtocol>(_ left: String, _ right: S) -> String", "The two texts, one after the other.", NativeFunction("+") { (a: TextValue, b: TextValue) -> String in String(a.text) + b.text })
        native("func + <S: StringProtocol>(_ left: S, _ right: String) -> String", "The two texts, one after the other.", NativeFunction("+") { (a: TextValue, b: TextValue) -> String in String(a.text) + b.text })
        native("func + <S: StringProtocol>(_ left: Substring, _ right: S) -> Substring", "The two texts, one after the other.", NativeFunction("+") { (a: TextValue, b: TextValue) -> SubstringValue in SubstringValue(text: a.text + b.text) })
        text("var utf8: [UInt8] { get }", "The bytes of UTF-8.", "print(\"ñ\".utf8.count)", NativeFunction("utf8") { (text: TextValue) -> [UInt8] in Array(text.text.utf8) })
        text("var utf16: [UInt16] { get }", "The units of UTF-16.", "print(\"🙂\".utf16.count)", NativeFunction("utf16") { (text: TextValue) -> [UInt16] in Array(text.text.utf16) })
        text("var unicodeScalars: [Unicode.Scalar] { get }", "The Unicode scalars.", "print(\"ab\".unicodeScalars.map { $0.value })", NativeFunction("unicodeScalars") { (text: TextValue) -> [ScalarValue] in text.text.unicodeScalars.map { ScalarValue(scalar: $0) } })
        text("var characters: [Character] { get }", "The characters as an array.", NativeFunction("characters") { (text: TextValue) -> CharacterArray in CharacterArray(text: text.text) })
    }

    private func declareStringPositions() {
        text("var startIndex: String.Index { get }", "The position of the first character.", NativeFunction("startIndex") { (text: TextValue) -> Int in text.start })
        text("var endIndex: String.Index { get }", "The position behind the last character.", NativeFunction("endIndex") { (text: TextValue) -> Int in text.end })
        text("func index(after i: String.Index) -> String.Index", "The next position; an error at the end.", NativeFunction("index") { (text: TextValue, i: Int) throws -> Int in try text.moved(i, by: 1) })
        text("func index(before i: String.Index) -> String.Index", "The position before; an error at the start.", NativeFunction("index") { (text: TextValue, i: Int) throws -> Int in try text.moved(i, by: -1) })
        text("func index(_ i: String.Index, offsetBy distance: Int) -> String.Index", "The position so many characters further; an error outside the text.", "let s = \"hello\"\nprint(s[s.index(s.startIndex, offsetBy: 4)])", NativeFunction("index") { (text: TextValue, i: Int, distance: Int) throws -> Int in try text.moved(i, by: distance) })
        text("func index(_ i: String.Index, offsetBy distance: Int, limitedBy limit: String.Index) -> String.Index?", "The position so many characters further, or nil where that is beyond the limit.", NativeFunction("index") { (text: TextValue, i: Int, distance: Int, limit: Int) throws -> Int? in try text.moved(i, by: distance, limit: limit) })
        text("func distance(from start: String.Index, to end: String.Index) -> Int", "How many characters lie between.", NativeFunction("distance") { (text: TextValue, start: Int, end: Int) throws -> Int in text.text.distance(from: try text.position(start), to: try text.position(end)) })
        text("subscript(i: String.Index) -> Character { get }", "The character at a position; an error outside the text.", NativeFunction("subscript") { (text: TextValue, i: Int) throws -> Character in
            let position = try text.position(i)
            guard position < text.text.endIndex else { throw RuntimeFault(.index, "the position is out of range: it is the end of the text") }
            return text.text[position]
        })
        text("subscript(bounds: Range<String.Index>) -> Substring { get }", "The text between two positions; an error outside the text.", "let s = \"hello\"\nprint(s[s.startIndex..<s.index(s.startIndex, offsetBy: 2)])", NativeFunction("subscript") { (text: TextValue, bounds: CellTuple<Int, Int>) throws -> SubstringValue in
            let (lower, upper) = bounds.elements
            guard lower <= upper else { throw RuntimeFault(.range, "a range needs its lower bound first") }
            return SubstringValue(text.text[try text.position(lower)..<(try text.position(upper))], of: text)
        })
        source(on: "StringProtocol", "var indices: [String.Index] {\n var result: [String.Index] = []\n var i = startIndex\n while i < endIndex {\n  result.append(i)\n  i = index(after: i)\n }\n return result\n}", "The positions of all characters.", "for i in \"ab\".indices { print(\"ab\"[i]) }")
        text("func range<T: StringProtocol>(of target: T) -> Range<String.Index>?", "Where `target` is first found, or nil.", "print(\"hello\".range(of: \"ll\") != nil)", NativeFunction("range") { (text: TextValue, target: TextValue) -> CellTuple<Int, Int>? in text.range(of: target.text) })
        text("func firstRange<T: StringProtocol>(of target: T) -> Range<String.Index>?", "Where `target` is first found, or nil.", NativeFunction("range") { (text: TextValue, target: TextValue) -> CellTuple<Int, Int>? in text.range(of: target.text) })
        text("func ranges<T: StringProtocol>(of target: T) -> [Range<String.Index>]", "Everywhere that `target` is found.", "print(\"banana\".ranges(of: \"an\").count)", NativeFunction("ranges") { (text: TextValue, target: TextValue) -> [CellTuple<Int, Int>] in text.ranges(of: target.text) })
        text("func makeIterator() -> StringIterator", "What gives the characters one after the other.", NativeFunction("makeIterator") { (text: TextValue) -> StringIteratorValue in StringIteratorValue(text.text) })
        table.add(Declaration("struct StringIterator", documentation: "Gives the characters of a text, one after the other.", example: "var i = \"ab\".makeIterator()\nprint(i.next() ?? \"-\")", implementation: .type(NominalType(name: "StringIterator", form: .native))))
        native(on: "StringIterator", "func next() -> Character?", "The next character, or nil.", NativeFunction("next") { (iterator: StringIteratorValue) -> Character? in iterator.state.rest.next() })
    }

    private func declareStringParts() {
        text("func split(separator: Character, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true) -> [Substring]", "The parts between separators.", "print(\"a b c\".split(separator: \" \"))", NativeFunction(long: "split") { (check: InterruptCheck, text: TextValue, separator: Character, most: Int, omitting: Bool) throws -> TextParts in
            guard most >= 0 else { throw RuntimeFault(.precondition, "the number of splits cannot be negative: \(most)") }
            return try text.split(separator: separator, most, omitting, check)
        })
        text("func split<T: StringProtocol>(separator: T, maxSplits: Int = 9223372036854775807, omittingEmptySubsequences: Bool = true) -> [Substring]", "The parts between texts that separate them.", "print(\"a, b\".split(separator: \", \"))", NativeFunction(long: "split") { (check: InterruptCheck, text: TextValue, separator: TextValue, most: Int, omitting: Bool) throws -> TextParts in
            guard most >= 0 else { throw RuntimeFault(.precondition, "the number of splits cannot be negative: \(most)") }
            return try text.split(by: separator.text, most, omitting, check)
        })
        text("func components<T: StringProtocol>(separatedBy separator: T) -> [String]", "The parts between separators, empty ones too.", "print(\"a, b\".components(separatedBy: \", \"))", NativeFunction(long: "components") { (check: InterruptCheck, text: TextValue, separator: TextValue) throws -> [String] in try TextFormat.components(of: text.text, separatedBy: String(separator.text), check) })
        text("func components(separatedBy set: CharacterSet) -> [String]", "The parts between characters of a kind, empty ones too.", "print(\"a1b\".components(separatedBy: .decimalDigits))", NativeFunction("components") { (text: TextValue, set: CharacterSetValue) -> [String] in
            text.text.unicodeScalars.split(omittingEmptySubsequences: false) { set.contains($0) }.map { String($0) }
        })
        text("func replacingOccurrences<A: StringProtocol, B: StringProtocol>(of target: A, with replacement: B) -> String", "The text with every `target` replaced.", "print(\"a-b\".replacingOccurrences(of: \"-\", with: \"+\"))", NativeFunction(long: "replacingOccurrences") { (check: InterruptCheck, text: TextValue, target: TextValue, replacement: TextValue) throws -> String in
            try TextFormat.components(of: text.text, separatedBy: String(target.text), check).joined(separator: String(replacement.text))
        })
        text("func replacing<A: StringProtocol, B: StringProtocol>(_ target: A, with replacement: B) -> String", "The text with every `target` replaced.", "print(\"a-b\".replacing(\"-\", with: \"+\"))", NativeFunction(long: "replacing") { (check: InterruptCheck, text: TextValue, target: TextValue, replacement: TextValue) throws -> String in
            try TextFormat.components(of: text.text, separatedBy: String(target.text), check).joined(separator: String(replacement.text))
        })
        source(on: "StringProtocol", "func filter(_ test: (Character) throws -> Bool) rethrows -> String {\n var result = \"\"\n for c in self {\n  if try test(c) { result.append(c) }\n }\n return result\n}", "The characters that a test holds for.", "print(\"a1b2\".filter { $0.isLetter })")
        text("func trimmingCharacters(in set: CharacterSet) -> String", "The text without such characters at its ends.", "print(\"  a \".trimmingCharacters(in: .whitespaces))", NativeFunction("trimmingCharacters") { (text: TextValue, set: CharacterSetValue) -> String in set.trim(text.text) })
        text("func padding<T: StringProtocol>(toLength length: Int, withPad pad: T, startingAt start: Int) -> String", "The text made as long as `length`: cut, or filled up with `pad`.", "print(\"ab\".padding(toLength: 5, withPad: \".\", startingAt: 0))", NativeFunction("padding") { (text: TextValue, length: Int, pad: TextValue, start: Int) throws -> String in
            try TextFormat.padding(text.text, to: length, with: Array(pad.text), from: start)
        })
        text("func compare<T: StringProtocol>(_ other: T) -> ComparisonResult", "Which of two texts comes first.", "print(\"a\".compare(\"b\") == .orderedAscending)", NativeFunction("compare") { (a: TextValue, b: TextValue) -> Int in a.text == b.text ? 1 : a.text < b.text ? 0 : 2 })
        text("func caseInsensitiveCompare<T: StringProtocol>(_ other: T) -> ComparisonResult", "Which of two texts comes first, capital or not.", NativeFunction("compare") { (a: TextValue, b: TextValue) -> Int in
            let (x, y) = (a.text.lowercased(), b.text.lowercased())
            return x == y ? 1 : x < y ? 0 : 2
        })
        enumeration("ComparisonResult", ["orderedAscending", "orderedSame", "orderedDescending"], "The order of two values.", "print(\"b\".compare(\"a\") == ComparisonResult.orderedDescending)", isOfFoundation: true)
    }

    private func declareStringChanges() {
        func change(_ declaration: String, _ documentation: String, _ example: String = "", _ function: NativeFunction) {
            native(on: "String", declaration, documentation, example, function)
        }
        func change(_ declaration: String, _ documentation: String, _ function: NativeFunction) {
            change(declaration, documentation, "", function)
        }
        let append = NativeFunction("append") { (text: Inout<String>, other: TextValue) throws -> CellVoid in
            HeapObject.append(other.text, to: text.address)
            return CellVoid()
        }
        change("mutating func append(_ other: Character)", "Puts a character at the end.", append)
        change("mutating func append<S: StringProtocol>(_ other: S)", "Puts a text at the end.", "var s = \"a\"\ns.append(\"b\")\nprint(s)", append)
        change("mutating func append<S: StringProtocol>(contentsOf other: S)", "Puts a text at the end.", append)
        source(on: "String", "mutating func replace<A: StringProtocol, B: StringProtocol>(_ target: A, with replacement: B) {\n self = replacing(target, with: replacement)\n}", "Replaces every `target`.", "var s = \"a-b-c\"\ns.replace(\"-\", with: \"+\")\nprint(s)")
        source(on: "String", "mutating func append<S: Sequence>(contentsOf characters: S) where S.Element == Character {\n for c in characters { append(c) }\n}", "Puts characters at the end.")
        native("func += <S: StringProtocol>(_ text: inout String, _ other: S)", "Puts a text at the end.", "var s = \"a\"\ns += \"b\"\nprint(s)", append)
        for (name, label) in [("insert", "_ character: Character"), ("insert", "contentsOf text: T")] {
            let generic = label.hasPrefix("contents") ? "<T: StringProtocol>" : ""
            change("mutating func \(name)\(generic)(\(label), at i: String.Index)", "Puts text in front of a position.", generic.isEmpty ? "var s = \"bc\"\ns.insert(\"a\", at: s.startIndex)\nprint(s)" : "", NativeFunction("insert") { (text: Inout<String>, other: TextValue, i: Int) throws -> CellVoid in
                try text.change { $0.insert(contentsOf: other.text, at: try TextValue(text: $0[...]).position(i)) }
            })
        }
        change("@discardableResult mutating func remove(at i: String.Index) -> Character", "Takes out the character at a position.", "var s = \"abc\"\ns.remove(at: s.startIndex)\nprint(s)", NativeFunction("remove") { (text: Inout<String>, i: Int) throws -> Character in
            var result: Character = " "
            _ = try text.change {
                let position = try TextValue(text: $0[...]).position(i)
                guard position < $0.endIndex else { throw RuntimeFault(.index, "the position is out of range: it is the end of the text") }
                result = $0.remove(at: position)
            }
            return result
        })
        for (name, isFirst) in [("removeFirst", true), ("removeLast", false)] {
            change("@discardableResult mutating func \(name)() -> Character", "Takes out the \(isFirst ? "first" : "last") character; an error where there is none.", "var s = \"abc\"\ns.\(name)()\nprint(s)", NativeFunction(name) { (text: Inout<String>) throws -> Character in
                var result: Character = " "
                _ = try text.change {
                    guard !$0.isEmpty else { throw RuntimeFault(.index, "an empty text has no \(isFirst ? "first" : "last") character to remove", help: "test with isEmpty first") }
                    result = isFirst ? $0.removeFirst() : $0.removeLast()
                }
                return result
            })
            change("mutating func \(name)(_ k: Int)", "Takes out the \(isFirst ? "first" : "last") characters; an error where there are fewer.", NativeFunction(name) { (text: Inout<String>, k: Int) throws -> CellVoid in
                try text.change {
                    guard k >= 0, k <= $0.count else { throw RuntimeFault(.index, "\(k) characters cannot be removed from a text of \($0.count)") }
                    if isFirst { $0.removeFirst(k) } else { $0.removeLast(k) }
                }
            })
        }
        change("@discardableResult mutating func popLast() -> Character?", "Takes out the last character, or gives nil.", NativeFunction("popLast") { (text: Inout<String>) throws -> Character? in
            var result: Character?
            _ = try text.change { result = $0.popLast() }
            return result
        })
        source(on: "String", "mutating func removeAll(keepingCapacity: Bool = false) {\n self = \"\"\n}", "Takes out all characters.")
        source(on: "String", "mutating func removeAll(where test: (Character) throws -> Bool) rethrows {\n self = try filter { !(try test($0)) }\n}", "Takes out the characters that a test holds for.", "var s = \"a1\"\ns.removeAll { $0.isNumber }\nprint(s)")
        source(on: "String", "mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == String.Index {\n let range = bounds.relative(to: self)\n self = String(self[startIndex..<range.lowerBound]) + self[range.upperBound..<endIndex]\n}", "Takes out the text between two positions.")
        source(on: "String", "mutating func replaceSubrange<R: RangeExpression, S: StringProtocol>(_ bounds: R, with text: S) where R.Bound == String.Index {\n let range = bounds.relative(to: self)\n self = String(self[startIndex..<range.lowerBound]) + text + self[range.upperBound..<endIndex]\n}", "Puts another text in the place of the one between two positions.", "var s = \"hello\"\ns.replaceSubrange(s.startIndex...s.startIndex, with: \"J\")\nprint(s)")
        source(on: "String", "mutating func reserveCapacity(_ capacity: Int) {\n}", "Makes room beforehand.")
        source(on: "String", "mutating func write(_ text: String) {\n append(text)\n}", "Puts a text at the end.")
        source(on: "Substring", "@discardableResult mutating func removeFirst() -> Character {\n precondition(!isEmpty, \"Can't remove items from an empty collection\")\n let c = self[startIndex]\n self = dropFirst()\n return c\n}", "Takes out the first character; an error where there is none.")
        source(on: "Substring", "@discardableResult mutating func removeLast() -> Character {\n precondition(!isEmpty, \"Can't remove items from an empty collection\")\n let c = self[index(before: endIndex)]\n self = dropLast()\n return c\n}", "Takes out the last character; an error where there is none.")
        source(on: "Substring", "@discardableResult mutating func popFirst() -> Character? {\n isEmpty ? nil : removeFirst()\n}", "Takes out the first character, or gives nil.")
        source(on: "Substring", "@discardableResult mutating func popLast() -> Character? {\n isEmpty ? nil : removeLast()\n}", "Takes out the last character, or gives nil.")
        source(on: "Substring", "mutating func removeFirst(_ k: Int) {\n self = dropFirst(k)\n}", "Takes out the first characters.")
        native(on: "Substring", "init<S: StringProtocol>(_ text: S)", "The text as a part of itself.", NativeFunction("Substring.init") { (text: TextValue) -> SubstringValue in SubstringValue(text.text, of: text) })
        native(on: "Substring", "init(stringLiteral text: String)", "A text written out.", NativeFunction("Substring.init") { (text: TextValue) -> SubstringValue in SubstringValue(text.text, of: text) })
    }
}

/// The values of `Any...`, for a format.
private func formatArguments(_ array: Reference, _ machine: Machine) throws -> [FormatArgument] {
    let (elements, count) = HeapObject.array(array)
    return try (0..<count).map { try FormatArgument(elements + $0, machine) }
}

extension Inout where Value == String {
    /// Changes the string where it lies; a copy of its own when others share it.
    fileprivate func change(_ body: (inout String) throws -> Void) throws -> CellVoid {
        if HeapObject.isUnique(address[0]) {
            try body(&HeapObject.string(HeapObject.block(address[0])).pointee)
            return CellVoid()
        }
        var copy = HeapObject.string(address[0])
        try body(&copy)
        set(copy)
        return CellVoid()
    }
}

extension Conduct {
    /// A part of a text shows, compares and hashes as a text.
    static let text = Conduct(
        describe: { _, slots, _, isNested, text in
            let value = try TextValue.load(slots).text
            text += isNested ? value.debugDescription : String(value)
        },
        equal: { _, left, right, _ in try TextValue.load(left).text == TextValue.load(right).text },
        hash: { _, slots, _, hasher in hasher.combine(String(try TextValue.load(slots).text)) })
}
