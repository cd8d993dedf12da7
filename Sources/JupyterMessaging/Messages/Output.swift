package import JSON

/// Text for one of the two streams.
package struct StreamContent: MessageContent {
    package static let messageType = "stream"

    package let name: String
    package let text: String

    package init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// Something shown, in several formats.
package struct DisplayContent: MessageContent {
    package static let messageType = "display_data"
    /// The kind of the same content when it replaces what was shown under its identifier.
    package static let updateMessageType = "update_display_data"

    package let data: JSONValue
    package let metadata: JSONValue
    package let transient: JSONValue

    package init(data: JSONValue, id: String?) {
        self.data = data
        metadata = .emptyObject
        transient = id.map { ["display_id": .string($0)] } ?? .emptyObject
    }
}

/// The value of a cell.
package struct ExecuteResult: MessageContent {
    package static let messageType = "execute_result"

    package let executionCount: Int
    package let data: JSONValue
    package let metadata: JSONValue

    private enum CodingKeys: String, CodingKey {
        case executionCount = "execution_count"
        case data
        case metadata
    }

    package init(executionCount: Int, data: JSONValue) {
        self.executionCount = executionCount
        self.data = data
        metadata = .emptyObject
    }
}

/// Clear what the cell has shown.
package struct ClearOutput: MessageContent {
    package static let messageType = "clear_output"

    /// Only when the next output comes.
    package let wait: Bool

    package init(wait: Bool) {
        self.wait = wait
    }
}

/// What the kernel is doing.
package struct StatusContent: MessageContent {
    package static let messageType = "status"

    package enum State: String, Codable, Sendable {
        case starting
        case busy
        case idle
    }

    package let state: State

    private enum CodingKeys: String, CodingKey {
        case state = "execution_state"
    }

    package init(_ state: State) {
        self.state = state
    }
}

/// The first thing a new subscriber of iopub hears.
package struct IOPubWelcome: MessageContent {
    package static let messageType = "iopub_welcome"

    package let subscription: String

    package init(subscription: String) {
        self.subscription = subscription
    }
}
