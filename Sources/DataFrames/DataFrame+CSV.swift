public import Tensors

import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

extension DataFrame {
    /// Reads a table of comma-separated values (RFC 4180; gzip too), the first row its header.
    ///
    ///     let tips = try DataFrame(csv: "tips.csv")
    ///
    /// A column's type is the narrowest that all its values have: Int, Double, Bool (`true`,
    /// `false`), else String. Empty fields, `NA`, `N/A`, `NaN`, `null` and `None` without quotes are
    /// missing values.
    /// - Throws: when the file cannot be read, or with the line's number where it is no table.
    public init(csv path: String, separator: String = ",") throws(TensorError) {
        try self.init(
            csvBytes: FileBytes.readDecompressing(path), separator: separator, path: path)
    }

    /// Reads a table from text.
    ///
    /// - Throws: with the line's number where it is no table.
    public init(csvText text: String, separator: String = ",") throws(TensorError) {
        try self.init(csvBytes: Array(text.utf8), separator: separator, path: "text")
    }

    package init(csvBytes: [UInt8], separator: String, path: String) throws(TensorError) {
        guard separator.utf8.count == 1, let byte = separator.utf8.first,
            byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\n")
        else {
            throw .file(
                path: path, problem: "the separator '\(separator)' is not one ASCII character",
                help: "use \",\", \";\" or \"\\t\"")
        }
        let reader = try CSVReader(csvBytes, separator: byte, path: path)
        guard reader.rows > 0 else {
            throw .file(path: path, problem: "there is no header, the file is empty", help: nil)
        }
        var names: [String] = []
        for column in 0..<reader.width {
            var name = reader.text(0, column)
            if name.isEmpty { name = "column\(column)" }
            guard !names.contains(name) else {
                throw .file(
                    path: path, problem: "line 1: two columns are named '\(name)'", help: nil)
            }
            names.append(name)
        }
        self.init(unchecked: try CSVColumn.all(reader, names))
    }
}

/// Reads a table of comma-separated values; see ``DataFrame/init(csv:separator:)``.
public func readCSV(_ path: String, separator: String = ",") throws(TensorError) -> DataFrame {
    try DataFrame(csv: path, separator: separator)
}

/// One column of a text table: finds the type all values have and reads them as it.
private struct CSVColumn {
    let reader: CSVReader
    let column: Int
    /// The reader's memory, which outlives this.
    let bytes: UnsafeBufferPointer<UInt8>
    let fields: UnsafeBufferPointer<CSVReader.Field>

    /// All columns of a table, each by itself, so that they are read side by side.
    ///
    /// - Throws: `interrupted`, when the work shall stop.
    static func all(_ reader: CSVReader, _ names: [String]) throws(TensorError) -> [Column] {
        let columns = reader.bytes.withUnsafeBufferPointer { bytes in
            reader.fields.withUnsafeBufferPointer { fields in
                [Column](unsafeUninitializedCapacity: names.count) { out, count in
                    // Each piece of work writes the place of its column alone.
                    nonisolated(unsafe) let places = out.baseAddress.unsafelyUnwrapped
                    nonisolated(unsafe) let text = bytes
                    nonisolated(unsafe) let parts = fields
                    DispatchQueue.concurrentPerform(iterations: names.count) { column in
                        let source = CSVColumn(
                            reader: reader, column: column, bytes: text, fields: parts)
                        (places + column).initialize(to: source.read(names[column]))
                    }
                    count = names.count
                }
            }
        }
        try Interruption.check()
        return columns
    }

    /// Whether the work shall stop, asked now and then; the column is then thrown away.
    private func shallStop(at row: Int) -> Bool { row % 4_096 == 0 && NumericRuntime.isInterrupted }

    func read(_ name: String) -> Column {
        if let (values, missing, found) = collect(0, integer) {
            guard found > 0 else {
                return Column(name: name, values: .double([Double](repeating: .nan, count: values.count)), missing: missing)
            }
            return Column(name: name, values: .int(values), missing: missing)
        }
        if let (values, missing, _) = collect(.nan, number) {
            return Column(name: name, values: .double(values), missing: missing)
        }
        if let (values, missing, _) = collect(false, truth) {
            return Column(name: name, values: .bool(values), missing: missing)
        }
        if let (values, missing, _) = collect("", text) {
            return Column(name: name, values: .string(values), missing: missing)
        }
        return Column(name: name, values: .bool([]), missing: [])
    }

