internal import CKernels

extension Operations {
    /// attributes as ``WindowGeometry``, i0 1 for the least; tensor the row-major positions of the
    /// elements taken, once known.
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
                guard c.needs(0), let positions = c.attributes.tensor else { return }
                let (g, shape) = (c.upstream, c.shape(0))
                // Windows overlap: what several of them took adds up.
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
        let positions = try TensorStorage.allocate(shape, .int64)
        let into = positions.data.assumingMemoryBound(to: Int.self)
        switch x.dtype {
        case .float32:
            try pool(source, result, into, geometry, as: Float.self) {
                $0 != $0 || ($0 != $1 && ($0 > $1) != least)
            }
        case .float64:
            try pool(source, result, into, geometry, as: Double.self) {
                $0 != $0 || ($0 != $1 && ($0 > $1) != least)
            }
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
        var attributes = geometry.attributes
        attributes.tensor = Tensor(positions)
        operation.record(x, result, attributes)
        withExtendedLifetime((source, positions)) {}
        return Tensor(result)
    }

    /// Takes from every window the element that none of the others beats; `beats` is whether its
    /// first argument replaces its second.
    private static func pool<Value: Comparable>(
        _ source: TensorStorage, _ result: TensorStorage,
        _ positions: UnsafeMutablePointer<Int>, _ geometry: WindowGeometry,
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
                                // What is not equal to itself stays.
                                let current = y[out + channel]
                                if isFirst || current == current && beats(value, current) {
                                    y[out + channel] = value
                                    positions[out + channel] = from + channel
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

    static func averagePooled(
        _ x: Tensor, _ geometry: WindowGeometry, countsPadding: Bool
    ) throws(TensorError) -> Tensor {
        let view = try windows(padded(stopGradient(x), geometry), geometry)
        let sums = try sum(view, axes: [3, 4])
        let mean = try multiply(sums, shares(geometry, countsPadding, x.dtype))
        let result = try mean.contiguousStorage()
        var attributes = geometry.attributes
        attributes.i0 = countsPadding ? 1 : 0
        Operations.avgPool2D.record(x, result, attributes)
        return Tensor(result)
    }

    static func averageSpread(
        _ g: Tensor, _ geometry: WindowGeometry, countsPadding: Bool
    ) throws(TensorError) -> Tensor {
        let scaled = try multiply(stopGradient(g), shares(geometry, countsPadding, g.dtype))
        let s = scaled.shape
        let apart = try reshaped(scaled, Shape([s[0], s[1], s[2], 1, 1, s[3]]))
        let windows = try broadcast(
            apart,
            to: Shape(
                [
                    s[0], s[1], s[2], geometry.window.vertical, geometry.window.horizontal, s[3],
                ]))
        let result = try unpadded(windowsSum(windows, geometry), geometry).contiguousStorage()
        var attributes = geometry.attributes
        attributes.i0 = countsPadding ? 1 : 0
        Operations.avgPool2DInput.record(g, result, attributes)
        return Tensor(result)
    }

    /// 1 over the number of elements of each window: [rows, columns, 1].
    private static func shares(
        _ geometry: WindowGeometry, _ countsPadding: Bool, _ dtype: DType
    ) throws(TensorError) -> Tensor {
        func counts(_ axis: Int) -> [Double] {
            (0..<geometry.count[axis]).map { index in
                if countsPadding { return Double(geometry.window[axis]) }
                let start = index * geometry.stride[axis] - geometry.before[axis]
                let inside = (0..<geometry.window[axis]).filter {
                    let place = start + $0 * geometry.dilation[axis]
                    return place >= 0 && place < geometry.image[axis]
                }
                return Double(inside.count)
            }
        }
        let rows = try tensor(
            counts(0), shape: Shape(geometry.count.vertical, 1, 1), dtype: .float64)
        let columns = try tensor(
            counts(1), shape: Shape(geometry.count.horizontal, 1), dtype: .float64)
        return try asType(divide(.real(1), multiply(rows, columns)), dtype.floating)
    }
}
