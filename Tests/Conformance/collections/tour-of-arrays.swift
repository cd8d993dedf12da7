var a = [5, 3, 1, 4]
a.append(2); a += [9, 8]; a.insert(0, at: 0); a.remove(at: 1); a.swapAt(0, 1); print(a, a.count, a.first!, a.last!, a.isEmpty)
a.sort(); print(a); a.sort(by: >); print(a); a.reverse(); print(a); a.removeLast(2); a.removeFirst(); print(a); a.removeAll { $0 % 2 == 0 }; print(a)
a.append(contentsOf: [1, 2, 3]); a.replaceSubrange(0...1, with: [7, 7, 7]); print(a, a.firstIndex(of: 7)!, a.lastIndex(of: 7)!, a.contains(3)); a.removeSubrange(1...2); print(a)
let s = a[1...]; print(s, s.startIndex, s[1], s.first!, Array(s), s.indices, s.count); var sl = a[0..<2]; sl[0] = 100; print(sl, a)
print(a.map { $0 * 2 }, a.filter { $0 > 2 }, a.reduce(0, +), a.reduce(into: [Int]()) { $0.append($1) }, a.flatMap { [$0, $0] }, ["1", "x"].compactMap { Int($0) }, zip(a, "abc").map { "\($0)\($1)" })
print(a.enumerated().map { $0 + $1 }, a.prefix(2), a.suffix(2), a.dropFirst(), a.dropLast(), a.min()!, a.max()!, a.sorted { $0 > $1 }, a.reversed() as [Int], a.prefix { $0 > 2 }, a.drop { $0 > 2 })
print(a.allSatisfy { $0 > 0 }, a.first { $0 < 3 } as Any, a.last { $0 > 100 } as Any, a.split(separator: 1), a.chunks(2), a.joined2, [[1], [2, 3]].joined().map { $0 }, Array([[1, 2], [3]].joined(separator: [0])))
extension Array { func chunks(_ n: Int) -> [[Element]] { stride(from: 0, to: count, by: n).map { Array(self[$0..<Swift.min($0 + n, count)]) } } }
extension Array where Element == Int { var joined2: String { map(String.init).joined(separator: "-") } }
print(Array(repeating: "x", count: 3), [Int](), [Int](repeating: 1, count: 2), Array(1...5), Array("hey"), [[Int]](repeating: [0, 0], count: 2))
var grid = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 2); grid[1][2] = 5; grid[0][0] += 1; print(grid)
var b = a; b[0] = -1; print(a[0], b[0]); print(a.indices.map { $0 }, a.endIndex, a.index(after: 0), a.distance(from: 0, to: 2), a.randomElement() != nil, a.shuffled().count)
print([3, 1, 2].sorted(), ["b", "a"].sorted(), [1, 2, 3].contains { $0 == 2 }, [1, 2, 3].elementsEqual([1, 2, 3]), [1, 2].lexicographicallyPrecedes([1, 3]), [1, 2, 2].firstIndex { $0 == 2 } as Any)
let (evens, odds) = (a.filter { $0 % 2 == 0 }, a.filter { $0 % 2 != 0 }); print(evens, odds, a.partitionIdx)
extension Array where Element == Int { var partitionIdx: Int { var c = self; return c.partition { $0 > 2 } } }
print(a.count(where: { $0 > 2 }), a.max { $0 < $1 }!, a.min { $0 > $1 }!, a.popLast()!, a, a.capacity >= a.count, [1, 2, 3].dropFirst(5), [1, 2, 3, 4].dropLast(3), [Int]().max() as Any)
var q = [1, 2, 3]; q.removeAll(); print(q, q.popLast() as Any, q.first as Any); q.append(1); q.insert(contentsOf: [5, 6], at: 1); print(q); q[1...] = [9]; print(q)
for (i, x) in a.enumerated().reversed() { print(i, x, terminator: ";") }; print()
for x in a.indices where x % 2 == 0 { print(a[x], terminator: " ") }; print()
print([1, 2, 3].description, "\([1.5, 2])", ["a": 1], [Optional(1), nil], ["a", "b"], [("a", 1)], [Character("c")], [[]] as [[Int]], [1: [2: 3]])
