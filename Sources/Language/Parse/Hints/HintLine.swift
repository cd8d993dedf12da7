internal import SwiftSyntax

/// A token as the hint rules look at it.
struct HintToken {
    let kind: TokenKind
    let text: String
    let range: SourceRange
    /// Whether nothing stands between it and the token before.
    let isJoined: Bool

    init(_ token: TokenSyntax, after previous: HintToken?) {
        kind = token.tokenKind
        text = token.text
        range = token.sourceRange
        isJoined = previous?.range.end == range.start
    }

    /// A name or a word that is a keyword in Swift or elsewhere.
    var isWord: Bool {
        switch kind {
        case .identifier, .keyword, .dollarIdentifier, .wildcard: true
        default: false
        }
    }

    var isName: Bool {
        switch kind {
        case .identifier, .dollarIdentifier, .keyword(.self), .keyword(.true), .keyword(.false),
            .keyword(.nil), .keyword(.super), .keyword(.Self):
            true
        default: false
        }
    }

    var isLiteral: Bool {
        switch kind {
        case .integerLiteral, .floatLiteral: true
        default: false
        }
    }

    var isQuote: Bool {
        switch kind {
        case .stringQuote, .singleQuote, .multilineStringQuote: true
        default: false
        }
    }

    /// An operand may end with it.
    var endsOperand: Bool {
        isName || isLiteral || isQuote || kind == .rightParen || kind == .rightSquare
            || kind == .rightBrace
    }

    /// An operand may begin with it.
    var beginsOperand: Bool {
        isName || isLiteral || isQuote || kind == .leftParen || kind == .leftSquare
    }

    var opens: Bool { kind == .leftParen || kind == .leftSquare || kind == .leftBrace }
    var closes: Bool { kind == .rightParen || kind == .rightSquare || kind == .rightBrace }
}

/// The tokens of one line of a cell.
struct HintLine {
    let source: SourceText
    let number: Int
    let tokens: [HintToken]

    func isWord(_ index: Int, _ text: String) -> Bool {
        tokens.indices.contains(index) && tokens[index].isWord && tokens[index].text == text
    }

    func index(ofWord text: String, from start: Int = 0) -> Int? {
        tokens.indices.first { $0 >= start && isWord($0, text) }
    }

    /// Index of the first token of a kind that is in no bracket opened at or after `start`.
    func index(of kind: TokenKind, atDepthOf start: Int) -> Int? {
        var depth = 0
        for index in start..<tokens.count {
            if depth == 0, tokens[index].kind == kind { return index }
            if tokens[index].opens { depth += 1 }
            if tokens[index].closes {
                depth -= 1
                if depth < 0 { return nil }
            }
        }
        return nil
    }

    /// Where the bracket that opens at `opener` closes, on this line.
    func closer(of opener: Int) -> Int? {
        var depth = 0
        for index in opener..<tokens.count {
            if tokens[index].opens { depth += 1 }
            if tokens[index].closes {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    /// The innermost bracket open before a token.
    func opener(around index: Int) -> Int? {
        var depth = 0
        for candidate in stride(from: index - 1, through: 0, by: -1) {
            if tokens[candidate].closes { depth += 1 }
            if tokens[candidate].opens {
                if depth == 0 { return candidate }
                depth -= 1
            }
        }
        return nil
    }

    /// The parts of a bracket's inside between its commas.
    func parts(between opener: Int, and closer: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = opener + 1
        var depth = 0
        for index in opener + 1..<closer {
            if tokens[index].opens { depth += 1 }
            if tokens[index].closes { depth -= 1 }
            if depth == 0, tokens[index].kind == .comma {
                parts.append(start..<index)
                start = index + 1
            }
        }
        if start < closer || !parts.isEmpty { parts.append(start..<closer) }
        return parts
    }

    /// The code of some tokens, with what Python spells otherwise spelt as in Swift.
    func swift(_ range: Range<Int>) -> String {
        var result = ""
        var end = range.lowerBound < tokens.count ? tokens[range.lowerBound].range.start : 0
        var index = range.lowerBound
        while index < min(range.upperBound, tokens.count) {
            let token = tokens[index]
            result += String(
                decoding: source.utf8[end..<max(end, token.range.start)], as: UTF8.self)
            end = token.range.end
            if let call = builtinCall(at: index, before: range.upperBound) {
                result += call.text
                index = call.next
                end = tokens[index - 1].range.end
                continue
            }
            if token.text == "not", token.isWord, index + 1 < range.upperBound {
                result += "!"
                end = tokens[index + 1].range.start
            } else if token.text == "is", isWord(index + 1, "not") {
                result += "!="
                end = tokens[index + 1].range.end
                index += 1
            } else {
                result += Self.spelling(of: token)
            }
            index += 1
        }
        return result
    }

    /// `len(x)` and `range(n)` up to their bracket.
    private func builtinCall(at index: Int, before end: Int) -> (text: String, next: Int)? {
        guard tokens[index].isWord, index + 1 < end, tokens[index + 1].kind == .leftParen,
            let close = closer(of: index + 1), close < end
        else { return nil }
        // Nothing is translated before it is known to be used: calls nest.
        let parts = parts(between: index + 1, and: close)
        func text(_ number: Int) -> String { swift(parts[number]) }
        let replacement: String? =
            switch (tokens[index].text, parts.count) {
            case ("len", 1): "\(text(0)).count"
            case ("range", 1): "0..<\(text(0))"
            case ("range", 2): "\(text(0))..<\(text(1))"
            case ("range", 3): "stride(from: \(text(0)), to: \(text(1)), by: \(text(2)))"
            case ("enumerate", 1): "\(text(0)).enumerated()"
            case ("str", 1): "String(\(text(0)))"
            case ("int", 1): "Int(\(text(0)))"
            case ("float", 1): "Double(\(text(0)))"
            default: nil
            }
        return replacement.map { ($0, close + 1) }
    }

    private static func spelling(of token: HintToken) -> String {
        if token.kind == .singleQuote { return "\"" }
        guard token.isWord else { return token.text }
        switch token.text {
        case "and": return "&&"
        case "or": return "||"
        case "True": return "true"
        case "False": return "false"
        case "None": return "nil"
        case "is": return "=="
        case "elif": return "else if"
        default: return token.text
        }
    }

    /// What Swift calls a type of Python or C.
    static func typeName(_ name: String) -> String {
        switch name {
        case "int", "long", "short", "size_t", "integer", "Integer": "Int"
        case "float", "double", "number": "Double"
        case "str", "string": "String"
        case "bool", "boolean", "Boolean": "Bool"
        case "char": "Character"
        default: name
        }
    }
}
