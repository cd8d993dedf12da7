internal import Glibc

/// A value given to `String(format:)`.
enum FormatArgument {
    case integer(Int)
    case floating(Double)
    case text(String)

    init(_ slot: UnsafePointer<UInt64>, _ machine: Machine) throws {
        let (type, slots) = HeapObject.existential(at: slot)
        switch type.nominal?.form {
        case .int, .fixedInteger: self = .integer(Int(truncatingIfNeeded: slots[0]))
        case .double: self = .floating(Double(bitPattern: slots[0]))
        case .float: self = .floating(Double(Float(bitPattern: UInt32(truncatingIfNeeded: slots[0]))))
        case .bool: self = .integer(slots[0] == 0 ? 0 : 1)
        default: self = .text(try machine.describe(UnsafePointer(slots), type, debug: false))
        }
    }
}

/// C's printf on checked arguments.
enum TextFormat {
    /// One `%…` of a format.
    private struct Part {
        var flags = ""
        var width = ""
        var precision: String?
        var length = ""
        /// The argument it names, from 1; nil for the next one.
        var position: Int?
        var conversion: Character = "%"

        var text: String { "%" + flags + width + (precision.map { "." + $0 } ?? "") }
    }

    static func write(_ format: String, _ arguments: [FormatArgument]) throws -> String {
        var result = ""
        var next = 0
        var rest = Substring(format)
        func take(_ position: Int?) throws -> FormatArgument {
            let index = position.map { $0 - 1 } ?? next
            if position == nil { next += 1 }
            guard arguments.indices.contains(index) else {
                throw RuntimeFault(.precondition, "the format '\(format)' wants more than the \(arguments.count) values it was given")
            }
            return arguments[index]
        }
        func size(_ name: String) throws -> Int {
            guard case .integer(let value) = try take(nil) else {
                throw RuntimeFault(.precondition, "'*' in the format '\(format)' takes an Int as its \(name)")
            }
            return value
        }
        while let percent = rest.firstIndex(of: "%") {
            result += rest[..<percent]
            rest = rest[rest.index(after: percent)...]
            var part = Part()
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            if let position = Int(digits), rest.dropFirst(digits.count).first == "$" {
                part.position = position
                rest = rest.dropFirst(digits.count + 1)
            }
            while let c = rest.first, "-+ #0'".contains(c) { part.flags.append(rest.removeFirst()) }
            if rest.first == "*" {
                rest.removeFirst()
                let width = try size("width")
                if width < 0 { part.flags += "-" }
                part.width = "\(width.magnitude)"
            }
            while let c = rest.first, c.isASCII, c.isNumber { part.width.append(rest.removeFirst()) }
            if rest.first == "." {
                rest.removeFirst()
                part.precision = ""
                if rest.first == "*" {
                    rest.removeFirst()
                    part.precision = "\(max(try size("precision"), 0))"
                }
                while let c = rest.first, c.isASCII, c.isNumber { part.precision?.append(rest.removeFirst()) }
            }
            while let c = rest.first, "lhqzjtL".contains(c) { part.length.append(rest.removeFirst()) }
            guard let conversion = rest.popFirst() else {
                throw RuntimeFault(.precondition, "the format '\(format)' ends in the middle of a '%'")
            }
            part.conversion = conversion
            if conversion == "%" {
                result += "%"
                continue
            }
            // Widths are small: what C would pad to gigabytes is refused.
            guard (Int(part.width) ?? 0) <= 10_000, (Int(part.precision ?? "") ?? 0) <= 10_000, part.flags.count < 20 else {
                throw RuntimeFault(.precondition, "'\(part.text)\(conversion)' in the format '\(format)' is wider than 10,000")
            }
            result += try one(part, take(part.position), format)
        }
        return result + rest
    }

