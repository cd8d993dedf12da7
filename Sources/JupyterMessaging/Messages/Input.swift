/// Ask the user for a line.
package struct InputRequest: MessageContent {
    package static let messageType = "input_request"

    package let prompt: String
    /// Whether what is typed is hidden.
    package let password: Bool

    package init(prompt: String, password: Bool) {
        self.prompt = prompt
        self.password = password
    }
}

/// The line the user typed.
package struct InputReply: MessageContent {
    package static let messageType = "input_reply"

    package let value: String
}
