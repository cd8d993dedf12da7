/// Two numbers for the two axes of an image, given as one or as two.
package struct Pair: Sendable, Equatable {
    package var vertical: Int
    package var horizontal: Int

    package init(_ vertical: Int, _ horizontal: Int) {
        self.vertical = vertical
        self.horizontal = horizontal
    }

    package init(_ both: Int) { self.init(both, both) }

    /// One number for both axes, or two.
    ///
    /// - Throws: `domain` for any other count.
    package init(
        _ numbers: [Int], _ what: String, _ operation: String
    ) throws(TensorError) {
        switch numbers.count {
        case 1: self.init(numbers[0])
        case 2: self.init(numbers[0], numbers[1])
        default:
            throw .domain(
                operation: operation, problem: "\(numbers) given as \(what)",
                help: "give one number for both axes, or [vertical, horizontal]")
        }
    }

    subscript(axis: Int) -> Int { axis == 0 ? vertical : horizontal }
}

/// How windows move over images [batch, height, width, channels].
struct WindowGeometry: Sendable {
    /// Extents of the image.
    var image: Pair
    /// Extents of the window.
    var window: Pair
    var stride: Pair
    var dilation: Pair
    /// Padding above and to the left.
    var before: Pair
    /// Padding below and to the right.
    var after: Pair
    /// Number of windows along each axis.
    var count: Pair

    /// - Throws: `domain` for strides and dilations below 1, `shape` when no window fits.
    init(
        _ operation: String, image: Pair, window: Pair, stride: Pair, padding: Padding,
        dilation: Pair = Pair(1), of shape: Shape
    ) throws(TensorError) {
        for (value, what) in [
            (stride.vertical, "stride"), (stride.horizontal, "stride"),
            (dilation.vertical, "dilation"), (dilation.horizontal, "dilation"),
            (window.vertical, "window"), (window.horizontal, "window"),
        ] where value < 1 || value >= 1 << 31 {
            throw .domain(
                operation: operation, problem: "a \(what) of \(value)",
                help: "a \(what) is 1 or more")
        }
        self.image = image
        self.window = window
        self.stride = stride
        self.dilation = dilation
        before = Pair(0)
        after = Pair(0)
        count = Pair(0)
        for axis in 0..<2 {
            let (span, overflow) = (window[axis] - 1).multipliedReportingOverflow(
                by: dilation[axis])
            guard !overflow, span < 1 << 40 else { throw .tooLarge(shape: shape) }
            let width = span + 1
            let sizes = try padding.sizes(
                axis, extent: image[axis], window: width, stride: stride[axis], operation)
            let room = image[axis] + sizes.before + sizes.after
            guard room >= width else {
                let what =
                    dilation[axis] == 1 ? "window of \(width)" : "dilated window of \(width)"
                throw .shape(
                    operation: operation,
                    expected: "images of at least the \(what) "
                        + (axis == 0 ? "rows" : "columns") + ", padding included",
                    given: shape, help: "'padding: .same' keeps the size")
            }
            let windows = (room - width) / stride[axis] + 1
            if axis == 0 {
                (before.vertical, after.vertical, count.vertical) =
                    (sizes.before, sizes.after, windows)
            } else {
                (before.horizontal, after.horizontal, count.horizontal) =
                    (sizes.before, sizes.after, windows)
            }
        }
    }

    var isPadded: Bool { before != Pair(0) || after != Pair(0) }

    /// Extents with the padding.
    var padded: Pair {
        Pair(
            image.vertical + before.vertical + after.vertical,
            image.horizontal + before.horizontal + after.horizontal)
    }

    // MARK: On the tape

    /// shape: image, window, count; strides: stride, dilation, before, after.
    var attributes: Attributes {
        var shape = Shape()
        for pair in [image, window, count] {
            shape.append(pair.vertical)
            shape.append(pair.horizontal)
        }
        var strides = Strides()
        for pair in [stride, dilation, before, after] {
            strides.append(pair.vertical)
            strides.append(pair.horizontal)
        }
        return Attributes(shape: shape, strides: strides)
    }

    init(_ attributes: Attributes) {
        let (a, b) = (attributes.shape, attributes.strides)
        image = Pair(a[0], a[1])
        window = Pair(a[2], a[3])
        count = Pair(a[4], a[5])
        stride = Pair(b[0], b[1])
        dilation = Pair(b[2], b[3])
        before = Pair(b[4], b[5])
        after = Pair(b[6], b[7])
    }
}
