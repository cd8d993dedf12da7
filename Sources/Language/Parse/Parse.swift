internal import SwiftDiagnostics
internal import SwiftParser
internal import SwiftParserDiagnostics
internal import SwiftSyntax

/// The cell parsed, or nil when it has an error; the diagnostics are errors then, and otherwise warnings at most.
///
/// Needs a thread with a large stack, as cells have.
package func parse(_ source: SourceText) -> (cell: ParsedCell?, diagnostics: [Diagnostic]) {
    let result = parseTolerantly(source)
    let failed = result.diagnostics.contains { $0.severity == .error }
    return (failed ? nil : result.cell, result.diagnostics)
}

/// The cell parsed as far as it goes, errors or not, for completion and inspection of what is being typed.
///
/// The cell is nil only when the guard refused to have it parsed.
package func parseTolerantly(
    _ source: SourceText
) -> (cell: ParsedCell?, diagnostics: [Diagnostic]) {
    let split = CommandSplit(source)
    let code = DivisionFunctions.masked(split.code)
    if let refusal = GuardScan.refusal(of: code) { return (nil, [refusal]) }
    let tree = syntaxTree(of: code)
    let cell = ParsedCell(source: source, tree: tree, commands: split.commands)
    let messages = ParserMessages.diagnostics(for: tree, code: split.code, in: source)
    let found = Hints.improve(messages, of: tree, in: source)
    let foreign = ForeignOperators.diagnostics(for: tree, in: source)
    return (cell, inOrder(found, foreign))
}

func syntaxTree(of code: [UInt8]) -> SourceFileSyntax {
    code.withUnsafeBufferPointer {
        // The guard scan has counted more strictly; this is the second fence.
        // A slash is division, as in the language mode that the compiler starts in.
        Parser.parse(source: $0, maximumNestingLevel: 4 * GuardScan.Limits.brackets, swiftVersion: .v5)
    }
}

/// Both in the order of the text; where both speak of a line, the second ones only.
private func inOrder(_ messages: [Diagnostic], _ foreign: [Diagnostic]) -> [Diagnostic] {
    guard let first = foreign.first else { return messages }
    let before = messages.filter { $0.range.start < first.range.start }
    return before.isEmpty ? Array(foreign.prefix(ParserMessages.most)) : before
}
