// Accounts of a currency that is a type, whose failures are typed and go through classes, overrides and results.
protocol Money: Comparable, AdditiveArithmetic, CustomStringConvertible { static var code: String { get }; var cents: Int { get }; init(cents: Int) }
extension Money {
    static var zero: Self { Self(cents: 0) }
    static func + (a: Self, b: Self) -> Self { Self(cents: a.cents + b.cents) }
    static func - (a: Self, b: Self) -> Self { Self(cents: a.cents - b.cents) }
    static func < (a: Self, b: Self) -> Bool { a.cents < b.cents }
    static func * (a: Self, k: Int) -> Self { Self(cents: a.cents * k) }
    var description: String { let s = cents < 0 ? "-" : "", c = abs(cents); return "\(s)\(c / 100).\(c % 100 < 10 ? "0" : "")\(c % 100) \(Self.code)" }
    init(_ whole: Int, _ part: Int = 0) { self.init(cents: whole * 100 + part) }
}
struct Euro: Money { static let code = "EUR"; let cents: Int }
struct Yen: Money { static let code = "JPY"; let cents: Int; var description: String { "¥\(cents / 100)" } }
print(Euro(3, 5), Euro(cents: -7), Yen(500), [Euro(1), Euro(2, 50)].reduce(.zero, +), Euro(2) * 3, max(Euro(1), Euro(0, 99)), Euro(1) - Euro(2))
enum Refused<M: Money>: Error { case short(by: M), closed(String), limit(M, of: M) }
class Account<M: Money> {
    let owner: String
    private(set) var balance: M { didSet { history.append((oldValue, balance)) } }
    fileprivate var history: [(M, M)] = []
    var isOpen = true
    init(_ owner: String, _ start: M = .zero) { self.owner = owner; balance = start }
    func deposit(_ m: M) throws(Refused<M>) { guard isOpen else { throw .closed(owner) }; balance += m }
    func withdraw(_ m: M) throws(Refused<M>) { guard isOpen else { throw .closed(owner) }; guard m <= available else { throw .short(by: m - available) }; balance -= m }
    var available: M { balance }
}
final class Credit<M: Money>: Account<M> {
    let line: M
    init(_ owner: String, line: M) { self.line = line; super.init(owner) }
    override var available: M { super.available + line }
    override func withdraw(_ m: M) throws(Refused<M>) { if m > line * 2 { throw .limit(m, of: line * 2) }; try super.withdraw(m) }
}
func transfer<M: Money>(_ m: M, from a: Account<M>, to b: Account<M>) throws(Refused<M>) { try a.withdraw(m); do { try b.deposit(m) } catch { try a.deposit(m); throw error } }
let ada = Account("Ada", Euro(10)), bob = Credit("Bob", line: Euro(5)), eve = Account<Euro>("Eve")
eve.isOpen = false
for (m, a, b) in [(Euro(4), ada, bob), (Euro(8), bob, ada), (Euro(50), bob, ada), (Euro(1), ada, eve), (Euro(99), ada, bob)] as [(Euro, Account<Euro>, Account<Euro>)] {
    do { try transfer(m, from: a, to: b); print("\(a.owner)->\(b.owner) \(m)") }
    catch { switch error { case .short(by: let d): print("short by", d); case .closed(let who): print(who, "is closed"); case let .limit(m, of: l): print(m, "over", l) } }
}
print(ada.balance, bob.balance, bob.available, ada.history.count, ada.history.map { $0.1 - $0.0 })
let results = [Euro(1), Euro(100)].map { m in Result { () throws(Refused<Euro>) in try ada.withdraw(m); return ada.balance } }
for r in results { switch r { case .success(let b): print("left", b); case .failure(.short(by: let d)): print("short", d); case .failure(let e): print(e) } }
print(results.map { (try? $0.get()).map { "\($0)" } ?? "-" }, results.compactMap { try? $0.get() }.count)
var ledger: [String: [Euro]] = [:]
for a in [ada, bob] { ledger[a.owner, default: []] += a.history.map(\.1) }
print(ledger.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.max()!)" })
