package import JSON

/// What was run before?
package struct HistoryRequest: MessageContent {
    package static let messageType = "history_request"

    package enum Access: String, Codable, Sendable {
        case range
        case tail
        case search
    }

    package let access: Access
    package let output: Bool
    package let session: Int?
    package let start: Int?
    package let stop: Int?
    package let count: Int?
    package let pattern: String?
    package let unique: Bool?

    private enum CodingKeys: String, CodingKey {
        case access = "hist_access_type"
        case output
        case session
        case start
        case stop
        case count = "n"
        case pattern
        case unique
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        access = try container.decode(Access.self, forKey: .access)
        output = try container.decodeIfPresent(Bool.self, forKey: .output) ?? false
        session = try container.decodeIfPresent(Int.self, forKey: .session)
        start = try container.decodeIfPresent(Int.self, forKey: .start)
        stop = try container.decodeIfPresent(Int.self, forKey: .stop)
        count = try container.decodeIfPresent(Int.self, forKey: .count)
        pattern = try container.decodeIfPresent(String.self, forKey: .pattern)
        unique = try container.decodeIfPresent(Bool.self, forKey: .unique)
    }
}

/// What was run: session, number of the cell, and its text or its text with its result.
package struct HistoryReply: MessageContent {
    package static let messageType = "history_reply"

    package var status = ReplyStatus.ok
    package let history: [JSONValue]

    package init(history: [JSONValue]) {
        self.history = history
    }
}
