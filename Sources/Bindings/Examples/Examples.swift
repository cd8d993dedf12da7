internal import Language

/// Examples of what is declared in families, or in the language itself: each is a cell that the tests run.
enum Examples {
    static func add(to table: DeclarationTable) {
        for (owner, lines) in swift + library + protocols + families {
            for line in lines.split(separator: "\n") {
                guard let colon = line.firstIndex(of: "│") else { continue }
                let example = line[line.index(after: colon)...].split(separator: "¶").joined(separator: "\n")
                for name in line[..<colon].split(separator: ",") { table.addExample(example, to: String(name), of: owner) }
            }
        }
        // What begins with an underscore is the library's own.
        for declaration in table.declarations where declaration.example.isEmpty && !declaration.name.hasPrefix("_") {
            guard let example = derived(declaration) else { continue }
            table.addExample(example, to: declaration.name, of: declaration.ownerName)
        }
    }

    /// What a declaration whose parameters are plain is called with.
    private static func derived(_ declaration: Declaration) -> String? {
        if declaration.isStatic, declaration.text.contains("static var"), !declaration.owner.contains(" ") {
            return "print(\(declaration.owner).\(declaration.name))"
        }
        guard declaration.text.hasPrefix("func "), let (arguments, isInout) = arguments(of: declaration.text) else { return nil }
        let isOperator = !(declaration.name.first?.isLetter ?? true)
        if isOperator {
            switch arguments.count {
            case 1 where !isInout: return "print(\(declaration.name)\(arguments[0].value))"
            case 2 where isInout: return "var x = \(arguments[0].value)\nx \(declaration.name) \(arguments[1].value)\nprint(x)"
            case 2: return "print(\(arguments[0].value) \(declaration.name) \(arguments[1].value))"
            default: return nil
            }
        }
        guard declaration.owner.isEmpty, !isInout, !arguments.isEmpty else { return nil }
        return "print(\(declaration.name)(\(arguments.map { $0.label + $0.value }.joined(separator: ", "))))"
    }

    private static let samples: [String: [String]] = [
        "Tensor": ["Tensor([1, 2])", "Tensor([3, 4])"], "Double": ["0.5", "0.25"], "Float": ["Float(0.5)", "Float(0.25)"],
        "Int": ["7", "2", "5"], "String": ["\"a\"", "\"b\""], "Character": ["Character(\"a\")", "Character(\"b\")"],
        "Substring": ["\"ab\".prefix(1)", "\"ab\".suffix(1)"], "Bool": ["true", "false"],
        "Duration": ["Duration.seconds(3)", "Duration.seconds(2)"], "Date": ["Date(timeIntervalSince1970: 0)", "Date(timeIntervalSince1970: 60)"],
        "Instant": ["ContinuousClock.now", "ContinuousClock.now"],
        "FixedWidthInteger": ["6", "3", "2"], "BinaryInteger": ["6", "3", "2"], "SignedInteger": ["-6", "3"], "SignedNumeric": ["-6", "3"],
        "Numeric": ["6", "3", "2"], "AdditiveArithmetic": ["6", "3"], "FloatingPoint": ["1.5", "0.5", "2.5"], "BinaryFloatingPoint": ["1.5", "0.5"],
        "Comparable": ["1", "2", "3"], "Equatable": ["1", "2"], "Hashable": ["1", "2"], "StringProtocol": ["\"a\"", "\"b\""],
        "Unicode.Scalar": ["Unicode.Scalar(\"a\")", "Unicode.Scalar(\"b\")"], "String.Index": ["\"ab\".startIndex", "\"ab\".endIndex"],
        "Strideable": ["1", "2"],
    ]

    /// A value for each parameter that has no default; nil where one is of a type that has no sample.
    private static func arguments(of text: String) -> (arguments: [(label: String, value: String)], isInout: Bool)? {
        guard let open = parameters(of: text) else { return nil }
        var constraints: [String: String] = [:]
        if let start = text.firstIndex(of: "<"), let end = text[start...].firstIndex(of: ">"), end < open.startIndex {
            for one in text[text.index(after: start)..<end].split(separator: ",") {
                let parts = one.split(separator: ":").map { $0.split(separator: "&")[0].filter { $0 != " " } }
                if parts.count == 2 { constraints[parts[0]] = parts[1] }
            }
        }
        var result: [(label: String, value: String)] = []
        var used: [String: Int] = [:]
        var isInout = false
        for parameter in open.split(separator: ",") {
            if parameter.contains(" = ") || parameter.contains("...") { continue }
            let parts = parameter.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let first = parts[0].split(separator: " ").first else { return nil }
            var type = parts[1].split(separator: " ").joined(separator: " ")
            if type.hasPrefix("inout ") {
                isInout = true
                type = String(type.dropFirst(6))
            }
            let key = constraints[type] ?? type
            guard let values = samples[key] else { return nil }
            let index = used[key, default: 0]
            used[key] = index + 1
            result.append((first == "_" ? "" : "\(first): ", values[index % values.count]))
        }
        return (result, isInout)
    }

    /// What stands between the parentheses of a function's parameters.
    private static func parameters(of text: String) -> Substring? {
        guard let open = text.firstIndex(of: "(") else { return nil }
        var depth = 0
        var index = open
        while index < text.endIndex {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" {
                depth -= 1
                if depth == 0 { return text[text.index(after: open)..<index] }
            }
            index = text.index(after: index)
        }
        return nil
    }
}
