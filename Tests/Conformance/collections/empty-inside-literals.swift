let e = [[], []]
print(e, type(of: e))
let d = ["a": []]
print(d, type(of: d))
let m = [[1], [true, 2]]
print(m, type(of: m))
print([[1], [true]], [[]], ["a": [:]], [[[]], []])
let given: [String: [Int]] = ["a": []]
print(given, [[1], []], [[], [1.5]])
func f<T>(_ x: [[T]], _ y: T) -> Int { x.count }
print(f([[], []], 3))
