// bank simulation with protocols, errors, generics
import Foundation
enum TransactionKind: String, CaseIterable { case deposit, withdrawal, transfer }
struct Transaction: CustomStringConvertible, Identifiable {
    let id: Int; let kind: TransactionKind; let amount: Decimal2; var note: String?
    var description: String { "#\(id) \(kind.rawValue.capitalized) \(amount)" + (note.map { " (\($0))" } ?? "") }
}
struct Decimal2: Comparable, Hashable, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, CustomStringConvertible, AdditiveArithmetic {
    private(set) var cents: Int
    static var zero: Decimal2 { 0 }
    init(cents: Int) { self.cents = cents }
    init(integerLiteral value: Int) { cents = value * 100 }
    init(floatLiteral value: Double) { cents = Int((value * 100).rounded()) }
    static func < (a: Self, b: Self) -> Bool { a.cents < b.cents }
    static func + (a: Self, b: Self) -> Self { .init(cents: a.cents + b.cents) }
    static func - (a: Self, b: Self) -> Self { .init(cents: a.cents - b.cents) }
    static func * (a: Self, k: Double) -> Self { .init(cents: Int((Double(a.cents) * k).rounded())) }
    static prefix func - (a: Self) -> Self { .init(cents: -a.cents) }
    var description: String {
        let sign = cents < 0 ? "-" : "", whole = abs(cents) / 100, rest = abs(cents) % 100
        return "\(sign)$\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}
enum BankError: LocalizedError, Equatable {
    case insufficientFunds(needed: Decimal2), unknownAccount(String), frozen
    var errorDescription: String? {
        switch self {
        case .insufficientFunds(let n): "You need \(n) more."
        case .unknownAccount(let name): "No account '\(name)'."
        case .frozen: nil
        }
    }
}
class Account {
    let owner: String
    private(set) var balance: Decimal2 { didSet { history.append(balance) } }
    private(set) var transactions: [Transaction] = []
    private(set) lazy var history: [Decimal2] = [balance]
    private static var nextID = 1
    init(owner: String, balance: Decimal2 = 0) { self.owner = owner; self.balance = balance }
    func apply(_ kind: TransactionKind, _ amount: Decimal2, note: String? = nil) throws {
        let delta = kind == .deposit ? amount : -amount
        guard balance + delta >= minimum else { throw BankError.insufficientFunds(needed: minimum - (balance + delta)) }
        balance += delta
        transactions.append(Transaction(id: Self.nextID, kind: kind, amount: amount, note: note))
        Self.nextID += 1
    }
    var minimum: Decimal2 { 0 }
}
final class Overdraft: Account { override var minimum: Decimal2 { -50 } ; override func apply(_ k: TransactionKind, _ a: Decimal2, note: String? = "od") throws { try super.apply(k, a, note: note) } }
struct Bank {
    private var accounts: [String: Account] = [:]
    mutating func open(_ a: Account) { accounts[a.owner] = a }
    subscript(name: String) -> Account { get throws { guard let a = accounts[name] else { throw BankError.unknownAccount(name) }; return a } }
    func transfer(_ amount: Decimal2, from: String, to: String) throws {
        let (a, b) = (try self[from], try self[to])
        try a.apply(.withdrawal, amount, note: "to \(to)")
        do { try b.apply(.deposit, amount, note: "from \(from)") } catch { try a.apply(.deposit, amount, note: "rollback"); throw error }
    }
    var total: Decimal2 { accounts.values.reduce(.zero) { $0 + $1.balance } }
}
var bank = Bank()
bank.open(Account(owner: "ann", balance: 100)); bank.open(Overdraft(owner: "bob"))
for (amount, from, to) in [(30.25, "ann", "bob"), (100, "bob", "ann"), (60, "bob", "ann"), (1, "zed", "ann")] as [(Decimal2, String, String)] {
    do { try bank.transfer(amount, from: from, to: to); print("ok", amount, try bank["ann"].balance, try bank["bob"].balance) }
    catch let e as BankError where e == .frozen { print("frozen") }
    catch let e as BankError { print("failed:", e.localizedDescription, e) }
}
print(try bank["ann"].transactions, try bank["bob"].history, bank.total)
print(try bank["bob"].transactions.map { $0.note ?? "-" }, TransactionKind.allCases.map(\.rawValue), Decimal2(cents: 1999) * 0.5, ([3.5, -1, 2] as [Decimal2]).max()!, Set([1, 1.0] as [Decimal2]).count)
if case .failure(let e) = Result(catching: { try bank["nobody"] }) { print(type(of: e), e) }
print((try? bank["zed"]) == nil, (try? bank["ann"])?.owner ?? "?")
let r: Result<Decimal2, BankError> = .failure(.frozen)
print(r, r.mapError { "\($0)".count == 6 ? BankError.unknownAccount("x") : $0 })
