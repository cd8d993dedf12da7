class Account { let owner: String; fileprivate(set) var balance: Double; static private(set) var opened = 0
    init(_ owner: String, _ balance: Double = 0) { self.owner = owner; self.balance = balance; Account.opened += 1 }
    func deposit(_ x: Double) { balance += x }
    func withdraw(_ x: Double) -> Bool { guard x <= available else { return false }; balance -= x; return true }
    var available: Double { balance }
    func monthEnd() {}
    var summary: String { "\(owner) \(type(of: self)) \(balance)" } }
class Savings: Account { var rate: Double; init(_ o: String, _ b: Double, rate: Double) { self.rate = rate; super.init(o, b) }; override func monthEnd() { deposit(balance * rate / 12) } }
class Checking: Account { var overdraft = 100.0; override var available: Double { super.available + overdraft }; override func monthEnd() { if balance < 0 { balance -= 5 } }; override var summary: String { super.summary + (balance < 0 ? " (overdrawn)" : "") } }
final class Student: Checking { override init(_ o: String, _ b: Double = 0) { super.init(o, b + 10); overdraft = 20 } ; override func monthEnd() { print("no fee for", owner) } }
let accounts: [Account] = [Savings("Ada", 1200, rate: 0.1), Checking("Bob", 50), Student("Cy"), Account("Dee")]
for a in accounts { print(a.owner, a.withdraw(60), a.withdraw(1000), a.available) }
accounts.forEach { $0.monthEnd() }
print(accounts.map(\.summary), Account.opened, accounts.map(\.balance).reduce(0, +))
func transfer(_ x: Double, _ a: Account, _ b: Account) -> Bool { a.withdraw(x) ? { b.deposit(x); return true }() : false }
print(transfer(500, accounts[0], accounts[3]), transfer(500, accounts[1], accounts[0]), accounts[3].balance, (accounts[1] as? Checking)?.overdraft as Any, accounts.contains { $0 is Student })
