func id<T>(_ x: T) -> T { x }
func twice<T>(_ f: @escaping (T) -> T) -> (T) -> T { { f(f($0)) } }
let g: (Int) -> Int = id(id)
print(g(3))
let h: (Int) -> Int = twice(id)
print(h(4))
print([1, 2].map(id), [[1]].map(id))
print((id(id) as (Int) -> Int)(3))
