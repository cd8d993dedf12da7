internal import CKernels

extension Operations {
    /// attributes as ``WindowGeometry``; tensor where each element was found, row·width + column;
    /// i0 1 where −1 stands for what is not above 0, because the input is a rectifier's output.
    package static let maxPool2D: Operation = extremumPool("maxPool2D", "greatest", least: false)
    package static let minPool2D: Operation = extremumPool("minPool2D", "least", least: true)

    private static func extremumPool(_ name: String, _ word: String, least: Bool) -> Operation {
        Operation(
            name, "the \(word) element of each window, the first of equals; NaN wins (PyTorch)",
            samples: [
                Operation.Sample([2, 4, 5, 2], attributes: sampleWindows(padding: .valid)),
                Operation.Sample([1, 4, 5, 2], attributes: sampleWindows(padding: .same)),
            ],
            run: { (x, a) throws(TensorError) in
                try Checked.extremumPooled(x[0], WindowGeometry(a), least: least)
            },
            gradient: { (c) throws(TensorError) in
                guard c.needs(0), let places = c.attributes.tensor else { return }
                let (g, shape, geometry) = (
                    c.upstream, c.shape(0), WindowGeometry(c.attributes)
                )
                if !c.isRecorded {
                    let spread = try Checked.extremumSpread(g, places, geometry, shape)
                    if c.attributes.i0 != 0 {
                        try c.give(rectified: spread, 0)
                    } else {
                        try c.give(0, spread)
                    }
                    return
                }
                // Windows overlap: what several of them took adds up.
                let positions = try Checked.rowMajorPositions(places, in: shape)
                let flat = try Checked.scatteredRows(
                    Checked.flattened(g), Checked.flattened(positions),
                    into: Shape(shape.product))
                try c.give(0, try Checked.reshaped(flat, shape))
            })
    }

