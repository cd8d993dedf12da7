private import Synchronization

/// How tensors are printed: NumPy's options of the same meaning.
public struct PrintOptions: Sendable, Equatable {
    /// The most places after the point.
    public var precision = 8
    /// Tensors with more elements are shortened to their edges.
    public var threshold = 1000
    /// How many elements stay at each edge of an axis that is shortened.
    public var edgeItems = 3
    /// Columns of a line.
    public var lineWidth = 75
    /// Whether small and very different numbers are written without exponents.
    public var suppress = false

    public init() {}

    private static let shared = Mutex(PrintOptions())

    /// The options in use.
    public static var current: PrintOptions {
        get { shared.withLock { $0 } }
        set { shared.withLock { $0 = newValue } }
    }
}

extension Checked {
    /// Changes how tensors are printed; what is not given is as at the start.
    package static func setPrintOptions(
        precision: Int = 8, threshold: Int = 1000, edgeItems: Int = 3, lineWidth: Int = 75,
        suppress: Bool = false
    ) throws(TensorError) {
        guard (0...100).contains(precision), threshold >= 0, (1...10_000).contains(edgeItems), lineWidth > 0 else {
            throw .domain(
                operation: "setPrintOptions",
                problem: "precision \(precision), threshold \(threshold), edgeItems \(edgeItems), lineWidth \(lineWidth)",
                help: "the precision is 0 to 100, the threshold 0 or more, the others 1 or more")
        }
        var options = PrintOptions()
        options.precision = precision
        options.threshold = threshold
        options.edgeItems = edgeItems
        options.lineWidth = lineWidth
        options.suppress = suppress
        PrintOptions.current = options
    }
}

/// Changes how tensors are printed; what is not given is as at the start.
///
///     setPrintOptions(precision: 3, suppress: true)
public func setPrintOptions(
    precision: Int = 8, threshold: Int = 1000, edgeItems: Int = 3, lineWidth: Int = 75,
    suppress: Bool = false
) {
    orEnd { () throws(TensorError) in
        try Checked.setPrintOptions(
            precision: precision, threshold: threshold, edgeItems: edgeItems, lineWidth: lineWidth,
            suppress: suppress)
    }
}
