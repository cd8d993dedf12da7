public import Tensors

/// A fully connected layer: activation(x·W + b).
///
///     Dense(128, activation: .relu)
///
/// Input `[…, inputSize]`, output `[…, units]`; `weight` is `[inputSize, units]`, `bias` `[units]`.
/// The weight starts as Glorot's uniform distribution, ±√(6 / (inputSize + units)), the bias as
/// zeros: Keras' `Dense`.
public final class Dense: BuiltInLayer, @unchecked Sendable {
    /// The number of outputs.
    public let units: Int
    /// What is applied to the outputs.
    public let activation: ActivationFunction
    /// Whether a bias is added.
    public let useBias: Bool
    @exclusivity(unchecked) package private(set) var inputSize: Int?
    @exclusivity(unchecked) package private(set) var weightParameter: Parameter?
    @exclusivity(unchecked) package private(set) var biasParameter: Parameter?
    private let options: KernelOptions

    /// A layer with `units` outputs; without `inputSize` the first call fixes it. A number of units
    /// or inputs below 1 is an error at the first call.
    public init(
        _ units: Int, activation: ActivationFunction = .linear, inputSize: Int? = nil,
        useBias: Bool = true, kernelInitializer: Initializer = .glorotUniform,
        biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil,
        kernelConstraint: Constraint? = nil
    ) {
        self.units = units
        self.activation = activation
        self.useBias = useBias
        self.inputSize = inputSize
        options = KernelOptions(
            kernelInitializer, bias: biasInitializer, regularizer: kernelRegularizer,
            constraint: kernelConstraint)
        super.init()
        isBuilt = false
        if let inputSize, units > 0, inputSize > 0 {
            // What is in the way here, such as memory, is met and told again at the first call.
            try? prepare([inputSize])
        }
    }

    override func build(_ input: Shape) throws {
        guard units > 0 else {
            throw TensorError.domain(
                operation: "Dense", problem: "units must be at least 1, given \(units)", help: nil)
        }
        try check("units", units)
        guard let size = input.last else {
            throw TensorError.shape(
                operation: "Dense", expected: "features along the last axis", given: input,
                help: "'reshaped(-1, 1)' makes a column of single features")
        }
        let expected = inputSize ?? size
        guard expected > 0 else {
            throw TensorError.domain(
                operation: "Dense", problem: "inputSize must be at least 1, given \(expected)",
                help: nil)
        }
        (weightParameter, biasParameter) = try makeKernel(
            [expected, units], inputs: expected, outputs: units, bias: useBias ? units : nil,
            options)
        inputSize = expected
    }

    package override var configuration: Configuration? {
        Configuration(
            "Dense",
            [
                "units": .int(units), "activation": .text(activation.name),
                "useBias": .bool(useBias),
            ])
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        guard let weight = weightParameter?.value, let inputSize else { return x }
        let shape = x.shape
        guard let last = shape.last, last == inputSize else {
            throw TensorError.shape(
                operation: "Dense", expected: "\(inputSize) features along the last axis",
                given: shape,
                help: shape.count > 2 && shape.dropFirst().reduce(1, *) == inputSize
                    ? "'Flatten()' before this layer makes one axis of all features" : nil)
        }
        return try activation.applied(
            toLinear: asFloat(x, like: weight), weight: weight, bias: biasParameter?.value)
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["weight"].flatMap { $0.count == 2 ? [1, $0[0]] : nil }
    }

    /// The weight `[inputSize, units]`.
    public var weight: Tensor {
        get { orFail { try checkedParameter("weight").value } }
        set { orFail { try checkedParameter("weight").assign(newValue, path: "weight") } }
    }

    /// The bias `[units]`.
    public var bias: Tensor {
        get { orFail { try checkedParameter("bias").value } }
        set { orFail { try checkedParameter("bias").assign(newValue, path: "bias") } }
    }
}

extension Parameter {
    /// Replaces the value by one of the same shape.
    ///
    /// - Throws: with both shapes when they differ.
    package func assign(_ new: Tensor, path: String) throws(TensorError) {
        guard new.shape == value.shape else {
            throw .shape(
                operation: path, expected: "shape \(value.shape)", given: new.shape, help: nil)
        }
        value = new.dtype == value.dtype ? new : try Checked.asType(new, value.dtype)
    }
}

extension BuiltInLayer {
    /// The parameter with a name.
    ///
    /// - Throws: when the layer has no sizes yet, or no such parameter.
    package func checkedParameter(_ name: String) throws -> Parameter {
        for (childName, value) in children() where childName == name {
            if case .parameter(let parameter) = value { return parameter }
        }
        throw TensorError.domain(
            operation: kindName,
            problem: isBuilt
                ? "the layer has no '\(name)'" : "no '\(name)' yet: the sizes are not known",
            help: isBuilt ? nil : "call the layer once, or give it 'inputSize:'")
    }
}

/// A tensor as a layer computes with it: integers and truth values become the weights' type.
@inline(__always)
func asFloat(_ x: Tensor, like weight: Tensor) throws -> Tensor {
    x.dtype == weight.dtype || x.dtype.isFloatingPoint ? x : try Checked.asType(x, weight.dtype)
}
