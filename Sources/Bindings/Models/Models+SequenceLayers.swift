internal import Language
internal import NeuralNetworks
internal import Tensors

extension BidirectionalMerge: CellObject {}

/// Recurrence, attention and what stands around them.
func declareSequenceLayers(_ table: DeclarationTable) {
    func type(_ name: String, _ documentation: String, _ example: String) -> Binder { layerType(table, name, documentation, example) }
    let free = Binder(table)
    let sequence = "Tensor.ones(2, 5, 3)"
    for (name, words, make) in [
        ("SimpleRNN", "h ← tanh(x·W + h·U + b) along sequences [batch, steps, features] (Elman 1990).", { SimpleRNN($0, returnSequences: $1, goBackwards: $2, dropout: $3) } as (Int, Bool, Bool, Double) -> RecurrentLayer),
        ("LSTM", "Long short-term memory along sequences [batch, steps, features] (Hochreiter and Schmidhuber 1997). The gates' order is input, forget, cell, output.", { LSTM($0, returnSequences: $1, goBackwards: $2, dropout: $3) }),
        ("GRU", "The gated recurrent unit along sequences [batch, steps, features] (Cho et al. 2014). The gates' order is reset, update, candidate.", { GRU($0, returnSequences: $1, goBackwards: $2, dropout: $3) }),
    ] {
        let binder = type(name, words, "print(\(name)(4)(\(sequence)).shape)")
        binder("init(_ units: Int, returnSequences: Bool = false, goBackwards: Bool = false, dropout: Double = 0)", "The last state [batch, units] comes out, or with `returnSequences` all of them [batch, steps, units].", "print(\(name)(4, returnSequences: true)(\(sequence)).shape)") { (units: Int, all: Bool, backwards: Bool, dropout: Double) -> LayerValue in LayerValue(layer: make(units, all, backwards, dropout)) }
        binder("func run(_ x: Tensor, state: [Tensor]? = nil) -> (output: Tensor, state: [Tensor])", "The output and the last state, from a state to begin with: for reading on, and for sequence to sequence.", "let layer = \(name)(4)\nlet (first, state) = layer.run(\(sequence))\nprint(layer.run(\(sequence), state: state).output.shape, first.shape)") { (value: LayerValue, x: Tensor, state: [Tensor]?) throws -> (Tensor, [Tensor]) in
            let recurrent = try layer(value, as: RecurrentLayer.self)
            try recurrent.prepare(x.shape)
            let result = try recurrent.run(x, state: state)
            return (result.output, result.state)
        }
        for parameter in ["inputWeight", "recurrentWeight", "bias"] {
            weightProperty(binder, parameter, "One of the layer's parameters; an error before the first call.", "let layer = \(name)(4)\nprint(layer(\(sequence)).shape, layer.\(parameter).shape)")
        }
    }
    let merge = Binder.type(table, BidirectionalMerge.self, "enum BidirectionalMerge", "How the two directions become one.", "print(Bidirectional(GRU(4), merge: .sum)(\(sequence)).shape)", describe: { $0.rawValue }, equal: { $0 == $1 })
    for value in BidirectionalMerge.allCases {
        merge("static var \(value.rawValue): BidirectionalMerge { get }", value == .concatenated ? "One after the other." : "Their \(value.rawValue).", "print(Bidirectional(GRU(4), merge: .\(value.rawValue))(\(sequence)).shape)") { () -> BidirectionalMerge in value }
    }
    let bidirectional = type("Bidirectional", "A recurrent layer and its mirror image, which reads from the end.", "print(Bidirectional(LSTM(4))(\(sequence)).shape)")
    bidirectional("init(_ layer: any Layer, merge: BidirectionalMerge = .concatenated)", "A recurrent layer, and how the two directions become one.", "print(Bidirectional(LSTM(4, returnSequences: true))(\(sequence)).shape)") { (argument: LayerArgument, merge: BidirectionalMerge) throws -> LayerValue in
        guard let recurrent = argument.layer as? RecurrentLayer else {
            throw TensorError.domain(operation: "Bidirectional", problem: "'\(argument.layer.kindName)' is no recurrent layer", help: "give it a SimpleRNN, LSTM or GRU")
        }
        return LayerValue(layer: Bidirectional(recurrent, merge: merge))
    }

    let attention = type("MultiHeadAttention", "Attention of several heads: softmax(Q·Kᵀ/√d)·V for each (Vaswani et al. 2017). Masks are true where something is seen.", "print(MultiHeadAttention(heads: 2, dimensions: 4)(Tensor.ones(1, 5, 4)).shape)")
    attention("init(heads: Int, dimensions: Int, causal: Bool = false, dropout: Double = 0, useBias: Bool = true)", "`dimensions` is the size of all heads together and of the output.", "print(MultiHeadAttention(heads: 2, dimensions: 4, causal: true)(Tensor.ones(1, 5, 4)).shape)") { (heads: Int, dimensions: Int, causal: Bool, dropout: Double, bias: Bool) -> LayerValue in LayerValue(layer: MultiHeadAttention(heads: heads, dimensions: dimensions, causal: causal, dropout: dropout, useBias: bias)) }
    let four = "let attention = MultiHeadAttention(heads: 2, dimensions: 4)\nlet x = Tensor.ones(1, 5, 4)\n"
    attention("func callAsFunction(_ x: Tensor, context: Tensor? = nil, mask: Tensor? = nil) -> Tensor", "The output for queries that look at a context, or at themselves.", four + "print(attention(x, context: Tensor.ones(1, 7, 4)).shape, attention(x, mask: causalMask(5)).shape)") { (value: LayerValue, x: Tensor, context: Tensor?, mask: Tensor?) throws -> Tensor in try layer(value, as: MultiHeadAttention.self).attend(x, context: context, mask: mask, wantsWeights: false).output }
    attention("func withWeights(_ x: Tensor, context: Tensor? = nil, mask: Tensor? = nil) -> (output: Tensor, weights: Tensor)", "The output, and how much each query looked at each place: [batch, heads, steps, steps].", four + "print(attention.withWeights(x).weights.shape)") { (value: LayerValue, x: Tensor, context: Tensor?, mask: Tensor?) throws -> (Tensor, Tensor) in
        let result = try layer(value, as: MultiHeadAttention.self).attend(x, context: context, mask: mask, wantsWeights: true)
        return (result.output, result.weights ?? result.output)
    }
    free("func causalMask(_ steps: Int) -> Tensor", "The mask under which each step sees itself and what came before.", "print(causalMask(3))") { (steps: Int) throws -> Tensor in
        guard steps >= 0 else { throw TensorError.extent(steps, shape: [steps, steps]) }
        return try AttentionMask.causal(steps, steps)
    }
    let encoder = type("TransformerEncoderBlock", "Attention of a sequence to itself, then two dense layers, each with a normalisation and a path round it (Vaswani et al. 2017).", "print(TransformerEncoderBlock(heads: 2, feedForward: 8)(Tensor.ones(1, 5, 4)).shape)")
    encoder("init(heads: Int, feedForward: Int, activation: ActivationFunction = .gelu, dropout: Double = 0, causal: Bool = false, normFirst: Bool = true)", "With `normFirst` the normalisation comes before each part, else after the sum.", "print(TransformerEncoderBlock(heads: 2, feedForward: 8, causal: true)(Tensor.ones(1, 5, 4)).shape)") { (heads: Int, hidden: Int, activation: ActivationFunction, dropout: Double, causal: Bool, first: Bool) -> LayerValue in LayerValue(layer: TransformerEncoderBlock(heads: heads, feedForward: hidden, activation: activation, dropout: dropout, causal: causal, normFirst: first)) }
    let block = "let block = TransformerEncoderBlock(heads: 2, feedForward: 8)\nlet x = Tensor.ones(1, 5, 4)\n"
    encoder("func callAsFunction(_ x: Tensor, mask: Tensor?) -> Tensor", "The output where a mask, true where something is seen, hides places.", block + "print(block(x, mask: causalMask(5)).shape)") { (value: LayerValue, x: Tensor, mask: Tensor?) throws -> Tensor in try layer(value, as: TransformerEncoderBlock.self).attend(x, mask: mask, wantsWeights: false).output }
    encoder("func withWeights(_ x: Tensor, mask: Tensor? = nil) -> (output: Tensor, weights: Tensor)", "The output, and how much each step looked at each other.", block + "print(block.withWeights(x).weights.shape)") { (value: LayerValue, x: Tensor, mask: Tensor?) throws -> (Tensor, Tensor) in
        let result = try layer(value, as: TransformerEncoderBlock.self).attend(x, mask: mask, wantsWeights: true)
        return (result.output, result.weights ?? result.output)
    }
    let decode = "let block = TransformerDecoderBlock(heads: 2, feedForward: 8)\nlet (x, seen) = (Tensor.ones(1, 5, 4), Tensor.ones(1, 7, 4))\n"
    let decoder = type("TransformerDecoderBlock", "Causal attention to itself, attention to the encoder's output, then two dense layers.", decode + "print(block(x, context: seen).shape)")
    decoder("init(heads: Int, feedForward: Int, activation: ActivationFunction = .gelu, dropout: Double = 0, normFirst: Bool = true)", "With `normFirst` the normalisation comes before each part, else after the sum.", "print(TransformerDecoderBlock(heads: 2, feedForward: 8))") { (heads: Int, hidden: Int, activation: ActivationFunction, dropout: Double, first: Bool) -> LayerValue in LayerValue(layer: TransformerDecoderBlock(heads: heads, feedForward: hidden, activation: activation, dropout: dropout, normFirst: first)) }
    decoder("func callAsFunction(_ x: Tensor, context: Tensor, mask: Tensor? = nil) -> Tensor", "The output for a target that looks at a context; the mask is true where the context is seen.", decode + "print(block(x, context: seen).shape)") { (value: LayerValue, x: Tensor, context: Tensor, mask: Tensor?) throws -> Tensor in try layer(value, as: TransformerDecoderBlock.self).decode(x, context: context, mask: mask, wantsWeights: false).output }
    decoder("func withWeights(_ x: Tensor, context: Tensor, mask: Tensor? = nil) -> (output: Tensor, weights: Tensor)", "The output, and how much each step looked at each place of the context.", decode + "print(block.withWeights(x, context: seen).weights.shape)") { (value: LayerValue, x: Tensor, context: Tensor, mask: Tensor?) throws -> (Tensor, Tensor) in
        let result = try layer(value, as: TransformerDecoderBlock.self).decode(x, context: context, mask: mask, wantsWeights: true)
        return (result.output, result.weights ?? result.output)
    }
    let positional = type("PositionalEncoding", "Adds to each step what tells its place: sines and cosines, or numbers that are learned.", "print(PositionalEncoding()(Tensor.zeros(1, 2, 4)))")
    positional("init(learned: Bool = false, maximumLength: Int? = nil)", "Learned ones are for sequences up to a length.", "print(PositionalEncoding(learned: true, maximumLength: 64)(Tensor.zeros(1, 2, 4)).shape)") { (learned: Bool, length: Int?) -> LayerValue in LayerValue(layer: PositionalEncoding(learned: learned, maximumLength: length)) }
    free("func sinusoidalEmbedding(_ positions: Tensor, dimensions: Int) -> Tensor", "Sines and cosines of numbers, such as a diffusion's times: [n] to [n, dimensions].", "print(sinusoidalEmbedding(Tensor([0, 1]), dimensions: 4))") { (positions: Tensor, dimensions: Int) throws -> Tensor in try PositionalEncoding.sinusoids(positions, dimensions: dimensions, interleaved: false) }
    let patches = type("PatchEmbedding", "An image as a sequence of square patches (Dosovitskiy et al. 2021).", "print(PatchEmbedding(patchSize: 4, dimensions: 8)(Tensor.ones(2, 8, 8, 1)).shape)")
    patches("init(patchSize: Int, dimensions: Int)", "The patches' side, and the size of what each becomes.", "print(PatchEmbedding(patchSize: 2, dimensions: 8)(Tensor.ones(2, 8, 8, 1)).shape)") { (size: Int, dimensions: Int) -> LayerValue in LayerValue(layer: PatchEmbedding(patchSize: size, dimensions: dimensions)) }
}
