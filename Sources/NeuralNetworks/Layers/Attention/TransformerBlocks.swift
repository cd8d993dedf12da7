public import Tensors

/// A block of a Transformer's encoder: attention of the sequence to itself, then two dense layers,
/// each with a normalisation and a path round it (Vaswani et al. 2017).
///
///     TransformerEncoderBlock(heads: 4, feedForward: 512)
///     TransformerEncoderBlock(heads: 4, feedForward: 512, causal: true)     // GPT's blocks
///
/// Sequences `[batch, steps, dimensions]` keep their shape. With `normFirst` the normalisation comes
/// before each part (Xiong et al. 2020), else after the sum, as in the original.
public final class TransformerEncoderBlock: BuiltInLayer, @unchecked Sendable {
    public let heads: Int
    public let feedForward: Int
    public let activation: ActivationFunction
    public let dropout: Double
    public let causal: Bool
    public let normFirst: Bool
    @exclusivity(unchecked) public private(set) var attention: MultiHeadAttention?
    private let norm1 = LayerNorm()
    private let norm2 = LayerNorm()
    private let hidden: Dense
    @exclusivity(unchecked) private var output: Dense?
    private let drop: Dropout

    public init(
        heads: Int, feedForward: Int, activation: ActivationFunction = .gelu, dropout: Double = 0,
        causal: Bool = false, normFirst: Bool = true
    ) {
        self.heads = heads
        self.feedForward = feedForward
        self.activation = activation
        self.dropout = dropout
        self.causal = causal
        self.normFirst = normFirst
        hidden = Dense(feedForward, activation: activation)
        drop = Dropout(dropout)
        super.init()
        isBuilt = false
    }

    override func build(_ input: Shape) throws {
        guard input.count == 3, let dimensions = input.last else {
            throw inputError("sequences [batch, steps, dimensions]", input)
        }
        attention = MultiHeadAttention(
            heads: heads, dimensions: dimensions, causal: causal, dropout: dropout)
        output = Dense(dimensions)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        try attend(x, mask: nil, wantsWeights: false).output
    }

    /// The output where a mask, true where something is seen, hides places.
    public func callAsFunction(_ x: Tensor, mask: Tensor) -> Tensor {
        orFail { try attend(x, mask: mask, wantsWeights: false).output }
    }

    /// The output, and how much each step looked at each other: `[batch, heads, steps, steps]`.
    public func withWeights(_ x: Tensor, mask: Tensor? = nil) -> (output: Tensor, weights: Tensor) {
        orFail {
            let result = try attend(x, mask: mask, wantsWeights: true)
            return (result.output, result.weights ?? result.output)
        }
    }

    package func attend(
        _ x: Tensor, mask: Tensor?, wantsWeights: Bool
    ) throws -> (output: Tensor, weights: Tensor?) {
        try prepare(x.shape)
        guard let attention, let output else { return (x, nil) }
        let seen = try attention.attend(
            normFirst ? norm1.call(x) : x, context: nil, mask: mask, wantsWeights: wantsWeights)
        var sum = try Checked.add(x, drop.call(seen.output))
        if !normFirst { sum = try norm1.call(sum) }
        let inner = try output.call(drop.call(hidden.call(normFirst ? norm2.call(sum) : sum)))
        var result = try Checked.add(sum, drop.call(inner))
        if !normFirst { result = try norm2.call(result) }
        return (result, seen.weights)
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        guard let attention, let output else { return [] }
        return [
            ("attention", .layer(attention)), ("norm1", .layer(norm1)),
            ("hidden", .layer(hidden)), ("output", .layer(output)), ("norm2", .layer(norm2)),
        ]
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["norm1.weight"].flatMap { $0.count == 1 ? [1, 1, $0[0]] : nil }
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName,
            [
                "heads": .int(heads), "feedForward": .int(feedForward),
                "activation": .text(activation.name), "dropout": .real(dropout),
                "causal": .bool(causal), "normFirst": .bool(normFirst),
            ])
    }
}

