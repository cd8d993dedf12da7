public import Tensors

/// Attention of several heads: softmax(Q·Kᵀ/√d)·V for each (Vaswani et al. 2017; PyTorch's
/// `MultiheadAttention`).
///
///     let attention = MultiHeadAttention(heads: 4, dimensions: 128)
///     attention(x)                          // of a sequence to itself
///     attention(x, context: y)              // of x to y
///     attention(x, mask: mask)              // where the mask is false nothing is seen
///
/// Sequences `[batch, steps, features]`; `dimensions` is the size of all heads together and of the
/// output. Masks are truth values `[steps, steps]`, `[batch, steps, steps]` or `[batch, heads, steps,
/// steps]`, rows for the queries. Parameters are `query.weight`, `key.weight`, `value.weight`,
/// `output.weight` and their biases.
public final class MultiHeadAttention: BuiltInLayer, @unchecked Sendable {
    public let heads: Int
    public let dimensions: Int
    /// Whether a step sees only itself and what came before.
    public let causal: Bool
    public let dropout: Double
    public let useBias: Bool
    public let query: Dense
    public let key: Dense
    public let value: Dense
    public let output: Dense

    public init(
        heads: Int, dimensions: Int, causal: Bool = false, dropout: Double = 0,
        useBias: Bool = true
    ) {
        self.heads = heads
        self.dimensions = dimensions
        self.causal = causal
        self.dropout = dropout
        self.useBias = useBias
        query = Dense(dimensions, useBias: useBias)
        key = Dense(dimensions, useBias: useBias)
        value = Dense(dimensions, useBias: useBias)
        output = Dense(dimensions, useBias: useBias)
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        try attend(x, context: nil, mask: nil, wantsWeights: false).output
    }

    /// The output for queries that look at a context, or at themselves.
    public func callAsFunction(_ x: Tensor, context: Tensor? = nil, mask: Tensor?) -> Tensor {
        orFail { try attend(x, context: context, mask: mask, wantsWeights: false).output }
    }

    /// The output for queries that look at a context.
    public func callAsFunction(_ x: Tensor, context: Tensor) -> Tensor {
        orFail { try attend(x, context: context, mask: nil, wantsWeights: false).output }
    }

    /// The output, and how much each query looked at each place: `[batch, heads, steps, steps]`.
    public func withWeights(
        _ x: Tensor, context: Tensor? = nil, mask: Tensor? = nil
    ) -> (output: Tensor, weights: Tensor) {
        orFail {
            let result = try attend(x, context: context, mask: mask, wantsWeights: true)
            return (result.output, result.weights ?? result.output)
        }
    }

    /// [batch, steps, heads · size] as [batch, heads, steps, size].
    private func split(_ x: Tensor) throws -> Tensor {
        let shape = x.shape
        let parts = try Checked.reshaped(x, [shape[0], shape[1], heads, dimensions / heads])
        return try Checked.transposed(parts, [0, 2, 1, 3])
    }

