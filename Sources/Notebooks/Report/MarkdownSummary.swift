/// A run as a table in Markdown, with the errors below: what a CI system shows beside a commit.
package enum MarkdownSummary {
    package static func text(of results: [NotebookResult]) -> String {
        let good = results.count(where: \.status.isGood)
        var text = "## Notebooks: \(good) of \(results.count) passed\n\n"
        text += "| notebook | result | cells | time | memory |\n|---|---|---:|---:|---:|\n"
        for result in results {
            let mark = result.status.isGood ? "✅" : "❌"
            let cells = result.status == .upToDate ? "" : "\(result.cells.count) of \(result.count)"
            let time = result.cells.isEmpty ? "" : RunText.duration(result.seconds)
            let memory = result.memory == 0 ? "" : RunText.memory(result.memory)
            text += "| \(cell(result.path)) | \(mark) \(result.status.rawValue) | \(cells) | \(time) | \(memory) |\n"
        }
        for result in results where !result.status.isGood {
            text += "\n### \(result.path): \(result.status.rawValue)\n\n"
            if let message = result.message { text += message + "\n" }
            if let failed = result.cells.first(where: \.isFailure) {
                text += "Cell \(failed.number):\n\n" + MarkdownExport.fenced(TerminalCodes.removed(from: failed.traceback.joined(separator: "\n")), "") + "\n"
            }
        }
        return text
    }

    private static func cell(_ text: String) -> String {
        "`" + text.replacing("|", with: "\\|").replacing("`", with: "'") + "`"
    }
}

/// Times and sizes as people read them.
package enum RunText {
    /// `3 ms`, `1.24 s`, `2 min 5 s`.
    package static func duration(_ seconds: Double) -> String {
        if seconds < 0.9995 { return "\(Int((seconds * 1000).rounded())) ms" }
        if seconds < 60 {
            let hundredths = Int((seconds * 100).rounded())
            let rest = hundredths % 100
            return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
        }
        let whole = Int(seconds.rounded())
        return "\(whole / 60) min \(whole % 60) s"
    }

    /// `37 MB`, `1.4 GB`.
    package static func memory(_ bytes: Int) -> String {
        let megabytes = Double(bytes) / 1e6
        if megabytes < 1000 { return "\(Int(megabytes.rounded())) MB" }
        let tenths = Int((megabytes / 100).rounded())
        return "\(tenths / 10).\(tenths % 10) GB"
    }
}
