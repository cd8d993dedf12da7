@_spi(_Unicode) import Swift

/// Finding and replacing with options: `text.range(of: "x", options: .caseInsensitive)`.
extension StandardLibrary {
    func declareTextOptions() {
        let name = "String.CompareOptions"
        _ = structure(name, [], "How texts are compared and found.", "print(\"Hello\".range(of: \"L\", options: .caseInsensitive) != nil)") { _ in [("rawValue", .int, false)] }
        table.conform(name, to: "OptionSet")
        source(on: name, "init(rawValue: Int) {\n self.rawValue = rawValue\n}", "The options of a number's bits.", "print(String.CompareOptions(rawValue: 1).contains(.caseInsensitive))")
        source(on: name, "init(arrayLiteral options: String.CompareOptions...) {\n self.rawValue = options.reduce(0) { $0 | $1.rawValue }\n}", "The options that are listed.", "print(\"Éa\".range(of: \"e\", options: [.caseInsensitive, .diacriticInsensitive]) != nil)")
        for (option, value, documentation) in [
            ("caseInsensitive", TextSearch.caseInsensitive, "Capital and small letters are the same."), ("literal", 2, "Character by character, as cells do anyway."),
            ("diacriticInsensitive", TextSearch.diacriticInsensitive, "Letters are the same with and without their accents."), ("widthInsensitive", 256, "Wide forms of letters count as they are."), ("backwards", TextSearch.backwards, "From the end."), ("anchored", TextSearch.anchored, "Only at the beginning, or at the end where it goes backwards."),
            ("numeric", TextSearch.numeric, "Digits that follow one another are a number."), ("regularExpression", TextSearch.regularExpression, "What is looked for is a regular expression."),
        ] {
            source(on: name, "static var \(option): String.CompareOptions {\n String.CompareOptions(rawValue: \(value))\n}", documentation, "print(\"Hello\".range(of: \"l\", options: .\(option)) != nil)")
        }
        let interpolation = "String.StringInterpolation"
        let extended = "extension String.StringInterpolation {\n mutating func appendInterpolation(hex n: Int) { appendLiteral(String(n, radix: 16)) }\n}\nprint(\"\\(hex: 255)\")"
        _ = structure(interpolation, [], "What an interpolated text is put together in; an extension gives it forms of one's own.", extended) { _ in [("_text", .string, true)] }
        source(on: interpolation, "init() {\n self._text = \"\"\n}", "Nothing yet.", "print(\"\\(1 + 1) is a part\")")
        source(on: interpolation, "mutating func appendLiteral(_ text: String) {\n _text += text\n}", "Puts a text at the end.", "extension String.StringInterpolation {\n mutating func appendInterpolation(octal n: Int) { appendLiteral(String(n, radix: 8)) }\n}\nprint(\"\\(octal: 64)\")")
        source(on: interpolation, "mutating func appendInterpolation<T>(_ value: T) {\n _text += String(describing: value)\n}", "Puts a value at the end, as `print` shows it.", "print(\"a value: \\([1, 2])\")")
        let encoding = "String.Encoding"
        _ = structure(encoding, [], "How a text lies in bytes.", "print(String(bytes: [104, 105] as [UInt8], encoding: .utf8) ?? \"\")") { _ in [("rawValue", .int, false)] }
        source(on: encoding, "init(rawValue: Int) {\n self.rawValue = rawValue\n}", "The encoding of a number.", "print(String.Encoding.utf8.rawValue)")
        for (one, value) in [("ascii", 1), ("utf8", 4), ("utf16", 10)] {
            source(on: encoding, "static var \(one): String.Encoding {\n String.Encoding(rawValue: \(value))\n}", "\(one.uppercased()).", "print(\"hi\".lengthOfBytes(using: .\(one)))")
        }
        source(on: "StringProtocol", "func lengthOfBytes(using encoding: String.Encoding) -> Int {\n switch encoding.rawValue {\n case 1:\n  let bytes = utf8\n  return bytes.contains { $0 > 127 } ? 0 : bytes.count\n case 10: return utf16.count * 2\n default: return utf8.count\n }\n}", "How many bytes the text takes in an encoding; 0 where the encoding does not have it.", "print(\"añb\".lengthOfBytes(using: .utf8))")
        source(on: "StringProtocol", "func maximumLengthOfBytes(using encoding: String.Encoding) -> Int {\n switch encoding.rawValue {\n case 1: return utf16.count\n case 10: return utf16.count * 2\n default: return utf16.count * 3\n }\n}", "How many bytes the text takes in an encoding at most.", "print(\"añb\".maximumLengthOfBytes(using: .utf8))")
        // The mark in front tells which byte of a unit comes first; without one it is the higher.
        source("func _textOfUnits(_ bytes: [UInt8]) -> String? {\n guard bytes.count % 2 == 0 else { return nil }\n let isMarked = bytes.count > 1 && (bytes[0] == 255 && bytes[1] == 254 || bytes[0] == 254 && bytes[1] == 255)\n let low = isMarked && bytes[0] == 255 ? 0 : 1\n var text = \"\"\n var high = 0\n var i = isMarked ? 2 : 0\n while i < bytes.count {\n  let unit = Int(bytes[i + low]) + Int(bytes[i + 1 - low]) * 256\n  i += 2\n  if unit >= 55296 && unit < 56320 && high == 0 {\n   high = unit\n   continue\n  }\n  let isPair = unit >= 56320 && unit < 57344\n  guard isPair == (high != 0), let scalar = UnicodeScalar(UInt32(isPair ? 65536 + (high - 55296) * 1024 + unit - 56320 : unit)) else { return nil }\n  text.append(Character(scalar))\n  high = 0\n }\n return high == 0 ? text : nil\n}", "The text that units of UTF-16 say.")
        source(on: "String", "init?<S: Sequence>(bytes: S, encoding: String.Encoding) where S.Element == UInt8 {\n let all = Array(bytes)\n if encoding.rawValue == 10 {\n  guard let text = _textOfUnits(all) else { return nil }\n  self = text\n  return\n }\n let text = String(decoding: all, as: UTF8.self)\n if Array(text.utf8) != all || (encoding.rawValue == 1 && all.contains { $0 > 127 }) { return nil }\n self = text\n}", "The text that bytes say, or nil where they say none.", "print(String(bytes: [104, 105] as [UInt8], encoding: .utf8) ?? \"\")")
        let place = NativeFunction(long: "range") { (check: InterruptCheck, text: TextValue, target: TextValue, options: Int) throws -> CellTuple<Int, Int>? in
            let search = TextSearch(text: text.text, options: options)
            let found = try search.isPattern ? search.pattern(target.text, check) { try $0.firstRange() } : search.range(of: target.text, from: text.text.startIndex)
            return found.map { CellTuple(text.offset(of: $0.lowerBound), text.offset(of: $0.upperBound)) }
        }
        native(on: "StringProtocol", "func range<T: StringProtocol>(of target: T, options: String.CompareOptions) -> Range<String.Index>?", "Where `target` is found, or nil.", "print(\"Hello\".range(of: \"L\", options: .caseInsensitive) != nil)", place)
        native(on: "StringProtocol", "func replacingOccurrences<A: StringProtocol, B: StringProtocol>(of target: A, with replacement: B, options: String.CompareOptions) -> String", "The text with every `target` replaced.", "print(\"a-A\".replacingOccurrences(of: \"a\", with: \"b\", options: .caseInsensitive))", NativeFunction(long: "replacingOccurrences") { (check: InterruptCheck, text: TextValue, target: TextValue, replacement: TextValue, options: Int) throws -> String in
            let search = TextSearch(text: text.text, options: options)
            return try search.isPattern ? search.pattern(target.text, check) { try $0.replacing(with: replacement.text) } : search.replacing(target.text, with: replacement.text)
        })
        native(on: "StringProtocol", "func folding(options: String.CompareOptions, locale: Locale?) -> String", "The text without what the options leave out of account: accents, or capitals.", "print(\"Crème\".folding(options: .diacriticInsensitive, locale: nil))", NativeFunction(name: "folding", isInout: [false, false, false]) { frame in
            let text = try TextValue.load(frame.arguments).text
            let options = Int.load(frame.arguments + 1)
            text.map { TextSearch.fold($0, options) }.joined().store(frame.result)
        })
        let compare = NativeFunction("compare") { (text: TextValue, other: TextValue, options: Int) -> Int in TextSearch(text: text.text, options: options).order(beside: other.text) }
        native(on: "StringProtocol", "func compare<T: StringProtocol>(_ other: T, options: String.CompareOptions) -> ComparisonResult", "Which of two texts comes first, by what the options take into account.", "print(\"a\".compare(\"A\", options: .caseInsensitive) == .orderedSame)", compare)
        native(on: "StringProtocol", "var precomposedStringWithCanonicalMapping: String { get }", "The text with letters and their accents as one code each.", "print(\"e\\u{301}\".precomposedStringWithCanonicalMapping.unicodeScalars.count)", NativeFunction("precomposed") { (text: TextValue) -> String in
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: text.text._nfc)
            return String(scalars)
        })
        native(on: "StringProtocol", "var decomposedStringWithCanonicalMapping: String { get }", "The text with letters and their accents as codes of their own.", "print(\"é\".decomposedStringWithCanonicalMapping.unicodeScalars.count)", NativeFunction("decomposed") { (text: TextValue) -> String in
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: text.text._nfd)
            return String(scalars)
        })
        let common = NativeFunction("commonPrefix") { (text: TextValue, other: TextValue) -> String in TextSearch(text: text.text, options: 0).commonPrefix(with: other.text) }
        let commonByOptions = NativeFunction("commonPrefix") { (text: TextValue, other: TextValue, options: Int) -> String in TextSearch(text: text.text, options: options).commonPrefix(with: other.text) }
        native(on: "StringProtocol", "func commonPrefix<T: StringProtocol>(with other: T) -> String", "The characters that both texts begin with.", "print(\"hello\".commonPrefix(with: \"help\"))", common)
        native(on: "StringProtocol", "func commonPrefix<T: StringProtocol>(with other: T, options: String.CompareOptions) -> String", "The characters that both texts begin with, as this one has them.", "print(\"Hello\".commonPrefix(with: \"HELP\", options: .caseInsensitive))", commonByOptions)
        native(on: "StringProtocol", "func localizedCaseInsensitiveContains<T: StringProtocol>(_ other: T) -> Bool", "Whether `other` is in the text, capital and small letters being the same.", "print(\"Hello\".localizedCaseInsensitiveContains(\"HELL\"))", NativeFunction("contains") { (text: TextValue, target: TextValue) -> Bool in
            TextSearch(text: text.text, options: TextSearch.caseInsensitive).range(of: target.text, from: text.text.startIndex) != nil
        })
    }
}

