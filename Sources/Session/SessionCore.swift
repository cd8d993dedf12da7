internal import Bindings
internal import Comms
import Glibc
internal import Language
import Synchronization

/// The session's inside: the interpreter, who may touch it when, and how outcomes are put into words.
final class SessionCore: @unchecked Sendable {
    /// Guards the names and types that completion reads while a cell runs; a cell holds it only while it is checked
    /// and when its names become known.
    let names = Lock()
    let interpreter: Interpreter?
    let library: Library
    /// As it was at the start; `%reset` does not bring limits back.
    private let initial: SessionConfiguration
    private let current: Mutex<SessionConfiguration>
    /// Why there is no interpreter.
    private let startFault: String?
    private let running = Mutex<Running>(Running())
    let input: InputRelay
    /// Work that waits for the cell that runs, or the next one, to be held.
    let visitors = VisitorQueue()
    /// Called when a visitor has come, for a debugger that holds a cell.
    var onVisitor: (@Sendable () -> Void)? {
        get { visitorSignal.withLock { $0.raise } }
        set { visitorSignal.withLock { $0.raise = newValue } }
    }
    private let visitorSignal = Mutex(VisitorSignal())
    /// What a debugger sees; on the cells' thread, as is the cell that runs.
    private(set) lazy var look = DebugLook(self)
    private(set) var runningCell: CheckedCell?
    /// What a cell writes to; nil between cells. These two are touched on the cells' thread only.
    private(set) var sink: SessionSink?
    private(set) var host: (any CellHost)?
    let comms: CommRegistry
    /// These are touched on the cells' thread only.
    private var dependencies = DependencyTracker()
    private var watchdog: Watchdog?

    /// A function in a structure: one that lies bare in generic storage is wrapped once more with each look at it.
    private struct VisitorSignal {
        var raise: (@Sendable () -> Void)?
    }

    /// What the process took before the session had values.
    private let restingMemory = Library.memoryResident

    private struct Running {
        var isRunning = false
        var timedOut = false
        var shortage: MemoryWatch.Shortage?
    }

    /// What was asked of a session that has ended.
    static let ended = CellError(
        name: "SessionEnded", message: "the session has ended", traceback: ["error: the session has ended"])

    init(_ configuration: SessionConfiguration, comms: CommRegistry) {
        self.comms = comms
        initial = configuration
        current = Mutex(configuration)
        let input = InputRelay()
        self.input = input
        library = Library(read: { try input.readLine() })
        library.attach(comms)
        library.prepareSession(seed: configuration.randomSeed, memoryLimit: configuration.memoryLimit)
        do {
            let machine = try Machine(
                interruptFlag: Library.attentionFlag, recursionLimit: configuration.recursionLimit)
            library.attach(machine)
            let interpreter = Interpreter(table: library.table, machine: machine)
            interpreter.exclusively = { [names] body in names.withLock { body() } }
            self.interpreter = interpreter
            startFault = nil
            machine.onVisit = { [weak self] in self?.receiveVisitors() }
        } catch {
            interpreter = nil
            startFault = error.message
        }
    }

    /// Limits and folder, as they are now.
    var configuration: SessionConfiguration {
        get { current.withLock { $0 } }
        set {
            current.withLock { $0 = newValue }
            interpreter?.machine.recursionLimit = newValue.recursionLimit
            library.limitMemory(to: newValue.memoryLimit)
        }
    }

    func interrupt() {
        running.withLock { state in
            if state.isRunning { Library.raiseInterrupt() }
        }
    }

    // MARK: Cells

    func execute(_ text: String, name: String, silent: Bool, host: any CellHost) -> CellOutcome {
        let source = SourceText(name: name, text: text)
        guard let interpreter else { return .failed(CellError(name: "InternalError", message: startFault ?? "", traceback: ["error: \(startFault ?? "")"])) }
        return withOutput(host) { sink in
            do {
                let commands = try commands(of: source)
                if commands.isEmpty { return try executeCode(source, interpreter, timing: nil, silent: silent, sink) }
                return try execute(commands, source, interpreter, silent: silent, sink)
            } catch let problems as Diagnostics {
                return .failed(Wording.error(problems.all, in: source))
            } catch let error as CellError {
                return .failed(error)
            } catch {
                return .failed(limited(RuntimeFault(error), sink))
            }
        }
    }

