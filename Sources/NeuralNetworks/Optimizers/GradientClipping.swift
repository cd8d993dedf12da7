package import Tensors

/// Gradients kept within bounds.
package enum GradientClipping {
    /// The norm of all gradients as one vector.
    package static func norm(_ gradients: [Tensor]) throws(TensorError) -> Double {
        var sum = 0.0
        for gradient in gradients {
            let norm = try Checked.item(Checked.norm(gradient))
            sum += norm * norm
        }
        return sum.squareRoot()
    }

    /// The gradients times one number that brings their common norm down to `maximum`, as PyTorch's
    /// `clip_grad_norm_` does.
    package static func byNorm(
        _ gradients: [Tensor], _ maximum: Double
    ) throws(TensorError) -> [Tensor] {
        let scale = maximum / (try norm(gradients) + 1e-6)
        guard scale < 1 else { return gradients }
        var result: [Tensor] = []
        for gradient in gradients { result.append(try Checked.multiply(gradient, .real(scale))) }
        return result
    }

    package static func byValue(
        _ gradients: [Tensor], _ maximum: Double
    ) throws(TensorError) -> [Tensor] {
        var result: [Tensor] = []
        for gradient in gradients {
            result.append(try Checked.clipped(gradient, min: -maximum, max: maximum))
        }
        return result
    }
}

extension ModelGradient {
    package func checkedClipped(
        norm: Double?, value: Double?
    ) throws(TensorError) -> ModelGradient {
        var tensors = self.tensors
        if let value { tensors = try GradientClipping.byValue(tensors, value) }
        if let norm { tensors = try GradientClipping.byNorm(tensors, norm) }
        return ModelGradient(model: model, parameters: parameters, tensors: tensors)
    }

    package func checkedNorm() throws(TensorError) -> Double { try GradientClipping.norm(tensors) }

    /// The Euclidean norm of all gradients as one vector.
    public var norm: Double { orEnd { () throws(TensorError) in try checkedNorm() } }

    /// The gradient scaled down to a common norm of at most `norm`.
    public func clipped(norm: Double) -> ModelGradient {
        orEnd { () throws(TensorError) in try checkedClipped(norm: norm, value: nil) }
    }

    /// The gradient with each element within ±`value`.
    public func clipped(value: Double) -> ModelGradient {
        orEnd { () throws(TensorError) in try checkedClipped(norm: nil, value: value) }
    }
}
