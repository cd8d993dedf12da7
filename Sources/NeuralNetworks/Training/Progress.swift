import Synchronization
import Tensors

/// How much `fit` shows: one line that changes, a line for each epoch, or nothing.
public enum Verbosity: String, Sendable {
    case progress
    case epochs
    case silent
}

/// The progress of a training: one line that is replaced at most ten times a second, or plain lines
/// where nothing can be replaced. What remains at the end holds no time, so it is the same in
/// every run.
final class TrainingProgress {
    private let epochs: Int
    private let batches: Int
    private let sink: any OutputSink
    private let updates: Bool
    private let verbosity: Verbosity
    private let id: String
    private var isShown = false
    private var lastUpdate: ContinuousClock.Instant?
    private var lastText = ""
    private static let counter = Atomic<Int>(0)
    private static let interval = Duration.milliseconds(100)

    init(_ verbosity: Verbosity, epochs: Int, batches: Int) {
        self.verbosity = verbosity
        self.epochs = epochs
        self.batches = batches
        sink = Output.sink
        updates = verbosity == .progress && sink.updatesInPlace
        let number = TrainingProgress.counter.wrappingAdd(1, ordering: .relaxed).newValue
        id = "fit-\(number)"
    }

    /// Whether batches are worth telling.
    var showsBatches: Bool { updates }

    /// After a batch.
    func batch(_ batch: Int, epoch: Int, loss: @autoclosure () -> Double) {
        guard updates, isDue() else { return }
        let width = 20
        let done = batches == 0 ? width : batch * width / batches
        let bar =
            String(repeating: "█", count: done) + String(repeating: "·", count: width - done)
        show(
            "epoch \(epoch)/\(epochs)  \(bar)  batch \(batch)/\(batches)  "
                + "loss \(NumberText.short(loss()))")
    }

    /// After an epoch.
    func epoch(_ epoch: Int, _ logs: TrainingLogs) {
        switch verbosity {
        case .silent: return
        case .epochs: sink.write(text(epoch, logs) + "\n")
        case .progress:
            if updates {
                if isDue() { show(text(epoch, logs)) }
            } else if writesLine(epoch) {
                sink.write(text(epoch, logs) + "\n")
            }
        }
    }

    /// At the end: the last epoch's figures, and why it was the last.
    func finish(_ epoch: Int, _ logs: TrainingLogs, _ reason: String?) {
        guard verbosity != .silent, epoch > 0 else { return }
        let ending = reason.map { "stopped early: \($0)" }
        if updates {
            show(text(epoch, logs) + (ending.map { "\n" + $0 } ?? ""))
        } else {
            if verbosity == .progress, !writesLine(epoch) {
                sink.write(text(epoch, logs) + "\n")
            }
            if let ending { sink.write(ending + "\n") }
        }
    }

    /// Of many epochs about twenty are written where lines cannot be replaced.
    private func writesLine(_ epoch: Int) -> Bool {
        epochs <= 20 || epoch == 1 || epoch == epochs || epoch % ((epochs + 19) / 20) == 0
    }

    private func text(_ epoch: Int, _ logs: TrainingLogs) -> String {
        "epoch \(epoch)/\(epochs)  \(logs)"
    }

    private func isDue() -> Bool {
        let now = ContinuousClock.now
        if let lastUpdate, now - lastUpdate < TrainingProgress.interval { return false }
        lastUpdate = now
        return true
    }

    private func show(_ text: String) {
        guard text != lastText else { return }
        lastText = text
        let bundle = DisplayBundle(text: text)
        if isShown {
            sink.updateDisplay(bundle, id: id)
        } else {
            sink.display(bundle, id: id)
            isShown = true
        }
    }
}
