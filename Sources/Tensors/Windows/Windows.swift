internal import CKernels

// Windows of images as axes of their own, without copying, and the sum that undoes it: what every
// operation on windows can be written in, to any order of derivative and for every element type.
extension Operations {
    /// attributes as ``WindowGeometry``.
    package static let windows: Operation = Operation(
        "windows", "every window of images [n, h, w, c] as [n, rows, columns, kh, kw, c], unpadded",
        samples: [
            Operation.Sample([2, 4, 5, 2], attributes: sampleWindows(padding: .valid)),
        ],
        run: { (x, a) throws(TensorError) in try Checked.windows(x[0], WindowGeometry(a)) },
        gradient: { (c) throws(TensorError) in
            let (g, geometry) = (c.upstream, WindowGeometry(c.attributes))
            try c.give(0, try Checked.windowsSum(g, geometry))
        })

    /// attributes as ``WindowGeometry``.
    package static let windowsSum: Operation = Operation(
        "windowsSum", "images to which each window's elements are added where it lies (fold)",
        samples: [
            Operation.Sample([1, 2, 2, 2, 3, 2], attributes: sampleWindows(padding: .valid)),
        ],
        run: { (x, a) throws(TensorError) in try Checked.windowsSum(x[0], WindowGeometry(a)) },
        gradient: { (c) throws(TensorError) in
            let (g, geometry) = (c.upstream, WindowGeometry(c.attributes))
            try c.give(0, try Checked.windows(g, geometry))
        })

    /// Windows 2×3 over images 4×5 with stride 2: overlapping and not.
    static func sampleWindows(padding: Padding, dilation: Int = 1) -> Attributes {
        (try? WindowGeometry(
            "windows", image: Pair(4, 5), window: Pair(2, 3), stride: Pair(2), padding: padding,
            dilation: Pair(dilation), of: [4, 5]))?.attributes ?? Attributes()
    }
}

extension Checked {
    /// A view of every window; the image must have its padding already.
    static func windows(
        _ x: Tensor, _ geometry: WindowGeometry
    ) throws(TensorError) -> Tensor {
        let source = x.storage
        let shape = Shape(
            [
                source.shape[0], geometry.count.vertical, geometry.count.horizontal,
                geometry.window.vertical, geometry.window.horizontal, source.shape[3],
            ])
        let result = TensorStorage(
            viewing: source, shape: shape, strides: strides(of: source.strides, geometry))
        Operations.windows.record(x, result, geometry.unpadded.attributes)
        return Tensor(result)
    }

    private static func strides(of image: Strides, _ geometry: WindowGeometry) -> Strides {
        var strides = Strides()
        strides.append(image[0])
        strides.append(image[1] * geometry.stride.vertical)
        strides.append(image[2] * geometry.stride.horizontal)
        strides.append(image[1] * geometry.dilation.vertical)
        strides.append(image[2] * geometry.dilation.horizontal)
        strides.append(image[3])
        return strides
    }

    /// The sum of windows where they lie, in an image with its padding.
    static func windowsSum(
        _ x: Tensor, _ geometry: WindowGeometry
    ) throws(TensorError) -> Tensor {
        let source = x.storage
        let image = geometry.padded
        let shape = Shape(source.shape[0], image.vertical, image.horizontal, source.shape[5])
        let result = try TensorStorage.zeros(shape, x.dtype)
        let size = x.dtype.byteCount
        let outer = strides(of: result.strides, geometry)
        // One place of the window at a time: the places it takes in the image do not overlap then.
        var plane = source.shape
        var from = source.strides
        var to = outer
        for axis in [4, 3] {
            plane.remove(at: axis)
            from.remove(at: axis)
            to.remove(at: axis)
        }
        guard x.count > 0 else { return Tensor(result) }
        for row in 0..<geometry.window.vertical {
            for column in 0..<geometry.window.horizontal {
                let input = source.data + (row * source.strides[3] + column * source.strides[4])
                    * size
                let output = result.data + (row * outer[3] + column * outer[4]) * size
                let status = plane.withPointer { extents in
                    from.withPointer { f in
                        to.withPointer { t in
                            vj_add_strided(x.dtype.c, 4, extents, input, f, output, t)
                        }
                    }
                }
                try check(status, "windowsSum")
            }
        }
        Operations.windowsSum.record(x, result, geometry.unpadded.attributes)
        return Tensor(result)
    }

