package import JSON

/// A message as it came from a client: authentic, well-formed, its content not yet looked at.
package struct IncomingMessage: Sendable {
    /// The way back to the client that sent it.
    package let identities: [[UInt8]]
    package let header: MessageHeader
    /// The header as it was sent. Answers carry it as their parent, byte for byte.
    package let headerBytes: [UInt8]
    package let parentHeader: JSONValue
    package let metadata: JSONValue
    package let content: JSONValue
    package let buffers: [[UInt8]]

    package init(
        identities: [[UInt8]], header: MessageHeader, headerBytes: [UInt8],
        parentHeader: JSONValue = .emptyObject, metadata: JSONValue = .emptyObject,
        content: JSONValue, buffers: [[UInt8]] = []
    ) {
        self.identities = identities
        self.header = header
        self.headerBytes = headerBytes
        self.parentHeader = parentHeader
        self.metadata = metadata
        self.content = content
        self.buffers = buffers
    }
}
