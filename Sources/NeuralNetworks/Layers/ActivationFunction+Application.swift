package import Tensors

extension ActivationFunction {
    /// The function's value.
    package func applied(to x: Tensor) throws -> Tensor {
        switch kind {
        case .linear: return x
        case .relu: return try Checked.relu(x)
        case .gelu: return try Checked.gelu(x)
        case .tanh: return try Checked.tanh(x)
        case .selu: return try Checked.selu(x)
        case .silu: return try Checked.silu(x)
        case .softplus: return try Checked.softplus(x)
        case .leakyRelu(let slope): return try Checked.leakyRelu(x, slope: slope)
        case .elu(let alpha): return try Checked.elu(x, alpha: alpha)
        case .sigmoid: return observed(try Checked.sigmoid(x), x)
        case .softmax: return observed(try Checked.softmax(x, axis: -1), x)
        case .mish: return try Checked.mish(x)
        case .softsign: return try Checked.softsign(x)
        case .hardSigmoid: return try Checked.hardSigmoid(x)
        case .hardSwish: return try Checked.multiply(x, Checked.hardSigmoid(x))
        case .geluApproximate: return try Checked.geluApproximate(x)
        case .logSoftmax: return try Checked.logSoftmax(x)
        case .exponential: return try Checked.exp(x)
        case .unknown(let name):
            throw TensorError.domain(
                operation: "activation", problem: "no activation function is named '\(name)'",
                help: "there are .relu, .leakyRelu(0.2), .elu, .selu, .gelu, .silu, .softplus, "
                    + ".tanh, .sigmoid, .softmax, .mish, .softsign, .hardSigmoid, .hardSwish, "
                    + ".geluApproximate, .logSoftmax, .exponential and .linear")
        }
    }

    /// Keeps what the last softmax or sigmoid was applied to, so that the loss can be computed from
    /// it: stable where probabilities round to 0 or 1.
    private func observed(_ output: Tensor, _ logits: Tensor) -> Tensor {
        let state = NetworkState.current
        if state.observesOutputs { state.lastOutput = (output, logits, kind) }
        return output
    }

    /// The function as the matrix product's own last step; nil where it is applied afterwards.
    private var fused: FusedActivation? {
        switch kind {
        case .linear: FusedActivation.none
        case .relu: .relu
        case .tanh: .tanh
        case .gelu: .gelu
        case .silu: .silu
        case .softplus: .softplus
        case .leakyRelu(let slope): .leakyRelu(slope)
        case .elu(let alpha): .elu(alpha)
        case .sigmoid: NetworkState.current.observesOutputs ? nil : .sigmoid
        case .softmax, .selu, .mish, .softsign, .hardSigmoid, .hardSwish, .geluApproximate,
            .logSoftmax, .exponential, .unknown: nil
        }
    }

    /// The function of what an operation makes that can apply some functions itself.
    func fusing(_ operation: (FusedActivation) throws -> Tensor) throws -> Tensor {
        if let fused { return try operation(fused) }
        return try applied(to: operation(.none))
    }

    /// The function of x·W + b.
    @inline(__always)
    package func applied(
        toLinear x: Tensor, weight: Tensor, bias: Tensor?
    ) throws -> Tensor {
        if let fused { return try Checked.linear(x, weight, bias, fused) }
        return try applied(to: Checked.linear(x, weight, bias))
    }
}
