protocol A { func add<S: Sequence>(_ s: S) -> Int where S.Element == Int }
struct X: A { func add<S: Sequence>(_ s: S) -> Int where S.Element == Int { s.reduce(0, +) } }
let a: any A = X()
print(a.add([1, 2]))
print(a.add(["a"])) // rejected: cannot convert value of type 'String' to expected element type 'Int'
