protocol A {}
extension A { func add<S: Sequence>(_ s: S) -> Int where S.Element == Int { s.reduce(0, +) } }
struct X: A {}
let a: any A = X()
print(a.add([1, 2]), X().add([3]))
print(a.add(["a"])) // rejected: cannot convert value of type 'String' to expected element type 'Int'
