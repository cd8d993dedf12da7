/// Bytes of a text file that is being written.
struct ByteBuffer {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(byte: UInt8) { bytes.append(byte) }

    mutating func append(integer value: Int) {
        if value >= 0, value < 10 {
            bytes.append(48 + UInt8(value))
            return
        }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        // Digits come last first, four bits each: divisions by a constant are multiplications.
        var magnitude = value.magnitude
        var digits: UInt64 = 0
        var count = 0
        while magnitude > 0, count < 16 {
            digits = digits << 4 | UInt64(magnitude % 10)
            magnitude /= 10
            count += 1
        }
        if magnitude > 0 { append(integer: Int(magnitude)) }
        while count > 0 {
            bytes.append(48 + UInt8(digits & 15))
            digits >>= 4
            count -= 1
        }
    }

    /// A number of hundredths or tenths without trailing zeros and without a zero before the point.
    mutating func append(scaled value: Int, decimals: Int) {
        guard value != 0 else {
            bytes.append(48)
            return
        }
        var places = decimals
        var magnitude = Int(value.magnitude)
        while places > 0, magnitude % 10 == 0 {
            magnitude /= 10
            places -= 1
        }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        guard places > 0 else { return append(integer: magnitude) }
        let (whole, rest) =
            switch places {
            case 1: magnitude.quotientAndRemainder(dividingBy: 10)
            case 2: magnitude.quotientAndRemainder(dividingBy: 100)
            default: magnitude.quotientAndRemainder(dividingBy: 1000)
            }
        if whole > 0 { append(integer: whole) }
        bytes.append(UInt8(ascii: "."))
        if places > 2 { bytes.append(48 + UInt8(rest / 100)) }
        if places > 1 { bytes.append(48 + UInt8(rest / 10 % 10)) }
        bytes.append(48 + UInt8(rest % 10))
    }

    /// A finite number with at most that many decimals; NaN and infinity are written as 0, since
    /// nothing that is not a number may reach the file.
    mutating func append(_ value: Double, decimals: Int = 2) {
        append(scaled: Self.scaled(value, decimals), decimals: decimals)
    }

    static func scaled(_ value: Double, _ decimals: Int) -> Int {
        let factor: Double = decimals == 0 ? 1 : decimals == 1 ? 10 : decimals == 2 ? 100 : 1000
        return whole(value * factor) ?? 0
    }

    /// The nearest whole number, halves away from zero, of numbers below 10¹⁵; without the call of a function that
    /// `rounded()` is on processors of the oldest kind, which took longer than the rest of a path.
    static func whole(_ value: Double) -> Int? {
        guard abs(value) < 1e15 else { return nil }
        let cut = Int(value)
        let rest = value - Double(cut)
        return rest >= 0.5 ? cut + 1 : rest <= -0.5 ? cut - 1 : cut
    }

    /// Text with the characters that XML gives a meaning escaped.
    mutating func append(escaped text: String) {
        for byte in TextMeasure.clean(text).utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;" as StaticString)
            case UInt8(ascii: "<"): append("&lt;" as StaticString)
            case UInt8(ascii: ">"): append("&gt;" as StaticString)
            case UInt8(ascii: "\""): append("&quot;" as StaticString)
            default: bytes.append(byte)
            }
        }
    }

    /// Bytes as base64.
    mutating func append(base64 data: [UInt8]) {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        bytes.reserveCapacity(bytes.count + (data.count + 2) / 3 * 4)
        var index = 0
        while index < data.count {
            let a = Int(data[index])
            let b = index + 1 < data.count ? Int(data[index + 1]) : 0
            let c = index + 2 < data.count ? Int(data[index + 2]) : 0
            bytes.append(alphabet[a >> 2])
            bytes.append(alphabet[(a & 3) << 4 | b >> 4])
            bytes.append(index + 1 < data.count ? alphabet[(b & 15) << 2 | c >> 6] : 61)
            bytes.append(index + 2 < data.count ? alphabet[c & 63] : 61)
            index += 3
        }
    }

    mutating func replace(at position: Int, with text: String) {
        for (offset, byte) in text.utf8.enumerated() { bytes[position + offset] = byte }
    }
}
