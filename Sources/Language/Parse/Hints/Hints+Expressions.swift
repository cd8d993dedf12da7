internal import SwiftSyntax

extension Hints {
    /// `a and b`, `a or b`, `not a`
    static func logic(_ line: HintLine) -> Diagnostic? {
        for index in line.tokens.indices {
            let token = line.tokens[index]
            guard case .identifier(let word) = token.kind, index + 1 < line.tokens.count else {
                continue
            }
            let next = line.tokens[index + 1]
            let afterOperand = index > 0 && line.tokens[index - 1].endsOperand
            switch word {
            case "and", "or":
                let begins = next.beginsOperand || next.text == "-" || next.text == "!"
                guard afterOperand, begins, !next.isJoined else { continue }
                let spelling = word == "and" ? "&&" : "||"
                return error(
                    "'\(word)' is written '\(spelling)' in Swift", at: index..<index + 1, of: line,
                    help: "write '\(spelling)'", replacement: spelling)
            case "not":
                guard !afterOperand, next.beginsOperand, !next.isJoined,
                    index == 0 || line.tokens[index - 1].kind != .period
                else { continue }
                var found = error(
                    "'not' is written '!' in Swift", at: index..<index + 1, of: line,
                    help:
                        "write '!' right before the condition, in parentheses if it is a comparison"
                )
                found.fixIts = [
                    Diagnostic.FixIt(
                        range: SourceRange(start: token.range.start, end: next.range.start),
                        replacement: "!")
                ]
                return found
            default:
                continue
            }
        }
        return nil
    }

    /// `x in xs`, `x not in xs`, `x is not None`
    static func membership(_ line: HintLine) -> Diagnostic? {
        for index in line.tokens.indices where index > 0 && index + 1 < line.tokens.count {
            if line.isWord(index, "is"), line.isWord(index + 1, "not"),
                index + 2 < line.tokens.count
            {
                return error(
                    "'is not' is written '!=' in Swift", at: index..<index + 2, of: line,
                    help: "write '!='", replacement: "!=")
            }
            guard line.isWord(index, "in"), !line.tokens.contains(where: { $0.text == "for" })
            else {
                continue
            }
            let isNegated = line.isWord(index - 1, "not")
            let isCondition = ["if", "while", "elif", "return"].contains(line.tokens[0].text)
            guard isNegated || isCondition,
                line.opener(around: index).map({ line.tokens[$0].kind != .leftBrace }) ?? true
            else { continue }
            let element = isNegated ? index - 2 : index - 1
            guard element >= 0, line.tokens[element].endsOperand else { continue }
            let simple = line.tokens[element].isName || line.tokens[element].isLiteral
            let item = simple ? line.tokens[element].text : "x"
            let collection = line.tokens[index + 1].isName ? line.tokens[index + 1].text : "xs"
            let call = "\(isNegated ? "!" : "")\(collection).contains(\(item))"
            return error(
                "'\(isNegated ? "not in" : "in")' is no operator in Swift",
                at: (isNegated ? index - 1 : index)..<index + 1, of: line, help: "write '\(call)'")
        }
        return nil
    }

    /// `lambda x: x + 1`
    static func lambda(_ line: HintLine) -> Diagnostic? {
        guard let index = line.index(ofWord: "lambda"),
            let colon = line.index(of: .colon, atDepthOf: index + 1)
        else { return nil }
        var end = colon + 1
        var depth = 0
        while end < line.tokens.count {
            if line.tokens[end].opens { depth += 1 }
            if line.tokens[end].closes { depth -= 1 }
            if depth < 0 || (depth == 0 && line.tokens[end].kind == .comma) { break }
            end += 1
        }
        let parameters = line.swift(index + 1..<colon)
        let body = end > colon + 1 ? line.swift(colon + 1..<end) : "…"
        let start = parameters.isEmpty ? "" : "\(parameters) in "
        return error(
            "a function without a name is a closure in Swift", at: index..<max(end, colon + 1),
            of: line,
            help: "write '{ \(start)\(body) }'", replacement: "{ \(start)\(body) }")
    }

    /// `a if condition else b`
    static func conditional(_ line: HintLine) -> Diagnostic? {
        guard
            let condition = line.tokens.indices.first(where: {
                $0 > 0 && line.isWord($0, "if") && line.tokens[$0 - 1].endsOperand
            }), let other = line.index(ofWord: "else", from: condition + 2),
            !line.tokens[condition...].contains(where: { $0.kind == .leftBrace }),
            other + 1 < line.tokens.count
        else { return nil }
        var start = condition
        var depth = 0
        while start > 0 {
            let token = line.tokens[start - 1]
            if token.closes { depth += 1 }
            if token.opens { depth -= 1 }
            if depth < 0 { break }
            if depth == 0 {
                if token.kind == .equal || token.kind == .comma || token.text == "return" { break }
            }
            start -= 1
        }
        guard start < condition else { return nil }
        var end = other + 1
        depth = 0
        while end < line.tokens.count {
            if line.tokens[end].opens { depth += 1 }
            if line.tokens[end].closes { depth -= 1 }
            if depth < 0 || (depth == 0 && line.tokens[end].kind == .comma) { break }
            end += 1
        }
        guard end > other + 1 else { return nil }
        let text =
            "\(line.swift(condition + 1..<other)) ? \(line.swift(start..<condition)) : "
            + line.swift(other + 1..<end)
        return error(
            "a value is chosen with '? :' in Swift", at: start..<end, of: line,
            help: "write '\(text)'", replacement: text)
    }

