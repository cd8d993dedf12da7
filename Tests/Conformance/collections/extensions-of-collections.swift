// Generic algorithms over Collection with index arithmetic and slices.
extension Collection where Element: Comparable {
    func lowerBound(_ x: Element) -> Index {
        var lo = startIndex, n = count
        while n > 0 { let half = n / 2, mid = index(lo, offsetBy: half); if self[mid] < x { lo = index(after: mid); n -= half + 1 } else { n = half } }
        return lo
    }
    var isSorted: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
extension MutableCollection where Self: RandomAccessCollection, Element: Comparable {
    mutating func insertionSort() { for i in indices.dropFirst() { var j = i; while j > startIndex, self[j] < self[index(before: j)] { swapAt(j, index(before: j)); j = index(before: j) } } }
}
extension RangeReplaceableCollection where Element: Equatable { mutating func removeDuplicates() { var seen: [Element] = []; removeAll { e in defer { seen.append(e) }; return seen.contains(e) } } }
extension BidirectionalCollection { func trimmed(_ p: (Element) -> Bool) -> SubSequence { var s = startIndex, e = endIndex; while s < e, p(self[s]) { s = index(after: s) }; while e > s, p(self[index(before: e)]) { e = index(before: e) }; return self[s..<e] } }
var a = [5, 3, 9, 1, 3, 7]; a.insertionSort(); print(a, a.isSorted, a.lowerBound(4), a.lowerBound(100), a.lowerBound(0)); a.removeDuplicates(); print(a)
print("  hi there ".trimmed { $0 == " " }, [0, 0, 1, 2, 0].trimmed { $0 == 0 }, String("xxabxx".trimmed { $0 == "x" }), "cab".isSorted, "abc".isSorted)
var slice = [4, 2, 8, 6][1...]; slice.insertionSort(); print(slice, slice.startIndex, slice.endIndex, slice.indices.map { $0 }, Array(slice))
var s = "aabbca"; s.removeDuplicates(); print(s)
func merge<C: Collection, D: Collection>(_ a: C, _ b: D) -> [C.Element] where C.Element == D.Element, C.Element: Comparable { var out: [C.Element] = []; var i = a.startIndex, j = b.startIndex; while i != a.endIndex || j != b.endIndex { if j == b.endIndex || (i != a.endIndex && a[i] <= b[j]) { out.append(a[i]); a.formIndex(after: &i) } else { out.append(b[j]); b.formIndex(after: &j) } }; return out }
print(merge([1, 4, 6], [2, 3, 7][1...]), merge("ace", "bd"), merge([1.5], []))
struct Grid<T>: Collection { let w: Int, h: Int; var cells: [T]; struct Index: Comparable { let x: Int, y: Int; static func < (a: Index, b: Index) -> Bool { (a.y, a.x) < (b.y, b.x) } }; var startIndex: Index { Index(x: 0, y: 0) }; var endIndex: Index { Index(x: 0, y: h) }; func index(after i: Index) -> Index { i.x + 1 < w ? Index(x: i.x + 1, y: i.y) : Index(x: 0, y: i.y + 1) }; subscript(i: Index) -> T { get { cells[i.y * w + i.x] } set { cells[i.y * w + i.x] = newValue } }; subscript(x: Int, y: Int) -> T { self[Index(x: x, y: y)] } }
let g = Grid(w: 3, h: 2, cells: Array(1...6)); print(g.count, Array(g), g[1, 1], g.first!, g.map { $0 * 2 }, g.firstIndex(of: 5).map { "\($0.x),\($0.y)" } ?? "-", g.dropFirst(2).prefix(2).map { $0 }, g.reduce(0, +), g.isEmpty, g.max()!, g[g.index(g.startIndex, offsetBy: 4)...].map { $0 }, g.split { $0 % 3 == 0 }.map { Array($0) }, g.suffix(from: Grid<Int>.Index(x: 2, y: 1)).first!)
print(g.lowerBound(4).x, g.enumerated().filter { $0.offset % 2 == 0 }.map(\.element), g.contains(7), g.indices.count, zip(g, g.dropFirst()).map { $1 - $0 }, g.sorted(by: >), g.min { abs($0 - 4) < abs($1 - 4) }!, Dictionary(grouping: g) { $0 % 2 }[1]!)
let lazy = (1...).lazy.filter { $0 % 7 == 0 }.map { $0 * $0 }; print(lazy.prefix(3).map { $0 }, lazy.first { $0 > 500 }!, (1...10).lazy.map { $0 * 2 }.filter { $0 > 10 }.count, Array((0..<5).lazy.reversed()))
print(stride(from: 1, through: 2, by: 0.5).map { $0 }, (1..<10).randomElement()! > 0, (0...3).contains(2), (1...3).count, (1..<1).isEmpty, ("a"..."e").contains("c"), (2...).prefix(2).map { $0 }, [1, 2, 3, 4, 5][...2], [1, 2, 3][(1)...], Array("hello")[1..<3])
var arr = Array(0..<10); arr[2..<5] = [20, 30]; arr.replaceSubrange(0...0, with: [7, 7, 7]); arr.removeFirst(2); arr.removeLast(); arr.insert(contentsOf: [1, 1], at: 1); print(arr, arr.firstRange, arr.dropFirst().prefix { $0 < 25 })
extension Array { var firstRange: Range<Int> { indices.prefix(2).startIndex..<indices.prefix(2).endIndex } }
print([3, 1, 2].sorted { $0 > $1 }, ["b", "a"].sorted(), [1, 2, 3].reversed().first!, [[3], [1, 2]].sorted { $0.count > $1.count }, [1, 2, 3, 4].reduce(into: (0, 0)) { $0.0 += $1; $0.1 += 1 }, (1...4).map { n in (1...n).reduce(1, *) })
