internal import Bindings
internal import Language
import Glibc
import Synchronization

/// Looks how much memory the process takes while a cell runs, and stops the cell before the machine has none left.
///
/// Large values ask before they are made. Many small ones, the texts, dictionaries and objects of a loop that never
/// ends, do not, and the system ends a process that takes the last page. What is looked at is what the system tells: so
/// nothing that a cell can make is forgotten. How long is waited until the next look follows from what is left: no
/// program fills memory faster than `fastest`.
enum MemoryWatch {
    /// What there is too little of.
    enum Shortage: Sendable {
        case machine
        /// The session's own limit, in bytes.
        case limit(Int)
    }

    private struct Watch {
        let id: Int
        /// What the process took before the session had values.
        let resting: Int
        let limit: @Sendable () -> Int
        let report: @Sendable (Shortage) -> Void
    }

    private struct State {
        var count = 0
        var watch: Watch?
        var isLooking = false
    }

    /// Bytes a second.
    private static let fastest = 20e9
    private static let longestPause = 0.5
    private static let shortestPause = 0.005
    /// A cell that has taken less than this is not what the memory went to, and may be the one that gives some back.
    private static let negligible = 16 << 20
    /// Small values are counted by what the process takes, and that is more than its values.
    private static let allowance = 64 << 20

    private static let state = Mutex(State())
    private static let wake = Signal()
    private static let thread = WorkerThread(name: "memory", stackBytes: 1 << 18)

    /// From now on a cell runs. One at a time.
    ///
    /// - Parameters:
    ///   - resting: what the process took before the session had values.
    ///   - limit: the session's own limit, in bytes; 0 for none.
    ///   - report: called when there is too little, on a thread of its own.
    static func begin(
        resting: Int, limit: @escaping @Sendable () -> Int, _ report: @escaping @Sendable (Shortage) -> Void
    ) {
        let mustStart = state.withLock { state in
            state.count += 1
            state.watch = Watch(id: state.count, resting: resting, limit: limit, report: report)
            defer { state.isLooking = true }
            return !state.isLooking
        }
        if mustStart {
            thread.post { look() }
        } else if limit() > 0 {
            // The pause was for a session with more room.
            wake.raise()
        }
    }

    static func end() {
        state.withLock { $0.watch = nil }
    }

    /// Looks until no cell has run for some time.
    private static func look() {
        var known = 0
        var atStart = 0
        var idle = 0
        while true {
            let watch = state.withLock { state in
                idle = state.watch == nil ? idle + 1 : 0
                if idle > 2 { state.isLooking = false }
                return state.watch
            }
            if idle > 2 { return }
            var room = Library.memoryAvailable
            if let watch {
                let resident = Library.memoryResident
                if watch.id != known { (known, atStart) = (watch.id, resident) }
                let limit = watch.limit()
                if limit > 0 { room = min(room, watch.resting + limit + allowance - resident) }
                if room <= 0, resident - atStart > negligible, let shortage = shortage(limit, watch.resting) {
                    state.withLock { state in
                        if let current = state.watch, current.id == watch.id { current.report(shortage) }
                    }
                }
            }
            let pause = max(shortestPause, min(longestPause, Double(room) / fastest))
            _ = wake.wait(seconds: pause)
        }
    }

    /// What there is too little of when nothing is kept for reuse any more.
    private static func shortage(_ limit: Int, _ resting: Int) -> Shortage? {
        Library.trimMemory()
        if Library.memoryAvailable <= 0 { return .machine }
        return limit > 0 && Library.memoryResident > resting + limit + allowance ? .limit(limit) : nil
    }
}

extension MemoryWatch.Shortage {
    /// What the cell that is stopped is told.
    var fault: RuntimeFault {
        switch self {
        case .machine:
            RuntimeFault(
                .outOfMemory, "out of memory: the cell was stopped before the machine had none left",
                help: "give large variables a small value ('values = []') or use '%reset', then work in smaller parts")
        case .limit(let bytes):
            RuntimeFault(
                .outOfMemory, "out of memory: the session's values take more than the limit of \(Quantity.text(bytes: bytes))",
                help: "free large values, use smaller batches, or \(Limit.memory.help)")
        }
    }
}