/// A text being searched, with the bits of `String.CompareOptions`.
private struct TextSearch {
    static let caseInsensitive = 1
    static let backwards = 4
    static let anchored = 8
    static let numeric = 64
    static let diacriticInsensitive = 128
    static let regularExpression = 1024

    let text: Substring
    let options: Int

    var isPattern: Bool { options & Self.regularExpression != 0 }

    func pattern<Result>(_ pattern: Substring, _ check: InterruptCheck, _ body: (PatternSearch) throws -> Result) throws -> Result {
        try withoutActuallyEscaping(check) { check in
            try body(
                PatternSearch(
                    pattern, in: text, ignoresCase: options & Self.caseInsensitive != 0, isAnchored: options & Self.anchored != 0, check))
        }
    }

    /// A character as it is compared.
    private func folded(_ character: Character) -> String {
        Self.fold(character, options)
    }

    /// A character without what the options leave out of account.
    static func fold(_ character: Character, _ options: Int) -> String {
        var text = String(character)
        // By way of the capital: `ß` and `SS` are then the same.
        if options & caseInsensitive != 0 { text = text.uppercased().lowercased() }
        if options & diacriticInsensitive != 0 {
            var plain = String.UnicodeScalarView()
            for scalar in text._nfd where scalar.properties.generalCategory != .nonspacingMark { plain.append(scalar) }
            text = String(plain)
        }
        return text
    }

