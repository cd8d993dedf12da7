var s: Set<Int> = [3, 1, 2, 3]
print(s.count, s.contains(2), s.sorted(), s.isEmpty)
print(s.insert(4), s.insert(4).inserted, s.remove(1) as Any, s.remove(9) as Any)
let t: Set = [2, 3, 10]
print(s.union(t).sorted(), s.intersection(t).sorted(), s.subtracting(t).sorted(), s.symmetricDifference(t).sorted())
print(Set([1]).isSubset(of: [1, 2]), Set([1, 2]).isSuperset(of: [1]), Set([1]).isDisjoint(with: [2]), Set([1, 2]) == Set([2, 1]))
print(s.map { $0 * 2 }.sorted(), s.filter { $0 > 2 }.sorted(), s.min()!, s.max()!, s.reduce(0, +), s.first != nil)
struct Point: Hashable { var x: Int; var y: Int }
var visited = Set<Point>()
visited.insert(Point(x: 1, y: 2)); visited.insert(Point(x: 1, y: 2))
print(visited.count, visited.contains(Point(x: 1, y: 2)))
var names: [Point: String] = [Point(x: 0, y: 0): "origin"]
names[Point(x: 1, y: 0)] = "right"
print(names[Point(x: 0, y: 0)]!, names.count)
enum Color: String, CaseIterable { case red, green }
let byColor: [Color: Int] = [.red: 1, .green: 2]
print(byColor[.red]!, Color.allCases.map { byColor[$0]! })
var d = ["a": 1, "b": 2]
d["c"] = 3; d["a"] = nil; d["b"]! += 10
print(d.keys.sorted(), d.values.sorted(), d.count, d["zz", default: -1])
print(d.updateValue(5, forKey: "c") as Any, d.removeValue(forKey: "q") as Any)
d.merge(["c": 100, "e": 1]) { $0 + $1 }
print(d.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }, d.merging(["b": 0]) { _, new in new }["b"]!)
print(Dictionary(uniqueKeysWithValues: [("x", 1), ("y", 2)])["y"]!, Dictionary(uniqueKeysWithValues: zip("ab", 0...))["b"]!)
let e: [String: Int] = [:]
print(e, e.isEmpty, e.first as Any, [1: "one"], ["k": [1, 2]], ["k": Optional(1)], ["k": "v"].description)
print(["a": 1] == ["a": 1], ["a": 1] != ["a": 2], d.contains { $0.value > 100 }, d.allSatisfy { $0.value > 0 })
for (k, v) in ["only": 1] { print(k, v) }
for (i, kv) in ["z": 26].enumerated() { print(i, kv.key, kv.value) }
print(["a": 1].mapValues { $0 + 1 }, ["a": "1", "b": "x"].compactMapValues { Int($0) }, ["a": 1].map { $0.key + "\($0.value)" })
let inv = Dictionary(grouping: 1...6) { $0 % 3 }
print(inv[0]!, inv[1]!, inv[2]!)
print(["b": 2, "a": 1].min { $0.key < $1.key }!, ["b": 2].first!, ["x": 1].reduce(0) { $0 + $1.value })
var memo: [Int: Int] = [:]
func fib(_ n: Int) -> Int { if n < 2 { return n }; if let m = memo[n] { return m }; let r = fib(n - 1) + fib(n - 2); memo[n] = r; return r }
print(fib(80))
var graph: [String: [String]] = [:]
for (a, b) in [("a", "b"), ("a", "c"), ("b", "d")] { graph[a, default: []].append(b); graph[b, default: []].append(a) }
var queue = ["a"], seen: Set = ["a"], order: [String] = []
while !queue.isEmpty { let n = queue.removeFirst(); order.append(n); for m in graph[n]! where seen.insert(m).inserted { queue.append(m) } }
print(order)

let opt: Int? = 3
print(opt.map { $0 + 1 } as Any, opt.flatMap { $0 > 5 ? $0 : nil } as Any, opt ?? 0, opt == 3, nil == opt, opt! + 1, [opt, nil])
print((1, "a") == (1, "a"), (1, 2) < (1, 3), (2, "a") > (1, "z"))
