/// A colour for each number between 0 and 1.
///
/// Members: `.viridis` (default) `.plasma` `.inferno` `.magma` `.cividis` `.turbo` `.gray` `.blues`
/// `.greens` `.oranges` `.rdBu` `.coolwarm` `.piYG` `.twilight` `.bwr`; as a string, matplotlib's
/// spelling, with `_r` for the reverse: `"gray_r"`.
public struct Colormap: Sendable, Hashable, ExpressibleByStringLiteral {
    /// matplotlib's name, such as `viridis` or `gray_r`.
    public let name: String

    public init(stringLiteral name: String) { self.init(name) }

    /// The map of that name; an unknown name is an error when it is drawn with.
    public init(_ name: String) {
        let reverse = name.hasSuffix("_r")
        let base = reverse ? String(name.dropLast(2)) : name
        let spelled =
            ColormapTables.names.first { $0.lowercased() == base.lowercased() }
            ?? (base.lowercased() == "grey" || base.lowercased() == "grays" ? "gray" : base)
        // matplotlib's "Greys" runs from white to black.
        if ["greys", "binary"].contains(base.lowercased()) {
            self.name = reverse ? "gray" : "gray_r"
        } else {
            self.name = spelled + (reverse ? "_r" : "")
        }
    }

    public static let viridis = Colormap("viridis")
    public static let plasma = Colormap("plasma")
    public static let inferno = Colormap("inferno")
    public static let magma = Colormap("magma")
    public static let cividis = Colormap("cividis")
    public static let turbo = Colormap("turbo")
    public static let gray = Colormap("gray")
    public static let blues = Colormap("Blues")
    public static let greens = Colormap("Greens")
    public static let oranges = Colormap("Oranges")
    public static let rdBu = Colormap("RdBu")
    public static let coolwarm = Colormap("coolwarm")
    public static let piYG = Colormap("PiYG")
    public static let twilight = Colormap("twilight")
    public static let bwr = Colormap("bwr")

    /// The map from its other end.
    public var reversed: Colormap {
        Colormap(name.hasSuffix("_r") ? String(name.dropLast(2)) : name + "_r")
    }

    /// The names of all maps.
    public static var names: [String] { ColormapTables.names }

    /// The map's 256 colours.
    package func colors() throws(PlotError) -> [RGBA] {
        let reverse = name.hasSuffix("_r")
        let base = reverse ? String(name.dropLast(2)) : name
        guard let table = ColormapTables.table(base) else {
            throw .unknownName(
                what: "colormap", given: name,
                known: ColormapTables.names.map { $0 == "gray" ? "gray (gray_r)" : $0 })
        }
        var colors: [RGBA] = []
        colors.reserveCapacity(256)
        table.withUTF8Buffer { digits in
            func nibble(_ index: Int) -> UInt32 {
                let digit = UInt32(digits[index])
                return digit < 58 ? digit - 48 : digit - 87
            }
            for entry in 0..<(digits.count / 6) {
                var rgb: UInt32 = 0
                for digit in 0..<6 { rgb = rgb << 4 | nibble(entry * 6 + digit) }
                colors.append(RGBA(rgb))
            }
        }
        return reverse ? colors.reversed() : colors
    }
}

/// Numbers to colours: limits and the map between them.
struct ColorScale: Sendable {
    var low: Double
    var high: Double
    var colors: [RGBA]
    var map: Colormap

    init(map: Colormap, low: Double, high: Double) throws(PlotError) {
        self.map = map
        self.low = low
        self.high = high
        colors = try map.colors()
    }

    /// The entry of the map for a value, clamped; nil for NaN.
    func index(_ value: Double) -> Int? {
        guard !value.isNaN else { return nil }
        guard high > low else { return colors.count / 2 }
        let share = (value - low) / (high - low)
        return max(0, min(colors.count - 1, Int(max(0, min(1, share)) * Double(colors.count))))
    }

    func color(_ value: Double) -> RGBA? { index(value).map { colors[$0] } }
}
