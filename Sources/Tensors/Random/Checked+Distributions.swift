internal import CKernels

extension Checked {
    /// Normal within `bound` standard deviations of the mean, drawn by the inverse distribution
    /// function: no value is thrown away, so the counter moves on as for a uniform draw.
    package static func randomTruncatedNormal(
        _ shape: Shape, mean: Double = 0, std: Double = 1, bound: Double = 2,
        dtype: DType = .float32, using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard std >= 0, bound > 0 else {
            throw .domain(
                operation: "randomTruncatedNormal",
                problem: "standard deviation \(std), bound \(bound)",
                help: "the deviation is 0 or more, the bound more than 0")
        }
        // erf(bound/√2): the mass on one side, doubled.
        let mass = try item(erf(constant(.real(bound / 2.0.squareRoot()), .float64)))
        let u = try randomUniform(shape, min: -mass, max: mass, dtype: .float64, using: generator)
        let z = try multiply(erfinv(u), .real(2.0.squareRoot() * std))
        let limit = bound * std
        guard dtype.isFloatingPoint else {
            throw .dtype(
                operation: "randomTruncatedNormal", expected: "float32 or float64", given: dtype)
        }
        return try asType(add(clipped(z, min: -limit, max: limit), .real(mean)), dtype)
    }

    /// Exponential with that rate.
    package static func randomExponential(
        _ shape: Shape, rate: Double = 1, dtype: DType = .float32,
        using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard rate > 0 else {
            throw .domain(
                operation: "randomExponential", problem: "the rate \(rate) is not positive",
                help: nil)
        }
        let u = try randomUniform(shape, dtype: .float64, using: generator)
        return try asType(divide(negate(log1p(negate(u))), .real(rate)), dtype)
    }

    /// `count` draws of each row of weights or probabilities [..., classes]: [..., count], or
    /// without `count` one draw [...]. With `logits`, weights are eˣ.
    package static func randomCategorical(
        _ weights: Tensor, count: Int? = nil, logits: Bool = false,
        using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard weights.rank >= 1, weights.shape[weights.rank - 1] > 0 else {
            throw .shape(
                operation: "randomCategorical", expected: "weights [..., classes]",
                given: weights.shape, help: nil)
        }
        let draws = count ?? 1
        guard draws >= 0 else { throw .extent(draws, shape: [draws]) }
        let classes = weights.shape[weights.rank - 1]
        let source = try asType(stopGradient(weights), .float64)
        let values = try scalars(logits ? softmax(source, axis: -1) : source, as: Double.self)
        var shape = weights.shape.leading(weights.rank - 1)
        if count != nil { shape.append(draws) }
        let rows = values.count / classes
        let u = try scalars(
            randomUniform(Shape(rows, draws), dtype: .float64, using: generator), as: Double.self)
        return try Tensor.filled(shape, as: Int.self) { (out) throws(TensorError) in
            var sums = [Double](repeating: 0, count: classes)
            for row in 0..<rows {
                var total = 0.0
                for c in 0..<classes {
                    let weight = values[row * classes + c]
                    guard weight >= 0, weight.isFinite else {
                        throw .domain(
                            operation: "randomCategorical",
                            problem: "the weight \(weight) is not a number of 0 or more",
                            help: logits ? nil : "'logits: true' takes logarithms of weights")
                    }
                    total += weight
                    sums[c] = total
                }
                guard total > 0 else {
                    throw .domain(
                        operation: "randomCategorical", problem: "all weights of a row are 0",
                        help: nil)
                }
                for draw in 0..<draws {
                    let place = u[row * draws + draw] * total
                    var (low, high) = (0, classes - 1)
                    while low < high {
                        let middle = (low + high) / 2
                        if sums[middle] > place { high = middle } else { low = middle + 1 }
                    }
                    out[row * draws + draw] = low
                }
            }
        }
    }

    /// The rows of a tensor in random order.
    package static func shuffled(
        _ x: Tensor, using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard x.rank >= 1 else { throw .axis(operation: "shuffled", axis: 0, rank: 0) }
        return try gathered(x, permutation(x.shape[0], using: generator))
    }

    /// `count` rows by chance, each at most once unless `replacing`.
    package static func randomSample(
        _ x: Tensor, count: Int, replacing: Bool = false,
        using generator: RandomGenerator = .shared
    ) throws(TensorError) -> Tensor {
        guard x.rank >= 1 else { throw .axis(operation: "randomSample", axis: 0, rank: 0) }
        let rows = x.shape[0]
        guard count >= 0, rows > 0 || count == 0, replacing || count <= rows else {
            throw .domain(
                operation: "randomSample", problem: "\(count) of \(rows) rows",
                help: "'replacing: true' draws rows more than once")
        }
        if replacing {
            let places = try randomInt(
                Shape(count), in: 0..<Swift.max(rows, 1), using: generator)
            return try gathered(x, places)
        }
        return try gathered(x, narrowed(permutation(rows, using: generator), axis: 0, 0..<count))
    }
}
