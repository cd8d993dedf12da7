// error handling depth
enum NetError: Error, Equatable { case timeout(seconds: Double), status(Int), decoding(field: String) }
struct Retry: Error { let after: Int; let cause: any Error }
func fetch(_ id: Int) throws -> [String: String] { switch id { case 1: return ["name": "Ann", "age": "30"]; case 2: throw NetError.timeout(seconds: 1.5); case 3: throw Retry(after: 2, cause: NetError.status(503)); case 4: return ["name": "Bob"]; default: throw NetError.status(404) } }
struct User: Equatable { let name: String; let age: Int
    init(_ d: [String: String]) throws(NetError) { guard let n = d["name"] else { throw .decoding(field: "name") }; guard let a = d["age"].flatMap(Int.init) else { throw .decoding(field: "age") }; name = n; age = a } }
func load(_ id: Int) throws -> User { defer { print("closed \(id)") }; do { return try User(fetch(id)) } catch let r as Retry where r.after < 5 { print("retrying after \(r.after): \(r.cause)"); throw r.cause } }
for id in 1...5 {
    do { print(try load(id)) }
    catch NetError.timeout(let s) where s > 1 { print("slow", s) }
    catch NetError.status(400..<500) { print("client error") }
    catch NetError.status(let c) { print("status", c) }
    catch let NetError.decoding(field) { print("bad field", field) }
    catch { print("?", error) }
}
let rs = (1...5).map { id in Result { try load(id) } }
print(rs.map { r in (try? r.get())?.name ?? "-" }, rs.filter { if case .failure = $0 { true } else { false } }.count)
let mapped = rs[0].map(\.age).flatMap { $0 > 18 ? Result<String, any Error>.success("adult") : .failure(NetError.status(1)) }; print(mapped, (try? mapped.get()) ?? "none")
func parse(_ s: String) -> Result<Int, NetError> { Int(s).map(Result.success) ?? .failure(.decoding(field: s)) }
print(["1", "x", "3"].map(parse).map { r in switch r { case .success(let v): "ok \(v)"; case .failure(let e): "err \(e)" } }, parse("7").mapError { _ in Retry(after: 0, cause: NetError.status(0)) })
func all<T, E>(_ rs: [Result<T, E>]) -> Result<[T], E> { var out: [T] = []; for r in rs { switch r { case .success(let v): out.append(v); case .failure(let e): return .failure(e) } }; return .success(out) }
print(all(["1", "2"].map(parse)), all(["1", "q"].map(parse)))
func nested() throws -> Int { do { do { throw NetError.status(1) } catch NetError.timeout { return 1 } } catch NetError.status(let c) where c == 2 { return 2 } }
do { _ = try nested() } catch { print("outer", error) }
let v = try? load(1); let w = (try? load(9)) ?? nil; print(v!.age, w as Any, (try? parse("z").get()) as Any)
func mayThrow(_ f: () throws -> Void) rethrows { try f() }; mayThrow { print("no throw") }; do { try mayThrow { throw NetError.status(9) } } catch { print(error as! NetError == .status(9)) }
var log: [String] = []; func step(_ n: String, fail: Bool = false) throws { log.append(n); defer { log.append("end " + n) }; if fail { throw NetError.status(n.count) }; log.append("did " + n) }
do { try step("a"); try step("bb", fail: true); try step("c") } catch { log.append("\(error)") }; print(log)
