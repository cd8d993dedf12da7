internal import SwiftSyntax

/// Whether a cell could be run as it stands, as a console asks after each line.
package enum Completeness: Sendable, Equatable {
    case complete
    /// More is to come; `indent` is what the next line should begin with.
    case incomplete(indent: String)
    /// No continuation could make it right.
    case invalid
}

/// Whether what was typed so far is a whole cell, the beginning of one, or wrong.
///
/// It is a beginning when all that the parser misses, it misses after the last token.
package func completeness(of source: SourceText) -> Completeness {
    let split = CommandSplit(source)
    let scan = GuardScan(split.code)
    if scan.refusal != nil || scan.unterminatedString != nil || scan.strayCloser != nil {
        return .invalid
    }
    let indent = Indentation(after: scan, in: source).text
    if scan.openLiteral != .none { return .incomplete(indent: indent) }
    let tree = syntaxTree(of: DivisionFunctions.masked(split.code))
    guard tree.hasError else {
        return lacksBody(tree) ? .incomplete(indent: indent) : .complete
    }
    let last = tree.endOfFileToken.previousToken(viewMode: .sourceAccurate)
    let end = last?.endPositionBeforeTrailingTrivia.utf8Offset ?? 0
    let messages = ParserMessages.diagnostics(for: tree, code: split.code, in: source)
    // What a hint is for, no further line mends.
    if Hints.improve(messages, of: tree, in: source).contains(where: { !messages.contains($0) }) {
        return .invalid
    }
    let errors = messages.filter { $0.severity == .error }
    return errors.allSatisfy { $0.range.start >= end } ? .incomplete(indent: indent) : .invalid
}

/// A function needs a body, which the parser does not ask for: in a protocol there is none.
private func lacksBody(_ tree: SourceFileSyntax) -> Bool {
    switch tree.statements.last?.item {
    case .decl(let declaration):
        if let function = declaration.as(FunctionDeclSyntax.self) { return function.body == nil }
        if let initializer = declaration.as(InitializerDeclSyntax.self) {
            return initializer.body == nil
        }
        return false
    default:
        return false
    }
}

/// What the next line of an unfinished cell begins with.
private struct Indentation {
    let text: String

    init(after scan: GuardScan, in source: SourceText) {
        var number = source.lineCount
        while number > 1, source.line(number).allSatisfy(\.isWhitespace) { number -= 1 }
        let line = source.line(number)
        let own = String(line.prefix { $0 == " " || $0 == "\t" })
        if scan.openLiteral != .none {
            text = own
            return
        }
        let opensHere = scan.open.dropFirst().contains {
            source.position(of: $0.offset).line == number
        }
        let words = line.drop { $0.isWhitespace }
        let isLabel =
            (words.hasPrefix("case ") || words.hasPrefix("default"))
            && words.last { !$0.isWhitespace } == ":"
        text = opensHere || isLabel ? own + "    " : own
    }
}