    private static func one(_ part: Part, _ argument: FormatArgument, _ format: String) throws -> String {
        switch (part.conversion, argument) {
        case ("d", .integer(let value)), ("i", .integer(let value)), ("D", .integer(let value)):
            return print(part.text + "ld", signed(value, part.length))
        case ("u", .integer(let value)), ("x", .integer(let value)), ("X", .integer(let value)), ("o", .integer(let value)), ("U", .integer(let value)), ("O", .integer(let value)):
            return print(part.text + "l" + part.conversion.lowercased().replacing("x", with: String(part.conversion)), unsigned(value, part.length))
        case ("c", .integer(let value)), ("C", .integer(let value)):
            let scalar = UInt32(exactly: value).flatMap { Unicode.Scalar($0) }
            return pad(scalar.map { String($0) } ?? "", part)
        case ("f", .floating(let value)), ("e", .floating(let value)), ("g", .floating(let value)), ("a", .floating(let value)), ("E", .floating(let value)), ("G", .floating(let value)), ("F", .floating(let value)), ("A", .floating(let value)):
            return print(part.text + String(part.conversion), value)
        case ("f", .integer), ("e", .integer), ("g", .integer), ("E", .integer), ("G", .integer), ("F", .integer), ("d", .floating), ("i", .floating), ("u", .floating), ("x", .floating), ("X", .floating), ("o", .floating), ("c", .floating):
            throw RuntimeFault(
                .precondition, "'%\(part.conversion)' in the format '\(format)' does not go with the value's type",
                help: "dixXou".contains(part.conversion) ? "use '%f' for a Double, or convert with Int(…)" : "convert the value with Double(…)")
        // The width of '%@' does not count, as in Foundation.
        case ("@", .text(let text)): return text
        case ("@", .integer(let value)): return "\(value)"
        case ("@", .floating(let value)): return "\(value)"
        case ("s", .text(let text)), ("S", .text(let text)):
            return pad(String(text.prefix(part.precision.flatMap { Int($0) } ?? Int.max)), part)
        // A pointer to nothing, in C.
        case ("s", .integer(0)): return pad("(null)", part)
        default:
            throw RuntimeFault(.precondition, "'%\(part.conversion)' in the format '\(format)' does not go with the value's type")
        }
    }

    /// What C reads of an argument of that length.
    private static func signed(_ value: Int, _ length: String) -> Int {
        switch length {
        case "hh": Int(Int8(truncatingIfNeeded: value))
        case "h": Int(Int16(truncatingIfNeeded: value))
        case "": Int(Int32(truncatingIfNeeded: value))
        default: value
        }
    }

    private static func unsigned(_ value: Int, _ length: String) -> Int {
        switch length {
        case "hh": Int(UInt8(truncatingIfNeeded: value))
        case "h": Int(UInt16(truncatingIfNeeded: value))
        case "": Int(UInt32(truncatingIfNeeded: value))
        default: value
        }
    }

    private static func print(_ specification: String, _ value: some CVarArg) -> String {
        withVaList([value]) { list in
            var buffer = [CChar](repeating: 0, count: 11_000)
            let count = vsnprintf(&buffer, buffer.count, specification, list)
            return String(decoding: buffer.prefix(max(0, min(Int(count), buffer.count - 1))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    private static func pad(_ text: String, _ part: Part) -> String {
        guard let width = Int(part.width), text.count < width else { return text }
        let space = String(repeating: " ", count: width - text.count)
        return part.flags.contains("-") ? text + space : space + text
    }

    static func components(of text: Substring, separatedBy separator: String, _ check: InterruptCheck) throws -> [String] {
        guard !separator.isEmpty else { return [String(text)] }
        var parts: [String] = []
        var rest = text
        while let found = rest.firstRange(of: separator) {
            try check()
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        parts.append(String(rest))
        return parts
    }

    /// Each word with a capital letter in front; a word is letters and what joins them.
    static func capitalized(_ text: Substring) -> String {
        var result = ""
        var isInside = false
        for character in text {
            let isPart = character.isLetter
            if isPart {
                result += isInside ? character.lowercased() : character.uppercased()
            } else {
                result.append(character)
            }
            isInside = isPart || (isInside && (character == "'" || character == "’"))
        }
        return result
    }

    static func padding(
        _ text: Substring, to length: Int, with pad: [Character], from start: Int
    ) throws -> String {
        guard length >= 0, length < 1 << 28 else {
            throw RuntimeFault(.precondition, "a text cannot be padded to \(length) characters")
        }
        // As in Foundation lengths are counted in UTF-16 units.
        let count = text.utf16.count
        guard count < length else { return String(decoding: text.utf16.prefix(length), as: UTF16.self) }
        guard !pad.isEmpty, pad.indices.contains(start) else {
            throw RuntimeFault(
                .precondition,
                pad.isEmpty
                    ? "a text cannot be padded with an empty one"
                    : "padding cannot start at \(start) of a text of \(pad.count) characters")
        }
        let units = Array(String(pad).utf16)
        let missing = (0..<length - count).map { units[(start + $0) % units.count] }
        return text + String(decoding: missing, as: UTF16.self)
    }
}
