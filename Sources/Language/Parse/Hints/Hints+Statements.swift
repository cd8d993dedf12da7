internal import SwiftSyntax

extension Hints {
    /// `%time` below the first statement.
    static func lineCommand(_ line: HintLine) -> Diagnostic? {
        guard line.tokens.count > 1, line.tokens[0].text == "%" || line.tokens[0].text == "%%",
            line.tokens[1].isWord, line.tokens[1].isJoined
        else { return nil }
        let name = "%" + line.tokens[1].text
        return error(
            "'\(name)' stands in the middle of a cell", at: 0..<2, of: line,
            help: "put line commands before the cell's first statement")
    }

    /// `!pip install numpy`
    static func shellCommand(_ line: HintLine) -> Diagnostic? {
        guard line.tokens.count > 2, line.tokens[0].text == "!", line.tokens[1].isWord,
            line.tokens[2].isWord || line.tokens[2].text == "-", !line.tokens[2].isJoined
        else { return nil }
        return error(
            "a cell cannot run programs of the system", at: 0..<line.tokens.count, of: line,
            help: "run '\(text(of: line, from: 1))' in a terminal")
    }

    /// `# like this`
    static func comment(_ line: HintLine) -> Diagnostic? {
        guard let index = line.tokens.firstIndex(where: { $0.kind == .pound }) else { return nil }
        let isFirst = index == 0
        let hasSpace = index + 1 < line.tokens.count && !line.tokens[index + 1].isJoined
        guard isFirst || hasSpace else { return nil }
        return error(
            "a comment begins with '//' in Swift, not '#'", at: index..<index + 1, of: line,
            help: "write '//'", replacement: "//")
    }

    /// `import numpy as np`, `from sklearn import datasets`
    static func pythonImport(_ line: HintLine) -> Diagnostic? {
        let name: String
        let end: Int
        if line.isWord(0, "import"), let found = line.index(ofWord: "as"), found > 1 {
            name = line.swift(1..<found)
            end = line.tokens.count
        } else if line.isWord(0, "from"), let found = line.index(ofWord: "import"), found > 1 {
            name = line.swift(1..<found)
            end = line.tokens.count
        } else {
            return nil
        }
        return error(
            "Python modules cannot be imported", at: 0..<end, of: line,
            help: ForeignNames.module(name) ?? "the library is there without an import")
    }

    /// `print x`
    static func printStatement(_ line: HintLine) -> Diagnostic? {
        guard let index = line.index(ofWord: "print"), index + 1 < line.tokens.count,
            index == 0 || !line.tokens[index - 1].endsOperand,
            index == 0 || line.tokens[index - 1].kind != .period
        else { return nil }
        let next = line.tokens[index + 1]
        guard next.isName || next.isLiteral || next.isQuote else { return nil }
        var end = line.tokens.count
        if let brace = line.index(of: .rightBrace, atDepthOf: index + 1) { end = brace }
        var found = error(
            "'print' is a function: what it prints stands in parentheses", at: index..<index + 1,
            of: line, help: "write 'print(\(line.swift(index + 1..<end)))'")
        let close = line.tokens[end - 1].range.end
        let edits = [
            Diagnostic.FixIt(
                range: SourceRange(start: line.tokens[index].range.end, end: next.range.start),
                replacement: "("),
            Diagnostic.FixIt(range: SourceRange(start: close, end: close), replacement: ")"),
        ]
        found.fixIts = Diagnostic.FixIt.merged(edits, in: line.source).map { [$0] } ?? []
        return found
    }

    /// `raise E`, `assert x == 1`, `global x`, `del x`
    static func statementWord(_ line: HintLine) -> Diagnostic? {
        guard line.tokens.count > 1, line.tokens[0].isWord, line.tokens[1].beginsOperand,
            !line.tokens[1].isJoined
        else { return nil }
        let rest = line.swift(1..<line.tokens.count)
        switch line.tokens[0].text {
        case "raise":
            return error(
                "'raise' is written 'throw' in Swift", at: 0..<1, of: line,
                help: "throw a value of a type that conforms to 'Error'", replacement: "throw")
        case "assert":
            return error(
                "'assert' is a function: its condition stands in parentheses", at: 0..<1, of: line,
                help: "write 'assert(\(rest))'")
        case "global", "nonlocal":
            return error(
                "'\(line.tokens[0].text)' is not needed in Swift", at: 0..<1, of: line,
                help: "a function sees the variables round it and can change them")
        case "del":
            return error(
                "'del' has no counterpart in Swift", at: 0..<1, of: line,
                help: "a value goes when nothing uses it; an array has 'remove(at:)'")
        default:
            return nil
        }
    }

    /// `return a, b`
    static func tupleReturn(_ line: HintLine) -> Diagnostic? {
        guard let word = line.index(ofWord: "return"), word + 1 < line.tokens.count,
            line.tokens[word + 1].beginsOperand,
            line.index(of: .comma, atDepthOf: word + 1) != nil
        else { return nil }
        let end = line.index(of: .rightBrace, atDepthOf: word + 1) ?? line.tokens.count
        let values = line.swift(word + 1..<end)
        return error(
            "several values are returned as a tuple, in parentheses", at: word + 1..<end,
            of: line, help: "write 'return (\(values))'", replacement: "(\(values))")
    }

