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
        maskOperands(&result)
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

    /// `reduce(1, /)`, `[("/", /)]`: a slash that stands alone where an argument does.
    private static func maskOperands(_ code: inout [UInt8]) {
        func neighbour(_ index: Int, _ step: Int) -> UInt8? {
            var index = index + step
            while code.indices.contains(index), code[index] == UInt8(ascii: " ") { index += step }
            return code.indices.contains(index) ? code[index] : nil
        }
        for index in code.indices where code[index] == UInt8(ascii: "/") {
            guard let before = neighbour(index, -1), let after = neighbour(index, 1), "(,[:".utf8.contains(before), "),]".utf8.contains(after), startsDeclaration(code, index, anywhere: true) else { continue }
            code[index] = sign.utf8.first ?? code[index]
        }
    }

    /// Whether a word stands where a declaration may: not inside a word, and not behind a quotation mark or a comment.
    private static func startsDeclaration(_ code: [UInt8], _ start: Int, anywhere: Bool = false) -> Bool {
        var index = start - 1
        if !anywhere, index >= 0, code[index] != UInt8(ascii: " "), code[index] != UInt8(ascii: "\n"), code[index] != UInt8(ascii: ";"), code[index] != UInt8(ascii: "\t") { return false }
        var quotes = 0
        while index >= 0, code[index] != UInt8(ascii: "\n") {
            if code[index] == UInt8(ascii: "\"") { quotes += 1 }
            if code[index] == UInt8(ascii: "/") && index > 0 && code[index - 1] == UInt8(ascii: "/") { return false }
            index -= 1
        }
        return quotes % 2 == 0
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
