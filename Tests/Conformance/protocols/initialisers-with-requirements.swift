protocol A { init<S: Sequence>(_ s: S) where S.Element == Int
 static func make<S: Sequence>(_ s: S) -> Self where S.Element == Int }
struct X: A { var n = 0
 init<S: Sequence>(_ s: S) where S.Element == Int { n = s.reduce(0, +) }
 static func make<S: Sequence>(_ s: S) -> X where S.Element == Int { X(s) } }
func g<T: A>(_ t: T.Type) -> T { T([1, 2]) }
print(g(X.self).n)
print(X.make(1...3).n)
