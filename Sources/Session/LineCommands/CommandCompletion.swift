/// Completion of line commands, which are no Swift.
struct CommandCompletion {
    let completions: Completions

    /// nil where the place is not in a line command at the cell's beginning.
    init?(_ text: String, _ offset: Int) {
        let before = String(String.UnicodeScalarView(text.unicodeScalars.prefix(offset)))
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        guard let line = lines.last, line.first == "%", lines.dropLast().allSatisfy({ $0.first == "%" || $0.allSatisfy(\.isWhitespace) }) else { return nil }
        let typed = line.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
        let start = offset - typed.unicodeScalars.count
        var items: [Completions.Item] = []
        func offer(_ text: String, _ signature: String) {
            if text.hasPrefix(typed) { items.append(Completions.Item(text: text, kind: "keyword", signature: signature)) }
        }
        if !line.contains(" ") {
            for kind in CommandKind.allCases { offer((typed.hasPrefix("%%") ? "%%" : "%") + kind.rawValue, kind.summary) }
        } else if line.hasPrefix("%config ") {
            for limit in Limit.allCases { offer(limit.name, limit.subject) }
        } else if line.hasPrefix("%session ") {
            offer("save", "FILE")
            offer("load", "FILE")
        } else {
            // Behind %time, %timeit and %help stands Swift.
            return nil
        }
        completions = Completions(items: items, replaced: start..<offset)
    }
}
