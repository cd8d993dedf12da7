// Array API
var a = [5, 3, 9, 1, 7]
print(a.sorted(), a.sorted(by: >), a.max()!, a.firstIndex(of: 9)!, a.lastIndex(where: { $0 < 6 })!, a.contains(3), a.reversed().map { $0 }, Array(a.reversed()))
a.append(contentsOf: [2, 8]); a.insert(0, at: 0); a += [4]; a.remove(at: 1); a.insert(contentsOf: [10, 11], at: 2)
print(a, a.count, a.first!, a.last!, a.indices, a.startIndex, a.endIndex)
a.removeFirst(2); a.removeLast(); a.removeSubrange(1...2); a.swapAt(0, 1); a.reverse()
print(a, a.dropLast(2), a.prefix(3), a.suffix(from: 2), a[1...], a[..<2], a.prefix(while: { $0 > 2 }), a.drop { $0 > 2 })
a.replaceSubrange(0..<2, with: [100]); a[1...2] = [7, 7, 7]; a.removeAll { $0 == 7 }; a.sort()
print(a, a.isEmpty, a.min() ?? 0, a.partition { $0 > 5 }, a.count(where: { $0 > 2 }))
let s = [1, 2, 3, 4, 5, 6]
print(s.split { $0 % 3 == 0 }, s.chunks(2), s.partitioned { $0 % 2 == 0 }, s.first { $0 > 3 }!, s.last { $0 < 3 }!, s.allSatisfy { $0 > 0 })
extension Array {
    func chunks(_ n: Int) -> [[Element]] { stride(from: 0, to: count, by: n).map { Array(self[$0..<Swift.min($0 + n, count)]) } }
    func partitioned(_ p: (Element) -> Bool) -> (yes: [Element], no: [Element]) { reduce(into: ([], [])) { p($1) ? $0.0.append($1) : $0.1.append($1) } }
    subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil }
    subscript(wrap i: Int) -> Element { get { self[(i % count + count) % count] } set { self[(i % count + count) % count] = newValue } }
    mutating func pop(if p: (Element) -> Bool) -> Element? { guard let l = last, p(l) else { return nil }; return removeLast() }
}
var w = s
w[wrap: -1] += 10
print(w, w[safe: 99] as Any, w[safe: 0]!, w.pop { $0 > 10 } as Any, w.pop { $0 > 10 } as Any)
print(zip(s, s.dropFirst()).map { $1 - $0 }, zip(s, "abc").map { "\($0)\($1)" }, s.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), s.indices.reversed().map { s[$0] })
print([[1, 2], [3], []].flatMap { $0 }, [[1, 2], [3]].joined().map { $0 }, Array([[1], [2]].joined(separator: [0])), ["a", nil, "b"].compactMap { $0 }, ["1", "x"].compactMap(Int.init), [1, 2, 3].reduce(into: [Int: Int]()) { $0[$1] = $1 * $1 }[3]!)
print([1, 2] + [3], [1, 2] == [1, 2], [1, 2] != [2, 1], [1, 2, 3].elementsEqual(1...3), [1, 2].starts(with: [1]), [1, 2].lexicographicallyPrecedes([1, 3]))
let people = [("Ann", 30), ("Bob", 25), ("Cy", 30), ("Di", 25), ("Ed", 30)]
print(people.sorted { $0.1 < $1.1 }.map(\.0), people.min { $0.1 < $1.1 }!.0, people.max { $0.1 < $1.1 }!.0)
print(Array(repeating: [0], count: 2), Array(1...3), [Int](), Array("héy"), [Int](repeating: 7, count: 2), Array(stride(from: 1, through: 2, by: 0.5)), (1...3).reversed(), [1, 2, 3].reversed())
print(["x", "y"].joined(separator: "-"), [1.0, 2.5], ["q\"uote", "new\nline"], [Character("c")], [true], [[nil, 1]], [(1, "a")], [Optional("s")])
var grid = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 2)
grid[1][2] = 5; grid[0].append(9); grid[0][0] -= 1
print(grid, grid.map { $0.reduce(0, +) }, grid.flatMap { $0 }.count, grid.joined().max()!)
let slice = s[2..<5]
print(slice, slice.startIndex, slice[2], slice.first!, slice.count, Array(slice), slice.map { $0 * 2 }, slice.firstIndex(of: 4)!, slice.dropFirst(), slice.sorted(by: >), slice == [3, 4, 5])
var copy = s; copy[0] = 99; print(s[0], copy[0], s.shuffled().sorted() == s, s.randomElement().map(s.contains)!)
print(s.reduce("") { $0 + String($1) }, s.map { $0 % 2 == 0 ? "even" : "odd" }, s.lazy.map { $0 * 2 }.filter { $0 > 6 }.first!, s.forEach { _ in }, s.first.map { $0 + 1 } as Any)
var st = [Int](); for x in s { st.append(x); if st.count > 2 { st.removeFirst() } }; print(st, st.popLast()!, st, st.capacity >= 1)
let sortedBy = ["banana", "kiwi", "apple"].sorted { ($0.count, $0) < ($1.count, $1) }
print(sortedBy, sortedBy.firstIndex { $0.hasPrefix("a") } as Any, ["b", "a"].sorted(), ["B", "a"].sorted { $0.lowercased() < $1.lowercased() }, [3, 1, 2].sorted().reversed() as [Int])
