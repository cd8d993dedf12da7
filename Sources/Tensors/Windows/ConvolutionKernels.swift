internal import CKernels

/// What a convolution computes, unrecorded: floating point in kernels of its own, integers as
/// matrix products over windows.
struct ConvolutionKernels {
    let geometry: WindowGeometry
    let groups: Int

    init(_ geometry: WindowGeometry, _ groups: Int) {
        self.geometry = geometry
        self.groups = groups
    }

    func forward(
        _ x: Tensor, _ filter: Tensor, _ bias: Tensor?, _ activation: vj_unary_op,
        _ parameter: Double
    ) throws(TensorError) -> TensorStorage {
        if x.dtype.isFloatingPoint {
            return try forward(floating: x, filter, bias, activation, parameter)
        }
        let (columns, weights) = (try columns(of: x), try matrices(of: filter))
        var y = try joined(Checked.matmul(columns, weights), batch: x.shape[0])
        if let bias { y = try Checked.add(y, Checked.stopGradient(bias)) }
        return try y.contiguousStorage()
    }

    private func forward(
        floating x: Tensor, _ filter: Tensor, _ bias: Tensor?, _ activation: vj_unary_op,
        _ parameter: Double
    ) throws(TensorError) -> TensorStorage {
        let image = try x.contiguousStorage()
        let weights = try filter.contiguousStorage()
        let shift = try bias?.contiguousStorage()
        let outputs = filter.shape[3]
        let result = try TensorStorage.allocate(
            Shape(x.shape[0], geometry.count.vertical, geometry.count.horizontal, outputs),
            x.dtype)
        var c = arguments(x.dtype, batch: x.shape[0], channels: x.shape[3], outputs: outputs)
        var epilogue = vj_epilogue()
        epilogue.bias = UnsafeRawPointer(shift?.data)
        epilogue.activation = activation
        epilogue.p0 = parameter
        try check(
            vj_convolution_forward(&c, image.data, weights.data, &epilogue, result.data),
            "convolution2D")
        withExtendedLifetime((image, weights, shift)) {}
        return result
    }

    private func arguments(
        _ type: DType, batch: Int, channels: Int, outputs: Int
    ) -> vj_convolution {
        var c = vj_convolution()
        c.dtype = type.c
        c.batch = batch
        c.height = geometry.image.vertical
        c.width = geometry.image.horizontal
        c.in_channels = channels
        c.out_height = geometry.count.vertical
        c.out_width = geometry.count.horizontal
        c.out_channels = outputs
        c.kernel_height = geometry.window.vertical
        c.kernel_width = geometry.window.horizontal
        c.stride_height = geometry.stride.vertical
        c.stride_width = geometry.stride.horizontal
        c.dilation_height = geometry.dilation.vertical
        c.dilation_width = geometry.dilation.horizontal
        c.pad_top = geometry.before.vertical
        c.pad_left = geometry.before.horizontal
        c.groups = groups
        return c
    }

    func input(_ g: Tensor, _ filter: Tensor) throws(TensorError) -> TensorStorage {
        let s = filter.shape
        if g.dtype.isFloatingPoint {
            let upstream = try g.contiguousStorage()
            let weights = try filter.contiguousStorage()
            let channels = s[2] * groups
            let result = try TensorStorage.allocate(
                Shape(g.shape[0], geometry.image.vertical, geometry.image.horizontal, channels),
                g.dtype)
            var c = arguments(g.dtype, batch: g.shape[0], channels: channels, outputs: s[3])
            try check(
                vj_convolution_backward_input(
                    &c, upstream.data, weights.data, nil, result.data), "convolution2D")
            withExtendedLifetime((upstream, weights)) {}
            return result
        }
        let weights = try matrices(of: filter)
        let spread = try Checked.matmul(parted(g), Checked.matrixTransposed(weights))
        // [groups, windows, window · channels] back to windows over all channels.
        let apart = try Checked.reshaped(
            spread,
            Shape(
                [
                    groups, g.shape[0], geometry.count.vertical, geometry.count.horizontal, s[0],
                    s[1], s[2],
                ]))
        let order = try Checked.transposed(apart, [1, 2, 3, 4, 5, 0, 6])
        let windows = try Checked.reshaped(
            order,
            Shape(
                [
                    g.shape[0], geometry.count.vertical, geometry.count.horizontal, s[0], s[1],
                    groups * s[2],
                ]))
        let image = try Checked.unpadded(Checked.windowsSum(windows, geometry), geometry)
        return try image.contiguousStorage()
    }

