internal import CKernels

/// Which elements are brought to mean 0 and variance 1 together.
enum NormalizationSets: Sendable, Equatable {
    /// Each row of the trailing axes, `width` elements; `centred` false leaves the mean (RMS).
    case rows(width: Int, centred: Bool)
    /// Each channel (the last axis) over all other axes.
    case channels
    /// Each item's group of channels over all positions, [batch, …, channels].
    case groups(Int)

    /// The view in which the sets are whole axes, and which axes these are.
    func view(_ shape: Shape) -> (shape: Shape, axes: Int) {
        let count = shape.product
        let channels = shape.last ?? 1
        switch self {
        case .rows(let width, _):
            return (Shape(width == 0 ? 0 : count / width, width), 0b10)
        case .channels:
            return (Shape(channels == 0 ? 0 : count / channels, channels), 0b01)
        case .groups(let groups):
            let batch = shape[0]
            let positions = batch * channels == 0 ? 0 : count / (batch * channels)
            return (Shape(batch, positions, groups, channels / groups), 0b1010)
        }
    }

    /// The scale's and the shift's shape over the view.
    func parameters(_ view: Shape) -> Shape {
        switch self {
        case .rows, .channels: Shape(view[1])
        case .groups: Shape(view[2], view[3])
        }
    }

    var isCentred: Bool {
        if case .rows(_, let centred) = self { return centred }
        return true
    }
}

// Normalisations: y = (x − mean)/√(variance + ε)·weight + bias.
extension Operations {
    /// attributes: i0 the width of a row, i1 1 to leave the mean, p0 ε; inputs x, weight, bias.
    package static let layerNorm: Operation = normalization(
        "layerNorm", "(x − μ)/√(σ² + ε)·weight + bias over the trailing axes (PyTorch)",
        samples: [
            Operation.Sample([2, 3, 4], [4], [4], attributes: Attributes(i0: 4, p0: 1e-5)),
            Operation.Sample([3, 4], [4], [4], attributes: Attributes(i0: 4, i1: 1, p0: 1e-3)),
        ]
    ) { .rows(width: $0.i0, centred: $0.i1 == 0) }

    /// attributes: p0 ε, i1 1 for max(·, 0) on top; inputs x, weight, bias.
    package static let batchNorm: Operation = normalization(
        "batchNorm", "(x − μ)/√(σ² + ε)·weight + bias for each channel over the batch (PyTorch)",
        samples: [
            Operation.Sample([5, 3], [3], [3], attributes: Attributes(p0: 1e-5)),
            Operation.Sample([2, 2, 2, 3], [3], [3], attributes: Attributes(i1: 1, p0: 1e-3)),
        ]
    ) { _ in .channels }

    /// attributes: i0 groups, p0 ε; inputs x, weight, bias.
    package static let groupNorm: Operation = normalization(
        "groupNorm", "(x − μ)/√(σ² + ε)·weight + bias for each item's group of channels (PyTorch)",
        samples: [
            Operation.Sample([2, 2, 3, 4], [4], [4], attributes: Attributes(i0: 2, p0: 1e-5)),
            Operation.Sample([2, 5, 3], [3], [3], attributes: Attributes(i0: 3, p0: 1e-3)),
        ]
    ) { .groups($0.i0) }

    private static func normalization(
        _ name: String, _ summary: String, samples: [Operation.Sample],
        _ sets: @escaping @Sendable (Attributes) -> NormalizationSets
    ) -> Operation {
        Operation(
            name, summary, saves: [.inputs, .output], samples: samples,
            run: { (x, a) throws(TensorError) in
                let sets = sets(a)
                return try Checked.normalized(
                    x[0], x.count > 1 ? x[1] : nil, x.count > 2 ? x[2] : nil, sets,
                    epsilon: a.p0, relu: sets == .channels && a.i1 != 0)
            },
            gradient: { (c) throws(TensorError) in
                let sets = sets(c.attributes)
                try Operations.normalizationGradient(
                    &c, sets, relu: sets == .channels && c.attributes.i1 != 0)
            })
    }

