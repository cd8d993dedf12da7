/// What a value looks like to a frontend: the same thing in several formats, the plain text always among them.
///
/// The order of the formats is kept, so that what is written from a bundle is the same bytes every time.
public struct DisplayBundle: Sendable, Equatable {
    /// One format's content.
    public enum Content: Sendable, Equatable {
        /// Text as it is: `text/plain`, `text/html`, `image/svg+xml`, …
        case text(String)
        /// Bytes that JSON carries as base64: `image/png`, …
        case data([UInt8])
    }

    /// One format: its MIME type and its content.
    public struct Representation: Sendable, Equatable {
        public var mimeType: String
        public var content: Content

        public init(mimeType: String, content: Content) {
            self.mimeType = mimeType
            self.content = content
        }
    }

    public private(set) var representations: [Representation]

    /// A bundle that holds plain text.
    public init(text: String) {
        representations = [Representation(mimeType: "text/plain", content: .text(text))]
    }

    /// The same bundle with one more format, or with that format replaced.
    public func adding(_ mimeType: String, _ content: Content) -> DisplayBundle {
        var bundle = self
        bundle.representations.removeAll { $0.mimeType == mimeType }
        bundle.representations.append(Representation(mimeType: mimeType, content: content))
        return bundle
    }

    /// The plain text.
    public var text: String {
        for representation in representations where representation.mimeType == "text/plain" {
            if case .text(let text) = representation.content { return text }
        }
        return ""
    }

    /// The content of one format, if the bundle has it.
    public subscript(mimeType: String) -> Content? {
        representations.first { $0.mimeType == mimeType }?.content
    }
}

/// A value that shows itself as more than text: a figure, a table, an image-shaped tensor.
public protocol RichDisplayable {
    /// The value in every format it has.
    ///
    /// - Throws: what drawing the value met, such as a figure whose data cannot be drawn.
    func displayBundle() throws -> DisplayBundle
}
