package import Tensors

/// What the recurrent layers have in common: sequences `[batch, steps, features]` read step by step.
///
/// The output is the last state `[batch, units]`, or all of them `[batch, steps, units]` with
/// `returnSequences`. Parameters: `inputWeight` `[features, gates · units]`, `recurrentWeight`
/// `[units, gates · units]`, `bias`. The input weights start as Glorot's uniform distribution, the
/// recurrent ones as an orthogonal matrix for each gate (Keras makes one of all gates).
public class RecurrentLayer: BuiltInLayer, @unchecked Sendable {
    /// The size of the state.
    public let units: Int
    /// Whether all states come out, or only the last.
    public let returnSequences: Bool
    /// Whether the sequence is read from its end.
    public let goBackwards: Bool
    /// The part of the input's features that is set to zero while training.
    public let dropout: Double
    @exclusivity(unchecked) package private(set) var inputWeight: Parameter?
    @exclusivity(unchecked) package private(set) var recurrentWeight: Parameter?
    @exclusivity(unchecked) package private(set) var bias: Parameter?

    public init(
        _ units: Int, returnSequences: Bool = false, goBackwards: Bool = false,
        dropout: Double = 0
    ) {
        self.units = units
        self.returnSequences = returnSequences
        self.goBackwards = goBackwards
        self.dropout = dropout
        super.init()
        isBuilt = false
    }

    /// What a step computes.
    var kind: Recurrence { .plain }

    private var gates: Int { kind.gates }

    /// The bias of h·U, of the recurrences that have one.
    var ownBias: Parameter? { nil }

    /// Makes the parameters that only this recurrence has.
    func makeOwn(_ units: Int) throws {}

    /// The starting values of the bias.
    func initialBias() throws -> Tensor {
        try Initializer.constant([gates * units], 0)
    }

    override func build(_ input: Shape) throws {
        try check("units", units)
        guard input.count == 3, let features = input.last, features > 0 else {
            throw inputError(
                "sequences [batch, steps, features]", input,
                help: input.count == 2
                    ? "'expandedDimensions(axis: -1)' makes one feature of each number" : nil)
        }
        inputWeight = try make(
            "inputWeight", [features, gates * units], .glorotUniform, inputs: features,
            outputs: gates * units)
        let recurrent = try make("recurrentWeight", [units, gates * units], .zeros)
        var blocks: [Tensor] = []
        for _ in 0..<gates {
            blocks.append(
                try Initializer.orthogonal.values([units, units], inputs: units, outputs: units))
        }
        try recurrent.replaceBeforeUse(by: Checked.concatenated(blocks, axis: 1))
        recurrentWeight = recurrent
        let bias = try make("bias", [gates * units], .zeros)
        try bias.replaceBeforeUse(by: initialBias())
        self.bias = bias
        try makeOwn(units)
    }

    override func forward(_ x: Tensor) throws -> Tensor { try run(x, state: nil).output }

    /// The outputs and the last state, from a state to begin with, or zeros.
    package func run(_ x: Tensor, state: [Tensor]?) throws -> (output: Tensor, state: [Tensor]) {
        guard let weight = inputWeight?.value, let recurrent = recurrentWeight?.value else {
            return (x, [])
        }
        guard x.rank == 3, x.shape[2] == weight.shape[0] else {
            throw inputError(
                "sequences [batch, steps, features] with \(weight.shape[0]) features", x.shape)
        }
        let (batch, steps) = (x.shape[0], x.shape[1])
        guard steps > 0 else { throw inputError("at least one step", x.shape) }
        var x = try asFloat(x, like: weight)
        if dropout > 0, LearningPhase.current == .training {
            let mask = try Checked.dropout(
                Checked.ones(Shape(batch, 1, x.shape[2])), rate: dropout)
            x = try Checked.multiply(x, mask)
        }
        let begin: [Tensor]
        if let state {
            guard state.count == kind.states, state.allSatisfy({ $0.shape == [batch, units] })
            else {
                throw inputError(
                    "a state of \(kind.states) tensors [\(batch), \(units)]",
                    state.first?.shape ?? [])
            }
            begin = state
        } else {
            let zeros = Tensor(try TensorStorage.zeros([batch, units], x.dtype))
            begin = Array(repeating: zeros, count: kind.states)
        }
        var arguments = [x, weight, recurrent]
        if let bias { arguments.append(bias.value) }
        if let ownBias { arguments.append(ownBias.value) }
        let all = try Checked.recurrence(
            kind, arguments: arguments + begin, backwards: goBackwards)
        var end: [Tensor] = []
        for index in 0..<kind.states {
            let state = try Checked.subscript(all, [.at(steps - 1 + index)])
            // A view would hold the memory of all steps for as long as the last one is kept.
            end.append(Tape.current.isTracking(all) ? state : try state.copied())
        }
        guard returnSequences else { return (end[0], end) }
        let outputs = try Checked.narrowed(all, axis: 0, 0..<steps)
        return (try Checked.transposed(outputs, [1, 0, 2]), end)
    }

