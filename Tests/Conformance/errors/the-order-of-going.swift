final class T {
    let s: String
    init(_ s: String) {
        self.s = s
        print("+" + s, terminator: " ")
    }
    deinit { print("-" + s, terminator: " ") }
}
enum E: Error {
    case a
    case b(T)
}
func line(_ n: Int) { print("|\(n)") }
func f1(_ k: Int) throws -> T {
    let a = T("a")
    let b = T("b")
    if k == 0 { throw E.a }
    if k == 1 { return b }
    do {
        let c = T("c")
        if k == 2 { throw E.b(c) }
    }
    for i in 0..<3 {
        let d = T("d\(i)")
        if i == 1, k == 3 { break }
        if k == 4, i == 2 { return d }
    }
    return a
}
for k in 0...5 {
    do {
        let r = try f1(k)
        print("=" + r.s, terminator: " ")
    } catch E.b(let t) { print("E" + t.s, terminator: " ") } catch { print("E", terminator: " ") }
    line(k)
}
struct P { let l: T, r: T }
func f2(_ k: Int) throws -> P { P(l: T("l"), r: try f1(k)) }
for k in [0, 1, 4] {
    print((try? f2(k))?.r.s ?? "nil", terminator: " ")
    line(k)
}
func f3(_ ts: T..., fail: Bool) throws -> [T] {
    let x = T("x")
    return try ts.map { t in
        let y = T("y" + t.s)
        if fail { throw E.b(y) }
        return [x, y][1]
    }
}
print((try? f3(T("1"), T("2"), fail: false))?.count ?? -1, terminator: " ")
line(1)
class Base {
    let t: T
    var u: T?
    init(_ k: Int) throws {
        t = T("t")
        if k == 0 { throw E.a }
        u = T("u")
        if k == 1 { throw E.a }
    }
    deinit { print("~B", terminator: " ") }
}
class Der: Base {
    let v: T
    override init(_ k: Int) throws {
        v = T("v")
        if k == 5 { throw E.a }
        try super.init(k)
        if k == 2 { throw E.a }
    }
    deinit { print("~D", terminator: " ") }
}
for k in [0, 1, 2, 3, 5] {
    do {
        let d = try Der(k)
        print("ok", d.v.s, terminator: " ")
    } catch { print("err", terminator: " ") }
    line(k)
}
func f4() {
    var arr = [T("p"), T("q"), T("r")]
    arr[1] = T("q2")
    arr.swapAt(0, 2)
    _ = arr.popLast()
    arr.insert(T("i"), at: 0)
    arr.removeAll { $0.s == "r" }
    print(arr.map(\.s), terminator: " ")
}
f4()
line(4)
func f5() {
    var d = [1: T("one")]
    d[1] = T("uno")
    d[2] = T("two")
    d[2] = nil
    d.updateValue(T("eins"), forKey: 1)
    let e = d
    d.removeAll()
    print(e.count, terminator: " ")
}
f5()
line(5)
func f6(_ o: T?) -> String {
    guard let o else { return "none" }
    let w = { [weak o] in o?.s ?? "gone" }
    let s = { [o] in o.s }
    return w() + s()
}
print(f6(T("o")), f6(nil), terminator: " ")
line(6)
func f7() {
    var x: Any = T("any")
    if let t = x as? T { print(t.s, terminator: " ") }
    x = [T("el")]
    x = (T("tu"), 1)
    if let (t, _) = x as? (T, Int) { print(t.s, terminator: " ") }
    x = 0
    print(x, terminator: " ")
}
f7()
line(7)
func f8(_ f: () throws -> T) -> String {
    do {
        let t = try f()
        defer { print("def", terminator: " ") }
        return t.s
    } catch E.b(let t) { return "b" + t.s } catch { return "\(error)" }
}
print(
    f8 { T("z") }, f8 { throw E.b(T("zz")) },
    f8 {
        let q = T("q")
        if q.s == "q" { throw E.a }
        return q
    }, terminator: " ")
line(8)
indirect enum L {
    case end
    case node(T, L)
}
func f9() {
    var l = L.node(T("n1"), .node(T("n2"), .end))
    if case .node(_, let rest) = l { l = rest }
    l = .node(T("n0"), l)
    switch l {
    case .node(let t, .node): print(t.s, terminator: " ")
    default: break
    }
}
f9()
line(9)
func g1() throws {
    for i in 0..<2 {
        let t = T("g\(i)")
        defer { print("D\(i)", terminator: " ") }
        if i == 1 {
            let w = T("w")
            throw E.b(w)
        }
        _ = t
    }
}
do { try g1() } catch E.b(let t) { print("got", t.s, terminator: " ") } catch {}
line(10)
func g2(_ k: Int) -> T {
    switch k {
    case 0: return T("k0")
    case let n where T("cond").s.count > n:
        let m = T("m")
        return m
    default: return T("kd")
    }
}
print(g2(0).s, g2(1).s, g2(9).s, terminator: " ")
line(11)
func g3() -> Int {
    let ts = (0..<4).map { T("\($0)") }
    return ts.lazy.filter { $0.s != "2" }.map { $0.s.count }.reduce(0, +)
        + (ts.first { $0.s == "3" }?.s.count ?? 0)
}
print(g3(), terminator: " ")
line(12)
var top: T? = T("top")
let hold = { [t = top!] in t.s }
top = nil
print(hold(), terminator: " ")
line(13)
