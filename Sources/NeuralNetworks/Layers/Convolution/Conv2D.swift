public import Tensors

/// Filters over images (PyTorch's and Keras' `Conv2D`): activation(x ∗ W + b).
///
///     Conv2D(32, kernelSize: 3, padding: .same, activation: .relu)
///
/// Images `[batch, height, width, channels]`; `weight` is `[height, width, channels / groups,
/// filters]`, `bias` `[filters]`. As in deep learning, no flip of the filter.
public final class Conv2D: ConvolutionLayer, @unchecked Sendable {
    public convenience init(
        _ filters: Int, kernelSize: some AxisSizes, strides: some AxisSizes = 1,
        padding: Padding = .valid, dilation: some AxisSizes = 1, groups: Int = 1,
        activation: ActivationFunction = .linear,
        useBias: Bool = true, kernelInitializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil,
        kernelConstraint: Constraint? = nil
    ) {
        self.init(
            filters: filters,
            ConvolutionLayer.Shape(
                kernelSize: kernelSize.axisSizes, strides: strides.axisSizes, padding: padding,
                dilation: dilation.axisSizes, groups: groups),
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
        try Checked.convolution2D(
            x, filter: weight, bias: bias, strides: Pair(window.strides, "strides", "Conv2D"),
            padding: window.padding, dilation: Pair(window.dilation, "dilation", "Conv2D"),
            groups: window.groups, activation: activation)
    }
}

/// Filters over sequences `[batch, length, channels]` (PyTorch's and Keras' `Conv1D`).
///
///     Conv1D(32, kernelSize: 5, activation: .relu)
///
/// `weight` is `[length, channels / groups, filters]`, `bias` `[filters]`.
public final class Conv1D: ConvolutionLayer, @unchecked Sendable {
    public convenience init(
        _ filters: Int, kernelSize: some AxisSizes, strides: some AxisSizes = 1,
        padding: Padding = .valid, dilation: some AxisSizes = 1, groups: Int = 1,
        activation: ActivationFunction = .linear,
        useBias: Bool = true, kernelInitializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil,
        kernelConstraint: Constraint? = nil
    ) {
        self.init(
            filters: filters,
            ConvolutionLayer.Shape(
                kernelSize: kernelSize.axisSizes, strides: strides.axisSizes, padding: padding,
                dilation: dilation.axisSizes, groups: groups),
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
        try Checked.convolution1D(
            x, filter: weight, bias: bias, strides: sizes(window.strides, "strides")[0],
            padding: window.padding, dilation: sizes(window.dilation, "dilation")[0],
            groups: window.groups, activation: activation)
    }
}
