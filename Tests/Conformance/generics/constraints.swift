func maximum<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
print(maximum(1, 2), maximum("a", "b"), maximum(1.5, -1))
func indexOf<T: Equatable>(_ x: T, in list: [T]) -> Int? { for (i, y) in list.enumerated() where x == y { return i }; return nil }
print(indexOf(3, in: [1, 3]) as Any, indexOf("z", in: ["a"]) as Any)
func allEqual<S: Sequence>(_ s: S) -> Bool where S.Element: Equatable { var it = s.makeIterator(); guard let f = it.next() else { return true }; while let x = it.next() { if x != f { return false } }; return true }
print(allEqual([1, 1]), allEqual("ab"), allEqual([Int]()))
func histogram<S: Sequence>(_ s: S) -> [(S.Element, Int)] where S.Element: Hashable & Comparable {
    var counts: [S.Element: Int] = [:]
    for x in s { counts[x, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
}
print(histogram("hello"), histogram([3, 1, 3]))
func dot<T: Numeric>(_ a: [T], _ b: [T]) -> T { zip(a, b).map { $0 * $1 }.reduce(0, +) }
print(dot([1, 2], [3, 4]), dot([0.5], [4]))
func mean<T: BinaryFloatingPoint>(_ xs: [T]) -> T { xs.reduce(0, +) / T(xs.count) }
print(mean([1.0, 2.0]), mean([Float(1), 4]))
func digits<T: BinaryInteger>(_ n: T) -> Int { var n = n, c = 0; repeat { n /= 10; c += 1 } while n != 0; return c }
print(digits(12345), digits(UInt8(7)), digits(Int16(-300)))
func combine<A: CustomStringConvertible, B: CustomStringConvertible>(_ a: A, _ b: B) -> String { a.description + b.description }
print(combine(1, "x"), combine(2.5, true))
func clamp<T: Comparable>(_ x: T, _ r: ClosedRange<T>) -> T { min(max(x, r.lowerBound), r.upperBound) }
print(clamp(15, 0...10), clamp(-0.5, 0...1), clamp("m", "a"..."f"))
func sortedByKey<T, K: Comparable>(_ items: [T], _ key: (T) -> K) -> [T] { items.sorted { key($0) < key($1) } }
print(sortedByKey(["ccc", "a", "bb"]) { $0.count }, sortedByKey([3, -5, 1], abs))
func firstTwo<C: Collection>(_ c: C) -> (C.Element, C.Element)? { guard c.count >= 2 else { return nil }; return (c.first!, c[c.index(after: c.startIndex)]) }
print(firstTwo([1, 2, 3])!, firstTwo("xy")!, firstTwo([0]) == nil)
func power<T: Numeric>(_ x: T, _ n: Int) -> T { (0..<n).reduce(1 as T) { r, _ in r * x } }
print(power(2, 10), power(0.5, 2))
