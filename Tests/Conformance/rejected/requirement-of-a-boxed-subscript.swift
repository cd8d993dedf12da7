protocol A { subscript<S: Sequence>(_ s: S) -> Int where S.Element == Int { get } }
struct X: A { subscript<S: Sequence>(_ s: S) -> Int where S.Element == Int { s.reduce(0, +) } }
let a: any A = X()
print(a[[1, 2]])
print(a[["b"]]) // rejected: cannot convert value of type 'String' to expected element type 'Int'
