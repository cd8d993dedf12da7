struct Chunked<Base: Sequence>: Sequence { let base: Base, size: Int
    struct Iterator: IteratorProtocol { var inner: Base.Iterator; let size: Int
        mutating func next() -> [Base.Element]? { var out: [Base.Element] = []; while out.count < size, let x = inner.next() { out.append(x) }; return out.isEmpty ? nil : out } }
    func makeIterator() -> Iterator { Iterator(inner: base.makeIterator(), size: size) } }
extension Sequence { func chunked(_ n: Int) -> Chunked<Self> { Chunked(base: self, size: n) }
    func everyOther() -> [Element] { enumerated().filter { $0.offset % 2 == 0 }.map(\.element) }
    func min<K: Comparable>(of key: (Element) -> K) -> Element? { self.min { key($0) < key($1) } } }
for c in (1...7).chunked(3) { print(c, terminator: " ") }
print(Array("swift".chunked(2)).map { String($0) }, [1, 2, 3].everyOther(), "abcde".everyOther(), ["ccc", "a"].min(of: \.count)!)
struct Pairs: Sequence, IteratorProtocol { var i = 0, j = 1; let n: Int; mutating func next() -> (Int, Int)? { guard i < n - 1 else { return nil }; defer { j += 1; if j == n { i += 1; j = i + 1 } }; return (i, j) } }
print(Pairs(n: 4).map { "\($0)\($1)" }, Pairs(n: 4).filter { $0.0 + $0.1 == 3 }.count, Array(Pairs(n: 1)).isEmpty)
for (i, j) in Pairs(n: 3) where j - i == 1 { print(i, j) }
struct Walk: Sequence { let start: Int, steps: [Int]; func makeIterator() -> some IteratorProtocol<Int> { var at = start, rest = steps[...]; return AnyIterator { rest.popFirst().map { at += $0; return at } } } }
print(Walk(start: 5, steps: [1, -2, 3]).map { $0 }, Walk(start: 0, steps: []).reduce(0, +), Walk(start: 1, steps: [1, 1]).contains(3))
