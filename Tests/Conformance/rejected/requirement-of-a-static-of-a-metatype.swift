protocol A { static func make<S: Sequence>(_ s: S) -> Int where S.Element == Int }
struct X: A { static func make<S: Sequence>(_ s: S) -> Int where S.Element == Int { s.reduce(0, +) } }
let t: any A.Type = X.self
print(t.make([1]))
print(t.make(["a"])) // rejected: cannot convert value of type 'String' to expected element type 'Int'
