package import Tensors

/// What a callback answers: whether training goes on.
public enum TrainingSignal: Sendable {
    case proceed
    /// Ends training after this epoch or batch.
    case stop
}

/// Code that runs while a model trains.
///
///     Callback(onEpochEnd: { epoch, logs in print(epoch, logs["loss"]) })
///     Callback(onEpochEnd: { epoch, logs in logs["loss"] < 0.01 ? .stop : .proceed })
///
/// Epochs count from 1, batches from 1 within their epoch.
public class Callback {
    /// What a callback is told and may touch.
    package struct Context {
        /// The model that is trained.
        package let model: any Layer
        /// The model's parameters, found when training began.
        package let parameters: () -> [Parameter]
        /// The optimizer at work.
        package let optimizer: Optimizer
        /// How far training has come.
        package let position: TrainingPosition
    }

    package typealias Step = (Int, TrainingLogs) throws -> TrainingSignal

    private let trainBegin: (() throws -> Void)?
    private let trainEnd: (() throws -> Void)?
    private let epochEnd: Step?
    private let batchEnd: Step?

    /// A callback whose closures may stop training by returning `.stop`.
    ///
    /// Disfavoured, since a closure of several statements without `return` would fit both.
    @_disfavoredOverload
    public init(
        onEpochEnd: ((Int, TrainingLogs) throws -> TrainingSignal)?,
        onBatchEnd: ((Int, TrainingLogs) throws -> TrainingSignal)? = nil,
        onTrainBegin: (() throws -> Void)? = nil, onTrainEnd: (() throws -> Void)? = nil
    ) {
        epochEnd = onEpochEnd
        batchEnd = onBatchEnd
        trainBegin = onTrainBegin
        trainEnd = onTrainEnd
    }

    /// A callback that only looks on.
    public convenience init(
        onEpochEnd: ((Int, TrainingLogs) throws -> Void)? = nil,
        onBatchEnd: ((Int, TrainingLogs) throws -> Void)? = nil,
        onTrainBegin: (() throws -> Void)? = nil, onTrainEnd: (() throws -> Void)? = nil
    ) {
        func answering(_ body: ((Int, TrainingLogs) throws -> Void)?) -> Step? {
            guard let body else { return nil }
            return { number, logs in
                try body(number, logs)
                return .proceed
            }
        }
        self.init(
            onEpochEnd: answering(onEpochEnd), onBatchEnd: answering(onBatchEnd),
            onTrainBegin: onTrainBegin, onTrainEnd: onTrainEnd)
    }

    /// For callbacks with methods of their own.
    init() {
        epochEnd = nil
        batchEnd = nil
        trainBegin = nil
        trainEnd = nil
    }

    /// Whether `batchEnd` wants to be called; figures of a batch are made only then.
    var observesBatches: Bool { batchEnd != nil }

    func begin(_ context: Context) throws { try trainBegin?() }

    func end(_ context: Context) throws { try trainEnd?() }

    func epochEnded(
        _ epoch: Int, _ logs: TrainingLogs, _ context: Context
    ) throws -> TrainingSignal { try epochEnd?(epoch, logs) ?? .proceed }

    func epochBegan(_ epoch: Int, _ context: Context?) throws {}

    func batchEnded(
        _ batch: Int, _ logs: TrainingLogs, _ context: Context
    ) throws -> TrainingSignal { try batchEnd?(batch, logs) ?? .proceed }

    /// Why this callback stopped training, for the last line of the progress.
    var stopReason: String? { nil }
}

/// How far a training has come: what a callback that brings back an earlier run sets.
package final class TrainingPosition {
    /// The last epoch that was finished.
    package var epoch = 0
    package var history = History()
}

/// A figure that a callback watches: `.valLoss` or `"val_loss"`.
public struct Monitor: Sendable, Equatable, ExpressibleByStringLiteral {
    public let name: String

    /// The figure with this name, as it appears in histories; `valLoss` and the like are understood.
    public init(stringLiteral name: String) {
        self.init(name)
    }

    public init(_ name: String) {
        let known = ["valLoss": "val_loss", "valAccuracy": "val_accuracy"]
        self.name = known[name] ?? name
    }

    public static let loss = Monitor("loss")
    public static let accuracy = Monitor("accuracy")
    public static let valLoss = Monitor("val_loss")
    public static let valAccuracy = Monitor("val_accuracy")

    /// Whether larger is better, by the figure's name.
    package var isBetterWhenLarger: Bool { name.hasSuffix("ccuracy") }
}

/// Which way a monitored figure gets better.
public enum MonitorMode: String, Sendable {
    /// Down, but up for accuracies.
    case auto
    case min
    case max
}
