protocol Copyable2 { init(copying: Self) }
struct Doc: Copyable2 { var text: String; init(_ t: String) { text = t }; init(copying o: Doc) { text = o.text + "*" } }
func dup<T: Copyable2>(_ x: T) -> T { T(copying: x) }; print(dup(Doc("a")))
protocol Builder { associatedtype Product; init(); mutating func add(_ s: String) -> Self; func build() -> Product }
struct HTML: Builder { private var parts: [String] = []; init() {}; mutating func add(_ s: String) -> HTML { parts.append("<p>\(s)</p>"); return self }; func build() -> String { parts.joined() } }
struct Count: Builder { private var n = 0; init() {}; mutating func add(_ s: String) -> Self { n += s.count; return self }; func build() -> Int { n } }
func run<B: Builder>(_ t: B.Type, _ xs: [String]) -> B.Product { var b = B(); for x in xs { _ = b.add(x) }; return b.build() }; print(run(HTML.self, ["a", "b"]), run(Count.self, ["aa", "b"]))
protocol Chain { associatedtype Next: Chain; var next: Next { get }; var v: Int { get } }; struct End: Chain { var v: Int { 0 }; var next: End { self } }; struct Link<N: Chain>: Chain { let v: Int; let next: N }
func total<C: Chain>(_ c: C) -> Int { c.v + c.next.v + c.next.next.v }; print(total(Link(v: 1, next: Link(v: 2, next: End()))))
protocol Cache { associatedtype K: Hashable; associatedtype V; var store: [K: V] { get set } }
extension Cache { mutating func value(_ k: K, or make: (K) throws -> V) rethrows -> V { if let v = store[k] { return v }; let v = try make(k); store[k] = v; return v }; var count: Int { store.count } }
struct Squares: Cache { var store: [Int: Int] = [:] }; var sq = Squares(); print(sq.value(4) { $0 * $0 }, sq.value(4) { _ in 0 }, sq.count)
protocol Greeter { var greeting: String { get }; func greet(_ n: String) -> String }; extension Greeter { var greeting: String { "Hello" }; func greet(_ n: String) -> String { "\(greeting), \(n)!" } }; struct En: Greeter {}; struct Es: Greeter { var greeting = "Hola" }; struct Fr: Greeter { func greet(_ n: String) -> String { "Salut \(n)" } }
for g in [En(), Es(), Fr()] as [any Greeter] { print(g.greet("Bo"), g.greeting) }
protocol HasArea { var area: Double { get } }; protocol Named { var name: String { get } }; typealias Thing = HasArea & Named; struct Room: Thing { let name: String; let area: Double }; func show(_ t: any Thing) -> String { "\(t.name) \(t.area)" }; func show2<T: HasArea & Named>(_ t: T) -> String { t.name + "!" }; print(show(Room(name: "r", area: 2)), show2(Room(name: "q", area: 1))); extension HasArea where Self: Named { var full: String { name + ":\(area)" } }; print(Room(name: "z", area: 3).full)
struct AnyShape<T>: Sequence { let base: T; func makeIterator() -> AnyIterator<T> { var done = false; return AnyIterator { if done { return nil }; done = true; return self.base } } }; print(Array(AnyShape(base: 4)))
protocol Stack2<Element> { associatedtype Element; mutating func push(_ e: Element); mutating func pop() -> Element?; var count: Int { get } }; struct ArrStack<Element>: Stack2 { private var a: [Element] = []; mutating func push(_ e: Element) { a.append(e) }; mutating func pop() -> Element? { a.popLast() }; var count: Int { a.count } }
func fill(_ s: inout some Stack2<Int>) { for i in 1...3 { s.push(i) } }; var s = ArrStack<Int>(); fill(&s); print(s.count, s.pop()!); var es: any Stack2<Int> = s; es.push(9); print(es.pop()!, es.count, s.count); func make() -> some Stack2<String> { ArrStack<String>() }; var ms = make(); ms.push("q"); print(ms.pop() ?? "-")
let stacks: [any Stack2<Int>] = [s, ArrStack<Int>()]; print(stacks.map(\.count), stacks.map { $0.count }.max()!)
