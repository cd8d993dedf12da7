import Synchronization
import Tensors

/// The progress of a long load: one line that is replaced at most ten times a second where lines
/// can be replaced, and nothing elsewhere. What remains at the end holds no time.
final class LoadingProgress {
    private let total: Int
    private let what: String
    private let id: String?
    private let sink: any OutputSink
    private var lastUpdate = ContinuousClock.now
    private static let counter = Atomic<Int>(0)

    /// - Parameter least: what has fewer parts than this is loaded in silence.
    init(_ what: String, total: Int, least: Int = 500) {
        self.what = what
        self.total = total
        sink = Output.sink
        guard total >= least, sink.updatesInPlace else {
            id = nil
            return
        }
        let number = LoadingProgress.counter.wrappingAdd(1, ordering: .relaxed).newValue
        id = "load-\(number)"
        sink.display(DisplayBundle(text: text(0)), id: id)
    }

    func advance(to done: Int) {
        guard let id else { return }
        let now = ContinuousClock.now
        guard done == total || now - lastUpdate >= .milliseconds(100) else { return }
        lastUpdate = now
        sink.updateDisplay(DisplayBundle(text: text(done)), id: id)
    }

    private func text(_ done: Int) -> String { "\(what): \(done) of \(total)" }
}
