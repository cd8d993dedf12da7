var school: [String: [String: [Int]]] = ["A": ["Ada": [9, 8]], "B": [:]]
school["A"]!["Bob"] = [5]
school["B"]?["Cy", default: []].append(7)
school["C", default: [:]]["Dee", default: []] += [1, 2]
school["A"]?["Ada"]?.append(10)
school["A"]!["Ada"]![0] = 1
school["Z"]?["none"] = [1]
for c in school.keys.sorted() { for (n, g) in school[c]!.sorted(by: { $0.key < $1.key }) { print(c, n, g, g.max() ?? 0) } }
print(school.values.flatMap { $0.values }.flatMap { $0 }.reduce(0, +), school["Z"] == nil, school.mapValues(\.count).sorted { $0.key < $1.key }.map(\.value))
var adjacency = [Set<Int>](repeating: [], count: 4)
for (a, b) in [(0, 1), (1, 2), (0, 2)] { adjacency[a].insert(b); adjacency[b].insert(a) }
print(adjacency.map { $0.sorted() }, adjacency.map(\.count).max()!, adjacency[3].isEmpty)
let optional: [[Int?]] = [[1, nil], [nil, 4]]
print(optional.map { $0.map { $0 ?? 0 } }, optional.joined().compactMap { $0 }, optional.flatMap { $0 }.filter { $0 == nil }.count)
var pairs: [(name: String, tags: Set<String>)] = [("x", ["a"]), ("y", [])]
pairs[1].tags.formUnion(["b", "a"])
pairs.append((name: "z", tags: pairs[0].tags.union(pairs[1].tags)))
print(pairs.map { "\($0.name):\($0.tags.sorted().joined())" })
let cube = (0..<2).map { x in (0..<2).map { y in (0..<2).map { z in x * 4 + y * 2 + z } } }
print(cube, cube[1][0][1], cube.flatMap { $0 }.flatMap { $0 }.reduce(0, +))
let keyed: [[Int]: String] = [[1, 2]: "one-two", []: "none"]
print(keyed[[1, 2]]!, keyed[[]]!, keyed[[2, 1]] as Any)
var functions: [String: [(Int) -> Int]] = [:]
functions["inc", default: []].append { $0 + 1 }
functions["inc"]!.append { $0 + 2 }
print(functions["inc"]!.reduce(0) { $1($0) }, functions["dec"]?.count as Any)
