internal import CKernels

extension Checked {
    /// Images [batch, height, width, channels] with filters [height, width, channels / groups,
    /// outputs]; an image without batch, or one of rank 2 with a filter of rank 2, keeps its rank.
    package static func convolution2D(
        _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Pair = Pair(1),
        padding: Padding = .valid, dilation: Pair = Pair(1), groups: Int = 1,
        activation: FusedActivation = .none
    ) throws(TensorError) -> Tensor {
        let name = "convolution2D"
        if x.rank == 2 || filter.rank == 2 {
            guard x.rank == 2, filter.rank == 2 else {
                throw filterError(name, x, filter, "[height, width, channels, outputs]", 4)
            }
        }
        let images = try Images(x, name)
        var weights = filter
        if filter.rank == 2 {
            weights = try reshaped(filter, Shape(filter.shape[0], filter.shape[1], 1, 1))
        }
        guard weights.rank == 4 else {
            throw filterError(name, x, filter, "[height, width, channels, outputs]", 4)
        }
        return try images.restored(
            convolution(
                name, images.tensor, weights, bias, strides, padding, dilation, groups,
                activation, given: (x.shape, filter.shape)))
    }

    /// Sequences [batch, length, channels] with filters [length, channels / groups, outputs].
    package static func convolution1D(
        _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1,
        padding: Padding = .valid, dilation: Int = 1, groups: Int = 1,
        activation: FusedActivation = .none
    ) throws(TensorError) -> Tensor {
        let name = "convolution1D"
        guard (x.rank == 1) == (filter.rank == 1), filter.rank == 1 || filter.rank == 3 else {
            throw filterError(name, x, filter, "[length, channels, outputs]", 3)
        }
        let sequences = try Sequences(x, name)
        let s = filter.shape
        let weights = try reshaped(
            filter, filter.rank == 1 ? Shape(1, s[0], 1, 1) : Shape(1, s[0], s[1], s[2]))
        return try sequences.restored(
            convolution(
                name, sequences.tensor, weights, bias, Pair(1, strides), padding.alongOneAxis,
                Pair(1, dilation), groups, activation, given: (x.shape, filter.shape)))
    }

    private static func filterError(
        _ name: String, _ x: Tensor, _ filter: Tensor, _ axes: String, _ rank: Int
    ) -> TensorError {
        .shape(
            operation: name, expected: "a filter \(axes) for x of shape \(x.shape)",
            given: filter.shape,
            help: rank == 4
                ? "an image of rank 2 takes a filter of rank 2"
                : "a sequence of rank 1 takes a filter of rank 1")
    }

    private static func convolution(
        _ name: String, _ x: Tensor, _ filter: Tensor, _ bias: Tensor?, _ strides: Pair,
        _ padding: Padding, _ dilation: Pair, _ groups: Int, _ activation: FusedActivation,
        given: (x: Shape, filter: Shape)
    ) throws(TensorError) -> Tensor {
        let (channels, outputs) = (x.shape[3], filter.shape[3])
        try checkGroups(name, groups, channels, outputs)
        guard filter.shape[2] == channels / groups else {
            throw .shape(
                operation: name,
                expected: "a filter whose axis \(given.filter.count - 2) is "
                    + "\(channels / groups), as x \(given.x) has \(channels) channels"
                    + (groups == 1 ? "" : " in \(groups) groups"), given: given.filter,
                help: "images are [batch, height, width, channels], filters [height, width, "
                    + "channels / groups, outputs]")
        }
        if let bias, bias.shape != Shape(outputs) {
            throw .shape(
                operation: name, expected: "a bias of shape [\(outputs)]", given: bias.shape,
                help: nil)
        }
        let geometry = try WindowGeometry(
            name, image: Pair(x.shape[1], x.shape[2]),
            window: Pair(filter.shape[0], filter.shape[1]), stride: strides, padding: padding,
            dilation: dilation, of: given.x)
        var type = Broadcasting.dtype(x.storage, filter.storage)
        if let bias { type = DType.promoted(type, bias.dtype) }
        if type == .bool || type == .uint8 { type = .int64 }
        let isFused = type.isFloatingPoint && activation.isRecoverable
        let y = try convolved(
            asType(x, type), asType(filter, type),
            bias.map { (b) throws(TensorError) in try asType(b, type) }, geometry,
            groups: groups,
            activation: isFused ? activation.operation?.kernel ?? VJ_IDENTITY : VJ_IDENTITY,
            parameter: activation.parameter)
        if isFused { return y }
        guard let operation = activation.operation else { return y }
        return try operation.apply(y, p0: activation.parameter)
    }

