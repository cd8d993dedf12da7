let base = 10
struct Config { var size = base; var name = "c"; var point = Point(x: 1, y: 2); static var shared = Config(); static let all = [Config(), Config(size: 3)] }
struct Point { var x: Int, y: Int; var sum: Int { x + y } }
print(Config().size, Config().point.sum, Config.all.count); Config.shared.size = 99; print(Config.shared.size)
var celsius = 0.0 { didSet { print("celsius \(oldValue) -> \(celsius)") } }
celsius = 10; celsius += 5
var fahrenheit: Double { get { celsius * 2 + 32 } set { celsius = (newValue - 32) / 2 } }
print(fahrenheit); fahrenheit = 50; print(celsius)
var double: Int { base * 2 }
print(double)
enum Opt<T> { case none, some(T); var value: T? { if case .some(let v) = self { return v }; return nil } }
let o1 = Opt.some(3); let o2: Opt<String> = .none; print(o1, o2.value as Any, o1.value!)
struct Grid<T> { let w: Int, h: Int; var cells: [T]
  init(_ w: Int, _ h: Int, repeating v: T) { self.w = w; self.h = h; cells = Array(repeating: v, count: w * h) }
  subscript(x: Int, y: Int) -> T { get { cells[y * w + x] } set { cells[y * w + x] = newValue } }
  static func square(_ n: Int, of v: T) -> Grid { Grid(n, n, repeating: v) }
  func mapped<U>(_ f: (T) throws -> U) rethrows -> Grid<U> { var g = Grid<U>(w, h, repeating: try f(cells[0])); for i in cells.indices { g.cells[i] = try f(cells[i]) }; return g } }
var g = Grid(2, 2, repeating: 0); g[1, 0] = 5; g[0, 1] += 3; print(g.cells, g); print(Grid.square(2, of: "a").cells, g.mapped { Double($0) / 2 }.cells)
func counterPair() -> (inc: () -> Void, get: () -> Int) { var n = 0; func bump() { n += 1; if n < 0 { reset() } }; func reset() { n = 0; if n > 5 { bump() } }; return (bump, { n }) }
let cp = counterPair(); cp.inc(); cp.inc(); print(cp.get())
func process(_ xs: [Int]) -> (evens: [Int], odds: [Int]) { var e: [Int] = [], o: [Int] = []; func add(_ x: Int) { if x % 2 == 0 { e.append(x) } else { o.append(x) } }; xs.forEach(add); return (e, o) }
print(process([1, 2, 3, 4, 5]))
struct Stack<E> { private var s: [E] = []; var isEmpty: Bool { s.isEmpty }; mutating func push(_ e: E...) { s += e }; @discardableResult mutating func pop() -> E? { s.popLast() }; func peek() -> E? { s.last } }
extension Stack where E: Equatable { func contains(_ e: E) -> Bool { s.contains(e) } }
extension Stack where E == Int { var total: Int { s.reduce(0, +) } }
var st = Stack<Int>(); st.push(1, 2, 3); st.pop(); print(st.contains(2), st.contains(3), st.total, st.peek() ?? 0, st)
struct Money: Comparable, Hashable { var cents: Int; static func < (a: Money, b: Money) -> Bool { a.cents < b.cents } }
print([Money(cents: 5), Money(cents: 2)].sorted(), Money(cents: 1) >= Money(cents: 1), max(Money(cents: 5), Money(cents: 9)), [Money(cents: 5), Money(cents: 2)].min()!)
enum Level: Int, Comparable, CaseIterable { case low = 1, mid = 5, high; static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue } }
print(Level.low < .high, Level.allCases.max()!, Level(rawValue: 6) ?? .low, Level(rawValue: 7) as Any, Level.allCases.filter { $0 > .low })
struct Rect { struct Size { var w = 0.0, h = 0.0 }; var origin = (x: 0.0, y: 0.0); var size = Size(); var center: (x: Double, y: Double) { get { (origin.x + size.w / 2, origin.y + size.h / 2) } set { origin.x = newValue.x - size.w / 2; origin.y = newValue.y - size.h / 2 } } }
var r = Rect(origin: (1, 1), size: Rect.Size(w: 4, h: 2)); r.center = (10, 10); print(r.origin, r.center, r); r.size.w *= 2; print(r.size)
func fib() -> () -> Int { var (a, b) = (0, 1); return { defer { (a, b) = (b, a + b) }; return a } }
let nextFib = fib(); print((0..<10).map { _ in nextFib() })
let sq: (Int) -> Int = { x in let y = x * x; return y }; print(sq(5), [1, 2].map(sq))
struct Poly { var c: [Int]; func callAsFunction(_ x: Int) -> Int { c.reversed().reduce(0) { $0 * x + $1 } } }
print(Poly(c: [1, 2, 3])(2))
precondition(true); var inoutArr = [3, 1, 2]; func sortIt(_ a: inout [Int], by f: (Int, Int) -> Bool = { $0 < $1 }) { a.sort(by: f) }; sortIt(&inoutArr); print(inoutArr); sortIt(&inoutArr, by: >); print(inoutArr)
func divide(_ a: Int, by b: Int) -> (q: Int, r: Int)? { guard b != 0 else { return nil }; return (a / b, a % b) }
if let (q, r) = divide(7, by: 2) { print(q, r) }; if case let (q, r)? = divide(9, by: 4) { print(q, r) }; print(divide(1, by: 0) == nil)