/// A block of a Transformer's decoder: causal attention to itself, attention to the encoder's
/// output, then two dense layers, each with a normalisation and a path round it.
///
///     let block = TransformerDecoderBlock(heads: 4, feedForward: 512)
///     block(target, context: encoded)
public final class TransformerDecoderBlock: BuiltInLayer, @unchecked Sendable {
    public let heads: Int
    public let feedForward: Int
    public let activation: ActivationFunction
    public let dropout: Double
    public let normFirst: Bool
    @exclusivity(unchecked) private var selfAttention: MultiHeadAttention?
    @exclusivity(unchecked) private var crossAttention: MultiHeadAttention?
    private let norm1 = LayerNorm()
    private let norm2 = LayerNorm()
    private let norm3 = LayerNorm()
    private let hidden: Dense
    @exclusivity(unchecked) private var output: Dense?
    private let drop: Dropout

    public init(
        heads: Int, feedForward: Int, activation: ActivationFunction = .gelu, dropout: Double = 0,
        normFirst: Bool = true
    ) {
        self.heads = heads
        self.feedForward = feedForward
        self.activation = activation
        self.dropout = dropout
        self.normFirst = normFirst
        hidden = Dense(feedForward, activation: activation)
        drop = Dropout(dropout)
        super.init()
        isBuilt = false
    }

    override func build(_ input: Shape) throws {
        guard input.count == 3, let dimensions = input.last else {
            throw inputError("sequences [batch, steps, dimensions]", input)
        }
        selfAttention = MultiHeadAttention(
            heads: heads, dimensions: dimensions, causal: true, dropout: dropout)
        crossAttention = MultiHeadAttention(heads: heads, dimensions: dimensions, dropout: dropout)
        output = Dense(dimensions)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        throw TensorError.domain(
            operation: kindName, problem: "the block needs what it decodes",
            help: "call it as 'block(x, context: encoded)'")
    }

    /// The output for a target that looks at a context; `mask` is true where the context is seen.
    public func callAsFunction(_ x: Tensor, context: Tensor, mask: Tensor? = nil) -> Tensor {
        orFail { try decode(x, context: context, mask: mask, wantsWeights: false).output }
    }

    /// The output, and how much each step looked at each place of the context.
    public func withWeights(
        _ x: Tensor, context: Tensor, mask: Tensor? = nil
    ) -> (output: Tensor, weights: Tensor) {
        orFail {
            let result = try decode(x, context: context, mask: mask, wantsWeights: true)
            return (result.output, result.weights ?? result.output)
        }
    }

    package func decode(
        _ x: Tensor, context: Tensor, mask: Tensor?, wantsWeights: Bool
    ) throws -> (output: Tensor, weights: Tensor?) {
        try prepare(x.shape)
        guard let selfAttention, let crossAttention, let output else { return (x, nil) }
        func before(_ norm: LayerNorm, _ x: Tensor) throws -> Tensor {
            try normFirst ? norm.call(x) : x
        }
        func after(_ norm: LayerNorm, _ x: Tensor) throws -> Tensor {
            try normFirst ? x : norm.call(x)
        }
        let own = try selfAttention.call(before(norm1, x))
        var sum = try after(norm1, Checked.add(x, drop.call(own)))
        let seen = try crossAttention.attend(
            before(norm2, sum), context: context, mask: mask, wantsWeights: wantsWeights)
        sum = try after(norm2, Checked.add(sum, drop.call(seen.output)))
        let inner = try output.call(drop.call(hidden.call(before(norm3, sum))))
        let result = try after(norm3, Checked.add(sum, drop.call(inner)))
        if outputShape == nil { outputShape = result.shape }
        return (result, seen.weights)
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        guard let selfAttention, let crossAttention, let output else { return [] }
        return [
            ("selfAttention", .layer(selfAttention)), ("norm1", .layer(norm1)),
            ("crossAttention", .layer(crossAttention)), ("norm2", .layer(norm2)),
            ("hidden", .layer(hidden)), ("output", .layer(output)), ("norm3", .layer(norm3)),
        ]
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["norm1.weight"].flatMap { $0.count == 1 ? [1, 1, $0[0]] : nil }
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName,
            [
                "heads": .int(heads), "feedForward": .int(feedForward),
                "activation": .text(activation.name), "dropout": .real(dropout),
                "normFirst": .bool(normFirst),
            ])
    }
}
