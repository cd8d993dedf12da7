print([1, 2, 3].reduce(0, +), [1, 2, 3].reduce(1, *), [5, 1, 4].sorted(by: >), zip([1, 2], [3, 4]).map(*), [true, false].reduce(false) { $0 || $1 })
let ops: [(String, (Double, Double) -> Double)] = [("+", +), ("-", -), ("*", *), ("/", /)]
for (name, f) in ops { print(name, f(6, 4)) }
func fold<T>(_ xs: [T], _ f: (T, T) -> T) -> T? { xs.isEmpty ? nil : xs.dropFirst().reduce(xs[0], f) }
print(fold([1, 5, 3], max)!, fold([1, 5, 3], min)!, fold(["a", "b"], +)!, fold([Int](), +) as Any, fold([7, 2], &-)!)
let compare: (Int, Int) -> Bool = (<)
print(compare(1, 2), [3, 1].sorted(by: compare), [[1], [2]].reduce([], +), ["b", "a"].min(by: <)!)
struct V: Equatable { var x: Int; static func + (a: V, b: V) -> V { V(x: a.x + b.x) }; static prefix func - (a: V) -> V { V(x: -a.x) } }
print([V(x: 1), V(x: 2)].reduce(V(x: 0), +), [V(x: 3)].map(-), zip([V(x: 1)], [V(x: 1)]).map(==), [1, 2].map(-))
