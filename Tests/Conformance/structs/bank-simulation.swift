// Structs, methods and errors together: accounts that transfer money.
enum BankError: Error, Equatable { case insufficient(needed: Int, available: Int), unknown(String) }
struct Transaction { let from: String, to: String, amount: Int }
struct Bank {
    private var balances: [String: Int] = [:]
    private(set) var log: [Transaction] = []
    var total: Int { balances.values.reduce(0, +) }
    mutating func open(_ name: String, with amount: Int = 0) { balances[name] = amount }
    func balance(of name: String) throws -> Int {
        guard let balance = balances[name] else { throw BankError.unknown(name) }
        return balance
    }
    mutating func transfer(_ amount: Int, from: String, to: String) throws {
        let available = try balance(of: from)
        _ = try balance(of: to)
        guard available >= amount else { throw BankError.insufficient(needed: amount, available: available) }
        balances[from]! -= amount
        balances[to]! += amount
        log.append(Transaction(from: from, to: to, amount: amount))
    }
}
var bank = Bank()
bank.open("ada", with: 100)
bank.open("bob")
let attempts = [(30, "ada", "bob"), (200, "ada", "bob"), (10, "bob", "eve"), (5, "bob", "ada")]
for (amount, from, to) in attempts {
    do {
        try bank.transfer(amount, from: from, to: to)
        print("moved \(amount) from \(from) to \(to)")
    } catch BankError.insufficient(let needed, let available) {
        print("needs \(needed), has \(available)")
    } catch let error as BankError {
        print("bank error:", error)
    } catch {
        print("?", error)
    }
}
print(try bank.balance(of: "ada"), try bank.balance(of: "bob"), bank.total, bank.log.count)
print(bank.log)
print((try? bank.balance(of: "zed")) as Any, BankError.unknown("a") == .unknown("a"))
