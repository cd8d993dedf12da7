class C { func add<S: Sequence>(_ s: S) -> Int where S.Element == Int { s.reduce(0, +) } }
class D: C { override func add<S: Sequence>(_ s: S) -> Int where S.Element == Int { 1 } }
let c: C = D()
print(c.add([1]))
print(c.add([1.5])) // rejected: cannot convert value of type 'Double' to expected element type 'Int'
