public import Tensors

/// What the pooling layers have in common.
public class PoolingLayer: BuiltInLayer, @unchecked Sendable {
    package let poolSize: [Int]
    package let strides: [Int]
    package let padding: Padding

    package init(_ poolSize: [Int], strides: [Int]?, padding: Padding) {
        self.poolSize = poolSize
        self.strides = strides ?? poolSize
        self.padding = padding
    }

    var kind: PoolKind { .max }

    package override var configuration: Configuration? {
        Configuration(
            kindName,
            [
                "poolSize": .ints(poolSize), "strides": .ints(strides), "padding": padding.written,
            ])
    }
}

/// Pooling of images `[batch, height, width, channels]`.
public class Pooling2D: PoolingLayer, @unchecked Sendable {
    override func forward(_ x: Tensor) throws -> Tensor {
        try Checked.pool2D(
            kind, x, window: Pair(poolSize, "pool size", kindName),
            strides: Pair(strides, "strides", kindName), padding: padding)
    }
}

/// Pooling of sequences `[batch, length, channels]`.
public class Pooling1D: PoolingLayer, @unchecked Sendable {
    override func forward(_ x: Tensor) throws -> Tensor {
        guard let size = poolSize.first, let stride = strides.first, poolSize.count == 1 else {
            throw TensorError.domain(
                operation: kindName, problem: "\(poolSize) given as pool size",
                help: "a sequence has one axis")
        }
        return try Checked.pool1D(kind, x, window: size, strides: stride, padding: padding)
    }
}

/// The greatest element of each window of images; the window moves by its size unless `strides` is
/// given.
///
///     MaxPool2D(2)
public final class MaxPool2D: Pooling2D, @unchecked Sendable {
    public convenience init(
        _ poolSize: some AxisSizes = 2, strides: (any AxisSizes)? = nil, padding: Padding = .valid
    ) {
        self.init(poolSize.axisSizes, strides: strides?.axisSizes, padding: padding)
    }
}

/// The least element of each window of images.
public final class MinPool2D: Pooling2D, @unchecked Sendable {
    public convenience init(
        _ poolSize: some AxisSizes = 2, strides: (any AxisSizes)? = nil, padding: Padding = .valid
    ) {
        self.init(poolSize.axisSizes, strides: strides?.axisSizes, padding: padding)
    }

    override var kind: PoolKind { .min }
}

/// The mean of each window of images; places of the padding do not count.
///
///     AvgPool2D(2)
public final class AvgPool2D: Pooling2D, @unchecked Sendable {
    public convenience init(
        _ poolSize: some AxisSizes = 2, strides: (any AxisSizes)? = nil, padding: Padding = .valid
    ) {
        self.init(poolSize.axisSizes, strides: strides?.axisSizes, padding: padding)
    }

    override var kind: PoolKind { .average }
}

/// The greatest element of each window of sequences.
public final class MaxPool1D: Pooling1D, @unchecked Sendable {
    public convenience init(_ poolSize: Int = 2, strides: Int? = nil, padding: Padding = .valid) {
        self.init([poolSize], strides: strides.map { [$0] }, padding: padding)
    }
}

/// The mean of each window of sequences.
public final class AvgPool1D: Pooling1D, @unchecked Sendable {
    public convenience init(_ poolSize: Int = 2, strides: Int? = nil, padding: Padding = .valid) {
        self.init([poolSize], strides: strides.map { [$0] }, padding: padding)
    }

    override var kind: PoolKind { .average }
}

/// One value of each whole image or sequence and channel: `[batch, …, channels]` to `[batch,
/// channels]`, or with extents of 1 between them.
public class GlobalPooling: BuiltInLayer, @unchecked Sendable {
    public let keepDims: Bool

    public init(keepDims: Bool = false) {
        self.keepDims = keepDims
    }

    var kind: PoolKind { .average }
    var axes: Int { 2 }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard x.rank == axes + 2 else {
            throw inputError(
                axes == 2 ? "images [batch, height, width, channels]"
                    : "sequences [batch, length, channels]", x.shape)
        }
        return axes == 2
            ? try Checked.globalPool2D(kind, x, keepDims: keepDims)
            : try Checked.globalPool1D(kind, x, keepDims: keepDims)
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["keepDims": .bool(keepDims)])
    }
}

