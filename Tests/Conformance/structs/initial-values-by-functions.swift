var made = 0
struct Item { var id = nextID(); let name = label("item", 2); var tags = pair(1, "a"); static let first = nextID() * 100; lazy var big = scaled(id) }
func nextID() -> Int {
    made += 1
    return made
}
func label(_ text: String, _ count: Int = 1) -> String { String(repeating: text, count: count) }
func label(_ number: Int) -> Int { number }
func pair<A, B>(_ a: A, _ b: B) -> (A, B) { (a, b) }
func scaled(_ n: Int) -> Double { Double(n) * 1.5 }
class Box { var value = label(7); let item = makeItem() }
func makeItem() -> Item { Item() }
var item = Item()
print(item.id, item.name, item.tags, item.big, Item().id, Item.first, Box().value, Box().item.id, Item(id: 50).id)
