/// What a process that runs a notebook tells the one that started it: one JSON object a line.
package enum RunMessage: Sendable, Equatable {
    case started(cell: Int, of: Int, title: String)
    case finished(NotebookResult.Cell, of: Int)
    /// The notebook has ended.
    case ended(NotebookResult.Status, message: String?)

    package var line: String {
        var object = JSONObject()
        switch self {
        case .started(let cell, let count, let title):
            object["started"] = .integer(cell)
            object["count"] = .integer(count)
            object["title"] = .text(title)
        case .finished(let cell, let count):
            object["finished"] = .integer(cell.number)
            object["count"] = .integer(count)
            object["title"] = .text(cell.title)
            object["seconds"] = .number("\(cell.seconds)")
            object["memory"] = .integer(cell.memory)
            object["traceback"] = .array(cell.traceback.map(JSONValue.text))
            object["failed"] = .bool(cell.isFailure)
        case .ended(let status, let message):
            object["ended"] = .text(status.rawValue)
            object["message"] = message.map(JSONValue.text) ?? .null
        }
        return JSONWriter.line(of: .object(object)) + "\n"
    }

    package init?(line: [UInt8]) {
        guard let object = (try? JSONParser.parse(line))?.object else { return nil }
        let count = object["count"]?.integer ?? 0
        let title = object["title"]?.text ?? ""
        if let cell = object["started"]?.integer {
            self = .started(cell: cell, of: count, title: title)
        } else if let number = object["finished"]?.integer, case .number(let seconds)? = object["seconds"] {
            self = .finished(
                NotebookResult.Cell(
                    number: number, title: title, seconds: Double(seconds) ?? 0, memory: object["memory"]?.integer ?? 0,
                    traceback: object["traceback"]?.array?.compactMap(\.text) ?? [], isFailure: object["failed"] == .bool(true)),
                of: count)
        } else if let status = object["ended"]?.text.flatMap(NotebookResult.Status.init) {
            self = .ended(status, message: object["message"]?.text)
        } else {
            return nil
        }
    }
}
