internal import SwiftDiagnostics
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// The parser's errors in the form the rest of the program reports them.
enum ParserMessages {
    /// More than these help nobody.
    static let most = 10

    /// The generator's time grows with the square of the errors; of a text with more, only the beginning is judged.
    private static let mostErrorNodes = 60

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
            let converted = convert(diagnostic, in: source)
            // One mistake often shows as several errors on its line; the first says it.
            if let last = found.last(where: { $0.severity != .note }),
                last.severity == converted.severity,
                source.position(of: last.range.start).line
                    == source.position(of: converted.range.start).line
            {
                continue
            }
            found.append(converted)
            found += notes(of: diagnostic, besides: converted, in: source)
            if found.count >= most { break }
        }
        return found
    }

    private static func convert(
        _ diagnostic: SwiftDiagnostics.Diagnostic, in source: SourceText
    ) -> Diagnostic {
        let start = place(of: diagnostic)
        var end = start
        for node in diagnostic.highlights where node.sourceRange.start >= start {
            end = max(end, node.sourceRange.end)
        }
        let repair = repair(diagnostic.fixIts, in: source)
        return reworded(
            Diagnostic(
                diagnostic.diagMessage.severity == .warning ? .warning : .error,
                lowercasedFirst(diagnostic.message), at: SourceRange(start: start, end: end),
                help: repair.help, fixIts: repair.edits))
    }

    /// Where the message points: of a string without an end its beginning.
    private static func place(of diagnostic: SwiftDiagnostics.Diagnostic) -> Int {
        if let token = diagnostic.node.as(TokenSyntax.self), token.presence == .missing,
            token.tokenKind == .stringQuote || token.tokenKind == .multilineStringQuote,
            let literal = token.parent?.as(StringLiteralExprSyntax.self)
        {
            return literal.openingQuote.positionAfterSkippingLeadingTrivia.utf8Offset
        }
        return diagnostic.position.utf8Offset
    }

    /// What the parser adds, "to match this opening '('", where it is on another line.
    private static func notes(
        of diagnostic: SwiftDiagnostics.Diagnostic, besides converted: Diagnostic,
        in source: SourceText
    ) -> [Diagnostic] {
        let line = source.position(of: converted.range.start).line
        return diagnostic.notes.prefix(2).compactMap { note in
            let offset = note.position.utf8Offset
            guard source.position(of: offset).line != line else { return nil }
            let range = SourceRange(start: offset, end: offset + 1)
            return Diagnostic(.note, lowercasedFirst(note.message), at: range)
        }
    }

    /// A fix-it is passed on only when it is whole: not one that leaves a blank to be filled in or lays out lines.
    private static func repair(
        _ fixIts: [SwiftDiagnostics.FixIt], in source: SourceText
    ) -> (help: String?, edits: [Diagnostic.FixIt]) {
        // The library compares every change with every other.
        guard let fixIt = fixIts.first, fixIt.changes.count <= 16 else { return (nil, []) }
        let edits = fixIt.edits.map {
            Diagnostic.FixIt(
                range: SourceRange(
                    start: $0.range.lowerBound.utf8Offset, end: $0.range.upperBound.utf8Offset),
                replacement: $0.replacement)
        }
        let isWhole = edits.allSatisfy {
            !$0.replacement.contains("<#") && !$0.replacement.contains("\n")
        }
        if edits.isEmpty || !isWhole { return (nil, []) }
        guard let whole = Diagnostic.FixIt.merged(edits, in: source) else { return (nil, []) }
        return (fixIt.message.message, [whole])
    }

    private static func lowercasedFirst(_ message: String) -> String {
        let words = message.split(separator: " ", maxSplits: 1)
        guard let first = words.first, first != "C-style" else { return message }
        return first.lowercased() + message.dropFirst(first.count)
    }
}
