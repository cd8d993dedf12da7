var ages = ["Ada": 36, "Bob": 25]
print(ages["Ada"]!, ages["Zed"] as Any, ages["Zed"] ?? 0, ages.count, ages.isEmpty)
ages["Cy"] = 50
ages["Bob"] = nil
ages["Ada"]! += 1
ages["Ada", default: 0] += 1
ages["New", default: 100] += 1
print(ages.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
print(ages.keys.sorted(), ages.values.sorted(), ages.keys.contains("Ada"), ages.values.contains(50))
print(ages.updateValue(1, forKey: "Cy") as Any, ages.updateValue(2, forKey: "Dee") as Any)
print(ages.removeValue(forKey: "Dee") as Any, ages.removeValue(forKey: "none") as Any)
for (name, age) in ages.sorted(by: { $0.value < $1.value }) { print(name, age) }
var total = 0
for (_, age) in ages { total += age }
print(total, ages.reduce(0) { $0 + $1.value }, ages.values.reduce(0, +), ages.map { $0.value }.max()!)
let squares = Dictionary(uniqueKeysWithValues: (1...4).map { ($0, $0 * $0) })
print(squares[3]!, squares.count, squares.filter { $0.value > 4 }.keys.sorted())
let merged = ["a": 1, "b": 2].merging(["b": 20, "c": 30]) { old, new in old + new }
print(merged.sorted { $0.key < $1.key }.map { $0.value })
var mutable = ["x": 1]
mutable.merge(["x": 5, "y": 6]) { $1 }
print(mutable["x"]!, mutable["y"]!)
print(mutable.mapValues { $0 * 10 }["y"]!, ["a": "1", "b": "z"].compactMapValues { Int($0) })
print(Dictionary(grouping: ["apple", "avocado", "bean"]) { $0.first! }.mapValues(\.count)["a"]!)
print(Dictionary([("a", 1), ("a", 2)], uniquingKeysWith: +), Dictionary(zip(["k"], [1]), uniquingKeysWith: max))
print([1: "a"] == [1: "a"], [1: "a"] != [2: "a"], [:] as [Int: Int] == [:])
let one = ["only": [1, 2]]
print(one, one.first!.key, one.first!.value, one["only"]?[1] as Any)
mutable.removeAll()
print(mutable.isEmpty, mutable, ages.contains { $0.value > 49 }, ages.allSatisfy { $0.value > 0 })
print(ages.min { $0.value < $1.value }!.key, ages.first { $0.key == "New" }!.value)
