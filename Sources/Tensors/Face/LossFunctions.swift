/// eˣ/Σeˣ along an axis.
public func softmax(_ x: Tensor, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.softmax(x, axis: axis) }
}

/// x − log Σeˣ along an axis.
public func logSoftmax(_ x: Tensor, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.logSoftmax(x, axis: axis) }
}

/// Cross-entropy of the softmax of logits [..., classes] with integer labels [...].
///
/// logSumExp(logits) − logits[label], averaged over the rows unless `reduction` says otherwise
/// (PyTorch's cross_entropy).
public func softmaxCrossEntropy(
    logits: Tensor, labels: Tensor, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.softmaxCrossEntropy(logits: logits, labels: labels, reduction: reduction)
    }
}

/// Cross-entropy of the softmax of logits with a probability for each class.
public func softmaxCrossEntropy(
    logits: Tensor, probabilities: Tensor, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.softmaxCrossEntropy(
            logits: logits, probabilities: probabilities, reduction: reduction)
    }
}

/// Binary cross-entropy of logits with labels between 0 and 1 of the same shape.
public func sigmoidCrossEntropy(
    logits: Tensor, labels: Tensor, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.sigmoidCrossEntropy(logits: logits, labels: labels, reduction: reduction)
    }
}

/// The mean of (predicted − expected)², of tensors of one shape.
public func meanSquaredError(
    predicted: Tensor, expected: Tensor, reduction: Reduction = .mean
) -> Tensor {
    orEnd { () throws(TensorError) in
        try Checked.meanSquaredError(
            predicted: predicted, expected: expected, reduction: reduction)
    }
}

/// Elements set to 0 with probability `rate`, the others scaled by 1/(1 − rate).
public func dropout(_ x: Tensor, rate: Double) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.dropout(x, rate: rate) }
}
