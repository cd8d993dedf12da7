internal import Language
internal import Tensors

extension Padding: CellObject {}
extension Interpolation: CellObject {}

func declareImages(_ table: DeclarationTable) {
    declarePadding(table)
    declareConvolutions(table)
    declarePooling(table)
    declareResizing(table)
}

private func declarePadding(_ table: DeclarationTable) {
    let padding = Binder.type(table, Padding.self, "struct Padding", "What lies around an image when a window moves over it: `.valid`, `.same`, `.explicit(1)`.", "print(convolution2D(Tensor.ones(4, 4), filter: Tensor.ones(3, 3), padding: .same).shape)", describe: { $0.description }, equal: { $0 == $1 })
    padding("static var valid: Padding { get }", "Windows stay inside the image: the result is smaller.", "print(maxPool2D(Tensor.ones(5, 5), 2, padding: .valid).shape)") { () -> Padding in .valid }
    padding("static var same: Padding { get }", "As many windows as ⌈extent/stride⌉, what is missing split evenly, the odd place at the end.", "print(maxPool2D(Tensor.ones(5, 5), 2, padding: .same).shape)") { () -> Padding in .same }
    padding("static func explicit(_ count: Int) -> Padding", "As many places on every side.", "print(convolution2D(Tensor.ones(4, 4), filter: Tensor.ones(3, 3), padding: .explicit(1)).shape)") { (count: Int) -> Padding in .explicit(count) }
    padding("static func explicit(_ sizes: [Int]) -> Padding", "[vertical, horizontal] places, or [top, bottom, left, right].", "print(convolution2D(Tensor.ones(4, 4), filter: Tensor.ones(3, 3), padding: .explicit([1, 2])).shape)") { (sizes: [Int]) -> Padding in .explicit(sizes) }
    padding("static func explicit(vertical: Int, horizontal: Int) -> Padding", "Places above and below, to the left and to the right.", "print(convolution2D(Tensor.ones(4, 4), filter: Tensor.ones(3, 3), padding: .explicit(vertical: 1, horizontal: 0)).shape)") { (v: Int, h: Int) -> Padding in .explicit(vertical: v, horizontal: h) }
    padding("static func explicit(top: Int, bottom: Int, left: Int, right: Int) -> Padding", "Places on each side.", "print(convolution2D(Tensor.ones(4, 4), filter: Tensor.ones(3, 3), padding: .explicit(top: 1, bottom: 0, left: 1, right: 0)).shape)") { (t: Int, b: Int, l: Int, r: Int) -> Padding in .explicit(top: t, bottom: b, left: l, right: r) }
    padding("init(stringLiteral value: String)", "The padding of that name: \"valid\" or \"same\".", "print(maxPool2D(Tensor.ones(5, 5), 2, padding: \"same\").shape)") { (name: String) -> Padding in Padding(stringLiteral: name) }
    padding("init(integerLiteral value: Int)", "As many places on every side.", "print(convolution2D(Tensor.ones(4, 4), filter: Tensor.ones(3, 3), padding: 1).shape)") { (count: Int) -> Padding in .explicit(count) }
}

