/// How a line is dashed: `.solid`, `.dashed`, `.dotted`, `.dashdot`, `.none`; as a string, matplotlib's
/// `"-"`, `"--"`, `":"`, `"-."`, `""`.
public struct LineStyle: Sendable, Hashable, ExpressibleByStringLiteral {
    /// matplotlib's long name; an unknown one is an error when it is drawn with.
    public let name: String

    public init(stringLiteral name: String) { self.init(name) }

    public init(_ name: String) {
        switch name {
        case "-": self.name = "solid"
        case "--": self.name = "dashed"
        case ":": self.name = "dotted"
        case "-.": self.name = "dashdot"
        case "", " ", "none", "None": self.name = "none"
        default: self.name = name
        }
    }

    public static let solid = LineStyle("solid")
    public static let dashed = LineStyle("dashed")
    public static let dotted = LineStyle("dotted")
    public static let dashdot = LineStyle("dashdot")
    public static let none = LineStyle("none")

    static let known = ["solid", "dashed", "dotted", "dashdot", "none"]

    /// Dash and gap lengths in line widths.
    var pattern: [Double] {
        switch name {
        case "dashed": return [3.7, 1.8]
        case "dotted": return [1.1, 1.9]
        case "dashdot": return [5.5, 1.8, 1.1, 1.8]
        default: return []
        }
    }
}

/// The shape of a point: `.circle`, `.square`, `.triangle`, …; as a string, matplotlib's `"o"`, `"s"`,
/// `"^"`, `"v"`, `"<"`, `">"`, `"D"`, `"x"`, `"+"`, `"*"`, `"."`, `","`, `"p"`, `"h"`, `"P"`, `"X"`, `"|"`,
/// `"_"`, `""`.
public struct Marker: Sendable, Hashable, ExpressibleByStringLiteral {
    /// matplotlib's sign; an unknown one is an error when it is drawn with.
    public let sign: String

    public init(stringLiteral name: String) { self.init(name) }

    public init(_ name: String) {
        sign = Self.longNames[name] ?? (["None", " "].contains(name) ? "" : name)
    }

    public static let circle = Marker("o")
    public static let point = Marker(".")
    public static let square = Marker("s")
    public static let triangle = Marker("^")
    public static let diamond = Marker("D")
    public static let cross = Marker("x")
    public static let plus = Marker("+")
    public static let star = Marker("*")
    public static let none = Marker("")

    private static let longNames = [
        "circle": "o", "point": ".", "square": "s", "triangle": "^", "diamond": "D",
        "cross": "x", "plus": "+", "star": "*", "none": "", "d": "D", "H": "h",
    ]

    static let known = [
        "o", ".", ",", "s", "^", "v", "<", ">", "D", "x", "+", "*", "p", "h", "P", "X", "|", "_",
    ]
    /// The order in which series that need it get a marker.
    static let cycle: [Marker] = ["o", "s", "^", "D", "v", "P", "X", "p", "*", "h"]
    /// Signs drawn as lines, not filled.
    var isOpen: Bool { ["x", "+", "|", "_"].contains(sign) }
}

/// Whether a layer of very many marks is drawn as a picture: `.automatic`, `.always`, `.never`.
public struct Rasterize: Sendable, Hashable, ExpressibleByStringLiteral {
    public let name: String

    public init(stringLiteral name: String) { self.name = name }

    public static let automatic: Rasterize = "automatic"
    public static let always: Rasterize = "always"
    public static let never: Rasterize = "never"
}

/// A place for the legend: matplotlib's ten, `.best`, or `.outside`.
public struct LegendLocation: Sendable, Hashable, ExpressibleByStringLiteral {
    /// matplotlib's name, such as `upper right`.
    public let name: String

    public init(stringLiteral name: String) { self.init(name) }

    public init(_ name: String) {
        self.name =
            name == "right" ? "center right" : name == "outside" ? "outside right" : name
    }

    public static let best = LegendLocation("best")
    public static let upperRight = LegendLocation("upper right")
    public static let upperLeft = LegendLocation("upper left")
    public static let lowerLeft = LegendLocation("lower left")
    public static let lowerRight = LegendLocation("lower right")
    public static let centerLeft = LegendLocation("center left")
    public static let centerRight = LegendLocation("center right")
    public static let lowerCenter = LegendLocation("lower center")
    public static let upperCenter = LegendLocation("upper center")
    public static let center = LegendLocation("center")
    public static let outside = LegendLocation("outside right")

    /// The places in the order that "best" tries them.
    static let inside = [
        "upper right", "upper left", "lower left", "lower right", "center right", "center left",
        "lower center", "upper center", "center",
    ]
    static let known = ["best", "outside right"] + inside
}
