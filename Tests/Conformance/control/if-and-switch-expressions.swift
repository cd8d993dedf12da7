let n = 7
let parity = if n % 2 == 0 { "even" } else { "odd" }
print(parity)
let size = switch n {
case ..<0: "negative"
case 0: "zero"
case 1...9: "small"
default: "large"
}
print(size)
func sign(_ x: Double) -> Int {
    if x > 0 { 1 } else if x < 0 { -1 } else { 0 }
}
print(sign(3), sign(-2), sign(0))
enum Weather { case sun, rain(mm: Int), wind(Double) }
func describe(_ w: Weather) -> String {
    switch w {
    case .sun: "sunny"
    case .rain(let mm) where mm > 10: "heavy rain"
    case .rain: "rain"
    case .wind(let speed): "wind at \(speed)"
    }
}
for w in [Weather.sun, .rain(mm: 3), .rain(mm: 30), .wind(7.5)] { print(describe(w)) }
let price: Double = if n > 5 { 10 } else { 20.5 }
print(price)
let label: String? = if n > 100 { nil } else { "small number" }
print(label as Any)
let f = { (x: Int) -> String in
    if x > 0 { "plus" } else { "not plus" }
}
print(f(1), f(-1))
var state = "start"
state = switch state { case "start": "running"; case "running": "done"; default: "?" }
print(state)
let nested = if n > 0 { if n > 5 { "big" } else { "small" } } else { "none" }
print(nested)
struct Box { let value: Int; var kind: String { switch value { case 0: "empty"; default: "full" } } }
print(Box(value: 0).kind, Box(value: 1).kind)
