/// How values between pixels are made.
public enum Interpolation: String, Sendable, CaseIterable {
    /// The nearest pixel's.
    case nearest
    /// Weighted by distance along both axes, pixel centres at half numbers (PyTorch with
    /// align_corners=False, Keras, TensorFlow 2).
    case bilinear
}

extension Interpolation: ExpressibleByStringLiteral {
    /// The interpolation of that name; an unknown name ends the program.
    public init(stringLiteral name: String) {
        guard let value = Interpolation(rawValue: name) else {
            end(
                with: .domain(
                    operation: "interpolation", problem: "'\(name)' is unknown",
                    help: "use 'nearest' or 'bilinear'"))
        }
        self = value
    }
}

extension Operations {
    package static let upsampling2D: Operation = Operation(
        "upsampling2D",
        "images enlarged by whole factors (i0, i1), nearest or (p0 1) bilinear (Keras)",
        samples: [
            Operation.Sample([1, 2, 3, 2], attributes: Attributes(i0: 2, i1: 3)),
            Operation.Sample([1, 2, 3, 2], attributes: Attributes(i0: 3, i1: 2, p0: 1)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.upsampling2D(
                x[0], factor: Pair(a.i0, a.i1), interpolation: a.p0 == 0 ? .nearest : .bilinear)
        })

    package static let resized2D: Operation = Operation(
        "resized2D", "images resized to (i0, i1), nearest or (p0 1) bilinear (PyTorch)",
        samples: [
            Operation.Sample([1, 3, 4, 2], attributes: Attributes(i0: 5, i1: 3)),
            Operation.Sample([1, 3, 4, 2], attributes: Attributes(i0: 5, i1: 3, p0: 1)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.resized2D(
                x[0], size: Pair(a.i0, a.i1), interpolation: a.p0 == 0 ? .nearest : .bilinear)
        })
}

extension Checked {
    /// Images [batch, height, width, channels] enlarged by whole factors.
    package static func upsampling2D(
        _ x: Tensor, factor: Pair, interpolation: Interpolation = .nearest
    ) throws(TensorError) -> Tensor {
        let images = try Images(x, "upsampling2D")
        guard factor.vertical >= 1, factor.horizontal >= 1 else {
            throw .domain(
                operation: "upsampling2D",
                problem: "a factor of \(Swift.min(factor.vertical, factor.horizontal))",
                help: "factors are 1 or more")
        }
        let (height, h) = images.extents.vertical.multipliedReportingOverflow(
            by: factor.vertical)
        let (width, w) = images.extents.horizontal.multipliedReportingOverflow(
            by: factor.horizontal)
        guard !h, !w else { throw .tooLarge(shape: x.shape) }
        guard interpolation == .nearest else {
            return try resized2D(x, size: Pair(height, width), interpolation: interpolation)
        }
        // Every pixel as a block of equal ones: two axes of repetition, then one copy.
        let s = images.tensor.shape
        let apart = try reshaped(images.tensor, Shape([s[0], s[1], 1, s[2], 1, s[3]]))
        let blocks = try broadcast(
            apart, to: Shape([s[0], s[1], factor.vertical, s[2], factor.horizontal, s[3]]))
        return try images.restored(reshaped(blocks, Shape(s[0], height, width, s[3])))
    }

    /// Sequences [batch, length, channels] with each step repeated.
    package static func upsampling1D(_ x: Tensor, factor: Int) throws(TensorError) -> Tensor {
        let sequences = try Sequences(x, "upsampling1D")
        return try sequences.restored(
            upsampling2D(sequences.tensor, factor: Pair(1, factor)))
    }

    /// Images [batch, height, width, channels] with another height and width.
    package static func resized2D(
        _ x: Tensor, size: Pair, interpolation: Interpolation = .bilinear
    ) throws(TensorError) -> Tensor {
        let images = try Images(x, "resized2D")
        guard size.vertical >= 0, size.horizontal >= 0, size.vertical < 1 << 31,
            size.horizontal < 1 << 31
        else {
            throw .extent(Swift.min(size.vertical, size.horizontal), shape: [])
        }
        let extents = images.extents
        guard extents.vertical > 0 || size.vertical == 0,
            extents.horizontal > 0 || size.horizontal == 0
        else { throw .empty(operation: "resized2D", shape: x.shape) }
        if interpolation == .nearest {
            let rows = try gathered(
                images.tensor, nearest(extents.vertical, size.vertical), axis: 1)
            return try images.restored(
                gathered(rows, nearest(extents.horizontal, size.horizontal), axis: 2))
        }
        let source = try asType(images.tensor, x.dtype.floating)
        let rows = try interpolated(source, axis: 1, count: size.vertical)
        return try images.restored(interpolated(rows, axis: 2, count: size.horizontal))
    }

    private static func nearest(_ extent: Int, _ count: Int) throws(TensorError) -> Tensor {
        try tensor(
            (0..<count).map { Swift.min(extent - 1, $0 * extent / count) }, shape: Shape(count))
    }

    /// Along one axis: two neighbours, weighted by distance.
    private static func interpolated(
        _ x: Tensor, axis: Int, count: Int
    ) throws(TensorError) -> Tensor {
        let extent = x.shape[axis]
        if extent == count { return x }
        var low: [Int] = []
        var high: [Int] = []
        var weight: [Double] = []
        let scale = Double(extent) / Double(count)
        for index in 0..<count {
            let place = Swift.max(0, (Double(index) + 0.5) * scale - 0.5)
            let first = Swift.min(Int(place), extent - 1)
            low.append(first)
            high.append(Swift.min(first + 1, extent - 1))
            weight.append(place - Double(first))
        }
        var shape = Shape(repeating: 1, rank: x.rank)
        shape[axis] = count
        let right = try tensor(weight, shape: shape, dtype: x.dtype)
        let left = try subtract(.real(1), right)
        return try add(
            multiply(gathered(x, tensor(low, shape: Shape(count)), axis: axis), left),
            multiply(gathered(x, tensor(high, shape: Shape(count)), axis: axis), right))
    }
}
