internal import CKernels

extension Operations {
    /// attributes: i0 the axis.
    package static let softmax: Operation = softmaxOperation(
        "softmax", "eˣ/Σeˣ along an axis, without overflow (SciPy)", logarithm: false)

    /// attributes: i0 the axis.
    package static let logSoftmax: Operation = softmaxOperation(
        "logSoftmax", "x − log Σeˣ along an axis, without overflow (SciPy)", logarithm: true)

    private static func softmaxOperation(
        _ name: String, _ summary: String, logarithm: Bool
    ) -> Operation {
        Operation(
            name, summary, saves: .output,
            samples: [
                Operation.Sample([2, 3], attributes: Attributes(i0: 1)),
                Operation.Sample([2, 3, 2], attributes: Attributes(i0: 1)),
            ],
            run: { (x, a) throws(TensorError) in
                try Checked.softmax(x[0], axis: a.i0, logarithm: logarithm)
            },
            gradient: { (c) throws(TensorError) in
                let (y, g, axis) = (c.output, c.upstream, c.attributes.i0)
                if c.isRecorded {
                    if logarithm {
                        let total = try Checked.sum(g, axes: [axis], keepDims: true)
                        try c.give(
                            0,
                            try Checked.subtract(g, Checked.multiply(Checked.exp(y), total)))
                    } else {
                        let total = try Checked.sum(
                            Checked.multiply(g, y), axes: [axis], keepDims: true)
                        try c.give(0, try Checked.multiply(y, Checked.subtract(g, total)))
                    }
                    return
                }
                let plan = try ReductionPlan(y.storage, axes: 1 << axis, keepDims: true)
                let upstream = try g.contiguousStorage()
                let result = try TensorStorage.allocate(y.shape, y.dtype)
                try check(
                    vj_softmax_gradient(
                        y.dtype.c, logarithm, plan.outer, plan.axis, plan.inner,
                        plan.source.data, upstream.data, result.data), "softmax")
                withExtendedLifetime((plan.source, upstream)) {}
                try c.give(0, Tensor(result))
            })
    }
}

extension Checked {
    package static func softmax(_ x: Tensor, axis: Int = -1) throws(TensorError) -> Tensor {
        try softmax(x, axis: axis, logarithm: false)
    }

    package static func logSoftmax(_ x: Tensor, axis: Int = -1) throws(TensorError) -> Tensor {
        try softmax(x, axis: axis, logarithm: true)
    }

    static func softmax(
        _ x: Tensor, axis: Int, logarithm: Bool
    ) throws(TensorError) -> Tensor {
        let operation = logarithm ? Operations.logSoftmax : Operations.softmax
        let position = try Axes.resolve(axis, rank: x.rank, operation.name)
        let source = try cast(x.storage, x.dtype.floating)
        let plan = try ReductionPlan(source, axes: 1 << position, keepDims: true)
        let result = try TensorStorage.allocate(x.shape, source.dtype)
        try check(
            vj_softmax(
                source.dtype.c, logarithm, plan.outer, plan.axis, plan.inner, plan.source.data,
                result.data), operation.name)
        operation.record(x, result, Attributes(i0: position))
        withExtendedLifetime(plan.source) {}
        return Tensor(result)
    }
}
