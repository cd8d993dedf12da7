struct Parser<Output> { let run: (Substring) -> (Output, Substring)?
    func map<B>(_ f: @escaping (Output) -> B) -> Parser<B> { Parser<B> { s in self.run(s).map { (f($0.0), $0.1) } } }
    func then<B>(_ p: Parser<B>) -> Parser<(Output, B)> { Parser<(Output, B)> { s in guard let (a, r) = self.run(s), let (b, r2) = p.run(r) else { return nil }; return ((a, b), r2) } }
    func or(_ p: Parser) -> Parser { Parser { self.run($0) ?? p.run($0) } }
    var many: Parser<[Output]> { Parser<[Output]> { s in var rest = s, out: [Output] = []; while let (a, r) = self.run(rest) { out.append(a); rest = r }; return (out, rest) } }
    func parse(_ s: String) -> Output? { run(s[...]).flatMap { $0.1.isEmpty ? $0.0 : nil } }
}
func char(_ test: @escaping (Character) -> Bool) -> Parser<Character> { Parser { s in guard let c = s.first, test(c) else { return nil }; return (c, s.dropFirst()) } }
func token(_ c: Character) -> Parser<Character> { char { $0 == c } }
let digits = char(\.isNumber).many.map { Int(String($0)) }
let number = Parser<Int> { s in guard let (v, r) = digits.run(s), let n = v else { return nil }; return (n, r) }
print(number.parse("123") as Any, number.parse("12x") as Any, number.run("42abc")!.1)
let sum = number.then(token("+").then(number).map(\.1).many).map { $0.0 + $0.1.reduce(0, +) }
print(sum.parse("1+2+39")!, sum.parse("1+") as Any, sum.run("5+5;")! == (10, ";"))
let word = char { $0.isLetter }.many.map { String($0) }
let either = number.map { "n\($0)" }.or(word.map { "w\($0)" })
print(either.parse("77")!, either.parse("abc")!, either.parse("a1") as Any)
class Lexer { enum Token: Equatable { case number(Double), symbol(Character), name(String) }
    private let text: [Character]; private var i = 0
    init(_ s: String) { text = Array(s) }
    func next() -> Token? {
        while i < text.count, text[i].isWhitespace { i += 1 }
        guard i < text.count else { return nil }
        let start = i
        switch text[i] {
        case "0"..."9": while i < text.count, text[i].isNumber || text[i] == "." { i += 1 }; return .number(Double(String(text[start..<i]))!)
        case let c where c.isLetter: while i < text.count, text[i].isLetter || text[i].isNumber { i += 1 }; return .name(String(text[start..<i]))
        default: i += 1; return .symbol(text[start])
        }
    } }
let lx = Lexer("x1 = 3.5*(y+2)"); var toks: [Lexer.Token] = []; while let t = lx.next() { toks.append(t) }; print(toks, toks.count, toks[1] == .symbol("="))
func evalRPN(_ s: String) -> Double? { var st: [Double] = []; for t in s.split(separator: " ") { if let d = Double(t) { st.append(d); continue }; guard st.count > 1 else { return nil }; let b = st.removeLast(), a = st.removeLast(); switch t { case "+": st.append(a + b); case "-": st.append(a - b); case "*": st.append(a * b); case "/": st.append(a / b); default: return nil } }; return st.count == 1 ? st[0] : nil }
print(evalRPN("3 4 + 2 *")!, evalRPN("1 +") as Any, evalRPN("5 2 /")!, evalRPN("1 2 ^") as Any)
