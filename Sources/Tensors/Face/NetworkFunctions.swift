// What layers are made of, as functions: normalisations and attention.

/// (x − mean)/√(variance + ε)·weight + bias of each row: over the last axis, or over as many
/// trailing axes as the weight has (PyTorch's layer_norm).
///
///     layerNorm(x, weight: scale, bias: shift)
public func layerNorm(
    _ x: Tensor, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.layerNorm(x, weight: weight, bias: bias, epsilon: epsilon)
    }
}

/// x/√(mean(x²) + ε)·weight of each row (Zhang and Sennrich 2019).
public func rmsNorm(_ x: Tensor, weight: Tensor? = nil, epsilon: Double = 1e-5) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.rmsNorm(x, weight: weight, epsilon: epsilon)
    }
}

/// (x − mean)/√(variance + ε)·weight + bias of each channel (the last axis), by the statistics of
/// the whole batch.
public func batchNorm(
    _ x: Tensor, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.batchNorm(x, weight: weight, bias: bias, epsilon: epsilon)
    }
}

/// The same by statistics that are given, one for each channel.
public func batchNorm(
    _ x: Tensor, mean: Tensor, variance: Tensor, weight: Tensor? = nil, bias: Tensor? = nil,
    epsilon: Double = 1e-5
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.batchNorm(
            x, mean: mean, variance: variance, weight: weight, bias: bias, epsilon: epsilon)
    }
}

/// (x − mean)/√(variance + ε)·weight + bias of each item's groups of channels, over all its
/// positions (Wu and He 2018).
public func groupNorm(
    _ x: Tensor, groups: Int, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.groupNorm(x, groups: groups, weight: weight, bias: bias, epsilon: epsilon)
    }
}

/// (x − mean)/√(variance + ε)·weight + bias of each item's channels (Ulyanov et al. 2016).
public func instanceNorm(
    _ x: Tensor, weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Double = 1e-5
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.instanceNorm(x, weight: weight, bias: bias, epsilon: epsilon)
    }
}

/// softmax(scale·q·kᵀ + mask)·v (Vaswani et al. 2017).
///
///     scaledDotProductAttention(q, k, v, causal: true)
///
/// q [..., queries, width], k [..., keys, width], v [..., keys, values]; scale is 1/√width unless
/// given. A mask broadcasts to [..., queries, keys]: truth values say which keys are seen, numbers
/// are added. With `causal`, query i sees the keys up to i + keys − queries.
public func scaledDotProductAttention(
    _ q: Tensor, _ k: Tensor, _ v: Tensor, mask: Tensor? = nil, causal: Bool = false,
    scale: Double? = nil
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.scaledDotProductAttention(
            q, k, v, mask: mask, causal: causal, scale: scale)
    }
}
