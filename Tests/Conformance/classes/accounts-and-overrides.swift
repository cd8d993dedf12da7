// Class inheritance, override, super, deinit order, polymorphism
class Account {
    static var count = 0
    class var kind: String { "plain" }
    let id: Int
    fileprivate(set) var balance: Double { didSet { log.append("\(Self.kind)#\(id): \(oldValue) -> \(balance)") } }
    private(set) var log: [String] = []
    init(balance: Double) {
        Account.count += 1
        id = Account.count
        self.balance = balance
    }
    convenience init?(text: String) {
        guard let v = Double(text) else { return nil }
        self.init(balance: v)
    }
    func withdraw(_ amount: Double) throws {
        guard amount > 0 else { throw BankError.invalid(amount) }
        guard amount <= available else { throw BankError.insufficient(needed: amount - available) }
        balance -= amount
    }
    var available: Double { balance }
    func deposit(_ amount: Double) { balance += amount }
    final func describe() -> String { "\(type(of: self)) \(id) \(balance)" }
    deinit { print("closing \(id)") }
}
enum BankError: Error { case invalid(Double), insufficient(needed: Double), frozen }
class Credit: Account {
    var limit: Double
    override class var kind: String { "credit" }
    init(balance: Double, limit: Double) {
        self.limit = limit
        super.init(balance: balance)
        deposit(0)
    }
    override var available: Double { super.available + limit }
    deinit { print("credit gone", id) }
}
final class Savings: Account {
    var rate = 0.05
    var frozen = false { willSet { print("frozen", frozen, "->", newValue) } }
    override class var kind: String { "savings" }
    override func withdraw(_ amount: Double) throws {
        if frozen { throw BankError.frozen }
        try super.withdraw(amount)
    }
    func accrue() { balance *= 1 + rate }
}
func attempt(_ account: Account, _ amount: Double) {
    defer { print("  attempted", amount) }
    do {
        try account.withdraw(amount)
        print("  ok", account.describe())
    } catch BankError.insufficient(let needed) {
        print("  needs", needed)
    } catch let error as BankError {
        print("  refused:", error)
    } catch {
        print("never")
    }
}
do {
    let accounts: [Account] = [Account(balance: 100), Credit(balance: 50, limit: 200), Savings(balance: 1000)]
    for a in accounts { attempt(a, 120) }
    attempt(accounts[0], -1)
    if let s = accounts[2] as? Savings {
        s.accrue()
        s.frozen = true
        attempt(s, 1)
        print(s.log)
    }
    for case let c as Credit in accounts { print(c.limit, c.log, c.available) }
    print(accounts.map { type(of: $0).kind }, accounts.filter { $0 is Savings }.count)
    switch accounts[1] {
    case let s as Savings: print("savings", s.rate)
    case let c as Credit where c.limit > 100: print("big credit")
    default: print("other")
    }
}
print(Account(text: "12.5")?.describe() ?? "none", Account(text: "x")?.describe() ?? "none", Account.count)
var x: Account? = Credit(balance: 1, limit: 1)
let y = x
print(x === y)
x = nil
print("end")
