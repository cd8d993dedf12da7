internal import CKernels

// The three bilinear maps of a convolution: images with filters, its gradients at each. The
// derivatives of any of them are the other two, so all orders exist.
extension Operations {
    /// attributes as ``WindowGeometry``, i0 groups, i1 the activation's kernel, p0 its number;
    /// inputs images, filter, bias.
    package static let convolution2D: Operation = Operation(
        "convolution2D",
        "activation(Σ x[n, i·s + a·d, j·s + b·d, c]·w[a, b, c, o] + bias[o]), no flip (PyTorch)",
        saves: [.inputs, .output],
        samples: [
            Operation.Sample(
                [2, 4, 5, 2], [2, 3, 2, 3], [3],
                attributes: convolutionSample(padding: .explicit(1), groups: 1)),
            Operation.Sample(
                [1, 4, 5, 4], [2, 3, 2, 4], [4],
                attributes: convolutionSample(padding: .same, groups: 2)),
            Operation.Sample(
                [1, 4, 5, 2], [2, 3, 1, 4], [4],
                attributes: convolutionSample(
                    padding: .explicit(top: 1, bottom: 0, left: 2, right: 1), groups: 2,
                    dilation: 2, activation: .tanh)),
        ],
        isRectifier: { $0.i1 == Int(VJ_RELU.rawValue) },
        run: { (x, a) throws(TensorError) in
            try Checked.convolved(
                x[0], x[1], x.count > 2 ? x[2] : nil, WindowGeometry(a), groups: a.i0,
                activation: vj_unary_op(UInt32(a.i1)), parameter: a.p0)
        },
        gradient: { (c) throws(TensorError) in
            let (x, filter) = (c[0], c[1])
            let (geometry, groups) = (WindowGeometry(c.attributes), c.attributes.i0)
            let (g, biasGradient) = try c.upstream(
                through: vj_unary_op(UInt32(c.attributes.i1)), parameter: c.attributes.p0,
                bias: c.needs(2))
            if c.needs(0) {
                try c.give(
                    0, try Checked.convolvedInput(g, filter, geometry, groups: groups))
            }
            if c.needs(1) {
                try c.give(1, try Checked.convolvedFilter(x, g, geometry, groups: groups))
            }
            if let biasGradient {
                try c.give(2, biasGradient)
            } else if c.needs(2) {
                try c.give(2, try Operations.sum.apply(g, axes: 0b111, keepDims: false))
            }
        })

