protocol A { func add<C: Collection>(_ s: C) -> Int where C.Element == Int, C.Index == Int }
struct X: A { func add<C: Collection>(_ s: C) -> Int where C.Element == Int, C.Index == Int { s[s.startIndex] } }
let a: any A = X()
print(a.add([5]))
print(a.add(Set([5]))) // rejected: requires the types; and 'Int' be equivalent
