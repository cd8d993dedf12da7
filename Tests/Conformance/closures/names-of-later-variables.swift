// Closures at the top level name variables that are declared further down.
let show = { (x: Int) -> Int in x + helper(x) + offset }
func helper(_ a: Int) -> Int { a * offset }
var offset = 10
print(show(2))
offset = 3
print(show(2))
var handlers: [() -> Void] = []
handlers.append { total += 1 }
handlers.append { total *= offset; note("twice") }
var total = 0
struct Step { let run: () -> String }
let step = Step(run: { "\(name) \(total) \(notes)" })
func note(_ s: String) { notes.append(s) }
var notes: [String] = []
handlers.forEach { $0() }
handlers.forEach { $0() }
let name = "step"
print(step.run())
