package import Session
internal import Synchronization

/// Hears one cell and keeps its outputs as a notebook holds them.
package final class OutputRecorder: CellHost {
    private struct State {
        var outputs: [CellOutput] = []
        /// Text not yet made an output: writes to one stream that follow each other are one output.
        var name: StreamName?
        var text = ""
        /// Where each display that can be updated stands.
        var places: [String: [Int]] = [:]
        var clearsAtNextOutput = false
    }

    private let state = Mutex(State())
    private let count: Int

    /// - Parameter count: the cell's execution count.
    package init(count: Int) {
        self.count = count
    }

    /// What the cell has sent out so far.
    package var outputs: [CellOutput] {
        state.withLock { state in
            Self.endStream(&state)
            return state.outputs
        }
    }

    /// A notebook that runs headless has no one to show progress to; each line stands for itself.
    package var updatesInPlace: Bool { false }

    package func readLine(
        prompt: String, isSecret: Bool
    ) throws(InputUnavailable) -> String? {
        throw InputUnavailable(
            reason: "the notebook runs without a frontend, so nobody can be asked for input")
    }

    package func receive(_ event: CellEvent) {
        state.withLock { state in
            switch event {
            case .stream(let name, let text):
                guard !text.isEmpty else { return }
                Self.clearIfAsked(&state)
                if state.name != name { Self.endStream(&state) }
                state.name = name
                state.text += text
            case .display(let data, let id):
                Self.clearIfAsked(&state)
                Self.append(.display(data), id: id, to: &state)
            case .updateDisplay(let data, let id):
                for place in state.places[id] ?? [] {
                    state.outputs[place] = state.outputs[place].replacing(data)
                }
            case .clearOutput(let wait):
                state.clearsAtNextOutput = true
                if !wait { Self.clearIfAsked(&state) }
            case .result(let data):
                Self.clearIfAsked(&state)
                Self.append(.result(data, count: count), id: nil, to: &state)
            }
        }
    }

    /// Takes the error the cell ended with.
    package func fail(_ error: CellError) {
        state.withLock { state in
            Self.append(.error(error), id: nil, to: &state)
        }
    }

    private static func append(_ output: CellOutput, id: String?, to state: inout State) {
        endStream(&state)
        if let id { state.places[id, default: []].append(state.outputs.count) }
        state.outputs.append(output)
    }

    private static func endStream(_ state: inout State) {
        guard let name = state.name else { return }
        state.outputs.append(.stream(name, state.text))
        state.name = nil
        state.text = ""
    }

    private static func clearIfAsked(_ state: inout State) {
        guard state.clearsAtNextOutput else { return }
        state.clearsAtNextOutput = false
        state.name = nil
        state.text = ""
        state.outputs = []
        state.places = [:]
    }
}
