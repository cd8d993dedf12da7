// More generic/protocol edge combos: type erasure, builders, visitor, strategies
protocol Visitor { associatedtype Result; func visit(number: Double) -> Result; func visit(sum: (Node, Node)) -> Result; func visit(product: (Node, Node)) -> Result }
indirect enum Node {
    case number(Double), sum(Node, Node), product(Node, Node)
    func accept<V: Visitor>(_ v: V) -> V.Result {
        switch self {
        case .number(let n): return v.visit(number: n)
        case let .sum(a, b): return v.visit(sum: (a, b))
        case let .product(a, b): return v.visit(product: (a, b))
        }
    }
    static func + (a: Node, b: Node) -> Node { .sum(a, b) }
    static func * (a: Node, b: Node) -> Node { .product(a, b) }
}
extension Node: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    init(floatLiteral v: Double) { self = .number(v) }
    init(integerLiteral v: Int) { self = .number(Double(v)) }
}
struct Evaluator: Visitor {
    func visit(number: Double) -> Double { number }
    func visit(sum: (Node, Node)) -> Double { sum.0.accept(self) + sum.1.accept(self) }
    func visit(product p: (Node, Node)) -> Double { p.0.accept(self) * p.1.accept(self) }
}
struct Printer: Visitor {
    func visit(number n: Double) -> String { n == n.rounded() ? "\(Int(n))" : "\(n)" }
    func visit(sum: (Node, Node)) -> String { "(\(sum.0.accept(self)) + \(sum.1.accept(self)))" }
    func visit(product p: (Node, Node)) -> String { "\(p.0.accept(self)) * \(p.1.accept(self))" }
}
let tree: Node = (1 + 2.5) * 4 + 3
print(tree.accept(Printer()), "=", tree.accept(Evaluator()))
struct AnyShape { private let _area: () -> Double; private let _name: String
    init<S: Shape>(_ s: S) { _area = s.area; _name = S.kind }
    func area() -> Double { _area() }
    var name: String { _name } }
protocol Shape { static var kind: String { get }; func area() -> Double }
extension Shape { static var kind: String { "\(Self.self)".lowercased() } }
struct Square: Shape { let side: Double; func area() -> Double { side * side } }
struct Disc: Shape { static let kind = "DISC"; let r: Double; func area() -> Double { 3 * r * r } }
let shapes = [AnyShape(Square(side: 2)), AnyShape(Disc(r: 1))]
for s in shapes { print(s.name, s.area()) }
final class QueryBuilder {
    private var parts: [String] = []
    private var limit: Int?
    func select(_ columns: String...) -> Self { parts.append("SELECT " + (columns.isEmpty ? "*" : columns.joined(separator: ", "))); return self }
    func from(_ t: String) -> Self { parts.append("FROM \(t)"); return self }
    @discardableResult func `where`(_ c: String) -> Self { parts.append("WHERE \(c)"); return self }
    func limit(_ n: Int) -> Self { limit = n; return self }
    func build() -> String { (parts + (limit.map { ["LIMIT \($0)"] } ?? [])).joined(separator: " ") }
}
print(QueryBuilder().select("a", "b").from("t").where("a > 1").limit(5).build())
print(QueryBuilder().select().from("u").build())
protocol Plugin: AnyObject { var priority: Int { get }; func run(_ input: String) -> String }
extension Plugin { var priority: Int { 0 }; func run(_ input: String) -> String { input } }
final class Upper: Plugin { func run(_ s: String) -> String { s.uppercased() } }
final class Exclaim: Plugin { let priority = 5; func run(_ s: String) -> String { s + "!" } }
final class Noop: Plugin {}
final class Host {
    private var plugins: [ObjectIdentifier: Plugin] = [:]
    func register(_ p: Plugin...) { for x in p { plugins[ObjectIdentifier(x)] = x } }
    func process(_ s: String) -> String { plugins.values.sorted { $0.priority > $1.priority }.reduce(s) { $1.run($0) } }
    var count: Int { plugins.count }
}
let host = Host(); let e = Exclaim()
host.register(Upper(), e, Noop(), e)
print(host.process("hey"), host.count)
typealias Predicate<T> = (T) -> Bool
func both<T>(_ a: @escaping Predicate<T>, _ b: @escaping Predicate<T>) -> Predicate<T> { { a($0) && b($0) } }
func not<T>(_ p: @escaping Predicate<T>) -> Predicate<T> { { !p($0) } }
let even: Predicate<Int> = { $0.isMultiple(of: 2) }
print((1...12).filter(both(even, not { $0 % 3 == 0 })), [1, 2, 3].contains(where: even), [3, 5].allSatisfy(not(even)))
struct Lens<Whole, Part> { let get: (Whole) -> Part; let set: (Part, Whole) -> Whole
    func over(_ f: @escaping (Part) -> Part) -> (Whole) -> Whole { { w in set(f(get(w)), w) } }
    func then<Sub>(_ r: Lens<Part, Sub>) -> Lens<Whole, Sub> { .init(get: { r.get(get($0)) }, set: { set(r.set($0, get($1)), $1) }) } }
struct Street { var name: String; var no: Int }
struct Addr { var street: Street }
struct Man { var name: String; var addr: Addr }
let addrL = Lens<Man, Addr>(get: { $0.addr }, set: { Man(name: $1.name, addr: $0) })
let streetL = Lens<Addr, Street>(get: { $0.street }, set: { s, _ in Addr(street: s) })
let noL = Lens<Street, Int>(get: \.no, set: { n, s in Street(name: s.name, no: n) })
let bump = addrL.then(streetL).then(noL).over { $0 + 1 }
print(bump(Man(name: "Z", addr: Addr(street: Street(name: "S", no: 41)))))
