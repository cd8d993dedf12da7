protocol Priced { var price: Double { get } }
protocol Named { var name: String { get } }
extension Named { var shout: String { name.uppercased() + "!" } }
struct Item: Priced, Named, Hashable, Comparable, CustomStringConvertible {
    let name: String
    var price: Double
    var tags: Set<String> = []
    static func < (l: Item, r: Item) -> Bool { (l.price, l.name) < (r.price, r.name) }
    var description: String { "\(name)@\(price)" }
}
struct Cart<Element: Priced & Hashable> {
    private(set) var counts: [Element: Int] = [:]
    private var order: [Element] = []
    mutating func add(_ e: Element, _ n: Int = 1) {
        if counts[e] == nil { order.append(e) }
        counts[e, default: 0] += n
    }
    @discardableResult
    mutating func remove(_ e: Element) -> Int? {
        order.removeAll { $0 == e }
        return counts.removeValue(forKey: e)
    }
    var total: Double { order.reduce(0) { $0 + $1.price * Double(counts[$1] ?? 0) } }
    subscript(e: Element) -> Int {
        get { counts[e] ?? 0 }
        set { if newValue == 0 { remove(e) } else { add(e, newValue - (counts[e] ?? 0)) } }
    }
    func filter(_ p: (Element) throws -> Bool) rethrows -> [Element] { try order.filter(p) }
}
extension Cart: Sequence {
    func makeIterator() -> AnyIterator<(Element, Int)> {
        var i = 0
        return AnyIterator {
            guard i < order.count else { return nil }
            defer { i += 1 }
            return (order[i], counts[order[i]]!)
        }
    }
}
extension Cart where Element: Named {
    func receipt() -> String {
        map { "\($0.0.name) x\($0.1)" }.joined(separator: ", ")
    }
    func named(_ n: String) -> Element? { first { $0.0.name == n }?.0 }
}
var cart = Cart<Item>()
let tea = Item(name: "tea", price: 3.5)
let mug = Item(name: "mug", price: 12, tags: ["kitchen", "gift"])
cart.add(tea, 2)
cart.add(mug)
cart[tea] += 3
print(cart.total, cart.receipt(), cart[mug])
cart[mug] = 0
print(cart.receipt(), cart.remove(mug) as Any)
print([mug, tea].sorted(), [mug, tea].max()!, mug.shout, tea < mug)
print(cart.named("tea")?.tags.isEmpty ?? false, cart.named("x") == nil)
enum Discount {
    case none
    case percent(Double)
    case flat(Double, min: Double)
    case bulk(threshold: Int, then: [Double])
}
func apply(_ d: Discount, to c: Cart<Item>) -> Double {
    switch d {
    case .none: return c.total
    case .percent(let p) where p > 100: return 0
    case .percent(let p): return c.total * (1 - p / 100)
    case .flat(let f, min: let m) where c.total >= m: return c.total - f
    case .flat: return c.total
    case .bulk(let t, let steps):
        let n = c.counts.values.reduce(0, +)
        guard n >= t, let s = steps.dropFirst(n - t).first ?? steps.last else { return c.total }
        return c.total * s
    }
}
for d in [
    Discount.none, .percent(10), .percent(101), .flat(2, min: 5), .flat(2, min: 500),
    .bulk(threshold: 3, then: [0.9, 0.8, 0.5]),
] {
    print(d, apply(d, to: cart))
}
let grouped = Dictionary(
    grouping: ["apple", "avocado", "banana", "blueberry", "cherry"], by: \.first!)
for (k, v) in grouped.sorted(by: { $0.key < $1.key }) { print(k, v) }
print(grouped.mapValues(\.count).filter { $0.value > 1 }.keys.sorted())
var inventory = ["a": 1, "b": 2]
inventory.merge(["b": 5, "c": 7]) { old, new in old * 10 + new }
print(inventory.sorted { $0.value > $1.value }.map { "\($0)=\($1)" })
if case (let lo, let hi)? = inventory.values.min().flatMap({ m in
    inventory.values.max().map { (m, $0) }
}) {
    print(lo, hi)
}
