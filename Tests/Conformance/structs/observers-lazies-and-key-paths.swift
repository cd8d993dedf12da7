// property observers, lazy, static, computed, wrappers by hand, keypaths
struct Temperature {
    var celsius: Double {
        willSet { if newValue > 100 { print("hot! \(celsius) -> \(newValue)") } }
        didSet { history.append(oldValue) }
    }
    private(set) var history: [Double] = []
    var fahrenheit: Double {
        get { celsius * 9 / 5 + 32 }
        set(f) { celsius = (f - 32) * 5 / 9 }
    }
    static let absoluteZero = Temperature(celsius: -273.15)
    static var made = 0
    init(celsius: Double) { self.celsius = celsius; Self.made += 1 }
}
var t = Temperature(celsius: 20)
t.celsius += 5
t.fahrenheit = 250
print(t.celsius, t.history, t.fahrenheit, Temperature.made, Temperature.absoluteZero.fahrenheit)
class Loader {
    lazy var data: [Int] = { print("loading"); return (1...self.size).map { $0 * $0 } }()
    lazy var total = data.reduce(0, +)
    let size: Int
    init(size: Int) { self.size = size }
    static let shared = Loader(size: 3)
    var onChange: ((Int) -> Void)?
    var value = 0 { didSet { if value != oldValue { onChange?(value) } } }
}
let loader = Loader(size: 4)
print("before")
print(loader.total, loader.data, Loader.shared.data.count)
loader.data.append(0)
print(loader.data, loader.total)
loader.onChange = { [weak loader] v in print("changed to", v, loader?.size ?? -1) }
loader.value = 3
loader.value = 3
loader.value *= 2
struct Point { var x = 0.0, y = 0.0 }
struct Line { var a: Point, b: Point; var label: String? ; var length: Double { ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot() } }
var line = Line(a: Point(), b: Point(x: 3, y: 4), label: nil)
let path = \Line.b.x
line[keyPath: path] = 6
line[keyPath: \.a.y] -= 1
print(line[keyPath: path], line[keyPath: \Line.length], line)
let lines = [line, Line(a: Point(), b: Point(x: 1, y: 1), label: "diag")]
print(lines.map(\.length), lines.compactMap(\.label), lines.map(\.b.y), lines.sorted { $0.length < $1.length }.first?.label ?? "?")
func sortedBy<T, V: Comparable>(_ xs: [T], _ path: KeyPath<T, V>, descending: Bool = false) -> [T] {
    xs.sorted { descending ? $0[keyPath: path] > $1[keyPath: path] : $0[keyPath: path] < $1[keyPath: path] }
}
print(sortedBy(["ccc", "a", "bb"], \.count), sortedBy([3, 1, 2], \.self, descending: true))
func set<R, V>(_ root: inout R, _ path: WritableKeyPath<R, V>, _ v: V) { root[keyPath: path] = v }
set(&line, \.label, "new")
print(line.label!, line.label?.count ?? 0)
let paths: [KeyPath<Point, Double>] = [\.x, \.y]
print(paths.map { Point(x: 1, y: 2)[keyPath: $0] })
var storage = [String: Int]()
var counter: Int {
    get { storage["counter"] ?? 0 }
    set { storage["counter"] = newValue; print("set", newValue) }
}
counter += 2
counter += 3
print(counter, storage)
struct Clamped<V: Comparable> {
    private var v: V
    let range: ClosedRange<V>
    init(wrapped: V, _ range: ClosedRange<V>) { self.range = range; v = min(max(wrapped, range.lowerBound), range.upperBound) }
    var wrapped: V { get { v } set { v = min(max(newValue, range.lowerBound), range.upperBound) } }
}
var volume = Clamped(wrapped: 5, 0...10)
volume.wrapped += 100
print(volume.wrapped, volume)
enum Config { static var level = 1 { didSet { print("level \(oldValue)->\(level)") } }; static let names = ["a", "b"] }
Config.level += 1
print(Config.names, Config.level)
