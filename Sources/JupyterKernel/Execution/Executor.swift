internal import JSON
internal import JupyterMessaging
internal import Session
import Synchronization

/// Runs cells one after the other, on the thread that calls `run`.
final class Executor: Sendable {
    private struct State {
        /// What the cells that run send out: that of the main thread, and those of subshells.
        var running: [CellOutlet] = []
        /// All whose text may wait: the cells' and those of other work.
        var outlets: [CellOutlet] = []
        var isInterrupted = false
        var executionCount = 0
    }

    /// More requests than this wait in the sockets instead of here.
    private static let queueLimit = 10_000
    /// An interrupt that met the cell on its way into the session is repeated after this time, in nanoseconds.
    private static let interruptInterval: Int64 = 20_000_000

    let queue = CellQueue()
    private let state = Monitor(State())
    private let outlet: Outlet
    private let transport: any MessageTransport
    private let evaluator: EvaluatorSource
    private let history: any HistoryStore
    private let input: InputBroker
    private let audience: Audience
    /// Called when a cell's code has ended, before its output is closed.
    let afterCell = Monitor(AfterCell())

    /// A function in a structure: one that lies bare in generic storage is wrapped once more with each look at it.
    struct AfterCell {
        var run: (@Sendable () -> Void)?
    }

    init(
        outlet: Outlet, transport: any MessageTransport, evaluator: EvaluatorSource,
        history: any HistoryStore, audience: Audience
    ) {
        self.outlet = outlet
        self.audience = audience
        self.transport = transport
        self.evaluator = evaluator
        self.history = history
        input = InputBroker(outlet: outlet)
    }
}

// From the sockets' thread

extension Executor {
    var acceptsRequests: Bool {
        queue.count < Self.queueLimit
    }

    var executionCount: Int {
        state.withLock { $0.executionCount }
    }

    /// Takes the answer to a cell's question. Returns whether one was asked.
    func answerInput(_ line: String) -> Bool {
        input.answer(line)
    }

    /// Stops the cells that run and answers those that wait with an error. Nothing happens between cells.
    func interrupt() {
        let isRunning = state.withLock { state in
            guard !state.running.isEmpty else { return false }
            state.isInterrupted = true
            evaluator.current?.interrupt()
            return true
        }
        guard isRunning else { return }
        transport.letWritersPass(true)
        input.cancel()
        // The next turn repeats it, should the cell not have been in the session yet.
        transport.wake()
    }

    /// Sends text that has waited long enough, repeats an interrupt that was not heard; returns when it
    /// wants to be called again.
    func turn(now: Int64) -> Int64? {
        let (outlets, isInterrupted) = state.withLock { state in
            if state.isInterrupted { evaluator.current?.interrupt() }
            return (state.outlets, state.isInterrupted)
        }
        if isInterrupted { input.cancel() }
        let flushDue = outlets.compactMap { $0.flushIfDue(now: now) }.min()
        let interruptDue = isInterrupted ? now + Self.interruptInterval : nil
        return [flushDue, interruptDue].compactMap { $0 }.min()
    }

    /// What hears work that is done for a request which is no cell; to be removed when it has ended.
    func outlet(for request: Request) -> CellOutlet {
        let output = CellOutlet(request, outlet: outlet, transport: transport, input: input)
        state.withLock { $0.outlets.append(output) }
        return output
    }

    func remove(_ output: CellOutlet) {
        state.withLock { $0.outlets.removeAll { $0 === output } }
    }

    /// Ends `run` after the cell that runs, which is interrupted. What waits is not run.
    func stop() {
        interrupt()
        queue.stop()
    }

    /// What writes outside of any cell is taken for: the cell that runs; nil between cells.
    var current: CellOutlet? {
        state.withLock { $0.running.first }
    }
}

// On the cells' thread

extension Executor {
    /// Runs cells until `stop`.
    func run() {
        run(queue, isSubshell: false)
    }

    /// Runs a queue's cells until it is stopped; those of a subshell beside those of the main thread.
    func run(_ queue: CellQueue, isSubshell: Bool) {
        while let cell = queue.next() {
            execute(cell, of: queue, isSubshell: isSubshell)
        }
    }

