struct Item: Hashable, Comparable { let name: String; let price: Double; static func < (a: Item, b: Item) -> Bool { (a.price, a.name) < (b.price, b.name) } }
struct Inventory {
    private var stock: [Item: Int] = [:]
    var isEmpty: Bool { stock.isEmpty }
    subscript(item: Item) -> Int { get { stock[item, default: 0] } set { stock[item] = newValue > 0 ? newValue : nil } }
    subscript(named name: String) -> Item? { stock.keys.first { $0.name == name } }
    mutating func add(_ item: Item, count: Int = 1) { self[item] += count }
    @discardableResult mutating func remove(_ item: Item, count: Int = 1) -> Bool { guard self[item] >= count else { return false }; self[item] -= count; return true }
    var value: Double { stock.reduce(0) { $0 + $1.key.price * Double($1.value) } }
    func sorted() -> [(item: Item, count: Int)] { stock.sorted { $0.key < $1.key }.map { (item: $0.key, count: $0.value) } }
}
extension Inventory: CustomStringConvertible { var description: String { sorted().map { "\($0.item.name)x\($0.count)" }.joined(separator: ", ") } }
extension Inventory: ExpressibleByDictionaryLiteral { init(dictionaryLiteral elements: (Item, Int)...) { for (i, n) in elements { self[i] = n } } }
let pen = Item(name: "pen", price: 1.5), book = Item(name: "book", price: 12), cup = Item(name: "cup", price: 1.5)
var inv: Inventory = [pen: 10, book: 2]
inv.add(cup, count: 3); inv.add(pen)
print(inv, inv.value, inv[pen], inv[Item(name: "x", price: 0)])
print(inv.remove(book, count: 5), inv.remove(book, count: 2), inv)
let copy = inv; inv[pen] = 0
print(inv, copy, inv.isEmpty, copy[named: "pen"]?.price as Any, copy[named: "zzz"] as Any)
for (i, (item, count)) in copy.sorted().enumerated() { print(i, item.name, count) }
let groups = Dictionary(grouping: [pen, book, cup]) { $0.price }
print(groups[1.5]!.map(\.name).sorted(), groups.keys.sorted(), groups.mapValues(\.count).sorted { $0.key < $1.key }.map(\.value))
