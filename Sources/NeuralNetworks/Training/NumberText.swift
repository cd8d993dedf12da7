/// Numbers as progress lines and tables show them: short, and the same wherever they are printed.
package enum NumberText {
    /// Four decimals; very small and very large numbers with an exponent: `0.0432`, `3.2e-05`.
    package static func short(_ value: Double) -> String {
        if value.isNaN { return "nan" }
        if value.isInfinite { return value < 0 ? "-inf" : "inf" }
        let magnitude = abs(value)
        if magnitude != 0, magnitude < 5e-4 || magnitude >= 1e6 { return scientific(value) }
        return fixed(value, decimals: 4)
    }

    package static func fixed(_ value: Double, decimals: Int) -> String {
        var scale = 1
        for _ in 0..<decimals { scale *= 10 }
        let rounded = (abs(value) * Double(scale)).rounded(.toNearestOrEven)
        guard rounded < 9e15 else { return scientific(value) }
        let whole = Int(rounded) / scale
        let rest = String(Int(rounded) % scale)
        let sign = value < 0 && rounded != 0 ? "-" : ""
        guard decimals > 0 else { return sign + String(whole) }
        return sign + "\(whole)." + String(repeating: "0", count: decimals - rest.count) + rest
    }

    private static func scientific(_ value: Double) -> String {
        var mantissa = abs(value)
        var exponent = 0
        while mantissa >= 10 {
            mantissa /= 10
            exponent += 1
        }
        while mantissa < 1, mantissa > 0 {
            mantissa *= 10
            exponent -= 1
        }
        var digits = fixed(mantissa, decimals: 2)
        if digits.hasPrefix("10") {
            digits = "1.00"
            exponent += 1
        }
        let sign = value < 0 ? "-" : ""
        let power = abs(exponent) < 10 ? "0\(abs(exponent))" : String(abs(exponent))
        return "\(sign)\(digits)e\(exponent < 0 ? "-" : "+")\(power)"
    }

    /// A whole number with its thousands marked: `535,818`.
    package static func grouped(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return value < 0 ? "-" + text : text
    }
}
