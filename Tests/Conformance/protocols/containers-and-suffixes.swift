protocol Container {
    associatedtype Item
    var count: Int { get }
    mutating func append(_ item: Item)
    subscript(i: Int) -> Item { get }
}
struct IntBox: Container {
    var items: [Int] = []
    var count: Int { items.count }
    mutating func append(_ item: Int) { items.append(item) }
    subscript(i: Int) -> Int { items[i] }
}
extension Array: Container { typealias Item = Element }
func allItemsMatch<C1: Container, C2: Container>(_ a: C1, _ b: C2) -> Bool where C1.Item == C2.Item, C1.Item: Equatable {
    if a.count != b.count { return false }
    for i in 0..<a.count where a[i] != b[i] { return false }
    return true
}
var b = IntBox()
b.append(1); b.append(2)
print(allItemsMatch(b, [1, 2]), allItemsMatch(b, [1, 3]))
extension Container where Item: Comparable {
    func largest() -> Item? {
        guard count > 0 else { return nil }
        var best = self[0]
        for i in 1..<count where self[i] > best { best = self[i] }
        return best
    }
}
print(b.largest()!, [3.5, 1.5].largest()!)
extension Container where Item == Double { func average() -> Double { var s = 0.0; for i in 0..<count { s += self[i] }; return s / Double(count) } }
print([1.0, 2.0].average())
protocol SuffixableContainer: Container {
    associatedtype Suffix: SuffixableContainer where Suffix.Item == Item
    func suffix(_ n: Int) -> Suffix
}
extension IntBox: SuffixableContainer {
    func suffix(_ n: Int) -> IntBox { var r = IntBox(); for i in (count - n)..<count { r.append(self[i]) }; return r }
}
print(b.suffix(1).items)
