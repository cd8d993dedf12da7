protocol P { func f<T>(_ x: T) -> String; func g<T: Comparable>(_ a: T, _ b: T) -> T; mutating func add<S: Sequence>(_ s: S) where S.Element == Int }
struct A: P { var n = [Int](); func f<U>(_ x: U) -> String { "\(U.self) \(x)" }; func g<T>(_ a: T, _ b: T) -> T where T: Comparable { max(a, b) }; mutating func add<S>(_ s: S) where S: Sequence, S.Element == Int { n += s } }
var p: any P = A()
print(p.f(1), p.f("a"), p.g(1, 2), p.g("a", "b"))
p.add([1, 2]); p.add(5...6); print(p)
