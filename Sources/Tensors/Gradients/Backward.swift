/// What a gradient rule sees of one record: the upstream gradient, what was kept, and where to put
/// each input's share.
///
/// Rules are written in operations of `Checked`, so that under an outer `gradient` they are
/// recorded themselves and can be differentiated again. Where a kernel does the whole rule in one
/// pass, the rule asks ``isRecorded`` first and takes the kernel only when nobody differentiates
/// it.
package struct Backward {
    let tape: Tape
    /// Where the record lies; it is read in place, so that nothing is counted that is not used.
    let position: Int
    let start: Int
    /// The gradient of the scalar with respect to this operation's output.
    package let upstream: Tensor
    var gradients: [Tensor?]

    private var entry: Tape.Entry {
        @inline(__always)
        _read { yield tape.records[position] }
    }

    /// Whether what the rule computes can be differentiated again by an outer scope.
    package var isRecorded: Bool { tape.live != 0 }

    package var attributes: Attributes { entry.attributes }

    /// The shape of the operation's output.
    package var outputShape: Shape { entry.shape }

    /// An input, for operations that save them.
    package subscript(index: Int) -> Tensor {
        switch index {
        case 0: entry.saved.0.unsafelyUnwrapped
        case 1: entry.saved.1.unsafelyUnwrapped
        default: entry.saved.2.unsafelyUnwrapped
        }
    }

    /// Whether that input was given at all.
    package func has(_ index: Int) -> Bool {
        switch index {
        case 0: entry.saved.0 != nil
        case 1: entry.saved.1 != nil
        default: entry.saved.2 != nil
        }
    }

    /// The output, for operations that save it.
    package var output: Tensor { entry.output.unsafelyUnwrapped }

    @inline(__always)
    private func source(_ index: Int) -> Int {
        if tape.records[position].list != nil {
            return Int(tape.records[position].list?[index] ?? -1)
        }
        return switch index {
        case 0: Int(entry.inputs.0)
        case 1: Int(entry.inputs.1)
        default: Int(entry.inputs.2)
        }
    }

    /// Whether an input's gradient is wanted.
    @inline(__always)
    package func needs(_ index: Int) -> Bool { source(index) >= start }

    /// The shape of an input whose gradient is wanted.
    package func shape(_ index: Int) -> Shape { tape.records[source(index)].shape }

    /// Whether the upstream gradient is 0 wherever the output is not above 0.
    var isUpstreamRectified: Bool { entry.hasRectifiedGradient }

    /// Gives all of an input's gradient, or adds to it, when it is 0 wherever the input is not
    /// above 0: a rectifier that made the input need not look at it again.
    mutating func give(rectified gradient: Tensor, _ index: Int) throws(TensorError) {
        let source = source(index)
        guard source >= start else { return }
        let isFirst = source - start < gradients.count && gradients[source - start] == nil
        try give(index, gradient)
        tape.records[source].hasRectifiedGradient = isFirst
    }

    /// Adds to an input's gradient; what was broadcast is summed back, what was promoted is
    /// converted back.
    package mutating func give(
        _ index: Int, _ gradient: @autoclosure () throws(TensorError) -> Tensor
    ) throws(TensorError) {
        let source = source(index)
        guard source >= start else { return }
        var share = try gradient()
        let shape = tape.records[source].shape
        let dtype = tape.records[source].dtype
        if share.storage.shape != shape { share = try Checked.sum(share, to: shape) }
        if share.dtype != dtype { share = try Checked.asType(share, dtype) }
        let slot = source - start
        if slot >= gradients.count { return }
        if gradients[slot] == nil {
            gradients[slot] = share
        } else {
            try accumulate(share, at: slot)
        }
    }

    /// Values that the scope in question watches.
    var openLeaves: [(storage: TensorStorage, position: Int)] {
        tape.watched.filter { $0.position >= start && $0.position < position }
    }

    /// Adds to the gradient of a watched value.
    mutating func give(position: Int, _ share: Tensor) throws(TensorError) {
        let slot = position - start
        guard slot >= 0, slot < gradients.count else { return }
        if gradients[slot] == nil {
            gradients[slot] = share
        } else {
            try accumulate(share, at: slot)
        }
    }

    private mutating func accumulate(_ share: Tensor, at slot: Int) throws(TensorError) {
        guard var sum = gradients[slot] else { return }
        gradients[slot] = nil
        tape.records[start + slot].hasRectifiedGradient = false
        if isRecorded {
            sum = try Checked.add(sum, share)
        } else {
            try Checked.addInPlace(&sum, share)
        }
        gradients[slot] = sum
    }
}
