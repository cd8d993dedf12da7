package import JSON

/// What could stand here? Positions count Unicode code points.
package struct CompleteRequest: MessageContent {
    package static let messageType = "complete_request"

    package let code: String
    package let cursorPosition: Int

    private enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
    }
}

/// What could stand there.
package struct CompleteReply: MessageContent {
    package static let messageType = "complete_reply"

    package let matches: [String]
    package let cursorStart: Int
    package let cursorEnd: Int
    package let metadata: JSONValue
    package var status = ReplyStatus.ok

    private enum CodingKeys: String, CodingKey {
        case matches
        case cursorStart = "cursor_start"
        case cursorEnd = "cursor_end"
        case metadata
        case status
    }

    package init(matches: [String], replaced: Range<Int>, metadata: JSONValue) {
        self.matches = matches
        cursorStart = replaced.lowerBound
        cursorEnd = replaced.upperBound
        self.metadata = metadata
    }
}

/// What is this name?
package struct InspectRequest: MessageContent {
    package static let messageType = "inspect_request"

    package let code: String
    package let cursorPosition: Int
    package let detailLevel: Int?

    private enum CodingKeys: String, CodingKey {
        case code
        case cursorPosition = "cursor_pos"
        case detailLevel = "detail_level"
    }
}

/// What that name is, if anything is known of it.
package struct InspectReply: MessageContent {
    package static let messageType = "inspect_reply"

    package var status = ReplyStatus.ok
    package let found: Bool
    package let data: JSONValue
    package let metadata: JSONValue

    package init(data: JSONValue?) {
        found = data != nil
        self.data = data ?? .emptyObject
        metadata = .emptyObject
    }
}

/// Would this code run as it stands?
package struct IsCompleteRequest: MessageContent {
    package static let messageType = "is_complete_request"

    package let code: String
}

/// Whether it would.
package struct IsCompleteReply: MessageContent {
    package static let messageType = "is_complete_reply"

    package enum Status: String, Codable, Sendable {
        case complete
        case incomplete
        case invalid
    }

    package let status: Status
    /// What the next line starts with.
    package let indent: String?

    package init(_ status: Status, indent: String? = nil) {
        self.status = status
        self.indent = indent
    }
}