private func declareConvolutions(_ table: DeclarationTable) {
    let free = Binder(table)
    let filters = "Images [batch, height, width, channels], filters [height, width, channels / groups, outputs], bias [outputs]; the filter is not flipped. An image without batch keeps its rank; an image of rank 2 takes a filter of rank 2."
    free("func convolution2D(_ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1, padding: Padding = .valid, dilation: Int = 1, groups: Int = 1) -> Tensor", "Filters over images. \(filters)", "let image = Tensor.arange(9).reshaped(3, 3)\nprint(convolution2D(image, filter: Tensor([[1, 0], [0, 1]])))") { (x: Tensor, filter: Tensor, bias: Tensor?, strides: Int, padding: Padding, dilation: Int, groups: Int) in
        try Checked.convolution2D(x, filter: filter, bias: bias, strides: Pair(strides), padding: padding, dilation: Pair(dilation), groups: groups)
    }
    free("func convolution2D(_ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: [Int], padding: Padding = .valid, dilation: [Int] = [1], groups: Int = 1) -> Tensor", "Filters over images, with a stride [vertical, horizontal] and a dilation for each axis. \(filters)", "print(convolution2D(Tensor.ones(4, 6), filter: Tensor.ones(2, 2), strides: [2, 3]))") { (x: Tensor, filter: Tensor, bias: Tensor?, strides: [Int], padding: Padding, dilation: [Int], groups: Int) in
        try Checked.convolution2D(x, filter: filter, bias: bias, strides: Pair(strides, "strides", "convolution2D"), padding: padding, dilation: Pair(dilation, "dilation", "convolution2D"), groups: groups)
    }
    free("func convolution1D(_ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1, padding: Padding = .valid, dilation: Int = 1, groups: Int = 1) -> Tensor", "Filters [length, channels / groups, outputs] over sequences [batch, length, channels]; a sequence of rank 1 takes a filter of rank 1.", "print(convolution1D(Tensor([1.0, 2, 4, 8]), filter: Tensor([1.0, -1])))") { (x: Tensor, filter: Tensor, bias: Tensor?, strides: Int, padding: Padding, dilation: Int, groups: Int) in
        try Checked.convolution1D(x, filter: filter, bias: bias, strides: strides, padding: padding, dilation: dilation, groups: groups)
    }
    let transposed = "Each element is spread over a window: extents (extent − 1)·stride + window, less an explicit padding; extent·stride with `.same`."
    free("func convolution2DTranspose(_ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1, padding: Padding = .valid, outputPadding: Int = 0, dilation: Int = 1, groups: Int = 1) -> Tensor", "The transposed convolution of images with filters [height, width, channels, outputs / groups]. \(transposed)", "print(convolution2DTranspose(Tensor([[1.0, 2]]), filter: Tensor.ones(2, 2), strides: 2))") { (x: Tensor, filter: Tensor, bias: Tensor?, strides: Int, padding: Padding, extra: Int, dilation: Int, groups: Int) in
        try Checked.convolution2DTranspose(x, filter: filter, bias: bias, strides: Pair(strides), padding: padding, outputPadding: Pair(extra), dilation: Pair(dilation), groups: groups)
    }
    free("func convolution2DTranspose(_ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: [Int], padding: Padding = .valid, outputPadding: [Int] = [0], dilation: [Int] = [1], groups: Int = 1) -> Tensor", "The transposed convolution of images, with a stride and a dilation for each axis. \(transposed)", "print(convolution2DTranspose(Tensor([[1.0, 2]]), filter: Tensor.ones(1, 2), strides: [1, 2]))") { (x: Tensor, filter: Tensor, bias: Tensor?, strides: [Int], padding: Padding, extra: [Int], dilation: [Int], groups: Int) in
        let name = "convolution2DTranspose"
        return try Checked.convolution2DTranspose(x, filter: filter, bias: bias, strides: Pair(strides, "strides", name), padding: padding, outputPadding: Pair(extra, "output padding", name), dilation: Pair(dilation, "dilation", name), groups: groups)
    }
    free("func convolution1DTranspose(_ x: Tensor, filter: Tensor, bias: Tensor? = nil, strides: Int = 1, padding: Padding = .valid, outputPadding: Int = 0, dilation: Int = 1, groups: Int = 1) -> Tensor", "The transposed convolution of sequences with filters [length, channels, outputs / groups].", "print(convolution1DTranspose(Tensor([1.0, 2]), filter: Tensor([1.0, 1]), strides: 2))") { (x: Tensor, filter: Tensor, bias: Tensor?, strides: Int, padding: Padding, extra: Int, dilation: Int, groups: Int) in
        try Checked.convolution1DTranspose(x, filter: filter, bias: bias, strides: strides, padding: padding, outputPadding: extra, dilation: dilation, groups: groups)
    }
}

