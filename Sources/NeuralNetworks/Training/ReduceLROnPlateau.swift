import Tensors

/// Makes the learning rate smaller when a figure has not got better for some epochs; semantics of
/// Keras' `ReduceLROnPlateau`.
///
///     ReduceLROnPlateau(monitor: .valLoss, factor: 0.5, patience: 3)
public final class ReduceLROnPlateau: Callback {
    public let monitor: Monitor
    public let factor: Double
    public let patience: Int
    public let minDelta: Double
    public let minLearningRate: Double
    public let mode: MonitorMode
    private var best: Double?
    private var wait = 0

    public init(
        monitor: Monitor = .valLoss, factor: Double = 0.1, patience: Int = 10,
        minDelta: Double = 1e-4, minLearningRate: Double = 0, mode: MonitorMode = .auto
    ) {
        self.monitor = monitor
        self.factor = factor
        self.patience = patience
        self.minDelta = abs(minDelta)
        self.minLearningRate = minLearningRate
        self.mode = mode
        super.init()
    }

    override func begin(_ context: Context) throws {
        best = nil
        wait = 0
        guard factor > 0, factor < 1 else {
            throw TensorError.domain(
                operation: "ReduceLROnPlateau",
                problem: "the factor must lie between 0 and 1, given \(factor)", help: nil)
        }
    }

    override func epochEnded(
        _ epoch: Int, _ logs: TrainingLogs, _ context: Context
    ) throws -> TrainingSignal {
        let value = try logs.value(monitor.name)
        let larger = mode == .max || (mode == .auto && monitor.isBetterWhenLarger)
        if best.map({ larger ? value - minDelta > $0 : value + minDelta < $0 }) ?? true {
            best = value
            wait = 0
        } else {
            wait += 1
            if wait >= patience {
                let optimizer = context.optimizer
                optimizer.learningRate = max(optimizer.learningRate * factor, minLearningRate)
                wait = 0
            }
        }
        return .proceed
    }
}
