internal import Bindings
internal import Language
import Synchronization

/// A session's debugger: breakpoints, steps, and a look at variables, also where nothing is stopped.
///
/// Questions are answered on the thread of the cells: while a cell is stopped, between cells, or while a cell is held.
/// All functions may be called from any thread but that one; they wait for the answer.
public final class SessionDebugger: Sendable {
    public let sources = DebugSources()
    private let core: SessionCore
    private let cells: WorkerThread
    private let state = Mutex(State())
    private let wake = Signal()

    private struct State {
        var isStopped = false
        var resumption: Debugger.Resumption?
        var onEvent: (@Sendable (DebugEvent) -> Void)?
        var breakpoints: [String: [DebugBreakpoint]] = [:]
        /// Why the condition of the breakpoint that was reached is none.
        var conditionFault: String?
        var isAttached = false
    }

    /// How long a question waits for a cell that is in the middle of one long operation, in seconds.
    private static let patience = 10.0

    init(_ core: SessionCore, _ cells: WorkerThread) {
        self.core = core
        self.cells = cells
        guard let debugger = core.interpreter?.machine.debugger else { return }
        let paths = PathCache()
        debugger.keyOfSource = { paths.path(of: $0) }
        debugger.onStop = { [weak self] in self?.stopped($0, $1) ?? .run }
        debugger.isConditionMet = { [weak self] in self?.isConditionMet($0, $1, $2) ?? true }
        core.onVisitor = { [wake] in wake.raise() }
    }

    /// Hears of stops.
    public func onEvent(_ handler: @escaping @Sendable (DebugEvent) -> Void) {
        state.withLock { $0.onEvent = handler }
    }

