/// What is wrong with a widget that code asks for.
public enum WidgetError: Error, Equatable, CustomStringConvertible {
    /// The least value is above the greatest.
    case bounds(min: String, max: String)
    /// A step that is not above 0.
    case step(String)
    /// The base of a logarithmic slider that is not above 1.
    case base(String)
    /// A choice without options.
    case noOptions
    /// A value that is none of the options.
    case notAnOption(String, options: [String])
    /// As many titles as children are needed.
    case titles(Int, children: Int)

    public var description: String {
        switch self {
        case .bounds(let min, let max): "the least value \(min) is above the greatest, \(max)"
        case .step(let step): "a step of \(step), but it has to be above 0"
        case .base(let base): "a base of \(base), but it has to be above 1"
        case .noOptions: "a choice without options"
        case .notAnOption(let value, let options):
            "'\(value)' is none of the options \(options.map { "'\($0)'" }.joined(separator: ", "))"
        case .titles(let titles, let children): "\(titles) titles for \(children) children"
        }
    }
}
