/// One cell, as the file holds it.
package struct NotebookCell: Sendable, Equatable {
    package enum Kind: String, Sendable {
        case code, markdown, raw
    }

    /// All of the cell's members, known and unknown.
    package private(set) var object: JSONObject

    init(_ object: JSONObject) {
        self.object = object
    }

    /// A new cell.
    package init(_ kind: Kind, source: String, tags: [String] = []) {
        var metadata = JSONObject()
        if !tags.isEmpty { metadata["tags"] = .array(tags.map(JSONValue.text)) }
        object = JSONObject([
            ("cell_type", .text(kind.rawValue)), ("metadata", .object(metadata)),
            ("source", MultilineText.value(of: source)),
        ])
        if kind == .code {
            object["execution_count"] = .null
            object["outputs"] = .array([])
        }
    }

    package var kind: Kind { Kind(rawValue: object["cell_type"]?.text ?? "") ?? .raw }

    package var id: String? {
        get { object["id"]?.text }
        set { object["id"] = newValue.map(JSONValue.text) }
    }

    /// Whether the format takes a text for a cell's identifier: 1 to 64 letters, digits, hyphens and underscores.
    static func isIdentifier(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-" || $0 == "_") }
    }

    package var source: String {
        get { object["source"].map(MultilineText.text(of:)) ?? "" }
        set { object["source"] = MultilineText.value(of: newValue) }
    }

    package var tags: [String] {
        object["metadata"]?.object?["tags"]?.array?.compactMap(\.text) ?? []
    }

    package var executionCount: Int? {
        get { object["execution_count"]?.integer }
        set { object["execution_count"] = newValue.map(JSONValue.integer) ?? .null }
    }

    package var outputs: [CellOutput] {
        get { (object["outputs"]?.array ?? []).compactMap { $0.object.map(CellOutput.init) } }
        set { object["outputs"] = .array(newValue.map { .object($0.object) }) }
    }

    mutating func setMetadata(_ metadata: JSONObject) { object["metadata"] = .object(metadata) }

    mutating func setAttachments(_ attachments: JSONValue) { object["attachments"] = attachments }

    package var metadata: JSONObject { object["metadata"]?.object ?? JSONObject() }
}
