/// Diagnostics as a terminal or a notebook shows them: place and message, the line of code, a caret, and what to do.
///
///     cell 3:2:14: error: cannot convert value of type 'String' to specified type 'Int'
///       2 | let x: Int = "a"
///         |              ^~~
///       help: …
package func render(_ diagnostics: [Diagnostic], in source: SourceText) -> [String] {
    diagnostics.flatMap { render($0, in: source) }
}

private func render(_ diagnostic: Diagnostic, in source: SourceText) -> [String] {
    var lines: [String] = []
    let text = "\(diagnostic.severity.word): \(diagnostic.message)"
    if let place = place(of: diagnostic.range, in: source) {
        lines.append("\(place): \(text)")
        lines += SourceExcerpt(diagnostic.range, in: source).lines
    } else {
        lines.append("\(source.name): \(text)")
    }
    if let help = diagnostic.help {
        lines += renderHelp(help)
    } else {
        lines += diagnostic.fixIts.map { "  help: \(words(for: $0, in: source))" }
    }
    return lines
}

/// "cell 3:2:14", or nil for a range that is nowhere.
func place(of range: SourceRange, in source: SourceText) -> String? {
    guard range.start >= 0 else { return nil }
    let position = source.position(of: range.start)
    return "\(source.name):\(position.line):\(position.column)"
}

/// Help of several lines stands under its first line.
func renderHelp(_ help: String) -> [String] {
    help.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
        (index == 0 ? "  help: " : "        ") + line
    }
}

private func words(for fixIt: Diagnostic.FixIt, in source: SourceText) -> String {
    let start = min(max(fixIt.range.start, 0), source.utf8.count)
    let end = min(max(fixIt.range.end, start), source.utf8.count)
    let old = String(decoding: source.utf8[start..<end], as: UTF8.self)
    let new = fixIt.replacement.split(separator: "\n").joined(separator: " ")
    if old.isEmpty { return "insert '\(new)'" }
    if fixIt.replacement.isEmpty { return "remove '\(old)'" }
    return "replace '\(old)' with '\(new)'"
}

extension Diagnostic.Severity {
    package var word: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .note: "note"
        }
    }
}