    /// attributes as ``WindowGeometry``, i0 groups; inputs gradient, filter.
    package static let convolution2DInput: Operation = Operation(
        "convolution2DInput",
        "the transposed convolution: each element of g spreads over its window (PyTorch)",
        saves: .inputs,
        samples: [
            Operation.Sample(
                [2, 3, 3, 3], [2, 3, 2, 3],
                attributes: convolutionSample(padding: .explicit(1), groups: 1)),
            Operation.Sample(
                [1, 2, 3, 4], [2, 3, 2, 4],
                attributes: convolutionSample(padding: .same, groups: 2)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.convolvedInput(x[0], x[1], WindowGeometry(a), groups: a.i0)
        },
        gradient: { (c) throws(TensorError) in
            let (g, upstream, filter) = (c[0], c.upstream, c[1])
            let (geometry, groups) = (WindowGeometry(c.attributes), c.attributes.i0)
            if c.needs(0) {
                try c.give(
                    0, try Checked.convolved(upstream, filter, nil, geometry, groups: groups))
            }
            if c.needs(1) {
                try c.give(
                    1, try Checked.convolvedFilter(upstream, g, geometry, groups: groups))
            }
        })

    /// attributes as ``WindowGeometry``, i0 groups; inputs images, gradient.
    package static let convolution2DFilter: Operation = Operation(
        "convolution2DFilter",
        "the gradient of a convolution's filter: Σ x[n, i·s + a·d, j·s + b·d, c]·g[n, i, j, o]",
        saves: .inputs,
        samples: [
            Operation.Sample(
                [2, 4, 5, 2], [2, 3, 3, 3],
                attributes: convolutionSample(padding: .explicit(1), groups: 1)),
            Operation.Sample(
                [1, 4, 5, 4], [1, 2, 3, 4],
                attributes: convolutionSample(padding: .same, groups: 2)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.convolvedFilter(x[0], x[1], WindowGeometry(a), groups: a.i0)
        },
        gradient: { (c) throws(TensorError) in
            let (x, g, upstream) = (c[0], c[1], c.upstream)
            let (geometry, groups) = (WindowGeometry(c.attributes), c.attributes.i0)
            if c.needs(0) {
                try c.give(
                    0, try Checked.convolvedInput(g, upstream, geometry, groups: groups))
            }
            if c.needs(1) {
                try c.give(
                    1, try Checked.convolved(x, upstream, nil, geometry, groups: groups))
            }
        })

    private static func convolutionSample(
        padding: Padding, groups: Int, dilation: Int = 1, activation: FusedActivation = .none
    ) -> Attributes {
        var attributes = sampleWindows(padding: padding, dilation: dilation)
        attributes.i0 = groups
        attributes.i1 = Int(activation.operation?.kernel.rawValue ?? 0)
        return attributes
    }
}

extension Backward {
    /// The upstream gradient of what was put into an activation whose derivative follows from its
    /// output, the record's; and that of the bias where one pass gives both.
    func upstream(
        through kernel: vj_unary_op, parameter: Double, bias: Bool
    ) throws(TensorError) -> (gradient: Tensor, bias: Tensor?) {
        if kernel == VJ_IDENTITY || kernel == VJ_RELU && !isRecorded && isUpstreamRectified {
            return (upstream, nil)
        }
        if isRecorded {
            let slope = try Operations.recoveredSlope(kernel, output, parameter)
            return (try Checked.multiply(upstream, slope), nil)
        }
        return try upstream(through: kernel, saved: output, parameter: parameter, bias: bias)
    }

    /// The upstream gradient of what was put into an activation, in one pass; `saved` is what the
    /// derivative follows from. With `bias`, also the gradient of what was added along the last
    /// axis before.
    func upstream(
        through kernel: vj_unary_op, saved: Tensor, parameter: Double, bias: Bool
    ) throws(TensorError) -> (gradient: Tensor, bias: Tensor?) {
        let y = try saved.contiguousStorage()
        let g = try upstream.contiguousStorage()
        let result = try TensorStorage.allocate(y.shape, y.dtype)
        let columns = y.shape.count == 0 ? 0 : y.shape[y.shape.count - 1]
        guard bias, columns > 0 else {
            try check(
                vj_unary_gradient(
                    kernel, y.dtype.c, y.count, y.data, g.data, result.data, parameter, 0),
                "activation")
            withExtendedLifetime((y, g)) {}
            return (Tensor(result), nil)
        }
        let sums = try TensorStorage.allocate(Shape(columns), y.dtype)
        try check(
            vj_activation_gradient(
                kernel, y.dtype.c, y.count / columns, columns, y.data, g.data, result.data,
                sums.data, parameter, 0), "activation")
        withExtendedLifetime((y, g)) {}
        return (Tensor(result), Tensor(sums))
    }
}

extension Checked {
    /// Images with filters [height, width, channels / groups, outputs], types and shapes checked.
    static func convolved(
        _ x: Tensor, _ filter: Tensor, _ bias: Tensor?, _ geometry: WindowGeometry, groups: Int,
        activation: vj_unary_op = VJ_IDENTITY, parameter: Double = 0
    ) throws(TensorError) -> Tensor {
        let result = try ConvolutionKernels(geometry, groups).forward(
            x, filter, bias, activation, parameter)
        var attributes = geometry.attributes
        attributes.i0 = groups
        attributes.i1 = Int(activation.rawValue)
        attributes.p0 = parameter
        Operations.convolution2D.record(x, filter, bias, result, attributes)
        return Tensor(result)
    }

    /// Each element of g spread over its window of an image of the geometry's extents.
    static func convolvedInput(
        _ g: Tensor, _ filter: Tensor, _ geometry: WindowGeometry, groups: Int
    ) throws(TensorError) -> Tensor {
        let result = try ConvolutionKernels(geometry, groups).input(g, filter)
        var attributes = geometry.attributes
        attributes.i0 = groups
        Operations.convolution2DInput.record(g, filter, result, attributes)
        return Tensor(result)
    }

    /// The filter's gradient.
    static func convolvedFilter(
        _ x: Tensor, _ g: Tensor, _ geometry: WindowGeometry, groups: Int
    ) throws(TensorError) -> Tensor {
        let result = try ConvolutionKernels(geometry, groups).filter(x, g)
        var attributes = geometry.attributes
        attributes.i0 = groups
        Operations.convolution2DFilter.record(x, g, result, attributes)
        return Tensor(result)
    }
}
