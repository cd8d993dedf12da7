/// The content of one kind of message.
package protocol MessageContent: Codable, Sendable {
    /// The kind, as headers spell it.
    static var messageType: String { get }
}

/// How a request ended, as replies spell it.
package enum ReplyStatus: String, Codable, Sendable {
    case ok
    case error
}