    /// The column as values of one type, which are missing, and how many there are; nil where a value is of another type
    /// or the work shall stop.
    @inline(__always)
    private func collect<Value>(
        _ placeholder: Value, _ parse: (Int) -> Value?
    ) -> (values: [Value], missing: [Bool], found: Int)? {
        let count = reader.rows - 1
        var values: [Value] = []
        values.reserveCapacity(count)
        var missing = [Bool](repeating: false, count: count)
        var found = 0
        for row in 0..<count {
            if shallStop(at: row) { return nil }
            // No number and no truth is a word for what is missing.
            if let value = parse(row) {
                values.append(value)
                found += 1
            } else if isMissing(row) {
                values.append(placeholder)
                missing[row] = true
            } else {
                return nil
            }
        }
        return (values, missing, found)
    }

    private func text(_ row: Int) -> String? {
        if isMissing(row) { return nil }
        let field = field(row)
        if field.hasDoubledQuotes { return reader.text(row + 1, column) }
        return String(decoding: UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]), as: UTF8.self)
    }

    private func field(_ row: Int) -> CSVReader.Field {
        fields[(row + 1) * reader.width + column]
    }

    /// The bytes of a field without spaces around it.
    private func trimmed(_ row: Int) -> Range<Int> {
        let field = field(row)
        var (start, end) = (field.start, field.end)
        while start < end, bytes[start] == 0x20 { start += 1 }
        while end > start, bytes[end - 1] == 0x20 { end -= 1 }
        return start..<end
    }

    private func isMissing(_ row: Int) -> Bool {
        if field(row).isQuoted { return false }
        let range = trimmed(row)
        if range.isEmpty { return true }
        // All the words for it begin with this letter.
        guard range.count <= 4, bytes[range.lowerBound] | 0x20 == UInt8(ascii: "n") else {
            return false
        }
        switch String(decoding: bytes[range], as: UTF8.self) {
        case "NA", "NaN", "nan", "null", "NULL", "None", "N/A", "n/a": return true
        default: return false
        }
    }

    private func integer(_ row: Int) -> Int? {
        let range = trimmed(row)
        var position = range.lowerBound
        guard position < range.upperBound else { return nil }
        var isNegative = false
        let first = bytes[position]
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            isNegative = first == UInt8(ascii: "-")
            position += 1
        }
        guard position < range.upperBound else { return nil }
        var value = 0
        while position < range.upperBound {
            let digit = Int(bytes[position]) - 48
            guard (0...9).contains(digit) else { return nil }
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (next, more) =
                isNegative
                ? shifted.subtractingReportingOverflow(digit)
                : shifted.addingReportingOverflow(digit)
            guard !overflow, !more else { return nil }
            value = next
            position += 1
        }
        return value
    }

    private func number(_ row: Int) -> Double? {
        let range = trimmed(row)
        if let value = plainNumber(range) { return value }
        // strtod reads hexadecimal and "infinity" too; only what a number in a table looks like
        // may reach it, in a buffer that ends with NUL.
        guard !range.isEmpty, range.count < 64 else { return nil }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { buffer in
            for (offset, index) in range.enumerated() {
                let byte = bytes[index]
                switch byte {
                case 0x30...0x39, 0x2b, 0x2d, 0x2e, 0x45, 0x65: break
                default:
                    return ["inf", "-inf", "Inf", "-Inf"].contains {
                        $0.utf8.elementsEqual(bytes[range])
                    } ? (bytes[range.lowerBound] == 0x2d ? -.infinity : .infinity) : nil
                }
                buffer[offset] = CChar(bitPattern: byte)
            }
            buffer[range.count] = 0
            var end: UnsafeMutablePointer<CChar>?
            let value = strtod(buffer.baseAddress!, &end)
            return end == buffer.baseAddress! + range.count ? value : nil
        }
    }

    /// A number of digits and at most one point, where both the digits and the power of ten are
    /// exact in a Double, so that one division rounds as it should (Clinger 1990).
    private func plainNumber(_ range: Range<Int>) -> Double? {
        var position = range.lowerBound
        guard position < range.upperBound, range.count <= 17 else { return nil }
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var digits = 0
        var decimals = -1
        var count = 0
        while position < range.upperBound {
            let byte = bytes[position]
            if byte == UInt8(ascii: "."), decimals < 0 {
                decimals = 0
            } else {
                let digit = Int(byte) - 48
                guard (0...9).contains(digit) else { return nil }
                digits = digits &* 10 &+ digit
                count += 1
                if decimals >= 0 { decimals += 1 }
            }
            position += 1
        }
        guard count > 0, digits <= 1 << 53 else { return nil }
        let value = decimals > 0 ? Double(digits) / CSVColumn.powers[decimals] : Double(digits)
        return isNegative ? -value : value
    }

    /// Powers of ten that are exact.
    private static let powers: [Double] = (0...17).map { exponent in
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }

    private func truth(_ row: Int) -> Bool? {
        switch String(decoding: bytes[trimmed(row)], as: UTF8.self) {
        case "true", "True", "TRUE": true
        case "false", "False", "FALSE": false
        default: nil
        }
    }
}
