var a = [5, 3, 8, 1]
a.sort()
a.sort(by: >)
a.insert(7, at: 1)
a += [2, 2]
a.append(contentsOf: 9...10)
print(a, a.count, a.first!, a.last!, a[1...3], a[..<2], a.suffix(2), a.dropLast(3))
print(
    a.firstIndex(of: 2)!, a.lastIndex(of: 2)!, a.firstIndex { $0 > 8 }!, a.contains(7),
    a.allSatisfy { $0 > 0 }, a.min()!, a.max()!, a.randomElement() != nil)
a.removeAll { $0 == 2 }
a.remove(at: 0)
a.removeFirst()
a.removeLast(2)
a.swapAt(0, 1)
print(a, a.reversed(), Array(a.reversed()))
a.replaceSubrange(0..<1, with: [100, 200])
a.insert(contentsOf: [0, 0], at: 2)
print(a, a.indices, a.isEmpty, a.partition { $0 < 50 }, a)
print(
    [1, 2, 3, 4, 5].split { $0 % 2 == 0 }, [1, 2, 3].prefix { $0 < 3 }, [1, 2, 3].drop { $0 < 2 },
    [[1], [2, 3]].flatMap { $0 }, [[1], [2]].joined().map { $0 }, [1, 2, 3].joinedText())
