// Dictionary & Set API
var ages = ["ann": 31, "bob": 25, "cy": 40]
print(ages.count, ages["ann"]!, ages["zed"] as Any, ages["zed", default: -1], ages.isEmpty)
print(ages.updateValue(26, forKey: "bob") as Any, ages.updateValue(1, forKey: "new") as Any, ages.removeValue(forKey: "new") as Any, ages.removeValue(forKey: "none") as Any)
print(ages.keys.sorted(), ages.values.sorted(), ages.sorted { $0.value > $1.value }.map(\.key))
print(ages.mapValues { $0 * 2 }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }, ages.filter { $0.value > 30 }.keys.sorted(), ages.compactMapValues { $0 > 30 ? String($0) : nil }.count)
print(ages.min { $0.value < $1.value }!, ages.max { $0.value < $1.value }!.key, ages.contains { $0.key == "cy" }, ages.allSatisfy { $0.value > 18 }, ages.first { $0.value == 40 }!.key)
ages.merge(["ann": 1, "dee": 2]) { $0 + $1 }
print(ages["ann"]!, ages["dee"]!, ages.merging(["dee": 5]) { old, new in max(old, new) }["dee"]!)
let grouped = Dictionary(grouping: ["apple", "avocado", "bean", "cherry", "corn", "beet"]) { $0.first! }
for k in grouped.keys.sorted() { print(k, grouped[k]!, terminator: " ") }
print()
let uniq = Dictionary(uniqueKeysWithValues: zip(["a", "b"], 1...)), merged = Dictionary([("x", 1), ("y", 2), ("x", 3)], uniquingKeysWith: +)
print(uniq["b"]!, merged["x"]!, merged == ["x": 4, "y": 2], Dictionary(uniqueKeysWithValues: (1...3).map { ($0, $0 * $0) })[3]!)
var nested: [String: [String: Int]] = [:]
nested["a", default: [:]]["x", default: 0] += 5
nested["a"]?["y"] = 2
nested["b"]?["z"] = 3
print(nested["a"]!.sorted { $0.key < $1.key }, nested["b"] as Any, nested["a"]?["x"] ?? 0)
if let i = ages.index(forKey: "bob") { print(ages[i].key, ages[i].value); ages.remove(at: i) }
print(ages["bob"] == nil, ages.count)
for (k, v) in ages.sorted(by: { $0.0 < $1.0 }) { ages[k] = v % 10 }
print(ages.sorted { $0.key < $1.key }.map { [$0.key: $0.value] })
ages["cy"] = nil
ages.removeAll(keepingCapacity: true)
print(ages, ages.isEmpty, [Int: String](), Set<Int>())
var s: Set = [3, 1, 2, 3], other: Set<Int> = [2, 3, 4]
print(s.count, s.sorted(), s.contains(1), s.union(other).sorted(), s.intersection(other).sorted(), s.subtracting(other), s.symmetricDifference(other).sorted())
print(s.insert(9), s.insert(9).inserted, s.remove(9) as Any, s.remove(100) as Any, s.isSubset(of: [1, 2, 3, 4]), s.isSuperset(of: [1]), s.isDisjoint(with: [7]), s.isStrictSubset(of: s), s == [1, 2, 3])
s.formUnion([10, 11]); s.subtract([1]); s.formIntersection([2, 3, 10])
print(s.sorted(), s.map { $0 * 2 }.sorted(), s.filter { $0 > 2 }.count, s.min()!, Set("hello").sorted(), Array(Set([1, 1])), s.update(with: 2) as Any)
let words = "the cat the dog a cat the end".split(separator: " ")
var freq: [Substring: Int] = [:]
for w in words { freq[w, default: 0] += 1 }
print(freq.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.map { "\($0.key):\($0.value)" })
struct Pos: Hashable { var x: Int, y: Int }
var visited: [Pos: String] = [Pos(x: 0, y: 0): "start"]
visited[Pos(x: 1, y: 0)] = "next"
print(visited[Pos(x: 1, y: 0)] ?? "", visited.keys.map(\.x).sorted(), Set([Pos(x: 1, y: 1), Pos(x: 1, y: 1)]).count, visited[.init(x: 5, y: 5)] == nil)
enum Suit: String, CaseIterable, Comparable { case clubs, hearts; static func < (a: Suit, b: Suit) -> Bool { a.rawValue < b.rawValue } }
let bySuit = Dictionary(uniqueKeysWithValues: Suit.allCases.map { ($0, $0.rawValue.count) })
print(bySuit[.hearts]!, bySuit.keys.sorted(), bySuit.map { "\($0.key)" }.sorted(), Suit(rawValue: "clubs")!, Suit.allCases.max()!)
print([1: "one"], ["k": [1, 2]], [Suit.clubs: 1], ["o": Optional(1)], Set(["only"]), ["a": ("t", 1)])
let inverted = Dictionary(uniqueKeysWithValues: ["a": 1, "b": 2].map { ($1, $0) })
print(inverted[2]!, inverted.keys.contains(1), inverted.values.contains("z"), Dictionary(grouping: 1...6, by: { $0 % 3 }).mapValues(\.count).values.sorted())
print(["a": 1, "b": 2].reduce(0) { $0 + $1.value }, ["q": 1].map { $0 }, ["q": 1].first!, ["a": 1] == ["a": 2], ["x": 1].hashValue == ["x": 1].hashValue)
var cache: [Int: [Int]] = [:]
func divisors(_ n: Int) -> [Int] { if let c = cache[n] { return c }; let d = (1...n).filter { n % $0 == 0 }; cache[n] = d; return d }
print(divisors(28), divisors(28) == cache[28]!, cache.count)
var popped = ["z": 26]; print(popped.popFirst()!, popped.popFirst() as Any, popped.capacity >= 0)
