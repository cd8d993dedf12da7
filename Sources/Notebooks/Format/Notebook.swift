/// A notebook, as its file holds it and as a run changes it.
///
/// Format: nbformat 4.0 to 4.5 is read. What has been changed is written as 4.5, in the layout and order of keys
/// that the file had; what has not been changed is written as the bytes that were read.
package struct Notebook: Sendable {
    package var cells: [NotebookCell]
    /// Everything beside the cells; the member `cells` only marks their place.
    private var root: JSONObject
    private let original: Original?

    /// A file as it was read.
    private struct Original: Sendable {
        let bytes: [UInt8]
        let value: JSONValue
        let style: JSONWriter.Style
    }

    /// A notebook without a file.
    package init(cells: [NotebookCell] = []) {
        self.cells = cells
        root = JSONObject([
            ("cells", .array([])), ("metadata", .object(JSONObject())),
            ("nbformat", .integer(4)), ("nbformat_minor", .integer(5)),
        ])
        original = nil
    }

    /// Reads a notebook.
    ///
    /// - Throws: `NotebookError` with the place, for bytes that are not JSON, not a notebook, or of another format.
    package init(_ bytes: [UInt8]) throws(NotebookError) {
        let value: JSONValue
        do {
            value = try JSONParser.parse(bytes)
        } catch {
            throw NotebookError(.json(error.message), line: error.line, column: error.column)
        }
        var checker = NotebookChecker(bytes)
        let root = try checker.check(value)
        self.root = root
        cells = (root["cells"]?.array ?? []).compactMap { $0.object.map(NotebookCell.init) }
        original = Original(bytes: bytes, value: value, style: JSONWriter.Style(of: bytes))
    }

    /// The notebook's file.
    package var bytes: [UInt8] {
        if let original, original.value == assembled { return original.bytes }
        var notebook = self
        notebook.upgrade()
        return JSONWriter.bytes(
            of: notebook.assembled, style: original?.style ?? JSONWriter.Style())
    }

    package var metadata: JSONObject {
        get { root["metadata"]?.object ?? JSONObject() }
        set { root["metadata"] = .object(newValue) }
    }

    /// The number behind the point of the format.
    package var minorFormat: Int { root["nbformat_minor"]?.integer ?? 0 }

    private var assembled: JSONValue {
        var root = root
        root["cells"] = .array(cells.map { .object($0.object) })
        return .object(root)
    }

    /// Makes a 4.0 to 4.4 notebook a 4.5 one: each cell gets an identifier, the same one every time.
    private mutating func upgrade() {
        if minorFormat < 5 { root["nbformat_minor"] = .integer(5) }
        nameCells()
    }

    /// Gives cells without an identifier one, made from their text and place.
    ///
    /// - Parameter again: a cell whose identifier another one has gets a new one as well.
    mutating func nameCells(again: Bool = false) {
        if again {
            var seen: Set<String> = []
            for index in cells.indices {
                if let id = cells[index].id, !seen.insert(id).inserted { cells[index].id = nil }
            }
        }
        var taken = Set(cells.compactMap(\.id))
        for index in cells.indices where cells[index].id == nil {
            var salt = 0
            var id = Self.identifier(of: cells[index].source, at: index, salt: salt)
            while !taken.insert(id).inserted {
                salt += 1
                id = Self.identifier(of: cells[index].source, at: index, salt: salt)
            }
            cells[index].id = id
        }
    }

    /// Eight hexadecimal digits from the text and place of a cell (FNV-1a).
    private static func identifier(of source: String, at index: Int, salt: Int) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in Array("\(index) \(salt) \(source)".utf8) {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        let digits = String(hash >> 32 ^ hash & 0xFFFF_FFFF, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
