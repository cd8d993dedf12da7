import Tensors

/// One number for all axes, or one for each: `3` or `[3, 5]`.
public protocol AxisSizes: Sendable {
    /// The numbers.
    var axisSizes: [Int] { get }
}

extension Int: AxisSizes {
    public var axisSizes: [Int] { [self] }
}

extension [Int]: AxisSizes {
    public var axisSizes: [Int] { self }
}
