import Tensors

/// Saves the model after each epoch, or after each that is better than all before; semantics of
/// Keras' `ModelCheckpoint`.
///
///     ModelCheckpoint("best.safetensors", monitor: .valLoss, saveBestOnly: true)
public final class ModelCheckpoint: Callback {
    public let path: String
    public let monitor: Monitor
    public let saveBestOnly: Bool
    public let mode: MonitorMode
    private var best: Double?

    public init(
        _ path: String, monitor: Monitor = .valLoss, saveBestOnly: Bool = false,
        mode: MonitorMode = .auto
    ) {
        self.path = path
        self.monitor = monitor
        self.saveBestOnly = saveBestOnly
        self.mode = mode
        super.init()
    }

    override func begin(_ context: Context) throws { best = nil }

    override func epochEnded(
        _ epoch: Int, _ logs: TrainingLogs, _ context: Context
    ) throws -> TrainingSignal {
        guard saveBestOnly else {
            try ModelFile.save(context.model, to: path)
            return .proceed
        }
        let value = try logs.value(monitor.name)
        let larger = mode == .max || (mode == .auto && monitor.isBetterWhenLarger)
        if best.map({ larger ? value > $0 : value < $0 }) ?? true {
            best = value
            try ModelFile.save(context.model, to: path)
        }
        return .proceed
    }
}
