/// A cell that is only a question about a name: `?name` or `name?`, with two marks for more detail.
///
/// It is Jupyter's own way to ask, and no Swift: neither form can be a statement.
struct Introspection {
    let name: String
    let detail: Int

    init?(cell: String) {
        var text = cell[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        let length = text.unicodeScalars.count
        while text.first == "?" { text.removeFirst() }
        if text.unicodeScalars.count == length {
            while text.last == "?" { text.removeLast() }
        }
        let marks = length - text.unicodeScalars.count
        guard (1...2).contains(marks), let first = text.first, first.isLetter || first == "_",
            text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
        else { return nil }
        name = String(text)
        detail = marks - 1
    }
}