    package func attend(
        _ x: Tensor, context: Tensor?, mask: Tensor?, wantsWeights: Bool
    ) throws -> (output: Tensor, weights: Tensor?) {
        try check("heads", heads)
        guard dimensions > 0, dimensions % heads == 0 else {
            throw TensorError.domain(
                operation: kindName,
                problem: "\(heads) heads do not divide \(dimensions) dimensions", help: nil)
        }
        let context = context ?? x
        for tensor in [x, context] where tensor.rank != 3 || tensor.shape[0] != x.shape[0] {
            throw inputError("sequences [batch, steps, features] of one batch", tensor.shape)
        }
        let (q, k, v) = (
            try split(query.call(x)), try split(key.call(context)), try split(value.call(context))
        )
        // The weights are made only where somebody asks for them or a part of them is dropped.
        let drops = dropout > 0 && LearningPhase.current == .training
        if !wantsWeights, !drops {
            let shape = Shape([x.shape[0], heads, x.shape[1], context.shape[1]])
            let mixed = try Checked.scaledDotProductAttention(
                q, k, v, mask: mask.map { try AttentionMask.fitted($0, to: shape) },
                causal: causal)
            return (try joined(mixed, x.shape), nil)
        }
        let scale = 1 / Double(dimensions / heads).squareRoot()
        var scores = try Checked.multiply(
            Checked.matmul(q, Checked.swappedAxes(k, -1, -2)), .real(scale))
        if causal {
            scores = try AttentionMask.hidden(
                scores, AttentionMask.causal(scores.shape[2], scores.shape[3]))
        }
        if let mask {
            scores = try AttentionMask.hidden(scores, AttentionMask.fitted(mask, to: scores.shape))
        }
        let weights = try Checked.softmax(scores, axis: -1)
        var used = weights
        if drops { used = try Checked.dropout(used, rate: dropout) }
        return (try joined(Checked.matmul(used, v), x.shape), wantsWeights ? weights : nil)
    }

    /// The heads' mixtures [batch, heads, steps, size] as one, and what the last layer makes of it.
    private func joined(_ mixed: Tensor, _ shape: Shape) throws -> Tensor {
        let together = try Checked.transposed(mixed, [0, 2, 1, 3])
        let result = try output.call(
            Checked.reshaped(together, [shape[0], shape[1], dimensions]))
        if outputShape == nil { outputShape = result.shape }
        return result
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        [
            ("query", .layer(query)), ("key", .layer(key)), ("value", .layer(value)),
            ("output", .layer(output)),
        ]
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName,
            [
                "heads": .int(heads), "dimensions": .int(dimensions), "causal": .bool(causal),
                "dropout": .real(dropout), "useBias": .bool(useBias),
            ])
    }
}

/// Masks of attention: true where something is seen.
package enum AttentionMask {
    /// Each query sees its own place and those before.
    package static func causal(_ queries: Int, _ keys: Int) throws(TensorError) -> Tensor {
        try Tensor.filled([queries, keys], as: Bool.self) { out in
            for row in 0..<queries {
                for column in 0..<keys {
                    out[row * keys + column] = column <= row + keys - queries
                }
            }
        }
    }

    /// A mask with the axes of scores [batch, heads, queries, keys].
    static func fitted(_ mask: Tensor, to scores: Shape) throws(TensorError) -> Tensor {
        let truth = mask.dtype == .bool ? mask : try Checked.compare(.notEqual, mask, .integer(0))
        let extents = Array(mask.shape)
        let (batch, queries, keys) = (scores[0], scores[2], scores[3])
        switch extents.count {
        case 2 where extents == [queries, keys]:
            return try Checked.reshaped(truth, [1, 1, queries, keys])
        // Places that count for each example, for all its queries.
        case 2 where extents == [batch, keys]:
            return try Checked.reshaped(truth, [batch, 1, 1, keys])
        case 3 where extents[1...] == [queries, keys] && (extents[0] == batch || extents[0] == 1):
            return try Checked.reshaped(truth, [extents[0], 1, queries, keys])
        case 4 where zip(extents, scores).allSatisfy({ $0 == $1 || $0 == 1 }): return truth
        default:
            throw .shape(
                operation: "MultiHeadAttention",
                expected: "a mask [\(queries), \(keys)], [\(batch), \(queries), \(keys)] or "
                    + "[\(batch), \(keys)]", given: mask.shape, help: nil)
        }
    }

    /// Scores that softmax makes 0 where the mask is false.
    static func hidden(_ scores: Tensor, _ mask: Tensor) throws(TensorError) -> Tensor {
        try Checked.where(mask, scores, .real(-1e9))
    }
}

/// The mask under which each step sees itself and what came before, `[steps, steps]`.
public func causalMask(_ steps: Int) -> Tensor {
    orEnd { () throws(TensorError) in try AttentionMask.causal(steps, steps) }
}
