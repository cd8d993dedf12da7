public import Tensors

/// What the convolution layers have in common: a window of weights that moves over the input, and
/// how it moves.
public class ConvolutionLayer: BuiltInLayer, @unchecked Sendable {
    /// How the window moves.
    package struct Shape: Sendable {
        package var kernelSize: [Int]
        package var strides: [Int]
        package var padding: Padding
        package var dilation: [Int] = [1]
        package var groups = 1
        package var outputPadding: [Int] = [0]
    }

    /// The number of channels that come out.
    public let filters: Int
    /// What is applied to the outputs.
    public let activation: ActivationFunction
    /// Whether a bias is added.
    public let useBias: Bool
    package let window: Shape
    let options: KernelOptions
    @exclusivity(unchecked) package private(set) var weightParameter: Parameter?
    @exclusivity(unchecked) package private(set) var biasParameter: Parameter?

    init(
        filters: Int, _ window: Shape, activation: ActivationFunction, useBias: Bool,
        _ options: KernelOptions
    ) {
        self.filters = filters
        self.window = window
        self.activation = activation
        self.useBias = useBias
        self.options = options
        super.init()
        isBuilt = false
    }

    /// The number of axes the window has.
    var axes: Int { 2 }

    /// The shape of the weights for so many channels of the input.
    func weightShape(channels: Int, kernel: [Int]) -> Tensors.Shape {
        Tensors.Shape(kernel + [channels / max(window.groups, 1), filters])
    }

    /// How many inputs an output depends on, and how many outputs an input reaches.
    func fans(channels: Int, kernel: [Int]) -> (inputs: Int, outputs: Int) {
        let size = kernel.reduce(1, &*)
        let groups = max(window.groups, 1)
        return (size * channels / groups, size * filters / groups)
    }

    /// The number of outputs, for so many channels of the input.
    func outputs(channels: Int) -> Int { filters }

    /// The window moved over an input.
    func convolved(
        _ x: Tensor, _ weight: Tensor, _ bias: Tensor?, _ activation: FusedActivation
    ) throws -> Tensor { x }

    /// The number of channels for which saved weights were made.
    func channels(ofSaved weight: Tensors.Shape) -> Int {
        weight[weight.count - 2] * max(window.groups, 1)
    }

    /// A list of sizes with one for each axis of the window.
    func sizes(_ list: [Int], _ name: String) throws(TensorError) -> [Int] {
        let result = list.count == 1 ? Array(repeating: list[0], count: axes) : list
        guard result.count == axes else {
            throw .domain(
                operation: kindName, problem: "\(list) given as \(name)",
                help: "give one number for all axes, or one for each of \(axes)")
        }
        return result
    }

    override func build(_ input: Tensors.Shape) throws {
        try check("filters", filters)
        try check("groups", window.groups)
        guard input.count == axes + 2, let channels = input.last, channels > 0 else {
            throw inputError(
                axes == 2 ? "images [batch, height, width, channels]"
                    : "sequences [batch, length, channels]", input,
                help: input.count == axes + 1
                    ? "'expandedDimensions(axis: -1)' adds an axis of one channel" : nil)
        }
        let kernel = try sizes(window.kernelSize, "kernelSize")
        for size in kernel { try check("kernelSize", size) }
        guard channels % window.groups == 0, outputs(channels: channels) % window.groups == 0 else {
            throw TensorError.domain(
                operation: kindName,
                problem: "\(window.groups) groups do not divide \(channels) channels and "
                    + "\(outputs(channels: channels)) filters", help: nil)
        }
        let shape = weightShape(channels: channels, kernel: kernel)
        // What the fans multiply is no more than the weights, so those are counted first.
        _ = try shape.checkedElementCount()
        let fans = fans(channels: channels, kernel: kernel)
        (weightParameter, biasParameter) = try makeKernel(
            shape, inputs: fans.inputs,
            outputs: fans.outputs, bias: useBias ? outputs(channels: channels) : nil, options)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let weight = weightParameter?.value else { return x }
        let expected = channels(ofSaved: weight.shape)
        guard x.rank == axes + 2, x.shape[axes + 1] == expected else {
            throw inputError("\(expected) channels along the last axis", x.shape)
        }
        let x = try asFloat(x, like: weight)
        return try activation.fusing { try convolved(x, weight, biasParameter?.value, $0) }
    }

    override func inputShape(ofSaved shapes: [String: Tensors.Shape]) -> Tensors.Shape? {
        guard let weight = shapes["weight"], weight.count == axes + 2 else { return nil }
        return Tensors.Shape(
            Array(repeating: 1, count: axes + 1) + [channels(ofSaved: weight)])
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName,
            [
                "filters": .int(filters), "kernelSize": .ints(window.kernelSize),
                "strides": .ints(window.strides), "padding": window.padding.written,
                "dilation": .ints(window.dilation), "groups": .int(window.groups),
                "outputPadding": .ints(window.outputPadding),
                "activation": .text(activation.name), "useBias": .bool(useBias),
            ])
    }

    /// The weights, the window's axes first.
    public var weight: Tensor {
        get { orFail { try checkedParameter("weight").value } }
        set { orFail { try checkedParameter("weight").assign(newValue, path: "weight") } }
    }

    /// The bias `[filters]`.
    public var bias: Tensor {
        get { orFail { try checkedParameter("bias").value } }
        set { orFail { try checkedParameter("bias").assign(newValue, path: "bias") } }
    }
}
