#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Decimal digits of a number: sign, digits, and the place of the point.
///
/// NumPy prints the shortest digits that read back as the same number, cut at a precision; where
/// they are cut, the exact value is rounded, halves to even.
struct Decimal {
    var isNegative: Bool
    /// Digits without leading or trailing zeros; empty for 0.
    var digits: [UInt8]
    /// The value is 0.d₁d₂d₃… · 10^point.
    var point: Int

    /// The shortest digits of a Double, or of a Float when `isSingle`.
    init(shortest value: Double, isSingle: Bool) {
        self.init(text: isSingle ? Float(value).description : value.description)
    }

    /// The digits of a number as `description` or printf writes it.
    init(text: String) {
        isNegative = false
        digits = []
        point = 0
        var seenPoint = false
        var bytes = Array(text.utf8)[...]
        if bytes.first == UInt8(ascii: "-") {
            isNegative = true
            bytes = bytes.dropFirst()
        }
        while let byte = bytes.first {
            bytes = bytes.dropFirst()
            switch byte {
            case UInt8(ascii: "."):
                seenPoint = true
            case UInt8(ascii: "e"):
                point += Int(String(decoding: bytes, as: UTF8.self)) ?? 0
                bytes = []
            default:
                digits.append(byte - UInt8(ascii: "0"))
                if !seenPoint { point += 1 }
            }
        }
        trim()
    }

    private mutating func trim() {
        while digits.last == 0 { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point -= zeros
        if digits.isEmpty { point = 1 }
    }

    /// Digits for fixed-point notation with at most `precision` places.
    static func positional(_ value: Double, isSingle: Bool, precision: Int) -> Decimal {
        let shortest = Decimal(shortest: value, isSingle: isSingle)
        if shortest.digits.count - shortest.point <= precision { return shortest }
        return Decimal(text: printed(value, "%.\(precision)f"))
    }

    /// Digits for scientific notation with at most `precision` places.
    static func scientific(_ value: Double, isSingle: Bool, precision: Int) -> Decimal {
        let shortest = Decimal(shortest: value, isSingle: isSingle)
        if shortest.digits.count <= precision + 1 { return shortest }
        return Decimal(text: printed(value, "%.\(precision)e"))
    }

    /// The value rounded to so many places of scientific notation.
    static func exact(_ value: Double, places: Int) -> Decimal {
        Decimal(text: printed(value, "%.\(places)e"))
    }

    private static func printed(_ value: Double, _ format: String) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
            guard let base = buffer.baseAddress else { return "0" }
            let length = withVaList([value]) { vsnprintf(base, 400, format, $0) }
            return String(
                decoding: UnsafeRawBufferPointer(start: base, count: Int(length)), as: UTF8.self)
        }
    }

    /// The sign and the digits before the point.
    var integerPart: String {
        var text = isNegative ? "-" : ""
        if point <= 0 { return text + "0" }
        for i in 0..<point { text.append(character(i)) }
        return text
    }

    /// The digits after the point.
    var fraction: String {
        var text = ""
        if digits.count <= point { return text }
        for i in point..<digits.count { text.append(i < 0 ? "0" : character(i)) }
        return text
    }

    /// The exponent of scientific notation.
    var exponent: Int { digits.isEmpty ? 0 : point - 1 }

    private func character(_ i: Int) -> Character {
        Character(UnicodeScalar(UInt8(ascii: "0") + (i < digits.count ? digits[i] : 0)))
    }

    /// Sign and first digit, then the digits after the point, for scientific notation.
    var mantissa: (String, String) {
        let sign = isNegative ? "-" : ""
        guard !digits.isEmpty else { return (sign + "0", "") }
        var fraction = ""
        for i in 1..<Swift.max(digits.count, 1) { fraction.append(character(i)) }
        return (sign + String(character(0)), fraction)
    }

    /// The exponent with its sign and at least `width` digits: `e+08`.
    static func exponentText(_ exponent: Int, width: Int = 2) -> String {
        let digits = String(exponent.magnitude)
        let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
        return "e" + (exponent < 0 ? "-" : "+") + zeros + digits
    }
}

/// How the elements of one tensor are written, so that they line up.
enum ArrayFormat {
    case truths
    case integers(width: Int)
    case fixed(left: Int, right: Int, isSingle: Bool, precision: Int)
    case scientific(left: Int, places: Int, exponentWidth: Int)

