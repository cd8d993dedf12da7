class A {
    var n: Int
    init(_ n: Int) { self.n = n }
    func id() -> String { "A\(n)" }
}
class B: A {
    var extra = "b"
    override func id() -> String { "B\(n)\(extra)" }
}
let take: (B) -> String = { (a: A) in a.id() }
let both: (B) -> A = { (b: B) -> B in b }
print(take(B(2)), both(B(3)).id())
func apply(_ f: (B) -> A, _ b: B) -> A { f(b) }
print(apply({ (a: A) in B(a.n + 1) }, B(5)).id(), apply({ (a: Any) in A(1) }, B(1)).id())
let hs: [(B) -> A?] = [
    { $0 }, { (a: A) -> B? in nil }, { (b: A) in A(b.n) }, { (x: Any) in x as? A },
    { (x: A?) in x },
]
print(hs.map { $0(B(6))?.id() ?? "nil" })
print(
    [1, 2].map { (x: Any) in "\(x)!" }, [1, 2].map { (x: Int?) in x ?? 0 },
    ["a"].filter { (s: Any) in s is String },
    [3, 1].sorted { (a: Any, b: Any) in (a as! Int) < (b as! Int) },
    ["k": 1].mapValues { (v: any Numeric) in "\(v)" }, [B(1)].map { (a: A) in a.id() },
    [1, 2].reduce(0) { (a: Int, b: Int?) in a + (b ?? 0) })
