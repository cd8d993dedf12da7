func largest<T: Comparable>(_ items: [T]) -> T? {
    guard var best = items.first else { return nil }
    for item in items where item > best { best = item }
    return best
}
print(largest([3, 9, 2]) as Any, largest(["b", "a"]) as Any, largest([Double]()) as Any)
func swapped<A, B>(_ pair: (A, B)) -> (B, A) { (pair.1, pair.0) }
print(swapped((1, "x")))
func count<T: Equatable>(_ item: T, in list: [T]) -> Int { list.filter { $0 == item }.count }
print(count("a", in: ["a", "b", "a"]), count(2.5, in: [2.5]))
func sum<T: Numeric>(_ items: [T]) -> T { items.reduce(0, +) }
print(sum([1, 2, 3]), sum([1.5, 2.5]), sum([Float(1), 2]))
func average<C: Collection>(_ c: C) -> Double where C.Element == Int { c.isEmpty ? 0 : Double(c.reduce(0, +)) / Double(c.count) }
print(average([1, 2, 3, 4]), average(1...3), average(Set([5])))
func unique<T: Hashable>(_ items: [T]) -> [T] {
    var seen = Set<T>()
    return items.filter { seen.insert($0).inserted }
}
print(unique([1, 2, 1, 3, 2]), unique(["a", "a"]))
func repeated<T>(_ item: T, _ n: Int) -> [T] { Array(repeating: item, count: n) }
print(repeated("z", 3), repeated(0.5, 2))
func zipWith<A, B, C>(_ a: [A], _ b: [B], _ f: (A, B) -> C) -> [C] { zip(a, b).map { f($0, $1) } }
print(zipWith([1, 2], [10, 20], +), zipWith(["a"], [3]) { "\($0)\($1)" })
func printAll<S: Sequence>(_ s: S) { for x in s { print(x, terminator: " ") }; print() }
printAll([1, 2]); printAll("abc"); printAll(1...3)
func firstOrDefault<T>(_ items: [T], _ fallback: @autoclosure () -> T) -> T { items.first ?? fallback() }
print(firstOrDefault([], 9), firstOrDefault([1], 9))
func isSorted<S: Sequence>(_ s: S) -> Bool where S.Element: Comparable {
    var previous: S.Element? = nil
    for x in s { if let p = previous, p > x { return false }; previous = x }
    return true
}
print(isSorted([1, 2, 2]), isSorted("cab"), isSorted([Int]()))
