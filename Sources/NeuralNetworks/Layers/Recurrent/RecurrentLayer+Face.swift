package import Tensors

extension RecurrentLayer {
    /// The output and the last state from a state to begin with; sizes that the input fixes are fixed first.
    package final func checkedRun(_ x: Tensor, state: [Tensor]?) throws -> (output: Tensor, state: [Tensor]) {
        try prepare(x.shape)
        return try run(x, state: state)
    }
}