private func declarePooling(_ table: DeclarationTable) {
    let free = Binder(table)
    for (name, kind, words) in [("max", PoolKind.max, "greatest element"), ("min", .min, "least element")] {
        free("func \(name)Pool2D(_ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid) -> Tensor", "The \(words) of each window of images [batch, height, width, channels]; the window moves by its size unless `strides` is given.", "print(\(name)Pool2D(Tensor([[1.0, 2, 3, 4], [5, 6, 7, 8]]), 2))") { (x: Tensor, window: Int, strides: Int?, padding: Padding) in
            try Checked.pool2D(kind, x, window: Pair(window), strides: strides.map { Pair($0) }, padding: padding)
        }
        free("func \(name)Pool2D(_ x: Tensor, _ window: [Int], strides: [Int]? = nil, padding: Padding = .valid) -> Tensor", "The \(words) of each window [height, width] of images.", "print(\(name)Pool2D(Tensor([[1.0, 2, 3, 4], [5, 6, 7, 8]]), [1, 2]))") { (x: Tensor, window: [Int], strides: [Int]?, padding: Padding) in
            try Checked.pool2D(kind, x, window: Pair(window, "window", "\(name)Pool2D"), strides: Pair(strides ?? window, "strides", "\(name)Pool2D"), padding: padding)
        }
        free("func \(name)Pool1D(_ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid) -> Tensor", "The \(words) of each window of sequences [batch, length, channels].", "print(\(name)Pool1D(Tensor([1.0, 3, 2, 4]), 2))") { (x: Tensor, window: Int, strides: Int?, padding: Padding) in
            try Checked.pool1D(kind, x, window: window, strides: strides, padding: padding)
        }
    }
    let counted = "Padding does not count unless `countsPadding`."
    free("func avgPool2D(_ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid, countsPadding: Bool = false) -> Tensor", "The mean of each window of images [batch, height, width, channels]; the window moves by its size unless `strides` is given. \(counted)", "print(avgPool2D(Tensor([[1.0, 2, 3, 4], [5, 6, 7, 8]]), 2))") { (x: Tensor, window: Int, strides: Int?, padding: Padding, counts: Bool) in
        try Checked.pool2D(.average, x, window: Pair(window), strides: strides.map { Pair($0) }, padding: padding, countsPadding: counts)
    }
    free("func avgPool2D(_ x: Tensor, _ window: [Int], strides: [Int]? = nil, padding: Padding = .valid, countsPadding: Bool = false) -> Tensor", "The mean of each window [height, width] of images. \(counted)", "print(avgPool2D(Tensor([[1.0, 2, 3, 4], [5, 6, 7, 8]]), [1, 2]))") { (x: Tensor, window: [Int], strides: [Int]?, padding: Padding, counts: Bool) in
        try Checked.pool2D(.average, x, window: Pair(window, "window", "avgPool2D"), strides: Pair(strides ?? window, "strides", "avgPool2D"), padding: padding, countsPadding: counts)
    }
    free("func avgPool1D(_ x: Tensor, _ window: Int, strides: Int? = nil, padding: Padding = .valid, countsPadding: Bool = false) -> Tensor", "The mean of each window of sequences [batch, length, channels]. \(counted)", "print(avgPool1D(Tensor([1.0, 3, 2, 4]), 2))") { (x: Tensor, window: Int, strides: Int?, padding: Padding, counts: Bool) in
        try Checked.pool1D(.average, x, window: window, strides: strides, padding: padding, countsPadding: counts)
    }
    for (name, kind, words) in [("Max", PoolKind.max, "greatest element"), ("Avg", .average, "mean")] {
        free("func adaptive\(name)Pool2D(_ x: Tensor, _ size: Int) -> Tensor", "The \(words) of rectangles that divide images into `size` × `size`.", "print(adaptive\(name)Pool2D(Tensor([[1.0, 2, 3], [4, 5, 6], [7, 8, 9]]), 2))") { (x: Tensor, size: Int) in try Checked.adaptivePool2D(kind, x, size: Pair(size)) }
        free("func adaptive\(name)Pool2D(_ x: Tensor, _ size: [Int]) -> Tensor", "The \(words) of rectangles that divide images into [rows, columns].", "print(adaptive\(name)Pool2D(Tensor([[1.0, 2, 3], [4, 5, 6]]), [1, 3]))") { (x: Tensor, size: [Int]) in try Checked.adaptivePool2D(kind, x, size: Pair(size, "size", "adaptive\(name)Pool2D")) }
        free("func global\(name)Pool2D(_ x: Tensor, keepDims: Bool = false) -> Tensor", "The \(words) of each whole image and channel: [batch, channels].", "print(global\(name)Pool2D(Tensor.ones(1, 2, 2, 3)))") { (x: Tensor, keepDims: Bool) in try Checked.globalPool2D(kind, x, keepDims: keepDims) }
        free("func global\(name)Pool1D(_ x: Tensor, keepDims: Bool = false) -> Tensor", "The \(words) of each whole sequence and channel: [batch, channels].", "print(global\(name)Pool1D(Tensor.ones(1, 4, 3)))") { (x: Tensor, keepDims: Bool) in try Checked.globalPool1D(kind, x, keepDims: keepDims) }
    }
}

