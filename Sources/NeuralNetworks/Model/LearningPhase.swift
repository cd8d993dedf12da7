import Tensors

/// Whether layers behave as in training, such as `Dropout`, or as in use.
public enum LearningPhase: Sendable {
    case training
    case inference
}

/// Runs a closure in a learning phase and returns its value.
///
///     withLearningPhase(.training) { model(x) }     // with dropout
public func withLearningPhase<Result>(
    _ phase: LearningPhase, _ body: () throws -> Result
) rethrows -> Result {
    let state = NetworkState.current
    let previous = state.phase
    state.phase = phase
    defer { state.phase = previous }
    return try body()
}

extension LearningPhase {
    /// The phase in force; inference outside `fit`, `valueWithGradient(at: model)` and
    /// ``withLearningPhase(_:_:)``.
    public static var current: LearningPhase { NetworkState.current.phase }
}
