import Tensors

/// Ends training when a figure has not got better for some epochs; semantics of Keras'
/// `EarlyStopping`.
///
///     EarlyStopping(monitor: .valLoss, patience: 5, restoreBestWeights: true)
///
/// With `restoreBestWeights` the model ends with the parameters of its best epoch, also when
/// training runs to its last epoch.
public final class EarlyStopping: Callback {
    public let monitor: Monitor
    public let patience: Int
    public let minDelta: Double
    public let restoreBestWeights: Bool
    public let mode: MonitorMode

    /// The best value of the figure, and its epoch; nil before training.
    public private(set) var best: Double?
    public private(set) var bestEpoch: Int?
    private var wait = 0
    private var bestWeights: [(Parameter, Tensor)] = []
    private var stopped = false

    public init(
        monitor: Monitor = .valLoss, patience: Int = 0, minDelta: Double = 0,
        restoreBestWeights: Bool = false, mode: MonitorMode = .auto
    ) {
        self.monitor = monitor
        self.patience = patience
        self.minDelta = abs(minDelta)
        self.restoreBestWeights = restoreBestWeights
        self.mode = mode
        super.init()
    }

    override func begin(_ context: Context) throws {
        best = nil
        bestEpoch = nil
        wait = 0
        bestWeights = []
        stopped = false
    }

    override func epochEnded(
        _ epoch: Int, _ logs: TrainingLogs, _ context: Context
    ) throws -> TrainingSignal {
        guard let value = logs.entries.first(where: { $0.key == monitor.name })?.value else {
            throw TensorError.domain(
                operation: "EarlyStopping", problem: "no figure is named '\(monitor.name)'",
                help: (monitor.name.hasPrefix("val_")
                    ? "give 'fit' validationData: or validationSplit:; " : "")
                    + "there are " + logs.keys.map { "'\($0)'" }.joined(separator: ", "))
        }
        let larger = mode == .max || (mode == .auto && monitor.isBetterWhenLarger)
        let improved = best.map { larger ? value - minDelta > $0 : value + minDelta < $0 } ?? true
        if improved {
            best = value
            bestEpoch = epoch
            wait = 0
            if restoreBestWeights {
                // The old tensors are shared, not copied: the next step makes its own.
                bestWeights = context.parameters().map { ($0, $0.value) }
            }
            return .proceed
        }
        wait += 1
        guard wait >= patience else { return .proceed }
        stopped = true
        return .stop
    }

    override func end(_ context: Context) throws {
        for (parameter, value) in bestWeights { parameter.value = value }
        bestWeights = []
    }

    override var stopReason: String? {
        guard stopped, let best, let bestEpoch else { return nil }
        return "\(monitor.name) has not improved on \(NumberText.short(best)) "
            + "(epoch \(bestEpoch)) for \(wait) \(wait == 1 ? "epoch" : "epochs")"
    }
}
