protocol Repo<Item> { associatedtype Item: Equatable; var all: [Item] { get }; func find(_ p: (Item) -> Bool) -> Item? }
extension Repo { func find(_ p: (Item) -> Bool) -> Item? { all.first(where: p) }; func has(_ i: Item) -> Bool { all.contains(i) }; func each(_ f: (Item) -> Void) { all.forEach(f) } }
struct Mem<T: Equatable>: Repo { var all: [T] }
let r: any Repo<String> = Mem(all: ["a", "bb"])
r.each { print($0.count) }
print(r.has("a"))
print(r.find { $0.count == 2 } ?? "-")
print([r].map { $0.find { $0.count == 2 } ?? "-" })
