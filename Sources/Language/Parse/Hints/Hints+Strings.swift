internal import SwiftSyntax

extension Hints {
    /// `f"{x:.2f}"`, `r"\d"`
    static func formattedString(_ line: HintLine) -> Diagnostic? {
        for index in line.tokens.indices.dropLast() {
            guard case .identifier(let prefix) = line.tokens[index].kind,
                ["f", "F", "r", "R", "b", "B", "u", "fr", "rf", "rb"].contains(prefix),
                line.tokens[index + 1].isQuote, line.tokens[index + 1].isJoined
            else { continue }
            let quote = line.tokens[index + 1]
            var end = index + 2
            while end < line.tokens.count, line.tokens[end].kind != quote.kind { end += 1 }
            let start = quote.range.end
            let close = end < line.tokens.count ? line.tokens[end].range.start : start
            let text = String(decoding: line.source.utf8[start..<max(start, close)], as: UTF8.self)
            let range = index..<min(end + 1, line.tokens.count)
            if prefix.lowercased().contains("f") {
                let literal = "\"\(interpolated(text))\""
                return error(
                    "values are put into any string with '\\(…)' in Swift; there is no '\(prefix)' before it",
                    at: range, of: line, help: "write '\(literal)'", replacement: literal)
            }
            let literal = prefix.lowercased().contains("r") ? "#\"\(text)\"#" : "\"\(text)\""
            return error(
                "a string has no '\(prefix)' before it in Swift", at: range, of: line,
                help: "write '\(literal)'", replacement: literal)
        }
        return nil
    }

    /// Python's `{x:.2f}` as Swift's `\(x, specifier: "%.2f")`.
    private static func interpolated(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let character = rest.first {
            rest.removeFirst()
            if character == "{" || character == "}", rest.first == character {
                result.append(character)
                rest.removeFirst()
            } else if character == "{" {
                var expression = rest.prefix { $0 != "}" }
                rest = rest.dropFirst(expression.count).dropFirst()
                var specifier = ""
                if let colon = expression.lastIndex(of: ":") {
                    specifier = String(expression[expression.index(after: colon)...])
                    expression = expression[..<colon]
                }
                let isNumber = specifier.last.map { "dfegx".contains($0) } ?? false
                result +=
                    isNumber
                    ? "\\(\(expression), specifier: \"%\(specifier)\")" : "\\(\(expression))"
            } else {
                result.append(character)
            }
        }
        return result
    }

    /// `'''text'''`
    static func tripleQuotes(_ line: HintLine) -> Diagnostic? {
        for index in line.tokens.indices where index + 2 < line.tokens.count {
            let quotes = line.tokens[index...].filter { $0.kind == .singleQuote }
            guard line.tokens[index].kind == .singleQuote, quotes.count >= 3,
                line.source.utf8[line.tokens[index].range.start...].starts(with: Array("'''".utf8))
            else { continue }
            return error(
                "a string of several lines stands between three '\"' in Swift",
                at: index..<index + 1,
                of: line, help: "write '\"\"\"' on a line's end and on a line of its own")
        }
        return nil
    }

    /// `"He said "hi""`
    static func quotationMark(_ line: HintLine) -> Diagnostic? {
        var isOpen = false
        for index in line.tokens.indices where line.tokens[index].kind == .stringQuote {
            isOpen.toggle()
            guard !isOpen, index + 1 < line.tokens.count else { continue }
            let next = line.tokens[index + 1]
            if next.isJoined, next.isWord || next.isLiteral {
                return error(
                    "the string ends here, and more text follows", at: index..<index + 1, of: line,
                    help: "write '\\\"' for a quotation mark in a string", replacement: "\\\"")
            }
        }
        return nil
    }
}
