// Lines through points: polynomials, values in between, areas.

extension Operations {
    /// attributes: i0 the degree.
    package static let polyfit: Operation = Operation(
        "polyfit", "the polynomial of a degree that fits points best, the highest power first (NumPy)",
        samples: [Operation.Sample([5], attributes: Attributes(i0: 2))], isComposed: true,
        run: { (x, a) throws(TensorError) in
            // One input: values over 0, 1, 2 …
            let places = x.count > 1 ? x[0] : try Checked.arange(0, Double(x[0].shape[0]), dtype: x[0].dtype)
            return try Checked.polyfit(places, x[x.count - 1], degree: a.i0)
        })

    package static let polyval: Operation = Operation(
        "polyval", "a polynomial's values, its coefficients from the highest power (NumPy)",
        samples: [Operation.Sample([3], [2, 4])], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.polyval(x[0], x[1]) })

    package static let interp: Operation = Operation(
        "interp", "values of the line through points, level outside of them (NumPy)",
        run: { (x, _) throws(TensorError) in try Checked.interp(x[0], x[1], x[2]) })

    /// attributes: p0 the step, i0 the axis.
    package static let trapezoid: Operation = Operation(
        "trapezoid", "the area below the line through values (NumPy)",
        samples: [Operation.Sample([2, 4], attributes: Attributes(i0: 1, p0: 0.5))], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.trapezoid(x[0], x.count > 1 ? x[1] : nil, step: a.p0, axis: a.i0)
        })
}

extension Checked {
    /// The coefficients of the polynomial of a degree that comes nearest to points, by least squares in float64.
    package static func polyfit(
        _ x: Tensor, _ y: Tensor, degree: Int
    ) throws(TensorError) -> Tensor {
        guard x.rank == 1, y.rank == 1 || y.rank == 2, y.shape[0] == x.shape[0] else {
            throw .shape(
                operation: "polyfit", expected: "one or more values for each of the \(x.shape) places", given: y.shape,
                help: nil)
        }
        guard x.shape[0] > 0 else { throw .empty(operation: "polyfit", shape: x.shape) }
        guard degree >= 0, degree < 1 << 16 else {
            throw .domain(operation: "polyfit", problem: "the degree \(degree)", help: "it is 0 or more")
        }
        let places = try asType(x, .float64)
        var powers = [try full(like: places, value: 1)]
        for _ in 0..<degree { powers.append(try multiply(powers[powers.count - 1], places)) }
        let matrix = try stacked(powers.reversed(), axis: 1)
        // Columns of equal length keep high powers from drowning the low ones.
        let lengths = try sqrt(sum(multiply(matrix, matrix), axes: [0], keepDims: true))
        let fitted = try leastSquares(divide(matrix, lengths), asType(y, .float64))
        let scale = try y.rank == 1 ? flattened(lengths) : transposed(lengths)
        return try asType(divide(fitted, scale), DType.promoted(x.dtype, y.dtype).floating)
    }

    /// p[0]·xⁿ⁻¹ + … + p[n − 1], by Horner's rule.
    package static func polyval(
        _ coefficients: Tensor, _ x: Tensor
    ) throws(TensorError) -> Tensor {
        guard coefficients.rank == 1 else {
            throw .shape(
                operation: "polyval", expected: "a vector of coefficients, the highest power first",
                given: coefficients.shape, help: nil)
        }
        let type = DType.promoted(coefficients.dtype, x.dtype)
        var value = try asType(full(like: x, value: 0), type)
        for index in 0..<coefficients.shape[0] {
            let coefficient = try reshaped(narrowed(coefficients, axis: 0, index..<index + 1), Shape())
            value = try add(multiply(value, x), coefficient)
        }
        return value
    }

    /// The values at `x` of the line through the points (xs, ys); outside of them those of the first and the last one.
    package static func interp(
        _ x: Tensor, _ xs: Tensor, _ ys: Tensor
    ) throws(TensorError) -> Tensor {
        guard xs.rank == 1, ys.shape == xs.shape else {
            throw .shape(
                operation: "interp", expected: "one value for each of the \(xs.shape) places", given: ys.shape, help: nil)
        }
        let count = xs.shape[0]
        guard count > 0 else { throw .empty(operation: "interp", shape: xs.shape) }
        let bounds = try scalars(xs, as: Double.self)
        guard zip(bounds, bounds.dropFirst()).allSatisfy(<) else {
            throw .domain(
                operation: "interp", problem: "the places do not increase", help: "sort both: 'let order = xs.argsort()'")
        }
        let type = DType.promoted(DType.promoted(x.dtype, xs.dtype), ys.dtype).floating
        let (places, values) = (try asType(xs, type), try asType(ys, type))
        let wanted = try asType(x, type)
        let low = try clipped(
            subtract(searchSorted(xs, x, right: true), .integer(1)), min: 0, max: Double(Swift.max(count - 2, 0)))
        let high = try clipped(add(low, .integer(1)), max: Double(count - 1))
        let (left, right) = (try gathered(places, low), try gathered(places, high))
        let (start, end) = (try gathered(values, low), try gathered(values, high))
        // A single point has no slope.
        let length = try count > 1 ? subtract(right, left) : full(like: left, value: 1)
        let part = try clipped(divide(subtract(wanted, left), length), min: 0, max: 1)
        // The end itself, not the start and a rounded way to it.
        let between = try add(start, multiply(part, subtract(end, start)))
        return try `where`(compare(.greaterOrEqual, part, .integer(1)), end, between)
    }

    /// Σ (yᵢ + yᵢ₊₁) / 2 · (xᵢ₊₁ − xᵢ) along an axis.
    package static func trapezoid(
        _ y: Tensor, _ x: Tensor? = nil, step: Double = 1, axis: Int = -1
    ) throws(TensorError) -> Tensor {
        let position = try Axes.resolve(axis, rank: y.rank, "trapezoid")
        let extent = y.shape[position]
        if let x, x.shape != y.shape, x.rank != 1 || x.shape[0] != extent {
            throw .shape(
                operation: "trapezoid", expected: "one place for each of the values \(y.shape)", given: x.shape, help: nil)
        }
        let values = try asType(y, y.dtype.floating)
        guard extent > 1 else { return try sum(multiply(values, .integer(0)), axes: [position]) }
        func steps(_ tensor: Tensor, _ axis: Int, _ join: (Tensor, Tensor) throws(TensorError) -> Tensor) throws(TensorError) -> Tensor {
            try join(narrowed(tensor, axis: axis, 1..<extent), narrowed(tensor, axis: axis, 0..<extent - 1))
        }
        let heights = try multiply(steps(values, position) { (a, b) throws(TensorError) in try add(a, b) }, .real(0.5))
        guard let x else { return try multiply(sum(heights, axes: [position]), .real(step)) }
        var widths = try steps(asType(x, x.dtype.floating), x.rank == 1 ? 0 : position) { (a, b) throws(TensorError) in
            try subtract(a, b)
        }
        if x.rank == 1, y.rank > 1 {
            widths = try reshaped(widths, Shape(checking: (0..<y.rank).map { $0 == position ? extent - 1 : 1 }))
        }
        return try sum(multiply(heights, widths), axes: [position])
    }
}
