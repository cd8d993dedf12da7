var a = [5, 3, 8, 1]
a.append(contentsOf: [2, 9])
a.insert(7, at: 1)
print(a, a.sorted(), a.sorted(by: >), a.min()!, a.max()!)
a.remove(at: 0); a.removeLast(); a.removeAll { $0 == 8 }
print(a, a.firstIndex(of: 3)!, a.lastIndex(where: { $0 < 3 })!, a.contains(7))
let s = a[1..<3]
print(s, s.startIndex, s.endIndex, s[1], Array(s), a[...1], a[2...], a.prefix(2), a.suffix(2), a.dropFirst(), a.dropLast(2))
a[0...1] = [100, 200, 300]
print(a)
a.replaceSubrange(1..<2, with: [1, 2])
print(a, a.split(separator: 2), a.reversed() as [Int])
var b = Array(repeating: 0, count: 3)
b[1] += 5; b.swapAt(0, 1); b.reverse()
print(b, b + [1], b == [0, 0, 5], separator: "/")
print([1, 2, 3, 4].partitioned())
extension Array where Element == Int {
    func partitioned() -> (even: [Int], odd: [Int]) { (filter { $0 % 2 == 0 }, filter { $0 % 2 != 0 }) }
}
print(zip([1, 2, 3], ["a", "b"]).map { "\($0)\($1)" }, Array(zip(1..., ["x", "y"])).count)
print(3, [[1], [2, 3]].joined().map { $0 }, Array([[1], [2]].joined()))
print([1, 2, 3, 4, 5].prefix(while: { $0 < 3 }), [1, 2, 3].drop(while: { $0 < 2 }), (1...10).filter { $0.isMultiple(of: 3) })
print([3, 1, 2].sorted { $0 > $1 }, ["b", "a"].sorted(), [1, 2, 3].allSatisfy { $0 > 0 }, [1, 2, 3, 4].count { $0 % 2 == 0 })
print([1, 2, 3].elementsEqual([1, 2, 3]), [1, 2, 3].starts(with: [1, 2]), [Int]().first as Any, [1].last as Any)
print((1...3).lazy.map { $0 * 2 }.filter { $0 > 2 }.first!, Array(sequence(first: 1, next: { $0 < 50 ? $0 * 3 : nil })))
print([1, nil, 3].compactMap { $0 }, ["1", "x"].compactMap(Int.init), [1, 2].flatMap { [$0, $0] })
var grid = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 2)
grid[1][2] = 5; grid[0].append(9)
print(grid, grid.map { $0.reduce(0, +) }, grid.joined().max()!)
for (i, row) in grid.enumerated() { for (j, v) in row.enumerated() where v > 0 { print(i, j, v) } }
var it = [1, 2].makeIterator()
while let n = it.next() { print(n) }
let nested: [String: [Int]] = ["a": [1, 2], "b": []]
print(nested["a"]!, nested["b"]!.isEmpty, nested["z"]?.count as Any, nested["a"]?.first ?? 0)
var chunks: [[Int]] = []
let all = Array(1...7)
for i in stride(from: 0, to: all.count, by: 3) { chunks.append(Array(all[i..<min(i + 3, all.count)])) }
print(chunks)
var d = ["x": [1]]
d["x"]!.append(2); d["x"]?.append(3); d["y", default: []].append(4); d["z"] = nil
print(d["x"]!, d["y"]!, d.count, d.removeValue(forKey: "x") ?? [], d.isEmpty)
