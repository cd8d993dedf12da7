protocol Animal: AnyObject {
    var name: String { get }
    func isSame(_ o: any Animal) -> Bool
}
extension Animal { func isSame(_ o: any Animal) -> Bool { self === o || name == o.name } }
final class Dog: Animal {
    let name: String
    init(_ n: String) { name = n }
}
final class Cat: Animal {
    let name: String
    init(_ n: String) { name = n }
    func isSame(_ o: any Animal) -> Bool {
        o is Cat && (o as! Cat).name.lowercased() == name.lowercased()
    }
}
let zoo: [any Animal] = [Dog("rex"), Cat("Tom"), Cat("tom"), Dog("tom")]
print(zoo.map { a in zoo.map { a.isSame($0) ? "1" : "0" }.joined() })
protocol Cache {
    associatedtype Key: Hashable
    associatedtype Value
    mutating func get(_ k: Key, or make: (Key) throws -> Value) rethrows -> Value
    var hits: Int { get }
}
struct LRU<Key: Hashable, Value>: Cache {
    private var d: [Key: Value] = [:], order: [Key] = []
    let cap: Int
    private(set) var hits = 0
    init(cap: Int) { self.cap = cap }
    mutating func get(_ k: Key, or make: (Key) throws -> Value) rethrows -> Value {
        if let v = d[k] {
            hits += 1
            touch(k)
            return v
        }
        let v = try make(k)
        d[k] = v
        touch(k)
        if order.count > cap { d[order.removeFirst()] = nil }
        return v
    }
    private mutating func touch(_ k: Key) {
        order.removeAll { $0 == k }
        order.append(k)
    }
    var keys: [Key] { order }
}
var lru = LRU<String, Int>(cap: 2)
for k in ["a", "bb", "a", "ccc", "bb"] {
    print(
        lru.get(k) {
            print("make", $0)
            return $0.count
        }, lru.keys)
}
print(lru.hits)
struct AnyCache<K: Hashable, V> {
    private var box: any Cache
    let read: (K) -> V?
    init<C: Cache>(_ c: C, read: @escaping (K) -> V?) where C.Key == K, C.Value == V {
        box = c
        self.read = read
    }
    var hits: Int { box.hits }
}
print(
    AnyCache(lru, read: { $0.isEmpty ? nil : $0.count }).hits,
    AnyCache(lru) { (k: String) in k.count }.read("four")!)
protocol Describable { var desc: String { get } }
extension Int: Describable { var desc: String { "i\(self)" } }
extension String: Describable { var desc: String { "s\(self)" } }
extension Array: Describable where Element: Describable {
    var desc: String { "[" + map(\.desc).joined(separator: ",") + "]" }
}
extension Optional: Describable where Wrapped: Describable {
    var desc: String { self.map { "some(\($0.desc))" } ?? "none" }
}
extension Dictionary: Describable where Key: Describable & Comparable, Value: Describable {
    var desc: String {
        "{"
            + sorted { $0.key < $1.key }.map { "\($0.key.desc):\($0.value.desc)" }.joined(
                separator: ",") + "}"
    }
}
print(
    [1, 2].desc, ["a", nil].desc, [["x": [1]], [:]].desc, (nil as Int?).desc,
    ["k": Optional([Optional(3)])].desc)
func show(_ d: any Describable) -> String { d.desc }
func showAll(_ d: (any Describable)...) -> [String] { d.map(show) }
print(
    showAll(1, "q", [1, 2], ["z"]), ([1, "m"] as [any Describable]).map(\.desc),
    [1 as any Describable, "s"].map { type(of: $0) })
struct Pair<A, B> {
    var a: A, b: B
    func map<C>(_ f: (A) -> C) -> Pair<C, B> { .init(a: f(a), b: b) }
    var swapped: Pair<B, A> { .init(a: b, b: a) }
}
extension Pair: Equatable where A: Equatable, B: Equatable {}
extension Pair: Hashable where A: Hashable, B: Hashable {}
extension Pair: Comparable where A: Comparable, B: Comparable {
    static func < (l: Self, r: Self) -> Bool { (l.a, l.b) < (r.a, r.b) }
}
extension Pair where A == B {
    var both: [A] { [a, b] }
    mutating func flip() { swap(&a, &b) }
}
extension Pair: Sequence, IteratorProtocol where A == Int, B == Int {
    mutating func next() -> Int? {
        guard a < b else { return nil }
        defer { a += 1 }
        return a
    }
}
var pr = Pair(a: 3, b: 1)
pr.flip()
print(
    pr, pr.both, pr.swapped == Pair(a: 3, b: 1), Array(Pair(a: 1, b: 4)), Set([pr, pr]).count,
    [Pair(a: 2, b: "x"), Pair(a: 1, b: "y")].sorted().map(\.b), Pair(a: 1, b: 5).reduce(0, +),
    pr.map { "\($0)!" }.a)
