public import Tensors

/// A filter for each channel alone (Keras' `DepthwiseConv2D`; PyTorch's `Conv2d` with as many groups
/// as channels).
///
///     DepthwiseConv2D(kernelSize: 3, padding: .same)
///
/// `weight` is `[height, width, 1, channels · multiplier]`; channel c's filters follow each other.
public final class DepthwiseConv2D: ConvolutionLayer, @unchecked Sendable {
    public convenience init(
        kernelSize: some AxisSizes, strides: some AxisSizes = 1,
        padding: Padding = .valid, dilation: some AxisSizes = 1, multiplier: Int = 1,
        activation: ActivationFunction = .linear,
        useBias: Bool = true, kernelInitializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil,
        kernelConstraint: Constraint? = nil
    ) {
        self.init(
            filters: multiplier,
            ConvolutionLayer.Shape(
                kernelSize: kernelSize.axisSizes, strides: strides.axisSizes, padding: padding,
                dilation: dilation.axisSizes),
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

    /// The number of filters for each channel.
    public var multiplier: Int { filters }

    override func weightShape(channels: Int, kernel: [Int]) -> Tensors.Shape {
        Tensors.Shape(kernel + [1, channels * filters])
    }

    override func fans(channels: Int, kernel: [Int]) -> (inputs: Int, outputs: Int) {
        let size = kernel.reduce(1, &*)
        return (size, size * filters)
    }

    override func outputs(channels: Int) -> Int { channels * filters }

    override func channels(ofSaved weight: Tensors.Shape) -> Int {
        weight[weight.count - 1] / max(filters, 1)
    }

    override func convolved(
        _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ activation: FusedActivation
    ) throws -> Tensor {
        let name = "DepthwiseConv2D"
        return try Checked.convolution2D(
            x, filter: weight, bias: bias, strides: Pair(window.strides, "strides", name),
            padding: window.padding, dilation: Pair(window.dilation, "dilation", name),
            groups: x.shape[3], activation: activation)
    }
}

/// A filter for each channel alone, then a mixture of the channels at each place (Chollet 2017;
/// Keras' `SeparableConv2D`).
///
///     SeparableConv2D(32, kernelSize: 3, padding: .same, activation: .relu)
///
/// Its parameters are `depthwise.weight`, `pointwise.weight` and `pointwise.bias`.
public final class SeparableConv2D: BuiltInLayer, @unchecked Sendable {
    public let depthwise: DepthwiseConv2D
    public let pointwise: Conv2D

    public init(
        _ filters: Int, kernelSize: some AxisSizes, strides: some AxisSizes = 1,
        padding: Padding = .valid, dilation: some AxisSizes = 1, multiplier: Int = 1,
        activation: ActivationFunction = .linear, useBias: Bool = true,
        kernelInitializer: Initializer = .glorotUniform, kernelRegularizer: Regularizer? = nil,
        kernelConstraint: Constraint? = nil
    ) {
        depthwise = DepthwiseConv2D(
            kernelSize: kernelSize, strides: strides, padding: padding, dilation: dilation,
            multiplier: multiplier, useBias: false, kernelInitializer: kernelInitializer,
            kernelRegularizer: kernelRegularizer, kernelConstraint: kernelConstraint)
        pointwise = Conv2D(
            filters, kernelSize: 1, activation: activation, useBias: useBias,
            kernelInitializer: kernelInitializer, kernelRegularizer: kernelRegularizer,
            kernelConstraint: kernelConstraint)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        try pointwise.call(depthwise.call(x))
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        [("depthwise", .layer(depthwise)), ("pointwise", .layer(pointwise))]
    }

    package override var configuration: Configuration? {
        let window = depthwise.window
        return Configuration(
            "SeparableConv2D",
            [
                "filters": .int(pointwise.filters), "kernelSize": .ints(window.kernelSize),
                "strides": .ints(window.strides), "padding": window.padding.written,
                "dilation": .ints(window.dilation), "multiplier": .int(depthwise.multiplier),
                "activation": .text(pointwise.activation.name),
                "useBias": .bool(pointwise.useBias),
            ])
    }
}