    private func execute(_ cell: PendingCell, of queue: CellQueue, isSubshell: Bool) {
        let message = cell.request.message
        let isBlank = cell.content.code.allSatisfy(\.isWhitespace)
        let counts = cell.content.storesHistory && !isBlank
        let (count, host) = state.withLock { state in
            if counts { state.executionCount += 1 }
            let host = CellOutlet(
                cell.request, isSilent: cell.content.silent, allowsInput: cell.content.allowsInput && !isSubshell,
                executionCount: state.executionCount, outlet: outlet, transport: transport, input: input)
            if isSubshell { state.running.append(host) } else { state.running.insert(host, at: 0) }
            state.outlets.append(host)
            return (state.executionCount, host)
        }
        // The cell can be interrupted from here on, also while it waits.
        audience.wait()
        outlet.publish(StatusContent(.busy), parent: message)
        if !cell.content.silent {
            outlet.publish(
                ExecuteInput(code: cell.content.code, executionCount: count), parent: message)
        }
        let result = isBlank ? .finished(payload: []) : evaluate(cell, count: count, host: host, isSubshell: isSubshell)
        // What C code has written is the cell's as well.
        afterCell.withLock { $0.run }?()
        host.finish()
        var expressions = JSONValue.emptyObject
        if case .finished = result { expressions = values(of: cell, host: host, isSubshell: isSubshell) }
        let wasInterrupted = state.withLock { state in
            defer {
                state.running.removeAll { $0 === host }
                state.outlets.removeAll { $0 === host }
                if state.running.isEmpty { state.isInterrupted = false }
            }
            return state.isInterrupted
        }
        transport.letWritersPass(false)
        if counts {
            history.append(line: count, input: cell.content.code, output: host.result)
        }
        let metadata = host.metadata
        switch result {
        case .finished(let payload):
            let reply = ExecuteReply(
                executionCount: count, userExpressions: expressions, payload: payload + host.payload)
            finish(cell, of: queue, abortingOthers: wasInterrupted) {
                $0.reply(reply, to: cell.request, metadata: metadata)
            }
        case .failed(let error):
            host.publish(error)
            let reply = ExecuteErrorReply(executionCount: count, error: error)
            finish(cell, of: queue, abortingOthers: wasInterrupted || cell.content.stopsOnError) {
                $0.reply(reply, to: cell.request, metadata: metadata)
            }
        }
    }

    private enum Result {
        case finished(payload: [JSONValue])
        case failed(ErrorContent)
    }

    private func evaluate(_ cell: PendingCell, count: Int, host: CellOutlet, isSubshell: Bool) -> Result {
        let evaluator = evaluator.wait()
        if let question = Introspection(cell: cell.content.code) {
            return answer(question, evaluator)
        }
        let (code, name, silent) = (cell.content.code, "cell \(count)", cell.content.silent)
        let outcome =
            isSubshell
            ? evaluator.executeBeside(code, name: name, silent: silent, host: host)
            : evaluator.execute(code, name: name, silent: silent, host: host)
        return switch outcome {
        case .finished: .finished(payload: [])
        case .failed(let error): .failed(ErrorContent(error))
        }
    }

    /// Shows what is known of a name in the frontend's pager.
    private func answer(_ question: Introspection, _ evaluator: any Evaluator) -> Result {
        let length = question.name.unicodeScalars.count
        guard let data = evaluator.inspect(question.name, at: length, detail: question.detail)
        else {
            let message = "nothing is known of '\(question.name)'"
            return .failed(
                ErrorContent(
                    ename: "NameError", evalue: message, traceback: ["NameError: \(message)"]))
        }
        return .finished(payload: [["source": "page", "data": data.json, "start": 0]])
    }

    private func values(of cell: PendingCell, host: CellOutlet, isSubshell: Bool) -> JSONValue {
        var values = JSONObject()
        let evaluator = evaluator.wait()
        for member in cell.content.userExpressions.members {
            guard let expression = member.value.string else { continue }
            let value = isSubshell ? evaluator.evaluateBeside(expression, host: host) : evaluator.evaluate(expression, host: host)
            switch value {
            case .success(let data):
                values[member.key] = ["status": "ok", "data": data.json, "metadata": [:]]
            case .failure(let error):
                values[member.key] = JSONValue(
                    encoding: FailedExpression(error: ErrorContent(error)))
            }
        }
        return .object(values)
    }

    /// Sends the reply and goes idle; `abortingOthers` answers the cells that wait with an error.
    private func finish(
        _ cell: PendingCell, of queue: CellQueue, abortingOthers: Bool, reply: @escaping @Sendable (Outlet) -> Void
    ) {
        let outlet = outlet
        guard abortingOthers else {
            reply(outlet)
            outlet.publish(StatusContent(.idle), parent: cell.request.message)
            return
        }
        // Frontends send "run all" in one go. What belongs to it is taken before the reply, because what
        // comes after the reply was sent by someone who knows of the error.
        let isDone = Monitor(false)
        transport.afterPendingRequests {
            let aborted = queue.takeAll()
            reply(outlet)
            outlet.publish(StatusContent(.idle), parent: cell.request.message)
            for cell in aborted { self.abort(cell) }
            isDone.update { $0 = true }
        }
        isDone.wait { $0 ? () : nil }
    }

    /// Answers a cell that is not run.
    func abort(_ cell: PendingCell, because reason: String = "not run because a cell before it failed") {
        outlet.publish(StatusContent(.busy), parent: cell.request.message)
        let error = ErrorContent(ename: "Aborted", evalue: reason, traceback: ["Aborted: \(reason)"])
        outlet.reply(
            ExecuteErrorReply(executionCount: executionCount, error: error), to: cell.request)
        outlet.publish(StatusContent(.idle), parent: cell.request.message)
    }
}

/// An expression beside a cell that failed.
private struct FailedExpression: Encodable {
    let status = ReplyStatus.error
    let ename: String
    let evalue: String
    let traceback: [String]

    init(error: ErrorContent) {
        ename = error.ename
        evalue = error.evalue
        traceback = error.traceback
    }
}

extension ErrorContent {
    init(_ error: CellError) {
        self.init(ename: error.name, evalue: error.message, traceback: error.traceback)
    }
}