    public var isAttached: Bool { state.withLock { $0.isAttached } }
    public var isStopped: Bool { state.withLock { $0.isStopped } }
    /// The breakpoints, at the lines where they stop, by path.
    public var breakpoints: [(path: String, breakpoints: [DebugBreakpoint])] {
        state.withLock { $0.breakpoints.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
    }

    // MARK: Control

    /// From now on cells can be stopped.
    public func attach() throws(DebugFailure) {
        try ask { $0.debugger?.attach() }
        state.withLock { $0.isAttached = true }
    }

    /// Takes all breakpoints away; a stopped cell goes on.
    public func detach() throws(DebugFailure) {
        state.withLock { state in
            state.isAttached = false
            state.breakpoints = [:]
        }
        try ask { $0.debugger?.detach() }
        resume(.run)
    }

    /// Sets a text's breakpoints in place of its earlier ones.
    ///
    /// - Returns: for each the line at which it stops; nil where no statement begins there or further down.
    public func setBreakpoints(_ breakpoints: [DebugBreakpoint], in path: String) throws(DebugFailure) -> [Int?] {
        let begins = sources.text(at: path).map { SourceText(name: "", text: $0).statementLines }
        let found = breakpoints.map { wanted in begins.map { $0.first { $0 >= wanted.line } } ?? wanted.line }
        let placed = zip(breakpoints, found).compactMap { wanted, line in
            line.map { DebugBreakpoint(line: $0, condition: wanted.condition) }
        }
        state.withLock { $0.breakpoints[path] = placed.isEmpty ? nil : placed }
        let lines = Set(placed.map(\.line))
        let conditional = lines.subtracting(placed.filter { $0.condition == nil }.map(\.line))
        try ask { $0.debugger?.setBreakpoints(lines, conditional: conditional, in: path) }
        return found
    }

    /// Which faults stop a cell.
    public func setExceptionBreakpoints(thrown: Bool, uncaught: Bool) throws(DebugFailure) {
        var filter: Debugger.FaultFilter = []
        if thrown { filter.insert(.thrown) }
        if uncaught { filter.insert(.uncaught) }
        try ask { [filter] in $0.debugger?.stop(at: filter) }
    }

    /// Stops the running cell at its next statement.
    public func pause() throws(DebugFailure) { try ask { $0.debugger?.pause() } }

    /// Lets a stopped cell go on. Returns whether one was stopped.
    @discardableResult
    public func resume(_ step: DebugStep) -> Bool {
        let resumption: Debugger.Resumption =
            switch step {
            case .run: .run
            case .next: .next
            case .stepIn: .stepIn
            case .stepOut: .stepOut
            }
        let wasStopped = state.withLock { state in
            if state.isStopped { state.resumption = resumption }
            return state.isStopped
        }
        wake.raise()
        return wasStopped
    }

    /// A stopped cell is being interrupted, or the session ends.
    func interrupt() {
        state.withLock { if $0.isStopped { $0.resumption = .interrupt } }
        wake.raise()
    }

    // MARK: A look

    /// The functions of the stopped cell, innermost first.
    public func frames() throws(DebugFailure) -> [DebugFrame] {
        try ask { $0.frames() }
    }

    /// The numbers under which a frame's own variables and the session's are asked for.
    public func scopes(of frame: Int) throws(DebugFailure) -> (locals: Int, globals: Int) {
        try ask { ($0.reference(.locals(frame)), $0.reference(.globals)) }
    }

    /// The variables of a scope, or the parts of one.
    public func variables(_ reference: Int, start: Int = 0, count: Int = 0) throws(DebugFailure) -> [DebugVariable] {
        try ask { $0.variables(reference, start: start, count: count) }
    }

    /// The session's variables, whether or not anything is stopped.
    public func inspectVariables() throws(DebugFailure) -> [DebugVariable] {
        try ask { look in look.variables(look.reference(.globals), start: 0, count: 0) }
    }

    /// A variable as a cell would show it.
    public func display(_ name: String, frame: Int?) throws(DebugFailure) -> DisplayData {
        try ask { $0.display(name, frame) }.get()
    }

    /// The value of an expression, in sight of a frame's variables, with what it printed before it.
    public func evaluate(_ expression: String, frame: Int?) throws(DebugFailure) -> DebugVariable {
        try ask { $0.evaluate(expression, frame) }.get()
    }

    /// Makes a copy of a frame's variable a variable of the session.
    public func copyToGlobals(_ name: String, as target: String, frame: Int) throws(DebugFailure) {
        try ask { $0.copyToGlobals(name, target, frame) }.get()
    }

    /// Asks on the thread of the cells.
    private func ask<Answer: Sendable>(_ question: @escaping @Sendable (DebugLook) -> Answer) throws(DebugFailure) -> Answer {
        let box = ResultBox<Answer>()
        let core = core
        guard core.admit({ box.put(question(core.look)) }, cells) else { throw DebugFailure("the session has ended") }
        guard let answer = box.take(seconds: Self.patience) else {
            throw DebugFailure("the cell is in the middle of an operation; ask again when it has ended")
        }
        return answer
    }

    // MARK: On the thread of the cells

    /// Whether one of the conditions of a line's breakpoints holds. One that is no condition stops the cell too, and is told.
    private func isConditionMet(_ path: String, _ line: Int, _ frames: [PausedFrame]) -> Bool {
        let conditions = state.withLock { $0.breakpoints[path, default: []].filter { $0.line == line }.compactMap(\.condition) }
        core.look.hold(frames)
        defer { core.look.release() }
        for condition in conditions {
            switch core.look.evaluate(condition, 1) {
            case .success(let value) where value.type == "Bool":
                if value.value == "true" { return true }
            case .success(let value):
                state.withLock { $0.conditionFault = "the condition '\(condition)' is of type '\(value.type)'; it should be a Bool" }
                return true
            case .failure(let failure):
                state.withLock { $0.conditionFault = "the condition '\(condition)': \(failure.message)" }
                return true
            }
        }
        return false
    }

    private func stopped(_ reason: Debugger.Reason, _ frames: [PausedFrame]) -> Debugger.Resumption {
        core.look.hold(frames)
        let (handler, fault) = state.withLock { state in
            defer { state.conditionFault = nil }
            state.isStopped = true
            state.resumption = nil
            return (state.onEvent, state.conditionFault)
        }
        handler?(.stopped(DebugEvent.Reason(reason, fault: fault)))
        var resumption: Debugger.Resumption
        while true {
            core.receiveVisitors()
            if let wanted = state.withLock({ $0.resumption }) {
                resumption = wanted
                break
            }
            wake.wait()
        }
        state.withLock { state in
            state.isStopped = false
            state.resumption = nil
        }
        core.look.release()
        handler?(.continued)
        return resumption
    }
}

/// Paths of texts, each worked out once.
private final class PathCache {
    private var paths: [ObjectIdentifier: (source: SourceText, path: String)] = [:]

    func path(of source: SourceText) -> String {
        if let known = paths[ObjectIdentifier(source)] { return known.path }
        if paths.count > 5_000 { paths = [:] }
        let path = DebugSources.path(of: source.text)
        paths[ObjectIdentifier(source)] = (source, path)
        return path
    }
}

extension DebugEvent.Reason {
    init(_ reason: Debugger.Reason, fault: String?) {
        self =
            switch reason {
            case .breakpoint: .breakpoint(fault: fault)
            case .step: .step
            case .pause: .pause
            case .exception(let name, let message): .exception(name: name, message: message)
            }
    }
}
