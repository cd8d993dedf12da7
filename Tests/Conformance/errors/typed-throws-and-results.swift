// Result, typed throws, rethrows, defer
enum NetError: Error, CustomStringConvertible {
    case timeout(seconds: Int), status(Int), offline
    var description: String {
        switch self {
        case let .timeout(seconds: s): "timeout after \(s)s"
        case .status(let code) where (400..<500).contains(code): "client error \(code)"
        case .status(let code): "status \(code)"
        case .offline: "offline"
        }
    }
}
struct Response { var code: Int; var body: String }
func fetch(_ n: Int) throws(NetError) -> Response {
    switch n {
    case ..<0: throw .offline
    case 0: throw NetError.timeout(seconds: 30)
    case 400...: throw .status(n)
    default: return Response(code: n, body: "body \(n)")
    }
}
func load(_ n: Int) -> Result<String, NetError> {
    do {
        let r = try fetch(n)
        return .success(r.body)
    } catch {
        return .failure(error)
    }
}
for n in [-1, 0, 200, 404, 500] {
    switch load(n) {
    case .success(let body): print("ok", body)
    case .failure(.offline): print("is offline")
    case .failure(let e): print("failed:", e)
    }
}
struct Wrapped: Error, Equatable { var why: String }
let r = load(201)
print(r.map { $0.count }, r.map(\.count), (try? r.get()) ?? "-", load(0).mapError { Wrapped(why: "\($0)") })
print(load(5).flatMap { $0.isEmpty ? .failure(.offline) : .success($0.count) })
print(Result { try fetch(0).code }, Result<Int, Wrapped>.success(3) == .success(3))
func retry<T>(_ times: Int, _ body: (Int) throws -> T) rethrows -> T {
    for i in 1..<times {
        do { return try body(i) } catch { print("attempt", i, "failed:", error) }
    }
    return try body(times)
}
print(try retry(3) { i -> Int in
    defer { print("deferred", i) }
    if i < 3 { throw NetError.status(i * 250) }
    return i * 100
})
print(retry(1) { $0 + 1 })
var trace: [String] = []
func nested() throws {
    trace.append("start")
    defer { trace.append("outer defer") }
    for i in 0..<3 {
        defer { trace.append("loop \(i)") }
        if i == 1 { continue }
        do {
            defer { trace.append("inner") }
            if i == 2 { throw Wrapped(why: "two") }
            trace.append("body \(i)")
        } catch let e as Wrapped where e.why == "one" {
            trace.append("never")
        }
    }
}
do { try nested() } catch { trace.append("caught \(error)") }
print(trace)
let values = ["1", "x", "3"].map { s in Result { guard let n = Int(s) else { throw Wrapped(why: s) }; return n } }
print(values.compactMap { try? $0.get() }, values.map { if case .failure(let e) = $0 { "\(e)" } else { "fine" } })
let all: Int? = try? values.reduce(0) { try $0 + $1.get() }
print(all as Any)
do { _ = try values[1].get() } catch is NetError { print("net") } catch { print("got", error, (error as? Wrapped)?.why ?? "") }
func opt(_ n: Int) throws -> Int? { if n > 2 { throw NetError.offline }; return n == 1 ? nil : n }
for i in 1...3 { if let v = try? opt(i) { print("value", v) } else { print("nothing", i) } }
print((try? opt(3)) as Any, try! opt(2) as Any)