    private static func checkGroups(
        _ name: String, _ groups: Int, _ channels: Int, _ outputs: Int
    ) throws(TensorError) {
        guard groups >= 1, channels % groups == 0, outputs % groups == 0 else {
            throw .domain(
                operation: name,
                problem: "\(groups) groups do not divide \(channels) channels and "
                    + "\(outputs) outputs", help: nil)
        }
    }

    /// The transposed convolution: images [batch, height, width, channels] with filters [height,
    /// width, channels, outputs / groups], each element spread over a window.
    ///
    /// The extents are (extent − 1)·stride + window without padding, less an explicit padding, and
    /// extent·stride with `.same`.
    package static func convolution2DTranspose(
        _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Pair = Pair(1),
        padding: Padding = .valid, outputPadding: Pair = Pair(0), dilation: Pair = Pair(1),
        groups: Int = 1, activation: FusedActivation = .none
    ) throws(TensorError) -> Tensor {
        let name = "convolution2DTranspose"
        if x.rank == 2 || filter.rank == 2 {
            guard x.rank == 2, filter.rank == 2 else {
                throw filterError(name, x, filter, "[height, width, channels, outputs]", 4)
            }
        }
        let images = try Images(x, name)
        var weights = filter
        if filter.rank == 2 {
            weights = try reshaped(filter, Shape(filter.shape[0], filter.shape[1], 1, 1))
        }
        guard weights.rank == 4 else {
            throw filterError(name, x, filter, "[height, width, channels, outputs]", 4)
        }
        return try images.restored(
            transposedConvolution(
                name, images.tensor, weights, bias, strides, padding, outputPadding, dilation,
                groups, activation, given: (x.shape, filter.shape)))
    }

    /// The same for sequences [batch, length, channels] and filters [length, channels, outputs].
    package static func convolution1DTranspose(
        _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1,
        padding: Padding = .valid, outputPadding: Int = 0, dilation: Int = 1, groups: Int = 1,
        activation: FusedActivation = .none
    ) throws(TensorError) -> Tensor {
        let name = "convolution1DTranspose"
        guard (x.rank == 1) == (filter.rank == 1), filter.rank == 1 || filter.rank == 3 else {
            throw filterError(name, x, filter, "[length, channels, outputs]", 3)
        }
        let sequences = try Sequences(x, name)
        let s = filter.shape
        let weights = try reshaped(
            filter, filter.rank == 1 ? Shape(1, s[0], 1, 1) : Shape(1, s[0], s[1], s[2]))
        return try sequences.restored(
            transposedConvolution(
                name, sequences.tensor, weights, bias, Pair(1, strides), padding.alongOneAxis,
                Pair(0, outputPadding), Pair(1, dilation), groups, activation,
                given: (x.shape, filter.shape)))
    }

