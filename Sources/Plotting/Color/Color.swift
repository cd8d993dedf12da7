/// A colour: red, green, blue and opacity, 0 to 255 each.
///
/// Written as a string in matplotlib's spellings: `"red"`, `"r"`, `"C1"` (a series colour), `"tab:blue"`,
/// `"0.5"` (a gray), `"#1f77b4"`, `"#fff"`, `"#1f77b480"`.
public struct Color: Sendable, Hashable, ExpressibleByStringLiteral {
    enum Value: Sendable, Hashable {
        case rgba(UInt32)
        case series(Int)
        case unknown(String)
    }
    let value: Value

    /// A colour of red, green, blue and opacity between 0 and 1; values outside are clamped.
    public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
        func byte(_ value: Double) -> UInt32 {
            UInt32(max(0, min(255, (value.isNaN ? 0 : value) * 255 + 0.5)))
        }
        value = .rgba(byte(red) << 24 | byte(green) << 16 | byte(blue) << 8 | byte(opacity))
    }

    /// The colour with that number in the order of series.
    public static func series(_ index: Int) -> Color { Color(value: .series(max(0, index))) }

    init(value: Value) { self.value = value }

    /// The opaque colour 0xrrggbb.
    init(rgb: UInt32) { value = .rgba(rgb << 8 | 255) }

    public init(stringLiteral name: String) { self.init(name) }

    /// The colour of that name; an unknown name is an error when it is drawn with.
    public init(_ name: String) {
        value = Self.parse(name) ?? .unknown(name)
    }

    public static let black = Color(rgb: 0x000000)
    public static let white = Color(rgb: 0xffffff)
    public static let gray = Color(rgb: 0x808080)
    public static let red = Color("red")
    public static let green = Color("green")
    public static let blue = Color("blue")
    public static let orange = Color("orange")
    public static let purple = Color("purple")
    public static let brown = Color("brown")
    public static let pink = Color("pink")
    public static let cyan = Color("cyan")
    public static let magenta = Color("magenta")
    public static let yellow = Color("yellow")
    /// No colour at all: `"none"`.
    public static let clear = Color(value: .rgba(0))

    private static func parse(_ name: String) -> Value? {
        let text = name.lowercased()
        if text.hasPrefix("#") { return hexadecimal(text.dropFirst()).map { .rgba($0) } }
        if text.count >= 2, name.hasPrefix("C"), let index = Int(name.dropFirst()), index >= 0 {
            return .series(index)
        }
        if let gray = Double(text), gray >= 0, gray <= 1 {
            let byte = UInt32(gray * 255 + 0.5)
            return .rgba(byte << 24 | byte << 16 | byte << 8 | 255)
        }
        if let rgb = ColorNames.values[text] { return .rgba(rgb << 8 | 255) }
        if text == "none" || text == "clear" || text == "transparent" { return .rgba(0) }
        return nil
    }

    private static func hexadecimal(_ digits: Substring) -> UInt32? {
        guard let number = UInt32(digits, radix: 16) else { return nil }
        switch digits.utf8.count {
        case 3:
            let (r, g, b) = (number >> 8 & 15, number >> 4 & 15, number & 15)
            return (r * 17) << 24 | (g * 17) << 16 | (b * 17) << 8 | 255
        case 6: return number << 8 | 255
        case 8: return number
        default: return nil
        }
    }
}

extension Color: CustomStringConvertible {
    /// As a string that means it: `#1f77b4`, with opacity `#1f77b480`, or `C1`.
    public var description: String {
        switch value {
        case .rgba(let packed):
            let digits = String(packed & 255 == 255 ? packed >> 8 : packed, radix: 16)
            return "#" + String(repeating: "0", count: (packed & 255 == 255 ? 6 : 8) - digits.count) + digits
        case .series(let index): return "C\(index)"
        case .unknown(let name): return name
        }
    }
}

/// Four bytes of a colour, as the scene uses them.
package struct RGBA: Sendable, Hashable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8
    package var alpha: UInt8

    package init(_ rgb: UInt32, alpha: UInt8 = 255) {
        red = UInt8(rgb >> 16 & 255)
        green = UInt8(rgb >> 8 & 255)
        blue = UInt8(rgb & 255)
        self.alpha = alpha
    }

    /// 0xRRGGBBAA.
    package var packed: UInt32 {
        UInt32(red) << 24 | UInt32(green) << 16 | UInt32(blue) << 8 | UInt32(alpha)
    }

    /// Relative luminance of WCAG 2, 0 (black) to 1 (white), alpha ignored.
    package var luminance: Double {
        func linear(_ byte: UInt8) -> Double {
            let value = Double(byte) / 255
            return value <= 0.04045 ? value / 12.92 : Numerics.power((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The colour with its opacity multiplied by `factor`.
    func faded(_ factor: Double) -> RGBA {
        var color = self
        color.alpha = UInt8(max(0, min(255, Double(alpha) * factor + 0.5)))
        return color
    }

    /// This colour mixed with another: 0 is this, 1 the other.
    func mixed(with other: RGBA, _ share: Double) -> RGBA {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8(max(0, min(255, Double(a) + (Double(b) - Double(a)) * share + 0.5)))
        }
        var color = self
        color.red = mix(red, other.red)
        color.green = mix(green, other.green)
        color.blue = mix(blue, other.blue)
        return color
    }

    /// White or near-black, whichever is easier to read on this colour.
    var readableInk: RGBA {
        // Contrast with white is 1.05/(L+.05), with near-black (L+.05)/.06: equal at L ≈ 0.2.
        luminance > 0.2 ? Ink.onLight : Ink.onDark
    }
}
