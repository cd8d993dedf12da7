internal import SwiftSyntax

extension Hints {
    /// `def f(x):`, `function f() {`
    static func function(_ line: HintLine) -> Diagnostic? {
        let start = line.isWord(0, "async") ? 1 : 0
        guard line.tokens.count > start + 1, line.tokens[start].isWord else { return nil }
        let word = line.tokens[start].text
        guard ["def", "function", "fn", "fun"].contains(word), line.tokens[start + 1].isWord else {
            return nil
        }
        let name = line.tokens[start + 1].text
        var example = name == "__init__" ? "init" : "func \(name)"
        var parameters: [String] = []
        if start + 2 < line.tokens.count, line.tokens[start + 2].kind == .leftParen,
            let close = line.closer(of: start + 2)
        {
            for part in line.parts(between: start + 2, and: close) {
                guard let first = part.first, line.tokens[first].isWord,
                    line.tokens[first].text != "self"
                else { continue }
                var type = "Double"
                if let colon = part.first(where: { line.tokens[$0].kind == .colon }),
                    part.contains(colon + 1)
                {
                    type = HintLine.typeName(line.tokens[colon + 1].text)
                }
                parameters.append("_ \(line.tokens[first].text): \(type)")
            }
        }
        example += "(\(parameters.joined(separator: ", "))) { … }"
        let types = parameters.isEmpty ? "" : ", with the types you mean"
        return error(
            "functions are declared with 'func' in Swift, not '\(word)'", at: start..<start + 1,
            of: line, help: "write '\(example)'\(types)", replacement: "func")
    }

    /// `elif`, `else:`, `except E:`, `finally:`
    static func branch(_ line: HintLine) -> Diagnostic? {
        var start = 0
        if line.tokens.first?.kind == .rightBrace { start = 1 }
        guard line.tokens.count > start else { return nil }
        let endsInColon = line.tokens.last?.kind == .colon
        let end = line.tokens.count - (endsInColon ? 1 : 0)
        switch line.tokens[start].text {
        case "elif" where line.tokens.count > start + 1:
            let condition = end > start + 1 ? line.swift(start + 1..<end) : "condition"
            let header = line.index(of: .colon, atDepthOf: start) != nil || endsInColon
            return error(
                "'elif' is written 'else if' in Swift", at: start..<start + 1, of: line,
                help: header ? "write '} else if \(trimmed(condition, to: ":")) {'" : nil,
                replacement: "else if")
        case "else" where line.tokens.count > start + 1 && line.tokens[start + 1].kind == .colon:
            return error(
                "a block stands in braces in Swift, not after ':'", at: start + 1..<start + 2,
                of: line, help: "write '} else {'")
        case "except" where endsInColon:
            return error(
                "'except' is written 'catch' in Swift", at: start..<start + 1, of: line,
                help: "write '} catch {'")
        case "finally" where endsInColon:
            return error(
                "'finally' has no counterpart in Swift", at: start..<start + 1, of: line,
                help: "put what must run at the end into 'defer { … }' at the block's beginning")
        default:
            return nil
        }
    }

    /// `if x > 3:`, `for i in range(10):`, `while True:`, `class A(B):`, `try:`, `with f() as x:`
    static func block(_ line: HintLine) -> Diagnostic? {
        guard let first = line.tokens.first, first.isWord,
            !line.tokens.contains(where: { $0.kind == .leftBrace })
        else { return nil }
        let keyword = first.text
        guard ["if", "for", "while", "class", "try", "with", "match", "switch"].contains(keyword)
        else {
            return nil
        }
        let colon: Int
        if line.tokens.last?.kind == .colon {
            colon = line.tokens.count - 1
        } else if ["if", "while", "for"].contains(keyword),
            !line.tokens.contains(where: { ["let", "var", "case", "?"].contains($0.text) }),
            let found = line.index(of: .colon, atDepthOf: 1)
        {
            colon = found
        } else {
            return nil
        }
        return error(
            "a block stands in braces in Swift, not after ':'", at: colon..<colon + 1, of: line,
            help: "write '\(header(keyword, of: line, before: colon))'")
    }

    private static func header(_ keyword: String, of line: HintLine, before colon: Int) -> String {
        switch keyword {
        case "try":
            return "do { … } catch { … }"
        case "class":
            guard line.tokens.count > 2, line.tokens[2].kind == .leftParen,
                let close = line.closer(of: 2), close > 3
            else {
                return line.tokens.count > 1
                    ? "class \(line.tokens[1].text) { … }" : "class A { … }"
            }
            return "class \(line.tokens[1].text): \(line.swift(3..<close)) { … }"
        case "match", "switch":
            return "switch \(line.swift(1..<colon)) { case …: … default: … }"
        case "with":
            guard let name = line.index(ofWord: "as"), name + 1 < colon else {
                return "\(line.swift(1..<colon))"
            }
            return "let \(line.swift(name + 1..<colon)) = \(line.swift(1..<name))"
        case "for":
            guard let middle = line.index(ofWord: "in"), middle > 1, middle + 1 < colon else {
                break
            }
            var variable = line.swift(1..<middle)
            if line.tokens[1..<middle].contains(where: { $0.kind == .comma }),
                line.tokens[1].kind != .leftParen
            {
                variable = "(\(variable))"
            }
            return "for \(variable) in \(line.swift(middle + 1..<colon)) { … }"
        default:
            break
        }
        return "\(line.swift(0..<colon)) { … }"
    }

    private static func trimmed(_ text: String, to end: Character) -> Substring {
        text.prefix { $0 != end }
    }
}