/// The mean of each whole image and channel.
public final class GlobalAvgPool2D: GlobalPooling, @unchecked Sendable {}

/// The greatest element of each whole image and channel.
public final class GlobalMaxPool2D: GlobalPooling, @unchecked Sendable {
    override var kind: PoolKind { .max }
}

/// The mean of each whole sequence and channel.
public final class GlobalAvgPool1D: GlobalPooling, @unchecked Sendable {
    override var axes: Int { 1 }
}

/// The greatest element of each whole sequence and channel.
public final class GlobalMaxPool1D: GlobalPooling, @unchecked Sendable {
    override var kind: PoolKind { .max }
    override var axes: Int { 1 }
}

/// Means of as many windows as are wanted, whatever the image's size (PyTorch's
/// `AdaptiveAvgPool2d`).
///
///     AdaptiveAvgPool2D(7)
public final class AdaptiveAvgPool2D: BuiltInLayer, @unchecked Sendable {
    package let size: [Int]

    public init(_ size: some AxisSizes) {
        self.size = size.axisSizes
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        try Checked.adaptivePool2D(.average, x, size: Pair(size, "size", kindName))
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["size": .ints(size)])
    }
}

/// Images made larger by a whole factor, each element repeated or interpolated.
///
///     UpSampling2D(2)
public final class UpSampling2D: BuiltInLayer, @unchecked Sendable {
    package let size: [Int]
    public let interpolation: Interpolation

    public init(_ size: some AxisSizes = 2, interpolation: Interpolation = .nearest) {
        self.size = size.axisSizes
        self.interpolation = interpolation
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        try Checked.upsampling2D(
            x, factor: Pair(size, "factor", kindName), interpolation: interpolation)
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName, ["size": .ints(size), "interpolation": .text(interpolation.rawValue)])
    }
}

/// Sequences made longer by a whole factor, each element repeated.
public final class UpSampling1D: BuiltInLayer, @unchecked Sendable {
    public let size: Int

    public init(_ size: Int = 2) {
        self.size = size
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        try Checked.upsampling1D(x, factor: size)
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["size": .int(size)])
    }
}

/// Zeros around images.
///
///     ZeroPadding2D(1)
public final class ZeroPadding2D: BuiltInLayer, @unchecked Sendable {
    package let sizes: [Int]

    public init(_ sizes: some AxisSizes = 1) {
        self.sizes = sizes.axisSizes
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard x.rank == 4 else { throw inputError("images [batch, height, width, channels]", x.shape) }
        let (top, bottom, left, right) = try sides(sizes, kindName)
        return try Checked.padded(x, [(0, 0), (top, bottom), (left, right), (0, 0)])
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["sizes": .ints(sizes)])
    }
}

/// Images without their edges.
///
///     Cropping2D(2)
public final class Cropping2D: BuiltInLayer, @unchecked Sendable {
    package let sizes: [Int]

    public init(_ sizes: some AxisSizes = 1) {
        self.sizes = sizes.axisSizes
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard x.rank == 4 else { throw inputError("images [batch, height, width, channels]", x.shape) }
        let (top, bottom, left, right) = try sides(sizes, kindName)
        guard top < x.shape[1] - bottom, left < x.shape[2] - right else {
            throw inputError("images larger than what is cut off, \(sizes)", x.shape)
        }
        return try Checked.narrowed(
            Checked.narrowed(x, axis: 1, top..<(x.shape[1] - bottom)), axis: 2,
            left..<(x.shape[2] - right))
    }

    package override var configuration: Configuration? {
        Configuration(kindName, ["sizes": .ints(sizes)])
    }
}

/// One number for all sides, two for [vertical, horizontal], four for [top, bottom, left, right].
private func sides(_ sizes: [Int], _ operation: String) throws(TensorError) -> (Int, Int, Int, Int) {
    guard sizes.allSatisfy({ $0 >= 0 }), [1, 2, 4].contains(sizes.count) else {
        throw .domain(
            operation: operation, problem: "\(sizes) given as sizes",
            help: "one number for all sides, [vertical, horizontal], or [top, bottom, left, right]")
    }
    switch sizes.count {
    case 1: return (sizes[0], sizes[0], sizes[0], sizes[0])
    case 2: return (sizes[0], sizes[0], sizes[1], sizes[1])
    default: return (sizes[0], sizes[1], sizes[2], sizes[3])
    }
}
