public import Tensors

extension DataFrame: CustomStringConvertible {
    /// The table as text: the first and last rows where there are many.
    public var description: String {
        let (rows, cells) = window(limit: 20)
        var lines: [String] = []
        let header = [""] + columns
        let table = [header] + cells
        let widths = header.indices.map { column in
            table.map { DataFrame.width($0[column]) }.max() ?? 0
        }
        for line in table {
            var text = ""
            for (column, cell) in line.enumerated() {
                let padding = String(
                    repeating: " ", count: max(0, widths[column] - DataFrame.width(cell)))
                let isText = column > 0 && series[column - 1].kind == .string
                if column > 0 { text += "  " }
                text += isText ? cell + padding : padding + cell
            }
            while text.last == " " { text.removeLast() }
            lines.append(text)
        }
        if rows < count || count == 0 {
            lines.append("[\(count) rows × \(series.count) columns]")
        }
        return lines.joined(separator: "\n")
    }

    /// The cells to show: each row begins with its number; a row of dots stands for those left out.
    private func window(limit: Int) -> (rows: Int, cells: [[String]]) {
        func row(_ row: Int) -> [String] {
            [String(row)] + series.map { DataFrame.clipped($0.shown(row)) }
        }
        guard count > limit else { return (count, (0..<count).map(row)) }
        let half = 5
        let dots = [["…"] + series.map { _ in "…" }]
        return (
            2 * half, (0..<half).map(row) + dots + ((count - half)..<count).map(row)
        )
    }

    /// At most 40 characters of one line.
    private static func clipped(_ text: String) -> String {
        let line = text.replacing("\n", with: "⏎")
        return line.count > 40 ? line.prefix(39) + "…" : line
    }

    private static func width(_ text: String) -> Int { text.count }
}

extension DataFrame: RichDisplayable {
    /// The table as text and as HTML.
    public func displayBundle() -> DisplayBundle {
        let (rows, cells) = window(limit: 20)
        var html = "<table><thead><tr><th></th>"
        for name in columns { html += "<th>\(DataFrame.escaped(name))</th>" }
        html += "</tr></thead><tbody>"
        for line in cells {
            html += "<tr><th>\(line[0])</th>"
            for cell in line.dropFirst() { html += "<td>\(DataFrame.escaped(cell))</td>" }
            html += "</tr>"
        }
        html += "</tbody></table>"
        if rows < count || count == 0 {
            html += "<p>\(count) rows × \(series.count) columns</p>"
        }
        return DisplayBundle(text: description).adding("text/html", .text(html))
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.append(character)
            }
        }
        return result
    }
}

extension Column: CustomStringConvertible {
    /// The column as text: its values, name and type.
    public var description: String {
        let shown = Swift.min(count, 10)
        var lines = (0..<shown).map { "\($0)  \(text($0))" }
        if shown < count { lines.append("…") }
        lines.append(
            "name: \(name), \(count) values of type \(kind.rawValue)"
                + (missing.isEmpty ? "" : ", \(missingCount) missing"))
        return lines.joined(separator: "\n")
    }
}
