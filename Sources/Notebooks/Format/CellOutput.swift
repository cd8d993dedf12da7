package import Session

/// One output of a code cell, as the file holds it.
package struct CellOutput: Sendable, Equatable {
    package private(set) var object: JSONObject

    init(_ object: JSONObject) {
        self.object = object
    }

    /// Text on one of the two streams.
    package static func stream(_ name: StreamName, _ text: String) -> CellOutput {
        CellOutput(
            JSONObject([
                ("name", .text(name.rawValue)), ("output_type", .text("stream")),
                ("text", MultilineText.value(of: text)),
            ]))
    }

    /// Something shown.
    package static func display(_ data: DisplayData) -> CellOutput {
        CellOutput(
            JSONObject([
                ("data", .object(bundle(data))), ("metadata", .object(JSONObject())),
                ("output_type", .text("display_data")),
            ]))
    }

    /// The value of a cell's last expression.
    package static func result(_ data: DisplayData, count: Int) -> CellOutput {
        CellOutput(
            JSONObject([
                ("data", .object(bundle(data))), ("execution_count", .integer(count)),
                ("metadata", .object(JSONObject())), ("output_type", .text("execute_result")),
            ]))
    }

    /// An error, with the lines that show it.
    package static func error(_ error: CellError) -> CellOutput {
        CellOutput(
            JSONObject([
                ("ename", .text(error.name)), ("evalue", .text(error.message)),
                ("output_type", .text("error")),
                ("traceback", .array(error.traceback.map(JSONValue.text))),
            ]))
    }

    package var type: String { object["output_type"]?.text ?? "" }

    /// The text of a stream.
    package var text: String { object["text"].map(MultilineText.text(of:)) ?? "" }

    /// One format of something shown, as text.
    package func content(_ mimeType: String) -> String? {
        object["data"]?.object?[mimeType].map(MultilineText.text(of:))
    }

    /// The same output with other data: what `update_display_data` does to it.
    package func replacing(_ data: DisplayData) -> CellOutput {
        var copy = self
        copy.object["data"] = .object(Self.bundle(data))
        return copy
    }

    /// The formats as nbformat lays them out: text in lines, JSON as JSON, binary data as base64 on one line.
    private static func bundle(_ data: DisplayData) -> JSONObject {
        JSONObject(
            data.representations.map { representation in
                let type = representation.mimeType
                if type == "application/json" || type.hasSuffix("+json"),
                    let value = try? JSONParser.parse(Array(representation.content.utf8))
                {
                    return (type, value)
                }
                let isLines =
                    type.hasPrefix("text/") || type == "image/svg+xml"
                    || type == "application/javascript"
                return (
                    type,
                    isLines
                        ? MultilineText.value(of: representation.content)
                        : .text(representation.content)
                )
            })
    }
}
