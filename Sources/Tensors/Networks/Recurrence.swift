/// The recurrences that run over whole sequences.
package enum Recurrence: Int, Sendable {
    /// h ← tanh(x·W + h·U + b).
    case plain
    /// Gates in the order input, forget, cell, output.
    case lstm
    /// Gates in the order reset, update, candidate; h·U has a bias of its own.
    case gru

    /// Blocks of units in the weights.
    package var gates: Int {
        switch self {
        case .plain: 1
        case .lstm: 4
        case .gru: 3
        }
    }

    /// Tensors in the state: h, and c of an LSTM.
    package var states: Int { self == .lstm ? 2 : 1 }

    /// x, W, U, b, the recurrent bias of a GRU, and the state.
    var argumentCount: Int { self == .plain ? 5 : 6 }

    var name: String {
        switch self {
        case .plain: "SimpleRNN"
        case .lstm: "LSTM"
        case .gru: "GRU"
        }
    }
}

extension Operations {
    /// attributes: i0 the recurrence, twice, plus 1 when it reads from the end; inputs x
    /// [batch, steps, features], W [features, gates · units], U [units, gates · units], b, a GRU's
    /// recurrent bias, the initial h and an LSTM's c [batch, units].
    package static let recurrence: Operation = Operation(
        "recurrence",
        "h (and an LSTM's last c) of a recurrent network over a sequence, [steps (+ 1), batch, "
            + "units] (Elman 1990; Hochreiter and Schmidhuber 1997; Cho et al. 2014; PyTorch)",
        samples: [
            Operation.Sample([2, 3, 2], [2, 3], [3, 3], [3], [2, 3]),
            Operation.Sample(
                [2, 3, 2], [2, 12], [3, 12], [12], [2, 3], [2, 3], attributes: Attributes(i0: 2)),
            Operation.Sample(
                [2, 3, 2], [2, 12], [3, 12], [12], [2, 3], [2, 3], attributes: Attributes(i0: 3)),
            Operation.Sample(
                [2, 3, 2], [2, 9], [3, 9], [9], [9], [2, 3], attributes: Attributes(i0: 4)),
        ],
        run: { (x, a) throws(TensorError) in
            try Checked.recurrence(
                Recurrence(rawValue: a.i0 / 2) ?? .plain, arguments: x, backwards: a.i0 % 2 == 1)
        },
        gradient: { (c) throws(TensorError) in
            guard let again = c.attributes.recomputation else { return }
            if !c.isRecorded { return try RecurrenceKernels.gradient(&c, again.arguments) }
            let found = try again.gradients(c.upstream, watched: [])
            for (index, gradient) in found.arguments.enumerated() where c.needs(index) {
                try c.give(index, gradient)
            }
        })
}

extension Checked {
    /// The outputs of all steps, [steps, batch, units]; an LSTM's last cell state is one entry more
    /// along the first axis. With `backwards` the sequence is read from its end.
    ///
    /// The kernels take the sequence as a whole and keep what their gradient needs; a gradient of
    /// higher order goes through the steps one by one.
    package static func recurrence(
        _ kind: Recurrence, arguments given: [Tensor], backwards: Bool = false
    ) throws(TensorError) -> Tensor {
        let arguments = try RecurrenceKernels.checked(kind, given)
        let forward = try RecurrenceKernels.forward(kind, arguments, backwards: backwards)
        guard arguments.contains(where: Tape.current.isTracking) else {
            return Tensor(forward.result)
        }
        var attributes = Attributes(i0: kind.rawValue * 2 + (backwards ? 1 : 0))
        attributes.tensor = forward.gates
        attributes.second = forward.states
        attributes.recomputation = Recomputation(
            arguments: arguments, random: RandomGenerator.shared.position
        ) { try stepped(kind, $0, backwards: backwards) }
        Tape.current.record(
            Operations.recurrence, list: arguments, output: forward.result,
            attributes: attributes)
        return Tensor(forward.result)
    }

    /// The same, in operations that are recorded step by step.
    private static func stepped(
        _ kind: Recurrence, _ a: [Tensor], backwards: Bool
    ) throws(TensorError) -> Tensor {
        let steps = a[0].shape[1]
        // The inputs' part of all steps in one product.
        let all = try linear(a[0], a[1], a[3])
        var state = Array(a.suffix(kind.states))
        var outputs: [Tensor] = []
        for position in 0..<steps {
            let at = backwards ? steps - 1 - position : position
            let sums = try `subscript`(all, [.whole, .at(at), .whole])
            switch kind {
            case .plain:
                state = [try tanh(add(sums, matmul(state[0], a[2])))]
            case .lstm:
                let z = try add(sums, matmul(state[0], a[2]))
                let cell = try add(
                    multiply(sigmoid(gate(z, 1, 4)), state[1]),
                    multiply(sigmoid(gate(z, 0, 4)), tanh(gate(z, 2, 4))))
                state = [try multiply(sigmoid(gate(z, 3, 4)), tanh(cell)), cell]
            case .gru:
                let u = try linear(state[0], a[2], a[4])
                let reset = try sigmoid(add(gate(sums, 0, 3), gate(u, 0, 3)))
                let update = try sigmoid(add(gate(sums, 1, 3), gate(u, 1, 3)))
                let candidate = try tanh(
                    add(gate(sums, 2, 3), multiply(reset, gate(u, 2, 3))))
                // n + z·(h − n)
                state = [try add(candidate, multiply(update, subtract(state[0], candidate)))]
            }
            outputs.append(state[0])
        }
        return try stacked(outputs + state.dropFirst(), axis: 0)
    }

    /// A block of units out of the gates.
    private static func gate(
        _ sums: Tensor, _ index: Int, _ gates: Int
    ) throws(TensorError) -> Tensor {
        let units = sums.shape[1] / gates
        return try narrowed(sums, axis: 1, (index * units)..<((index + 1) * units))
    }
}
