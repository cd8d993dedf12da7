enum Op: String, CaseIterable { case add = "+", sub = "-", mul = "*"
    func apply(_ a: Int, _ b: Int) -> Int { switch self { case .add: a + b; case .sub: a - b; case .mul: a * b } }
    static let identity: Op = .add
    init?(symbol: Character) { self.init(rawValue: String(symbol)) }
}
print(Op.allCases.map { $0.apply(6, 3) }, Op(rawValue: "*")!, Op(rawValue: "?") as Any, Op(symbol: "-")!.rawValue, Op.identity)
enum Planet: Int { case mercury = 1, venus, earth; var next: Planet? { Planet(rawValue: rawValue + 1) } }
print(Planet.earth.rawValue, Planet.mercury.next!, Planet.earth.next as Any, Planet(rawValue: 2)!)
enum Level: Int, Comparable { case low, mid, high; static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue } }
print(Level.low < .high, [Level.high, .low, .mid].sorted(), max(Level.low, .mid), Level.allOf)
extension Level { static var allOf: [Level] { [.low, .mid, .high] } }
enum Token: Equatable { case num(Double), op(Character), paren(open: Bool) }
func lex(_ s: String) -> [Token] {
    var out: [Token] = []; var i = s.startIndex
    while i < s.endIndex {
        let c = s[i]
        switch c {
        case " ": i = s.index(after: i)
        case "0"..."9", ".":
            var j = i
            while j < s.endIndex, s[j].isNumber || s[j] == "." { j = s.index(after: j) }
            out.append(.num(Double(s[i..<j])!)); i = j
        case "(", ")": out.append(.paren(open: c == "(")); i = s.index(after: i)
        default: out.append(.op(c)); i = s.index(after: i)
        }
    }
    return out
}
print(lex("3.5 + (2*4)"))
print(lex("1") == [.num(1)], Token.op("+") != .op("-"))
indirect enum Expr { case n(Int), add(Expr, Expr), mul(Expr, Expr), neg(Expr)
    var value: Int { switch self { case .n(let v): v; case .add(let a, let b): a.value + b.value; case .mul(let a, let b): a.value * b.value; case .neg(let e): -e.value } } }
print(Expr.add(.n(2), .mul(.n(3), .neg(.n(4)))).value, Expr.add(.n(1), .n(2)))
enum Direction: CaseIterable { case north, east, south, west
    mutating func turn() { self = Direction.allCases[(Direction.allCases.firstIndex(of: self)! + 1) % 4] } }
var d = Direction.west; d.turn(); print(d, Direction.allCases.count, Direction.allCases)
enum E: Error { case a(Int), b }
do { throw E.a(3) } catch E.a(let n) where n > 5 { print("big") } catch E.a(let n) { print("a", n) } catch { print("other") }
enum Bits: UInt8 { case x = 0b1, y = 0x10 }
print(Bits.y.rawValue, Bits(rawValue: 1)!)
enum Str: String { case one, two = "zwei" }
print(Str.one.rawValue, Str.two.rawValue, Str(rawValue: "zwei")!, "\(Str.one)")
print(Op.add.hashValue == Op.add.hashValue, Set([Planet.earth, .earth, .venus]).count, [Planet.earth: "e"][.earth]!)
