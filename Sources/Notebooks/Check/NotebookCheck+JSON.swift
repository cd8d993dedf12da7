internal import Session

extension NotebookCheck {
    /// The check as JSON: names of each cell, and the findings.
    package func json(path: String) -> JSONValue {
        func list(_ names: [String]) -> JSONValue { .array(names.map(JSONValue.text)) }
        func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
        func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
        return .object(
            JSONObject([
                ("path", .text(path)), ("ok", .bool(isClean)),
                ("cells", .array(cells.map { cell in
                    .object(
                        JSONObject([
                            ("cell", .integer(cell.number)), ("id", optional(cell.id)),
                            ("execution_count", optional(cell.executionCount)), ("defines", list(cell.analysis.defines)),
                            ("uses", list(cell.analysis.uses)), ("changes", list(cell.analysis.changes)),
                        ]))
                })),
                ("findings", .array(findings.map { finding in
                    .object(
                        JSONObject([
                            ("kind", .text(finding.kind.rawValue)), ("cell", .integer(finding.cell.number)),
                            ("id", optional(finding.cell.id)), ("name", optional(finding.name)),
                            ("line", optional(finding.line)), ("column", optional(finding.column)),
                            ("message", .text(finding.message)), ("help", optional(finding.help)),
                        ]))
                })),
            ]))
    }
}
