// Pooling and resizing of images [batch, height, width, channels] and sequences [batch, length,
// channels].

/// The greatest element of each window of images; the window moves by its size unless `strides` is given.
///
///     maxPool2D(x, 2)      // half as high and wide
/// Padding does not take part.
public func maxPool2D(
    _ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid
) -> Tensor {
    maxPool2D(x, [window], strides: strides.map { [$0] }, padding: padding)
}

/// The greatest element of each window [height, width] of images.
public func maxPool2D(
    _ x: Tensor, _ window: [Int], strides: [Int]? = nil, padding: Padding = .valid
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.pool2D(
            .max, x, window: Pair(window, "window", "maxPool2D"),
            strides: Pair(strides ?? window, "strides", "maxPool2D"), padding: padding)
    }
}

/// The greatest element of each window of sequences.
public func maxPool1D(
    _ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.pool1D(
            .max, x, window: window, strides: strides, padding: padding)
    }
}

/// The greatest element of rectangles that divide images into `size` × `size` (PyTorch).
public func adaptiveMaxPool2D(_ x: Tensor, _ size: Int) -> Tensor {
    adaptiveMaxPool2D(x, [size])
}

/// The greatest element of rectangles that divide images into [rows, columns].
public func adaptiveMaxPool2D(_ x: Tensor, _ size: [Int]) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.adaptivePool2D(
            .max, x, size: Pair(size, "size", "adaptiveMaxPool2D"))
    }
}

/// The greatest element of each whole image and channel: [batch, channels].
public func globalMaxPool2D(_ x: Tensor, keepDims: Bool = false) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.globalPool2D(.max, x, keepDims: keepDims)
    }
}

/// The greatest element of each whole sequence and channel: [batch, channels].
public func globalMaxPool1D(_ x: Tensor, keepDims: Bool = false) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.globalPool1D(.max, x, keepDims: keepDims)
    }
}

/// The least element of each window of images; the window moves by its size unless `strides` is given.
///
///     minPool2D(x, 2)      // half as high and wide
/// Padding does not take part.
public func minPool2D(
    _ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid
) -> Tensor {
    minPool2D(x, [window], strides: strides.map { [$0] }, padding: padding)
}

/// The least element of each window [height, width] of images.
public func minPool2D(
    _ x: Tensor, _ window: [Int], strides: [Int]? = nil, padding: Padding = .valid
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.pool2D(
            .min, x, window: Pair(window, "window", "minPool2D"),
            strides: Pair(strides ?? window, "strides", "minPool2D"), padding: padding)
    }
}

/// The least element of each window of sequences.
public func minPool1D(
    _ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.pool1D(
            .min, x, window: window, strides: strides, padding: padding)
    }
}

/// The mean of each window of images; the window moves by its size unless `strides` is given.
///
///     avgPool2D(x, 2)      // half as high and wide
/// Padding does not count unless
/// `countsPadding`.
public func avgPool2D(
    _ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid, countsPadding: Bool = false
) -> Tensor {
    avgPool2D(x, [window], strides: strides.map { [$0] }, padding: padding, countsPadding: countsPadding)
}

/// The mean of each window [height, width] of images.
public func avgPool2D(
    _ x: Tensor, _ window: [Int], strides: [Int]? = nil, padding: Padding = .valid, countsPadding: Bool = false
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.pool2D(
            .average, x, window: Pair(window, "window", "avgPool2D"),
            strides: Pair(strides ?? window, "strides", "avgPool2D"), padding: padding, countsPadding: countsPadding)
    }
}

/// The mean of each window of sequences.
public func avgPool1D(
    _ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid, countsPadding: Bool = false
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.pool1D(
            .average, x, window: window, strides: strides, padding: padding, countsPadding: countsPadding)
    }
}

/// The mean of rectangles that divide images into `size` × `size` (PyTorch).
public func adaptiveAvgPool2D(_ x: Tensor, _ size: Int) -> Tensor {
    adaptiveAvgPool2D(x, [size])
}

/// The mean of rectangles that divide images into [rows, columns].
public func adaptiveAvgPool2D(_ x: Tensor, _ size: [Int]) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.adaptivePool2D(
            .average, x, size: Pair(size, "size", "adaptiveAvgPool2D"))
    }
}

/// The mean of each whole image and channel: [batch, channels].
public func globalAvgPool2D(_ x: Tensor, keepDims: Bool = false) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.globalPool2D(.average, x, keepDims: keepDims)
    }
}

/// The mean of each whole sequence and channel: [batch, channels].
public func globalAvgPool1D(_ x: Tensor, keepDims: Bool = false) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.globalPool1D(.average, x, keepDims: keepDims)
    }
}

/// Images enlarged by a whole factor, nearest or bilinear (Keras' UpSampling2D).
public func upsampling2D(
    _ x: Tensor, _ factor: Int, interpolation: Interpolation = .nearest
) -> Tensor {
    upsampling2D(x, [factor], interpolation: interpolation)
}

/// Images enlarged by whole factors [vertical, horizontal].
public func upsampling2D(
    _ x: Tensor, _ factor: [Int], interpolation: Interpolation = .nearest
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.upsampling2D(
            x, factor: Pair(factor, "factor", "upsampling2D"), interpolation: interpolation)
    }
}

/// Sequences with each step repeated.
public func upsampling1D(_ x: Tensor, _ factor: Int) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.upsampling1D(x, factor: factor) }
}

/// Images with another height and width.
public func resized2D(
    _ x: Tensor, _ size: [Int], interpolation: Interpolation = .bilinear
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.resized2D(
            x, size: Pair(size, "size", "resized2D"), interpolation: interpolation)
    }
}

/// The places of each window as columns: [batch, rows, columns, window · window · channels].
public func unfold(
    _ x: Tensor, _ window: Int, strides: Int = 1, padding: Padding = .valid, dilation: Int = 1
) -> Tensor {
    unfold(x, [window], strides: [strides], padding: padding, dilation: [dilation])
}

/// The places of each window [height, width] as columns.
public func unfold(
    _ x: Tensor, _ window: [Int], strides: [Int] = [1], padding: Padding = .valid,
    dilation: [Int] = [1]
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.unfold(
            x, window: Pair(window, "window", "unfold"),
            strides: Pair(strides, "strides", "unfold"), padding: padding,
            dilation: Pair(dilation, "dilation", "unfold"))
    }
}
