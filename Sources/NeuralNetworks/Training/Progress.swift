import Synchronization
import Tensors

/// How much `fit` shows: one line that changes, the same with curves, a line for each epoch, or
/// nothing.
public enum Verbosity: String, Sendable {
    case progress
    /// The line that changes, and the curves of loss and metrics as they grow.
    case curve
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
    private var curve: LiveCurve?
    /// How long the last picture took: it may take at most a fiftieth of the time.
    private var cost = Duration.zero
    private static let counter = Atomic<Int>(0)
    private static let interval = Duration.milliseconds(100)

    init(_ verbosity: Verbosity, epochs: Int, batches: Int) {
        self.verbosity = verbosity
        self.epochs = epochs
        self.batches = batches
        sink = Output.sink
        updates = (verbosity == .progress || verbosity == .curve) && sink.updatesInPlace
        if verbosity == .curve { curve = LiveCurve(epochs: epochs) }
        let number = TrainingProgress.counter.wrappingAdd(1, ordering: .relaxed).newValue
        id = "fit-\(number)"
    }

    /// Whether batches are worth telling.
    var showsBatches: Bool { updates || curve != nil }

    /// After a batch: its own loss, and the mean of the epoch so far.
    func batch(_ batch: Int, epoch: Int, own: Double, loss: @autoclosure () -> Double) {
        if batches > 0 { curve?.add(own, at: Double(epoch - 1) + Double(batch) / Double(batches)) }
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
        curve?.history.append(epoch: epoch, logs)
        switch verbosity {
        case .silent: return
        case .epochs: sink.write(text(epoch, logs) + "\n")
        case .progress, .curve:
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
            if verbosity != .epochs, !writesLine(epoch) {
                sink.write(text(epoch, logs) + "\n")
            }
            if let ending { sink.write(ending + "\n") }
            if let curve, let picture = LiveCurve.painter.picture(of: curve) {
                sink.display(
                    DisplayBundle(text: text(epoch, logs)).adding("image/svg+xml", .text(picture)),
                    id: nil)
            }
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
        if let lastUpdate, now - lastUpdate < max(TrainingProgress.interval, cost * 50) { return false }
        lastUpdate = now
        return true
    }

    private func show(_ text: String) {
        guard text != lastText else { return }
        lastText = text
        var bundle = DisplayBundle(text: text)
        if let curve {
            let start = ContinuousClock.now
            if let picture = LiveCurve.painter.picture(of: curve) {
                bundle = bundle.adding("image/svg+xml", .text(picture))
            }
            cost = ContinuousClock.now - start
        }
        if isShown {
            sink.updateDisplay(bundle, id: id)
        } else {
            sink.display(bundle, id: id)
            isShown = true
        }
    }
}