    /// Checks and runs the Swift of a cell.
    func executeCode(_ source: SourceText, _ interpreter: Interpreter, timing: Timing?, silent: Bool, _ sink: SessionSink) throws -> CellOutcome {
        timing?.start()
        let prepared = try names.withLock {
            interpreter.forgetUnreached()
            return try interpreter.prepare(source, showsResult: !silent)
        }
        timing?.end(.checking)
        if !prepared.cell.warnings.isEmpty {
            sink.writeError(render(prepared.cell.warnings, in: source).joined(separator: "\n") + "\n")
        }
        interpreter.machine.debugger.markAllCode()
        interpreter.compile(prepared)
        timing?.end(.compiling)
        let result: CellResult?
        runningCell = prepared.cell
        defer {
            runningCell = nil
            interpreter.machine.debugger.cellEnded()
        }
        do {
            defer { adopt(prepared, interpreter, silent: silent, sink) }
            result = try interpreter.execute(prepared)
            library.finishWaiting()
        } catch {
            library.finishWaiting()
            library.discardOpenDisplays()
            throw error
        }
        timing?.end(.running)
        for figure in try library.takeOpenDisplays(except: result) { sink.display(figure, id: nil) }
        if let result, !silent {
            let bundle = try library.present(result, interpreter.machine)
            sink.host.receive(.result(DisplayData(bundle)))
        }
        if let overflow = sink.overflow { return .failed(overflow) }
        return .finished
    }

    /// What the cell declared is known from here on.
    private func adopt(_ prepared: Interpreter.Prepared, _ interpreter: Interpreter, silent: Bool, _ sink: SessionSink) {
        let known = names.withLock { interpreter.environment.adopt(prepared.cell) }
        let report = dependencies.add(
            prepared.cell, known: known, name: prepared.source.name, id: sink.host.cellID, source: prepared.source.text)
        sink.host.report(report)
    }

    /// Forgets all that cells declared and brings randomness to its start.
    func reset() {
        guard let interpreter else { return }
        names.withLock { interpreter.environment.forgetSession() }
        dependencies.reset()
        comms.closeAll()
        library.discardOpenDisplays()
        library.seed(initial.randomSeed)
        library.resetPrinting()
    }

    /// A fault with what a limit had to do with it.
    func limited(_ fault: RuntimeFault, _ sink: SessionSink) -> CellError {
        if fault.kind == .interrupted, let overflow = sink.overflow { return overflow }
        return Wording.error(limited(fault))
    }

    private func limited(_ fault: RuntimeFault) -> RuntimeFault {
        switch fault.kind {
        case .interrupted:
            if let shortage = running.withLock({ $0.shortage }) { return shortage.fault.at(fault.frames) }
            guard running.withLock({ $0.timedOut }) else { return fault }
            return RuntimeFault(
                RuntimeFault.Kind("TimeLimit"), "the cell ran longer than the limit of \(configuration.text(of: .time))",
                help: Limit.time.help
            ).at(fault.frames)
        case .recursionLimit where fault.message.hasPrefix("functions call"):
            return RuntimeFault(
                fault.kind, "functions call each other more than \(configuration.recursionLimit) deep, which is the limit",
                help: "does the recursion have an end that is reached? If so, \(Limit.recursion.help)"
            ).at(fault.frames)
        case .outOfMemory where configuration.memoryLimit > 0 && fault.message.contains("limit"):
            return RuntimeFault(fault.kind, fault.message, help: "free large values, use smaller batches, or \(Limit.memory.help)").at(fault.frames)
        default: return fault
        }
    }