    /// attributes as ``WindowGeometry``, i0 1 to count the padding too.
    package static let avgPool2D: Operation = Operation(
        "avgPool2D", "the mean of each window's elements inside the image (TensorFlow)",
        samples: [
            Operation.Sample([2, 4, 5, 2], attributes: sampleWindows(padding: .valid)),
            Operation.Sample([1, 4, 5, 2], attributes: sampleWindows(padding: .same)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.averagePooled(x[0], WindowGeometry(a), countsPadding: a.i0 != 0)
        },
        gradient: { (c) throws(TensorError) in
            let (g, a) = (c.upstream, c.attributes)
            try c.give(
                0,
                try Checked.averageSpread(g, WindowGeometry(a), countsPadding: a.i0 != 0))
        })

    /// attributes as in `avgPool2D`.
    package static let avgPool2DInput: Operation = Operation(
        "avgPool2DInput", "each element shared among its window: the gradient of avgPool2D",
        samples: [
            Operation.Sample([2, 2, 2, 2], attributes: sampleWindows(padding: .valid)),
            Operation.Sample([1, 2, 3, 2], attributes: sampleWindows(padding: .same)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.averageSpread(x[0], WindowGeometry(a), countsPadding: a.i0 != 0)
        },
        gradient: { (c) throws(TensorError) in
            let (g, a) = (c.upstream, c.attributes)
            try c.give(
                0,
                try Checked.averagePooled(g, WindowGeometry(a), countsPadding: a.i0 != 0))
        })
}

extension Checked {
    static func extremumPooled(
        _ x: Tensor, _ geometry: WindowGeometry, least: Bool
    ) throws(TensorError) -> Tensor {
        let operation = least ? Operations.minPool2D : Operations.maxPool2D
        let source = try x.contiguousStorage()
        let s = source.shape
        let shape = Shape(s[0], geometry.count.vertical, geometry.count.horizontal, s[3])
        let result = try TensorStorage.allocate(shape, x.dtype)
        let positions = try TensorStorage.allocate(shape, .int32)
        let into = positions.data.assumingMemoryBound(to: Int32.self)
        var attributes = geometry.attributes
        switch x.dtype {
        case .float32, .float64:
            let isKept = x.storage.tapeSerial != 0 && Tape.current.isTracking(x)
            var p = geometry.pooling(x.dtype, batch: s[0], channels: s[3])
            p.rectified = isKept && !least && Tape.current.isRectified(x)
            attributes.i0 = p.rectified ? 1 : 0
            let places = isKept ? into : nil
            try check(
                least
                    ? vj_min_pool(&p, source.data, result.data, places)
                    : vj_max_pool(&p, source.data, result.data, places), operation.name)
        case .int64:
            try pool(source, result, into, geometry, as: Int.self) {
                $0 != $1 && ($0 > $1) != least
            }
        case .int32:
            try pool(source, result, into, geometry, as: Int32.self) {
                $0 != $1 && ($0 > $1) != least
            }
        case .uint8, .bool:
            try pool(source, result, into, geometry, as: UInt8.self) {
                $0 != $1 && ($0 > $1) != least
            }
        }
        attributes.tensor = Tensor(positions)
        operation.record(x, result, attributes)
        withExtendedLifetime((source, positions)) {}
        return Tensor(result)
    }

    /// Takes from every window the element that none of the others beats; `beats` is whether its
    /// first argument replaces its second.
    private static func pool<Value: Comparable>(
        _ source: TensorStorage, _ result: TensorStorage,
        _ positions: UnsafeMutablePointer<Int32>, _ geometry: WindowGeometry,
        as type: Value.Type, _ beats: (Value, Value) -> Bool
    ) throws(TensorError) {
        let x = source.data.assumingMemoryBound(to: Value.self)
        let y = result.data.assumingMemoryBound(to: Value.self)
        let (height, width, channels) = (source.shape[1], source.shape[2], source.shape[3])
        var out = 0
        for image in 0..<source.shape[0] {
            for row in 0..<geometry.count.vertical {
                try Interruption.check()
                for column in 0..<geometry.count.horizontal {
                    var isFirst = true
                    for a in 0..<geometry.window.vertical {
                        let i = row * geometry.stride.vertical + a * geometry.dilation.vertical
                            - geometry.before.vertical
                        if i < 0 || i >= height { continue }
                        for b in 0..<geometry.window.horizontal {
                            let j = column * geometry.stride.horizontal
                                + b * geometry.dilation.horizontal - geometry.before.horizontal
                            if j < 0 || j >= width { continue }
                            let from = ((image * height + i) * width + j) * channels
                            for channel in 0..<channels {
                                let value = x[from + channel]
                                if isFirst || beats(value, y[out + channel]) {
                                    y[out + channel] = value
                                    positions[out + channel] = Int32(i * width + j)
                                }
                            }
                            isFirst = false
                        }
                    }
                    out += channels
                }
            }
        }
    }

    /// The gradient of a pooling that takes elements, in one pass.
    static func extremumSpread(
        _ g: Tensor, _ places: Tensor, _ geometry: WindowGeometry, _ shape: Shape
    ) throws(TensorError) -> Tensor {
        let upstream = try g.contiguousStorage()
        let result = try TensorStorage.allocate(shape, g.dtype)
        var p = geometry.pooling(g.dtype, batch: shape[0], channels: shape[3])
        try check(
            vj_max_pool_backward(
                &p, places.storage.data.assumingMemoryBound(to: Int32.self), upstream.data,
                result.data), "maxPool2D")
        withExtendedLifetime((upstream, places)) {}
        return Tensor(result)
    }

    /// Places row·width + column as positions in the row-major order of images [n, h, w, c].
    static func rowMajorPositions(
        _ places: Tensor, in shape: Shape
    ) throws(TensorError) -> Tensor {
        let image = shape[1] * shape[2] * shape[3]
        let starts = try reshaped(
            multiply(arange(0, shape[0]), .integer(image)), Shape(shape[0], 1, 1, 1))
        let pixels = try multiply(asType(places, .int64), .integer(shape[3]))
        return try add(add(pixels, starts), arange(0, shape[3]))
    }

    static func averagePooled(
        _ x: Tensor, _ geometry: WindowGeometry, countsPadding: Bool
    ) throws(TensorError) -> Tensor {
        let source = try x.contiguousStorage()
        let s = source.shape
        let result = try TensorStorage.allocate(
            Shape(s[0], geometry.count.vertical, geometry.count.horizontal, s[3]), x.dtype)
        var p = geometry.pooling(x.dtype, batch: s[0], channels: s[3])
        p.count_padding = countsPadding
        try check(vj_average_pool(&p, source.data, result.data), "avgPool2D")
        withExtendedLifetime(source) {}
        var attributes = geometry.attributes
        attributes.i0 = countsPadding ? 1 : 0
        Operations.avgPool2D.record(x, result, attributes)
        return Tensor(result)
    }

    static func averageSpread(
        _ g: Tensor, _ geometry: WindowGeometry, countsPadding: Bool
    ) throws(TensorError) -> Tensor {
        let upstream = try g.contiguousStorage()
        let s = upstream.shape
        let result = try TensorStorage.allocate(
            Shape(s[0], geometry.image.vertical, geometry.image.horizontal, s[3]), g.dtype)
        var p = geometry.pooling(g.dtype, batch: s[0], channels: s[3])
        p.count_padding = countsPadding
        try check(vj_average_pool_backward(&p, upstream.data, result.data), "avgPool2D")
        withExtendedLifetime(upstream) {}
        var attributes = geometry.attributes
        attributes.i0 = countsPadding ? 1 : 0
        Operations.avgPool2DInput.record(g, result, attributes)
        return Tensor(result)
    }
}

extension WindowGeometry {
    /// As the kernels take it.
    fileprivate func pooling(_ type: DType, batch: Int, channels: Int) -> vj_pooling {
        var p = vj_pooling()
        p.dtype = type.c
        p.batch = batch
        p.height = image.vertical
        p.width = image.horizontal
        p.channels = channels
        p.out_height = count.vertical
        p.out_width = count.horizontal
        p.kernel_height = window.vertical
        p.kernel_width = window.horizontal
        p.stride_height = stride.vertical
        p.stride_width = stride.horizontal
        p.dilation_height = dilation.vertical
        p.dilation_width = dilation.horizontal
        p.pad_top = before.vertical
        p.pad_left = before.horizontal
        p.pad_bottom = after.vertical
        p.pad_right = after.horizontal
        return p
    }
}
