package import JSON

/// The frames of a message, as the messaging protocol lays them out:
/// identities…, `<IDS|MSG>`, signature, header, parent header, metadata, content, buffers….
package struct WireFormat: Sendable {
    package static let delimiter = Array("<IDS|MSG>".utf8)
    static let emptyObject = Array("{}".utf8)

    private let signer: MessageSigner
    private let limits: WireLimits

    package init(signer: MessageSigner, limits: WireLimits = WireLimits()) {
        self.signer = signer
        self.limits = limits
    }

    /// Reads the frames of one message. The signature is checked before anything is parsed.
    package func decode(
        _ frames: [[UInt8]], replayGuard: inout ReplayGuard
    ) throws(WireError) -> IncomingMessage {
        guard let delimiter = frames.firstIndex(of: Self.delimiter) else { throw .noDelimiter }
        let parts = frames[(delimiter + 1)...]
        guard parts.count >= 5 else { throw .tooFewFrames(parts.count) }
        let signature = parts[delimiter + 1]
        let json = Array(parts[(delimiter + 2)..<(delimiter + 6)])
        let buffers = Array(parts[(delimiter + 6)...])
        try checkSizes(json, buffers)
        guard signer.isValid(signature, for: json) else { throw .wrongSignature }
        guard signer.signsNothing || replayGuard.isNew(signature) else {
            throw .repeatedSignature
        }
        let header = try part("header", json[0])
        let decodedHeader: MessageHeader
        do throws(JSONError) {
            decodedHeader = try header.decoded(as: MessageHeader.self)
        } catch {
            throw .malformed(part: "header", error)
        }
        let parent = try part("parent header", json[1])
        let metadata = try part("metadata", json[2])
        let content = try part("content", json[3])
        for (name, value) in [("metadata", metadata), ("content", content)]
        where value.object == nil {
            throw .malformed(
                part: name, .mismatch(path: name, expected: "an object", given: value.kind))
        }
        return IncomingMessage(
            identities: Array(frames[..<delimiter]), header: decodedHeader, headerBytes: json[0],
            parentHeader: parent, metadata: metadata, content: content, buffers: buffers)
    }

    /// The frames of a message of ours.
    ///
    /// - Parameters:
    ///   - identities: the client to answer, or the topic on iopub.
    ///   - parent: the header of the request that this answers, as it came; nil where there is none.
    package func encode(
        identities: [[UInt8]], header: MessageHeader, parent: [UInt8]?,
        metadata: JSONValue = .emptyObject, content: JSONValue, buffers: [[UInt8]] = []
    ) -> [[UInt8]] {
        let json = [
            JSONWriter.bytes(JSONValue(encoding: header)),
            parent ?? Self.emptyObject,
            JSONWriter.bytes(metadata),
            JSONWriter.bytes(content),
        ]
        return identities + [Self.delimiter, signer.signature(for: json)] + json + buffers
    }

    private func part(_ name: String, _ bytes: [UInt8]) throws(WireError) -> JSONValue {
        do throws(JSONError) {
            return try JSONParser.parse(bytes, depthLimit: limits.depth)
        } catch {
            throw .malformed(part: name, error)
        }
    }

    private func checkSizes(_ json: [[UInt8]], _ buffers: [[UInt8]]) throws(WireError) {
        let names = ["header", "parent header", "metadata", "content"]
        let allowed = [limits.header, limits.header, limits.content, limits.content]
        for (index, bytes) in json.enumerated() where bytes.count > allowed[index] {
            throw .tooLarge(part: names[index], size: bytes.count, limit: allowed[index])
        }
        guard buffers.count <= limits.bufferCount else { throw .tooManyBuffers(buffers.count) }
    }
}

/// What a message may measure. Larger ones are dropped before they are parsed.
package struct WireLimits: Sendable {
    /// A header, in bytes.
    package var header = 64 << 10
    /// Metadata or content, in bytes.
    package var content = 32 << 20
    /// Number of binary buffers.
    package var bufferCount = 1_024
    /// One frame, in bytes. A client that sends a larger one is disconnected by the socket.
    package var frame = 256 << 20
    /// How deep JSON nests.
    package var depth = JSONParser.defaultDepthLimit

    package init() {}
}
