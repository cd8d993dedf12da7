struct P { var x: Int; var y: Int }
func == (a: P, b: P) -> Bool { a.x == b.x }
extension P: Equatable {}
print([P(x: 1, y: 2)].contains(P(x: 1, y: 5)))
print([P(x: 1, y: 2)].firstIndex(of: P(x: 1, y: 5)) as Any)
print([P(x: 1, y: 2)] == [P(x: 1, y: 5)], P(x: 1, y: 2) != P(x: 1, y: 3))
struct Q: Equatable { var x: Int; var y: Int }
func == (a: Q, b: Q) -> Bool { a.x == b.x }
print([Q(x: 1, y: 2)].contains(Q(x: 1, y: 5)))
class C: Equatable { var x: Int; init(_ x: Int) { self.x = x } }
func == (a: C, b: C) -> Bool { a.x == b.x }
print([C(1)].contains(C(1)), C(1) == C(1), Optional(C(1)) == C(1))
struct R: Comparable { var k: Int }
func < (a: R, b: R) -> Bool { a.k > b.k }
func == (a: R, b: R) -> Bool { a.k == b.k }
print([R(k: 1), R(k: 3)].sorted(), R(k: 1) > R(k: 2), max(R(k: 1), R(k: 2)))
struct H: Hashable { var s: String; func hash(into h: inout Hasher) { h.combine(s.lowercased()) } }
func == (a: H, b: H) -> Bool { a.s.lowercased() == b.s.lowercased() }
print(Set([H(s: "A"), H(s: "a")]).count)
func same<T: Equatable>(_ a: T, _ b: T) -> Bool { a == b }
print(same(Q(x: 1, y: 2), Q(x: 1, y: 9)), same(P(x: 1, y: 2), P(x: 1, y: 9)))
