extension Operations {
    /// attributes: p0 the fraction, i0 the axis, −1 for all elements.
    package static let quantile: Operation = Operation(
        "quantile", "the value below which a fraction of the elements lies, linear between (NumPy)",
        samples: [
            Operation.Sample([3, 4], attributes: Attributes(i0: 1, p0: 0.3)),
            Operation.Sample([3, 4], attributes: Attributes(i0: -1, p0: 0.5)),
        ], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.quantile(x[0], a.p0, axis: a.i0 == -1 ? nil : a.i0)
        })

    /// attributes: i0 the number of bins, p0 and p1 the range, i1 1 for a density.
    package static let histogram: Operation = Operation(
        "histogram", "how many elements lie in each of equal bins, the last one closed (NumPy)",
        run: { (x, a) throws(TensorError) in
            try Checked.histogram(x[0], bins: a.i0, range: a.p0...a.p1, density: a.i1 != 0).counts
        })

    /// attributes: i0 the least length; the second input weighs.
    package static let bincount: Operation = Operation(
        "bincount", "how often each integer from 0 occurs, or the sum of its weights (NumPy)",
        run: { (x, a) throws(TensorError) in
            try Checked.bincount(x[0], weights: x.count > 1 ? x[1] : nil, minimumLength: a.i0)
        })

    /// attributes: i0 what is given: 0 values, 1 positions, 2 inverse, 3 counts.
    package static let unique: Operation = Operation(
        "unique", "the distinct elements in order (NumPy)",
        run: { (x, a) throws(TensorError) in
            let result = try Checked.unique(x[0])
            return [result.values, result.indices, result.inverse, result.counts][a.i0]
        })

    /// attributes: i0 1 for the right side.
    package static let searchSorted: Operation = Operation(
        "searchSorted", "where elements would go to keep a sorted vector sorted (NumPy)",
        run: { (x, a) throws(TensorError) in
            try Checked.searchSorted(x[0], x[1], right: a.i0 != 0)
        })

    /// attributes: i0 1 to take columns as variables.
    package static let covariance: Operation = Operation(
        "covariance", "the covariances of rows as variables, with 1/(n − 1) (NumPy's cov)",
        samples: [Operation.Sample([2, 4])], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.covariance(x[0], columns: a.i0 != 0)
        })

    /// attributes: i0 1 to take columns as variables.
    package static let correlation: Operation = Operation(
        "correlation", "Pearson's correlations of rows as variables (NumPy's corrcoef)",
        samples: [Operation.Sample([2, 4])], isComposed: true,
        run: { (x, a) throws(TensorError) in
            try Checked.correlation(x[0], columns: a.i0 != 0)
        })

    /// attributes: i0 the axes as bits, i1 whether they are kept.
    package static let nanSum: Operation = nanReduction(
        "nanSum", "the sum of what is not NaN (NumPy)"
    ) { (x, axes, keep) throws(TensorError) in
        try Checked.nanSum(x, axes: axes, keepDims: keep)
    }

    package static let nanMean: Operation = nanReduction(
        "nanMean", "the mean of what is not NaN (NumPy)"
    ) { (x, axes, keep) throws(TensorError) in
        try Checked.nanMean(x, axes: axes, keepDims: keep)
    }

    package static let nanVariance: Operation = nanReduction(
        "nanVariance", "the variance of what is not NaN (NumPy)"
    ) { (x, axes, keep) throws(TensorError) in
        try Checked.nanVariance(x, axes: axes, keepDims: keep)
    }

    package static let nanMax: Operation = nanReduction(
        "nanMax", "the greatest of what is not NaN (NumPy)"
    ) { (x, axes, keep) throws(TensorError) in
        try Checked.nanMax(x, axes: axes, keepDims: keep)
    }

    package static let nanMin: Operation = nanReduction(
        "nanMin", "the least of what is not NaN (NumPy)"
    ) { (x, axes, keep) throws(TensorError) in
        try Checked.nanMin(x, axes: axes, keepDims: keep)
    }

    private static func nanReduction(
        _ name: String, _ summary: String,
        _ reduce: @escaping @Sendable (Tensor, [Int], Bool) throws(TensorError) -> Tensor
    ) -> Operation {
        Operation(
            name, summary, samples: [Operation.Sample([2, 3], attributes: Attributes(i0: 0b10))],
            isComposed: true,
            run: { (x, a) throws(TensorError) in
                try reduce(
                    x[0], (0..<x[0].rank).filter { a.i0 & (1 << $0) != 0 }, a.i1 != 0)
            })
    }
}

