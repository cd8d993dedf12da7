package import Tensors

/// Losses of `compile` as they are computed from a model's outputs and the expected values.
package enum LossFunction {
    /// The scalar loss. Where the outputs are the result of a final softmax or sigmoid layer, it is
    /// computed from what that was applied to.
    ///
    /// `weights`, one for each example, multiply the examples' losses before the mean, as Keras'
    /// sample weights do.
    package static func value(
        _ loss: Loss, outputs: Tensor, targets: Tensor, weights: Tensor? = nil
    ) throws -> Tensor {
        let each = try each(loss, outputs: outputs, targets: targets)
        if case .custom = loss.kind, weights == nil, each.count == 1 { return each }
        guard let weights else { return try Checked.mean(each) }
        let rows = outputs.shape.first ?? 1
        guard each.rank > 0, each.shape[0] == rows else {
            throw TensorError.shape(
                operation: loss.name, expected: "one value for each of \(rows) examples to weight",
                given: each.shape, help: "a loss of one's own gives one number for each example")
        }
        let losses =
            each.rank == 1 ? each : try Checked.mean(each, axes: Array(1..<each.rank))
        return try Checked.mean(Checked.multiply(losses, weights))
    }

    /// The loss of each example, or of each of its elements.
    private static func each(_ loss: Loss, outputs: Tensor, targets: Tensor) throws -> Tensor {
        switch loss.kind {
        case .sparseCategoricalCrossentropy(let fromLogits, let smoothing):
            let labels = try integerLabels(targets, outputs, loss.name)
            let logits = try fromLogits ? outputs : logits(outputs, .softmax)
            return try Losses.softmaxCrossEntropy(
                logits: logits, labels: labels, smoothing: smoothing, classWeights: nil,
                reduction: .none)
        case .categoricalCrossentropy(let fromLogits, let smoothing):
            guard targets.shape == outputs.shape else {
                throw TensorError.shape(
                    operation: loss.name,
                    expected: "one-hot labels of the outputs' shape \(outputs.shape)",
                    given: targets.shape,
                    help: targets.rank == outputs.rank - 1
                        ? "for integer labels use .sparseCategoricalCrossentropy" : nil)
            }
            return try Losses.softmaxCrossEntropy(
                logits: fromLogits ? outputs : logits(outputs, .softmax),
                probabilities: asFloat(targets, like: outputs), smoothing: smoothing,
                classWeights: nil, reduction: .none)
        case .binaryCrossentropy(let fromLogits, let smoothing):
            return try Losses.sigmoidCrossEntropy(
                logits: fromLogits ? outputs : logits(outputs, .sigmoid),
                labels: aligned(targets, with: outputs, loss.name), smoothing: smoothing,
                positiveWeight: 1, reduction: .none)
        case .meanSquaredError:
            return try Checked.meanSquaredError(
                predicted: outputs, expected: aligned(targets, with: outputs, loss.name),
                reduction: .none)
        case .meanAbsoluteError:
            return try RegressionLosses.absoluteError(
                predicted: outputs, expected: aligned(targets, with: outputs, loss.name))
        case .huber(let delta):
            return try RegressionLosses.huber(
                predicted: outputs, expected: aligned(targets, with: outputs, loss.name),
                delta: delta)
        case .each(let function):
            return try function(outputs, aligned(targets, with: outputs, loss.name))
        case .custom(let function):
            let value = try function(outputs, targets)
            guard value.count == 1 || value.shape == [outputs.shape.first ?? 1] else {
                throw TensorError.gradientOfShape(value.shape)
            }
            return value
        case .unknown(let name):
            throw unknown(name)
        }
    }

    static func unknown(_ name: String) -> TensorError {
        .domain(
            operation: "compile", problem: "no loss is named '\(name)'",
            help: "there are " + Loss.all.map { "." + $0.name }.joined(separator: ", "))
    }

    /// What a softmax or sigmoid was applied to, or the logarithms of given probabilities, kept
    /// 1e-7 away from 0 and 1 as Keras keeps them.
    private static func logits(
        _ probabilities: Tensor, _ kind: ActivationFunction.Kind
    ) throws -> Tensor {
        if let last = NetworkState.current.lastOutput, last.kind == kind,
            last.output.storage === probabilities.storage
        {
            return last.logits
        }
        let clipped = try Checked.clipped(probabilities, min: 1e-7, max: 1 - 1e-7)
        let logarithm = try Checked.log(clipped)
        guard kind == .sigmoid else { return logarithm }
        return try Checked.subtract(
            logarithm, Checked.log(Checked.subtract(.real(1), clipped)))
    }

    /// Labels as integers, one for each row of the outputs.
    private static func integerLabels(
        _ targets: Tensor, _ outputs: Tensor, _ name: String
    ) throws -> Tensor {
        guard let classes = outputs.shape.last, outputs.rank >= 2 else {
            throw TensorError.shape(
                operation: name, expected: "outputs [batch, classes]", given: outputs.shape,
                help: nil)
        }
        var rowShape = outputs.shape
        rowShape.remove(at: rowShape.count - 1)
        var labels = targets
        if targets.shape != rowShape {
            guard targets.count == rowShape.product, targets.shape != outputs.shape || classes == 1
            else {
                throw TensorError.shape(
                    operation: name, expected: "integer labels of shape \(rowShape)",
                    given: targets.shape,
                    help: targets.shape == outputs.shape
                        ? "for one-hot labels use .categoricalCrossentropy" : nil)
            }
            labels = try Checked.reshaped(targets, Array(rowShape))
        }
        return labels.dtype.isFloatingPoint || labels.dtype == .bool
            ? try Checked.asType(labels, .int64) : labels
    }

    /// Expected values with the outputs' shape and type: a missing or extra axis of extent 1 is no
    /// difference, everything else is an error instead of a broadcast.
    static func aligned(_ targets: Tensor, with outputs: Tensor, _ name: String) throws -> Tensor {
        var result = targets
        if targets.shape != outputs.shape {
            guard targets.filterExtents() == outputs.filterExtents() else {
                throw TensorError.shape(
                    operation: name,
                    expected: "expected values of the outputs' shape \(outputs.shape)",
                    given: targets.shape,
                    help: outputs.shape.last ?? 1 > 1 && targets.rank == outputs.rank - 1
                        ? "for integer labels use .sparseCategoricalCrossentropy" : nil)
            }
            result = try Checked.reshaped(targets, Array(outputs.shape))
        }
        return result.dtype == outputs.dtype ? result : try Checked.asType(result, outputs.dtype)
    }
}

extension Tensor {
    /// The extents that are not 1.
    fileprivate func filterExtents() -> [Int] { shape.filter { $0 != 1 } }
}
