internal import Comms
internal import JSON
internal import JupyterMessaging
internal import Session
import Synchronization

/// Hears what one cell, or other work for one request, does and tells the frontends.
final class CellOutlet: CellHost, CommOutlet {
    private let request: Request
    private let isSilent: Bool
    private let allowsInput: Bool
    private let executionCount: Int
    private let outlet: Outlet
    private let transport: any MessageTransport
    private let input: InputBroker
    private let batcher: StreamBatcher
    private let resultText = Mutex<String?>(nil)
    private let proposals = Mutex<[JSONValue]>([])
    private let cellReport = Mutex<CellReport?>(nil)

    init(
        _ request: Request, isSilent: Bool = false, allowsInput: Bool = false, executionCount: Int = 0,
        outlet: Outlet, transport: any MessageTransport, input: InputBroker
    ) {
        self.request = request
        self.isSilent = isSilent
        self.allowsInput = allowsInput
        self.executionCount = executionCount
        self.outlet = outlet
        self.transport = transport
        self.input = input
        let parent = request.message
        batcher = StreamBatcher(
            arm: { transport.wake() },
            send: { stream, text in
                outlet.publish(StreamContent(name: stream.rawValue, text: text), parent: parent)
            })
    }

    /// The plain text of the cell's value, for the history.
    var result: String? { resultText.withLock { $0 } }

    var updatesInPlace: Bool { true }

    /// JupyterLab says which cell it is.
    var cellID: String? { request.message.metadata["cellId"]?.string }

    func propose(_ text: String, replacing: Bool) {
        proposals.withLock { $0.append(["source": "set_next_input", "text": .string(text), "replace": .bool(replacing)]) }
    }

    /// What frontends do beside showing output.
    var payload: [JSONValue] { proposals.withLock { $0 } }

    func report(_ report: CellReport) { cellReport.withLock { $0 = report } }

    /// What the cell has to do with others, as the reply's metadata.
    var metadata: JSONValue {
        guard let report = cellReport.withLock({ $0 }) else { return .emptyObject }
        func list(_ names: [String]) -> JSONValue { .array(names.map(JSONValue.string)) }
        let stale = report.stale.map { cell -> JSONValue in
            var entry = JSONObject()
            entry["cell"] = .string(cell.cell)
            if let id = cell.id { entry["cell_id"] = .string(id) }
            entry["names"] = list(cell.names)
            return .object(entry)
        }
        return [
            "vencejo": [
                "defines": list(report.defines), "uses": list(report.uses), "changes": list(report.changes),
                "stale": .array(stale),
            ]
        ]
    }

    func receive(_ event: CellEvent) {
        if case .result(let data) = event {
            resultText.withLock { $0 = data["text/plain"] }
        }
        guard !isSilent else { return }
        transport.waitForRoom()
        switch event {
        case .stream(let stream, let text):
            batcher.write(stream, text, now: MonotonicClock.now())
        case .display(let data, let id):
            publish(DisplayContent(data: data.json, id: id), DisplayContent.messageType)
        case .updateDisplay(let data, let id):
            publish(DisplayContent(data: data.json, id: id), DisplayContent.updateMessageType)
        case .clearOutput(let wait):
            publish(ClearOutput(wait: wait), ClearOutput.messageType)
        case .result(let data):
            publish(
                ExecuteResult(executionCount: executionCount, data: data.json),
                ExecuteResult.messageType)
        }
    }

    /// Says what went wrong, after all that the cell has written.
    func publish(_ error: ErrorContent) {
        guard !isSilent else { return }
        publish(error, ErrorContent.messageType)
    }

    /// Sends what text still waits.
    func finish() {
        batcher.flush(now: MonotonicClock.now())
    }

    /// Sends text that has waited long enough; returns when the rest is due.
    func flushIfDue(now: Int64) -> Int64? {
        batcher.flushIfDue(now: now)
    }

    func readLine(prompt: String, isSecret: Bool) throws(InputUnavailable) -> String? {
        guard allowsInput else {
            throw InputUnavailable(reason: "this frontend cannot be asked for input")
        }
        finish()
        return try input.readLine(isSecret: isSecret, prompt: prompt, for: request)
    }

    /// Sends what happens to a comm, after all that was written before.
    func send(_ event: CommEvent) {
        transport.waitForRoom()
        finish()
        outlet.publish(event, parent: request.message)
    }

    private func publish(_ content: some Encodable, _ type: String) {
        finish()
        outlet.publish(content, type: type, parent: request.message)
    }
}
