import Synchronization

/// The comms of one session: those that are open, and the targets that frontends may open one to.
package final class CommRegistry: Sendable {
    /// Hears of a comm that a frontend has opened.
    package typealias Target = @Sendable (Comm, CommPayload) -> Void
    /// Has work done on the thread of the cells and calls its second argument when that is over.
    package typealias CellRunner = @Sendable (
        _ body: @escaping @Sendable () throws -> Void, _ completion: @escaping @Sendable () -> Void
    ) -> Void

    private struct State {
        var comms: [Comm] = []
        var targets: [String: Target] = [:]
        var count = 0
        var makeIdentifier: @Sendable (Int) -> String = { number in
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: 32 - digits.count) + digits
        }
        var runner: CellRunner?
        /// Takes events of threads that work for no request.
        var outlet: (any CommOutlet)?
    }

    private static let shared = Mutex<CommRegistry?>(nil)
    private let state = Mutex(State())

    package init() {}

    /// The registry of the session whose cell runs; nil where none does. Library code that a cell calls opens its
    /// comms here.
    package static var current: CommRegistry? {
        get { shared.withLock { $0 } }
        set { shared.withLock { $0 = newValue } }
    }

    // MARK: Set-up

    /// Lets frontends open comms to a target. `handler` is called on the thread of the comms.
    package func register(_ target: String, _ handler: @escaping Target) {
        state.withLock { $0.targets[target] = handler }
    }

    /// Where events go that no request is the cause of.
    package func use(_ outlet: (any CommOutlet)?) {
        state.withLock { $0.outlet = outlet }
    }

    /// Names comms; the default counts, so that a run without frontends gives the same names each time.
    package func nameComms(_ make: @escaping @Sendable (Int) -> String) {
        state.withLock { $0.makeIdentifier = make }
    }

    /// How `onCells` brings work to the thread of the cells.
    package func runOnCells(with runner: @escaping CellRunner) {
        state.withLock { $0.runner = runner }
    }

    // MARK: From the library

    /// Opens a comm and tells the frontends.
    ///
    /// - Parameter id: its name; a new one where none is given.
    package func open(_ target: String, _ payload: CommPayload, id: String? = nil) -> Comm {
        let comm = state.withLock { state in
            state.count += 1
            let comm = Comm(
                id: id ?? state.makeIdentifier(state.count), target: target, registry: self)
            state.comms.append(comm)
            return comm
        }
        send(.open(id: comm.id, target: target, payload))
        return comm
    }

    /// The comms that are open, oldest first.
    package var comms: [Comm] { state.withLock { $0.comms } }

    /// Closes all, telling the frontends: the session starts anew.
    package func closeAll() {
        for comm in comms { comm.close() }
    }

    /// Runs `body` on the thread of the cells, where values of cells may be touched and closures of cells called: when
    /// no cell runs, or at the next place where the running cell can be held. What it writes and shows belongs to the
    /// request whose consequence the call is. An error it throws is written to standard error.
    package func onCells(_ body: @escaping @Sendable () throws -> Void) {
        let outlet = CommContext.outlet
        let work = (outlet as? any CommTurn)?.begin()
        state.withLock { $0.runner }?({
            try CommContext.$outlet.withValue(outlet) { try body() }
        }, { work?() })
    }

    // MARK: From the frontends

    /// Takes what a frontend did. Returns whether there was a target or an open comm for it.
    package func received(_ event: CommEvent) -> Bool {
        switch event {
        case .open(let id, let target, let payload):
            let found = state.withLock { state -> (Comm, Target)? in
                guard let handler = state.targets[target] else { return nil }
                let comm = Comm(id: id, target: target, registry: self)
                state.comms.append(comm)
                return (comm, handler)
            }
            guard let (comm, handler) = found else { return false }
            handler(comm, payload)
        case .message(let id, let payload):
            guard let comm = comm(id) else { return false }
            comm.received(payload)
        case .close(let id, let payload):
            guard let comm = comm(id) else { return false }
            remove(comm)
            if comm.end() { comm.closed(payload) }
        }
        return true
    }

    // MARK: Inside

    private func comm(_ id: String) -> Comm? {
        state.withLock { $0.comms.first { $0.id == id } }
    }

    func remove(_ comm: Comm) {
        state.withLock { $0.comms.removeAll { $0 === comm } }
    }

    func send(_ event: CommEvent) {
        let outlet = CommContext.outlet ?? state.withLock { $0.outlet }
        outlet?.send(event)
    }
}

/// An outlet whose request ends when all work that it led to has ended.
package protocol CommTurn: CommOutlet {
    /// Work was put off; the result is to be called when it has been done.
    func begin() -> @Sendable () -> Void
}
