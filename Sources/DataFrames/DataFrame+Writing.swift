public import Tensors

extension DataFrame {
    /// The table as comma-separated text (RFC 4180); missing values are empty fields.
    public func csvText(separator: String = ",") -> String {
        func field(_ text: String) -> String {
            let needsQuotes = text.isEmpty || text.contains(separator)
                || text.utf8.contains { $0 == 0x22 || $0 == 0x0a || $0 == 0x0d }
            return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
        }
        var lines = [columns.map(field).joined(separator: separator)]
        for row in 0..<count {
            lines.append(
                series.map { column in column.element(row).map { field($0.text) } ?? "" }
                    .joined(separator: separator))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Writes the table as comma-separated text.
    ///
    /// - Throws: when the file cannot be written.
    public func save(csv path: String, separator: String = ",") throws(TensorError) {
        try FileBytes.write(Array(csvText(separator: separator).utf8), to: path)
    }
}
