internal import CKernels

extension Operations {
    package static let sum: ReductionOperation = ReductionOperation(
        "sum", VJ_SUM, "Σx over the axes; integers and truth values give int64 (PyTorch)",
        gradient: { (c) throws(TensorError) in
            guard c.needs(0) else { return }
            let shape = c.shape(0)
            let g = try c.keepingAxes(c.upstream, of: shape)
            try c.give(0, try Checked.broadcast(g, to: shape))
        })

    package static let mean: ReductionOperation = ReductionOperation(
        "mean", VJ_MEAN, "Σx/n over the axes; integers give float32, no elements NaN (NumPy)",
        needsFloats: true,
        gradient: { (c) throws(TensorError) in
            guard c.needs(0) else { return }
            let shape = c.shape(0)
            let count = Reduced.count(shape, c.attributes.i0)
            let g = try Checked.divide(
                c.keepingAxes(c.upstream, of: shape), .real(Double(count)))
            try c.give(0, try Checked.broadcast(g, to: shape))
        })

    package static let prod: ReductionOperation = ReductionOperation(
        "prod", VJ_PROD, "Πx over the axes; integers and truth values give int64 (PyTorch)",
        saves: .inputs, range: 0.5...2,
        gradient: { (c) throws(TensorError) in
            let (x, g) = (c[0], try c.keepingAxes(c.upstream, of: c[0].shape))
            let axes = c.attributes.i0
            // Products of all others, also where one element, or more, is zero.
            let isZero = try Checked.compare(.equal, x, .integer(0))
            let others = try Checked.where(isZero, .integer(1), x)
            let product = try Operations.prod.apply(others, axes: axes, keepDims: true)
            let zeros = try Operations.sum.apply(isZero, axes: axes, keepDims: true)
            let none = try Checked.compare(.equal, zeros, .integer(0))
            let one = try Checked.compare(.equal, zeros, .integer(1))
            let regular = try Checked.where(none, Checked.divide(product, others), .integer(0))
            let atZero = try Checked.where(one, product, .integer(0))
            try c.give(
                0, try Checked.multiply(g, Checked.where(isZero, atZero, regular)))
        })

    package static let reduceMax: ReductionOperation = ReductionOperation(
        "max", VJ_REDUCE_MAX,
        "the greatest element over the axes; NaN wins (NumPy); equals share the gradient",
        saves: [.inputs, .output],
        gradient: { (c) throws(TensorError) in
            try Operations.giveToExtrema(&c)
        })

    package static let reduceMin: ReductionOperation = ReductionOperation(
        "min", VJ_REDUCE_MIN,
        "the least element over the axes; NaN wins (NumPy); equals share the gradient",
        saves: [.inputs, .output],
        gradient: { (c) throws(TensorError) in
            try Operations.giveToExtrema(&c)
        })

    private static func giveToExtrema(_ c: inout Backward) throws(TensorError) {
        let x = c[0]
        let y = try c.keepingAxes(c.output, of: x.shape)
        let g = try c.keepingAxes(c.upstream, of: x.shape)
        let hit = try Checked.compare(.equal, x, y)
        let hits = try Operations.sum.apply(hit, axes: c.attributes.i0, keepDims: true)
        try c.give(0, try Checked.where(hit, Checked.divide(g, hits), .integer(0)))
    }

    package static let argmax: ReductionOperation = ReductionOperation(
        "argmax", VJ_ARGMAX, "the position of the greatest element, the first of equals (NumPy)")

    package static let argmin: ReductionOperation = ReductionOperation(
        "argmin", VJ_ARGMIN, "the position of the least element, the first of equals (NumPy)")

    package static let any: ReductionOperation = ReductionOperation(
        "any", VJ_ANY, "whether an element is true or not 0; no elements give false (NumPy)")

    package static let all: ReductionOperation = ReductionOperation(
        "all", VJ_ALL, "whether all elements are true or not 0; no elements give true (NumPy)")

    package static let logSumExp: ReductionOperation = ReductionOperation(
        "logSumExp", VJ_LOG_SUM_EXP, "log Σeˣ over the axes without overflow (SciPy)",
        needsFloats: true, saves: [.inputs, .output],
        gradient: { (c) throws(TensorError) in
            let x = c[0]
            let y = try c.keepingAxes(c.output, of: x.shape)
            let g = try c.keepingAxes(c.upstream, of: x.shape)
            try c.give(0, try Checked.multiply(g, Checked.exp(Checked.subtract(x, y))))
        })