class Observable<T: Equatable> {
    typealias Handler = (_ old: T, _ new: T) -> Void
    private var hs: [Int: Handler] = [:]
    private var nextID = 0
    var value: T {
        didSet {
            if oldValue != value {
                hs.sorted { $0.key < $1.key }.forEach { $0.value(oldValue, value) }
            }
        }
    }
    init(_ v: T) { value = v }
    func observe(_ h: @escaping Handler) -> () -> Void {
        let id = nextID
        nextID += 1
        hs[id] = h
        return { [weak self] in self?.hs[id] = nil }
    }
}
let ob = Observable(1)
let cancel = ob.observe { print("a", $0, $1) }
_ = ob.observe { o, n in print("b", n - o) }
ob.value = 5
ob.value = 5
cancel()
ob.value += 1
enum Tree<T: Comparable> {
    case leaf
    indirect case node(Tree, T, Tree)
    func inserting(_ x: T) -> Tree {
        switch self {
        case .leaf: .node(.leaf, x, .leaf)
        case .node(let l, let v, let r) where x < v: .node(l.inserting(x), v, r)
        case .node(let l, let v, let r) where x > v: .node(l, v, r.inserting(x))
        case .node: self
        }
    }
    var inorder: [T] {
        switch self {
        case .leaf: []
        case .node(let l, let v, let r): l.inorder + [v] + r.inorder
        }
    }
    var depth: Int {
        if case .node(let l, _, let r) = self { 1 + Swift.max(l.depth, r.depth) } else { 0 }
    }
    func fold<R>(_ z: R, _ f: (R, T, R) -> R) -> R {
        switch self {
        case .leaf: return z
        case .node(let l, let v, let r): return f(l.fold(z, f), v, r.fold(z, f))
        }
    }
}
let tr = [5, 2, 8, 1, 9, 5].reduce(Tree.leaf) { $0.inserting($1) }
print(tr.inorder, tr.depth, tr.fold(0) { $0 + $1 + $2 }, tr.fold("") { "(\($0)\($1)\($2))" })
extension Tree: Sequence { func makeIterator() -> IndexingIterator<[T]> { inorder.makeIterator() } }
print(
    tr.map { $0 * 2 }, tr.contains(8), tr.sorted(by: >), Array(tr.prefix(2)),
    zip(tr, tr.dropFirst()).map { $1 - $0 }, tr.min()!, Set(tr).count)
protocol Plugin {
    static var id: String { get }
    init()
    func run(_ x: Int) -> Int
}
struct Inc: Plugin {
    static let id = "inc"
    func run(_ x: Int) -> Int { x + 1 }
}
struct Dbl: Plugin {
    static var id: String { "dbl" }
    func run(_ x: Int) -> Int { x * 2 }
}
let reg: [String: any Plugin.Type] = Dictionary(
    uniqueKeysWithValues: ([Inc.self, Dbl.self] as [any Plugin.Type]).map { ($0.id, $0) })
print(
    ["inc", "dbl", "inc", "nope"].reduce(3) { acc, id in reg[id].map { $0.init().run(acc) } ?? -acc
    }, reg.keys.sorted(), reg["inc"]! == Inc.self)
func allEqual<T: Collection>(_ c: T) -> Bool where T.Element: Equatable {
    c.dropFirst().allSatisfy { $0 == c.first }
}
func same<T: Equatable>(_ a: T, _ b: Any) -> Bool { (b as? T) == a }
print(allEqual([1, 1]), allEqual("aab"), same(3, 3 as Any), same("x", 3))
func firstCommon<A: Sequence, B: Sequence>(_ a: A, _ b: B) -> A.Element?
where A.Element == B.Element, A.Element: Hashable {
    let s = Set(b)
    return a.first(where: s.contains)
}
print(firstCommon([1, 2, 3], 2...9) as Any, firstCommon("abc", ["z", "c"]) as Any)
extension Collection {
    func mapPairs<T>(_ f: (Element, Element) -> T) -> [T] { zip(self, dropFirst()).map(f) }
    func grouped<K: Hashable>(by k: (Element) throws -> K) rethrows -> [(K, [Element])] {
        var ks: [K] = []
        var d: [K: [Element]] = [:]
        for e in self {
            let kk = try k(e)
            if d[kk] == nil { ks.append(kk) }
            d[kk, default: []].append(e)
        }
        return ks.map { ($0, d[$0]!) }
    }
}
print(
    [1, 4, 9].mapPairs { $1 - $0 }, "hello".grouped { $0 == "l" },
    (1...6).grouped { $0 % 3 }.map { "\($0): \($1)" })
