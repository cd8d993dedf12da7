package import Tensors

/// Splits comma-separated text into fields (RFC 4180): quotes, doubled quotes, line ends inside
/// quotes, LF, CRLF or CR.
///
/// Fields stay ranges of the bytes; only those with doubled quotes are copied when they are read.
package struct CSVReader {
    /// One field: where its bytes lie and whether doubled quotes are in it. Eight bytes, since there are millions.
    package struct Field {
        private var first: UInt32
        private var last: UInt32

        private static let mark: UInt32 = 1 << 31

        init(start: Int, end: Int, isQuoted: Bool = false, hasDoubledQuotes: Bool = false) {
            first = UInt32(truncatingIfNeeded: start) | (isQuoted ? Self.mark : 0)
            last = UInt32(truncatingIfNeeded: end) | (hasDoubledQuotes ? Self.mark : 0)
        }

        package var start: Int { Int(first & ~Self.mark) }
        package var end: Int { Int(last & ~Self.mark) }
        package var isQuoted: Bool { first & Self.mark != 0 }
        package var hasDoubledQuotes: Bool { last & Self.mark != 0 }
    }

    package let bytes: [UInt8]
    /// All fields, row after row, the header first.
    package private(set) var fields: [Field] = []
    package private(set) var width = 0
    /// The number of rows, the header included.
    package private(set) var rows = 0

    /// Reads the whole text.
    ///
    /// - Throws: with the line's number, when a row has more or fewer fields than the first, a
    ///   quote is not closed, or text follows a closing quote.
    package init(_ bytes: [UInt8], separator: UInt8, path: String) throws(TensorError) {
        guard bytes.count < Int(Int32.max) else {
            throw .file(path: path, problem: "tables of 2 GB and more are not read", help: nil)
        }
        self.bytes = bytes
        (fields, width, rows) = try bytes.withUnsafeBufferPointer { (bytes) throws(TensorError) in
            if let plain = CSVPlainText(bytes, separator)?.split() {
                try Interruption.check()
                return plain
            }
            return try CSVReader.split(bytes, separator, path)
        }
    }

    private static func split(
        _ bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, _ path: String
    ) throws(TensorError) -> (fields: [Field], width: Int, rows: Int) {
        var fields: [Field] = []
        var width = 0
        var rows = 0
        let quote = UInt8(ascii: "\"")
        let newline = UInt8(ascii: "\n")
        let carriage = UInt8(ascii: "\r")
        let count = bytes.count
        var position = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        var line = 1
        func failure(_ line: Int, _ problem: String, _ help: String? = nil) -> TensorError {
            .file(path: path, problem: "line \(line): \(problem)", help: help)
        }
        while position < count {
            let rowLine = line
            let firstField = fields.count
            var inRow = true
            while inRow {
                let field: Field
                if position < count, bytes[position] == quote {
                    let opening = line
                    position += 1
                    let start = position
                    var hasDoubledQuotes = false
                    while true {
                        guard position < count else {
                            throw failure(
                                opening, "a quote is opened here and never closed",
                                "inside quotes a quote is written twice: \"\"")
                        }
                        let byte = bytes[position]
                        if byte == quote {
                            if position + 1 < count, bytes[position + 1] == quote {
                                hasDoubledQuotes = true
                                position += 2
                                continue
                            }
                            break
                        }
                        if byte == newline { line += 1 }
                        position += 1
                    }
                    field = Field(start: start, end: position, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
                    position += 1
                    if position < count, bytes[position] != separator, bytes[position] != newline,
                        bytes[position] != carriage
                    {
                        throw failure(
                            line,
                            "text after the closing quote of field "
                                + "\(fields.count - firstField + 1)",
                            "inside quotes a quote is written twice: \"\"")
                    }
                } else {
                    let start = position
                    while position < count {
                        let byte = bytes[position]
                        if byte == separator || byte == newline || byte == carriage { break }
                        position += 1
                    }
                    field = Field(start: start, end: position)
                }
                fields.append(field)
                if position < count, bytes[position] == separator {
                    position += 1
                } else {
                    inRow = false
                    if position + 1 < count, bytes[position] == carriage, bytes[position + 1] == newline { position += 1 }
                    if position < count {
                        position += 1
                        line += 1
                    }
                }
            }
            let found = fields.count - firstField
            let last = fields[fields.count - 1]
            if found == 1, last.start == last.end, !last.isQuoted, width != 1 || rows == 0 {
                // An empty line.
                fields.removeLast()
                continue
            }
            if rows == 0 {
                width = found
                // Fields of tables are rarely shorter; more room is made where they are.
                fields.reserveCapacity(Swift.max(width, count / 8))
            }
            guard found == width else {
                throw failure(
                    rowLine,
                    "\(found) \(found == 1 ? "field" : "fields"), the first row has "
                        + "\(width)",
                    found > width
                        ? "a separator inside a value needs quotes around the value" : nil)
            }
            rows += 1
            if rows % 1_024 == 0 { try Interruption.check() }
        }
        return (fields, width, rows)
    }

    /// A field's text.
    package func text(_ row: Int, _ column: Int) -> String {
        let field = fields[row * width + column]
        let slice = bytes[field.start..<field.end]
        guard field.hasDoubledQuotes else {
            return bytes.withUnsafeBufferPointer {
                String(decoding: UnsafeBufferPointer(rebasing: $0[slice.indices]), as: UTF8.self)
            }
        }
        var copy: [UInt8] = []
        var skip = false
        for byte in slice {
            if byte == UInt8(ascii: "\""), !skip {
                skip = true
                copy.append(byte)
            } else {
                if byte != UInt8(ascii: "\"") { copy.append(byte) }
                skip = false
            }
        }
        return String(decoding: copy, as: UTF8.self)
    }
}