    /// attributes: i0 and i1 as in ``ReductionOperation``, p0 what is taken from the divisor.
    package static let variance: Operation = Operation(
        "variance", "Σ(x − mean)²/n over the axes, /(n − 1) if unbiased (NumPy)", saves: .inputs,
        samples: [
            Operation.Sample([2, 3], attributes: Attributes(i0: 0b11)),
            Operation.Sample([2, 3], attributes: Attributes(i0: 0b10, i1: 1, p0: 1)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.variance(x[0], axes: a.i0, keepDims: a.i1 != 0, correction: a.p0)
        },
        gradient: { (c) throws(TensorError) in
            let x = c[0]
            let a = c.attributes
            let g = try c.keepingAxes(c.upstream, of: x.shape)
            let mean = try Operations.mean.apply(x, axes: a.i0, keepDims: true)
            let divisor = Double(Reduced.count(x.shape, a.i0)) - a.p0
            let slope = try Checked.multiply(Checked.subtract(x, mean), .real(2 / divisor))
            try c.give(0, try Checked.multiply(g, slope))
        })

    /// attributes: i0 and i1 as in ``ReductionOperation``.
    package static let norm: Operation = Operation(
        "norm", "√Σx² over the axes; the gradient at 0 is 0 (PyTorch)", saves: [.inputs, .output],
        samples: [
            Operation.Sample([2, 3], attributes: Attributes(i0: 0b11)),
            Operation.Sample([2, 3], attributes: Attributes(i0: 0b10, i1: 1)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.norm(x[0], axes: a.i0, keepDims: a.i1 != 0)
        },
        gradient: { (c) throws(TensorError) in
            let x = c[0]
            let y = try c.keepingAxes(c.output, of: x.shape)
            let g = try c.keepingAxes(c.upstream, of: x.shape)
            let safe = try Checked.where(
                Checked.compare(.equal, y, .integer(0)), .integer(1), y)
            try c.give(0, try Checked.multiply(g, Checked.divide(x, safe)))
        })

    /// attributes: i0 the axis, i1 1 to sum from the end.
    package static let cumsum: Operation = Operation(
        "cumsum", "running sums along the axis; integers give int64 (NumPy)",
        samples: [
            Operation.Sample([2, 3], attributes: Attributes(i0: 1)),
            Operation.Sample([2, 3], attributes: Attributes(i0: 0, i1: 1)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.cumsum(x[0], axis: a.i0, reversed: a.i1 != 0)
        },
        gradient: { (c) throws(TensorError) in
            let (g, a) = (c.upstream, c.attributes)
            try c.give(0, try Checked.cumsum(g, axis: a.i0, reversed: a.i1 == 0))
        })
}

extension Checked {
    package static func sum(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.sum, axes, keepDims)
    }

    package static func mean(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        if let wide = try widened(x) { return try asType(mean(wide, axes: axes, keepDims: keepDims), .float32) }
        return try reduce(x, Operations.mean, axes, keepDims)
    }

    package static func prod(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.prod, axes, keepDims)
    }

    package static func max(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.reduceMax, axes, keepDims)
    }