    /// The format for these elements, by NumPy's rules.
    init(_ values: [Double], dtype: DType, _ options: PrintOptions) {
        let precision = options.precision
        let isSingle = dtype == .float32
        let finite = values.filter(\.isFinite)
        let magnitudes = finite.lazy.filter { $0 != 0 }.map(Swift.abs)
        let isScientific: Bool
        if let most = magnitudes.max(), let least = magnitudes.min() {
            // From 10⁶ on the last place of a float32 is no fraction any more.
            let isLarge = most >= (isSingle ? 1e6 : 1e8)
            let isSpread =
                isSingle
                ? Float(least) < 0.0001 || Float(most) / Float(least) > 1000
                : least < 0.0001 || most / least > 1000
            isScientific = isLarge || !options.suppress && isSpread
        } else {
            isScientific = false
        }
        var left = 0
        var right = 0
        var exponentWidth = 2
        if isScientific {
            for value in finite {
                let decimal = Decimal.scientific(
                    value, isSingle: isSingle, precision: precision)
                let (whole, fraction) = decimal.mantissa
                left = Swift.max(left, whole.utf8.count)
                right = Swift.max(right, fraction.utf8.count)
                exponentWidth = Swift.max(
                    exponentWidth, String(decimal.exponent.magnitude).utf8.count)
            }
        } else {
            for value in finite {
                let decimal = Decimal.positional(
                    value, isSingle: isSingle, precision: precision)
                left = Swift.max(left, decimal.integerPart.utf8.count)
                right = Swift.max(right, decimal.fraction.utf8.count)
            }
        }
        if finite.count != values.count {
            let hasNegative = values.contains { $0 == -.infinity }
            let offset = (isScientific ? exponentWidth + 2 + right : right) + 1
            left = Swift.max(left, 3 - offset, 3 + (hasNegative ? 1 : 0) - offset)
        }
        self =
            isScientific
            ? .scientific(left: left, places: right, exponentWidth: exponentWidth)
            : .fixed(left: left, right: right, isSingle: isSingle, precision: precision)
    }

    /// The format for integers.
    init(_ values: [Int]) {
        let least = values.min().map { String($0).utf8.count } ?? 0
        let most = values.max().map { String($0).utf8.count } ?? 0
        self = .integers(width: Swift.max(least, most))
    }

    /// One real number.
    func text(_ value: Double) -> String {
        switch self {
        case .fixed(let left, let right, let isSingle, let precision):
            guard value.isFinite else { return Self.notFinite(value, width: left + right + 1) }
            let decimal = Decimal.positional(
                value, isSingle: isSingle, precision: precision)
            let (whole, fraction) = (decimal.integerPart, decimal.fraction)
            return Self.spaces(left - whole.utf8.count) + whole + "." + fraction
                + Self.spaces(right - fraction.utf8.count)
        case .scientific(let left, let places, let exponentWidth):
            guard value.isFinite else {
                return Self.notFinite(value, width: left + places + exponentWidth + 3)
            }
            // All places are filled with the value's own digits, beyond the shortest ones too.
            let decimal = Decimal.exact(value, places: places)
            let (whole, fraction) = decimal.mantissa
            return Self.spaces(left - whole.utf8.count) + whole + "." + fraction
                + String(repeating: "0", count: Swift.max(0, places - fraction.utf8.count))
                + Decimal.exponentText(decimal.exponent, width: exponentWidth)
        case .truths, .integers:
            return "\(value)"
        }
    }

    /// One integer, or one truth value as 0 or 1.
    func text(_ value: Int) -> String {
        switch self {
        case .truths: return value != 0 ? " True" : "False"
        case .integers(let width):
            let text = String(value)
            return Self.spaces(width - text.utf8.count) + text
        case .fixed, .scientific: return text(Double(value))
        }
    }

    private static func notFinite(_ value: Double, width: Int) -> String {
        let text = value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
        return spaces(width - text.utf8.count) + text
    }

    private static func spaces(_ count: Int) -> String {
        String(repeating: " ", count: Swift.max(0, count))
    }

    /// A number by itself, as Python writes it: `0.1`, `1e-05`, `3.0`, `nan`.
    static func scalar(_ value: Double, isSingle: Bool) -> String {
        guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
        let decimal = Decimal(shortest: value, isSingle: isSingle)
        let size = Swift.abs(value)
        if size != 0, size < 1e-4 || size >= (isSingle ? 1e6 : 1e16) {
            let exponent = decimal.exponent
            let (whole, fraction) = decimal.mantissa
            return whole + (fraction.isEmpty ? "" : "." + fraction)
                + Decimal.exponentText(exponent)
        }
        let fraction = decimal.fraction
        return decimal.integerPart + "." + (fraction.isEmpty ? "0" : fraction)
    }
}
