struct SortedArray<E: Comparable>: RandomAccessCollection, ExpressibleByArrayLiteral {
    private var s: [E] = []
    init<S: Sequence>(_ x: S) where S.Element == E { s = x.sorted() }
    init(arrayLiteral e: E...) { self.init(e) }
    var startIndex: Int { s.startIndex }
    var endIndex: Int { s.endIndex }
    subscript(i: Int) -> E { s[i] }
    private func slot(_ e: E) -> Int {
        var lo = 0
        var hi = count
        while lo < hi {
            let m = (lo + hi) / 2
            if self[m] < e { lo = m + 1 } else { hi = m }
        }
        return lo
    }
    mutating func insert(_ e: E) { s.insert(e, at: slot(e)) }
    func contains(_ e: E) -> Bool {
        let i = slot(e)
        return i < count && self[i] == e
    }
    mutating func remove(_ e: E) -> Bool {
        let i = slot(e)
        guard i < count, self[i] == e else { return false }
        s.remove(at: i)
        return true
    }
    static func + (a: Self, b: Self) -> Self { Self(a.s + b.s) }
}
var sa: SortedArray = [3, 1, 2]
sa.insert(0)
sa.insert(2)
print(
    Array(sa), sa.contains(2), sa.remove(9), sa.remove(2), sa.first!, sa.last!, sa[1...].map { $0 },
    sa.map { $0 * 2 }, (sa + SortedArray([9, -1])).reversed().map { $0 }, sa.firstIndex(of: 3)!,
    sa.prefix(2).count, sa.isEmpty, sa.lazy.filter { $0 > 0 }.count,
    zip(sa, sa.dropFirst()).allSatisfy { $0 <= $1 }, sa.indices, sa.suffix(1).startIndex)
struct Countdown: Sequence {
    let n: Int
    func makeIterator() -> some IteratorProtocol<Int> {
        var n = n
        return AnyIterator {
            n > 0
                ? {
                    defer { n -= 1 }
                    return n
                }() : nil
        }
    }
}
print(
    Array(Countdown(n: 3)), Countdown(n: 4).reduce(1, *), Countdown(n: 5).filter { $0 % 2 == 1 },
    Countdown(n: 2).contains(2), Countdown(n: 3).sorted(), Countdown(n: 9).first { $0 < 4 } ?? 0,
    Set(Countdown(n: 2)).count,
    Array(Countdown(n: 3).enumerated()).map { "\($0.offset)\($0.element)" })
struct Zip3<A: Sequence, B: Sequence, C: Sequence>: Sequence, IteratorProtocol {
    var a: A.Iterator, b: B.Iterator, c: C.Iterator
    init(_ a: A, _ b: B, _ c: C) {
        self.a = a.makeIterator()
        self.b = b.makeIterator()
        self.c = c.makeIterator()
    }
    mutating func next() -> (A.Element, B.Element, C.Element)? {
        guard let x = a.next(), let y = b.next(), let z = c.next() else { return nil }
        return (x, y, z)
    }
}
for (a, b, c) in Zip3([1, 2, 3], "ab", stride(from: 0.0, to: 1, by: 0.3)) {
    print(a, b, c, terminator: "; ")
}
print()
final class LinkedList<T>: Sequence {
    final class Node {
        var v: T
        var next: Node?
        init(_ v: T, _ n: Node? = nil) {
            self.v = v
            next = n
        }
    }
    private(set) var head: Node?
    private var tail: Node?
    private(set) var count = 0
    init() {}
    convenience init(_ xs: T...) {
        self.init()
        xs.forEach { append($0) }
    }
    func append(_ v: T) {
        let n = Node(v)
        if let t = tail { t.next = n } else { head = n }
        tail = n
        count += 1
    }
    func reverse() {
        var prev: Node? = nil
        var cur = head
        tail = head
        while let c = cur { (c.next, prev, cur) = (prev, c, c.next) }
        head = prev
    }
    func makeIterator() -> AnyIterator<T> {
        var n = head
        return AnyIterator {
            defer { n = n?.next }
            return n?.v
        }
    }
    subscript(i: Int) -> T? {
        get {
            var n = head
            for _ in 0..<i { n = n?.next }
            return n?.v
        }
        set {
            var n = head
            for _ in 0..<i { n = n?.next }
            if let v = newValue { n?.v = v }
        }
    }
}
let ll = LinkedList(1, 2, 3)
ll.append(4)
ll.reverse()
ll[1] = 30
print(
    Array(ll), ll.count, ll[0]!, ll[9] as Any, ll.map { $0 + 1 }, ll.max()!, ll.reduce(0, +),
    ll.contains(30))
