public import Tensors

/// The transposed convolution of images: each element is spread over a window (PyTorch's
/// `ConvTranspose2d`, Keras' `Conv2DTranspose`).
///
///     Conv2DTranspose(64, kernelSize: 4, strides: 2, padding: .same)
///
/// With `.same` height and width are multiplied by the stride; with `.valid` they are (extent − 1) ·
/// stride + window. `weight` is `[height, width, channels, filters]`.
public final class Conv2DTranspose: ConvolutionLayer, @unchecked Sendable {
    public convenience init(
        _ filters: Int, kernelSize: some AxisSizes, strides: some AxisSizes = 1,
        padding: Padding = .valid, outputPadding: some AxisSizes = 0,
        activation: ActivationFunction = .linear,
        useBias: Bool = true, kernelInitializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil,
        kernelConstraint: Constraint? = nil
    ) {
        self.init(
            filters: filters,
            ConvolutionLayer.Shape(
                kernelSize: kernelSize.axisSizes, strides: strides.axisSizes, padding: padding,
                outputPadding: outputPadding.axisSizes),
            activation: activation, useBias: useBias,
            KernelOptions(
                kernelInitializer, bias: biasInitializer, regularizer: kernelRegularizer,
                constraint: kernelConstraint))
    }

    package override init(
        filters: Int, _ window: ConvolutionLayer.Shape, activation: ActivationFunction,
        useBias: Bool, _ options: KernelOptions = KernelOptions()
    ) {
        super.init(filters: filters, window, activation: activation, useBias: useBias, options)
    }

    override func convolved(
        _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ activation: FusedActivation
    ) throws -> Tensor {
        let name = "Conv2DTranspose"
        return try Checked.convolution2DTranspose(
            x, filter: weight, bias: bias, strides: Pair(window.strides, "strides", name),
            padding: window.padding,
            outputPadding: Pair(window.outputPadding, "output padding", name),
            activation: activation)
    }
}

/// The transposed convolution of sequences `[batch, length, channels]`.
///
///     Conv1DTranspose(16, kernelSize: 4, strides: 2, padding: .same)
public final class Conv1DTranspose: ConvolutionLayer, @unchecked Sendable {
    public convenience init(
        _ filters: Int, kernelSize: some AxisSizes, strides: some AxisSizes = 1,
        padding: Padding = .valid, outputPadding: some AxisSizes = 0,
        activation: ActivationFunction = .linear,
        useBias: Bool = true, kernelInitializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil,
        kernelConstraint: Constraint? = nil
    ) {
        self.init(
            filters: filters,
            ConvolutionLayer.Shape(
                kernelSize: kernelSize.axisSizes, strides: strides.axisSizes, padding: padding,
                outputPadding: outputPadding.axisSizes),
            activation: activation, useBias: useBias,
            KernelOptions(
                kernelInitializer, bias: biasInitializer, regularizer: kernelRegularizer,
                constraint: kernelConstraint))
    }

    package override init(
        filters: Int, _ window: ConvolutionLayer.Shape, activation: ActivationFunction,
        useBias: Bool, _ options: KernelOptions = KernelOptions()
    ) {
        super.init(filters: filters, window, activation: activation, useBias: useBias, options)
    }

    override var axes: Int { 1 }

    override func convolved(
        _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ activation: FusedActivation
    ) throws -> Tensor {
        try Checked.convolution1DTranspose(
            x, filter: weight, bias: bias, strides: sizes(window.strides, "strides")[0],
            padding: window.padding,
            outputPadding: sizes(window.outputPadding, "output padding")[0],
            activation: activation)
    }
}