extension Checked {
    /// The value below which a fraction of the elements lies, linear between neighbours; NaN where
    /// there is one.
    package static func quantile(
        _ x: Tensor, _ fraction: Double, axis: Int? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        guard fraction >= 0, fraction <= 1 else {
            throw .domain(
                operation: "quantile", problem: "\(fraction) is not between 0 and 1",
                help: fraction > 1 && fraction <= 100
                    ? "per cent are divided by 100: \(fraction / 100)" : nil)
        }
        guard let axis else {
            let value = try quantile(flattened(x), fraction, axis: 0)
            return keepDims ? try reshaped(value, Shape(repeating: 1, rank: x.rank)) : value
        }
        let position = try Axes.resolve(axis, rank: x.rank, "quantile")
        let extent = x.shape[position]
        guard extent > 0 else { throw .empty(operation: "quantile", shape: x.shape) }
        if let wide = try widened(x) {
            return try asType(quantile(wide, fraction, axis: axis, keepDims: keepDims), .float32)
        }
        let sorted = try sorted(asType(x, x.dtype.floating), axis: position)
        let place = fraction * Double(extent - 1)
        let low = Int(place)
        let weight = place - Double(low)
        var value = try narrowed(sorted, axis: position, low..<low + 1)
        if weight > 0 {
            let next = try narrowed(sorted, axis: position, low + 1..<low + 2)
            let step = try subtract(next, value)
            // Beside an infinite neighbour a step is infinite or none; the weighted sum is what it should be.
            value = try `where`(
                isFinite(step), add(value, multiply(step, .real(weight))),
                add(multiply(value, .real(1 - weight)), multiply(next, .real(weight))))
        }
        // NaN is sorted to the end.
        let last = try narrowed(sorted, axis: position, extent - 1..<extent)
        value = try `where`(isNaN(last), last, value)
        return keepDims ? value : try squeezed(value, axis: position)
    }

    /// The quantile ½.
    package static func median(
        _ x: Tensor, axis: Int? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try quantile(x, 0.5, axis: axis, keepDims: keepDims)
    }

    /// Counts in equal bins and the bins' bounds; the range is that of the elements unless given.
    package static func histogram(
        _ x: Tensor, bins: Int = 10, range: ClosedRange<Double>? = nil, density: Bool = false
    ) throws(TensorError) -> (counts: Tensor, edges: Tensor) {
        guard bins > 0, bins < 1 << 31 else {
            throw .domain(operation: "histogram", problem: "\(bins) bins", help: nil)
        }
        let values = try scalars(x, as: Double.self)
        var low = range?.lowerBound ?? values.min() ?? 0
        var high = range?.upperBound ?? values.max() ?? 1
        guard low.isFinite, high.isFinite, values.allSatisfy({ !$0.isNaN }) || range != nil else {
            throw .domain(
                operation: "histogram", problem: "the range \(low) to \(high) is not finite",
                help: "give 'range:', or leave NaN and infinities out")
        }
        if low == high { (low, high) = (low - 0.5, high + 0.5) }
        guard (high - low).isFinite else {
            throw .domain(
                operation: "histogram", problem: "the range \(low) to \(high) has no finite length",
                help: nil)
        }
        let edges = bounds(low, high, bins, isSingle: x.dtype == .float32)
        var counts = [Int](repeating: 0, count: bins)
        for value in values where value >= low && value <= high {
            var bin = Swift.min(Int((value - low) / (high - low) * Double(bins)), bins - 1)
            // Rounding may have crossed a bound by one.
            if value < edges[bin] { bin -= 1 } else if bin < bins - 1, value >= edges[bin + 1] {
                bin += 1
            }
            counts[bin] += 1
        }
        let places = try tensor(edges, shape: Shape(bins + 1), dtype: x.dtype.floating)
        guard density else { return (try tensor(counts, shape: Shape(bins)), places) }
        let total = Double(counts.reduce(0, +))
        let shares = counts.indices.map {
            Double(counts[$0]) / (total * (edges[$0 + 1] - edges[$0]))
        }
        return (try tensor(shares, shape: Shape(bins), dtype: x.dtype.floating), places)
    }

