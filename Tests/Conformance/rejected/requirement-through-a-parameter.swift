protocol A { func add<S: Sequence>(_ s: S) -> Int where S.Element == Int }
struct X: A { func add<S: Sequence>(_ s: S) -> Int where S.Element == Int { s.reduce(0, +) } }
func g<T: A>(_ a: T) -> Int { a.add(["x", "y"]) } // rejected: cannot convert value of type 'String' to expected element type 'Int'
print(g(X()))
