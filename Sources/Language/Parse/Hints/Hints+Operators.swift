internal import SwiftSyntax

/// What parses as Swift but can mean nothing: operators that Swift does not have, labels with '='.
enum ForeignOperators {
    static func diagnostics(for tree: SourceFileSyntax, in source: SourceText) -> [Diagnostic] {
        guard mayHold(source.utf8) else { return [] }
        var found: [Diagnostic] = []
        var previous: TokenSyntax?
        var beforePrevious: TokenSyntax?
        // Whether each open bracket is a call's.
        var calls: [Bool] = []
        for token in tree.tokens(viewMode: .sourceAccurate) {
            defer {
                beforePrevious = previous
                previous = token
            }
            switch token.tokenKind {
            case .keyword(.operator):
                // Declares what would be reported: that is an error of its own.
                return []
            case .prefixOperator(let text), .postfixOperator(let text), .binaryOperator(let text):
                if previous?.tokenKind == .keyword(.func) { continue }
                if let diagnostic = diagnostic(for: text, at: token.sourceRange) {
                    found.append(diagnostic)
                }
            case .identifier where previous?.tokenKind == .pound:
                if let pound = previous, let diagnostic = comment(pound, token) {
                    found.append(diagnostic)
                }
            case .leftParen:
                calls.append(isCall(previous, token, beforePrevious))
            case .leftSquare, .leftBrace:
                calls.append(false)
            case .rightParen, .rightSquare, .rightBrace:
                _ = calls.popLast()
            case .equal:
                if calls.last == true, let name = previous, let opening = beforePrevious,
                    case .identifier = name.tokenKind,
                    opening.tokenKind == .leftParen || opening.tokenKind == .comma
                {
                    found.append(label(name, token))
                }
            default:
                break
            }
        }
        return found
    }

    /// `#like this`, which is a macro's name for the parser.
    private static func comment(_ pound: TokenSyntax, _ name: TokenSyntax) -> Diagnostic? {
        let directives: Set<String> = [
            "file", "fileID", "filePath", "line", "column", "function", "dsohandle", "selector",
            "keyPath", "warning", "error", "colorLiteral", "imageLiteral", "fileLiteral",
            "externalMacro", "isolation", "assert", "Preview",
        ]
        let next = name.nextToken(viewMode: .sourceAccurate)
        let before = pound.previousToken(viewMode: .sourceAccurate)
        let beginsLine = before == nil || pound.leadingTrivia.containsNewline
        let isCall = next?.tokenKind == .leftParen || next?.tokenKind == .leftBrace
        guard beginsLine, !isCall, !directives.contains(name.text) else { return nil }
        return Diagnostic(
            .error, "a comment begins with '//' in Swift, not '#'", at: pound.sourceRange,
            help: "write '//'",
            fixIts: [Diagnostic.FixIt(range: pound.sourceRange, replacement: "//")])
    }

    /// A look at the bytes, so that most cells need no walk over their tokens.
    private static func mayHold(_ code: [UInt8]) -> Bool {
        var previous: UInt8 = 0
        var beforePrevious: UInt8 = 0
        for (offset, byte) in code.enumerated() {
            switch (previous, byte) {
            case (UInt8(ascii: "+"), UInt8(ascii: "+")), (UInt8(ascii: "-"), UInt8(ascii: "-")),
                (UInt8(ascii: "*"), UInt8(ascii: "*")), (UInt8(ascii: "="), UInt8(ascii: ">")),
                (UInt8(ascii: "<"), UInt8(ascii: ">")):
                return true
            case (UInt8(ascii: "."), UInt8(ascii: ".")):
                let next = offset + 1 < code.count ? code[offset + 1] : 0
                if beforePrevious != UInt8(ascii: "."), next != UInt8(ascii: "."),
                    next != UInt8(ascii: "<")
                {
                    return true
                }
            case (_, UInt8(ascii: "#")):
                return true
            case (_, UInt8(ascii: "=")):
                if GuardScan.isWord(previous) { return true }
            default:
                break
            }
            beforePrevious = previous
            previous = byte
        }
        return false
    }

    private static func isCall(
        _ previous: TokenSyntax?, _ opener: TokenSyntax, _ before: TokenSyntax?
    ) -> Bool {
        guard let previous, previous.endPosition == opener.positionAfterSkippingLeadingTrivia,
            case .identifier = previous.tokenKind
        else { return false }
        switch before?.tokenKind {
        case .keyword(.func), .keyword(.case), .keyword(.macro), .atSign, .pound: return false
        default: return true
        }
    }

    private static func diagnostic(for text: String, at range: SourceRange) -> Diagnostic? {
        switch text {
        case "++", "--":
            let replacement = text == "++" ? "+= 1" : "-= 1"
            return Diagnostic(
                .error, "cannot find operator '\(text)' in scope; did you mean '\(replacement)'?",
                at: range, help: "write 'x \(replacement)' as a statement of its own")
        case "**", "**=":
            return Diagnostic(
                .error, "cannot find operator '\(text)' in scope", at: range,
                help: "write 'pow(x, y)' for a power, 'x * x' for a square")
        case "<>":
            return Diagnostic(
                .error, "cannot find operator '<>' in scope; did you mean '!='?", at: range,
                help: "write '!='", fixIts: [Diagnostic.FixIt(range: range, replacement: "!=")])
        case "=>":
            return Diagnostic(
                .error, "cannot find operator '=>' in scope", at: range,
                help: "a closure is written '{ x in … }', its type '(Int) -> Int'")
        case "..":
            return Diagnostic(
                .error, "cannot find operator '..' in scope", at: range,
                help: "a range is written 'a..<b' without its end and 'a...b' with it")
        default:
            return nil
        }
    }

    private static func label(_ name: TokenSyntax, _ equal: TokenSyntax) -> Diagnostic {
        let swiftName: String
        switch name.text {
        case "end": swiftName = "terminator"
        case "sep": swiftName = "separator"
        default: swiftName = name.text
        }
        return Diagnostic(
            .error, "an argument's label is followed by ':' in Swift, not '='",
            at: equal.sourceRange,
            help: "write '\(swiftName): …'",
            fixIts: [
                Diagnostic.FixIt(
                    range: SourceRange(
                        start: name.sourceRange.start, end: equal.endPosition.utf8Offset),
                    replacement: "\(swiftName): ")
            ])
    }
}

extension Trivia {
    fileprivate var containsNewline: Bool {
        contains { piece in
            switch piece {
            case .newlines, .carriageReturns, .carriageReturnLineFeeds: true
            default: false
            }
        }
    }
}
