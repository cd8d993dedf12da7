let text = "the quick brown fox jumps over the lazy dog the end"
var counts: [String: Int] = [:]
for word in text.split(separator: " ") { counts[String(word), default: 0] += 1 }
for (word, n) in counts.sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }).prefix(3) { print(word, n) }
let letters = text.reduce(into: [Character: Int]()) { $0[$1, default: 0] += 1 }
print(letters["e"]!, letters["q"]!, letters[" "]!, letters.count, letters["!"] as Any)
let byLength = Dictionary(grouping: text.split(separator: " "), by: \.count)
for length in byLength.keys.sorted() { print(length, byLength[length]!) }
var index: [Character: Set<String>] = [:]
for word in text.split(separator: " ").map(String.init) { index[word.first!, default: []].insert(word) }
print(index["t"]!.count, index["o"]!.sorted(), index["f"]!)
var graph: [Int: [Int]] = [:]
for (a, b) in [(1, 2), (2, 3), (1, 3)] { graph[a, default: []].append(b); graph[b, default: []].append(a) }
print(graph.keys.sorted().map { "\($0): \(graph[$0]!)" })
var nested: [String: [String: Int]] = [:]
nested["a", default: [:]]["x", default: 0] += 1
nested["a", default: [:]]["x", default: 0] += 4
nested["b"] = ["y": 2]
nested["b"]!["z"] = 7
nested["b"]?["y"] = nil
print(nested["a"]!["x"]!, nested["b"]!, nested["c"]?["q"] as Any)
struct Point: Hashable { let x, y: Int }
var visited: [Point: Int] = [:]
var position = (x: 0, y: 0)
for step in "RRULLD" {
    switch step { case "R": position.x += 1; case "L": position.x -= 1; case "U": position.y += 1; default: position.y -= 1 }
    visited[Point(x: position.x, y: position.y), default: 0] += 1
}
print(visited.count, visited[Point(x: 1, y: 0)]!, visited[Point(x: 9, y: 9)] as Any)
let inverted = Dictionary(["a": 1, "b": 2].map { ($0.value, $0.key) }, uniquingKeysWith: { a, _ in a })
print(inverted[1]!, inverted[2]!)
enum Key: Hashable { case id(Int), name(String) }
let mixed: [Key: String] = [.id(1): "one", .name("x"): "ex"]
print(mixed[.id(1)]!, mixed[.name("x")]!, mixed[.id(2)] as Any)
let optionalValues: [String: Int?] = ["set": 1, "unset": nil]
print(optionalValues["set"]!!, optionalValues["unset"]! as Any, optionalValues["absent"] == nil, optionalValues.count)
