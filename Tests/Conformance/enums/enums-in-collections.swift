enum Token: Hashable { case number(Double), op(Character), paren(open: Bool) }
func tokenize(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var number = ""
    func flush() { if let d = Double(number) { tokens.append(.number(d)) }; number = "" }
    for c in text {
        switch c {
        case "0"..."9", ".": number.append(c)
        case "+", "-", "*", "/": flush(); tokens.append(.op(c))
        case "(", ")": flush(); tokens.append(.paren(open: c == "("))
        default: flush()
        }
    }
    flush()
    return tokens
}
print(tokenize("12 + (3.5*2)"))
struct Parser {
    let tokens: [Token]
    var at = 0
    init(_ text: String) { tokens = tokenize(text) }
    mutating func sum() -> Double {
        var value = product()
        while at < tokens.count, case .op(let o) = tokens[at], o == "+" || o == "-" {
            at += 1
            let next = product()
            value = o == "+" ? value + next : value - next
        }
        return value
    }
    mutating func product() -> Double {
        var value = atom()
        while at < tokens.count, case .op(let o) = tokens[at], "*/".contains(o) {
            at += 1
            let next = atom()
            if o == "*" { value *= next } else { value /= next }
        }
        return value
    }
    mutating func atom() -> Double {
        defer { at += 1 }
        switch tokens[at] {
        case .number(let n): return n
        case .paren(open: true):
            at += 1
            return sum()
        case .op("-"):
            at += 1
            let value = atom()
            at -= 1
            return -value
        default: return .nan
        }
    }
}
for text in ["1+2*3", "(1+2)*3", "10/4-1", "-(2+3)*2"] { var p = Parser(text); print(text, "=", p.sum()) }
print(Set(tokenize("1+1+1")).count)
