/// An open question for gradients: values are watched, a scalar is computed from them, and
/// ``gradients(of:)`` answers.
///
///     let scope = GradientScope()
///     defer { scope.close() }
///     for parameter in parameters { scope.watch(parameter) }
///     let loss = try …
///     let gradients = try scope.gradients(of: loss)      // in the order of watching
///
/// Scopes nest on a thread like calls do. Closing forgets what was recorded; a scope inside another
/// leaves its records to the outer one, which differentiates through them.
package final class GradientScope {
    private let tape: Tape
    private let start: Int
    private let bit: UInt64
    private let liveBefore: UInt64
    @exclusivity(unchecked) private var leaves: [Leaf] = []
    @exclusivity(unchecked) private var isOpen = true

    private struct Leaf {
        let storage: TensorStorage
        let position: Int
        /// The record the value had in an outer scope.
        let outerIndex: Int
        let outerSerial: UInt64
    }

    /// Opens a scope on this thread's tape.
    package init() {
        tape = Tape.current
        start = tape.count
        bit = 1 << UInt64(min(tape.depth, 63))
        liveBefore = tape.live
        tape.depth += 1
        tape.live |= bit
    }

    deinit { close() }

    /// Closes the scope; a second time does nothing.
    package func close() {
        guard isOpen else { return }
        isOpen = false
        // From the last to the first: a value that was watched twice gets its first record back.
        var index = leaves.count
        while index > 0 {
            index -= 1
            leaves[index].storage.tapeIndex = leaves[index].outerIndex
            leaves[index].storage.tapeSerial = leaves[index].outerSerial
        }
        tape.forgetLeaves(leaves.count)
        leaves = []
        tape.depth -= 1
        tape.live = liveBefore
        // Records that an outer scope can still reach stay for it.
        if tape.depth == 0 || !tape.hasRecords(of: liveBefore, from: start) {
            tape.truncate(to: start)
        }
    }

    /// Makes room for so many values to watch.
    package func reserve(_ count: Int) { leaves.reserveCapacity(count) }

    /// Watches a value where it lies: everything computed from it until the scope closes counts.
    ///
    /// - Throws: `gradientType` for integers and truth values.
    package func watch(_ tensor: Tensor) throws(TensorError) {
        guard tensor.dtype.isFloatingPoint else {
            throw .gradientType(tensor.dtype, role: "argument")
        }
        let storage = tensor.storage
        let leaf = Leaf(
            storage: storage, position: tape.count, outerIndex: storage.tapeIndex,
            outerSerial: storage.tapeSerial)
        tape.watch(storage, scope: bit)
        leaves.append(leaf)
    }

    /// A watched tensor with the same elements; the given one stays a constant.
    package func leaf(_ tensor: Tensor) throws(TensorError) -> Tensor {
        let alias = TensorStorage(
            viewing: tensor.storage, shape: tensor.shape, strides: tensor.storage.strides)
        alias.tapeIndex = tensor.storage.tapeIndex
        alias.tapeSerial = tensor.storage.tapeSerial
        try watch(Tensor(alias))
        return Tensor(alias)
    }

    /// The gradients of a scalar with respect to each watched value, in the order of watching;
    /// zeros where it does not depend on one.
    ///
    /// At the outermost level the records are freed while the answer is computed, so it can be
    /// asked once.
    ///
    /// - Throws: `gradientOfShape` when `scalar` has more than one element, `gradientType` when it
    ///   is not floating point, `noGradient` when the way leads through an operation without one.
    package func gradients(of scalar: Tensor) throws(TensorError) -> [Tensor] {
        guard scalar.count == 1 else { throw .gradientOfShape(scalar.shape) }
        guard scalar.dtype.isFloatingPoint else {
            throw .gradientType(scalar.dtype, role: "closure's value")
        }
        // What the rules compute is recorded for the outer scopes only.
        tape.live = liveBefore
        defer { tape.live = isOpen ? liveBefore | bit : liveBefore }
        var table: [Tensor?]
        let top = Int(tape.position(of: scalar.storage))
        if top >= start {
            table = try backward(from: top, scalar)
        } else {
            table = []
        }
        var result: [Tensor] = []
        result.reserveCapacity(leaves.count)
        for leaf in leaves {
            let slot = leaf.position - start
            if slot < table.count, let gradient = table[slot] {
                result.append(gradient)
            } else {
                let zeros = try TensorStorage.zeros(leaf.storage.shape, leaf.storage.dtype)
                result.append(Tensor(zeros))
            }
        }
        return result
    }

    private func backward(from top: Int, _ scalar: Tensor) throws(TensorError) -> [Tensor?] {
        let isOutermost = tape.depth == 1
        var table = [Tensor?](repeating: nil, count: top - start + 1)
        table[top - start] = try Checked.full(scalar.shape, value: 1, dtype: scalar.dtype)
        var position = top
        while position >= start {
            let slot = position - start
            if tape.records[position].isLeaf, Int(tape.records[position].inputs.0) < start {
                // One of this scope's own leaves: its gradient is the answer.
                position -= 1
                continue
            }
            if let upstream = table[slot] {
                let operation = tape.records[position].operation
                guard let rule = operation.gradient else {
                    throw .noGradient(operation: operation.name)
                }
                table[slot] = nil
                var context = Backward(
                    tape: tape, position: position, start: start, upstream: upstream,
                    gradients: [])
                swap(&context.gradients, &table)
                try rule(&context)
                swap(&context.gradients, &table)
            }
            if isOutermost { release(position) }
            position -= 1
        }
        return table
    }

    /// Lets go of what a record kept, so that memory falls while the gradients are computed.
    private func release(_ position: Int) {
        tape.records[position].saved = (nil, nil, nil)
        tape.records[position].output = nil
        tape.records[position].attributes.tensor = nil
        tape.records[position].attributes.second = nil
        tape.records[position].attributes.recomputation = nil
    }
}
