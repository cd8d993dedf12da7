internal import CKernels

extension Checked {
    /// Whether |a − b| ≤ absolute + relative·|b| everywhere (NumPy).
    package static func allClose(
        _ a: Tensor, _ b: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8,
        equalNaN: Bool = false
    ) throws(TensorError) -> Bool {
        let close = try isClose(a, b, relative: relative, absolute: absolute, equalNaN: equalNaN)
        return try item(all(close)) != 0
    }

    /// How many elements are not 0.
    package static func countNonzero(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try sum(compare(.notEqual, x, .integer(0)), axes: axes, keepDims: keepDims)
    }

    /// The distinct elements in order, and how often each occurs.
    package static func uniqueCounts(
        _ x: Tensor
    ) throws(TensorError) -> (values: Tensor, counts: Tensor) {
        let result = try unique(x)
        return (result.values, result.counts)
    }

    /// a − b·⌊a / b⌋: the remainder with the sign of the divisor (Python's %).
    package static func floorRemainder(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        try Operations.floorRemainder.apply(a, b)
    }

    /// a·b/(|a||b|) along an axis; 0 beside a vector of length 0.
    package static func cosineSimilarity(
        _ a: Tensor, _ b: Tensor, axis: Int = -1
    ) throws(TensorError) -> Tensor {
        let product = try sum(multiply(a, b), axes: [axis])
        let lengths = try multiply(norm(a, axes: [axis]), norm(b, axes: [axis]))
        return try divide(product, max(lengths, .real(1e-8)))
    }

    /// The Euclidean distance of each row of a [n, width] from each row of b [m, width].
    package static func pairwiseDistances(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        guard a.rank == 2, b.rank == 2, a.shape[1] == b.shape[1] else {
            throw .matmul(operation: "pairwiseDistances", a.shape, Shape(Array(b.shape.reversed())))
        }
        let type = DType.promoted(a.dtype, b.dtype).floating
        let (x, y) = (try asType(a, type), try asType(b, type))
        let squares = try add(
            sum(square(x), axes: [1], keepDims: true),
            reshaped(sum(square(y), axes: [1]), Shape(1, y.shape[0])))
        let product = try multiply(matmul(x, transposed(y)), .integer(2))
        let distances = try max(subtract(squares, product), .integer(0))
        // The slope of a root at 0 is infinite; where points coincide it counts as 0.
        let isZero = try compare(.equal, distances, .integer(0))
        return try `where`(isZero, .integer(0), sqrt(`where`(isZero, .integer(1), distances)))
    }
}

extension Operations {
    package static let floorRemainder: BinaryOperation = BinaryOperation(
        "floorRemainder", VJ_MOD, "a − b·⌊a / b⌋, the sign of b (Python's %, NumPy's mod)",
        samples: [Operation.Sample([2, 3], [3], range: 0.6...0.9)],
        gradient: { (c) throws(TensorError) in
            let (g, a, b) = (c.upstream, c[0], c[1])
            try c.give(0, g)
            if c.needs(1) {
                try c.give(
                    1, try Checked.negate(Checked.multiply(g, Checked.floor(Checked.divide(a, b)))))
            }
        })
}
