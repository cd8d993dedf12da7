package import Tensors

extension DensePlan {
    /// The plan for training a model, where it is a `Sequential` of dense layers with a loss that
    /// the plan knows; nil for every other model, which trains through the tape.
    package static func plan(
        for model: any Layer, _ settings: TrainingSettings, rows: Int
    ) throws(TensorError) -> (plan: DensePlan, outputsAreLogits: Bool)? {
        guard let model = model as? Sequential, model.trainable else { return nil }
        var layers: [DensePlan.DenseStage] = []
        var ending = ActivationFunction.Kind.linear
        for (position, layer) in model.layers.enumerated() {
            guard let dense = layer as? Dense, let weight = dense.weightParameter,
                weight.penalty == nil
            else {
                return nil
            }
            let isLast = position == model.layers.count - 1
            var activation = FusedActivation.none
            switch dense.activation.kind {
            case .linear: break
            case .relu: activation = .relu
            case .tanh: activation = .tanh
            case .leakyRelu(let slope): activation = .leakyRelu(slope)
            case .elu(let alpha): activation = .elu(alpha)
            case .softplus: activation = .softplus
            case .sigmoid:
                if isLast { ending = .sigmoid } else { activation = .sigmoid }
            case .softmax:
                guard isLast else { return nil }
                ending = .softmax
            case .gelu, .silu, .selu, .mish, .softsign, .hardSigmoid, .hardSwish,
                .geluApproximate, .logSoftmax, .exponential, .unknown: return nil
            }
            layers.append(
                DensePlan.DenseStage(
                    weight: weight, bias: dense.biasParameter, activation: activation))
        }
        // A layer that stands twice shares its parameters; the tape adds up their gradients.
        let weights = Set(layers.map { ObjectIdentifier($0.weight) })
        guard weights.count == layers.count else { return nil }

        let loss: DensePlan.Loss
        switch (settings.loss.kind, ending) {
        case (.sparseCategoricalCrossentropy(false, 0), .softmax),
            (.sparseCategoricalCrossentropy(true, 0), .linear):
            loss = .softmaxCrossEntropy
        case (.binaryCrossentropy(false, 0), .sigmoid), (.binaryCrossentropy(true, 0), .linear):
            loss = .sigmoidCrossEntropy
        case (.meanSquaredError, .linear): loss = .squaredError
        default: return nil
        }
        let outputsAreLogits = ending != .linear
        for metric in settings.metrics {
            switch metric.kind {
            // These read the outputs' order only, which logits share with probabilities.
            case .accuracy, .topK, .precision, .recall, .f1, .meanIoU, .auc, .averagePrecision:
                break
            case .meanSquaredError, .rootMeanSquaredError, .meanAbsoluteError, .r2:
                if outputsAreLogits { return nil }
            // A metric of one's own may keep the outputs; the plan's are overwritten.
            case .custom, .unknown: return nil
            }
        }
        guard let plan = try DensePlan(layers, loss: loss, rows: rows) else { return nil }
        return (plan, outputsAreLogits)
    }
}
