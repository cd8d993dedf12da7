internal import CKernels

/// A function of each element by itself.
package final class UnaryOperation: Operation, @unchecked Sendable {
    let kernel: vj_unary_op
    /// Whether integers are taken as they are; otherwise they become float32 first.
    let keepsIntegers: Bool
    private let derivative: Derivative

    /// The derivative in operations that can be differentiated again, from the input or from the
    /// output, whichever the one-pass kernel uses too.
    enum Derivative {
        /// 0 wherever it exists.
        case zero
        case ofInput(@Sendable (Tensor, Double, Double) throws(TensorError) -> Tensor)
        case ofOutput(@Sendable (Tensor, Double, Double) throws(TensorError) -> Tensor)
    }

    init(
        _ name: String, _ kernel: vj_unary_op, _ summary: String, keepsIntegers: Bool = false,
        range: ClosedRange<Double> = -2...2, p0: Double = 0, p1: Double = 0,
        derivative: Derivative
    ) {
        self.kernel = kernel
        self.keepsIntegers = keepsIntegers
        self.derivative = derivative
        let kernelUsesOutput = vj_unary_gradient_uses_output(kernel)
        var saves: Saves = kernelUsesOutput ? .output : .inputs
        switch derivative {
        case .zero: saves = .nothing
        case .ofInput: saves.insert(.inputs)
        case .ofOutput: saves.insert(.output)
        }
        super.init(
            name, summary, saves: saves,
            samples: [Sample([2, 3], range: range, attributes: Attributes(p0: p0, p1: p1))],
            isRectifier: { _ in kernel == VJ_RELU },
            gradient: { (c) throws(TensorError) in
                let upstream = c.upstream
                let a = c.attributes
                switch derivative {
                case .zero:
                    return
                case .ofInput(let formula) where c.isRecorded:
                    let x = c[0]
                    try c.give(0, try Checked.multiply(upstream, try formula(x, a.p0, a.p1)))
                case .ofOutput(let formula) where c.isRecorded:
                    let y = c.output
                    try c.give(0, try Checked.multiply(upstream, try formula(y, a.p0, a.p1)))
                default:
                    if kernel == VJ_RELU, c.isUpstreamRectified {
                        return try c.give(0, upstream)
                    }
                    let saved = kernelUsesOutput ? c.output : c[0]
                    try c.give(
                        0, try UnaryOperation.onePass(kernel, saved, upstream, a.p0, a.p1, name))
                }
            })
    }

    /// The derivative at x, in operations that are recorded.
    func slope(at x: Tensor, p0: Double) throws(TensorError) -> Tensor {
        switch derivative {
        case .zero: try Checked.zeros(x.shape, dtype: x.dtype)
        case .ofInput(let formula): try formula(x, p0, 0)
        case .ofOutput(let formula): try formula(apply(x, p0: p0), p0, 0)
        }
    }

    /// upstream · op′ in one pass.
    private static func onePass(
        _ kernel: vj_unary_op, _ saved: Tensor, _ upstream: Tensor, _ p0: Double, _ p1: Double,
        _ name: String
    ) throws(TensorError) -> Tensor {
        // An integer input was converted on the way in and has no gradient, so types agree here.
        let s = try saved.contiguousStorage()
        let g = try upstream.contiguousStorage()
        let result = try TensorStorage.allocate(s.shape, s.dtype)
        try check(
            vj_unary_gradient(kernel, s.dtype.c, s.count, s.data, g.data, result.data, p0, p1),
            name)
        return Tensor(result)
    }

    @inline(__always)
    package func apply(
        _ x: Tensor, p0: Double = 0, p1: Double = 0
    ) throws(TensorError) -> Tensor {
        var source = x.storage
        if !source.dtype.isFloatingPoint {
            if !keepsIntegers || source.dtype == .bool {
                let type: DType = keepsIntegers ? .int64 : .float32
                source = try Checked.cast(source, type)
            }
        }
        if ElementChain.takes(source), x.storage.tapeSerial == 0 {
            return Tensor(try ElementChain.unary(kernel, source, p0, p1))
        }
        let result = try TensorStorage.allocate(source.shape, source.dtype)
        let status: vj_status
        if source.isContiguous {
            status = vj_unary(
                kernel, source.dtype.c, source.count, source.data, result.data, p0, p1)
        } else {
            status = strided(source, result, p0, p1)
        }
        try check(status, name)
        record(x, result, Attributes(p0: p0, p1: p1))
        withExtendedLifetime(source) {}
        return Tensor(result)
    }

    @inline(never)
    private func strided(
        _ source: TensorStorage, _ result: TensorStorage, _ p0: Double, _ p1: Double
    ) -> vj_status {
        source.shape.withPointer { shape in
            source.strides.withPointer { strides in
                vj_unary_strided(
                    kernel, source.dtype.c, source.shape.count, shape, source.data, strides,
                    result.data, p0, p1)
            }
        }
    }

    package override func run(
        _ inputs: [Tensor], _ attributes: Attributes
    ) throws(TensorError) -> Tensor {
        try apply(inputs[0], p0: attributes.p0, p1: attributes.p1)
    }
}
