func show(_ n: Int) -> String { "Int \(n)" }
func show(_ d: Double) -> String { "Double \(d)" }
func show(_ s: String) -> String { "String \(s)" }
func show(_ list: [Int]) -> String { "Ints \(list)" }
func show(_ list: [String]) -> String { "Strings \(list)" }
func show<T>(_ other: T) -> String { "other \(other)" }
func show(_ a: Int, _ b: Int) -> String { "two \(a) \(b)" }
func show(value: Int) -> String { "labelled \(value)" }
print(show(1), show(1.5), show("s"), show([1]), show(["s"]), show(true), show(1, 2), show(value: 3))
let d: Double = 2
print(show(d), show(Float(1)), show([1.5]), show(nil as Int?))
func make() -> Int { 7 }
func make() -> String { "seven" }
let number: Int = make()
let text: String = make()
print(number, text)
struct Box {
    func put(_ n: Int) -> String { "number" }
    func put(_ s: String) -> String { "text" }
    func put(_ n: Int, times: Int) -> String { "many" }
    func put(_ n: Int?) -> String { "maybe" }
}
let box = Box()
print(box.put(1), box.put("a"), box.put(1, times: 2), box.put(nil))
func area(side: Double) -> Double { side * side }
func area(radius: Double) -> Double { 3 * radius * radius }
func area(width: Double, height: Double) -> Double { width * height }
print(area(side: 2), area(radius: 2), area(width: 2, height: 3))
func apply(_ f: (Int) -> Int) -> String { "Int closure \(f(2))" }
func apply(_ f: (String) -> String) -> String { "String closure \(f("a"))" }
print(apply { (n: Int) in n * 2 }, apply { (s: String) in s + s })
let pick: (Double) -> String = show
print(pick(3))