private func declareResizing(_ table: DeclarationTable) {
    let free = Binder(table)
    let interpolation = Binder.type(table, Interpolation.self, "enum Interpolation", "How values between pixels are made: `.nearest` or `.bilinear`.", "print(upsampling2D(Tensor([[1.0, 2]]), 2, interpolation: .nearest))", describe: { $0.rawValue }, equal: { $0 == $1 })
    for value in Interpolation.allCases { interpolation("static var \(value.rawValue): Interpolation { get }", "\(value == .nearest ? "The nearest pixel's value." : "Weighted by distance along both axes, pixel centres at half numbers.")", "print(upsampling2D(Tensor([[1.0, 2]]), 2, interpolation: .\(value.rawValue)))") { () -> Interpolation in value } }
    free("func upsampling2D(_ x: Tensor, _ factor: Int, interpolation: Interpolation = .nearest) -> Tensor", "Images [batch, height, width, channels] enlarged by a whole factor.", "print(upsampling2D(Tensor([[1.0, 2]]), 2))") { (x: Tensor, factor: Int, interpolation: Interpolation) in try Checked.upsampling2D(x, factor: Pair(factor), interpolation: interpolation) }
    free("func upsampling2D(_ x: Tensor, _ factor: [Int], interpolation: Interpolation = .nearest) -> Tensor", "Images enlarged by whole factors [vertical, horizontal].", "print(upsampling2D(Tensor([[1.0, 2]]), [1, 2]))") { (x: Tensor, factor: [Int], interpolation: Interpolation) in try Checked.upsampling2D(x, factor: Pair(factor, "factor", "upsampling2D"), interpolation: interpolation) }
    free("func upsampling1D(_ x: Tensor, _ factor: Int) -> Tensor", "Sequences [batch, length, channels] with each step repeated.", "print(upsampling1D(Tensor([1.0, 2]), 2))") { (x: Tensor, factor: Int) in try Checked.upsampling1D(x, factor: factor) }
    free("func resized2D(_ x: Tensor, _ size: [Int], interpolation: Interpolation = .bilinear) -> Tensor", "Images with another [height, width].", "print(resized2D(Tensor([[0.0, 1], [2, 3]]), [3, 3]))") { (x: Tensor, size: [Int], interpolation: Interpolation) in try Checked.resized2D(x, size: Pair(size, "size", "resized2D"), interpolation: interpolation) }
    free("func unfold(_ x: Tensor, _ window: Int, strides: Int = 1, padding: Padding = .valid, dilation: Int = 1) -> Tensor", "The places of each window as columns: [batch, rows, columns, window · window · channels].", "print(unfold(Tensor.arange(9).reshaped(3, 3), 2))") { (x: Tensor, window: Int, strides: Int, padding: Padding, dilation: Int) in try Checked.unfold(x, window: Pair(window), strides: Pair(strides), padding: padding, dilation: Pair(dilation)) }
    free("func unfold(_ x: Tensor, _ window: [Int], strides: [Int] = [1], padding: Padding = .valid, dilation: [Int] = [1]) -> Tensor", "The places of each window [height, width] as columns.", "print(unfold(Tensor.arange(6).reshaped(2, 3), [1, 2]).shape)") { (x: Tensor, window: [Int], strides: [Int], padding: Padding, dilation: [Int]) in try Checked.unfold(x, window: Pair(window, "window", "unfold"), strides: Pair(strides, "strides", "unfold"), padding: padding, dilation: Pair(dilation, "dilation", "unfold")) }
}
