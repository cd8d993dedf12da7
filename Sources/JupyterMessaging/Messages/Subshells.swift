/// A subshell was made.
package struct CreateSubshellReply: MessageContent {
    package static let messageType = "create_subshell_reply"

    package var status = ReplyStatus.ok
    package let id: String

    private enum CodingKeys: String, CodingKey {
        case status
        case id = "subshell_id"
    }

    package init(id: String) { self.id = id }
}

/// End a subshell.
package struct DeleteSubshellRequest: MessageContent {
    package static let messageType = "delete_subshell_request"

    package let id: String

    private enum CodingKeys: String, CodingKey {
        case id = "subshell_id"
    }
}

/// It takes no more cells.
package struct DeleteSubshellReply: MessageContent {
    package static let messageType = "delete_subshell_reply"

    package var status = ReplyStatus.ok

    package init() {}
}

/// The subshells there are.
package struct ListSubshellReply: MessageContent {
    package static let messageType = "list_subshell_reply"

    package var status = ReplyStatus.ok
    package let ids: [String]

    private enum CodingKeys: String, CodingKey {
        case status
        case ids = "subshell_id"
    }

    package init(ids: [String]) { self.ids = ids }
}
