internal import SwiftSyntax

/// What to say to people who write as in Python or C, in place of the parser's own message.
///
/// A rule looks at a line only when the parser found an error on it or just after it, so correct Swift is never told anything;
/// which words are on the line then decides.
enum Hints {
    typealias Rule = (HintLine) -> Diagnostic?

    private static var rules: [Rule] {
        [
            lineCommand, shellCommand, comment, pythonImport, function, branch, block,
            formattedString, quotationMark, typeNotation, tripleQuotes, lambda, dictionary,
            comprehension, conditional,
            membership, logic, slice, matrixProduct, printStatement, statementWord, tupleReturn,
            typedVariable, tupleAssignment, integerDivision,
        ]
    }

    /// Hints shown for one cell; after the first the parser's messages are mostly echoes.
    private static let most = 5

    /// The parser's diagnostics, with hints where a rule knows better.
    static func improve(
        _ diagnostics: [Diagnostic], of tree: SourceFileSyntax, in source: SourceText
    ) -> [Diagnostic] {
        guard diagnostics.contains(where: { $0.severity == .error }) else { return diagnostics }
        let index = LineNumbers(source)
        let numbers = diagnostics.map { index.line(of: $0.range.start) }
        let lines = self.lines(of: tree, in: source, upTo: numbers.max() ?? 0)
        var result: [Diagnostic] = []
        var hinted: Set<Int> = []
        for (diagnostic, number) in zip(diagnostics, numbers) {
            guard diagnostic.severity == .error,
                let index = lines.lastIndex(where: { $0.number <= number })
            else {
                if hinted.isEmpty { result.append(diagnostic) }
                continue
            }
            // A block without braces may show as an error only on the line after its colon.
            let header = index > 0 ? branch(lines[index - 1]) ?? block(lines[index - 1]) : nil
            let candidates = [
                header.map { (lines[index - 1].number, $0) },
                hint(for: lines[index]).map { (lines[index].number, $0) },
            ]
            let fresh = candidates.compactMap { $0 }.filter { !hinted.contains($0.0) }
            if fresh.isEmpty {
                if hinted.isEmpty { result.append(diagnostic) }
                continue
            }
            for (line, hint) in fresh where hinted.count < most {
                hinted.insert(line)
                result.append(hint)
            }
        }
        return result
    }

    private static func hint(for line: HintLine) -> Diagnostic? {
        for rule in rules {
            if let found = rule(line) { return found }
        }
        return nil
    }

    /// Longer lines are not written by hand; rules look at their beginning.
    private static let mostTokens = 300

    private static func lines(
        of tree: SourceFileSyntax, in source: SourceText, upTo last: Int
    ) -> [HintLine] {
        var lines: [HintLine] = []
        var current: [HintToken] = []
        var number = 1
        var counted = 0
        var line = 1
        var previous: HintToken?
        for token in tree.tokens(viewMode: .sourceAccurate) where token.tokenKind != .endOfFile {
            let next = HintToken(token, after: previous)
            while counted < next.range.start {
                if source.utf8[counted] == UInt8(ascii: "\n") { line += 1 }
                counted += 1
            }
            if line != number {
                if !current.isEmpty {
                    lines.append(HintLine(source: source, number: number, tokens: current))
                }
                current = []
                number = line
                if line > last { break }
            }
            if current.count < mostTokens { current.append(next) }
            previous = next
        }
        if !current.isEmpty {
            lines.append(HintLine(source: source, number: number, tokens: current))
        }
        return lines
    }

    /// An error at some tokens of a line.
    static func error(
        _ message: String, at tokens: Range<Int>, of line: HintLine, help: String? = nil,
        replacement: String? = nil
    ) -> Diagnostic {
        let range = SourceRange(
            start: line.tokens[tokens.lowerBound].range.start,
            end: line.tokens[tokens.upperBound - 1].range.end)
        return Diagnostic(
            .error, message, at: range, help: help,
            fixIts: replacement.map { [Diagnostic.FixIt(range: range, replacement: $0)] } ?? [])
    }
}
