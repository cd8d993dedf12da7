public import Tensors

/// What the recurrent layers have in common: sequences `[batch, steps, features]` read step by step.
///
/// The output is the last state `[batch, units]`, or all of them `[batch, steps, units]` with
/// `returnSequences`. Parameters: `inputWeight` `[features, gates · units]`, `recurrentWeight`
/// `[units, gates · units]`, `bias`. The input weights start as Glorot's uniform distribution, the
/// recurrent ones as an orthogonal matrix for each gate, as Keras' do.
public class RecurrentLayer: BuiltInLayer, @unchecked Sendable {
    /// The size of the state.
    public let units: Int
    /// Whether all states come out, or only the last.
    public let returnSequences: Bool
    /// Whether the sequence is read from its end.
    public let goBackwards: Bool
    /// The part of the input's features that is set to zero while training.
    public let dropout: Double
    package private(set) var inputWeight: Parameter?
    package private(set) var recurrentWeight: Parameter?
    package private(set) var bias: Parameter?

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

    /// The number of blocks in the weights.
    var gates: Int { 1 }

    /// One step: what the inputs give to the gates, the recurrent weights, the state so far. The
    /// first element of the state is the output.
    func step(
        _ gates: Tensor, _ recurrent: Tensor, _ state: [Tensor]
    ) throws -> [Tensor] { state }

    /// The number of tensors in the state.
    var stateCount: Int { 1 }

    /// Whether the bias of the inputs is added to the gates of all steps at once.
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
        var current: [Tensor]
        if let state {
            guard state.count == stateCount, state.allSatisfy({ $0.shape == [batch, units] }) else {
                throw inputError(
                    "a state of \(stateCount) tensors [\(batch), \(units)]",
                    state.first?.shape ?? [])
            }
            current = state
        } else {
            let zeros = Tensor(try TensorStorage.zeros([batch, units], x.dtype))
            current = Array(repeating: zeros, count: stateCount)
        }
        // The inputs' part of all steps in one product.
        let all = try Checked.linear(x, weight, bias?.value)
        var outputs: [Tensor] = []
        for position in 0..<steps {
            let at = goBackwards ? steps - 1 - position : position
            let gates = try Checked.subscript(all, [.whole, .at(at), .whole])
            current = try step(gates, recurrent, current)
            if returnSequences { outputs.append(current[0]) }
        }
        guard returnSequences else { return (current[0], current) }
        return (try Checked.stacked(outputs, axis: 1), current)
    }

    /// A block of units out of the gates.
    final func gate(_ gates: Tensor, _ index: Int) throws -> Tensor {
        try Checked.narrowed(gates, axis: 1, (index * units)..<((index + 1) * units))
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
    override func step(
        _ gates: Tensor, _ recurrent: Tensor, _ state: [Tensor]
    ) throws -> [Tensor] {
        [try Checked.tanh(Checked.add(gates, Checked.matmul(state[0], recurrent)))]
    }

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
    override var gates: Int { 4 }
    override var stateCount: Int { 2 }

    override func initialBias() throws -> Tensor {
        try Tensor.filled([4 * units], as: Float.self) { out in
            for i in out.indices { out[i] = i / units == 1 ? 1 : 0 }
        }
    }

    override func step(
        _ gates: Tensor, _ recurrent: Tensor, _ state: [Tensor]
    ) throws -> [Tensor] {
        let z = try Checked.add(gates, Checked.matmul(state[0], recurrent))
        let input = try Checked.sigmoid(gate(z, 0))
        let forget = try Checked.sigmoid(gate(z, 1))
        let candidate = try Checked.tanh(gate(z, 2))
        let output = try Checked.sigmoid(gate(z, 3))
        let cell = try Checked.add(
            Checked.multiply(forget, state[1]), Checked.multiply(input, candidate))
        return [try Checked.multiply(output, Checked.tanh(cell)), cell]
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
    private var recurrentBias: Parameter?

    override var gates: Int { 3 }

    override func makeOwn(_ units: Int) throws {
        recurrentBias = try make("recurrentBias", [3 * units], .zeros)
    }

    override func step(
        _ gates: Tensor, _ recurrent: Tensor, _ state: [Tensor]
    ) throws -> [Tensor] {
        let h = state[0]
        let u = try Checked.linear(h, recurrent, recurrentBias?.value)
        let reset = try Checked.sigmoid(Checked.add(gate(gates, 0), gate(u, 0)))
        let update = try Checked.sigmoid(Checked.add(gate(gates, 1), gate(u, 1)))
        let candidate = try Checked.tanh(
            Checked.add(gate(gates, 2), Checked.multiply(reset, gate(u, 2))))
        // n + z·(h − n)
        return [
            try Checked.add(
                candidate, Checked.multiply(update, Checked.subtract(h, candidate)))
        ]
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
