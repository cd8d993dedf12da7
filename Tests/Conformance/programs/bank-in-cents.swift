import Foundation
enum TxError: LocalizedError { case insufficient(needed: Decimal2), frozen(String), limit
    var errorDescription: String? { switch self { case .insufficient(let n): "need \(n) more"; case .frozen(let id): "account \(id) is frozen"; case .limit: nil } } }
struct Decimal2: Comparable, Hashable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral, CustomStringConvertible, AdditiveArithmetic {
    var cents: Int
    init(cents: Int) { self.cents = cents }
    init(floatLiteral v: Double) { cents = Int((v * 100).rounded()) }
    init(integerLiteral v: Int) { cents = v * 100 }
    static var zero: Decimal2 { .init(cents: 0) }
    static func < (a: Self, b: Self) -> Bool { a.cents < b.cents }
    static func + (a: Self, b: Self) -> Self { Self(cents: a.cents + b.cents) }
    static func - (a: Self, b: Self) -> Self { Self(cents: a.cents - b.cents) }
    static func * (a: Self, k: Double) -> Self { Self(cents: Int((Double(a.cents) * k).rounded())) }
    var description: String { String(format: "%d.%02d", cents / 100, abs(cents % 100)) }
}
class Account { let id: String; fileprivate(set) var balance: Decimal2; var isFrozen = false
    init(_ id: String, _ b: Decimal2) { self.id = id; balance = b }
    func withdraw(_ amount: Decimal2) throws { guard !isFrozen else { throw TxError.frozen(id) }; guard balance >= amount else { throw TxError.insufficient(needed: amount - balance) }; balance -= amount } }
final class Checking: Account { var overdraft: Decimal2 = 50
    override func withdraw(_ amount: Decimal2) throws { if amount > 1000 { throw TxError.limit }; if balance + overdraft >= amount, !isFrozen { balance = balance - amount } else { try super.withdraw(amount) } } }
func transfer(_ amount: Decimal2, from a: Account, to b: Account) throws -> Decimal2 { defer { print("done \(a.id)->\(b.id)") }; try a.withdraw(amount); b.balance += amount; return a.balance }
let a = Account("A", 100.50), c = Checking("C", 20)
for (x, y, m) in [(a, c, 30.25), (c, a, 90), (c, a, 500), (c, a, 5000)] as [(Account, Account, Decimal2)] {
    do { print("left", try transfer(m, from: x, to: y)) } catch let e as TxError { print("refused:", e.errorDescription ?? "limit", "|", e) } catch { print(error) }
}
a.isFrozen = true
print((try? transfer(1, from: a, to: c)) as Any, [a, c].map(\.balance).reduce(.zero, +), [a.balance, c.balance].max()!, a.balance * 1.05)
print([3.5, 1, 2.25].sorted() as [Decimal2], Set<Decimal2>([1, 1.0, 2]).count, (1.1 as Decimal2) == 1.10)
