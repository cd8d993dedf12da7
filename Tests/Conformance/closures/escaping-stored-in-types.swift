final class Button {
    var actions: [(String) -> Void] = []
    var onClick: (() -> Void)?
    func add(_ action: @escaping (String) -> Void) { actions.append(action) }
    func press() {
        onClick?()
        for action in actions { action("pressed") }
    }
}
let button = Button()
var log: [String] = []
button.add { log.append("1 \($0)") }
button.add { text in log.append("2 \(text.uppercased())") }
button.press()
button.onClick = { print("click") }
button.press()
print(log)
struct Step {
    let name: String
    let run: (Double) -> Double
    var enabled = true
}
let steps = [
    Step(name: "double", run: { $0 * 2 }),
    Step(name: "skip", run: { _ in 0 }, enabled: false),
    Step(name: "increment") { $0 + 1 },
]
var value = 5.0
for step in steps where step.enabled {
    value = step.run(value)
    print(step.name, value)
}
struct Lazy<T> {
    let make: () -> T
    init(_ make: @escaping () -> T) { self.make = make }
}
print(Lazy { 3 + 4 }.make())
enum Command { case run(() -> Int), value(Int) }
for command in [Command.run { 7 }, .value(8)] {
    switch command {
    case .run(let f): print("ran", f())
    case .value(let v): print("value", v)
    }
}
class Node { var compute: (() -> Int)?; var n = 3 }
let node = Node()
node.compute = { [weak node] in (node?.n ?? 0) * 2 }
node.n = 10
print(node.compute!(), node.compute?() ?? 0)
