protocol Shape { associatedtype Unit: Numeric; var area: Unit { get }; static var name: String { get } }
struct Sq: Shape { let s: Int; var area: Int { s * s }; static let name = "square" }
struct Ci: Shape { let r: Double; var area: Double { 3 * r * r }; static var name: String { "circle" } }
func describe<S: Shape>(_ s: S) -> String { "\(S.name): \(s.area)" }
print(describe(Sq(s: 2)), describe(Ci(r: 2)))
func total<S: Shape>(_ a: [S]) -> S.Unit { a.reduce(0) { $0 + $1.area } }
print(total([Sq(s: 1), Sq(s: 2)]), total([Ci(r: 1)]))
struct AnyShape<U: Numeric>: Shape { private let get: () -> U; init<S: Shape>(_ s: S) where S.Unit == U { get = { s.area } }; var area: U { return get() }; static var name: String { "any" } }
let any: [AnyShape<Int>] = [AnyShape(Sq(s: 3)), AnyShape(AnyShape(Sq(s: 1)))]; print(total(any), describe(any[0]))
protocol Default { static func make() -> Self; init() }; extension Default { static func make() -> Self { Self() } }
extension Int: Default {}; extension String: Default {}; struct Pt: Default, Equatable { var x = 1 }
func fresh<T: Default>() -> T { .make() }; let i: Int = fresh(), s: String = fresh(), p: Pt = fresh(); print(i, s.isEmpty, p)
extension Array: Default where Element: Default {}; print([Int].make(), ([Pt].init() as [Pt]).count)
struct Cache<K: Hashable, V> { private var d: [K: V] = [:]; let make: (K) -> V; init(_ make: @escaping (K) -> V) { self.make = make }; subscript(k: K) -> V { mutating get { if let v = d[k] { return v }; let v = make(k); d[k] = v; return v } } }
var ca = Cache<Int, String> { "v\($0)" }; print(ca[1], ca[1], ca[2])
func zipWith<A, B, C>(_ a: [A], _ b: [B], _ f: (A, B) -> C) -> [C] { zip(a, b).map { f($0, $1) } }; print(zipWith([1, 2], ["a", "b"]) { "\($0)\($1)" }, zipWith([1, 2], [3, 4], *))
func firstMatch<C: Collection>(_ c: C, where f: (C.Element) -> Bool) -> C.Index? { c.firstIndex(where: f) }; print(firstMatch([1, 5, 9]) { $0 > 3 }!, "abc"[firstMatch("abc") { $0 == "b" }!])
extension Sequence where Element: Hashable { var unique: [Element] { var s = Set<Element>(); return filter { s.insert($0).inserted } }; var counts: [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } } }
print([1, 2, 1, 3].unique, "hello".unique, "hello".counts["l"]!, [1.5, 1.5].unique)
extension Optional where Wrapped: Collection { var isNilOrEmpty: Bool { self?.isEmpty ?? true } }; let os: String? = nil; print(os.isNilOrEmpty, Optional([1]).isNilOrEmpty)
extension Optional { func or(_ d: @autoclosure () -> Wrapped) -> Wrapped { switch self { case .some(let v): v; case .none: d() } } }; print(os.or("dflt"), Optional(3).or(9))
extension Dictionary where Value: Numeric { mutating func bump(_ k: Key, by n: Value = 1) { self[k, default: 0] += n }; var sum: Value { values.reduce(0, +) } }; var dd = ["a": 1]; dd.bump("a"); dd.bump("b", by: 5); print(dd["a"]!, dd["b"]!, dd.sum)
extension Comparable { func clamped(to r: ClosedRange<Self>) -> Self { min(max(self, r.lowerBound), r.upperBound) } }; print(15.clamped(to: 0...10), 0.5.clamped(to: 1...2), "m".clamped(to: "a"..."f"))
extension BinaryInteger { var digits: [Int] { var n = self, out: [Int] = []; repeat { out.insert(Int(n % 10), at: 0); n /= 10 } while n > 0; return out } }; print(12345.digits, UInt8(250).digits)
extension Collection { subscript(safe i: Index) -> Element? { indices.contains(i) ? self[i] : nil } }; print([1, 2][safe: 5] as Any, [1, 2][safe: 1]!)
extension MutableCollection where Self: RandomAccessCollection { mutating func rotate() { guard let f = first else { return }; var i = startIndex; while index(after: i) < endIndex { self[i] = self[index(after: i)]; i = index(after: i) }; self[i] = f } }; var ro = [1, 2, 3]; ro.rotate(); print(ro)
struct Identity<T>: Equatable where T: Equatable { let v: T }; print(Identity(v: 1) == Identity(v: 1)); typealias Pair<T> = (T, T); let pr: Pair<Int> = (1, 2); print(pr); typealias Op<T> = (T, T) -> T; let mx: Op<Int> = { max($0, $1) }; print(mx(3, 4))
enum Either<L, R> { case left(L), right(R); func map<T>(_ f: (R) -> T) -> Either<L, T> { switch self { case .left(let l): .left(l); case .right(let r): .right(f(r)) } }; var left: L? { if case .left(let l) = self { l } else { nil } } }
let es: [Either<String, Int>] = [.left("x"), .right(2)]; print(es.map { $0.map { $0 * 10 } }, es.compactMap(\.left)); extension Either: Equatable where L: Equatable, R: Equatable {}; print(es[0] == .left("x"), es[0] == es[1])
