/// The parser library's sentences in the words of the compiler people know.
extension ParserMessages {
    static func reworded(_ diagnostic: Diagnostic) -> Diagnostic {
        var result = diagnostic
        let message = diagnostic.message
        if let wording = wordings[message] {
            result.message = wording
            if wording.hasSuffix("the parameter's name") {
                result.help = "a parameter is written 'name: Type'"
            }
        } else if message.hasPrefix("expected '}' to end ") {
            switch message.dropFirst("expected '}' to end ".count) {
            case "struct", "class", "enum", "protocol", "extension": result.message = message.replacingOccurrences("to end", "in")
            case "'switch' statement", "closure": result.message = message.replacingOccurrences("to end", "at end of")
            default: result.message = "expected '}' at end of brace statement"
            }
        } else if let (place, isLoop) = body(named: message) {
            result.message =
                isLoop ? "expected '{' to start the body of for-each loop" : "expected '{' \(place)"
            result.help = "put what belongs to it in braces: '{ … }'"
            result.fixIts = []
        } else if message.hasPrefix("consecutive "), result.help != nil {
            result.help = "put them on lines of their own"
        } else if message.hasPrefix("unexpected ") {
            reword(unexpected: &result)
        } else if message.hasPrefix("single-quoted string literal") {
            result.help = "write the string in double quotes"
        } else if message.hasPrefix("C-style for statement") {
            result.help = "write 'for i in 0..<10 { … }'"
        }
        return result
    }

    private static let wordings = [
        "expected ']' to end array": "expected ']' in container literal expression",
        "expected ']' to end dictionary": "expected ']' in container literal expression",
        "deinitializers cannot have parameters": "no parameter clause allowed on deinitializer",
        "expected identifier and function signature in function": "expected identifier in function declaration",
        "expected ':' and value in dictionary element": "expected ':' in dictionary literal",
        "expected expression in variable": "expected initial value after '='",
        "expected pattern in variable": "expected pattern",
        "expected ')' to end function call": "expected ')' in expression list",
        "expected ')' to end tuple": "expected ')' in expression list",
        "expected name in member access": "expected member name following '.'",
        "expected 'in' in 'for' statement": "expected 'in' after for-each pattern",
        "consecutive statements on a line must be separated by newline or ';'": "consecutive statements on a line must be separated by ';'",
        "all statements inside a switch must be covered by a 'case' or 'default' label": "all statements inside a switch must be covered by a 'case' or 'default'",
        "expected identifier in struct": "expected identifier in struct declaration",
        "expected identifier in class": "expected identifier in class declaration",
        "expected identifier in enum": "expected identifier in enum declaration",
        "expected identifier in protocol": "expected identifier in protocol declaration",
        "expected '->' and return type in subscript": "expected '->' for subscript element type",
        "expected return type in function signature": "expected type for function result",
        "expected ']' to end array type": "expected ']' in array type",
        "expected '(' to start function type": "single argument function types require parentheses",
        "unexpected ';' separator": "';' statements are not allowed",
        "'case' can only appear inside a 'switch' statement or 'enum' declaration": "'case' label can only appear inside a 'switch' statement",
        "C-style for statement has been removed in Swift 3": "C-style for statement was removed in Swift 3",
        "expected 'var' in variable": "expected 'var' keyword in property declaration",
        "expected ':' in switch case": "expected ':' after 'case'",
        "expected ':' in parameter": "expected ':' following argument label and parameter name",
        "expected ':' and expression after '? ...' in ternary expression": "expected ':' after '? ...' in ternary expression",
        "expected ':' and type in parameter": "expected ':' and a type after the parameter's name",
        "expected '\"' to end string literal": "unterminated string literal",
        "expected '\"\"\"' to end string literal": "unterminated string literal",
        "expected ')' in string literal":
            "cannot find ')' to match opening '(' in string interpolation",
    ]

    /// Where an opening brace is missing: "after 'if' condition", "in class".
    private static func body(named message: String) -> (place: String, isLoop: Bool)? {
        let starts = ["expected '{' in ", "expected code block in ", "expected member block in "]
        guard let start = starts.first(where: { message.hasPrefix($0) }) else { return nil }
        switch message.dropFirst(start.count) {
        case "'if' statement": return ("after 'if' condition", false)
        case "'while' statement": return ("after 'while' condition", false)
        case "'guard' statement": return ("after 'guard' else", false)
        case "'for' statement": return ("", true)
        case "function", "initializer": return ("in body of function declaration", false)
        case let place: return ("in \(place)", false)
        }
    }

    private static func reword(unexpected diagnostic: inout Diagnostic) {
        let message = diagnostic.message
        if message.hasSuffix("' in array type") {
            diagnostic.message = "expected ']' in array type"
            return
        }
        let lists = ["function call", "array", "dictionary", "tuple", "subscript"]
        if let list = lists.first(where: { message.hasSuffix("' in \($0)") }) {
            let code = message.dropFirst("unexpected code '".count)
            let first = code.first ?? ":"
            if first.isLetter || first.isNumber || first == "\"" || first == "(" {
                diagnostic.message = "expected ',' separator"
                diagnostic.help = list == "function call" ? "put a ',' between the arguments" : nil
            }
        } else if message.hasSuffix(" in source file") {
            diagnostic.message = String(message.dropLast(" in source file".count))
            let closers = ["unexpected code ')'", "unexpected code ']'", "unexpected brace"]
            if ["else", "catch", "in", "where", "as", "is"].contains(where: { diagnostic.message.hasPrefix("unexpected code '\($0) ") || diagnostic.message.hasPrefix("unexpected '\($0)'") }) {
                diagnostic.message = "expected expression"
            } else if let index = closers.firstIndex(of: diagnostic.message) {
                diagnostic.message = "extraneous '\([")", "]", "}"][index])' at top level"
            }
        }
    }
}

extension String {
    /// The text with the first occurrence of one part as another.
    fileprivate func replacingOccurrences(_ part: String, _ other: String) -> String {
        guard let range = self.firstRange(of: part) else { return self }
        return replacingCharacters(in: range, with: other)
    }

    private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
