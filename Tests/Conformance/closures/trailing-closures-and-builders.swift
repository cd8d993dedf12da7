struct Task { let name: String; let work: () -> Int }
struct Plan { var tasks: [Task] = []; mutating func task(_ name: String, work: @escaping () -> Int) { tasks.append(Task(name: name, work: work)) } }
func plan(_ build: (inout Plan) -> Void) -> Plan { var p = Plan(); build(&p); return p }
let p = plan { p in
    p.task("one") { 1 }
    p.task("sum") { (1...4).reduce(0, +) }
    for i in 0..<2 { p.task("loop \(i)") { i * 100 } }
}
for t in p.tasks { print(t.name, t.work()) }
func animate(_ seconds: Double, body: () -> Void, completion: ((Bool) -> Void)? = nil) { body(); completion?(seconds > 0) }
animate(1) { print("body") }
animate(0) { print("body 2") } completion: { print("done", $0) }
func configure<T>(_ value: T, _ change: (inout T) -> Void) -> T { var v = value; change(&v); return v }
print(configure([1, 2]) { $0.append(3); $0[0] = 9 }, configure("a") { $0 += "b" })
func transform(_ list: [Int], where keep: (Int) -> Bool = { _ in true }, _ f: (Int) -> Int) -> [Int] { list.filter(keep).map(f) }
print(transform([1, 2, 3]) { $0 * 2 }, transform([1, 2, 3], where: { $0 > 1 }) { -$0 })
let groups = ["one", "two", "three"].reduce(into: [Int: [String]]()) { result, word in result[word.count, default: []].append(word) }
print(groups[3]!, groups[5]!)
func measure(_ label: String, _ times: Int = 2, _ block: () throws -> Int) rethrows -> String { var total = 0; for _ in 0..<times { total += try block() }; return "\(label) \(total)" }
print(measure("x") { 5 }, measure("y", 3) { 1 })
let sorted = [("b", 2), ("a", 2), ("c", 1)].sorted { l, r in
    if l.1 != r.1 { return l.1 > r.1 }
    return l.0 < r.0
}
print(sorted)
