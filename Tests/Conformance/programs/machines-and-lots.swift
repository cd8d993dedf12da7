enum Coin: Int, CaseIterable { case penny = 1, nickel = 5, dime = 10, quarter = 25; static func change(for cents: Int) -> [Coin: Int] { var left = cents; return allCases.reversed().reduce(into: [:]) { acc, c in let n = left / c.rawValue; if n > 0 { acc[c] = n; left -= n * c.rawValue } } } }
enum VendingError: Error, Equatable { case soldOut(String), insufficient(missing: Int), unknown(code: String) }
struct VendingMachine {
    struct Slot { let name: String, price: Int; var stock: Int }
    private var slots: [String: Slot]; private(set) var credit = 0 { didSet { assert(credit >= 0) } }
    private(set) var sales: [(name: String, at: Int)] = []
    init(_ slots: KeyValuePairs<String, Slot>) { self.slots = Dictionary(uniqueKeysWithValues: slots.map { ($0.key, $0.value) }) }
    mutating func insert(_ coins: Coin...) { credit += coins.reduce(0) { $0 + $1.rawValue } }
    mutating func buy(_ code: String) throws(VendingError) -> (item: String, change: [Coin: Int]) {
        guard let slot = slots[code] else { throw .unknown(code: code) }
        guard slot.stock > 0 else { throw .soldOut(slot.name) }
        guard credit >= slot.price else { throw .insufficient(missing: slot.price - credit) }
        slots[code]!.stock -= 1
        defer { credit = 0 }
        sales.append((slot.name, slot.price))
        return (slot.name, Coin.change(for: credit - slot.price))
    }
}
var vm = VendingMachine(["A1": .init(name: "Chips", price: 65, stock: 1), "B2": .init(name: "Gum", price: 5, stock: 0)])
func attempt(_ code: String) { do { let (item, change) = try vm.buy(code); print("got", item, change.sorted { $0.key.rawValue > $1.key.rawValue }.map { "\($0.value)x\($0.key)" }) } catch .unknown(let c) { print("no", c) } catch { print("error", error, error == .insufficient(missing: 40)) } }
attempt("Z9"); vm.insert(.quarter); attempt("A1"); vm.insert(.quarter, .quarter, .dime, .penny); attempt("A1"); attempt("A1"); attempt("B2"); print(vm.credit, vm.sales, vm.sales.map(\.at).reduce(0, +))
print(Coin.change(for: 41).sorted { $0.0.rawValue < $1.0.rawValue }.map { ($0.0, $0.1) })
struct ParkingLot { enum Size: Int, Comparable { case moto, car, truck; static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue } }
    struct Spot: Hashable { let id: Int, size: Size }
    private var free: Set<Spot>; private var used: [String: Spot] = [:]
    init(_ sizes: Size...) { free = Set(sizes.enumerated().map { Spot(id: $0.offset, size: $0.element) }) }
    mutating func park(_ plate: String, _ size: Size) -> Int? { guard used[plate] == nil, let s = free.filter({ $0.size >= size }).min(by: { ($0.size, $0.id) < ($1.size, $1.id) }) else { return nil }; free.remove(s); used[plate] = s; return s.id }
    mutating func leave(_ plate: String) -> Bool { guard let s = used.removeValue(forKey: plate) else { return false }; free.insert(s); return true }
    var summary: String { "\(free.count) free, \(used.count) used" } }
var lot = ParkingLot(.moto, .car, .car, .truck)
print(["a": ParkingLot.Size.car, "b": .truck, "c": .moto, "d": .moto, "e": .truck].sorted { $0.key < $1.key }.map { "\($0.key):\(lot.park($0.key, $0.value).map(String.init) ?? "full")" }, lot.leave("a"), lot.leave("zz"), lot.summary)
final class Elevator { enum Direction { case up, down, idle }; private(set) var floor = 0, direction = Direction.idle, log: [String] = []; private var calls: Set<Int> = []
    func call(_ f: Int...) { calls.formUnion(f) }
    func step() -> Bool { guard let target = nextTarget() else { direction = .idle; return false }; switch target - floor { case 0: calls.remove(floor); log.append("open \(floor)"); case let d where d > 0: direction = .up; floor += 1; default: direction = .down; floor -= 1 }; return true }
    private func nextTarget() -> Int? { switch direction { case .up: calls.filter { $0 >= floor }.min() ?? calls.max(); case .down: calls.filter { $0 <= floor }.max() ?? calls.min(); case .idle: calls.min { abs($0 - floor) < abs($1 - floor) } } } }
let el = Elevator(); el.call(3, 1); var n = 0; while el.step() { n += 1; if n == 2 { el.call(0) } }; print(el.log, n, el.floor, el.direction)
struct Inventory { private var items: [String: (qty: Int, price: Double)] = [:]
    subscript(_ n: String) -> Int { get { items[n]?.qty ?? 0 } set { if newValue <= 0 { items[n] = nil } else { items[n, default: (0, 1)].qty = newValue } } }
    mutating func price(_ n: String, _ p: Double) { items[n]?.price = p }
    var value: Double { items.values.reduce(0) { $0 + Double($1.qty) * $1.price } }
    func report(_ f: (String, Int) -> String = { "\($0):\($1)" }) -> [String] { items.keys.sorted().map { f($0, items[$0]!.qty) } } }
var inv = Inventory(); inv["nut"] += 5; inv["bolt"] = 3; inv.price("nut", 2.5); inv["bolt"] -= 3; inv["cog"] += 1
print(inv.value, inv.report(), inv.report { "\($0.uppercased())x\($1)" }, inv["none"])
indirect enum Expr: Hashable { case n(Int), v(Character), add(Expr, Expr), mul(Expr, Expr)
    static func + (a: Expr, b: Expr) -> Expr { .add(a, b) }; static func * (a: Expr, b: Expr) -> Expr { .mul(a, b) }
    var simplified: Expr { switch self { case let .add(a, b): switch (a.simplified, b.simplified) { case (.n(0), let x), (let x, .n(0)): x; case let (.n(x), .n(y)): .n(x + y); case let (x, y) where x == y: .mul(.n(2), x); case let (x, y): x + y }; case let .mul(a, b): switch (a.simplified, b.simplified) { case (.n(0), _), (_, .n(0)): .n(0); case (.n(1), let x), (let x, .n(1)): x; case let (.n(x), .n(y)): .n(x * y); case let (x, y): x * y }; default: self } }
    func d(_ x: Character) -> Expr { switch self { case .n: .n(0); case .v(let c): .n(c == x ? 1 : 0); case let .add(a, b): a.d(x) + b.d(x); case let .mul(a, b): a.d(x) * b + a * b.d(x) } }
    var text: String { switch self { case .n(let k): "\(k)"; case .v(let c): String(c); case let .add(a, b): "(\(a.text)+\(b.text))"; case let .mul(a, b): "\(a.text)\(b.text)" } } }
let x = Expr.v("x"), e = x * x + .n(3) * x + .n(0); print(e.text, e.simplified.text, e.d("x").text, e.d("x").simplified.text, Set([x, .v("x"), .n(1)]).count)
