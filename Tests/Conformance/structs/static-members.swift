struct Counter {
    static var made = 0
    static let limit = 3
    static var remaining: Int { limit - made }
    let number: Int
    init?() {
        guard Counter.made < Self.limit else { return nil }
        Counter.made += 1
        number = Self.made
    }
    static func reset() { made = 0 }
    static func describe(_ c: Counter?) -> String { c.map { "counter \($0.number)" } ?? "no counter" }
}
for _ in 0..<4 { print(Counter.describe(Counter()), Counter.remaining) }
Counter.reset()
print(Counter.made)
Counter.made += 10
print(Counter.made, Counter.remaining)
enum Constants { static let g = 9.81; static let names = ["x", "y"]; static func fall(_ t: Double) -> Double { g * t * t / 2 } }
print(Constants.g, Constants.names[1], Constants.fall(2))
class Registry {
    static let shared = Registry()
    static var instances = 0
    private(set) var entries: [String] = []
    init() { Registry.instances += 1 }
    class var kind: String { "base" }
    class func create() -> String { "created by \(kind)" }
    func add(_ e: String) { entries.append(e) }
}
class Special: Registry { override class var kind: String { "special" } }
Registry.shared.add("a"); Registry.shared.add("b")
print(Registry.shared.entries, Registry.instances, Registry.create(), Special.create())
struct Color: Equatable { var r, g, b: Int; static let red = Color(r: 255, g: 0, b: 0), black = Color(r: 0, g: 0, b: 0) }
let c: Color = .red
print(c, c == .red, [Color.red, .black].count, c == .black)
func paint(_ c: Color) -> Int { c.r }
print(paint(.red), paint(.init(r: 7, g: 0, b: 0)))
struct Lazy { static let value: Int = { print("computed once"); return 42 }() }
print("before"); print(Lazy.value); print(Lazy.value)
