/// What a pooling takes of each window.
package enum PoolKind: Sendable {
    case max
    case min
    case average
}

extension Checked {
    /// Windows over images [batch, height, width, channels], one value of each; `strides` nil moves
    /// by the window's size. An image of rank 2 or 3 keeps its rank.
    package static func pool2D(
        _ kind: PoolKind, _ x: Tensor, window: Pair, strides: Pair? = nil,
        padding: Padding = .valid, countsPadding: Bool = false
    ) throws(TensorError) -> Tensor {
        let name = kind.name + "2D"
        let images = try Images(x, name)
        let geometry = try WindowGeometry(
            name, image: images.extents, window: window, stride: strides ?? window,
            padding: padding, of: x.shape)
        return try images.restored(pooled(kind, name, images.tensor, geometry, countsPadding))
    }

    /// The same over sequences [batch, length, channels].
    package static func pool1D(
        _ kind: PoolKind, _ x: Tensor, window: Int, strides: Int? = nil,
        padding: Padding = .valid, countsPadding: Bool = false
    ) throws(TensorError) -> Tensor {
        let name = kind.name + "1D"
        let sequences = try Sequences(x, name)
        let geometry = try WindowGeometry(
            name, image: Pair(1, sequences.tensor.shape[2]), window: Pair(1, window),
            stride: Pair(1, strides ?? window), padding: padding.alongOneAxis, of: x.shape)
        return try sequences.restored(
            pooled(kind, name, sequences.tensor, geometry, countsPadding))
    }

    private static func pooled(
        _ kind: PoolKind, _ name: String, _ x: Tensor, _ geometry: WindowGeometry,
        _ countsPadding: Bool
    ) throws(TensorError) -> Tensor {
        guard kind != .average else {
            return try averagePooled(
                asType(x, x.dtype.floating), geometry, countsPadding: countsPadding)
        }
        // A window that lies in the padding altogether has no greatest element.
        for axis in 0..<2 {
            let reach = (geometry.window[axis] - 1) * geometry.dilation[axis]
            guard geometry.before[axis] <= reach, geometry.after[axis] <= reach else {
                throw .domain(
                    operation: name,
                    problem: "the padding \(Swift.max(geometry.before[axis], geometry.after[axis]))"
                        + " is wider than the window allows",
                    help: "at most the window less 1 on each side")
            }
        }
        return try extremumPooled(x, geometry, least: kind == .min)
    }

    /// To a given number of values along each axis, windows from ⌊i·n/m⌋ to ⌈(i + 1)·n/m⌉
    /// (PyTorch).
    package static func adaptivePool2D(
        _ kind: PoolKind, _ x: Tensor, size: Pair
    ) throws(TensorError) -> Tensor {
        let name = "adaptive" + kind.capitalName + "2D"
        let images = try Images(x, name)
        guard size.vertical >= 1, size.horizontal >= 1 else {
            throw .domain(
                operation: name, problem: "a size of \(Swift.min(size.vertical, size.horizontal))",
                help: "each size is 1 or more")
        }
        guard images.extents.vertical > 0, images.extents.horizontal > 0 else {
            throw .empty(operation: name, shape: x.shape)
        }
        let source = kind == .average ? try asType(images.tensor, x.dtype.floating) : images.tensor
        // Windows are made one by one; whether the result fits is known before the first.
        var shape = source.shape
        (shape[1], shape[2]) = (size.vertical, size.horizontal)
        _ = try TensorStorage.allocate(shape, source.dtype)
        let rows = try adapted(kind, source, axis: 1, count: size.vertical)
        return try images.restored(adapted(kind, rows, axis: 2, count: size.horizontal))
    }

    /// One axis after the other: greatest, least and mean of rectangles are those of their rows.
    private static func adapted(
        _ kind: PoolKind, _ x: Tensor, axis: Int, count: Int
    ) throws(TensorError) -> Tensor {
        let extent = x.shape[axis]
        if extent == count { return x }
        if extent % count == 0 {
            var shape = x.shape
            shape[axis] = count
            shape.insert(extent / count, at: axis + 1)
            return try reduced(kind, reshaped(x, shape), axis: axis + 1, keepDims: false)
        }
        var parts: [Tensor] = []
        for index in 0..<count {
            let start = Int(Int128(index) * Int128(extent) / Int128(count))
            let end = Int((Int128(index + 1) * Int128(extent) + Int128(count - 1)) / Int128(count))
            parts.append(
                try reduced(
                    kind, narrowed(x, axis: axis, start..<end), axis: axis, keepDims: true))
        }
        return try concatenated(parts, axis: axis)
    }

    private static func reduced(
        _ kind: PoolKind, _ x: Tensor, axis: Int, keepDims: Bool
    ) throws(TensorError) -> Tensor {
        switch kind {
        case .max: try max(x, axes: [axis], keepDims: keepDims)
        case .min: try min(x, axes: [axis], keepDims: keepDims)
        case .average: try mean(x, axes: [axis], keepDims: keepDims)
        }
    }

    /// One value of each whole image and channel: [batch, channels].
    package static func globalPool2D(
        _ kind: PoolKind, _ x: Tensor, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        let name = "global" + kind.capitalName + "2D"
        guard x.rank == 4 || x.rank == 3 else {
            throw .shape(
                operation: name, expected: "images [batch, height, width, channels]",
                given: x.shape, help: nil)
        }
        return try pooled(kind, x, axes: [-3, -2], keepDims: keepDims)
    }

    /// One value of each whole sequence and channel: [batch, channels].
    package static func globalPool1D(
        _ kind: PoolKind, _ x: Tensor, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        let name = "global" + kind.capitalName + "1D"
        guard x.rank == 3 || x.rank == 2 else {
            throw .shape(
                operation: name, expected: "sequences [batch, length, channels]",
                given: x.shape, help: nil)
        }
        return try pooled(kind, x, axes: [-2], keepDims: keepDims)
    }

    private static func pooled(
        _ kind: PoolKind, _ x: Tensor, axes: [Int], keepDims: Bool
    ) throws(TensorError) -> Tensor {
        switch kind {
        case .max: try max(x, axes: axes, keepDims: keepDims)
        case .min: try min(x, axes: axes, keepDims: keepDims)
        case .average: try mean(x, axes: axes, keepDims: keepDims)
        }
    }
}

extension PoolKind {
    var name: String {
        switch self {
        case .max: "maxPool"
        case .min: "minPool"
        case .average: "avgPool"
        }
    }

    var capitalName: String { name.prefix(1).uppercased() + name.dropFirst() }
}