    /// The bounds of equal bins, in the arithmetic of the elements: what is counted in a bin lies
    /// between the bounds that are given back.
    private static func bounds(
        _ low: Double, _ high: Double, _ bins: Int, isSingle: Bool
    ) -> [Double] {
        guard isSingle else {
            let width = (high - low) / Double(bins)
            return (0...bins).map { $0 == bins ? high : low + Double($0) * width }
        }
        let start = Float(low)
        let width = (Float(high) - start) / Float(bins)
        return (0...bins).map { $0 == bins ? Double(Float(high)) : Double(start + Float($0) * width) }
    }

    /// How often each integer from 0 occurs, or the sum of the weights where it does.
    package static func bincount(
        _ x: Tensor, weights: Tensor? = nil, minimumLength: Int = 0
    ) throws(TensorError) -> Tensor {
        guard x.dtype.isInteger || x.dtype == .bool else {
            throw .dtype(operation: "bincount", expected: "integers", given: x.dtype)
        }
        if let weights, weights.shape != x.shape {
            throw .shape(
                operation: "bincount", expected: "one weight for each element of \(x.shape)",
                given: weights.shape, help: nil)
        }
        let values = try scalars(x, as: Int.self)
        if let negative = values.first(where: { $0 < 0 }) {
            throw .domain(
                operation: "bincount", problem: "\(negative) is negative", help: nil)
        }
        let (length, overflow) = (values.max() ?? -1).addingReportingOverflow(1)
        let count = Swift.max(length, minimumLength)
        guard !overflow, count < 1 << 40 else { throw .tooLarge(shape: Shape(Int.max)) }
        if let weights {
            let w = try scalars(weights, as: Double.self)
            return try asType(
                Tensor.filled(Shape(count), as: Double.self) { out in
                    out.update(repeating: 0)
                    for (index, value) in values.enumerated() { out[value] += w[index] }
                }, weights.dtype.floating)
        }
        return try Tensor.filled(Shape(count), as: Int.self) { out in
            out.update(repeating: 0)
            for value in values { out[value] += 1 }
        }
    }

    /// The distinct elements in order, the first position of each, the place of each element among
    /// them (in x's shape), and how often each occurs; all NaN count as one.
    package static func unique(
        _ x: Tensor
    ) throws(TensorError) -> (values: Tensor, indices: Tensor, inverse: Tensor, counts: Tensor) {
        let flat = try flattened(stopGradient(x))
        let order = try scalars(argsort(flat), as: Int.self)
        let keys = try SortKeys(flat)
        var firsts: [Int] = []
        var counts: [Int] = []
        var inverse = [Int](repeating: 0, count: order.count)
        for (place, index) in order.enumerated() {
            if place == 0 || !keys.areEqual(order[place - 1], index) {
                firsts.append(index)
                counts.append(0)
            }
            counts[counts.count - 1] += 1
            inverse[index] = firsts.count - 1
        }
        let indices = try tensor(firsts, shape: Shape(firsts.count), dtype: .int64)
        return (
            try gathered(flat, indices), indices, try tensor(inverse, shape: x.shape, dtype: .int64),
            try tensor(counts, shape: Shape(counts.count), dtype: .int64)
        )
    }