    /// `x: int = 3`, `int x = 3`, `const x = 3`, `x := 3`, `var x int = 3`
    static func typedVariable(_ line: HintLine) -> Diagnostic? {
        let tokens = line.tokens
        guard tokens.count > 2, tokens[0].isWord else { return nil }
        let end = tokens.count
        if tokens[1].kind == .colon, tokens[2].kind == .equal, end > 3 {
            let value = line.swift(3..<end)
            return declare(line, "var \(tokens[0].text) = \(value)")
        }
        if tokens[1].kind == .colon, let equal = tokens.firstIndex(where: { $0.kind == .equal }),
            equal > 2, equal + 1 < end, case .identifier = tokens[0].kind
        {
            let type = equal == 3 ? HintLine.typeName(tokens[2].text) : line.swift(2..<equal)
            return declare(line, "var \(tokens[0].text): \(type) = \(line.swift(equal + 1..<end))")
        }
        guard tokens[1].isWord, tokens[2].kind == .equal, end > 3, case .identifier = tokens[1].kind
        else { return nil }
        let value = line.swift(3..<end)
        switch tokens[0].text {
        case "const", "val", "final", "auto":
            return declare(line, "let \(tokens[1].text) = \(value)")
        default:
            guard case .identifier = tokens[0].kind else { return nil }
            let type = HintLine.typeName(tokens[0].text)
            return declare(line, "var \(tokens[1].text): \(type) = \(value)")
        }
    }

    private static func declare(_ line: HintLine, _ example: String) -> Diagnostic {
        let word = example.hasPrefix("let") ? "let" : "var"
        return error(
            "a variable is declared with 'let' or 'var', its type after a colon",
            at: 0..<line.tokens.count, of: line,
            help: "write '\(example)'"
                + (word == "var" ? ", or 'let' if it never changes" : ""))
    }

    /// `let a: Int[] = []`, `func f(x: Int): Int { }`, `new Dense(10)`
    static func typeNotation(_ line: HintLine) -> Diagnostic? {
        let tokens = line.tokens
        for index in tokens.indices where index + 1 < tokens.count {
            let next = tokens[index + 1]
            if tokens[index].kind == .colon, next.isWord, index + 3 < tokens.count,
                tokens[index + 2].kind == .leftSquare, tokens[index + 3].kind == .rightSquare
            {
                let type = "[\(HintLine.typeName(next.text))]"
                return error(
                    "an array's type is written with its element's in brackets",
                    at: index + 1..<index + 4, of: line, help: "write '\(type)'", replacement: type)
            }
            if tokens[index].kind == .rightParen, next.kind == .colon, line.isWord(0, "func") {
                return error(
                    "a function's result type follows '->', not ':'", at: index + 1..<index + 2,
                    of: line, help: "write '->'", replacement: " ->")
            }
            if tokens[index].kind == .identifier("new"), next.isWord, !next.isJoined {
                return error(
                    "an object is made without 'new' in Swift", at: index..<index + 1, of: line,
                    help: "write '\(next.text)(…)'")
            }
        }
        return nil
    }

    /// `a, b = b, a`
    static func tupleAssignment(_ line: HintLine) -> Diagnostic? {
        let tokens = line.tokens
        guard let equal = tokens.firstIndex(where: { $0.kind == .equal }), equal > 2,
            equal + 1 < tokens.count
        else { return nil }
        let isDeclaration = line.isWord(0, "let") || line.isWord(0, "var")
        let start = isDeclaration ? 1 : 0
        for index in start..<equal {
            let isName = (index - start) % 2 == 0
            if isName ? !tokens[index].isName : tokens[index].kind != .comma { return nil }
        }
        guard (equal - start) % 2 == 1, equal - start > 2 else { return nil }
        var value = line.swift(equal + 1..<tokens.count)
        if line.index(of: .comma, atDepthOf: equal + 1) != nil { value = "(\(value))" }
        let keyword = isDeclaration ? tokens[0].text + " " : ""
        return error(
            "several variables are assigned as a tuple, in parentheses", at: start..<tokens.count,
            of: line, help: "write '\(keyword)(\(line.swift(start..<equal))) = \(value)'")
    }

    /// `(n // 2)`: the bracket's end is in what Swift takes for a comment.
    static func integerDivision(_ line: HintLine) -> Diagnostic? {
        guard let last = line.tokens.last, last.endsOperand else { return nil }
        let source = line.source.utf8
        var offset = last.range.end
        while offset < source.count, source[offset] == UInt8(ascii: " ") { offset += 1 }
        guard offset + 1 < source.count, source[offset] == UInt8(ascii: "/"),
            source[offset + 1] == UInt8(ascii: "/")
        else { return nil }
        var depth = 0
        var end = offset + 2
        while end < source.count, source[end] != UInt8(ascii: "\n") {
            if source[end] == UInt8(ascii: "(") || source[end] == UInt8(ascii: "[") { depth += 1 }
            if source[end] == UInt8(ascii: ")") || source[end] == UInt8(ascii: "]") { depth -= 1 }
            end += 1
        }
        let isOpen = line.opener(around: line.tokens.count) != nil
        guard depth < 0, isOpen else { return nil }
        let range = SourceRange(start: offset, end: offset + 2)
        return Diagnostic(
            .error, "'//' begins a comment in Swift", at: range,
            help: "write '/': between integers it leaves out the fraction",
            fixIts: [Diagnostic.FixIt(range: range, replacement: "/")])
    }

    private static func text(of line: HintLine, from index: Int) -> String {
        let start = line.tokens[index].range.start
        let end = line.tokens[line.tokens.count - 1].range.end
        return String(decoding: line.source.utf8[start..<end], as: UTF8.self)
    }
}