    override func inputShape(ofSaved shapes: [String: Shape]) -> Shape? {
        shapes["inputWeight"].flatMap { $0.count == 2 ? [1, 1, $0[0]] : nil }
    }

    package override var configuration: Configuration? {
        Configuration(
            kindName,
            [
                "units": .int(units), "returnSequences": .bool(returnSequences),
                "goBackwards": .bool(goBackwards), "dropout": .real(dropout),
            ])
    }

    /// Another layer like this one that reads in the other direction.
    func reversed() -> RecurrentLayer { self }
}

extension Parameter {
    /// Another value for a parameter that has just been made; a gradient scope that already watches
    /// it watches the same memory.
    func replaceBeforeUse(by new: Tensor) throws(TensorError) {
        let source = try new.contiguousStorage()
        guard source.shape == value.shape, source.dtype == value.dtype else {
            throw .shape(
                operation: "Parameter", expected: "shape \(value.shape)", given: source.shape,
                help: nil)
        }
        value.storage.data.copyMemory(from: source.data, byteCount: new.byteCount)
        withExtendedLifetime(source) {}
    }
}

/// A recurrent network of the simplest kind: h ← tanh(x·W + h·U + b) (Elman 1990; PyTorch's `RNN`).
///
///     SimpleRNN(64)
public final class SimpleRNN: RecurrentLayer, @unchecked Sendable {
    override func reversed() -> RecurrentLayer {
        SimpleRNN(
            units, returnSequences: returnSequences, goBackwards: !goBackwards, dropout: dropout)
    }
}

/// Long short-term memory (Hochreiter and Schmidhuber 1997; PyTorch's and Keras' `LSTM`).
///
///     LSTM(64, returnSequences: true)
///
/// The gates' order is input, forget, cell, output: c ← σ(f)·c + σ(i)·tanh(g), h ← σ(o)·tanh(c).
/// The forget gate's bias starts at 1, as Keras' does.
public final class LSTM: RecurrentLayer, @unchecked Sendable {
    override var kind: Recurrence { .lstm }

    override func initialBias() throws -> Tensor {
        try Tensor.filled([4 * units], as: Float.self) { out in
            for i in out.indices { out[i] = i / units == 1 ? 1 : 0 }
        }
    }

    override func reversed() -> RecurrentLayer {
        LSTM(units, returnSequences: returnSequences, goBackwards: !goBackwards, dropout: dropout)
    }
}

/// The gated recurrent unit (Cho et al. 2014; PyTorch's `GRU`).
///
///     GRU(64)
///
/// The gates' order is reset, update, candidate: n = tanh(xn + σ(r)·(h·Un + bn)), h ← (1 − σ(z))·n +
/// σ(z)·h. `recurrentBias` is the bias of h·U.
public final class GRU: RecurrentLayer, @unchecked Sendable {
    @exclusivity(unchecked) private var recurrentBias: Parameter?

    override var kind: Recurrence { .gru }
    override var ownBias: Parameter? { recurrentBias }

    override func makeOwn(_ units: Int) throws {
        recurrentBias = try make("recurrentBias", [3 * units], .zeros)
    }

    override func reversed() -> RecurrentLayer {
        GRU(units, returnSequences: returnSequences, goBackwards: !goBackwards, dropout: dropout)
    }
}

/// How the two directions of ``Bidirectional`` become one.
public enum BidirectionalMerge: String, Sendable, CaseIterable {
    case concatenated, sum, mean, product
}

/// A recurrent layer and its mirror image, which reads from the end (Schuster and Paliwal 1997).
///
///     Bidirectional(LSTM(64))
///
/// Parameters are `forward.…` and `backward.…`; outputs `[…, 2 · units]` unless `merge` says
/// otherwise.
public final class Bidirectional: BuiltInLayer, @unchecked Sendable {
    public let forwardLayer: RecurrentLayer
    public let backwardLayer: RecurrentLayer
    public let merge: BidirectionalMerge

    public init(_ layer: RecurrentLayer, merge: BidirectionalMerge = .concatenated) {
        forwardLayer = layer
        backwardLayer = layer.reversed()
        self.merge = merge
    }

    override func forward(_ x: Tensor) throws -> Tensor {
        let ahead = try forwardLayer.call(x)
        var back = try backwardLayer.call(x)
        // The mirror image's outputs in the order of the inputs.
        if forwardLayer.returnSequences { back = try Checked.flipped(back, axes: [1]) }
        switch merge {
        case .concatenated: return try Checked.concatenated([ahead, back], axis: -1)
        case .sum: return try Checked.add(ahead, back)
        case .mean: return try Checked.multiply(Checked.add(ahead, back), .real(0.5))
        case .product: return try Checked.multiply(ahead, back)
        }
    }

    package override func children() -> [(name: String, value: ParameterNode)] {
        [("forward", .layer(forwardLayer)), ("backward", .layer(backwardLayer))]
    }

    package override var configuration: Configuration? {
        guard let layer = forwardLayer.configuration else { return nil }
        return Configuration(
            kindName, ["layer": .layer(layer), "merge": .text(merge.rawValue)])
    }
}
