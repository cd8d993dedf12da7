internal import JupyterMessaging

/// The evaluator, which is made while the sockets already answer.
package final class EvaluatorSource: Sendable {
    private let evaluator = Monitor<(any Evaluator)?>(nil)

    package init() {}

    package init(_ evaluator: any Evaluator) {
        self.evaluator.withLock { $0 = evaluator }
    }

    package func provide(_ evaluator: any Evaluator) {
        self.evaluator.update { $0 = evaluator }
    }

    /// The evaluator, if it is there yet.
    package var current: (any Evaluator)? {
        evaluator.withLock { $0 }
    }

    /// The evaluator, as soon as it is there.
    package func wait() -> any Evaluator {
        evaluator.wait { $0 }
    }
}
