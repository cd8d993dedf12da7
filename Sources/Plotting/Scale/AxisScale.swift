/// How an axis spreads its numbers: `.linear`, `.log`, `.symlog`, `.date`; as a string, `"log"`.
public struct AxisScale: Sendable, Hashable, ExpressibleByStringLiteral {
    /// matplotlib's name.
    public let name: String
    /// Below this magnitude a symlog axis is linear.
    public let threshold: Double

    public init(stringLiteral name: String) { self.init(name) }

    /// The scale of that name; an unknown one is an error when the figure is drawn.
    public init(_ name: String) { self.init(name: name, threshold: 1) }

    private init(name: String, threshold: Double) {
        self.name = name
        self.threshold = threshold
    }

    /// Equal distances for equal differences.
    public static let linear = AxisScale("linear")
    /// Equal distances for equal ratios; positive numbers only.
    public static let log = AxisScale("log")
    /// Logarithmic both ways from zero, linear below 1.
    public static let symlog = AxisScale("symlog")
    /// Logarithmic both ways from zero, linear below `threshold`.
    public static func symlog(threshold: Double) -> AxisScale {
        AxisScale(name: "symlog", threshold: threshold)
    }

    /// Moments as seconds since the beginning of 1970, with dates as names.
    public static let date = AxisScale("date")

    static let known = ["linear", "log", "symlog", "date"]

    /// Whether equal differences are equal distances.
    var isLinear: Bool { name == "linear" || name == "date" }

    /// The position of a value before the limits are applied; NaN where it has none.
    func forward(_ value: Double) -> Double {
        switch name {
        case "log": return value > 0 ? Numerics.log10(value) : .nan
        case "symlog":
            let size = abs(value) / threshold
            guard size > 1 else { return value / threshold }
            return (value < 0 ? -1 : 1) * (1 + Numerics.log10(size))
        default: return value
        }
    }

    /// The value at a position.
    func backward(_ position: Double) -> Double {
        switch name {
        case "log": return Numerics.power(10, position)
        case "symlog":
            let size = abs(position)
            guard size > 1 else { return position * threshold }
            return (position < 0 ? -1 : 1) * threshold * Numerics.power(10, size - 1)
        default: return position
        }
    }
}
