internal import CKernels

/// The optimizers' steps, each one pass over a parameter, its gradient and its state, in place.
package enum OptimizerKernels {
    /// Hyperparameters of stochastic gradient descent.
    package struct SGD {
        package var learningRate: Double
        package var momentum: Double
        package var weightDecay: Double
        package var nesterov: Bool

        package init(learningRate: Double, momentum: Double, weightDecay: Double, nesterov: Bool) {
            self.learningRate = learningRate
            self.momentum = momentum
            self.weightDecay = weightDecay
            self.nesterov = nesterov
        }
    }

    /// Hyperparameters of Adam and AdamW, and the number of the step, from 1.
    package struct Adam {
        package var learningRate: Double
        package var beta1: Double
        package var beta2: Double
        package var epsilon: Double
        package var weightDecay: Double
        package var isDecoupled: Bool
        package var step: Int

        package init(
            learningRate: Double, beta1: Double, beta2: Double, epsilon: Double,
            weightDecay: Double, isDecoupled: Bool, step: Int
        ) {
            self.learningRate = learningRate
            self.beta1 = beta1
            self.beta2 = beta2
            self.epsilon = epsilon
            self.weightDecay = weightDecay
            self.isDecoupled = isDecoupled
            self.step = step
        }
    }

    /// Hyperparameters of RMSprop.
    package struct RMSprop {
        package var learningRate: Double
        package var decay: Double
        package var epsilon: Double
        package var momentum: Double
        package var weightDecay: Double

        package init(
            learningRate: Double, decay: Double, epsilon: Double, momentum: Double,
            weightDecay: Double
        ) {
            self.learningRate = learningRate
            self.decay = decay
            self.epsilon = epsilon
            self.momentum = momentum
            self.weightDecay = weightDecay
        }
    }

    /// One step of stochastic gradient descent; `velocity` exists where momentum is not 0.
    package static func step(
        _ options: SGD, isFirst: Bool, _ parameter: Parameter, _ gradient: Tensor,
        velocity: Tensor?
    ) throws(TensorError) {
        let gradient = try prepared(gradient, parameter)
        var arguments = vj_sgd(
            learning_rate: options.learningRate, momentum: options.momentum, dampening: 0,
            weight_decay: options.weightDecay, nesterov: options.nesterov, first: isFirst)
        try parameter.update { (weights, count, dtype) throws(TensorError) in
            try check(
                vj_sgd_step(
                    dtype.c, count, weights, gradient.data, velocity?.storage.data, &arguments),
                "SGD")
        }
        withExtendedLifetime((gradient, velocity)) {}
    }

    /// One step of Adam or AdamW.
    package static func step(
        _ options: Adam, _ parameter: Parameter, _ gradient: Tensor, m: Tensor, v: Tensor
    ) throws(TensorError) {
        let gradient = try prepared(gradient, parameter)
        var arguments = vj_adam(
            learning_rate: options.learningRate, beta1: options.beta1, beta2: options.beta2,
            epsilon: options.epsilon, weight_decay: options.weightDecay,
            decoupled: options.isDecoupled, step: UInt64(options.step))
        try parameter.update { (weights, count, dtype) throws(TensorError) in
            try check(
                vj_adam_step(
                    dtype.c, count, weights, gradient.data, m.storage.data, v.storage.data,
                    &arguments), "Adam")
        }
        withExtendedLifetime((gradient, m, v)) {}
    }

    /// One step of RMSprop; `velocity` exists where momentum is not 0.
    package static func step(
        _ options: RMSprop, _ parameter: Parameter, _ gradient: Tensor, square: Tensor,
        velocity: Tensor?
    ) throws(TensorError) {
        let gradient = try prepared(gradient, parameter)
        var arguments = vj_rmsprop(
            learning_rate: options.learningRate, decay: options.decay, epsilon: options.epsilon,
            momentum: options.momentum, weight_decay: options.weightDecay)
        try parameter.update { (weights, count, dtype) throws(TensorError) in
            try check(
                vj_rmsprop_step(
                    dtype.c, count, weights, gradient.data, square.storage.data,
                    velocity?.storage.data, &arguments), "RMSprop")
        }
        withExtendedLifetime((gradient, square, velocity)) {}
    }

    /// The gradient as flat memory of the parameter's type and size.
    @inline(__always)
    static func prepared(
        _ gradient: Tensor, _ parameter: Parameter
    ) throws(TensorError) -> TensorStorage {
        let storage = gradient.storage
        if storage.isContiguous, storage.dtype == parameter.value.dtype,
            storage.shape == parameter.value.shape
        {
            return storage
        }
        guard storage.shape == parameter.value.shape else {
            throw .shape(
                operation: "update",
                expected: "a gradient of the parameter's shape \(parameter.value.shape)",
                given: storage.shape, help: nil)
        }
        return try Checked.asType(gradient, parameter.value.dtype).contiguousStorage()
    }
}
