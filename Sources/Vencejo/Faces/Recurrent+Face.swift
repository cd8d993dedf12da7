public import NeuralNetworks
public import Tensors

extension RecurrentLayer {
    /// The output and the last state, from a state to begin with: for reading on, and for sequence to sequence.
    public func run(_ x: Tensor, state: [Tensor]? = nil) -> (output: Tensor, state: [Tensor]) {
        orEnded { try checkedRun(x, state: state) }
    }

    /// The weights of the inputs, [features, gates · units].
    public var inputWeight: Tensor {
        get { orEnded { try checkedParameter("inputWeight").value } }
        set { orEnded { try checkedParameter("inputWeight").assign(newValue, path: "inputWeight") } }
    }

    /// The weights of the state, [units, gates · units].
    public var recurrentWeight: Tensor {
        get { orEnded { try checkedParameter("recurrentWeight").value } }
        set { orEnded { try checkedParameter("recurrentWeight").assign(newValue, path: "recurrentWeight") } }
    }

    /// The biases, [gates · units].
    public var bias: Tensor {
        get { orEnded { try checkedParameter("bias").value } }
        set { orEnded { try checkedParameter("bias").assign(newValue, path: "bias") } }
    }
}
