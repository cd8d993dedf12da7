// Scheduler: enums with payload in dictionaries, Comparable tuples, labelled loops, defer order
struct Job: CustomStringConvertible { enum Priority: Int, Comparable { case low = 1, mid = 5, high = 10; static func < (l: Self, r: Self) -> Bool { l.rawValue < r.rawValue } }
    let id: Int, name: String, pri: Priority; var deps: Set<Int> = []; var description: String { "#\(id) \(name)" } }
struct Cycle: Error { let path: [Int] }
func order(_ jobs: [Job]) throws -> [Job] { let byId = Dictionary(uniqueKeysWithValues: jobs.map { ($0.id, $0) }); var state: [Int: Bool] = [:], out: [Job] = []
    func visit(_ id: Int, _ path: [Int]) throws { switch state[id] { case true?: return; case false?: throw Cycle(path: path + [id]); case nil: state[id] = false; for d in byId[id]!.deps.sorted() { try visit(d, path + [id]) }; state[id] = true; out.append(byId[id]!) } }
    for j in jobs.sorted(by: { ($0.pri, -$0.id) > ($1.pri, -$1.id) }) { try visit(j.id, []) }; return out }
let jobs = [Job(id: 1, name: "build", pri: .mid, deps: [3]), Job(id: 2, name: "test", pri: .high, deps: [1]), Job(id: 3, name: "fetch", pri: .low), Job(id: 4, name: "lint", pri: .high)]
print(try order(jobs), jobs.max { $0.pri < $1.pri }!, Job.Priority(rawValue: 5)!, Job.Priority.low < .high)
var bad = jobs; bad[2].deps.insert(2); do { _ = try order(bad) } catch let c as Cycle { print("cycle", c.path.map(String.init).joined(separator: "->")) }
func nested() -> [String] { var log: [String] = []; func inner() { defer { log.append("d1") }; defer { log.append("d2"); do { defer { log.append("inner d") }; log.append("in d2") } }; for i in 0..<3 { defer { log.append("loop\(i)") }; if i == 1 { continue }; if i == 2 { break }; log.append("body\(i)") }; log.append("end") }; inner(); return log }
print(nested())
search: for a in 1...20 { for b in a...20 { let c2 = a * a + b * b; let c = Int(Double(c2).squareRoot()); if c > 20 { continue search }; if c * c == c2 { print(a, b, c, terminator: "; "); if a > 8 { break search } } } }; print()
var n = 27, steps = 0; repeat { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps += 1 } while n != 1; print(steps); var k = 10; while true { k -= 3; guard k > 0 else { break }; if k % 2 == 0 { continue }; print("odd", k) }
let table = (1...4).map { r in (1...4).map { c in String(r * c).count < 2 ? " \(r * c)" : "\(r * c)" }.joined(separator: " ") }.joined(separator: "\n"); print(table)
for i in stride(from: 1.0, through: 0, by: -0.25) where i != 0.5 { print(i, terminator: " ") }; for (i, c) in zip(1..., "xyz") where i != 2 { print(i, c, terminator: " ") }; for _ in 0..<2 { print("*", terminator: "") }; print(); for case (let i, let s?) in [(1, "a"), (2, nil), (3, "c")] { print(i, s) }
let shape: (kind: String, dims: [Int]) = ("box", [2, 3]); switch shape { case ("dot", _): print("dot"); case (let k, let d) where d.count == 2: print(k, d[0] * d[1]); default: print("?") }
func fizz(_ n: Int) -> String { switch (n.isMultiple(of: 3), n.isMultiple(of: 5)) { case (true, true): "FizzBuzz"; case (true, _): "Fizz"; case (_, true): "Buzz"; default: "\(n)" } }; print((1...15).map(fizz).joined(separator: ","))
let c: Character = "q"; switch c { case "a", "e", "i", "o", "u": print("vowel"); case "a"..."z": print("consonant"); default: print("other") }; let score = 77; let g = if score >= 90 { "A" } else if score >= 70 { "B" } else { "C" }; print(g); switch score { case ..<50: print("low"); case 50..<80 where score % 7 == 0: print("lucky"); case 50...: print("fine"); default: print("never") }
