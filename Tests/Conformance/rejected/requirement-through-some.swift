protocol A { func add<S: Sequence>(_ s: S) -> Int where S.Element == Int }
struct X: A { func add<S: Sequence>(_ s: S) -> Int where S.Element == Int { s.reduce(0, +) } }
func g(_ a: some A) -> Int { a.add([1.5]) } // rejected: cannot convert value of type 'Double' to expected element type 'Int'
print(g(X()))
