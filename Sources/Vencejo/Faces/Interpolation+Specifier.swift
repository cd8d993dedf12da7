internal import Glibc

extension String.StringInterpolation {
    /// A number written as C's printf does: `"\(loss, specifier: "%.3f")"`.
    public mutating func appendInterpolation<Value: BinaryFloatingPoint>(_ value: Value, specifier: String) {
        appendLiteral(PrintfText.text(Double(value), specifier))
    }

    /// A whole number written as C's printf does: `"\(count, specifier: "%5d")"`.
    public mutating func appendInterpolation<Value: BinaryInteger>(_ value: Value, specifier: String) {
        appendLiteral(PrintfText.text(Int(truncatingIfNeeded: value), specifier))
    }

    /// A text in the place of `%@` or `%s`, of the width that stands there: `"\(name, specifier: "%10s")"`.
    public mutating func appendInterpolation(_ value: String, specifier: String) {
        appendLiteral(PrintfText.text(value, specifier))
    }

    /// The same under its other name.
    public mutating func appendInterpolation<Value: BinaryFloatingPoint>(_ value: Value, format: String) {
        appendInterpolation(value, specifier: format)
    }

    /// The same under its other name.
    public mutating func appendInterpolation<Value: BinaryInteger>(_ value: Value, format: String) {
        appendInterpolation(value, specifier: format)
    }

    /// The same under its other name.
    public mutating func appendInterpolation(_ value: String, format: String) {
        appendInterpolation(value, specifier: format)
    }
}

/// Values written as C's printf does.
private enum PrintfText {
    static func text(_ value: Double, _ specifier: String) -> String {
        guard let last = conversion(specifier) else { return printed(specifier, []) }
        return "diouxX".contains(last)
            ? text(Int(exactly: value.rounded(.towardZero)) ?? 0, specifier) : printed(specifier, [value])
    }

    static func text(_ value: Int, _ specifier: String) -> String {
        guard let last = conversion(specifier) else { return printed(specifier, []) }
        if "eEfFgGaA".contains(last) { return text(Double(value), specifier) }
        if last == "@" || last == "s" { return text(String(value), specifier) }
        // All whole numbers are passed as 64 bits; `%d` alone would read 32 of them.
        return printed(widened(specifier), [value])
    }

    static func text(_ value: String, _ specifier: String) -> String {
        guard let percent = specifier.firstIndex(of: "%"),
            let end = specifier[percent...].firstIndex(where: { $0 == "@" || $0 == "s" })
        else { return specifier }
        let options = specifier[specifier.index(after: percent)..<end]
        let width = Int(options.drop { $0 == "-" }) ?? 0
        let room = String(repeating: " ", count: max(0, width - value.count))
        return specifier[..<percent] + (options.hasPrefix("-") ? value + room : room + value)
            + specifier[specifier.index(after: end)...]
    }

    /// The letter that says as what the first value is written.
    private static func conversion(_ specifier: String) -> Character? {
        guard let percent = specifier.firstIndex(of: "%") else { return nil }
        return specifier[specifier.index(after: percent)...].first { $0.isLetter && !"lhqzjt".contains($0) || $0 == "@" }
    }

    private static func widened(_ specifier: String) -> String {
        guard !specifier.contains("l"), let percent = specifier.firstIndex(of: "%"),
            let letter = specifier[percent...].firstIndex(where: { "diouxXc".contains($0) }), specifier[letter] != "c"
        else { return specifier }
        return specifier[..<letter] + "l" + specifier[letter...]
    }

    private static func printed(_ specifier: String, _ values: [any CVarArg]) -> String {
        withVaList(values) { list in
            var buffer = [CChar](repeating: 0, count: 512)
            let needed = Int(vsnprintf(&buffer, buffer.count, specifier, list))
            guard needed >= buffer.count else { return text(buffer) }
            buffer = [CChar](repeating: 0, count: needed + 1)
            return withVaList(values) { again in
                vsnprintf(&buffer, buffer.count, specifier, again)
                return text(buffer)
            }
        }
    }

    private static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
