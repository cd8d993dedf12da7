internal import CKernels

/// A training step of a stack of dense layers without a tape: forward, loss and backward as one
/// fixed list of kernel calls on buffers that are kept.
///
/// The kernels are those that the tape's operations call, in the same order. A step allocates
/// nothing; what does not fit the plan (other types, shapes, layers) the caller does with the tape.
package final class DensePlan {
    /// One layer: activation(x·weight + bias).
    package struct DenseStage {
        package let weight: Parameter
        let bias: Parameter?
        let activation: FusedActivation

        package init(weight: Parameter, bias: Parameter?, activation: FusedActivation) {
            self.weight = weight
            self.bias = bias
            self.activation = activation
        }
    }

    /// The loss of the last layer's outputs.
    package enum Loss {
        /// Softmax cross-entropy with int64 labels `[rows]`.
        case softmaxCrossEntropy
        /// Sigmoid cross-entropy with float32 labels of the outputs' shape.
        case sigmoidCrossEntropy
        /// Squared error with float32 values of the outputs' shape.
        case squaredError
    }

    /// A layer with its sizes and buffers.
    private struct Stage {
        let weight: Parameter
        let bias: Parameter?
        let kernel: vj_unary_op
        let number: Double
        let inputs: Int
        let outputs: Int
        /// Outputs [rows, outputs], and the gradient with respect to them.
        let values: TensorStorage
        let slopes: TensorStorage
        let weightGradient: TensorStorage
        let biasGradient: TensorStorage?
    }

    private let stages: [Stage]
    private let loss: Loss
    private let rowLimit: Int
    private let losses: TensorStorage
    private let total: TensorStorage
    /// The parameters in order, and their gradients after a step.
    package let parameters: [Parameter]
    package let gradients: [Tensor]

    /// A plan for batches of up to `rows` rows; nil where a layer is not of the kind it can do.
    package init?(_ layers: [DenseStage], loss: Loss, rows: Int) throws(TensorError) {
        var stages: [Stage] = []
        var parameters: [Parameter] = []
        var gradients: [Tensor] = []
        for (index, layer) in layers.enumerated() {
            let shape = layer.weight.value.shape
            guard shape.count == 2, layer.weight.value.dtype == .float32, layer.weight.trainable,
                layer.bias?.trainable ?? true, layer.activation.isRecoverable, rows > 0,
                index == 0 || shape[0] == stages[index - 1].outputs
            else { return nil }
            let weightGradient = try TensorStorage.allocate(shape, .float32)
            parameters.append(layer.weight)
            gradients.append(Tensor(weightGradient))
            var biasGradient: TensorStorage?
            if let bias = layer.bias {
                guard bias.value.shape == Shape(shape[1]), bias.value.dtype == .float32 else {
                    return nil
                }
                let storage = try TensorStorage.allocate(Shape(shape[1]), .float32)
                parameters.append(bias)
                gradients.append(Tensor(storage))
                biasGradient = storage
            }
            stages.append(
                Stage(
                    weight: layer.weight, bias: layer.bias,
                    kernel: layer.activation.operation?.kernel ?? VJ_IDENTITY,
                    number: layer.activation.parameter, inputs: shape[0], outputs: shape[1],
                    values: try TensorStorage.allocate(Shape(rows, shape[1]), .float32),
                    slopes: try TensorStorage.allocate(Shape(rows, shape[1]), .float32),
                    weightGradient: weightGradient, biasGradient: biasGradient))
        }
        guard let last = stages.last else { return nil }
        self.stages = stages
        self.loss = loss
        self.parameters = parameters
        self.gradients = gradients
        rowLimit = rows
        losses = try TensorStorage.allocate(Shape(rows, last.outputs), .float32)
        total = try TensorStorage.allocate(Shape(), .float32)
    }

    /// Whether a step can take this batch.
    @inline(__always)
    private func fits(_ x: TensorStorage, _ y: TensorStorage) -> Bool {
        guard x.shape.count == 2, x.dtype == .float32, x.isContiguous, y.isContiguous,
            x.shape[1] == stages[0].inputs, x.shape[0] > 0, x.shape[0] <= rowLimit
        else { return false }
        let rows = x.shape[0]
        switch loss {
        case .softmaxCrossEntropy: return y.dtype == .int64 && y.shape == Shape(rows)
        case .sigmoidCrossEntropy, .squaredError:
            return y.dtype == .float32 && y.shape == Shape(rows, stages[stages.count - 1].outputs)
        }
    }

    /// Labels in the form that steps take, where they are equal to that but for type or an axis of
    /// extent 1.
    package func prepared(_ y: Tensor) throws(TensorError) -> Tensor {
        guard let rows = y.shape.first else { return y }
        let outputs = stages[stages.count - 1].outputs
        switch loss {
        case .softmaxCrossEntropy:
            guard y.dtype.isInteger, y.count == rows else { return y }
            return try Checked.reshaped(Checked.asType(y, .int64), [rows])
        case .sigmoidCrossEntropy, .squaredError:
            guard y.count == rows * outputs, y.rank <= 2 else { return y }
            return try Checked.reshaped(Checked.asType(y, .float32), [rows, outputs])
        }
    }

    /// Computes the mean loss of a batch and leaves its gradients in ``gradients``; nil, and nothing
    /// done, where the batch or a parameter is not of the planned kind.
    package func step(_ x: Tensor, _ y: Tensor) throws(TensorError) -> Double? {
        let (x, y) = (x.storage, y.storage)
        guard fits(x, y) else { return nil }
        for stage in stages {
            guard stage.weight.value.storage.isContiguous,
                stage.bias?.value.storage.isContiguous ?? true
            else { return nil }
        }
        let rows = x.shape[0]
        try forward(x, rows)
        let value = try lossAndSlope(y, rows)
        try backward(x, rows)
        return value
    }

    private func forward(_ x: TensorStorage, _ rows: Int) throws(TensorError) {
        var source = UnsafeRawPointer(x.data)
        for stage in stages {
            var args = vj_matmul_args()
            args.dtype = VJ_FLOAT32
            args.m = rows
            args.n = stage.outputs
            args.k = stage.inputs
            args.alpha = 1
            args.a = source
            args.a_row = stage.inputs
            args.a_col = 1
            args.b = UnsafeRawPointer(stage.weight.value.storage.data)
            args.b_row = stage.outputs
            args.b_col = 1
            args.c = stage.values.data
            args.c_row = stage.outputs
            if let bias = stage.bias { args.bias = UnsafeRawPointer(bias.value.storage.data) }
            args.activation = stage.kernel
            args.activation_p0 = stage.number
            try check(vj_matmul(&args), "linear")
            source = UnsafeRawPointer(stage.values.data)
        }
    }

    private func lossAndSlope(_ y: TensorStorage, _ rows: Int) throws(TensorError) -> Double {
        let last = stages[stages.count - 1]
        let count = rows * last.outputs
        let losses: Int
        switch loss {
        case .softmaxCrossEntropy:
            losses = rows
            var bad = 0
            let status = vj_softmax_cross_entropy(
                VJ_FLOAT32, rows, last.outputs, last.values.data, VJ_INT64, y.data,
                self.losses.data, last.slopes.data, 1 / Double(rows), &bad)
            if status == VJ_OUT_OF_RANGE {
                let label = y.data.assumingMemoryBound(to: Int64.self)[bad]
                throw .label(
                    operation: "softmaxCrossEntropy", label: Int(label), row: bad,
                    classes: last.outputs)
            }
            try check(status, "softmaxCrossEntropy")
        case .sigmoidCrossEntropy:
            losses = count
            try check(
                vj_sigmoid_cross_entropy(
                    VJ_FLOAT32, count, last.values.data, y.data, self.losses.data,
                    last.slopes.data, 1 / Double(count)), "sigmoidCrossEntropy")
        case .squaredError:
            losses = count
            try check(
                vj_squared_error(
                    VJ_FLOAT32, count, last.values.data, y.data, self.losses.data,
                    last.slopes.data, 1 / Double(count)), "meanSquaredError")
        }
        try check(
            vj_reduce(VJ_MEAN, VJ_FLOAT32, 1, losses, 1, self.losses.data, total.data), "mean")
        return Double(total.data.assumingMemoryBound(to: Float.self).pointee)
    }

    private func backward(_ x: TensorStorage, _ rows: Int) throws(TensorError) {
        var index = stages.count - 1
        while index >= 0 {
            let stage = stages[index]
            if stage.kernel != VJ_IDENTITY {
                try check(
                    vj_unary_gradient(
                        stage.kernel, VJ_FLOAT32, rows * stage.outputs, stage.values.data,
                        stage.slopes.data, stage.slopes.data, stage.number, 0), "linear")
            }
            let source = index == 0 ? x : stages[index - 1].values
            // Xᵀ·G
            var args = vj_matmul_args()
            args.dtype = VJ_FLOAT32
            args.m = stage.inputs
            args.n = stage.outputs
            args.k = rows
            args.alpha = 1
            args.a = UnsafeRawPointer(source.data)
            args.a_row = 1
            args.a_col = stage.inputs
            args.b = UnsafeRawPointer(stage.slopes.data)
            args.b_row = stage.outputs
            args.b_col = 1
            args.c = stage.weightGradient.data
            args.c_row = stage.outputs
            try check(vj_matmul(&args), "matmul")
            if let biasGradient = stage.biasGradient {
                try check(
                    vj_reduce(
                        VJ_SUM, VJ_FLOAT32, 1, rows, stage.outputs, stage.slopes.data,
                        biasGradient.data), "sum")
            }
            if index > 0 {
                // G·Wᵀ
                args.m = rows
                args.n = stage.inputs
                args.k = stage.outputs
                args.a = UnsafeRawPointer(stage.slopes.data)
                args.a_row = stage.outputs
                args.a_col = 1
                args.b = UnsafeRawPointer(stage.weight.value.storage.data)
                args.b_row = 1
                args.b_col = stage.outputs
                args.c = stages[index - 1].slopes.data
                args.c_row = stage.inputs
                try check(vj_matmul(&args), "matmul")
            }
            index -= 1
        }
    }

    /// The last layer's outputs of the batch that the last step took, valid until the next one.
    package func outputs(rows: Int) -> Tensor {
        let last = stages[stages.count - 1]
        let shape = Shape(rows, last.outputs)
        return Tensor(
            TensorStorage(
                viewing: last.values, shape: shape, strides: shape.rowMajorStrides))
    }
}
