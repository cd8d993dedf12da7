class Box<T> {
    var v: T
    required init(_ v: T) { self.v = v }
    convenience init(many: T...) { self.init(many[0]) }
    convenience init?(opt: T?) {
        guard let o = opt else { return nil }
        self.init(o)
    }
    static func of(_ t: T) -> Box { Box(t) }
    class func wrap(_ t: T) -> Self { Self(t) }
    func map<U>(_ f: (T) -> U) -> Box<U> { Box<U>(f(v)) }
    static func zip<A, B>(_ a: Box<A>, _ b: Box<B>) -> Box<(A, B)> where T == (A, B) {
        Box((a.v, b.v))
    }
}
final class Named<T>: Box<T> {
    var name = "n"
    convenience init(_ v: T, name: String) {
        self.init(v)
        self.name = name
    }
    override func map<U>(_ f: (T) -> U) -> Box<U> {
        print("named")
        return super.map(f)
    }
}
print(
    Box(1).v, Box(many: "a", "b").v, Box(opt: 2.5)?.v ?? 0, Box(opt: nil as Int?) == nil,
    Box.of([1]).v, Box.wrap("w").v, Named("q", name: "k").name, Named.of(3).v,
    type(of: Named.wrap(4)), Named(5).map { $0 * 2 }.v, Box.zip(Box(1), Box("z")).v)
struct Pair<A, B> {
    let a: A, b: B
    init(_ a: A, _ b: B) {
        self.a = a
        self.b = b
    }
    init(both x: A) where A == B { self.init(x, x) }
    static func same(_ x: A) -> Pair where A == B { Pair(x, x) }
    init?(parse s: String) where A == Int, B == Int {
        let p = s.split(separator: ",").compactMap { Int($0) }
        guard p.count == 2 else { return nil }
        self.init(p[0], p[1])
    }
    static var empty: Pair<Int, String> { Pair<Int, String>(0, "") }
}
print(
    Pair(1, "x"), Pair(both: 2), Pair.same("s"), Pair(parse: "3,4")!.b, Pair(parse: "3") == nil,
    Pair<Int, Int>.empty, [Pair(1, 2), Pair(both: 3)].map(\.a))
enum Either<L, R> {
    case left(L)
    case right(R)
    init(_ l: L) { self = .left(l) }
    static func pick(_ c: Bool, _ l: L, _ r: R) -> Either { c ? .left(l) : .right(r) }
    func fold<T>(_ f: (L) -> T, _ g: (R) -> T) -> T {
        switch self {
        case .left(let l): f(l)
        case .right(let r): g(r)
        }
    }
    var swapped: Either<R, L> { fold(Either<R, L>.right, Either<R, L>.left) }
    func mapR<T>(_ f: (R) -> T) -> Either<L, T> {
        switch self {
        case .left(let l): .left(l)
        case .right(let r): .right(f(r))
        }
    }
}
print(
    Either.pick(true, 1, "r"), Either.pick(false, 1, "r").swapped,
    Either.pick(false, 0, 2).mapR { "\($0)!" }.fold({ "\($0)" }, { $0 }),
    [Either<Int, String>.left(1), .right("x")].map { $0.fold({ $0 }, \.count) },
    Either<Int, Never>(5))
struct Stack<E>: ExpressibleByArrayLiteral {
    var e: [E]
    init(arrayLiteral x: E...) { e = x }
    init<S: Sequence>(_ s: S) where S.Element == E { e = Array(s) }
    static func + (l: Stack, r: Stack) -> Stack { Stack(l.e + r.e) }
    func compactMap<U>(_ f: (E) throws -> U?) rethrows -> Stack<U> { Stack<U>(try e.compactMap(f)) }
    subscript<C: Collection>(idx: C) -> [E] where C.Element == Int { idx.map { e[$0] } }
    mutating func merge<S: Sequence<E>>(_ s: S) { e += s }
}
var st: Stack = [1, 2, 3]
st.merge(4...5)
print(
    st.e, (st + [9]).e, Stack("abc").e, st.compactMap { $0 % 2 == 0 ? "\($0)" : nil }.e,
    st[[0, 2]], st[1...2], Stack([1.5]).e, Stack(Set([7])).e)
class Graph<N: Hashable, W: Comparable & AdditiveArithmetic> {
    struct Edge { let to: N, w: W }
    private var adj: [N: [Edge]] = [:]
    convenience init(_ es: (N, N, W)...) {
        self.init()
        for (a, b, w) in es { add(a, b, w) }
    }
    init() {}
    func add(_ a: N, _ b: N, _ w: W) {
        adj[a, default: []].append(Edge(to: b, w: w))
        adj[b, default: []] += [Edge(to: a, w: w)]
    }
    func reach(_ n: N, within: W) -> [N] {
        var seen: [N: W] = [n: .zero]
        var todo = [n]
        while let c = todo.popLast() {
            for e in adj[c] ?? [] {
                let d = seen[c]! + e.w
                if d <= within, seen[e.to].map({ d < $0 }) ?? true {
                    seen[e.to] = d
                    todo.append(e.to)
                }
            }
        }
        return seen.sorted { ($0.value, "\($0.key)") < ($1.value, "\($1.key)") }.map(\.key)
    }
}
print(
    Graph(("a", "b", 1), ("b", "c", 2), ("a", "d", 5)).reach("a", within: 3),
    Graph((1, 2, 0.5), (2, 3, 0.25)).reach(1, within: 0.6),
    Graph<String, Int>().reach("z", within: 1))
protocol Shape {
    associatedtype Unit: Numeric
    var area: Unit { get }
    init(side: Unit)
}
struct Sq<U: Numeric>: Shape {
    let side: U
    var area: U { side * side }
}
extension Shape { static func doubled(_ u: Unit) -> Self { Self(side: u + u) } }
func build<S: Shape>(_ u: S.Unit) -> S { S(side: u) }
func areas<S: Shape>(_ t: S.Type, _ us: [S.Unit]) -> [S.Unit] { us.map(S.init(side:)).map(\.area) }
let sq: Sq<Int> = build(3)
print(
    sq.area, Sq.doubled(1.5).area, areas(Sq<Double>.self, [1, 2]), [1, 2].map(Sq.init).map(\.area),
    (build(2.5) as Sq<Double>).side, Sq(side: UInt8(3)).area)
extension Optional where Wrapped == Int {
    static func sum(_ xs: [Int?]) -> Int { xs.reduce(0) { $0 + ($1 ?? 0) } }
    var orZero: Int { self ?? 0 }
}
extension Dictionary where Value: Numeric {
    static func counts<S: Sequence>(_ s: S) -> [Key: Value] where S.Element == Key {
        s.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
extension Array {
    init(_ n: Int, make: (Int) -> Element) { self = (0..<n).map(make) }
    static func build(_ f: (inout [Element]) -> Void) -> [Element] {
        var a: [Element] = []
        f(&a)
        return a
    }
}
print(
    Optional.sum([1, nil, 3]), (nil as Int?).orZero,
    Dictionary<Character, Int>.counts("hello").sorted { $0.key < $1.key }.map { "\($0)\($1)" },
    Array(3) { $0 * $0 }, [String].build { $0.append("x") }, [Int](2, make: { -$0 }))
