package import JSON

/// What a comm message carries: JSON, metadata beside it, and binary buffers.
package struct CommPayload: Sendable, Hashable {
    package var data: JSONValue
    package var metadata: JSONValue
    package var buffers: [[UInt8]]

    package init(
        _ data: JSONValue = .emptyObject, metadata: JSONValue = .emptyObject, buffers: [[UInt8]] = []
    ) {
        self.data = data
        self.metadata = metadata
        self.buffers = buffers
    }
}

/// Something that happens to a comm. The same three happen in both directions.
package enum CommEvent: Sendable {
    case open(id: String, target: String, CommPayload)
    case message(id: String, CommPayload)
    case close(id: String, CommPayload)

    package var id: String {
        switch self {
        case .open(let id, _, _), .message(let id, _), .close(let id, _): id
        }
    }
}
