internal import SwiftDiagnostics
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// The parser's errors in the form the rest of the program reports them.
enum ParserMessages {
    /// More than these help nobody.
    static let most = 10

    static func diagnostics(for tree: SourceFileSyntax, in source: SourceText) -> [Diagnostic] {
        guard tree.hasError || tree.hasWarning else { return [] }
        var found: [Diagnostic] = []
        for diagnostic in ParseDiagnosticsGenerator.diagnostics(for: tree) {
            let converted = convert(diagnostic)
            // One mistake often shows as several errors on its line; the first says it.
            if let last = found.last, last.severity == converted.severity,
                source.position(of: last.range.start).line
                    == source.position(of: converted.range.start).line
            {
                continue
            }
            found.append(converted)
            if found.count == most { break }
        }
        return found
    }

    private static func convert(_ diagnostic: SwiftDiagnostics.Diagnostic) -> Diagnostic {
        let start = diagnostic.position.utf8Offset
        var end = start
        for node in diagnostic.highlights where node.sourceRange.start >= start {
            end = max(end, node.sourceRange.end)
        }
        let repair = repair(diagnostic.fixIts)
        return Diagnostic(
            diagnostic.diagMessage.severity == .warning ? .warning : .error,
            lowercasedFirst(diagnostic.message), at: SourceRange(start: start, end: end),
            help: repair.help, fixIts: repair.edits)
    }

    /// A fix-it is passed on only when it is whole: not one that leaves a blank to be filled in.
    private static func repair(
        _ fixIts: [SwiftDiagnostics.FixIt]
    ) -> (help: String?, edits: [Diagnostic.FixIt]) {
        guard let fixIt = fixIts.first else { return (nil, []) }
        let edits = fixIt.edits.map {
            Diagnostic.FixIt(
                range: SourceRange(
                    start: $0.range.lowerBound.utf8Offset, end: $0.range.upperBound.utf8Offset),
                replacement: $0.replacement)
        }
        if edits.isEmpty || edits.contains(where: { $0.replacement.contains("<#") }) {
            return (nil, [])
        }
        return (fixIt.message.message, edits)
    }

    private static func lowercasedFirst(_ message: String) -> String {
        let words = message.split(separator: " ", maxSplits: 1)
        guard let first = words.first, first != "C-style" else { return message }
        return first.lowercased() + message.dropFirst(first.count)
    }
}
