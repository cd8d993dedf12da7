// Records, grouping, sorting and formatted text, as in a first data lesson.
struct Item { let name: String, category: String; var price: Double, stock: Int; var value: Double { price * Double(stock) } }
var items = [
    Item(name: "pencil", category: "office", price: 0.5, stock: 200),
    Item(name: "lamp", category: "home", price: 19.99, stock: 8),
    Item(name: "chair", category: "home", price: 49.5, stock: 3),
    Item(name: "stapler", category: "office", price: 7.25, stock: 0),
    Item(name: "apple", category: "food", price: 0.3, stock: 120),
]
func pad(_ s: String, _ n: Int, right: Bool = false) -> String { let fill = String(repeating: " ", count: max(0, n - s.count)); return right ? fill + s : s + fill }
print(pad("name", 10) + pad("stock", 6, right: true) + pad("value", 10, right: true))
for item in items.sorted(by: { $0.value > $1.value }) { print(pad(item.name, 10) + pad("\(item.stock)", 6, right: true) + pad("\((item.value * 100).rounded() / 100)", 10, right: true)) }
let groups = Dictionary(grouping: items, by: \.category)
for (category, members) in groups.sorted(by: { $0.key < $1.key }) {
    let total = members.map(\.value).reduce(0, +)
    print("\(category): \(members.map(\.name).sorted().joined(separator: ", ")) worth \(total)")
}
print("out of stock:", items.filter { $0.stock == 0 }.map(\.name))
if let best = items.max(by: { $0.price < $1.price }) { print("most expensive:", best.name, best.price) }
for i in items.indices where items[i].category == "home" { items[i].price *= 0.9 }
print(items.map { ($0.price * 100).rounded() / 100 })
let cheap = items.filter { $0.price < 1 }.sorted { ($0.stock, $0.name) > ($1.stock, $1.name) }
print(cheap.map(\.name), items.reduce(0) { $0 + $1.stock }, items.contains { $0.price > 100 })
let (few, many) = items.reduce(into: ([String](), [String]())) { if $1.stock < 10 { $0.0.append($1.name) } else { $0.1.append($1.name) } }
print(few, many)
var byName = Dictionary(uniqueKeysWithValues: items.map { ($0.name, $0) })
byName["lamp"]?.stock -= 2
byName["none"]?.stock -= 2
print(byName["lamp"]!.stock, items[1].stock, byName.count, byName["apple"]?.value ?? 0)