    func evaluate(_ expression: String, host: any CellHost) -> Result<DisplayData, CellError> {
        let source = SourceText(name: "expression", text: expression)
        guard let interpreter else { return .failure(SessionCore.ended) }
        return withOutput(host) { sink in
            do {
                let prepared = try names.withLock { try interpreter.prepare(source) }
                interpreter.compile(prepared)
                return .success(try value(of: prepared, interpreter))
            } catch let error as Diagnostics {
                return .failure(Wording.error(error.all, in: source))
            } catch {
                return .failure(limited(RuntimeFault(error), sink))
            }
        }
    }

    /// Runs an expression that is compiled.
    func value(of prepared: Interpreter.Prepared, _ interpreter: Interpreter) throws -> DisplayData {
        defer { names.withLock { _ = interpreter.environment.adopt(prepared.cell) } }
        guard let result = try interpreter.execute(prepared) else { return DisplayData(text: "()") }
        return DisplayData(try library.present(result, interpreter.machine))
    }

    /// Runs work of the library that is no cell's: what a widget's change leads to.
    func perform(_ body: () throws -> Void, host: any CellHost) {
        withVisitor(host) { sink in
            do {
                try body()
                for figure in try library.takeOpenDisplays(except: nil) { sink.display(figure, id: nil) }
            } catch {
                library.discardOpenDisplays()
                let error = limited(RuntimeFault(error), sink)
                sink.writeError(error.traceback.joined(separator: "\n") + "\n")
            }
        }
    }

    /// Limits that a line command has set are those of its own cell too.
    func applyLimits(_ sink: SessionSink) {
        sink.limit = configuration.outputLimit
        startWatchdog()
    }

    private func startWatchdog() {
        watchdog?.stop()
        let seconds = configuration.cellTimeLimit
        watchdog =
            seconds > 0
            ? Watchdog(seconds: seconds) { [self] in
                running.withLock { state in
                    guard state.isRunning else { return }
                    state.timedOut = true
                    Library.raiseInterrupt()
                }
            } : nil
    }

    /// Cells of different sessions in one process share the library's output and its interrupt flag: one at a time.
    private static let oneAtATime = Lock()

    func withOutput<Outcome>(_ host: any CellHost, _ body: (SessionSink) -> Outcome) -> Outcome {
        SessionCore.oneAtATime.withLock {
            let configuration = configuration
            let sink = SessionSink(host: host, limit: configuration.outputLimit)
            input.host = host
            library.use(sink)
            self.sink = sink
            self.host = host
            library.useBreather(of: interpreter?.machine)
            library.limitMemory(to: configuration.memoryLimit)
            Library.clearInterrupt()
            CommRegistry.current = comms
            running.withLock { $0 = Running(isRunning: true) }
            if !visitors.isEmpty { Library.askForVisit() }
            startWatchdog()
            MemoryWatch.begin(resting: restingMemory, limit: { [self] in self.configuration.memoryLimit }) { [self] shortage in
                running.withLock { state in
                    guard state.isRunning else { return }
                    state.shortage = shortage
                    Library.raiseInterrupt()
                }
            }
            // A cell's relative paths start from the session's folder, the program's own stay where they were.
            let outside = configuration.workingDirectory.flatMap { folder -> String? in
                guard let here = getcwd(nil, 0) else { return nil }
                defer { free(here) }
                return chdir(folder) == 0 ? String(cString: here) : nil
            }
            defer {
                if let outside { _ = chdir(outside) }
                watchdog?.stop()
                watchdog = nil
                MemoryWatch.end()
                running.withLock { $0.isRunning = false }
                Library.clearInterrupt()
                library.use(nil)
                self.sink = nil
                self.host = nil
                library.useBreather(of: nil)
                input.host = nil
                CommRegistry.current = nil
            }
            return CommContext.$outlet.withValue(host as? any CommOutlet) { body(sink) }
        }
    }
}

/// Calls something when a time is over, unless stopped before.
private final class Watchdog {
    private let done = Signal()
    private let thread = WorkerThread(name: "watchdog", stackBytes: 1 << 18)

    init(seconds: Double, _ body: @escaping @Sendable () -> Void) {
        let done = done
        thread.post {
            if !done.wait(seconds: seconds) { body() }
        }
    }

    func stop() {
        done.raise()
        thread.stop()
    }
}
