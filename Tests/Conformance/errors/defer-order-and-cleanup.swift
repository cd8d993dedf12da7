var events: [String] = []
struct Broken: Error { let at: Int }
func open(_ name: String) throws -> String { if name == "bad" { throw Broken(at: 0) }; events.append("open \(name)"); return name }
func close(_ name: String) { events.append("close \(name)") }
func copy(_ a: String, _ b: String, failing: Bool = false) throws -> Int {
    let x = try open(a)
    defer { close(x) }
    let y = try open(b)
    defer { close(y); events.append("after \(y)") }
    for i in 0..<3 {
        defer { events.append("chunk \(i)") }
        if failing, i == 1 { throw Broken(at: i) }
        if i == 2 { return i * 100 }
    }
    return 0
}
for (a, b, f) in [("a", "b", false), ("a", "bad", false), ("c", "d", true)] {
    events = []
    do { print("result", try copy(a, b, failing: f)) } catch { print("error", error) }
    print(events)
}
func nested() -> [Int] { var out: [Int] = []; func inner() { defer { out.append(3) }; out.append(1); do { defer { out.append(2) } } }; inner(); defer { out.append(99) }; return out }
print(nested())
var depth = 0
func recurse(_ n: Int) throws { depth += 1; defer { depth -= 1 }; if n == 0 { print("deepest", depth); throw Broken(at: depth) }; try recurse(n - 1) }
do { try recurse(3) } catch let e as Broken { print(e.at, depth) } catch {}
for i in 0..<3 { defer { print("end", i) }; if i == 1 { continue }; print("body", i) }
