struct _Storage { var n = 1; static let shared = _Storage(n: 5); static func make() -> _Storage { _Storage(n: 2) } }
class _base { var v = 0; init() {}; init(v: Int) { self.v = v } }
enum kind: String, CaseIterable { case a, b }
typealias pair = (Int, Int)
typealias ints = [Int]
print(_Storage().n, _Storage(n: 3).n, _Storage.shared.n, _Storage.make().n, [_Storage]().count, _base(v: 3).v, _Storage.self)
print(kind.a, kind.allCases.count, kind(rawValue: "b")!.rawValue, [kind: Int]().isEmpty, kind.self)
let p: pair = (1, 2); print(p, ints(repeating: 3, count: 2), ints().count)
struct outer { struct inner { var x = 1 }; enum mode { case on }; static let k = outer.inner(x: 4) }
print(outer.inner().x, outer.inner(x: 2).x, outer.mode.on, outer.k.x)
struct box<t> { var v: t; init(_ v: t) { self.v = v }; static func of(_ v: t) -> box<t> { box<t>(v) } }
print(box(3).v, box<Double>(3).v, box.of("s").v, box<Int>.of(2).v)
func zero<n: Numeric>(_ x: n) -> n { n.zero + n(exactly: 3)! }
print(zero(1.5), zero(2))
