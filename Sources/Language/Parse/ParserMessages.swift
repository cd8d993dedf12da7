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
        let errors = errorNodes(in: tree, atMost: mostErrorNodes)
        guard errors.count > mostErrorNodes, let first = errors.first, let last = errors.last else {
            return selected(ParseDiagnosticsGenerator.diagnostics(for: tree), in: source)
        }
        // Cut off there, what is open in many levels lacks its end in each.
        let end = last.position.utf8Offset
        let beginning = syntaxTree(of: Array(code[..<end]))
        let most = 3 * mostErrorNodes
        if errorNodes(in: beginning, atMost: most).count <= most {
            let found = ParseDiagnosticsGenerator.diagnostics(for: beginning)
                .filter { $0.position.utf8Offset < end }
            if !found.isEmpty { return selected(found, in: source) }
        }
        return [plainly(first)]
    }

    /// What is missing or unexpected, in the order of the text, up to one more than is asked for.
    private static func errorNodes(in tree: SourceFileSyntax, atMost most: Int) -> [Syntax] {
        var found: [Syntax] = []
        func collect(_ node: Syntax) {
            guard node.hasError, found.count <= most else { return }
            if node.is(UnexpectedNodesSyntax.self) || node.is(TokenSyntax.self) {
                found.append(node)
                return
            }
            for child in node.children(viewMode: .all) { collect(child) }
        }
        collect(Syntax(tree))
        return found
    }

    /// An error without the generator's help.
    private static func plainly(_ node: Syntax) -> Diagnostic {
        if let token = node.as(TokenSyntax.self), token.presence == .missing {
            let offset =
                token.previousToken(viewMode: .sourceAccurate)?
                .endPositionBeforeTrailingTrivia.utf8Offset ?? 0
            let text =
                switch token.tokenKind {
                case .identifier: token.text.contains("expression") ? "expression" : "identifier"
                default: token.text.isEmpty ? "expression" : "'\(token.text)'"
                }
            return Diagnostic(
                .error, "expected \(text)", at: SourceRange(start: offset, end: offset))
        }
        let start = node.sourceRange.start
        return Diagnostic(.error, "unexpected code", at: SourceRange(start: start, end: start + 1))
    }

    private static func selected(
        _ diagnostics: [SwiftDiagnostics.Diagnostic], in source: SourceText
    ) -> [Diagnostic] {
        let lines = LineNumbers(source)
        var found: [Diagnostic] = []
        var last: (line: Int, severity: DiagnosticSeverity)?
        for diagnostic in diagnostics {
            let line = lines.line(of: place(of: diagnostic))
            let severity = diagnostic.diagMessage.severity
            // One mistake often shows as several errors on its line; the first says it.
            if let last, last == (line, severity) { continue }
            last = (line, severity)
            found.append(convert(diagnostic, in: source))
            for note in diagnostic.notes.prefix(2) {
                let offset = note.position.utf8Offset
                // "to match this opening '('", where it is on another line.
                guard lines.line(of: offset) != line else { continue }
                let range = SourceRange(start: offset, end: offset + 1)
                found.append(Diagnostic(.note, lowercasedFirst(note.message), at: range))
            }
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
                lacksComma(diagnostic) ? "expected ',' separator, or '\(diagnostic.node.lastToken(viewMode: .all)?.tokenKind == .rightSquare ? "]" : ")")' to end the list" : lowercasedFirst(diagnostic.message), at: SourceRange(start: start, end: end),
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
        if let token = diagnostic.node.as(TokenSyntax.self) ?? diagnostic.node.lastToken(viewMode: .all), token.presence == .missing, isSoughtFurther(token),
            let next = token.nextToken(viewMode: .sourceAccurate)
        {
            return next.positionAfterSkippingLeadingTrivia.utf8Offset
        }
        // An element without the comma before it, on a line of its own: the comma is missed where the one before ends.
        if let unexpected = diagnostic.node.as(UnexpectedNodesSyntax.self), unexpected.parent?.isList ?? false,
            let first = unexpected.firstToken(viewMode: .sourceAccurate), first.startsValue, first.leadingTrivia.contains(where: \.isNewline),
            let previous = unexpected.previousToken(viewMode: .sourceAccurate)
        {
            return previous.endPositionBeforeTrailingTrivia.utf8Offset
        }
        return diagnostic.position.utf8Offset
    }

    /// What the compiler misses where the text goes on, or ends, without it.
    private static func isSoughtFurther(_ token: TokenSyntax) -> Bool {
        switch token.tokenKind {
        case .rightBrace: return true
        // An array's end is missed where its last element ends, whatever follows.
        case .rightSquare where token.closesList: return token.previousToken(viewMode: .sourceAccurate)?.tokenKind == .comma
        case .rightParen where token.closesList:
            // What could be one more element lacks the comma before it, where the list broke off.
            return token.closesList && !(token.nextToken(viewMode: .sourceAccurate)?.couldBeElement ?? false)
        case .colon where token.parent?.is(UnresolvedTernaryExprSyntax.self) ?? false: return false
        default: return token.parent?.parent?.is(SequenceExprSyntax.self) ?? false || token.parent?.parent?.parent?.is(SequenceExprSyntax.self) ?? false
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

    /// `f(1` and then, perhaps on the next line, something that could be meant as an argument.
    private static func lacksComma(_ diagnostic: SwiftDiagnostics.Diagnostic) -> Bool {
        guard let token = diagnostic.node.as(TokenSyntax.self) ?? diagnostic.node.lastToken(viewMode: .all), token.presence == .missing, token.closesList,
            let previous = token.previousToken(viewMode: .sourceAccurate), previous.tokenKind != .leftParen, previous.tokenKind != .comma
        else { return false }
        return token.nextToken(viewMode: .sourceAccurate)?.couldBeElement ?? false
    }

    private static func lowercasedFirst(_ message: String) -> String {
        let words = message.split(separator: " ", maxSplits: 1)
        guard let first = words.first, first != "C-style", !first.hasPrefix("'") else { return message }
        return first.lowercased() + message.dropFirst(first.count)
    }
}

extension TokenSyntax {
    /// The `)` of a call or a tuple, the `]` of an array.
    fileprivate var closesList: Bool {
        tokenKind == .rightSquare && parent?.is(ArrayExprSyntax.self) ?? false
            || tokenKind == .rightParen && (parent?.is(FunctionCallExprSyntax.self) ?? false || parent?.is(TupleExprSyntax.self) ?? false)
    }

    /// A name, a literal or a parenthesis: what an element without its comma begins with.
    fileprivate var startsValue: Bool {
        guard let first = text.first else { return false }
        return first.isLetter || first.isNumber || first == "\"" || first == "("
    }

    /// Neither an end nor the beginning of a statement or declaration.
    fileprivate var couldBeElement: Bool {
        switch tokenKind {
        case .endOfFile, .rightBrace, .rightParen, .rightSquare, .semicolon, .colon: return false
        case .keyword(let word):
            return [.self, .Self, .super, .true, .false, .nil, .try, .Any, .`init`].contains(word)
        default: return true
        }
    }
}

extension Syntax {
    /// What elements with commas between them stand in.
    fileprivate var isList: Bool {
        self.is(ArrayExprSyntax.self) || self.is(DictionaryExprSyntax.self) || self.is(TupleExprSyntax.self) || self.is(FunctionCallExprSyntax.self) || self.is(SubscriptCallExprSyntax.self)
    }
}