    /// In operations that are recorded: the statistics are taken again, as functions of x.
    private static func normalizationGradient(
        _ c: inout Backward, _ sets: NormalizationSets, relu: Bool
    ) throws(TensorError) {
        if !c.isRecorded { return try NormalizationKernels.gradient(&c, sets, relu: relu) }
        let shape = c[0].shape
        let (view, axes) = sets.view(shape)
        let parameters = sets.parameters(view)
        let x = try Checked.reshaped(c[0], view)
        var upstream = c.upstream
        if relu {
            let positive = try Checked.compare(.greater, c.output, .integer(0))
            upstream = try Checked.where(positive, upstream, .integer(0))
        }
        let g = try Checked.reshaped(upstream, view)
        var centred = x
        if sets.isCentred {
            centred = try Checked.subtract(
                x, Operations.mean.apply(x, axes: axes, keepDims: true))
        }
        let variance = try Operations.mean.apply(
            Checked.square(centred), axes: axes, keepDims: true)
        let deviation = try Checked.rsqrt(Checked.add(variance, .real(c.attributes.p0)))
        let normal = try Checked.multiply(centred, deviation)
        if c.needs(0) {
            var slope = g
            if c.has(1) {
                slope = try Checked.multiply(g, Checked.reshaped(c[1], parameters))
            }
            let along = try Operations.mean.apply(
                Checked.multiply(slope, normal), axes: axes, keepDims: true)
            var share = try Checked.subtract(slope, Checked.multiply(normal, along))
            if sets.isCentred {
                share = try Checked.subtract(
                    share, Operations.mean.apply(slope, axes: axes, keepDims: true))
            }
            try c.give(0, try Checked.reshaped(Checked.multiply(share, deviation), shape))
        }
        if c.needs(1) {
            let total = try Checked.sum(Checked.multiply(g, normal), to: parameters)
            let shape = c[1].shape
            try c.give(1, try Checked.reshaped(total, shape))
        }
        if c.needs(2) {
            let shape = c[2].shape
            try c.give(2, try Checked.reshaped(Checked.sum(g, to: parameters), shape))
        }
    }
}

extension Checked {
    /// The normalisation of floating-point x; what was checked already is taken as it is.
    static func normalized(
        _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ sets: NormalizationSets,
        epsilon: Double, relu: Bool = false, running: RunningStatistics? = nil
    ) throws(TensorError) -> Tensor {
        let forward = try NormalizationKernels.forward(
            x, weight, bias, sets, epsilon, relu: relu, running)
        var attributes = Attributes(p0: epsilon, second: forward.statistics)
        let operation: Operation
        switch sets {
        case .rows(let width, let centred):
            attributes.i0 = width
            attributes.i1 = centred ? 0 : 1
            operation = Operations.layerNorm
        case .channels:
            attributes.i1 = relu ? 1 : 0
            operation = Operations.batchNorm
        case .groups(let groups):
            attributes.i0 = groups
            operation = Operations.groupNorm
        }
        operation.record(x, weight, bias, forward.result, attributes)
        return Tensor(forward.result)
    }

    /// Over the last axis, or over the trailing axes of the weight's shape.
    package static func layerNorm(
        _ x: Tensor, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
    ) throws(TensorError) -> Tensor {
        try rowsNormalized("layerNorm", x, weight, bias, epsilon, centred: true)
    }

    /// x/√(mean(x²) + ε)·weight over the last axis.
    package static func rmsNorm(
        _ x: Tensor, weight: Tensor? = nil, epsilon: Double = 1e-5
    ) throws(TensorError) -> Tensor {
        try rowsNormalized("rmsNorm", x, weight, nil, epsilon, centred: false)
    }

    private static func rowsNormalized(
        _ name: String, _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ epsilon: Double,
        centred: Bool
    ) throws(TensorError) -> Tensor {
        guard x.rank >= 1 else {
            throw .shape(
                operation: name, expected: "features along the last axis", given: x.shape,
                help: nil)
        }
        let axes = Swift.max(weight?.rank ?? bias?.rank ?? 1, 1)
        var features = Shape()
        for axis in Swift.max(0, x.rank - axes)..<x.rank { features.append(x.shape[axis]) }
        let arguments = try NormalizationArguments(name, x, weight, bias, features, epsilon)
        return try normalized(
            arguments.x, arguments.weight, arguments.bias,
            .rows(width: features.product, centred: centred), epsilon: epsilon)
    }

    /// Each channel over all other axes, by the batch's own statistics; `running` moves towards
    /// them.
    package static func batchNorm(
        _ x: Tensor, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5,
        relu: Bool = false, running: RunningStatistics? = nil
    ) throws(TensorError) -> Tensor {
        guard x.rank >= 2 else {
            throw .shape(
                operation: "batchNorm", expected: "a batch with channels along the last axis",
                given: x.shape, help: nil)
        }
        let channels = x.shape[x.rank - 1]
        let arguments = try NormalizationArguments(
            "batchNorm", x, weight, bias, Shape(channels), epsilon)
        return try normalized(
            arguments.x, arguments.weight, arguments.bias, .channels, epsilon: epsilon,
            relu: relu, running: running)
    }

