struct Stack<Element> {
    private var items: [Element] = []
    var isEmpty: Bool { items.isEmpty }
    var count: Int { items.count }
    mutating func push(_ e: Element) { items.append(e) }
    @discardableResult mutating func pop() -> Element? { items.popLast() }
    func peek() -> Element? { items.last }
}
extension Stack: Sequence {
    func makeIterator() -> AnyIterator<Element> {
        var i = items.count
        return AnyIterator { i -= 1; return i >= 0 ? self.items[i] : nil }
    }
}
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral elements: Element...) { items = elements } }
extension Stack: CustomStringConvertible where Element: CustomStringConvertible {
    var description: String { "[" + items.map(\.description).joined(separator: " | ") + "]" }
}
extension Stack: Equatable where Element: Equatable {}
var s: Stack = [1, 2, 3]
s.push(4)
print(s, s.count, s.pop()!, s.peek() ?? 0)
for x in s { print(x, terminator: ",") }
print()
print(s == [1, 2, 3], s.map { $0 * 2 }, s.reduce(0, +), s.sorted())
let t = Stack<String>()
print(t.isEmpty, t)
print(Array(s), s.contains(2), s.first { $0 < 3 } as Any)
