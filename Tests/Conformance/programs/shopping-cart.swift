protocol Priced { var price: Double { get } }
protocol Discount { func apply(to total: Double) -> Double; var label: String { get } }
struct Product: Priced, Hashable { let name: String; let price: Double }
struct Bundle: Priced { let parts: [any Priced]; var price: Double { parts.reduce(0) { $0 + $1.price } * 0.9 } }
struct Percent: Discount { let value: Double; func apply(to t: Double) -> Double { t * (1 - value / 100) }; var label: String { "\(Int(value))% off" } }
struct Voucher: Discount { let amount: Double; func apply(to t: Double) -> Double { max(0, t - amount) }; var label: String { "voucher" } }
enum CartError: Error, CustomStringConvertible { case empty, notFound(String), tooMany(limit: Int)
    var description: String { switch self { case .empty: "the cart is empty"; case .notFound(let n): "no \(n) in the cart"; case .tooMany(let l): "at most \(l)" } } }
class Cart {
    private var lines: [(item: Product, quantity: Int)] = []
    var discounts: [any Discount] = [] { didSet { print("discounts:", discounts.map(\.label)) } }
    static let limit = 10
    func add(_ p: Product, _ n: Int = 1) throws {
        guard (lines.first { $0.item == p }?.quantity ?? 0) + n <= Cart.limit else { throw CartError.tooMany(limit: Cart.limit) }
        if let i = lines.firstIndex(where: { $0.item == p }) { lines[i].quantity += n } else { lines.append((p, n)) }
    }
    func remove(_ name: String) throws { guard let i = lines.firstIndex(where: { $0.item.name == name }) else { throw CartError.notFound(name) }; lines.remove(at: i) }
    func total() throws -> Double { guard !lines.isEmpty else { throw CartError.empty }; return discounts.reduce(lines.reduce(0) { $0 + $1.item.price * Double($1.quantity) }) { $1.apply(to: $0) } }
}
let cart = Cart(), pen = Product(name: "pen", price: 1.5), book = Product(name: "book", price: 20)
do { _ = try cart.total() } catch { print(error) }
do {
    try cart.add(pen, 4)
    try cart.add(book)
    try cart.add(pen)
    print(try cart.total())
    cart.discounts = [Percent(value: 10), Voucher(amount: 5)]
    cart.discounts.append(Voucher(amount: 1))
    print(try cart.total())
    try cart.remove("lamp")
} catch CartError.notFound(let n) { print("cannot remove", n) } catch { print(error) }
do { try cart.add(pen, 6) } catch let e as CartError { print("limit:", e) }
print(Bundle(parts: [pen, book, Bundle(parts: [pen, pen])]).price)
