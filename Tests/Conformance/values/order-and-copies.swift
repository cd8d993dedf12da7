// tricky semantic bits
struct Counter { var n = 0; mutating func inc() -> Int { n += 1; return n } }
var c = Counter()
let results = [c.inc(), c.inc(), c.inc()]
print(results, c.n)
var arr = [1, 2, 3]
for x in arr { arr.append(x * 10) }
print(arr)
var d = ["a": 1]
if var v = d["a"] { v += 1; print(v, d["a"]!) }
func f(_ x: Int, _ y: Int = { print("default"); return 7 }()) -> Int { x + y }
print(f(1), f(1, 2))
func order(_ s: String, _ v: Int) -> Int { print(s, terminator: " "); return v }
print(order("a", 1) + order("b", 2) * order("c", 3))
let cond = order("x", 0) == 1 && order("y", 1) == 1 || order("z", 1) == 1
print(cond)
var i = 0
let t = (i, { i += 1; return i }(), i)
print(t)
class Ref { var v = 0 }
let r = Ref()
let closures = (0..<3).map { k in { r.v += k; return r.v } }
print(closures.map { $0() }, r.v)
var fnArr: [() -> Int] = []
var k = 0
while k < 3 { let j = k; fnArr.append { j * 10 + k }; k += 1 }
print(fnArr.map { $0() })
struct S { var a = [1]; var b: S2 = S2() ; struct S2 { var xs = ["x": [1, 2]] } }
var s1 = S(), s2 = s1
s2.a.append(2); s2.b.xs["x"]![0] = 99; s2.b.xs["y", default: []].append(5)
print(s1, s2.a, s2.b.xs["x"]!, s2.b.xs["y"]!)
func modify(_ s: inout S) { s.a = []; s.b.xs.removeAll() }
modify(&s2); print(s2)
enum Op { case add(Int), mul(Int); var apply: (Int) -> Int { switch self { case .add(let n): return { $0 + n }; case .mul(let n): return { $0 * n } } } }
print([Op.add(1), .mul(10)].reduce(5) { $1.apply($0) })
let nested: [[Int]?] = [[1], nil, [2, 3]]
print(nested.compactMap { $0 }.flatMap { $0 }, nested.map { $0?.count ?? -1 }, nested.first??.first as Any)
label: do { if arr.count > 3 { print("leaving"); break label }; print("not here") }
func gen<T>(_ t: T) -> String { "generic \(t)" }
func gen(_ t: Int) -> String { "int \(t)" }
func gen<T: Collection>(_ t: T) -> String { "collection \(t.count)" }
print(gen(1), gen("s"), gen(2.0), gen([1, 2]))
func ov(_ x: Double) -> String { "double" }
func ov(_ x: Int) -> String { "int" }
func ov(_ x: Any) -> String { "any" }
func ov(x: Int) -> String { "labelled" }
print(ov(1), ov(1.0), ov("s"), ov(x: 1), ov(1 as Any))
let x = 5; do { let x = "inner"; print(x) }; print(x)
let opt: Int? = 5
switch opt { case let v? where v > 3: print("big", v); case .some(let v): print("some", v); case nil: print("nil") }
print(opt.map { $0 > 3 ? "yes" : "no" } ?? "none", opt?.description ?? "", (opt ?? 0) + 1)
defer { print("deferred at end") }
var history: [Int] = [] { didSet { if history.count > 2 { history.removeFirst() } } }
for n in 1...4 { history.append(n) }
print(history)
var total = 0 { willSet { print("will", newValue, terminator: ";") } didSet { print("did", oldValue) } }
total += 5
let (q, rem) = 17.quotientAndRemainder(dividingBy: 5); print(q, rem)
print([1, 2, 3].map { [$0, $0 * $0] }.map { $0[0] + $0[1] }, (1...3).reduce(1, *), "abc".map { $0.asciiValue! }.reduce(0) { $0 &+ $1 })
func variadic(_ xs: Int..., sep: String = ",") -> String { xs.map(String.init).joined(separator: sep) }
print(variadic(), variadic(1), variadic(1, 2, 3, sep: "-"))
func tupleReturn() -> (ok: Bool, msg: String) { (true, "fine") }
let res = tupleReturn(); print(res.ok ? res.msg : "bad", res)
if case let (true, m) = tupleReturn() { print(m) }
let str = "héllo"; print(str.count, str.utf8.count, str.reversed().map(String.init).joined(), str[str.index(str.startIndex, offsetBy: 1)])
var optArr: [Int]? = [1]; optArr?.append(2); optArr![0] = 7; print(optArr!, optArr?.last ?? 0, optArr?[1] ?? 0)
print(Int("42").flatMap { $0 > 40 ? $0 : nil } ?? 0, Double("x") ?? .infinity, [1, 2].first.map(String.init) ?? "none")
var lazyCount = 0
struct L { lazy var v: Int = { 42 }(); var w = 1 }
var l = L(); l.v += 1; print(l.v, l.w)
