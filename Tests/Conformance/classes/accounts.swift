// Class hierarchy, observers, deinit order, weak, unowned, lazy, static, convenience, failable.
class Account: CustomStringConvertible {
    static private(set) var count = 0
    let id: Int
    private(set) var history: [String] = []
    var balance: Double {
        willSet { history.append("will \(newValue)") }
        didSet { if balance < 0 { history.append("clamped"); balance = 0 } else { history.append("from \(oldValue)") } }
    }
    weak var owner: Person?
    lazy var label: String = { [unowned self] in "Account#\(self.id)" }()
    init(balance: Double = 0) {
        Account.count += 1
        id = Account.count
        self.balance = balance
    }
    convenience init?(text: String) {
        guard let value = Double(text) else { return nil }
        self.init(balance: value)
    }
    func withdraw(_ amount: Double) throws {
        guard amount <= balance else { throw Failure.insufficient(needed: amount - balance) }
        balance -= amount
    }
    enum Failure: Error, Equatable { case insufficient(needed: Double), locked }
    var description: String { "\(type(of: self))(\(id), \(balance))" }
    deinit { print("deinit", id) }
}
final class Savings: Account {
    var rate: Double
    init(rate: Double, balance: Double) { self.rate = rate; super.init(balance: balance) }
    override var balance: Double { didSet { print("savings", oldValue, "->", balance) } }
    override func withdraw(_ amount: Double) throws {
        if amount > 100 { throw Failure.locked }
        try super.withdraw(amount)
    }
    override var description: String { super.description + "@\(rate)" }
}
class Person {
    let name: String
    var accounts: [Account] = [] { didSet { accounts.last?.owner = self } }
    init(_ name: String) { self.name = name }
    deinit { print("bye", name) }
}
func run() {
    let p = Person("Ann")
    p.accounts.append(Account(balance: 10))
    p.accounts += [Savings(rate: 0.1, balance: 500)]
    for a in p.accounts {
        do { try a.withdraw(200); print("ok") }
        catch Account.Failure.insufficient(let n) where n > 100 { print("much too little", n) }
        catch let e as Account.Failure { print("failure", e) }
        catch { print("?", error) }
    }
    try? p.accounts[1].withdraw(50)
    p.accounts[0].balance = -5
    print(p.accounts, p.accounts[0].history, p.accounts[1].history)
    print(p.accounts[0].label, p.accounts[1].owner?.name ?? "none", p.accounts[0].owner?.name ?? "none")
    print(Account(text: "abc") as Any, Account(text: "7")!.balance)
}
run()
print(Account.count)
