// own Sequence / IteratorProtocol / Collection conformances
struct Countdown: Sequence, IteratorProtocol {
    var n: Int
    mutating func next() -> Int? { guard n > 0 else { return nil }; defer { n -= 1 }; return n }
}
print(Array(Countdown(n: 3)), Countdown(n: 4).map { $0 * 2 }, Countdown(n: 5).filter { $0 % 2 == 1 }.reduce(0, +))
for (i, x) in Countdown(n: 2).enumerated() { print(i, x) }
print(Countdown(n: 5).prefix(2).map { $0 }, Countdown(n: 3).contains(2), Countdown(n: 3).sorted(), Countdown(n: 3).max()!, zip(Countdown(n: 3), "abc").map { "\($0)\($1)" })
struct Fibonacci: Sequence {
    let limit: Int
    func makeIterator() -> AnyIterator<Int> {
        var (a, b) = (0, 1)
        return AnyIterator { guard a <= self.limit else { return nil }; defer { (a, b) = (b, a + b) }; return a }
    }
}
print(Array(Fibonacci(limit: 50)), Fibonacci(limit: 10).first { $0 > 4 }!, Fibonacci(limit: 100).lazy.filter { $0.isMultiple(of: 2) }.map { $0 + 1 }.prefix(3).map { $0 })
struct Ring<T>: Collection {
    private var items: [T]
    init(_ items: [T]) { self.items = items }
    var startIndex: Int { 0 }
    var endIndex: Int { items.count }
    func index(after i: Int) -> Int { i + 1 }
    subscript(i: Int) -> T { items[((i % items.count) + items.count) % items.count] }
}
let ring = Ring(["a", "b", "c"])
print(ring.count, ring[4], ring[-1], ring.first!, ring.map { $0.uppercased() }, ring.isEmpty, ring.firstIndex(of: "c")!, ring.dropFirst().joined(), Array(ring.reversed()), ring.indices.count)
final class LinkedList<T>: Sequence, ExpressibleByArrayLiteral {
    final class Node { let v: T; var next: Node?; init(_ v: T, _ next: Node? = nil) { self.v = v; self.next = next } }
    var head: Node?
    private var tail: Node?
    init(arrayLiteral elements: T...) { for e in elements { append(e) } }
    func append(_ v: T) {
        let n = Node(v)
        if let tail { tail.next = n } else { head = n }
        tail = n
    }
    struct Iterator: IteratorProtocol {
        var node: Node?
        mutating func next() -> T? { defer { node = node?.next }; return node?.v }
    }
    func makeIterator() -> Iterator { Iterator(node: head) }
    func reversed() -> LinkedList<T> { let out: LinkedList<T> = []; for x in self { out.head = Node(x, out.head) }; return out }
}
let list: LinkedList = [1, 2, 3]
list.append(4)
print(list.map { $0 }, list.reversed().map { String($0) }.joined(separator: "<"), list.dropFirst(2).map { $0 }, list.min()!, list.first(where: { $0 > 2 })!, list.reduce(1, *))
struct Deck: RandomAccessCollection, MutableCollection {
    var cards: [Int]
    var startIndex: Int { cards.startIndex }
    var endIndex: Int { cards.endIndex }
    subscript(i: Int) -> Int { get { cards[i] } set { cards[i] = newValue } }
}
var deck = Deck(cards: [5, 3, 8, 1])
deck.swapAt(0, 3)
deck.sort { $0 > $1 }
deck.reverse()
print(deck.cards, deck.last!, deck[1...2].reduce(0, +), deck.suffix(2).map { $0 }, deck.split(separator: 5).map(Array.init))
extension Sequence where Element: Hashable {
    func unique() -> [Element] { var seen = Set<Element>(); return filter { seen.insert($0).inserted } }
    func histogram() -> [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
extension Collection {
    func chunked(_ n: Int) -> [[Element]] {
        var out: [[Element]] = [], i = startIndex
        while i != endIndex {
            let j = index(i, offsetBy: n, limitedBy: endIndex) ?? endIndex
            out.append(Array(self[i..<j]))
            i = j
        }
        return out
    }
    var second: Element? { dropFirst().first }
}
print([1, 2, 1, 3].unique(), "mississippi".histogram().sorted { $0.key < $1.key }.map { "\($0)\($1)" }, (1...7).chunked(3), "abcd".chunked(3), [9].second as Any, "xy".second!)
var it = list.makeIterator()
while let v = it.next() { if v == 2 { break } }
print(it.next()!, it.next()!, it.next() as Any)
print(sequence(first: 1) { $0 < 100 ? $0 * 3 : nil }.map { $0 }, Array(repeatElement("x", count: 3)), Array(stride(from: 10, to: 0, by: -3)))
struct Pairs<Base: Sequence>: Sequence {
    let base: Base
    struct Iterator: IteratorProtocol {
        var inner: Base.Iterator
        var previous: Base.Element?
        mutating func next() -> (Base.Element, Base.Element)? {
            if previous == nil { previous = inner.next() }
            guard let p = previous, let n = inner.next() else { return nil }
            previous = n
            return (p, n)
        }
    }
    func makeIterator() -> Iterator { Iterator(inner: base.makeIterator(), previous: nil) }
}
extension Sequence { func pairs() -> Pairs<Self> { Pairs(base: self) } }
for (a, b) in [1, 4, 9, 16].pairs() { print(b - a, terminator: " ") }
print("wxyz".pairs().map { "\($0)\($1)" })
