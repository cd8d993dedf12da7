public import Learning
public import Tensors

/// What learns from examples and labels and then answers: fit, predict, score.
public protocol Estimator: Learning.Estimator {}

extension Classifier: Estimator {}
extension Regressor: Estimator {}

extension PCA {
    /// The mean of the examples.
    public var mean: Tensor { means }
}