    /// Images with the padding that a geometry asks for.
    static func padded(
        _ x: Tensor, _ geometry: WindowGeometry, value: Double = 0
    ) throws(TensorError) -> Tensor {
        guard geometry.isPadded else { return x }
        return try padded(
            x,
            [
                (0, 0), (geometry.before.vertical, geometry.after.vertical),
                (geometry.before.horizontal, geometry.after.horizontal), (0, 0),
            ], value: value)
    }

    /// The image inside its padding.
    static func unpadded(
        _ x: Tensor, _ geometry: WindowGeometry
    ) throws(TensorError) -> Tensor {
        guard geometry.isPadded else { return x }
        let (top, left) = (geometry.before.vertical, geometry.before.horizontal)
        return try `subscript`(
            x,
            [
                .whole, .slice(from: top, to: top + geometry.image.vertical, by: 1),
                .slice(from: left, to: left + geometry.image.horizontal, by: 1),
            ])
    }

    /// The places of each window as columns: [batch, rows, columns, window height · window width ·
    /// channels], window rows first, channels last (PyTorch's unfold with its axes in the order
    /// of images here).
    package static func unfold(
        _ x: Tensor, window: Pair, strides: Pair = Pair(1), padding: Padding = .valid,
        dilation: Pair = Pair(1)
    ) throws(TensorError) -> Tensor {
        let images = try Images(x, "unfold")
        let geometry = try WindowGeometry(
            "unfold", image: images.extents, window: window, stride: strides, padding: padding,
            dilation: dilation, of: x.shape)
        let view = try windows(padded(images.tensor, geometry), geometry)
        let s = view.shape
        let width = s[3] * s[4] * s[5]
        switch images.rank {
        case 2, 3: return try reshaped(view, Shape(s[1], s[2], width))
        default: return try reshaped(view, Shape(s[0], s[1], s[2], width))
        }
    }
}

extension WindowGeometry {
    /// The same windows over the image with its padding as part of it.
    var unpadded: WindowGeometry {
        var result = self
        result.image = padded
        result.before = Pair(0)
        result.after = Pair(0)
        return result
    }
}

/// Images as [batch, height, width, channels], whatever axes were left out.
struct Images {
    let tensor: Tensor
    /// The rank they were given with: 2 is one channel, 3 one image.
    let rank: Int

    init(_ x: Tensor, _ operation: String) throws(TensorError) {
        rank = x.rank
        let s = x.shape
        switch s.count {
        case 4: tensor = x
        case 3: tensor = try Checked.reshaped(x, Shape(1, s[0], s[1], s[2]))
        case 2: tensor = try Checked.reshaped(x, Shape(1, s[0], s[1], 1))
        default:
            throw .shape(
                operation: operation, expected: "images [batch, height, width, channels]",
                given: s,
                help: s.count == 1
                    ? "sequences are for '\(operation.replacing2D)'"
                    : "one image is [height, width, channels] or [height, width]")
        }
    }

    var extents: Pair { Pair(tensor.shape[1], tensor.shape[2]) }

    /// A result in the rank the images were given with.
    func restored(_ result: Tensor) throws(TensorError) -> Tensor {
        let s = result.shape
        switch rank {
        case 2: return try Checked.reshaped(result, Shape(s[1], s[2]))
        case 3: return try Checked.reshaped(result, Shape(s[1], s[2], s[3]))
        default: return result
        }
    }
}

/// Sequences [batch, length, channels] as images of one row.
struct Sequences {
    let tensor: Tensor
    let rank: Int

    init(_ x: Tensor, _ operation: String) throws(TensorError) {
        rank = x.rank
        let s = x.shape
        switch s.count {
        case 3: tensor = try Checked.reshaped(x, Shape(s[0], 1, s[1], s[2]))
        case 2: tensor = try Checked.reshaped(x, Shape(1, 1, s[0], s[1]))
        case 1: tensor = try Checked.reshaped(x, Shape(1, 1, s[0], 1))
        default:
            throw .shape(
                operation: operation, expected: "sequences [batch, length, channels]", given: s,
                help: "one sequence is [length, channels] or [length]")
        }
    }

    func restored(_ result: Tensor) throws(TensorError) -> Tensor {
        let s = result.shape
        switch rank {
        case 1: return try Checked.reshaped(result, Shape(s[2]))
        case 2: return try Checked.reshaped(result, Shape(s[2], s[3]))
        default: return try Checked.reshaped(result, Shape(s[0], s[2], s[3]))
        }
    }
}

extension String {
    /// The name of the same operation on sequences.
    fileprivate var replacing2D: String {
        hasSuffix("2D") ? String(dropLast(2)) + "1D" : self
    }
}
