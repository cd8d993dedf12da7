internal import Language
internal import NeuralNetworks
internal import Tensors

extension Initializer: CellObject {}
extension Regularizer: CellObject {}
extension Constraint: CellObject {}

/// What a layer of a class can do beyond being called.
func layer<Kind: BuiltInLayer>(_ value: LayerValue, as type: Kind.Type) throws -> Kind {
    guard let layer = value.layer as? Kind else { throw RuntimeFault(.internal, "'\(value.layer.kindName)' is not a \(type)") }
    return layer
}

/// The parameters of initialisers of layers with weights.
let kernelParameters = "kernelInitializer: Initializer = .glorotUniform, biasInitializer: Initializer = .zeros, kernelRegularizer: Regularizer? = nil, kernelConstraint: Constraint? = nil"

/// A parameter of a layer that can be read and replaced.
func weightProperty(_ binder: Binder, _ name: String, _ documentation: String, _ example: String) {
    binder.accessors(
        "var \(name): Tensor { get set }", documentation, example,
        get: NativeFunction(name) { (layer: LayerValue) throws -> Tensor in try layer.layer.checkedParameter(name).value },
        set: NativeFunction(name) { (layer: LayerValue, value: Tensor) throws -> CellVoid in
            try layer.layer.checkedParameter(name).assign(value, path: name)
            return CellVoid()
        })
}

func declareKernelOptions(_ table: DeclarationTable) {
    let initializer = Binder.type(table, Initializer.self, "struct Initializer", "Starting values of a layer's parameters.", "print(Dense(4, inputSize: 3, kernelInitializer: .heNormal).weight.shape)", describe: { $0.name }, equal: { $0 == $1 })
    for (value, words) in [
        (Initializer.zeros, "All 0."), (.ones, "All 1."), (.glorotUniform, "Uniform in ±√(6 / (inputs + outputs)) (Glorot and Bengio 2010)."), (.glorotNormal, "Normal with variance 2 / (inputs + outputs)."), (.heUniform, "Uniform in ±√(6 / inputs) (He et al. 2015)."), (.heNormal, "Normal with variance 2 / inputs."),
        (.lecunUniform, "Uniform in ±√(3 / inputs)."), (.lecunNormal, "Normal with variance 1 / inputs."), (.orthogonal, "A matrix with orthonormal rows or columns."), (.identity, "1 on the diagonal."),
    ] {
        initializer("static var \(value.name): Initializer { get }", words, "print(Dense(3, inputSize: 3, kernelInitializer: .\(value.name)).weight.shape)") { () -> Initializer in value }
    }
    initializer("static func constant(_ value: Double) -> Initializer", "All the same number.", "print(Dense(2, inputSize: 1, kernelInitializer: .constant(0.5)).weight)") { (value: Double) -> Initializer in .constant(value) }
    initializer("static func randomUniform(min: Double = -0.05, max: Double = 0.05) -> Initializer", "Uniform in a range.", "print(Initializer.randomUniform(min: -1, max: 1))") { (min: Double, max: Double) -> Initializer in .randomUniform(min: min, max: max) }
    initializer("static func randomNormal(mean: Double = 0, std: Double = 0.05) -> Initializer", "Normal.", "print(Initializer.randomNormal(std: 0.02))") { (mean: Double, std: Double) -> Initializer in .randomNormal(mean: mean, std: std) }
    initializer("static func truncatedNormal(mean: Double = 0, std: Double = 0.05) -> Initializer", "Normal, without what lies beyond two standard deviations.", "print(Initializer.truncatedNormal(std: 0.02))") { (mean: Double, std: Double) -> Initializer in .truncatedNormal(mean: mean, std: std) }
    initializer("static func orthogonal(gain: Double) -> Initializer", "Orthonormal rows or columns times a gain.", "print(Initializer.orthogonal(gain: 2))") { (gain: Double) -> Initializer in .orthogonal(gain: gain) }
    initializer("init(stringLiteral name: String)", "The initialiser of that name.", "print(Dense(2, inputSize: 2, kernelInitializer: \"heNormal\").weight.shape)") { (name: String) -> Initializer in Initializer(name) }

    let regularizer = Binder.type(table, Regularizer.self, "struct Regularizer", "What `fit` adds to the loss for a layer's weights.", "print(Dense(2, kernelRegularizer: .l2(1e-4)))", describe: { "Regularizer(l1: \($0.l1), l2: \($0.l2))" }, equal: { $0 == $1 })
    regularizer("static func l1(_ factor: Double) -> Regularizer", "factor·Σ|w|.", "print(Regularizer.l1(0.01))") { (factor: Double) -> Regularizer in .l1(factor) }
    regularizer("static func l2(_ factor: Double) -> Regularizer", "factor·Σw².", "print(Regularizer.l2(0.01))") { (factor: Double) -> Regularizer in .l2(factor) }
    regularizer("static func l1l2(l1: Double = 0.01, l2: Double = 0.01) -> Regularizer", "l1·Σ|w| + l2·Σw².", "print(Regularizer.l1l2(l1: 0.1, l2: 0.01))") { (l1: Double, l2: Double) -> Regularizer in .l1l2(l1: l1, l2: l2) }
    let constraint = Binder.type(table, Constraint.self, "struct Constraint", "What a layer's weights are made to obey after each update.", "print(Dense(2, kernelConstraint: .nonNegative))", describe: { "Constraint.\($0.kind)" }, equal: { $0 == $1 })
    constraint("static func maxNorm(_ norm: Double) -> Constraint", "Each unit's weights have at most this norm.", "print(Dense(2, kernelConstraint: .maxNorm(3)))") { (norm: Double) -> Constraint in .maxNorm(norm) }
    constraint("static var unitNorm: Constraint { get }", "Each unit's weights have norm 1.", "print(Dense(2, kernelConstraint: .unitNorm))") { () -> Constraint in .unitNorm }
    constraint("static var nonNegative: Constraint { get }", "No weight is below 0.", "print(Dense(2, kernelConstraint: .nonNegative))") { () -> Constraint in .nonNegative }
    constraint("static func clipped(min: Double, max: Double) -> Constraint", "All weights lie in a range.", "print(Dense(2, kernelConstraint: .clipped(min: -0.01, max: 0.01)))") { (min: Double, max: Double) -> Constraint in .clipped(min: min, max: max) }
}

