/// Checks that a JSON value has a notebook's shape, and says where it has not.
struct NotebookChecker {
    private let bytes: [UInt8]
    /// A later version of the format may have cells and outputs of other types; they are kept as they are.
    private var isLater = false

    /// - Parameter bytes: the file, for places in messages.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The notebook's outermost object.
    mutating func check(_ value: JSONValue) throws(NotebookError) -> JSONObject {
        let top = JSONPath()
        let root = try object(value, at: top, called: "a notebook's object")
        guard root["nbformat"] != nil || root["cells"] != nil || root["worksheets"] != nil else {
            throw error(.notANotebook, at: top)
        }
        try checkFormat(root)
        isLater = (root["nbformat_minor"]?.integer ?? 0) > 5
        if let metadata = root["metadata"] {
            let metadata = try object(metadata, at: top / "metadata", called: "an object")
            for key in ["kernelspec", "language_info"] {
                guard let value = metadata[key] else { continue }
                _ = try object(value, at: top / "metadata" / key, called: "an object")
            }
        }
        guard let cells = root["cells"] else { throw error(.missing(top, key: "cells"), at: top) }
        let list = try array(cells, at: top / "cells", called: "a list of cells")
        var identifiers: [String: Int] = [:]
        for (index, cell) in list.enumerated() {
            let path = top / "cells" / index
            let id = try check(cell: cell, at: path)
            guard let id else { continue }
            if let first = identifiers.updateValue(index, forKey: id) {
                throw error(.duplicateIdentifier(path / "id", id, first: first), at: path / "id")
            }
        }
        return root
    }

    private func checkFormat(_ root: JSONObject) throws(NotebookError) {
        let top = JSONPath()
        for key in ["nbformat", "nbformat_minor"] {
            guard let value = root[key] else {
                throw error(.missing(top, key: key), at: top)
            }
            guard value.integer != nil else {
                throw error(
                    .wrongKind(top / key, expected: "a whole number", found: value.kind),
                    at: top / key)
            }
            if key == "nbformat", let version = value.integer, version != 4 {
                throw error(version < 4 ? .oldFormat(version) : .newFormat(version), at: top / key)
            }
        }
    }

    /// The cell's identifier.
    private func check(cell: JSONValue, at path: JSONPath) throws(NotebookError) -> String? {
        let cell = try object(cell, at: path, called: "a cell")
        guard let type = cell["cell_type"] else {
            throw error(.missing(path, key: "cell_type"), at: path)
        }
        let name = try string(type, at: path / "cell_type")
        guard let kind = NotebookCell.Kind(rawValue: name) else {
            if isLater {
                guard let id = cell["id"] else { return nil }
                return try string(id, at: path / "id")
            }
            throw error(.unknownCellType(path, name), at: path / "cell_type")
        }
        guard let source = cell["source"] else {
            throw error(.missing(path, key: "source"), at: path)
        }
        try checkText(source, at: path / "source")
        if let metadata = cell["metadata"] {
            _ = try object(metadata, at: path / "metadata", called: "an object")
        }
        if kind == .code { try checkCode(cell, at: path) }
        guard let id = cell["id"] else { return nil }
        return try string(id, at: path / "id")
    }

    private func checkCode(_ cell: JSONObject, at path: JSONPath) throws(NotebookError) {
        if let count = cell["execution_count"], count != .null, count.integer == nil {
            throw error(
                .wrongKind(
                    path / "execution_count", expected: "a number or null", found: count.kind),
                at: path / "execution_count")
        }
        guard let outputs = cell["outputs"] else {
            throw error(.missing(path, key: "outputs"), at: path)
        }
        let list = try array(outputs, at: path / "outputs", called: "a list of outputs")
        for (index, output) in list.enumerated() {
            try check(output: output, at: path / "outputs" / index)
        }
    }

    private func check(output: JSONValue, at path: JSONPath) throws(NotebookError) {
        let output = try object(output, at: path, called: "an output")
        guard let type = output["output_type"] else {
            throw error(.missing(path, key: "output_type"), at: path)
        }
        let name = try string(type, at: path / "output_type")
        switch name {
        case "stream":
            guard let text = output["text"] else {
                throw error(.missing(path, key: "text"), at: path)
            }
            try checkText(text, at: path / "text")
        case "display_data", "execute_result":
            guard let data = output["data"] else {
                throw error(.missing(path, key: "data"), at: path)
            }
            let bundle = try object(data, at: path / "data", called: "an object")
            for member in bundle.members {
                try check(format: member, at: path / "data" / member.key)
            }
        case "error": break
        case _ where isLater: break
        default: throw error(.unknownOutputType(path, name), at: path / "output_type")
        }
    }

    /// One format of an output: JSON may be anything, all else is text, and pictures are base64.
    private func check(
        format: JSONObject.Member, at path: JSONPath
    ) throws(NotebookError) {
        let type = format.key
        if type == "application/json" || type.hasSuffix("+json") { return }
        try checkText(format.value, at: path)
        if ["image/png", "image/jpeg", "image/gif", "application/pdf"].contains(type),
            !isBase64(MultilineText.text(of: format.value))
        {
            throw error(.invalidBase64(path), at: path)
        }
    }

    private func isBase64(_ text: String) -> Bool {
        var count = 0
        var padding = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
                if padding > 0 { return false }
                count += 1
            case UInt8(ascii: "="): padding += 1
            case 0x0A, 0x0D, 0x20: break
            default: return false
            }
        }
        return padding <= 2 && (count + padding) % 4 == 0
    }

    private func checkText(_ value: JSONValue, at path: JSONPath) throws(NotebookError) {
        switch value {
        case .string: return
        case .array(let lines):
            for (index, line) in lines.enumerated() { _ = try string(line, at: path / index) }
        default:
            throw error(
                .wrongKind(path, expected: "text or a list of lines", found: value.kind), at: path)
        }
    }

    private func object(
        _ value: JSONValue, at path: JSONPath, called expected: String
    ) throws(NotebookError) -> JSONObject {
        guard let object = value.object else {
            throw error(.wrongKind(path, expected: expected, found: value.kind), at: path)
        }
        return object
    }

    private func array(
        _ value: JSONValue, at path: JSONPath, called expected: String
    ) throws(NotebookError) -> [JSONValue] {
        guard let array = value.array else {
            throw error(.wrongKind(path, expected: expected, found: value.kind), at: path)
        }
        return array
    }

    private func string(_ value: JSONValue, at path: JSONPath) throws(NotebookError) -> String {
        guard let text = value.text else {
            throw error(.wrongKind(path, expected: "text", found: value.kind), at: path)
        }
        return text
    }

    private func error(_ problem: NotebookError.Problem, at path: JSONPath) -> NotebookError {
        let place = path.position(in: bytes)
        return NotebookError(problem, line: place.line, column: place.column)
    }
}
