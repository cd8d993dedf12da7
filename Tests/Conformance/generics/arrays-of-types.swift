var ts = [Int.Type]()
ts.append(Int.self)
print(ts.count, ts[0] == Int.self, ts)
var anys = [Any.Type]()
anys.append(Int.self); anys.append(String.self)
print(anys)
let d = [String: Any.Type]()
print(d.count)
protocol P { init(); static var n: String { get } }
struct A: P { static let n = "A" }
struct B: P { static let n = "B" }
var ps = [any P.Type]()
ps.append(A.self); ps.append(B.self)
print(ps.map { $0.n }, ps.map { $0.init() })
var qs = [P.Type]()
qs += [A.self]
print(qs)
