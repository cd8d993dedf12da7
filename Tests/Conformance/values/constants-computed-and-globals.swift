let start = 10
var log: [String] = []
var level = start { didSet { log.append("\(oldValue)->\(level)") } }
var doubled: Int { level * 2 }
var label: String { get { "level \(level)" } set { level = Int(newValue) ?? level } }
level += 5
label = "42"
label = "none"
print(label, doubled, log)
struct Cache { lazy var slow: Int = { log.append("slow"); return 7 }() }
var cache = Cache()
print(log.contains("slow"), cache.slow, cache.slow, log.filter { $0 == "slow" }.count)
func use() -> Int { level -= 2; return doubled }
print(use(), level)
let (a, b): (Int, Double) = (1, 2)
var (c, d) = (a + 1, b / 4)
c += 1; d *= 8
print(a, b, c, d)
let list = [start, level, doubled], lookup = ["start": start, "level": level]
print(list, lookup["level"]!)
let compute: Int = { let x = start * start; return x + 1 }()
let text = { (n: Int) -> String in n > 50 ? "big" : "small" }(compute)
print(compute, text)
typealias Grid = [[Character]]
let grid: Grid = [["a", "b"], ["c"]]
print(grid, String(grid[0]), grid.map { String($0) })
if true { let level = "shadow"; print(level) }
print(level)
let x = 5, y: Double = 2.5, z = "\(x)\(y)"
print(z, x, y)
