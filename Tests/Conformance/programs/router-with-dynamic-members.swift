// Records with dynamic members of any type, and handlers whose types are hidden behind closures.
@dynamicMemberLookup
struct Record {
    private var fields: [String: Any] = [:]
    init(_ pairs: KeyValuePairs<String, Any>) { for (k, v) in pairs { fields[k] = v } }
    subscript<T>(dynamicMember name: String) -> T? { fields[name] as? T }
    subscript(key: String, default fallback: @autoclosure () -> Any) -> Any { get { fields[key] ?? fallback() } set { fields[key] = newValue } }
    var keys: [String] { fields.keys.sorted() }
}
var r = Record(["id": 7, "name": "Ada", "tags": ["x", "y"]])
let id: Int? = r.id
let name: String? = r.name
let tags: [String]? = r.tags
let none: Double? = r.id
print(id ?? 0, name ?? "", tags ?? [], none as Any, r.keys)
r["id", default: 0] = 8
print(r["id", default: 0], r["other", default: "none"])
protocol Handler { associatedtype Input; associatedtype Output; var path: String { get }; func callAsFunction(_ x: Input) throws -> Output }
struct Typed<I, O>: Handler { let path: String; let body: (I) throws -> O; func callAsFunction(_ x: I) throws -> O { try body(x) } }
struct AnyHandler { let path: String; private let run: (Any) throws -> Any
    init<H: Handler>(_ h: H) { path = h.path; run = { guard let x = $0 as? H.Input else { throw RouteError.badInput(expected: "\(H.Input.self)", got: "\(type(of: $0))") }; return try h(x) } }
    func callAsFunction(_ x: Any) throws -> Any { try run(x) } }
enum RouteError: Error, CustomStringConvertible { case notFound(String), badInput(expected: String, got: String)
    var description: String { switch self { case .notFound(let p): "404 \(p)"; case let .badInput(expected, got): "400 \(expected) != \(got)" } } }
final class Router { private var table: [String: AnyHandler] = [:]; private(set) var log: [String] = [] { didSet { if log.count > 3 { log.removeFirst() } } }
    @discardableResult func add<H: Handler>(_ h: H) -> Self { table[h.path] = AnyHandler(h); return self }
    func call(_ path: String, _ x: Any) -> Result<Any, RouteError> { defer { log.append(path) }
        guard let h = table[path] else { return .failure(.notFound(path)) }
        do { return .success(try h(x)) } catch let e as RouteError { return .failure(e) } catch { return .failure(.notFound("\(error)")) } } }
let router = Router()
router.add(Typed(path: "/double") { (x: Int) in x * 2 }).add(Typed(path: "/len") { (s: String) in s.count }).add(Typed<[Int], Int>(path: "/sum") { $0.reduce(0, +) })
for (p, x) in [("/double", 21), ("/len", "four"), ("/sum", [1, 2, 3]), ("/len", 4), ("/nope", 0)] as [(String, Any)] {
    switch router.call(p, x) { case .success(let v): print(p, v); case .failure(let e): print(p, e) }
}
print(router.log)