ll.append(0)
print(ll.sorted(), ll.enumerated().map { $0 * $1 })
struct Trie {
    var kids: [Character: Trie] = [:], end = false
    mutating func insert(_ s: some StringProtocol) {
        guard let c = s.first else {
            end = true
            return
        }
        kids[c, default: Trie()].insert(s.dropFirst())
    }
    func words(_ p: String = "") -> [String] {
        (end ? [p] : []) + kids.sorted { $0.key < $1.key }.flatMap { $1.words(p + String($0)) }
    }
    func find(_ s: String) -> Trie? { s.reduce(self as Trie?) { $0?.kids[$1] } }
}
var tr = Trie()
"car card care cat dog do".split(separator: " ").forEach { tr.insert($0) }
print(tr.words(), tr.find("ca")?.words("ca") ?? [], tr.find("x") == nil, tr.find("do")!.end)
struct Bag<T: Hashable>: Collection {
    private var d: [T: Int] = [:]
    private var order: [T] = []
    init(_ xs: T...) { xs.forEach { add($0) } }
    mutating func add(_ x: T, _ n: Int = 1) {
        if d[x] == nil { order.append(x) }
        d[x, default: 0] += n
    }
    struct Index: Comparable {
        let i: Int
        static func < (a: Index, b: Index) -> Bool { a.i < b.i }
    }
    var startIndex: Index { Index(i: 0) }
    var endIndex: Index { Index(i: order.count) }
    func index(after i: Index) -> Index { Index(i: i.i + 1) }
    subscript(i: Index) -> (T, Int) { (order[i.i], d[order[i.i]]!) }
    subscript(x: T) -> Int { d[x] ?? 0 }
}
var bag = Bag("a", "b", "a")
bag.add("c", 5)
print(
    bag.map { "\($0)\($1)" }, bag.count, bag["a"], bag["zz"], bag.first!,
    bag[bag.index(bag.startIndex, offsetBy: 2)], bag.max { $0.1 < $1.1 }!, bag.dropFirst().map(\.0),
    bag.distance(from: bag.startIndex, to: bag.endIndex), bag.firstIndex { $0.1 == 5 }!.i,
    bag.isEmpty)
func merge<T: Comparable>(_ a: some Sequence<T>, _ b: some Sequence<T>) -> AnySequence<T> {
    AnySequence { () -> AnyIterator<T> in
        var i = a.makeIterator()
        var j = b.makeIterator()
        var x = i.next()
        var y = j.next()
        return AnyIterator {
            switch (x, y) {
            case (let p?, let q?) where p <= q:
                x = i.next()
                return p
            case (_, let q?):
                y = j.next()
                return q
            case (let p?, nil):
                x = i.next()
                return p
            case (nil, nil): return nil
            }
        }
    }
}
print(Array(merge([1, 4, 6], [2, 3, 9])), Array(merge(1...3, stride(from: 2, to: 9, by: 3))))
extension Sequence {
    func scan<R>(_ i: R, _ f: (R, Element) -> R) -> [R] {
        var a = [i]
        for x in self { a.append(f(a.last!, x)) }
        return a
    }
    func chunk(while f: (Element, Element) -> Bool) -> [[Element]] {
        var out: [[Element]] = []
        for x in self {
            if let l = out.last?.last, f(l, x) {
                out[out.count - 1].append(x)
            } else {
                out.append([x])
            }
        }
        return out
    }
    func count(where f: (Element) -> Bool) -> Int { reduce(0) { f($1) ? $0 + 1 : $0 } }
    func tally<K: Hashable>(_ k: (Element) -> K) -> [K: Int] {
        reduce(into: [:]) { $0[k($1), default: 0] += 1 }
    }
}
print(
    [1, 2, 3].scan(0, +), "aabbbc".chunk(while: ==).map { String($0) },
    (1...10).count { $0 % 3 == 0 },
    ["x", "yy", "z"].tally(\.count).sorted { $0.key < $1.key }.map { [$0.key, $0.value] },
    [1, 2, 4, 7, 8].chunk { $1 == $0 + 1 })