    package static func min(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.reduceMin, axes, keepDims)
    }

    package static func any(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.any, axes, keepDims)
    }

    package static func all(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.all, axes, keepDims)
    }

    package static func logSumExp(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.logSumExp, axes, keepDims)
    }

    /// The position along one axis, or in the row-major order of all elements.
    package static func argmax(
        _ x: Tensor, axis: Int? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.argmax, axis.map { [$0] }, keepDims)
    }

    package static func argmin(
        _ x: Tensor, axis: Int? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        try reduce(x, Operations.argmin, axis.map { [$0] }, keepDims)
    }

    private static func reduce(
        _ x: Tensor, _ operation: ReductionOperation, _ axes: [Int]?, _ keepDims: Bool
    ) throws(TensorError) -> Tensor {
        let bits = try Axes.set(axes, rank: x.rank, operation.name)
        return try operation.apply(x, axes: bits, keepDims: keepDims)
    }

    package static func variance(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false, unbiased: Bool = false
    ) throws(TensorError) -> Tensor {
        let bits = try Axes.set(axes, rank: x.rank, "variance")
        if let wide = try widened(x) {
            return try asType(
                variance(wide, axes: bits, keepDims: keepDims, correction: unbiased ? 1 : 0), .float32)
        }
        return try variance(x, axes: bits, keepDims: keepDims, correction: unbiased ? 1 : 0)
    }

    static func variance(
        _ x: Tensor, axes: Int, keepDims: Bool, correction: Double
    ) throws(TensorError) -> Tensor {
        let source = try cast(x.storage, x.dtype.floating)
        let plan = try ReductionPlan(source, axes: axes, keepDims: keepDims)
        let result = try TensorStorage.allocate(plan.result, source.dtype)
        try check(
            vj_variance(
                source.dtype.c, plan.outer, plan.axis, plan.inner, plan.source.data, correction,
                nil, result.data), "variance")
        Operations.variance.record(
            x, result, Attributes(i0: axes, i1: keepDims ? 1 : 0, p0: correction))
        return Tensor(result)
    }

    /// √variance.
    package static func std(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false, unbiased: Bool = false
    ) throws(TensorError) -> Tensor {
        try sqrt(variance(x, axes: axes, keepDims: keepDims, unbiased: unbiased))
    }

    /// √Σx² over the axes.
    package static func norm(
        _ x: Tensor, axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Tensor {
        let bits = try Axes.set(axes, rank: x.rank, "norm")
        if let wide = try widened(x) { return try asType(norm(wide, axes: bits, keepDims: keepDims), .float32) }
        return try norm(x, axes: bits, keepDims: keepDims)
    }

    /// Integers that float32 does not hold exactly as float64, for statistics whose result is float32; nil for all others.
    static func widened(_ x: Tensor) throws(TensorError) -> Tensor? {
        x.dtype == .int32 || x.dtype == .int64 ? try asType(x, .float64) : nil
    }

    static func norm(_ x: Tensor, axes: Int, keepDims: Bool) throws(TensorError) -> Tensor {
        let source = try cast(x.storage, x.dtype.floating)
        let plan = try ReductionPlan(source, axes: axes, keepDims: keepDims)
        let result = try TensorStorage.allocate(plan.result, source.dtype)
        try check(
            vj_reduce(
                VJ_SUM_SQUARES, source.dtype.c, plan.outer, plan.axis, plan.inner,
                plan.source.data, result.data), "norm")
        try check(
            vj_unary(
                VJ_SQRT, source.dtype.c, result.count, result.data, result.data, 0, 0), "norm")
        Operations.norm.record(x, result, Attributes(i0: axes, i1: keepDims ? 1 : 0))
        return Tensor(result)
    }

    package static func cumsum(
        _ x: Tensor, axis: Int? = nil, reversed: Bool = false
    ) throws(TensorError) -> Tensor {
        guard let axis else {
            return try cumsum(flattened(x), axis: 0, reversed: reversed)
        }
        let position = try Axes.resolve(axis, rank: x.rank, "cumsum")
        let plan = try ReductionPlan(x.storage, axes: 1 << position, keepDims: true)
        let result = try TensorStorage.allocate(
            x.shape, x.dtype.isFloatingPoint ? x.dtype : .int64)
        try check(
            vj_cumsum(
                x.dtype.c, plan.outer, plan.axis, plan.inner, plan.source.data, reversed,
                result.data), "cumsum")
        Operations.cumsum.record(x, result, Attributes(i0: position, i1: reversed ? 1 : 0))
        return Tensor(result)
    }

    /// Summed over what broadcasting to this tensor's shape had repeated.
    package static func sum(_ x: Tensor, to shape: Shape) throws(TensorError) -> Tensor {
        let missing = x.rank - shape.count
        guard missing >= 0 else { return try broadcast(x, to: shape) }
        var axes = (1 << missing) - 1
        for axis in 0..<shape.count where shape[axis] == 1 && x.shape[axis + missing] != 1 {
            axes |= 1 << (axis + missing)
        }
        if axes == 0 { return try broadcast(x, to: shape) }
        let sum = try Operations.sum.apply(x, axes: axes, keepDims: true)
        return try broadcast(reshaped(sum, Reduced.trailing(sum.shape, shape.count)), to: shape)
    }
}

extension Reduced {
    /// The last `rank` extents; those before are 1.
    static func trailing(_ shape: Shape, _ rank: Int) -> Shape {
        var result = Shape()
        for axis in (shape.count - rank)..<shape.count { result.append(shape[axis]) }
        return result
    }
}