    func filter(_ x: Tensor, _ g: Tensor) throws(TensorError) -> TensorStorage {
        if x.dtype.isFloatingPoint {
            let image = try x.contiguousStorage()
            let upstream = try g.contiguousStorage()
            let (channels, outputs) = (x.shape[3], g.shape[3])
            let result = try TensorStorage.allocate(
                Shape(
                    geometry.window.vertical, geometry.window.horizontal, channels / groups,
                    outputs), x.dtype)
            var c = arguments(
                x.dtype, batch: x.shape[0], channels: channels, outputs: outputs)
            try check(
                vj_convolution_backward_filter(
                    &c, image.data, upstream.data, result.data, nil), "convolution2D")
            withExtendedLifetime((image, upstream)) {}
            return result
        }
        let columns = try columns(of: x)
        let product = try Checked.matmul(Checked.matrixTransposed(columns), parted(g))
        // [groups, window · channels, outputs] to [height, width, channels, groups · outputs].
        let outputs = g.shape[3] / groups
        let channels = x.shape[3] / groups
        let apart = try Checked.reshaped(
            product,
            Shape(
                [
                    groups, geometry.window.vertical, geometry.window.horizontal, channels,
                    outputs,
                ]))
        let order = try Checked.transposed(apart, [1, 2, 3, 0, 4])
        return try Checked.reshaped(
            order,
            Shape(
                geometry.window.vertical, geometry.window.horizontal, channels, groups * outputs)
        ).contiguousStorage()
    }

    /// Windows as rows: [groups, batch · windows, window · channels of the group].
    private func columns(of x: Tensor) throws(TensorError) -> Tensor {
        let view = try Checked.windows(
            Checked.padded(Checked.stopGradient(x), geometry), geometry)
        let s = view.shape
        let channels = s[5] / groups
        let rows = s[0] * s[1] * s[2]
        if groups == 1 {
            return try Checked.reshaped(view, Shape(1, rows, s[3] * s[4] * s[5]))
        }
        let apart = try Checked.reshaped(
            view, Shape([s[0], s[1], s[2], s[3], s[4], groups, channels]))
        return try Checked.reshaped(
            Checked.transposed(apart, [5, 0, 1, 2, 3, 4, 6]),
            Shape(groups, rows, s[3] * s[4] * channels))
    }

    /// The filter as [groups, window · channels, outputs of the group].
    private func matrices(of filter: Tensor) throws(TensorError) -> Tensor {
        let s = filter.shape
        let rows = s[0] * s[1] * s[2]
        let apart = try Checked.reshaped(
            Checked.stopGradient(filter), Shape(rows, groups, s[3] / groups))
        return try Checked.transposed(apart, [1, 0, 2])
    }

    /// Results as [groups, batch · windows, outputs of the group].
    private func parted(_ g: Tensor) throws(TensorError) -> Tensor {
        let s = g.shape
        let apart = try Checked.reshaped(
            Checked.stopGradient(g), Shape(s[0] * s[1] * s[2], groups, s[3] / groups))
        return try Checked.transposed(apart, [1, 0, 2])
    }

    private func joined(_ y: Tensor, batch: Int) throws(TensorError) -> Tensor {
        let outputs = y.shape[2] * groups
        return try Checked.reshaped(
            Checked.transposed(y, [1, 0, 2]),
            Shape(batch, geometry.count.vertical, geometry.count.horizontal, outputs))
    }
}