    /// `[x * 2 for x in xs if x > 0]`
    static func comprehension(_ line: HintLine) -> Diagnostic? {
        guard
            let word = line.tokens.indices.first(where: {
                $0 > 0 && line.isWord($0, "for") && line.tokens[$0 - 1].endsOperand
            }), let opener = line.opener(around: word), let closer = line.closer(of: opener),
            let middle = line.index(ofWord: "in", from: word + 1), middle > word + 1,
            middle < closer
        else { return nil }
        let condition = line.index(ofWord: "if", from: middle + 1).flatMap {
            $0 < closer ? $0 : nil
        }
        let end = condition ?? closer
        guard opener + 1 < word, middle + 1 < end else { return nil }
        let variable = line.swift(word + 1..<middle)
        var list = line.swift(middle + 1..<end)
        if list.contains("..<") { list = "(\(list))" }
        if let condition, condition + 1 < closer {
            list += ".filter { \(variable) in \(line.swift(condition + 1..<closer)) }"
        }
        let value = line.swift(opener + 1..<word)
        if value == variable, condition == nil {
            list = "Array(\(line.swift(middle + 1..<end)))"
        }
        if value != variable { list += ".map { \(variable) in \(value) }" }
        return error(
            "a list is made from another with 'map' and 'filter' in Swift",
            at: opener..<closer + 1, of: line, help: "write '\(list)'", replacement: list)
    }

    /// `{"a": 1}`
    static func dictionary(_ line: HintLine) -> Diagnostic? {
        for opener in line.tokens.indices where line.tokens[opener].kind == .leftBrace {
            guard opener > 0,
                !line.tokens[opener - 1].endsOperand || line.tokens[opener - 1].kind == .equal,
                opener + 1 < line.tokens.count,
                line.tokens[opener + 1].isQuote || line.tokens[opener + 1].isLiteral,
                line.index(of: .colon, atDepthOf: opener + 1) != nil
            else { continue }
            var found = error(
                "a dictionary is written in square brackets in Swift", at: opener..<opener + 1,
                of: line, help: "write '[key: value]'", replacement: "[")
            if let closer = line.closer(of: opener) {
                let text = line.swift(opener + 1..<closer)
                if text.count < 60 { found.help = "write '[\(text)]'" }
                let edits =
                    found.fixIts
                    + [Diagnostic.FixIt(range: line.tokens[closer].range, replacement: "]")]
                found.fixIts = Diagnostic.FixIt.merged(edits, in: line.source).map { [$0] } ?? []
            }
            return found
        }
        return nil
    }

    /// `x[1:3]`, `x[:, 0]`
    static func slice(_ line: HintLine) -> Diagnostic? {
        for opener in line.tokens.indices where line.tokens[opener].kind == .leftSquare {
            guard opener > 0, line.tokens[opener - 1].endsOperand, line.tokens[opener].isJoined,
                let closer = line.closer(of: opener)
            else { continue }
            let parts = line.parts(between: opener, and: closer)
            let texts = parts.map { range(from: $0, of: line) }
            guard texts.contains(where: \.isSlice) else { continue }
            let text = texts.map(\.text).joined(separator: ", ")
            return error(
                "a slice is written with a range in Swift, not with ':'", at: opener..<closer + 1,
                of: line, help: "write '[\(text)]'", replacement: "[\(text)]")
        }
        return nil
    }

    private static func range(
        from part: Range<Int>, of line: HintLine
    ) -> (text: String, isSlice: Bool) {
        if let first = part.first, line.tokens[first].kind == .colonColon {
            guard part.count > 1 else { return ("0...", true) }
            return (".stride(by: \(line.swift(first + 1..<part.upperBound)))", true)
        }
        let colons = part.filter { line.tokens[$0].kind == .colon }
        guard let first = colons.first else {
            return (part.isEmpty ? "" : line.swift(part), false)
        }
        let end = colons.count > 1 ? colons[1] : part.upperBound
        let low = part.lowerBound < first ? line.swift(part.lowerBound..<first) : ""
        var high = first + 1 < end ? line.swift(first + 1..<end) : ""
        if high.hasPrefix("-") { high = "(\(high))" }
        if colons.count > 1, end + 1 < part.upperBound, low.isEmpty, high.isEmpty {
            return (".stride(by: \(line.swift(end + 1..<part.upperBound)))", true)
        }
        if high.isEmpty { return ("\(low.isEmpty ? "0" : low)...", true) }
        return ("\(low)..<\(high)", true)
    }

    /// `a @ b`
    static func matrixProduct(_ line: HintLine) -> Diagnostic? {
        guard let index = line.tokens.firstIndex(where: { $0.kind == .atSign }), index > 0,
            index + 1 < line.tokens.count, line.tokens[index - 1].endsOperand,
            line.tokens[index + 1].beginsOperand, !line.tokens[index + 1].isJoined
        else { return nil }
        let left = line.tokens[index - 1].isName ? line.tokens[index - 1].text : "a"
        let right = line.tokens[index + 1].isName ? line.tokens[index + 1].text : "b"
        return error(
            "'@' is no operator in Swift", at: index..<index + 1, of: line,
            help: "write 'matmul(\(left), \(right))' for the matrix product")
    }
}
