package import SwiftSyntax

/// `static func / (a: V, k: Double)`: the parser takes the slash for the beginning of a regular expression, which a
/// second one on the line would end. It is parsed under another sign that no such function can have.
enum DivisionFunctions {
    /// Stands for `/`; a function of two operands cannot be called so.
    static let sign = "~"
    /// Stands for `/=`.
    static let assigning = "~^"

    /// The code with the sign in place of the slash, as long as it was.
    static func masked(_ code: [UInt8]) -> [UInt8] {
        let word = Array("func /".utf8)
        guard code.count > word.count else { return code }
        var result = code
        var index = 0
        while index + word.count < code.count {
            guard code[index] == word[0], code[index..<index + word.count].elementsEqual(word), startsDeclaration(code, index) else {
                index += 1
                continue
            }
            let slash = index + word.count - 1
            index = slash
            var next = slash + 1
            let isAssigning = code[next] == UInt8(ascii: "=")
            if isAssigning { next += 1 }
            while next < code.count, code[next] == UInt8(ascii: " ") { next += 1 }
            guard next < code.count, code[next] == UInt8(ascii: "(") || code[next] == UInt8(ascii: "<") else { continue }
            result.replaceSubrange(slash..<slash + (isAssigning ? 2 : 1), with: Array((isAssigning ? assigning : sign).utf8))
        }
        return result
    }

    /// Whether a word stands where a declaration may: not inside a word, and not behind a quotation mark or a comment.
    private static func startsDeclaration(_ code: [UInt8], _ start: Int) -> Bool {
        var index = start - 1
        if index >= 0, code[index] != UInt8(ascii: " "), code[index] != UInt8(ascii: "\n"), code[index] != UInt8(ascii: ";"), code[index] != UInt8(ascii: "\t") { return false }
        while index >= 0, code[index] != UInt8(ascii: "\n") {
            if code[index] == UInt8(ascii: "\"") || code[index] == UInt8(ascii: "/") && index > 0 && code[index - 1] == UInt8(ascii: "/") { return false }
            index -= 1
        }
        return true
    }
}

extension FunctionDeclSyntax {
    /// The name as it was written.
    package var writtenName: String {
        let text = name.text
        if text == DivisionFunctions.sign, signature.parameterClause.parameters.count == 2 { return "/" }
        return text == DivisionFunctions.assigning ? "/=" : text
    }
}
