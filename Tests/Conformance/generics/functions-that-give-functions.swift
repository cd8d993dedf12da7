func id<T>(_ x: T) -> T { x }
func twice(_ f: @escaping (Int) -> Int) -> (Int) -> Int { { f(f($0)) } }
print(id(twice)({ $0 + 1 })(3))
print(id(id)(3))
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
func add(_ a: Int, _ b: Int) -> Int { a + b }
print(curry(add)(1)(2), curry(+)(1.5)(2), id(curry(add))(3)(4))
let t: (Int) -> Int = id(twice)({ $0 * 3 })
print(t(2))