extension Array {
    func joinedText() -> String { map { "\($0)" }.joined(separator: "~") }
    func chunked(_ n: Int) -> [[Element]] {
        stride(from: 0, to: count, by: n).map { Array(self[$0..<Swift.min($0 + n, count)]) }
    }
    subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil }
}
extension Collection where Element: Hashable {
    var uniqued: [Element] {
        var s = Set<Element>()
        return filter { s.insert($0).inserted }
    }
    var histogram: [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
extension Sequence {
    func pairs() -> [(Element, Element)] {
        let x = Array(self)
        return Array(zip(x, x.dropFirst()))
    }
    func sum<T: AdditiveArithmetic>(_ k: KeyPath<Element, T>) -> T {
        reduce(.zero) { $0 + $1[keyPath: k] }
    }
    func sorted<C: Comparable>(on f: (Element) -> C) -> [Element] { sorted { f($0) < f($1) } }
}
print(
    [1, 2, 3, 4, 5].chunked(2), [1, 2, 1].uniqued, "hello".uniqued,
    "hello".histogram.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" },
    [1, 2, 4].pairs().map { $1 - $0 }, ["aa", "b"].sum(\.count), [3, -5, 1].sorted(on: abs),
    a[safe: 99] as Any, a[safe: 0]!)
var s: Set = [3, 1, 2]
print(
    s.insert(4), s.insert(3).inserted, s.remove(1) as Any, s.sorted(), s.union([9]).count,
    s.intersection([2, 3, 7]).sorted(), s.subtracting([2]).sorted(),
    s.symmetricDifference([2, 10]).sorted(), s.isSuperset(of: [2]), s.isDisjoint(with: [50]),
    s.contains(4))
var d = ["one": 1, "two": 2, "three": 3]
d["four"] = 4
d["one"] = nil
d["two"]? += 10
print(
    d.count, d["two"]!, d.updateValue(5, forKey: "five") as Any,
    d.removeValue(forKey: "zzz") as Any, d.keys.sorted(), d.values.sorted(), d["q", default: -1])
print(
    d.mapValues { $0 * 2 }.sorted { $0.value < $1.value }.map(\.key),
    d.filter { $0.value > 4 }.map(\.key).sorted(),
    d.compactMapValues { $0 > 4 ? "\($0)" : nil }.count, d.reduce(0) { $0 + $1.value },
    d.min { $0.value < $1.value }!.key, d.contains { $0.value == 12 },
    d.first { $0.key == "five" }?.value ?? 0)
let byLen = Dictionary(grouping: ["a", "bb", "cc", "d"], by: \.count)
print(
    byLen[1]!, byLen[2]!,
    Dictionary(uniqueKeysWithValues: zip("abc", 1...)).sorted { $0.key < $1.key }.map {
        "\($0)\($1)"
    }, Dictionary([("a", 1), ("a", 2)], uniquingKeysWith: +),
    Dictionary(uniqueKeysWithValues: [1, 2].map { ($0, $0 * $0) })[2]!)
var nested: [String: [String: [Int]]] = [:]
nested["x", default: [:]]["y", default: []].append(1)
nested["x"]?["y"]?.append(2)
nested["x"]!["z"] = [0]
print(nested["x"]!.sorted { $0.key < $1.key }, nested["n"]?["y"]?.first as Any)
for (i, x) in zip(1..., ["a", "b"]) { print(i, x, terminator: ";") }
for (i, c) in "xy".enumerated().reversed() { print(i, c, terminator: ";") }
for i in stride(from: 9, to: 0, by: -4) { print(i, terminator: ";") }
print()
let lazyR = (1...).lazy.map { $0 * $0 }.filter { $0 % 2 == 1 }
print(
    Array(lazyR.prefix(4)), (1...20).lazy.filter { $0 % 7 == 0 }.first!,
    Array(sequence(first: 1) { $0 < 100 ? $0 * 3 : nil }),
    Array(
        sequence(state: (0, 1)) { s -> Int? in
            defer { s = (s.1, s.0 + s.1) }
            return s.0 > 20 ? nil : s.0
        }))
struct Fib: Sequence, IteratorProtocol {
    var a = 0, b = 1
    mutating func next() -> Int? {
        defer { (a, b) = (b, a + b) }
        return a
    }
}
print(
    Array(Fib().prefix(8)), Fib().first { $0 > 50 }!,
    Array(Fib().lazy.filter { $0 % 2 == 0 }.prefix(3)), Array(Fib().dropFirst(3).prefix(2)),
    zip(Fib(), "abc").map { "\($0)\($1)" })
struct Ring<T>: RandomAccessCollection, MutableCollection {
    var items: [T]
    var off = 0
    var startIndex: Int { 0 }
    var endIndex: Int { items.count }
    subscript(i: Int) -> T {
        get { items[(i + off) % items.count] }
        set { items[(i + off) % items.count] = newValue }
    }
}
var ring = Ring(items: [1, 2, 3, 4], off: 1)
print(
    Array(ring), ring.first!, ring.reversed() as [Int], ring[1...2].map { $0 }, ring.sorted(by: >),
    ring.firstIndex(of: 4)!, ring.map { $0 * 2 }, ring.last!, ring.randomElement() != nil)
ring[0] = 50
ring.swapAt(1, 2)
ring.reverse()
print(ring.items, ring.shuffled().count, ring.indices.count, ring.dropFirst().count)
let m = [[1, 2, 3], [4, 5, 6]]
print(
    (0..<3).map { c in m.map { $0[c] } }, m.map { $0.reduce(0, +) }, m.joined().reduce(0, +),
    m.flatMap { $0.filter { $0 % 2 == 0 } }, m[1][2],
    m.map { $0.map(String.init).joined(separator: " ") }.joined(separator: "\n"))
var grid = Array(repeating: Array(repeating: ".", count: 4), count: 2)
grid[1][2] = "#"
grid[0][0...1] = ["a", "b"]
for r in grid { print(r.joined()) }
print(
    [1, 2, 3].elementsEqual([1, 2, 3]), [1, 2].starts(with: [1]),
    [1, 2, 3].lexicographicallyPrecedes([1, 3]), [3, 1].min { $0 > $1 }!,
    [1, 2, 3, 4].reduce(into: [Int: [Int]]()) { $0[$1 % 2, default: []].append($1) }.sorted {
        $0.key < $1.key
    }, [1, 2, 3].firstIndex(where: { $0 == 9 }) as Any)
print(
    ["b": 2, "a": 1].sorted(by: <).map { $0 },
    ["x", "y"].enumerated().map { ($0.offset, $0.element) }, Array("abc").shuffled().count,
    ["a", nil, "b"].compactMap { $0 }, [1, 2, 3, 4, 5, 6].filter(\.isEven))
extension Int {
    var isEven: Bool { isMultiple(of: 2) }
    func times(_ f: (Int) -> Void) { for i in 0..<self { f(i) } }
    static func random3() -> Int { 3 }
    var digits: [Int] { String(self).compactMap(\.wholeNumberValue) }
    subscript(d: Int) -> Int { (self / Int.pow10(d)) % 10 }
    static func pow10(_ n: Int) -> Int { (0..<n).reduce(1) { r, _ in r * 10 } }
}
3.times { print($0, terminator: " ") }
print(1234.digits, 1234[2], Int.random3())
let slice = [10, 20, 30, 40][1...2]
print(
    slice.startIndex, slice[1], slice.map { $0 }, Array(slice)[0], slice.first!, slice.indices,
    type(of: slice), slice == [20, 30])
var sl = slice
sl[2] = 99
sl.append(5)
print(sl, slice, sl.endIndex)
var st = [Int]()
st.reserveCapacity(10)
for i in 1...3 { st.append(i) }
while let t = st.popLast() { print(t, terminator: " ") }
print(
    st.popLast() as Any, [Int](repeating: 7, count: 2), [String]().first as Any, Array(0..<3),
    [Double](), [:] as [String: Int], Set<Int>(), [[Int]]())