    private static func transposedConvolution(
        _ name: String, _ x: Tensor, _ filter: Tensor, _ bias: Tensor?, _ strides: Pair,
        _ padding: Padding, _ outputPadding: Pair, _ dilation: Pair, _ groups: Int,
        _ activation: FusedActivation, given: (x: Shape, filter: Shape)
    ) throws(TensorError) -> Tensor {
        let channels = x.shape[3]
        let perGroup = filter.shape[3]
        let (outputs, overflow) = perGroup.multipliedReportingOverflow(by: Swift.max(groups, 1))
        guard !overflow else { throw .tooLarge(shape: filter.shape) }
        try checkGroups(name, groups, channels, outputs)
        guard filter.shape[2] == channels else {
            throw .shape(
                operation: name,
                expected: "a filter whose axis \(given.filter.count - 2) is \(channels), the "
                    + "channels of x \(given.x)", given: given.filter, help: nil)
        }
        if let bias, bias.shape != Shape(outputs) {
            throw .shape(
                operation: name, expected: "a bias of shape [\(outputs)]", given: bias.shape,
                help: nil)
        }
        let geometry = try transposedGeometry(
            name, x.shape, Pair(filter.shape[0], filter.shape[1]), strides, padding,
            outputPadding, dilation, given.x)
        let type = Broadcasting.dtype(x.storage, filter.storage)
        let wide = type == .bool || type == .uint8 ? DType.int64 : type
        // As the gradient's filter: [height, width, outputs of a group, channels].
        let weights = try transposed(asType(filter, wide), [0, 1, 3, 2])
        var y = try convolvedInput(asType(x, wide), weights, geometry, groups: groups)
        if let bias { y = try add(y, bias) }
        guard let operation = activation.operation else { return y }
        return try operation.apply(y, p0: activation.parameter)
    }

    /// The convolution whose gradient spreads x over the result.
    private static func transposedGeometry(
        _ name: String, _ x: Shape, _ window: Pair, _ strides: Pair, _ padding: Padding,
        _ outputPadding: Pair, _ dilation: Pair, _ given: Shape
    ) throws(TensorError) -> WindowGeometry {
        var extents = [0, 0]
        var sizes = [(0, 0), (0, 0)]
        for axis in 0..<2 {
            let (extent, stride) = (x[axis + 1], strides[axis])
            guard stride >= 1, dilation[axis] >= 1, window[axis] >= 1, stride < 1 << 31,
                dilation[axis] < 1 << 31, extent < 1 << 31
            else {
                throw .domain(
                    operation: name,
                    problem: "stride \(stride), dilation \(dilation[axis]), window "
                        + "\(window[axis])", help: "each is 1 or more")
            }
            guard outputPadding[axis] >= 0,
                outputPadding[axis] < Swift.max(stride, dilation[axis])
            else {
                throw .domain(
                    operation: name, problem: "an output padding of \(outputPadding[axis])",
                    help: "it is 0 or more and below the stride or the dilation")
            }
            let width = (window[axis] - 1) * dilation[axis] + 1
            let full = extent == 0 ? 0 : (extent - 1) * stride + width
            if padding == .same {
                extents[axis] = extent * stride
                let total = Swift.max(0, (extent - 1) * stride + width - extents[axis])
                sizes[axis] = (total / 2, total - total / 2)
            } else {
                sizes[axis] = try padding.sizes(
                    axis, extent: extent, window: width, stride: stride, name)
                extents[axis] = full - sizes[axis].0 - sizes[axis].1 + outputPadding[axis]
            }
            guard extents[axis] > 0 || extent == 0 else {
                throw .shape(
                    operation: name, expected: "more than the padding takes away", given: given,
                    help: nil)
            }
        }
        var geometry = try WindowGeometry(
            name, image: Pair(1), window: Pair(1), stride: Pair(1), padding: .valid, of: given)
        geometry.image = Pair(extents[0], extents[1])
        geometry.window = window
        geometry.stride = strides
        geometry.dilation = dilation
        geometry.before = Pair(sizes[0].0, sizes[1].0)
        geometry.after = Pair(sizes[0].1, sizes[1].1)
        geometry.count = Pair(x[1], x[2])
        return geometry
    }
}

extension Padding {
    /// For images of one row: one number means places before and after, two what is before and
    /// what is after; nothing above and below.
    var alongOneAxis: Padding {
        switch kind {
        case .explicit(let top, let bottom, let left, let right):
            // `.explicit(1)` is (1, 1, 1, 1); `.explicit([2, 0])` is (2, 2, 0, 0).
            if top == bottom, left == right, top != left {
                return .explicit(top: 0, bottom: 0, left: top, right: left)
            }
            return .explicit(top: 0, bottom: 0, left: left, right: right)
        default: return self
        }
    }
}
