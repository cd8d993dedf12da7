internal import FoundationEssentials
internal import JSON
internal import Synchronization
internal import Tensors

/// A place on the page for what code prints and shows, which code can fill again and again.
///
///     let page = Output()
///     page.capture { print("here") }
///     page
///
/// Source: ipywidgets 8, `Output`.
public final class Output: Widget, @unchecked Sendable {
    private let sink = AreaSink()

    public init() {
        super.init(.output, traits: [])
        sink.area = self
    }

    /// Runs `body`; what it prints and shows goes here. An error is shown here as well, and thrown on.
    public func capture(_ body: () throws -> Void) rethrows {
        let outer = Tensors.Output.sink
        Tensors.Output.use(sink)
        defer {
            Tensors.Output.use(outer)
            sink.flush()
        }
        try body()
    }

    /// Takes away what is shown; with `wait` when the next output comes, so that nothing flickers.
    public func clear(wait: Bool = false) {
        sink.clearOutput(wait: wait)
        if !wait { sink.flush() }
    }

    /// The text of all that is shown.
    public var text: String {
        (model["outputs"].array ?? []).map { output in
            output["text"]?.string ?? output["data"]?["text/plain"]?.string ?? ""
        }.joined()
    }

    fileprivate func show(_ outputs: [JSONValue]) {
        model["outputs"] = .array(outputs)
    }
}

/// Gathers what goes to one place on the page, and shows it at most ten times a second.
private final class AreaSink: OutputSink {
    private struct State {
        var outputs: [JSONValue] = []
        var identifiers: [String?] = []
        var clearsNext = false
        var isStale = false
        var shown = ContinuousClock.now - .seconds(1)
    }

    private let state = Mutex(State())
    /// Set once, right after both exist.
    nonisolated(unsafe) weak var area: Output?

    var updatesInPlace: Bool { true }

    func write(_ text: String) { add(stream: "stdout", text) }
    func writeError(_ text: String) { add(stream: "stderr", text) }

    private func add(stream: String, _ text: String) {
        change { state in
            // Text of one stream in a row is one output.
            if let last = state.outputs.last, last["name"]?.string == stream, let before = last["text"]?.string {
                state.outputs[state.outputs.count - 1] = .stream(stream, before + text)
            } else {
                state.outputs.append(.stream(stream, text))
                state.identifiers.append(nil)
            }
        }
    }

    func display(_ bundle: DisplayBundle, id: String?) {
        change { state in
            state.outputs.append(.display(bundle))
            state.identifiers.append(id)
        }
    }

    func updateDisplay(_ bundle: DisplayBundle, id: String) {
        change { state in
            for (place, known) in state.identifiers.enumerated() where known == id { state.outputs[place] = .display(bundle) }
        }
    }

    func clearOutput(wait: Bool) {
        state.withLock { state in
            if wait {
                state.clearsNext = true
            } else {
                state = State(isStale: true, shown: state.shown)
            }
        }
    }

    private func change(_ body: (inout State) -> Void) {
        let isDue = state.withLock { state in
            if state.clearsNext { state = State(shown: state.shown) }
            body(&state)
            state.isStale = true
            return ContinuousClock.now - state.shown > .milliseconds(100)
        }
        if isDue { flush() }
    }

    /// Shows what there is.
    func flush() {
        let outputs: [JSONValue]? = state.withLock { state in
            guard state.isStale else { return nil }
            state.isStale = false
            state.shown = .now
            return state.outputs
        }
        if let outputs { area?.show(outputs) }
    }
}

extension JSONValue {
    fileprivate static func stream(_ name: String, _ text: String) -> JSONValue {
        ["output_type": "stream", "name": .string(name), "text": .string(text)]
    }

    fileprivate static func display(_ bundle: DisplayBundle) -> JSONValue {
        let formats = bundle.representations.map { representation in
            switch representation.content {
            case .text(let text): (representation.mimeType, JSONValue.string(text))
            case .data(let bytes): (representation.mimeType, JSONValue.string(Data(bytes).base64EncodedString()))
            }
        }
        return ["output_type": "display_data", "data": .object(JSONObject(formats)), "metadata": [:]]
    }
}
