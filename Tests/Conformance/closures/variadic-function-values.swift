// Function values that take any number of arguments.
func sum(_ xs: Int...) -> Int { xs.reduce(0, +) }
let add: (Int...) -> Int = sum
print(add(), add(1), add(1, 2, 3))

let scaled: (Int, Int...) -> [Int] = { factor, xs in xs.map { $0 * factor } }
print(scaled(3), scaled(3, 1, 2))

let area = { (unit: String, sides: Double...) in "\(sides.reduce(1, *)) \(unit)" }
print(area("m²", 2, 3.5), area("m"))

struct Formatter { var join: (String...) -> String }
let dashed = Formatter(join: { (parts: String...) in parts.joined(separator: "-") })
print(dashed.join("a", "b", "c"))

func apply(_ f: (Int...) -> Int) -> [Int] { [f(), f(4), f(4, 5)] }
print(apply(sum), apply { $0.count }, apply { (xs: Int...) in xs.max() ?? -1 })
print(type(of: add))
