struct Fib: Sequence, IteratorProtocol { var a = 0, b = 1; mutating func next() -> Int? { guard a < 100_000 else { return nil }; defer { (a, b) = (b, a + b) }; return a } }
print(Array(Fib().prefix(10)), Array(Fib().lazy.filter { $0 % 2 == 0 }.prefix(4)), Fib().first { $0 > 50 }!)
for (i, f) in Fib().enumerated() { if i > 5 { break }; print(i, f, terminator: "; ") }
print()
struct Range2D: Sequence { let w: Int, h: Int
  func makeIterator() -> AnyIterator<(Int, Int)> { var x = 0, y = 0; return AnyIterator { guard y < h else { return nil }; defer { x += 1; if x == w { x = 0; y += 1 } }; return (x, y) } } }
for (x, y) in Range2D(w: 2, h: 2) { print(x, y, terminator: " | ") }
print(Range2D(w: 3, h: 3).filter { $0.0 == $0.1 }.count)
struct LinkedList<T>: Sequence, ExpressibleByArrayLiteral { final class Node { let v: T; var next: Node?; init(_ v: T) { self.v = v } }
  private var head: Node?, tail: Node?; private(set) var count = 0
  init() {}
  init(arrayLiteral elements: T...) { for e in elements { append(e) } }
  mutating func append(_ v: T) { let n = Node(v); if let t = tail { t.next = n } else { head = n }; tail = n; count += 1 }
  struct Iterator: IteratorProtocol { var cur: Node?; mutating func next() -> T? { guard let c = cur else { return nil }; cur = c.next; return c.v } }
  func makeIterator() -> Iterator { Iterator(cur: head) } }
var l: LinkedList<Int> = [1, 2, 3]; l.append(4); print(l.map { $0 * 10 }, l.count, l.reduce(0, +), l.contains(3), l.reversed(), l.sorted(by: >), l.min()!, Array(l), Array(l.dropFirst(2)), l.joinedDesc)
extension Sequence { var joinedDesc: String { map { "\($0)" }.joined(separator: "->") } }
struct Ring<T>: Collection, MutableCollection, RandomAccessCollection { var items: [T]; var startIndex: Int { 0 }; var endIndex: Int { items.count }; func index(after i: Int) -> Int { i + 1 }; func index(before i: Int) -> Int { i - 1 }
  subscript(i: Int) -> T { get { items[i % items.count] } set { items[i % items.count] = newValue } } }
var r = Ring(items: [5, 1, 3]); r[1] = 9; print(r.first!, r.last!, r.count, r.map { $0 }, r[1..<3].map { $0 }, r.isEmpty, r.firstIndex(of: 3)!, r.sorted(), r.reversed().map { $0 }, r.indices.map { $0 }, Array(r.enumerated()).count)
r.swapAt(0, 2); print(Array(r)); r.sort(); print(Array(r), r.max()!, r.dropLast().map { $0 }, r.prefix(2).map { $0 }, r.suffix(1).first!, r.randomElement() != nil)
print(sequence(first: 1) { $0 * 2 }.prefix(5).map { $0 }, Array(sequence(first: 100) { $0 > 10 ? $0 / 2 : nil }), zip(1..., ["a", "b"]).map { "\($0.0)\($0.1)" })
print((1...3).flatMap { a in (1...2).map { b in a * b } }, stride(from: 10, through: 0, by: -5).map { $0 }, [1, 2, 3].lazy.map { $0 + 1 }.filter { $0 > 2 }.first!, Array((1...10).lazy.map { $0 * $0 }.prefix(while: { $0 < 30 })))
var it = [1, 2].makeIterator(); while let x = it.next() { print(x, terminator: " ") }; print(it.next() as Any)
let words = ["apple", "bob", "cat"]; print(words.lazy.map(\.count).reduce(0, +), words.map(\.first!), words.max(by: { $0.count < $1.count })!, words.sorted { ($0.count, $0) < ($1.count, $1) })
let nested = [[1, 2], [3], []]; print(nested.flatMap { $0 }, nested.joined().reversed().map { $0 }, nested.map(\.count), nested.reduce([], +), nested.first(where: \.isEmpty) as Any)
var gen = AnyIterator { Int.random(in: 5...5) }; print(gen.next()!, AnySequence([1, 2]).map { $0 }, Array(AnySequence { [7, 8].makeIterator() }))
print(Array(zip([1, 2, 3], [4, 5, 6]).map(*)), zip("ab", 1...).map { "\($0)\($1)" }, [3, 1, 2].enumerated().sorted { $0.element < $1.element }.map(\.offset), [1, 2, 3, 4].split { $0 == 3 }.map(Array.init))
print([1, 2, 3, 4, 5].chunked(by: 2), [1, 1, 2, 2, 3].runs())
extension Collection { func chunked(by n: Int) -> [[Element]] { var out: [[Element]] = []; var i = startIndex; while i != endIndex { let j = index(i, offsetBy: n, limitedBy: endIndex) ?? endIndex; out.append(Array(self[i..<j])); i = j }; return out } }
extension Array where Element: Equatable { func runs() -> [(Element, Int)] { var out: [(Element, Int)] = []; for x in self { if let last = out.last, last.0 == x { out[out.count - 1].1 += 1 } else { out.append((x, 1)) } }; return out } }
