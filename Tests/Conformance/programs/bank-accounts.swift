enum TransactionError: Error, CustomStringConvertible {
    case insufficientFunds(needed: Double, available: Double), accountLocked, unknown(id: Int)
    var description: String {
        switch self {
        case let .insufficientFunds(needed, available): "need \(needed), have \(available)"
        case .accountLocked: "locked"
        case .unknown(let id): "no account \(id)"
        }
    }
}
protocol Account: AnyObject { var id: Int { get }; var balance: Double { get set }; func fee(for amount: Double) -> Double }
extension Account {
    func fee(for amount: Double) -> Double { 0 }
    func withdraw(_ amount: Double) throws {
        let total = amount + fee(for: amount)
        guard total <= balance else { throw TransactionError.insufficientFunds(needed: total, available: balance) }
        balance -= total
    }
}
final class Savings: Account { let id: Int; var balance: Double; init(id: Int, balance: Double) { self.id = id; self.balance = balance } }
final class Checking: Account { let id: Int; var balance = 0.0; private(set) var log: [String] = []; init(_ id: Int) { self.id = id }
    func fee(for amount: Double) -> Double { log.append("fee for \(amount)"); return amount * 0.01 } }
class Bank {
    private var accounts: [Int: any Account] = [:]
    subscript(id: Int) -> (any Account)? { accounts[id] }
    func open(_ a: any Account) { accounts[a.id] = a }
    func transfer(_ amount: Double, from: Int, to: Int) throws {
        guard let a = self[from] else { throw TransactionError.unknown(id: from) }
        guard let b = self[to] else { throw TransactionError.unknown(id: to) }
        try a.withdraw(amount)
        b.balance += amount
    }
    var total: Double { accounts.values.reduce(0) { $0 + $1.balance } }
}
let bank = Bank(), checking = Checking(2)
bank.open(Savings(id: 1, balance: 100)); bank.open(checking)
for (amount, from, to) in [(50.0, 1, 2), (10, 2, 1), (500, 1, 2), (1, 9, 1)] {
    do { try bank.transfer(amount, from: from, to: to); print("ok", bank[1]!.balance, bank[2]!.balance) }
    catch let e as TransactionError { print("error:", e) }
    catch { print("?") }
}
print(bank.total, checking.log, bank[7] == nil, (bank[2] as? Checking)?.log.count ?? 0)