    /// The positions at which elements keep a sorted vector sorted, before equals, or after them
    /// on the right.
    package static func searchSorted(
        _ sorted: Tensor, _ x: Tensor, right: Bool = false
    ) throws(TensorError) -> Tensor {
        guard sorted.rank == 1 else {
            throw .shape(
                operation: "searchSorted", expected: "a sorted vector", given: sorted.shape,
                help: nil)
        }
        let bounds = try scalars(sorted, as: Double.self)
        let values = try scalars(x, as: Double.self)
        // NaN counts as greater than everything.
        func isBefore(_ a: Double, _ b: Double) -> Bool { a < b || b.isNaN && !a.isNaN }
        return try Tensor.filled(x.shape, as: Int.self) { out in
            for (index, value) in values.enumerated() {
                var (low, high) = (0, bounds.count)
                while low < high {
                    let middle = (low + high) / 2
                    let goesOn =
                        right ? !isBefore(value, bounds[middle]) : isBefore(bounds[middle], value)
                    if goesOn { low = middle + 1 } else { high = middle }
                }
                out[index] = low
            }
        }
    }

    // MARK: Covariance

    package static func covariance(
        _ x: Tensor, columns: Bool = false, unbiased: Bool = true
    ) throws(TensorError) -> Tensor {
        guard x.rank == 1 || x.rank == 2 else {
            throw .shape(
                operation: "covariance", expected: "a vector or a matrix", given: x.shape,
                help: nil)
        }
        var rows = try asType(x, x.dtype.floating)
        if x.rank == 1 { rows = try expandedDimensions(rows, axis: 0) }
        if columns, x.rank == 2 { rows = try transposed(rows) }
        let centred = try subtract(rows, mean(rows, axes: [1], keepDims: true))
        let count = Double(rows.shape[1]) - (unbiased ? 1 : 0)
        let product = try divide(matmul(centred, transposed(centred)), .real(count))
        return x.rank == 1 ? try reshaped(product, Shape()) : product
    }

    package static func correlation(
        _ x: Tensor, columns: Bool = false
    ) throws(TensorError) -> Tensor {
        let covariance = try covariance(x, columns: columns)
        if covariance.rank == 0 { return try divide(covariance, covariance) }
        let deviations = try sqrt(diagonal(covariance))
        return try divide(
            divide(covariance, expandedDimensions(deviations, axis: 0)),
            expandedDimensions(deviations, axis: 1))
    }

    // MARK: Without NaN

    package static func nanSum(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try sum(`where`(isNaN(x), .integer(0), x), axes: axes, keepDims: keepDims)
    }

    package static func nanMean(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        let count = try sum(logicalNot(isNaN(x)), axes: axes, keepDims: keepDims)
        let total = try nanSum(x, axes: axes, keepDims: keepDims)
        return try divide(total, asType(count, total.dtype.floating))
    }

    package static func nanVariance(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false, unbiased: Bool = false
    ) throws(TensorError) -> Tensor {
        let missing = try isNaN(x)
        let centred = try `where`(
            missing, .integer(0), subtract(x, nanMean(x, axes: axes, keepDims: true)))
        let total = try sum(square(centred), axes: axes, keepDims: keepDims)
        let count = try subtract(
            sum(logicalNot(missing), axes: axes, keepDims: keepDims),
            .integer(unbiased ? 1 : 0))
        return try divide(total, asType(count, total.dtype.floating))
    }

    package static func nanMax(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try nanExtremum(x, axes, keepDims, .real(-.infinity)) { (y, axes, keep) throws(TensorError) in
            try max(y, axes: axes, keepDims: keep)
        }
    }

    package static func nanMin(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try nanExtremum(x, axes, keepDims, .real(.infinity)) { (y, axes, keep) throws(TensorError) in
            try min(y, axes: axes, keepDims: keep)
        }
    }

    private static func nanExtremum(
        _ x: Tensor, _ axes: [Int]?, _ keepDims: Bool, _ neutral: Scalar,
        _ reduce: (Tensor, [Int]?, Bool) throws(TensorError) -> Tensor
    ) throws(TensorError) -> Tensor {
        guard x.dtype.isFloatingPoint else { return try reduce(x, axes, keepDims) }
        let missing = try isNaN(x)
        let found = try reduce(`where`(missing, neutral, x), axes, keepDims)
        // Nothing but NaN gives NaN.
        return try `where`(all(missing, axes: axes, keepDims: keepDims), .real(.nan), found)
    }
}
