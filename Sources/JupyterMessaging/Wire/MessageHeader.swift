/// The header of a message: who sent it, when, and what kind it is.
package struct MessageHeader: Codable, Sendable, Hashable {
    package var messageID: String
    package var session: String
    package var username: String
    package var date: String
    package var type: String
    package var version: String
    package var subshellID: String?

    private enum CodingKeys: String, CodingKey {
        case messageID = "msg_id"
        case session
        case username
        case date
        case type = "msg_type"
        case version
        case subshellID = "subshell_id"
    }

    package init(
        messageID: String, session: String, username: String, date: String, type: String,
        version: String = protocolVersion
    ) {
        self.messageID = messageID
        self.session = session
        self.username = username
        self.date = date
        self.type = type
        self.version = version
    }

    /// Reads a client's header. What is not needed to answer may be missing.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        messageID = try container.decode(String.self, forKey: .messageID)
        type = try container.decode(String.self, forKey: .type)
        session = try container.decodeIfPresent(String.self, forKey: .session) ?? ""
        username = try container.decodeIfPresent(String.self, forKey: .username) ?? ""
        date = try container.decodeIfPresent(String.self, forKey: .date) ?? ""
        version = try container.decodeIfPresent(String.self, forKey: .version) ?? ""
        subshellID = try container.decodeIfPresent(String.self, forKey: .subshellID)
    }

    /// The version of the messaging protocol that this module speaks.
    package static let protocolVersion = "5.5"
}
