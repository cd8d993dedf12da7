struct ValidationError: Error, Equatable, CustomStringConvertible { let field: String, reason: String; var description: String { "\(field): \(reason)" } }
struct Rule<T> { let field: String; let check: (T) throws -> Void }
extension Rule where T == String { static func notEmpty(_ f: String) -> Rule { Rule(field: f) { if $0.isEmpty { throw ValidationError(field: f, reason: "is empty") } } }
    static func maximum(_ f: String, _ n: Int) -> Rule { Rule(field: f) { guard $0.count <= n else { throw ValidationError(field: f, reason: "\($0.count) > \(n)") } } } }
extension Rule where T: Comparable { static func inside(_ f: String, _ r: ClosedRange<T>) -> Rule { Rule(field: f) { if !r.contains($0) { throw ValidationError(field: f, reason: "\($0) is outside \(r)") } } } }
func validate<T>(_ v: T, _ rules: Rule<T>...) -> [ValidationError] { rules.compactMap { r in do { try r.check(v); return nil } catch { return error as? ValidationError } } }
print(validate("", .notEmpty("name"), .maximum("name", 3)), validate("abcd", .notEmpty("name"), .maximum("name", 3)), validate(200, .inside("age", 0...150)), validate(2.5, .inside("x", 0...1)), validate("ok", .notEmpty("n")).isEmpty)
func retry<T>(_ times: Int, _ body: (Int) throws -> T) throws -> T { var last: (any Error)?; for i in 1...times { do { return try body(i) } catch { last = error; print("try \(i) failed: \(error)") } }; throw last! }
do { print(try retry(3) { i in if i < 3 { throw ValidationError(field: "net", reason: "down \(i)") }; return i * 10 }) } catch { print("never") }
do { let _: String = try retry(2) { throw ValidationError(field: "x", reason: "\($0)") } } catch let e as ValidationError where e.reason == "2" { print("gave up:", e) } catch { print("?") }
enum Parsed<T> { case ok(T), bad(String); init(_ f: () throws -> T) { do { self = .ok(try f()) } catch { self = .bad("\(error)") } } }
func int(_ s: String) throws -> Int { guard let n = Int(s) else { throw ValidationError(field: s, reason: "no number") }; return n }
for p in ["1", "a"].map({ s in Parsed { try int(s) } }) { print(p) }
print((try? int("5")).map { $0 + 1 } as Any, try! int("6"), (try? int("q")) ?? 0, [1, 2].map { (try? int("\($0)x")) == nil })
