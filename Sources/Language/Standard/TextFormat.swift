internal import Glibc

/// A value given to `String(format:)`.
enum FormatArgument {
    case integer(Int)
    case floating(Double)
    case text(String)

    init(_ reference: Reference, _ machine: Machine) throws {
        var reference = reference
        let (type, slots) = HeapObject.existential(at: &reference)
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
    static func write(_ format: String, _ arguments: [FormatArgument]) throws -> String {
        var result = ""
        var next = 0
        var rest = Substring(format)
        while let percent = rest.firstIndex(of: "%") {
            result += rest[..<percent]
            rest = rest[rest.index(after: percent)...]
            var specification = "%"
            while let c = rest.first, "-+ #0123456789.*'".contains(c) {
                specification.append(c)
                rest.removeFirst()
            }
            while let c = rest.first, "lhqzjt".contains(c) { rest.removeFirst() }
            guard let conversion = rest.popFirst() else {
                throw RuntimeFault(.precondition, "the format '\(format)' ends in the middle of a '%'")
            }
            if conversion == "%" {
                result += "%"
                continue
            }
            guard next < arguments.count else {
                throw RuntimeFault(.precondition, "the format '\(format)' wants more than the \(arguments.count) values it was given")
            }
            guard !specification.contains("*"), specification.count < 20 else {
                throw RuntimeFault(.precondition, "'\(specification)\(conversion)' in the format '\(format)' is not supported", help: "write the width as digits")
            }
            result += try one(specification, conversion, arguments[next], format)
            next += 1
        }
        return result + rest
    }

    private static func one(_ specification: String, _ conversion: Character, _ argument: FormatArgument, _ format: String) throws -> String {
        // Widths are small: what C would pad to gigabytes is refused.
        let digits = specification.split { !$0.isNumber }.compactMap { Int($0) }
        guard digits.allSatisfy({ $0 <= 10_000 }) else {
            throw RuntimeFault(.precondition, "'\(specification)\(conversion)' in the format '\(format)' is wider than 10,000")
        }
        switch (conversion, argument) {
        case ("d", .integer(let value)), ("i", .integer(let value)), ("u", .integer(let value)), ("x", .integer(let value)), ("X", .integer(let value)), ("o", .integer(let value)):
            return print(specification + "l" + String(conversion), value)
        case ("f", .floating(let value)), ("e", .floating(let value)), ("g", .floating(let value)), ("E", .floating(let value)), ("G", .floating(let value)), ("F", .floating(let value)):
            return print(specification + String(conversion), value)
        case ("f", .integer), ("e", .integer), ("g", .integer), ("d", .floating), ("i", .floating):
            throw RuntimeFault(.precondition, "'%\(conversion)' in the format '\(format)' does not go with the value's type", help: conversion == "d" ? "use '%f' for a Double, or convert with Int(…)" : "convert the value with Double(…)")
        case ("@", .text(let text)), ("s", .text(let text)): return pad(text, specification)
        case ("@", .integer(let value)): return pad("\(value)", specification)
        case ("@", .floating(let value)): return pad("\(value)", specification)
        default:
            throw RuntimeFault(.precondition, "'%\(conversion)' in the format '\(format)' does not go with the value's type")
        }
    }

    private static func print(_ specification: String, _ value: some CVarArg) -> String {
        withVaList([value]) { list in
            var buffer = [CChar](repeating: 0, count: 11_000)
            let count = vsnprintf(&buffer, buffer.count, specification, list)
            return String(decoding: buffer.prefix(max(0, min(Int(count), buffer.count - 1))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
    }

    private static func pad(_ text: String, _ specification: String) -> String {
        guard let width = Int(specification.filter(\.isNumber)), text.count < width else { return text }
        let space = String(repeating: " ", count: width - text.count)
        return specification.contains("-") ? text + space : space + text
    }

    static func components(of text: String, separatedBy separator: String) -> [String] {
        guard !separator.isEmpty else { return [text] }
        var parts: [String] = []
        var rest = Substring(text)
        while let found = rest.firstRange(of: separator) {
            parts.append(String(rest[..<found.lowerBound]))
            rest = rest[found.upperBound...]
        }
        parts.append(String(rest))
        return parts
    }
}
