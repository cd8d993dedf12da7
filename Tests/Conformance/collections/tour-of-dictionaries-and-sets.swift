var d = ["one": 1, "two": 2]
d["three"] = 3; d["one"] = nil; d["two"]! += 10; d["x", default: 0] += 5
print(d.count, d["two"]!, d["zzz"] as Any, d.keys.sorted(), d.values.sorted(), d["x"] ?? -1, d.isEmpty, d.contains { $0.value == 3 })
for (k, v) in d.sorted(by: { $0.key < $1.key }) { print(k, v) }
print(d.mapValues { $0 * 2 }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }, d.filter { $0.value > 4 }.keys.sorted(), d.map { $0.value }.sorted(), d.reduce(0) { $0 + $1.value })
print(Dictionary(grouping: [1, 2, 3, 4, 5], by: { $0 % 2 }).sorted { $0.key < $1.key }.map { $0.value }, Dictionary(uniqueKeysWithValues: [("a", 1), ("b", 2)])["b"]!, Dictionary([("a", 1), ("a", 2)], uniquingKeysWith: +)["a"]!)
var e = ["a": 1]; e.merge(["a": 5, "b": 2]) { old, new in old + new }; print(e.sorted { $0.key < $1.key }.map { "\($0)\($1)" }, e.merging(["c": 9]) { a, _ in a }.count, e.updateValue(7, forKey: "a")!, e.removeValue(forKey: "b")!, e)
print(e.first!.key, e.keys.contains("a"), e == ["a": 7], e.compactMapValues { $0 > 5 ? String($0) : nil }, e.min { $0.value < $1.value }!.key, e.removeValue(forKey: "q") as Any)
var s: Set = [1, 2, 3]; print(s.insert(4).inserted, s.insert(1).inserted, s.contains(2), s.remove(3)!, s.sorted(), s.count)
let a: Set = [1, 2, 3], b: Set = [2, 3, 4]
print(a.union(b).sorted(), a.intersection(b).sorted(), a.subtracting(b).sorted(), a.symmetricDifference(b).sorted(), a.isSubset(of: [1, 2, 3, 4]), a.isSuperset(of: [1]), a.isDisjoint(with: [9]), a.isStrictSubset(of: a), a == [3, 2, 1])
var u = a; u.formUnion(b); u.subtract([1]); print(u.sorted(), u.min()!, u.map { $0 * 2 }.sorted(), u.filter { $0 > 2 }.sorted(), Set("hello").sorted(), u.first != nil); u.formIntersection([2, 9]); print(u)
var counts: [Character: Int] = [:]; for c in "mississippi" { counts[c, default: 0] += 1 }
print(counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map { "\($0.key)\($0.value)" }.joined(separator: " "))
var nested: [String: [String: Int]] = [:]; nested["a", default: [:]]["b"] = 1; nested["a"]?["c"] = 2; print(nested["a"]!.keys.sorted(), nested["a"]?["b"] as Any, nested["z"]?["b"] as Any)
var lists: [Int: [String]] = [:]; for w in ["a", "bb", "cc", "d"] { lists[w.count, default: []].append(w) }; print(lists[1]!, lists[2]!)
struct K: Hashable { let x: Int, y: Int }
var grid: [K: String] = [:]; grid[K(x: 1, y: 2)] = "p"; print(grid[K(x: 1, y: 2)]!, grid[K(x: 0, y: 0)] as Any, grid)
for k in d.keys.sorted() { d[k]? += 1 }; print(d.values.sorted()); d.removeAll(); print(d, d.isEmpty)
print(zip([1, 2], ["a", "b"]).reduce(into: [:]) { $0[$1.0] = $1.1 }.sorted { $0.key < $1.key }.map(\.value), Set([1, 1, 2]).count, Set<Int>(), [String: Int]())
let dd = [1: "a"]; print(dd, dd.description, dd[1, default: "z"], dd[2, default: "z"], dd.values.first!, dd.keys.first!, Array(dd.keys), Array(dd.values), dd.contains { k, v in k == 1 && v == "a" }, dd.allSatisfy { $0.key > 0 })
for case let (k, v?) in ["q": Optional(1)] { print(k, v) }
print(["b": 1, "a": 2].sorted { $0.value < $1.value }.map(\.key), ["x": 1].map { ($0, $1) }.first!, ["k": [1, 2]]["k"]?.count as Any, ["k": [1, 2]]["k"]?[1] as Any)