func declareCoreLayers(_ table: DeclarationTable) {
    func type(_ name: String, _ documentation: String, _ example: String) -> Binder { layerType(table, name, documentation, example) }
    let dense = type("Dense", "A fully connected layer: activation(x·W + b), W of shape [inputs, units].", "print(Dense(4)(Tensor.ones(2, 3)).shape)")
    dense("init(_ units: Int, activation: ActivationFunction = .linear, inputSize: Int? = nil, useBias: Bool = true, \(kernelParameters))", "A layer of so many units; the input's size is found at the first call.", "print(Dense(4, activation: .relu)(Tensor.ones(2, 3)).shape)") { (units: Int, activation: ActivationFunction, inputSize: Int?, useBias: Bool, kernel: Initializer, bias: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
        LayerValue(layer: Dense(units, activation: activation, inputSize: inputSize, useBias: useBias, kernelInitializer: kernel, biasInitializer: bias, kernelRegularizer: regularizer, kernelConstraint: constraint))
    }
    weightProperty(dense, "weight", "The weights, [inputs, units]; an error before the first call.", "print(Dense(2, inputSize: 3).weight.shape)")
    weightProperty(dense, "bias", "The biases, [units]; an error before the first call.", "print(Dense(2, inputSize: 3).bias)")
    let dropout = type("Dropout", "While training, sets each element to 0 with the given probability and divides the others by 1 − rate (Srivastava et al. 2014).", "print(Dropout(0.5)(Tensor.ones(2)))")
    dropout("init(_ rate: Double)", "A layer that drops this part of its input.", "print(Dropout(0.5))") { (rate: Double) -> LayerValue in LayerValue(layer: Dropout(rate)) }
    for (name, words, make) in [
        ("SpatialDropout", "While training, sets whole channels to 0 with the given probability (Tompson et al. 2015).", { SpatialDropout($0) } as (Double) -> BuiltInLayer), ("GaussianNoise", "While training, adds normal noise of that standard deviation.", { GaussianNoise($0) }), ("GaussianDropout", "While training, multiplies by normal noise around 1.", { GaussianDropout($0) }),
    ] {
        type(name, words, "print(\(name)(0.2)(Tensor.ones(1, 2, 2)).shape)")("init(_ rate: Double)", words, "print(\(name)(0.2))") { (rate: Double) -> LayerValue in LayerValue(layer: make(rate)) }
    }
    type("Flatten", "All axes but the batch's as one.", "print(Flatten()(Tensor.ones(2, 3, 4)).shape)")("init()", "The layer.", "print(Flatten())") { () -> LayerValue in LayerValue(layer: Flatten()) }
    let reshape = type("Reshape", "The elements of each example in another shape; one extent may be −1.", "print(Reshape(2, 3)(Tensor.ones(4, 6)).shape)")
    reshape("init(_ extents: Int...)", "The shape of one example.", "print(Reshape(2, -1)(Tensor.ones(4, 6)).shape)") { (extents: [Int]) -> LayerValue in LayerValue(layer: Reshape(extents)) }
    let permute = type("Permute", "The axes of each example in another order, counted from 1.", "print(Permute(2, 1)(Tensor.ones(4, 2, 3)).shape)")
    permute("init(_ axes: Int...)", "The order.", "print(Permute(2, 1))") { (axes: [Int]) -> LayerValue in LayerValue(layer: Permute(axes)) }
    type("RepeatVector", "Each example so many times along a new axis.", "print(RepeatVector(3)(Tensor.ones(2, 4)).shape)")("init(_ count: Int)", "How many times.", "print(RepeatVector(3))") { (count: Int) -> LayerValue in LayerValue(layer: RepeatVector(count)) }
    type("TimeDistributed", "A layer applied to each step of a sequence.", "print(TimeDistributed(Dense(2))(Tensor.ones(2, 5, 3)).shape)")("init(_ layer: any Layer)", "The layer.", "print(TimeDistributed(Dense(2)))") { (layer: LayerArgument) -> LayerValue in LayerValue(layer: TimeDistributed(layer.layer)) }
    let activationLayer = type("Activation", "An activation function as a layer.", "print(Activation(.relu)(Tensor([-1.0, 1])))")
    activationLayer("init(_ function: ActivationFunction)", "The layer.", "print(Activation(.tanh))") { (function: ActivationFunction) -> LayerValue in LayerValue(layer: Activation(function)) }
    let prelu = type("PReLU", "max(x, 0) + a·min(x, 0) with a slope a that is learned for each channel (He et al. 2015).", "print(PReLU()(Tensor([[-1.0, 1]])))")
    prelu("init(initial: Double = 0.25, shared: Bool = false)", "The slope at first, and whether all channels share one.", "print(PReLU(initial: 0.1))") { (initial: Double, shared: Bool) -> LayerValue in LayerValue(layer: PReLU(initial: initial, shared: shared)) }
    weightProperty(prelu, "weight", "The slopes.", "let layer = PReLU()\nprint(layer(Tensor([[-1.0, 1]])), layer.weight)")
    let maxout = type("Maxout", "The greatest of several linear functions for each unit (Goodfellow et al. 2013).", "print(Maxout(4)(Tensor.ones(2, 3)).shape)")
    maxout("init(_ units: Int, pieces: Int = 2, useBias: Bool = true, \(kernelParameters))", "So many units of so many pieces.", "print(Maxout(4, pieces: 3)(Tensor.ones(2, 3)).shape)") { (units: Int, pieces: Int, useBias: Bool, kernel: Initializer, bias: Initializer, regularizer: Regularizer?, constraint: Constraint?) -> LayerValue in
        LayerValue(layer: Maxout(units, pieces: pieces, useBias: useBias, kernelInitializer: kernel, biasInitializer: bias, kernelRegularizer: regularizer, kernelConstraint: constraint))
    }
    type("Lambda", "A function as a layer.", "print(Lambda { x in x * 2 }(Tensor([1.0])))")("init(_ function: @escaping (Tensor) throws -> Tensor)", "The function.", "print(Sequential([Lambda { x in x / 255 }, Dense(2)])(Tensor.ones(1, 3)).shape)") { (function: CellClosure<Tensor, Tensor>) -> LayerValue in LayerValue(layer: Lambda { try function($0) }) }
    type("Rescaling", "x·scale + offset.", "print(Rescaling(0.5, offset: 1)(Tensor([2.0])))")("init(_ scale: Double, offset: Double = 0)", "Scale and offset.", "print(Rescaling(1.0 / 255))") { (scale: Double, offset: Double) -> LayerValue in LayerValue(layer: Rescaling(scale, offset: offset)) }
    let layerNorm = type("LayerNorm", "Normalises each example over its last axis, then scales and shifts (Ba et al. 2016).", "print(LayerNorm()(Tensor.ones(2, 3)).shape)")
    layerNorm("init(epsilon: Double = 1e-5)", "The layer.", "print(LayerNorm(epsilon: 1e-6))") { (epsilon: Double) -> LayerValue in LayerValue(layer: LayerNorm(epsilon: epsilon)) }
    let rmsNorm = type("RMSNorm", "Divides each example by the root of its mean square, then scales (Zhang and Sennrich 2019).", "print(RMSNorm()(Tensor.ones(2, 3)).shape)")
    rmsNorm("init(epsilon: Double = 1e-6)", "The layer.", "print(RMSNorm())") { (epsilon: Double) -> LayerValue in LayerValue(layer: RMSNorm(epsilon: epsilon)) }
    let batchNorm = type("BatchNorm", "Normalises each feature over the batch, then scales and shifts (Ioffe and Szegedy 2015).", "print(BatchNorm()(Tensor.ones(2, 3)).shape)")
    batchNorm("init(epsilon: Double = 1e-5, momentum: Double = 0.1)", "The layer.", "print(BatchNorm(momentum: 0.01))") { (epsilon: Double, momentum: Double) -> LayerValue in LayerValue(layer: BatchNorm(epsilon: epsilon, momentum: momentum)) }
    for (name, part) in [("runningMean", { $0.runningMean } as (BatchNorm) -> Tensor?), ("runningVariance", { $0.runningVariance })] {
        batchNorm("var \(name): Tensor { get }", "What stands for the batch's own figures in use; an error before the first call.", "let norm = BatchNorm()\nprint(norm(Tensor.ones(2, 3)).shape, norm.\(name))") { (value: LayerValue) throws -> Tensor in
            guard let tensor = part(try layer(value, as: BatchNorm.self)) else { throw TensorError.domain(operation: "BatchNorm", problem: "no '\(name)' yet: the sizes are not known", help: "call the layer once") }
            return tensor
        }
    }
    let groupNorm = type("GroupNorm", "Normalises groups of channels over each example, then scales and shifts (Wu and He 2018).", "print(GroupNorm(groups: 2)(Tensor.ones(2, 3, 3, 4)).shape)")
    groupNorm("init(groups: Int, epsilon: Double = 1e-5)", "The number of groups.", "print(GroupNorm(groups: 8))") { (groups: Int, epsilon: Double) -> LayerValue in LayerValue(layer: GroupNorm(groups: groups, epsilon: epsilon)) }
    let instanceNorm = type("InstanceNorm", "Normalises each channel over each example, then scales and shifts (Ulyanov et al. 2016).", "print(InstanceNorm()(Tensor.ones(2, 3, 3, 4)).shape)")
    instanceNorm("init(epsilon: Double = 1e-5)", "The layer.", "print(InstanceNorm())") { (epsilon: Double) -> LayerValue in LayerValue(layer: InstanceNorm(epsilon: epsilon)) }
    for binder in [layerNorm, batchNorm, groupNorm, instanceNorm] {
        let name = binder.owner
        let make = name == "GroupNorm" ? "GroupNorm(groups: 2)" : "\(name)()"
        weightProperty(binder, "weight", "The scale of each feature.", "let norm = \(make)\nprint(norm(Tensor.ones(2, 2, 2)).shape, norm.weight)")
        weightProperty(binder, "bias", "The offset of each feature.", "let norm = \(make)\nprint(norm(Tensor.ones(2, 2, 2)).shape, norm.bias)")
    }
    weightProperty(rmsNorm, "weight", "The scale of each feature.", "let norm = RMSNorm()\nprint(norm(Tensor.ones(2, 2)).shape, norm.weight)")
    let embedding = type("Embedding", "A vector for each integer.", "print(Embedding(vocabulary: 10, dimensions: 4)(Tensor([1, 2])).shape)")
    embedding("init(vocabulary: Int, dimensions: Int, initializer: Initializer = .randomUniform(min: -0.05, max: 0.05))", "A table of so many vectors.", "print(Embedding(vocabulary: 10, dimensions: 4, initializer: .randomNormal(std: 0.02)))") { (vocabulary: Int, dimensions: Int, initializer: Initializer) -> LayerValue in LayerValue(layer: Embedding(vocabulary: vocabulary, dimensions: dimensions, initializer: initializer)) }
    weightProperty(embedding, "weight", "The table, [vocabulary, dimensions].", "let table = Embedding(vocabulary: 3, dimensions: 2)\nprint(table(Tensor([0])).shape, table.weight.shape)")
}
