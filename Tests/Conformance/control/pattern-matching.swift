enum Shape {
    case circle(radius: Double)
    case rectangle(width: Double, height: Double)
    case polygon([(Double, Double)])
    case empty
}
let shapes: [Shape] = [.circle(radius: 1), .rectangle(width: 2, height: 3), .polygon([(0, 0), (1, 0)]), .empty, .circle(radius: 5), .rectangle(width: 2, height: 2)]
for shape in shapes {
    switch shape {
    case .circle(let r) where r > 2: print("big circle", r)
    case .circle(radius: let r): print("circle", r)
    case let .rectangle(w, h) where w == h: print("square", w)
    case let .rectangle(width: w, height: h): print("rectangle", w * h)
    case .polygon(let points): print("polygon of", points.count)
    case .empty: print("nothing")
    }
}
if case .circle(let r) = shapes[0] { print("radius", r) }
if case let .rectangle(w, _) = shapes[1], w > 1 { print("width", w) }
for case .circle(let r) in shapes { print("r =", r) }
for case let .rectangle(w, h) in shapes where w != h { print(w, h) }
let pair: (Any, Int?) = ("text", 3)
if case (let s as String, let n?) = pair { print(s, n) }
let nested: [(String, Int?)] = [("a", 1), ("b", nil), ("c", 3)]
for case let (name, value?) in nested where value > 1 { print(name, value) }
let results: [Result<Int, Never>] = [.success(1)]
for case .success(let v) in results { print(v) }
let value = 7
if case 1..<10 = value { print("in range") }
if case let x = value, x > 5 { print("x", x) }
guard case .empty = shapes[3] else { fatalError() }
let isCircle = if case .circle = shapes[0] { true } else { false }
print(isCircle)
while case .circle(let r) = shapes[4], r > 0 { print("loop once", r); break }
switch (shapes[0], shapes[1]) {
case (.circle, .rectangle): print("circle and rectangle")
default: print("others")
}
