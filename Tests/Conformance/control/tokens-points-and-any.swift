enum Token: Equatable {
    case num(Int)
    case op(Character)
    case word(String)
    case list([Token])
    case pair(a: Int, b: Int?)
    case end
}
let toks: [Token] = [
    .num(5), .num(-3), .op("+"), .word("hello"), .list([.num(1), .word("x")]), .list([]),
    .pair(a: 1, b: 2), .pair(a: 3, b: nil), .end,
]
func cls(_ t: Token) -> String {
    switch t {
    case .num(let n) where n < 0: return "neg \(-n)"
    case .num(0...9): return "digit"
    case .num: return "num"
    case .op("+"), .op("-"): return "additive"
    case .op(let c): return "op \(c)"
    case .word(let w) where w.count > 3: return "long \(w)"
    case .word: return "short"
    case .list(let l) where l.isEmpty: return "empty"
    case .list(let l) where l.first == .num(1): return "one-led \(l.count)"
    case .list: return "list"
    case .pair(let a, let b?): return "pair \(a + b)"
    case .pair(let a, nil): return "half \(a)"
    case .end: return "end"
    }
}
for t in toks { print(cls(t)) }
for case .num(let n) in toks { print("num", n) }
for case .pair(let a, let b) in toks where b != nil { print(a, b!) }
for case (let i, .word(let w)) in toks.enumerated() { print(i, w) }
if case .list(let l) = toks[4], let f = l.first, case .num(let n) = f, n > 0 { print("nested", n) }
guard case .op(let c) = toks[2] else { fatalError() }
print(c)
let pts = [(0, 0), (3, 0), (0, -2), (2, 2), (1, -1), (5, 7)]
for p in pts {
    switch p {
    case (0, 0): print("origin")
    case (let x, 0): print("x-axis", x)
    case (0, let y): print("y-axis", y)
    case (let x, let y) where x == y: print("diag", x)
    case (let x, let y) where x == -y: print("anti", x, y)
    case (1...5, _): print("right")
    default: print("?")
    }
}
let anys: [Any] = [
    1, "s", 2.5, [1, 2], ["k": 1], (1, "t"), nil as Int? as Any, Token.end, { 1 }, Int.self, true,
    Character("c"), 1 as UInt8, [Any](), Optional(3) as Any,
]
for a in anys {
    switch a {

    case let i as Int where i > 0: print("int", i)
    case is String: print("string")
    case let d as Double: print("double", d)
    case let a as [Int]: print("ints", a)
    case let d as [String: Int]: print("dict", d)
    case let (n, s) as (Int, String): print("tuple", n, s)
    case let t as Token: print("token", t)
    case let f as () -> Int: print("func", f())
    case let t as Any.Type: print("type", t)
    case let b as Bool: print("bool", b)
    case let c as Character: print("char", c)
    default: print("other", a)
    }
}
struct Temp { let c: Double }
func ~= (r: ClosedRange<Double>, t: Temp) -> Bool { r.contains(t.c) }
func ~= (p: (Int) -> Bool, n: Int) -> Bool { p(n) }
let even = { (n: Int) in n % 2 == 0 }
for t in [Temp(c: -5), Temp(c: 20), Temp(c: 50)] {
    switch t {
    case -100...0: print("ice")
    case 0...40: print("ok")
    default: print("hot")
    }
}
for n in 1...4 {
    switch n {
    case even: print(n, "even")
    case 3: print("three")
    default: print(n)
    }
}
let o: Int?? = .some(nil)
switch o {
case nil: print("nil")
case .some(nil): print("some nil")
case .some(.some(let x)): print(x)
}
let opts: [Int?] = [1, nil, 3]
for case let x? in opts { print(x, terminator: " ") }
for case nil in opts { print("nil!") }
let r = opts.map {
    switch $0 {
    case .some(let x) where x > 2: "big"
    case .some: "small"
    case .none: "none"
    }
}
print(r)
let grade = if let x = opts[0], x > 0 { "pos" } else if opts[1] == nil { "nil" } else { "neg" }
print(grade)
outer: for i in 0..<5 {
    for j in 0..<5 {
        switch (i, j) {
        case (2, _): continue outer
        case (_, 3): break outer
        case (let a, let b) where a == b: print("eq", a)
        default: break
        }
    }
}
var i = 10
repeat {
    i -= 3
    if i == 4 { continue }
    print(i, terminator: ",")
} while i > 0
print()
while case let x? = opts.dropFirst(i + 2).first, let y = x {
    print("y", y)
    i += 10
}
enum Dir: String, CaseIterable {
    case n = "north"
    case s, e
    case w = "west"
    var opposite: Dir {
        switch self {
        case .n: .s
        case .s: .n
        case .e: .w
        case .w: .e
        }
    }
    static let start: Dir = .n
    mutating func turn() { self = Self.allCases[(Self.allCases.firstIndex(of: self)! + 1) % 4] }
}
var d = Dir.start
d.turn()
print(
    d, d.rawValue, d.opposite.rawValue, Dir(rawValue: "west")!, Dir(rawValue: "x") as Any,
    Dir.allCases.map(\.rawValue))
struct Opts: OptionSet {
    let rawValue: Int
    static let a = Opts(rawValue: 1), b = Opts(rawValue: 2), c = Opts(rawValue: 1 << 2)
    static let all: Opts = [.a, .b, .c]
}
var os: Opts = [.a, .c]
os.insert(.b)
os.remove(.a)
print(
    os.rawValue, os.contains(.b), os.isSubset(of: .all), os.union(.a) == .all,
    os.subtracting(.c).rawValue, Opts().isEmpty, os)
switch os {
case [.b, .c]: print("bc")
case .all: print("all")
default: print("else")
}
do { throw NSErrorLike.code(404) } catch NSErrorLike.code(let n) where n >= 500 {
    print("server")
} catch NSErrorLike.code(400..<500) { print("client") } catch { print(error) }
enum NSErrorLike: Error { case code(Int) }
let (q, (w, _), z) = (1, ("w", 2), [3])
print(q, w, z)
var (m, n) = (1, 2)
(m, n) = (n, m + n)
print(m, n)
let dict = ["a": [1, 2], "b": []]
for (k, v) in dict.sorted(by: { $0.key < $1.key }) where !v.isEmpty { print(k, v) }
if let a = dict["a"]?.first, let l = dict["a"]?.last, a < l, case 1...1 = a { print("ok", a, l) }