    /// Each channel by statistics that are given, as in inference.
    package static func batchNorm(
        _ x: Tensor, mean: Tensor, variance: Tensor, weight: Tensor? = nil, bias: Tensor? = nil,
        epsilon: Double = 1e-5, relu: Bool = false
    ) throws(TensorError) -> Tensor {
        guard x.rank >= 1 else {
            throw .shape(
                operation: "batchNorm", expected: "channels along the last axis",
                given: x.shape, help: nil)
        }
        let channels = Shape(x.shape[x.rank - 1])
        let arguments = try NormalizationArguments(
            "batchNorm", x, weight, bias, channels, epsilon)
        for given in [mean, variance] where given.shape != channels {
            throw .shape(
                operation: "batchNorm", expected: "statistics of shape \(channels)",
                given: given.shape, help: nil)
        }
        let tape = Tape.current
        let isRecorded = [arguments.x, mean, variance, arguments.weight, arguments.bias].contains {
            $0.map(tape.isTracking) ?? false
        }
        if !isRecorded {
            return try NormalizationKernels.inference(
                arguments.x, mean, variance, arguments.weight, arguments.bias, epsilon,
                relu: relu)
        }
        var scale = try rsqrt(add(asType(variance, arguments.x.dtype), .real(epsilon)))
        if let weight = arguments.weight { scale = try multiply(scale, weight) }
        var shift = try negate(multiply(asType(mean, arguments.x.dtype), scale))
        if let bias = arguments.bias { shift = try add(shift, bias) }
        let y = try add(multiply(arguments.x, scale), shift)
        return relu ? try self.relu(y) : y
    }

    /// Each item's groups of channels over all positions.
    package static func groupNorm(
        _ x: Tensor, groups: Int, weight: Tensor? = nil, bias: Tensor? = nil,
        epsilon: Double = 1e-5
    ) throws(TensorError) -> Tensor {
        try groupsNormalized("groupNorm", x, groups, weight, bias, epsilon)
    }

    /// Each item's channels over all positions.
    package static func instanceNorm(
        _ x: Tensor, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
    ) throws(TensorError) -> Tensor {
        try groupsNormalized("instanceNorm", x, nil, weight, bias, epsilon)
    }

    private static func groupsNormalized(
        _ name: String, _ x: Tensor, _ groups: Int?, _ weight: Tensor?, _ bias: Tensor?,
        _ epsilon: Double
    ) throws(TensorError) -> Tensor {
        guard x.rank >= 2 else {
            throw .shape(
                operation: name, expected: "a batch with channels along the last axis",
                given: x.shape, help: nil)
        }
        let channels = x.shape[x.rank - 1]
        let count = groups ?? Swift.max(channels, 1)
        guard count >= 1, channels % count == 0 else {
            throw .domain(
                operation: name, problem: "\(count) groups do not divide \(channels) channels",
                help: nil)
        }
        let arguments = try NormalizationArguments(
            name, x, weight, bias, Shape(channels), epsilon)
        return try normalized(
            arguments.x, arguments.weight, arguments.bias, .groups(count), epsilon: epsilon)
    }
}

/// The mean and variance that inference uses, moved a step towards each batch's in training.
package final class RunningStatistics {
    package var mean: Tensor
    package var variance: Tensor
    /// How far they move: new = (1 − momentum)·old + momentum·batch's.
    package let momentum: Double

    package init(mean: Tensor, variance: Tensor, momentum: Double) {
        self.mean = mean
        self.variance = variance
        self.momentum = momentum
    }
}

/// Arguments of a normalisation that fit each other.
struct NormalizationArguments {
    let x: Tensor
    let weight: Tensor?
    let bias: Tensor?

    init(
        _ name: String, _ x: Tensor, _ weight: Tensor?, _ bias: Tensor?, _ features: Shape,
        _ epsilon: Double
    ) throws(TensorError) {
        guard epsilon >= 0 else {
            throw .domain(
                operation: name, problem: "the epsilon \(epsilon) is negative", help: nil)
        }
        for (given, what) in [(weight, "weight"), (bias, "bias")] {
            guard let given else { continue }
            guard given.shape == features else {
                throw .shape(
                    operation: name, expected: "a \(what) of shape \(features) for x of shape "
                        + "\(x.shape)", given: given.shape, help: nil)
            }
        }
        var type = x.dtype.floating
        if let weight { type = DType.promoted(type, weight.dtype) }
        if let bias { type = DType.promoted(type, bias.dtype) }
        self.x = try Checked.asType(x, type)
        self.weight = try weight.map { (w) throws(TensorError) in try Checked.asType(w, type) }
        self.bias = try bias.map { (b) throws(TensorError) in try Checked.asType(b, type) }
    }
}
