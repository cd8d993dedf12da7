internal import Language
internal import NeuralNetworks
internal import Tensors

extension FlipDirection: CellObject {}

/// Convolutions, pooling and what changes the size of images. Sizes are given as one number, or as [vertical, horizontal].
func declareConvolutionLayers(_ table: DeclarationTable) {
    func type(_ name: String, _ documentation: String, _ example: String) -> Binder { layerType(table, name, documentation, example) }
    /// A type with an initialiser for one number and one for a list of numbers for each axis.
    func convolution(_ name: String, _ words: String, input: String, first: String, extra: (one: String, list: String), listIsAllowed: Bool = true, _ make: @escaping (Int, [Int], [Int], Padding, [Int], Int, ActivationFunction, Bool, Initializer, Initializer, Regularizer?, Constraint?) -> BuiltInLayer) {
        let count = first.isEmpty ? "" : "8, "
        let binder = type(name, words, "print(\(name)(\(count)kernelSize: 3, padding: .same)(\(input)).shape)")
        let tail = "activation: ActivationFunction = .linear, useBias: Bool = true, \(kernelParameters)"
        let help = "The window moves by `strides`; `.same` keeps the extents at stride 1."
        binder("init(\(first)kernelSize: Int, strides: Int = 1, padding: Padding = .valid, \(extra.one), \(tail))", help, "print(\(name)(\(count)kernelSize: 3, activation: .relu)(\(input)).shape)") { (count: Int, kernel: Int, strides: Int, padding: Padding, extra: Int, more: Int, activation: ActivationFunction, bias: Bool, initializer: Initializer, biasInitializer: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
            LayerValue(layer: make(count, [kernel], [strides], padding, [extra], more, activation, bias, initializer, biasInitializer, regularizer, constraint))
        }
        guard listIsAllowed else { return }
        binder("init(\(first)kernelSize: [Int], strides: [Int] = [1], padding: Padding = .valid, \(extra.list), \(tail))", "Sizes as [vertical, horizontal]. \(help)", "print(\(name)(\(count)kernelSize: [3, 1])(\(input)).shape)") { (count: Int, kernel: [Int], strides: [Int], padding: Padding, extra: [Int], more: Int, activation: ActivationFunction, bias: Bool, initializer: Initializer, biasInitializer: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
            LayerValue(layer: make(count, kernel, strides, padding, extra, more, activation, bias, initializer, biasInitializer, regularizer, constraint))
        }
        weightProperty(binder, "weight", "The weights, the window's axes first; an error before the first call.", "let layer = \(name)(\(count)kernelSize: 3)\nprint(layer(\(input)).shape, layer.weight.shape)")
        weightProperty(binder, "bias", "The biases; an error before the first call.", "let layer = \(name)(\(count)kernelSize: 3)\nprint(layer(\(input)).shape, layer.bias.shape)")
    }
    let image = "Tensor.ones(2, 8, 8, 3)"
    let sequence = "Tensor.ones(2, 8, 3)"
    let groups = (one: "dilation: Int = 1, groups: Int = 1", list: "dilation: [Int] = [1], groups: Int = 1")
    convolution("Conv2D", "Filters over images [batch, height, width, channels]: activation(x ∗ W + b), W of shape [height, width, channels / groups, filters].", input: image, first: "_ filters: Int, ", extra: groups) {
        Conv2D($0, kernelSize: $1, strides: $2, padding: $3, dilation: $4, groups: $5, activation: $6, useBias: $7, kernelInitializer: $8, biasInitializer: $9, kernelRegularizer: $10, kernelConstraint: $11)
    }
    let conv1D = type("Conv1D", "Filters over sequences [batch, length, channels]: activation(x ∗ W + b), W of shape [length, channels / groups, filters].", "print(Conv1D(8, kernelSize: 3)(\(sequence)).shape)")
    conv1D("init(_ filters: Int, kernelSize: Int, strides: Int = 1, padding: Padding = .valid, dilation: Int = 1, groups: Int = 1, activation: ActivationFunction = .linear, useBias: Bool = true, \(kernelParameters))", "The window moves by `strides`.", "print(Conv1D(8, kernelSize: 3, padding: .same)(\(sequence)).shape)") { (count: Int, kernel: Int, strides: Int, padding: Padding, dilation: Int, groups: Int, activation: ActivationFunction, bias: Bool, initializer: Initializer, biasInitializer: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
        LayerValue(layer: Conv1D(count, kernelSize: kernel, strides: strides, padding: padding, dilation: dilation, groups: groups, activation: activation, useBias: bias, kernelInitializer: initializer, biasInitializer: biasInitializer, kernelRegularizer: regularizer, kernelConstraint: constraint))
    }
    let transposed = "Each element is spread over a window: extents (extent − 1)·stride + window, or extent·stride with `.same`."
    let transposedTail = "activation: ActivationFunction = .linear, useBias: Bool = true, \(kernelParameters)"
    let conv2DT = type("Conv2DTranspose", "The transposed convolution of images, W of shape [height, width, channels, filters]. \(transposed)", "print(Conv2DTranspose(8, kernelSize: 4, strides: 2, padding: .same)(\(image)).shape)")
    conv2DT("init(_ filters: Int, kernelSize: Int, strides: Int = 1, padding: Padding = .valid, outputPadding: Int = 0, \(transposedTail))", transposed, "print(Conv2DTranspose(8, kernelSize: 2, strides: 2)(\(image)).shape)") { (count: Int, kernel: Int, strides: Int, padding: Padding, output: Int, activation: ActivationFunction, bias: Bool, initializer: Initializer, biasInitializer: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
        LayerValue(layer: Conv2DTranspose(count, kernelSize: kernel, strides: strides, padding: padding, outputPadding: output, activation: activation, useBias: bias, kernelInitializer: initializer, biasInitializer: biasInitializer, kernelRegularizer: regularizer, kernelConstraint: constraint))
    }
    conv2DT("init(_ filters: Int, kernelSize: [Int], strides: [Int] = [1], padding: Padding = .valid, outputPadding: [Int] = [0], \(transposedTail))", "Sizes as [vertical, horizontal]. \(transposed)", "print(Conv2DTranspose(8, kernelSize: [2, 4], strides: [1, 2])(\(image)).shape)") { (count: Int, kernel: [Int], strides: [Int], padding: Padding, output: [Int], activation: ActivationFunction, bias: Bool, initializer: Initializer, biasInitializer: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
        LayerValue(layer: Conv2DTranspose(count, kernelSize: kernel, strides: strides, padding: padding, outputPadding: output, activation: activation, useBias: bias, kernelInitializer: initializer, biasInitializer: biasInitializer, kernelRegularizer: regularizer, kernelConstraint: constraint))
    }
    let conv1DT = type("Conv1DTranspose", "The transposed convolution of sequences. \(transposed)", "print(Conv1DTranspose(8, kernelSize: 4, strides: 2, padding: .same)(\(sequence)).shape)")
    conv1DT("init(_ filters: Int, kernelSize: Int, strides: Int = 1, padding: Padding = .valid, outputPadding: Int = 0, \(transposedTail))", transposed, "print(Conv1DTranspose(8, kernelSize: 2, strides: 2)(\(sequence)).shape)") { (count: Int, kernel: Int, strides: Int, padding: Padding, output: Int, activation: ActivationFunction, bias: Bool, initializer: Initializer, biasInitializer: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
        LayerValue(layer: Conv1DTranspose(count, kernelSize: kernel, strides: strides, padding: padding, outputPadding: output, activation: activation, useBias: bias, kernelInitializer: initializer, biasInitializer: biasInitializer, kernelRegularizer: regularizer, kernelConstraint: constraint))
    }
    for binder in [conv1D, conv2DT, conv1DT] {
        let make = "\(binder.owner)(8, kernelSize: 3)\nprint(layer(\(binder.owner == "Conv2DTranspose" ? image : sequence)).shape"
        weightProperty(binder, "weight", "The weights, the window's axes first; an error before the first call.", "let layer = \(make), layer.weight.shape)")
        weightProperty(binder, "bias", "The biases, [filters]; an error before the first call.", "let layer = \(make), layer.bias.shape)")
    }
    let depthwise = type("DepthwiseConv2D", "A filter for each channel alone, W of shape [height, width, 1, channels · multiplier].", "print(DepthwiseConv2D(kernelSize: 3)(\(image)).shape)")
    depthwise("init(kernelSize: Int, strides: Int = 1, padding: Padding = .valid, dilation: Int = 1, multiplier: Int = 1, \(transposedTail))", "So many filters for each channel.", "print(DepthwiseConv2D(kernelSize: 3, multiplier: 2)(\(image)).shape)") { (kernel: Int, strides: Int, padding: Padding, dilation: Int, multiplier: Int, activation: ActivationFunction, bias: Bool, initializer: Initializer, biasInitializer: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
        LayerValue(layer: DepthwiseConv2D(kernelSize: kernel, strides: strides, padding: padding, dilation: dilation, multiplier: multiplier, activation: activation, useBias: bias, kernelInitializer: initializer, biasInitializer: biasInitializer, kernelRegularizer: regularizer, kernelConstraint: constraint))
    }
    weightProperty(depthwise, "weight", "The weights; an error before the first call.", "let layer = DepthwiseConv2D(kernelSize: 3)\nprint(layer(\(image)).shape, layer.weight.shape)")
    weightProperty(depthwise, "bias", "The biases; an error before the first call.", "let layer = DepthwiseConv2D(kernelSize: 3)\nprint(layer(\(image)).shape, layer.bias.shape)")
    let separable = type("SeparableConv2D", "A filter for each channel alone, then a mixture of the channels at each place (Chollet 2017).", "print(SeparableConv2D(8, kernelSize: 3)(\(image)).shape)")
    separable("init(_ filters: Int, kernelSize: Int, strides: Int = 1, padding: Padding = .valid, dilation: Int = 1, multiplier: Int = 1, activation: ActivationFunction = .linear, useBias: Bool = true, kernelInitializer: Initializer = .glorotUniform, kernelRegularizer: Regularizer? = nil, kernelConstraint: Constraint? = nil)", "The channels that come out, and the window.", "print(SeparableConv2D(8, kernelSize: 3, padding: .same)(\(image)).shape)") { (count: Int, kernel: Int, strides: Int, padding: Padding, dilation: Int, multiplier: Int, activation: ActivationFunction, bias: Bool, initializer: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
        LayerValue(layer: SeparableConv2D(count, kernelSize: kernel, strides: strides, padding: padding, dilation: dilation, multiplier: multiplier, activation: activation, useBias: bias, kernelInitializer: initializer, kernelRegularizer: regularizer, kernelConstraint: constraint))
    }
    declarePoolingLayers(table)
}

private func declarePoolingLayers(_ table: DeclarationTable) {
    func type(_ name: String, _ documentation: String, _ example: String) -> Binder { layerType(table, name, documentation, example) }
    let image = "Tensor.ones(2, 8, 8, 3)"
    let sequence = "Tensor.ones(2, 8, 3)"
    for (name, words, make) in [
        ("MaxPool2D", "The greatest element of each window of images", { MaxPool2D($0, strides: $1, padding: $2) } as ([Int], [Int]?, Padding) -> BuiltInLayer), ("MinPool2D", "The least element of each window of images", { MinPool2D($0, strides: $1, padding: $2) }), ("AvgPool2D", "The mean of each window of images", { AvgPool2D($0, strides: $1, padding: $2) }),
    ] {
        let binder = type(name, "\(words); the window moves by its size unless `strides` is given.", "print(\(name)(2)(\(image)).shape)")
        binder("init(_ poolSize: Int = 2, strides: Int? = nil, padding: Padding = .valid)", "The window's size.", "print(\(name)(3, strides: 2)(\(image)).shape)") { (size: Int, strides: Int?, padding: Padding) -> LayerValue in LayerValue(layer: make([size], strides.map { [$0] }, padding)) }
        binder("init(_ poolSize: [Int], strides: [Int]? = nil, padding: Padding = .valid)", "The window's size as [height, width].", "print(\(name)([2, 4])(\(image)).shape)") { (size: [Int], strides: [Int]?, padding: Padding) -> LayerValue in LayerValue(layer: make(size, strides, padding)) }
    }
    for (name, words, make) in [("MaxPool1D", "The greatest element of each window of sequences.", { MaxPool1D($0, strides: $1, padding: $2) } as (Int, Int?, Padding) -> BuiltInLayer), ("AvgPool1D", "The mean of each window of sequences.", { AvgPool1D($0, strides: $1, padding: $2) })] {
        type(name, words, "print(\(name)(2)(\(sequence)).shape)")("init(_ poolSize: Int = 2, strides: Int? = nil, padding: Padding = .valid)", "The window's size.", "print(\(name)(3, strides: 1)(\(sequence)).shape)") { (size: Int, strides: Int?, padding: Padding) -> LayerValue in LayerValue(layer: make(size, strides, padding)) }
    }
    for (name, words, example, make) in [
        ("GlobalAvgPool2D", "The mean of each whole image and channel.", image, { GlobalAvgPool2D(keepDims: $0) } as (Bool) -> BuiltInLayer), ("GlobalMaxPool2D", "The greatest element of each whole image and channel.", image, { GlobalMaxPool2D(keepDims: $0) }),
        ("GlobalAvgPool1D", "The mean of each whole sequence and channel.", sequence, { GlobalAvgPool1D(keepDims: $0) }), ("GlobalMaxPool1D", "The greatest element of each whole sequence and channel.", sequence, { GlobalMaxPool1D(keepDims: $0) }),
    ] {
        type(name, words, "print(\(name)()(\(example)).shape)")("init(keepDims: Bool = false)", "With extents of 1 where the axes were, if wanted.", "print(\(name)(keepDims: true)(\(example)).shape)") { (keep: Bool) -> LayerValue in LayerValue(layer: make(keep)) }
    }
    let adaptive = type("AdaptiveAvgPool2D", "Means of as many windows as are wanted, whatever the image's size.", "print(AdaptiveAvgPool2D(2)(\(image)).shape)")
    adaptive("init(_ size: Int)", "The extents that come out.", "print(AdaptiveAvgPool2D(4)(\(image)).shape)") { (size: Int) -> LayerValue in LayerValue(layer: AdaptiveAvgPool2D(size)) }
    adaptive("init(_ size: [Int])", "The extents that come out as [height, width].", "print(AdaptiveAvgPool2D([4, 2])(\(image)).shape)") { (size: [Int]) -> LayerValue in LayerValue(layer: AdaptiveAvgPool2D(size)) }
    let up = type("UpSampling2D", "Images made larger by a whole factor, each element repeated or interpolated.", "print(UpSampling2D(2)(\(image)).shape)")
    up("init(_ size: Int = 2, interpolation: Interpolation = .nearest)", "The factor.", "print(UpSampling2D(3, interpolation: .bilinear)(\(image)).shape)") { (size: Int, interpolation: Interpolation) -> LayerValue in LayerValue(layer: UpSampling2D(size, interpolation: interpolation)) }
    up("init(_ size: [Int], interpolation: Interpolation = .nearest)", "The factors as [vertical, horizontal].", "print(UpSampling2D([1, 2])(\(image)).shape)") { (size: [Int], interpolation: Interpolation) -> LayerValue in LayerValue(layer: UpSampling2D(size, interpolation: interpolation)) }
    type("UpSampling1D", "Sequences made longer by a whole factor.", "print(UpSampling1D(2)(\(sequence)).shape)")("init(_ size: Int = 2)", "The factor.", "print(UpSampling1D(3)(\(sequence)).shape)") { (size: Int) -> LayerValue in LayerValue(layer: UpSampling1D(size)) }
    for (name, words, make) in [("ZeroPadding2D", "Zeros around images.", { ZeroPadding2D($0) } as ([Int]) -> BuiltInLayer), ("Cropping2D", "Images without their edges.", { Cropping2D($0) })] {
        let binder = type(name, words, "print(\(name)(1)(\(image)).shape)")
        binder("init(_ size: Int = 1)", "So many places on every side.", "print(\(name)(2)(\(image)).shape)") { (size: Int) -> LayerValue in LayerValue(layer: make([size])) }
        binder("init(_ sizes: [Int])", "[vertical, horizontal] places, or [top, bottom, left, right].", "print(\(name)([1, 2])(\(image)).shape)") { (sizes: [Int]) -> LayerValue in LayerValue(layer: make(sizes)) }
    }
}

/// Layers that change images at random while training.
func declareAugmentationLayers(_ table: DeclarationTable) {
    func type(_ name: String, _ documentation: String, _ example: String) -> Binder { layerType(table, name, documentation, example) }
    let image = "Tensor.ones(2, 8, 8, 3)"
    func training(_ text: String) -> String { "print(withLearningPhase(.training) { \(text)(\(image)) }.shape)" }
    let direction = Binder.type(table, FlipDirection.self, "enum FlipDirection", "The way images are mirrored.", "print(RandomFlip(.horizontal))", describe: { $0.rawValue }, equal: { $0 == $1 })
    for (value, words) in [(FlipDirection.horizontal, "Left and right exchanged."), (.vertical, "Top and bottom exchanged."), (.both, "Both ways.")] {
        direction("static var \(value.rawValue): FlipDirection { get }", words, "print(RandomFlip(.\(value.rawValue)))") { () -> FlipDirection in value }
    }
    type("RandomFlip", "Mirrors images at random while training.", training("RandomFlip(.horizontal)"))("init(_ direction: FlipDirection = .both)", "The way.", training("RandomFlip()")) { (direction: FlipDirection) -> LayerValue in LayerValue(layer: RandomFlip(direction)) }
    for (name, words, make) in [
        ("RandomRotation", "Turns images by up to ± factor of a full turn while training.", { RandomRotation($0) } as (Double) -> BuiltInLayer), ("RandomZoom", "Makes images larger or smaller by 1 ± factor while training.", { RandomZoom($0) }),
        ("RandomContrast", "Draws images from their mean or to it by 1 ± factor while training.", { RandomContrast($0) }), ("RandomBrightness", "Adds up to ± factor to images while training.", { RandomBrightness($0) }),
    ] {
        type(name, words, training("\(name)(0.1)"))("init(_ factor: Double)", words, training("\(name)(0.2)")) { (factor: Double) -> LayerValue in LayerValue(layer: make(factor)) }
    }
    type("RandomTranslation", "Moves images by a random part of their height and width while training.", training("RandomTranslation(height: 0.1, width: 0.1)"))("init(height: Double, width: Double)", "The greatest parts.", training("RandomTranslation(height: 0, width: 0.2)")) { (height: Double, width: Double) -> LayerValue in LayerValue(layer: RandomTranslation(height: height, width: width)) }
    for (name, words, make) in [
        ("RandomCrop", "A random part of each image while training, the middle otherwise.", { RandomCrop($0, $1) } as (Int, Int) -> BuiltInLayer), ("CenterCrop", "The middle of images.", { CenterCrop($0, $1) }), ("Resizing", "Images of another size, bilinear.", { Resizing($0, $1) }),
    ] {
        type(name, words, "print(\(name)(4, 4)(\(image)).shape)")("init(_ height: Int, _ width: Int)", "The size that comes out.", training("\(name)(6, 5)")) { (height: Int, width: Int) -> LayerValue in LayerValue(layer: make(height, width)) }
    }
}
