import Foundation
// A linked list with copy on write
final class Node<T> { var value: T; var next: Node<T>?; init(_ v: T, _ n: Node<T>? = nil) { value = v; next = n } }
struct LinkedList<T>: Sequence, ExpressibleByArrayLiteral, CustomStringConvertible {
    private var head: Node<T>?
    private var tail: Node<T>?
    private(set) var count = 0
    init() {}
    init(arrayLiteral elements: T...) { for e in elements { append(e) } }
    init<S: Sequence>(_ s: S) where S.Element == T { for e in s { append(e) } }
    private mutating func makeUnique() {
        guard var h = head, !isKnownUniquelyReferenced(&head) else { return }
        let first = Node(h.value); var last = first
        while let n = h.next { let c = Node(n.value); last.next = c; last = c; h = n }
        head = first; tail = last
    }
    mutating func append(_ v: T) {
        makeUnique()
        let n = Node(v)
        if let t = tail { t.next = n } else { head = n }
        tail = n; count += 1
    }
    mutating func prepend(_ v: T) { head = Node(v, head); if tail == nil { tail = head }; count += 1 }
    @discardableResult mutating func popFirst() -> T? {
        guard let h = head else { return nil }
        head = h.next; if head == nil { tail = nil }; count -= 1
        return h.value
    }
    struct Iterator: IteratorProtocol {
        var node: Node<T>?
        mutating func next() -> T? { defer { node = node?.next }; return node?.value }
    }
    func makeIterator() -> Iterator { Iterator(node: head) }
    var description: String { "[" + map { "\($0)" }.joined(separator: " -> ") + "]" }
    mutating func reverse() {
        var prev: Node<T>?; var cur = head; tail = head
        while let c = cur { cur = c.next; c.next = prev; prev = c }
        head = prev
    }
}
extension LinkedList: Equatable where T: Equatable {
    static func == (a: LinkedList, b: LinkedList) -> Bool { a.elementsEqual(b) }
}
extension LinkedList where T: Numeric { func sum() -> T { reduce(0, +) } }
var l: LinkedList = [1, 2, 3]
var m = l
m.append(4); m.prepend(0)
print(l, m, l.count, m.count, m.sum())
print(m.popFirst() ?? -1, m); m.reverse(); print(m, m == [4, 3, 2, 1], l != m)
print(LinkedList("hello").sorted(), l.contains(2), l.enumerated().map { $0 * $1 }, Array(l.dropFirst()))
for (i, x) in zip(0..., m) where x % 2 == 0 { print(i, x, terminator: ";") }
print()
print(LinkedList<String>(), LinkedList(1...3).lazy.map { $0 * 2 }.reduce(0, +))
print(String(format: "%5.2f|%-6d|%06d|%x|%@", 3.14159, 42, 42, 255, "s"))
