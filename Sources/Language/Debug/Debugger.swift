import CMachine

/// Stops a machine's code where statements begin, for as long as somebody looks at it.
///
/// Code that is compiled while a debugger is attached has a `mark` before each statement, which does nothing. Where the
/// debugger may want to stop, the mark becomes a `pause`: at breakpoints, and everywhere while it steps. Code that is
/// compiled otherwise has neither, so that it pays nothing.
///
/// All of it belongs to the machine's thread.
package final class Debugger {
    /// How a stopped run goes on.
    package enum Resumption: Sendable {
        case run
        /// To the next statement, wherever it is.
        case stepIn
        /// To the next statement of the same function, or of its caller.
        case next
        /// To the next statement of a caller.
        case stepOut
        /// The cell ends as one that was interrupted.
        case interrupt
    }

    /// Why a run was stopped.
    package enum Reason: Sendable {
        case breakpoint
        case step
        case pause
        case exception(name: String, message: String)
    }

    /// Which faults stop a run.
    package struct FaultFilter: OptionSet, Sendable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }
        /// Errors that are thrown, whether or not a `catch` takes them.
        package static let thrown = FaultFilter(rawValue: 1)
        /// What ends the cell.
        package static let uncaught = FaultFilter(rawValue: 2)
    }

    weak var machine: Machine?
    /// How a cell's text is called by those who set breakpoints.
    package var keyOfSource: (SourceText) -> String = { $0.name }
    /// Called when a run is stopped; returns when it may go on. Code may be run and values looked at meanwhile.
    package var onStop: (Reason, [PausedFrame]) -> Resumption = { _, _ in .run }
    /// Whether a breakpoint that has a condition stops the run now. Called with the text, by its key, and the line.
    package var isConditionMet: (String, Int, [PausedFrame]) -> Bool = { _, _, _ in true }

    package private(set) var isAttached = false
    private var faultFilter: FaultFilter = []
    private var breakpoints: [String: Set<Int>] = [:]
    /// Those of them that have a condition.
    private var conditional: [String: Set<Int>] = [:]
    private var stepping: Stepping?
    private var isStopped = false
    /// Code compiled before somebody looked has no marks yet.
    private var hasUnmarkedCode = false

    private struct Stepping {
        let kind: Resumption
        let frame: Slots?
        let line: Int
        let offset: Int
        var isPause = false
    }

    // MARK: Who looks

    /// From now on code is made for the debugger; what there is already is made again, when no code runs.
    package func attach() {
        guard !isAttached else { return }
        isAttached = true
        hasUnmarkedCode = true
        markAllCode()
    }

    package func detach() {
        isAttached = false
        breakpoints = [:]
        conditional = [:]
        faultFilter = []
        stepping = nil
        armAll()
    }

    /// Gives marks to functions of earlier cells. Their code is replaced, so none of it may be running.
    package func markAllCode() {
        guard isAttached, hasUnmarkedCode, let machine, machine.activations.isEmpty else { return }
        hasUnmarkedCode = false
        let functions = machine.table.all.compactMap { compiled in
            compiled.marks.isEmpty && compiled.source != nil ? compiled.compiledFor : nil
        }
        for function in functions where !function.name.isEmpty && !function.body.isEmpty {
            _ = machine.compile(function, isMain: false, again: true)
        }
    }

    // MARK: Where to stop

    package var stopsAtFaults: Bool { !faultFilter.isEmpty && !isStopped }

    package func stop(at filter: FaultFilter) { faultFilter = filter }

    /// Stops at the next statement.
    package func pause() {
        guard isAttached else { return }
        stepping = Stepping(kind: .stepIn, frame: nil, line: 0, offset: 0, isPause: true)
        armAll()
    }

    /// Sets a text's breakpoints, which take the place of its earlier ones.
    ///
    /// - Parameter conditional: the lines at which `isConditionMet` is asked.
    package func setBreakpoints(_ lines: Set<Int>, conditional: Set<Int> = [], in key: String) {
        breakpoints[key] = lines.isEmpty ? nil : lines
        self.conditional[key] = conditional.isEmpty ? nil : conditional
        armAll()
    }

    private func armAll() {
        guard let machine else { return }
        for function in machine.table.all where !function.marks.isEmpty { arm(function) }
    }

    /// Makes pauses of the marks at which to look, and marks of the others.
    func arm(_ function: CompiledFunction) {
        let lines = function.source.flatMap { breakpoints[keyOfSource($0)] } ?? []
        for (index, mark) in function.marks.enumerated() {
            let looks = stepping != nil || isBreakpoint(index, of: function, lines)
            (function.entry.pointee.code + mark.offset).pointee = Word.encode(looks ? .pause : .mark)
        }
    }

    /// Whether the first statement of a line with a breakpoint begins there.
    private func isBreakpoint(_ index: Int, of function: CompiledFunction, _ lines: Set<Int>) -> Bool {
        guard !lines.isEmpty, let source = function.source else { return false }
        let line = source.position(of: function.marks[index].range.start).line
        guard lines.contains(line) else { return false }
        if index == 0 { return true }
        return source.position(of: function.marks[index - 1].range.start).line != line
            || function.marks[index - 1].range.start > function.marks[index].range.start
    }

    // MARK: Stopping

    /// A `pause` was reached. Returns whether the code goes on.
    func reachedMark(_ run: RunState) -> Bool {
        guard isAttached, !isStopped, let machine, let function = machine.table.function(at: run.pc) else { return true }
        let offset = run.pc - UnsafePointer(function.entry.pointee.code) - 1
        guard let source = function.source,
            let index = function.marks.firstIndex(where: { $0.offset == offset })
        else { return true }
        let mark = function.marks[index]
        let line = source.position(of: mark.range.start).line
        let reason: Reason
        let key = keyOfSource(source)
        if isBreakpoint(index, of: function, breakpoints[key] ?? []), isWanted(key, line, run) {
            reason = .breakpoint
        } else if let stepping, isDue(stepping, run.fp, line, offset) {
            reason = stepping.isPause ? .pause : .step
        } else {
            return true
        }
        return stop(reason, run, line: line, offset: offset)
    }

    /// Whether a breakpoint has no condition, or one that is met. A step that is under way stays so.
    private func isWanted(_ key: String, _ line: Int, _ run: RunState) -> Bool {
        guard conditional[key]?.contains(line) ?? false, let machine else { return true }
        var isMet = true
        isStopped = true
        machine.hold(run) {
            machine.withGlobalsInPlace { isMet = isConditionMet(key, line, machine.frames(of: run)) }
        }
        isStopped = false
        return isMet
    }

    /// A fault is about to unwind frames.
    func reachedFault(_ trap: Trap, _ word: UInt64, _ pending: (any Error)?, _ run: RunState) {
        guard isAttached, !isStopped, let machine, trap != .interrupt, trap != .pause else { return }
        let isThrown = trap == .thrown || pending is CellError
        // What comes from further up was seen there.
        if pending is CellError { return }
        if isThrown, machine.isThrownOn(run.fp[Word.a(word)]) { return }
        let isCaught = isThrown && machine.hasHandler(run)
        guard isThrown && faultFilter.contains(.thrown) || !isCaught && faultFilter.contains(.uncaught) else { return }
        let fault = isThrown
            ? machine.describeThrown(run.fp[Word.a(word)]) : pending.map { RuntimeFault($0) } ?? machine.describe(trap, word, run.pc, run.fp)
        _ = stop(.exception(name: fault.kind.name, message: fault.message), run, line: 0, offset: 0)
    }

    private func isDue(_ stepping: Stepping, _ frame: Slots, _ line: Int, _ offset: Int) -> Bool {
        guard let origin = stepping.frame else { return true }
        // A frame that is called lies behind its caller's.
        switch stepping.kind {
        case .stepIn: return frame != origin || line != stepping.line || offset <= stepping.offset
        case .next: return frame < origin || frame == origin && (line != stepping.line || offset <= stepping.offset)
        case .stepOut: return frame < origin
        case .run, .interrupt: return false
        }
    }

    private func stop(_ reason: Reason, _ run: RunState, line: Int, offset: Int) -> Bool {
        guard let machine else { return true }
        let wasStepping = stepping != nil
        stepping = nil
        isStopped = true
        var resumption = Resumption.run
        machine.hold(run) {
            machine.withGlobalsInPlace {
                resumption = onStop(reason, machine.frames(of: run))
            }
        }
        isStopped = false
        switch resumption {
        case .stepIn, .next, .stepOut:
            stepping = Stepping(kind: resumption, frame: run.fp, line: line, offset: offset)
            armAll()
        case .run: if wasStepping { armAll() }
        case .interrupt:
            if wasStepping { armAll() }
            return false
        }
        return true
    }

    /// The cell has ended: there is nothing left to step through.
    package func cellEnded() {
        guard stepping != nil else { return }
        stepping = nil
        armAll()
    }
}
