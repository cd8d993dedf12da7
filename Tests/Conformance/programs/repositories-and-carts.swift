// big "inventory" program: protocols, generics, errors, closures combos
protocol Identifiable2 { associatedtype ID: Hashable; var id: ID { get } }
protocol Repository { associatedtype Item: Identifiable2; func find(_ id: Item.ID) -> Item?; mutating func save(_ item: Item) throws; var all: [Item] { get } }
enum RepoError<ID: Hashable>: Error { case duplicate(ID), full(limit: Int) }
struct MemoryRepository<Item: Identifiable2>: Repository {
    private var items: [Item.ID: Item] = [:]
    private var order: [Item.ID] = []
    let limit: Int
    init(limit: Int = .max) { self.limit = limit }
    func find(_ id: Item.ID) -> Item? { items[id] }
    mutating func save(_ item: Item) throws {
        guard items[item.id] == nil else { throw RepoError.duplicate(item.id) }
        guard order.count < limit else { throw RepoError<Item.ID>.full(limit: limit) }
        items[item.id] = item
        order.append(item.id)
    }
    var all: [Item] { order.compactMap { items[$0] } }
    subscript(id: Item.ID, default fallback: @autoclosure () -> Item) -> Item { find(id) ?? fallback() }
}
extension Repository {
    func query(_ predicates: (Item) -> Bool...) -> [Item] { all.filter { item in predicates.allSatisfy { $0(item) } } }
    func grouped<K: Hashable>(by key: (Item) -> K) -> [K: [Item]] { Dictionary(grouping: all, by: key) }
    mutating func saveAll(_ items: Item...) -> [any Error] { items.reduce(into: []) { errors, item in do { try save(item) } catch { errors.append(error) } } }
}
extension Repository where Item: Comparable { var best: Item? { all.max() } }
struct Product: Identifiable2, Comparable, CustomStringConvertible {
    enum Category: String, CaseIterable { case toy, food }
    let id: Int, name: String, category: Category
    var price: Double { didSet { precondition(price >= 0) } }
    static func < (a: Product, b: Product) -> Bool { a.price < b.price }
    var description: String { "\(name)@\(price)" }
}
var repo = MemoryRepository<Product>(limit: 3)
let errors = repo.saveAll(Product(id: 1, name: "car", category: .toy, price: 9.5), Product(id: 2, name: "pie", category: .food, price: 4), Product(id: 1, name: "dup", category: .toy, price: 1), Product(id: 3, name: "egg", category: .food, price: 0.25), Product(id: 4, name: "doll", category: .toy, price: 20))
for e in errors { switch e { case RepoError<Int>.duplicate(let id): print("duplicate", id); case let RepoError<Int>.full(limit): print("full", limit); default: print("?") } }
print(repo.all, repo.best!, repo.query({ $0.category == .food }, { $0.price > 1 }), repo.query().count)
for c in Product.Category.allCases { print(c, repo.grouped(by: \.category)[c, default: []].map(\.name)) }
print(repo[9, default: Product(id: 9, name: "none", category: .toy, price: 0)], repo.find(2)?.name ?? "-")
struct Cart {
    private(set) var lines: [(product: Product, quantity: Int)] = []
    typealias Discount = (inout Double, Cart) -> Void
    var discounts: [(name: String, apply: Discount)] = []
    mutating func add(_ p: Product, _ n: Int = 1) {
        if let i = lines.firstIndex(where: { $0.product.id == p.id }) { lines[i].quantity += n } else { lines.append((p, n)) }
    }
    var total: Double {
        var t = lines.reduce(0) { $0 + $1.product.price * Double($1.quantity) }
        for d in discounts { d.apply(&t, self) }
        return t
    }
    static func + (cart: Cart, p: Product) -> Cart { var c = cart; c.add(p); return c }
}
var cart = Cart()
for p in repo.all { cart.add(p, 2) }
cart.add(repo.all[0])
cart.discounts.append(("ten percent", { t, _ in t *= 0.9 }))
cart.discounts.append(("bulk", { $0 -= $1.lines.count > 2 ? 1.5 : 0 }))
print(cart.total, (cart + repo.all[1]).lines.map { $0.quantity }, cart.lines[0].quantity, cart.discounts.map(\.name))
let lookup = { (name: String) -> Product? in repo.all.first { $0.name == name } }
print(["pie", "zzz"].map { lookup($0)?.price ?? .nan }, lookup("egg").map { "\($0)" } ?? "")
var events: [(Int, String)] = []
func schedule(at t: Int, _ what: String) { let i = events.firstIndex { $0.0 > t } ?? events.endIndex; events.insert((t, what), at: i) }
schedule(at: 5, "e5"); schedule(at: 1, "e1"); schedule(at: 5, "e5b"); schedule(at: 3, "e3")
print(events, events.map(\.1).joined(separator: ","))
class Observable<T> {
    private var observers: [Int: (T, T) -> Void] = [:], nextID = 0
    var value: T { didSet { for k in observers.keys.sorted() { observers[k]!(oldValue, value) } } }
    init(_ v: T) { value = v }
    func observe(_ f: @escaping (T, T) -> Void) -> () -> Void { let id = nextID; nextID += 1; observers[id] = f; return { [weak self] in self?.observers[id] = nil } }
}
let obs = Observable(1)
var seen: [String] = []
let cancel = obs.observe { seen.append("\($0)->\($1)") }
let cancel2 = obs.observe { _, new in seen.append("b\(new)") }
obs.value = 2; cancel(); obs.value += 10; cancel2(); obs.value = 0
print(seen)