    /// 0 where this text comes first, 1 where it is the same as the other, 2 where it comes behind it.
    func order(beside other: Substring) -> Int {
        func parts(_ text: Substring) -> [String] { text.map(folded) }
        let (a, b) = (parts(text), parts(other))
        guard options & Self.numeric != 0 else { return a.elementsEqual(b) ? 1 : a.lexicographicallyPrecedes(b) ? 0 : 2 }
        func isDigit(_ part: String) -> Bool { part.utf8.count == 1 && part >= "0" && part <= "9" }
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if isDigit(a[i]), isDigit(b[j]) {
                // The longer number is the greater one, zeros in front aside.
                let (x, y) = (a[i...].prefix(while: isDigit), b[j...].prefix(while: isDigit))
                let (m, n) = (x.drop { $0 == "0" }, y.drop { $0 == "0" })
                if m.count != n.count { return m.count < n.count ? 0 : 2 }
                if !m.elementsEqual(n) { return m.lexicographicallyPrecedes(n) ? 0 : 2 }
                (i, j) = (x.endIndex, y.endIndex)
            } else {
                if a[i] != b[j] { return a[i] < b[j] ? 0 : 2 }
                (i, j) = (i + 1, j + 1)
            }
        }
        return i < a.count ? 2 : j < b.count ? 0 : 1
    }

    func commonPrefix(with other: Substring) -> String {
        String(text.prefix(zip(text, other).prefix { folded($0) == folded($1) }.count))
    }

    func range(of target: Substring, from start: Substring.Index) -> Range<Substring.Index>? {
        if target.isEmpty { return nil }
        let wanted = target.map(folded)
        func end(at start: Substring.Index) -> Substring.Index? {
            var index = start
            for character in wanted {
                guard index < text.endIndex, folded(text[index]) == character else { return nil }
                index = text.index(after: index)
            }
            return index
        }
        let isBackwards = options & Self.backwards != 0
        var starts = Array(text[start...].indices)
        if isBackwards { starts.reverse() }
        for index in starts {
            guard let end = end(at: index) else { continue }
            if options & Self.anchored != 0, isBackwards ? end != text.endIndex : index != start { continue }
            return index..<end
        }
        return nil
    }

    func replacing(_ target: Substring, with replacement: Substring) -> String {
        let forwards = TextSearch(text: text, options: options & ~Self.backwards)
        var result = ""
        var position = text.startIndex
        while let found = forwards.range(of: target, from: position) {
            result += text[position..<found.lowerBound]
            result += replacement
            position = found.upperBound
        }
        return result + text[position...]
    }
}
