/// Numbers as a figure writes them: fixed decimals, a real minus sign, never −0.
package enum NumberText {
    static let minus = "\u{2212}"
    private static let superscripts: [Character] = [
        "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
    ]

    /// The whole number `digits` × 10^`exponent` with no more decimals than `decimals`.
    ///
    /// Works on the digits alone, so that 3 × 0.2 reads 0.6.
    static func decimal(_ digits: Int, exponent: Int, decimals: Int) -> String {
        var text = String(digits.magnitude)
        if exponent >= 0 {
            if digits != 0 { text += String(repeating: "0", count: exponent) }
            if decimals > 0 { text += "." + String(repeating: "0", count: decimals) }
        } else {
            let places = -exponent
            if text.count <= places {
                text = String(repeating: "0", count: places - text.count + 1) + text
            }
            var whole = text.dropLast(places)
            var fraction = text.suffix(places)
            if fraction.count > decimals {
                fraction = fraction.prefix(decimals)
            }
            if whole.isEmpty { whole = "0" }
            text = String(whole)
            if decimals > 0 {
                text += "." + fraction
                text += String(repeating: "0", count: decimals - fraction.count)
            }
        }
        return digits < 0 ? minus + text : text
    }

    /// An exponent in raised digits: ⁻³.
    package static func superscript(_ value: Int) -> String {
        var text = value < 0 ? "⁻" : ""
        for digit in String(value.magnitude) {
            text.append(superscripts[digit.wholeNumberValue ?? 0])
        }
        return text
    }

    /// A number of things: 1 point, 2 points.
    package static func counted(_ count: Int, _ thing: String) -> String {
        "\(count) \(thing)\(count == 1 ? "" : "s")"
    }

    /// A value with that many decimals.
    package static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? minus + "∞" : "∞" }
        let scaled = (abs(value) * Numerics.tenTo(decimals)).rounded()
        guard scaled < 9e15 else { return short(value) }
        let text = decimal(Int(scaled), exponent: -decimals, decimals: decimals)
        return value < 0 && scaled > 0 ? minus + text : text
    }

    /// A value in few significant digits, for labels and descriptions: 0.0412, 97, 1.2×10⁻⁷.
    package static func short(_ value: Double, digits: Int = 3) -> String {
        guard value.isFinite else { return value.isNaN ? "NaN" : value < 0 ? minus + "∞" : "∞" }
        if value == 0 { return "0" }
        if let whole = Numerics.integer(value), abs(whole) < 1_000_000 {
            return decimal(whole, exponent: 0, decimals: 0)
        }
        var exponent = Int(Numerics.log10(abs(value)).rounded(.down))
        var mantissa = (abs(value) / Numerics.tenTo(exponent - digits + 1)).rounded()
        if mantissa >= Numerics.tenTo(digits) {
            mantissa /= 10
            exponent += 1
        }
        var whole = Int(mantissa)
        var power = exponent - digits + 1
        while whole % 10 == 0, whole != 0 {
            whole /= 10
            power += 1
        }
        let sign = value < 0 ? minus : ""
        if exponent < -4 || exponent >= 6 {
            let places = max(0, exponent - power)
            return sign + decimal(whole, exponent: -places, decimals: places) + "×10"
                + superscript(exponent)
        }
        return sign + decimal(whole, exponent: power, decimals: max(0, -power))
    }
}

extension NumberText {
    /// A number in lowered digits: ₁₂.
    static func subscripted(_ value: Int) -> String {
        let digits: [Character] = ["₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉"]
        return (value < 0 ? "₋" : "")
            + String(String(value.magnitude).map { digits[$0.wholeNumberValue ?? 0] })
    }

    /// A whole number with thin gaps between thousands: 1 234 567.
    static func grouped(_ value: Int) -> String {
        var text = ""
        for (index, digit) in String(value.magnitude).reversed().enumerated() {
            if index > 0, index % 3 == 0 { text.append("\u{202f}") }
            text.append(digit)
        }
        return (value < 0 ? minus : "") + String(text.reversed())
    }
}
