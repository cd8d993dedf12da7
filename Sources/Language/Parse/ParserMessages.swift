internal import SwiftDiagnostics
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// The parser's errors in the form the rest of the program reports them.
enum ParserMessages {
    /// More than these help nobody.
    static let most = 10

    /// The generator's time grows with the square of the errors; of a text with more, only the beginning is judged.
    private static let mostErrorNodes = 200

    static func diagnostics(
        for tree: SourceFileSyntax, code: [UInt8], in source: SourceText
    ) -> [Diagnostic] {
        guard tree.hasError || tree.hasWarning else { return [] }
        var errors: [Int] = []
        collectErrors(in: Syntax(tree), to: &errors)
        guard errors.count > mostErrorNodes, let first = errors.first, let end = errors.last else {
            return selected(ParseDiagnosticsGenerator.diagnostics(for: tree), in: source)
        }
        let beginning = syntaxTree(of: Array(code[..<end]))
        let found = ParseDiagnosticsGenerator.diagnostics(for: beginning)
            .filter { $0.position.utf8Offset < end }
        if !found.isEmpty { return selected(found, in: source) }
        return [Diagnostic(.error, "unexpected code", at: SourceRange(start: first, end: first + 1))]
    }

    /// Where something is missing or unexpected, in the order of the text, up to the most that are judged.
    private static func collectErrors(in node: Syntax, to errors: inout [Int]) {
        guard node.hasError, errors.count <= mostErrorNodes else { return }
        if node.is(UnexpectedNodesSyntax.self) || node.is(TokenSyntax.self) {
            errors.append(node.position.utf8Offset)
            return
        }
        for child in node.children(viewMode: .all) { collectErrors(in: child, to: &errors) }
    }

    private static func selected(
        _ diagnostics: [SwiftDiagnostics.Diagnostic], in source: SourceText
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for diagnostic in diagnostics {
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
