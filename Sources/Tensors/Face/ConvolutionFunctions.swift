// Convolutions, pooling and resizing of images [batch, height, width, channels] and sequences
// [batch, length, channels]. What can differ along the two axes is given as one number or as
// [vertical, horizontal].

/// Filters over images: y[n, i, j, o] = Σ x[n, i·stride + a, j·stride + b, c]·filter[a, b, c, o].
///
///     convolution2D(x, filter: w, strides: 2, padding: .same)
///
/// Images [batch, height, width, channels], filters [height, width, channels / groups, outputs],
/// bias [outputs]. An image [height, width, channels] keeps its rank; one of rank 2 takes a filter
/// of rank 2. The filter is not flipped (PyTorch, TensorFlow).
public func convolution2D(
    _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1,
    padding: Padding = .valid, dilation: Int = 1, groups: Int = 1
) -> Tensor {
    convolution2D(
        x, filter: filter, bias: bias, strides: [strides], padding: padding,
        dilation: [dilation], groups: groups)
}

/// Filters over images, with a stride and a dilation for each axis.
public func convolution2D(
    _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: [Int],
    padding: Padding = .valid, dilation: [Int] = [1], groups: Int = 1
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.convolution2D(
            x, filter: filter, bias: bias, strides: Pair(strides, "strides", "convolution2D"),
            padding: padding, dilation: Pair(dilation, "dilation", "convolution2D"),
            groups: groups)
    }
}

/// Filters [length, channels / groups, outputs] over sequences [batch, length, channels].
///
///     convolution1D(x, filter: w, padding: .same)
public func convolution1D(
    _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1,
    padding: Padding = .valid, dilation: Int = 1, groups: Int = 1
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.convolution1D(
            x, filter: filter, bias: bias, strides: strides, padding: padding,
            dilation: dilation, groups: groups)
    }
}

/// The transposed convolution: each element of x is spread over a window of the result.
///
/// Filters [height, width, channels, outputs / groups]. The extents are
/// (extent − 1)·stride + window, less an explicit padding, and extent·stride with `.same`.
public func convolution2DTranspose(
    _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1,
    padding: Padding = .valid, outputPadding: Int = 0, dilation: Int = 1, groups: Int = 1
) -> Tensor {
    convolution2DTranspose(
        x, filter: filter, bias: bias, strides: [strides], padding: padding,
        outputPadding: [outputPadding], dilation: [dilation], groups: groups)
}

/// The transposed convolution, with a stride and a dilation for each axis.
public func convolution2DTranspose(
    _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: [Int],
    padding: Padding = .valid, outputPadding: [Int] = [0], dilation: [Int] = [1],
    groups: Int = 1
) -> Tensor {
    let name = "convolution2DTranspose"
    return orEnd { () throws(TensorError) in
        try Checked.convolution2DTranspose(
            x, filter: filter, bias: bias, strides: Pair(strides, "strides", name),
            padding: padding, outputPadding: Pair(outputPadding, "output padding", name),
            dilation: Pair(dilation, "dilation", name), groups: groups)
    }
}

/// The transposed convolution of sequences, filters [length, channels, outputs / groups].
public func convolution1DTranspose(
    _ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1,
    padding: Padding = .valid, outputPadding: Int = 0, dilation: Int = 1, groups: Int = 1
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.convolution1DTranspose(
            x, filter: filter, bias: bias, strides: strides, padding: padding,
            outputPadding: outputPadding, dilation: dilation, groups: groups)
    }
}
