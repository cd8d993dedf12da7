internal import JSON
internal import JupyterMessaging
internal import Session

extension DisplayData {
    /// The formats as messages carry them: JSON as JSON, all else as text.
    var json: JSONValue {
        var object = JSONObject()
        for representation in representations {
            object[representation.mimeType] = Self.json(representation)
        }
        if object["text/plain"] == nil {
            // Frontends without any of the other formats have something to show.
            object["text/plain"] = .string(representations.first.map { "<\($0.mimeType)>" } ?? "")
        }
        return .object(object)
    }

    private static func json(_ representation: Representation) -> JSONValue {
        let type = representation.mimeType
        if type == "application/json" || type.hasSuffix("+json"),
            let value = try? JSONParser.parse(Array(representation.content.utf8))
        {
            return value
        }
        return .string(representation.content)
    }
}
