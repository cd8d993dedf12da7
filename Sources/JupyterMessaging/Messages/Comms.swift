package import JSON

/// Which comms are open?
package struct CommInfoRequest: MessageContent {
    package static let messageType = "comm_info_request"

    /// Only those of this target.
    package let targetName: String?

    private enum CodingKeys: String, CodingKey {
        case targetName = "target_name"
    }
}

/// The open comms.
package struct CommInfoReply: MessageContent {
    package static let messageType = "comm_info_reply"

    package var status = ReplyStatus.ok
    /// The target's name under each comm's identifier.
    package let comms: JSONValue

    package init(comms: JSONValue) {
        self.comms = comms
    }
}

/// A comm is opened, by a frontend or by the kernel.
package struct CommOpen: MessageContent {
    package static let messageType = "comm_open"

    package let id: String
    package let targetName: String
    package let data: JSONValue?

    private enum CodingKeys: String, CodingKey {
        case id = "comm_id"
        case targetName = "target_name"
        case data
    }

    package init(id: String, targetName: String, data: JSONValue) {
        self.id = id
        self.targetName = targetName
        self.data = data
    }
}

/// A message on a comm.
package struct CommMessage: MessageContent {
    package static let messageType = "comm_msg"

    package let id: String
    package let data: JSONValue?

    private enum CodingKeys: String, CodingKey {
        case id = "comm_id"
        case data
    }

    package init(id: String, data: JSONValue) {
        self.id = id
        self.data = data
    }
}

/// The end of a comm.
package struct CommClose: MessageContent {
    package static let messageType = "comm_close"

    package let id: String
    package let data: JSONValue?

    private enum CodingKeys: String, CodingKey {
        case id = "comm_id"
        case data
    }

    package init(id: String, data: JSONValue = .emptyObject) {
        self.id = id
        self.data = data
    }
}
