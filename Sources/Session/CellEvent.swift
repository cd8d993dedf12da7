/// What a running cell sends out, in the order in which it happened.
public enum CellEvent: Sendable {
    /// Text the cell wrote.
    case stream(StreamName, String)
    /// Something shown; with an identifier it can be updated later.
    case display(DisplayData, id: String?)
    /// What was shown under that identifier now looks like this.
    case updateDisplay(DisplayData, id: String)
    /// Clear what the cell has shown, at once or when the next output comes.
    case clearOutput(wait: Bool)
    /// The value of the cell's last expression. Sent at most once, after all other output.
    case result(DisplayData)
}

/// The two streams of text.
public enum StreamName: String, Sendable {
    case stdout
    case stderr
}

/// A value in several formats (MIME types), `text/plain` first. The order is kept.
public struct DisplayData: Sendable, Equatable {
    /// One format. Content is text as it is, or base64 where the format is binary.
    public struct Representation: Sendable, Equatable {
        public let mimeType: String
        public let content: String

        public init(mimeType: String, content: String) {
            self.mimeType = mimeType
            self.content = content
        }
    }

    public let representations: [Representation]

    public init(_ representations: [Representation]) {
        self.representations = representations
    }

    /// Data that holds plain text.
    public init(text: String) {
        representations = [Representation(mimeType: "text/plain", content: text)]
    }

    /// The content of one format, if there is one.
    public subscript(mimeType: String) -> String? {
        representations.first { $0.mimeType == mimeType }?.content
    }
}
