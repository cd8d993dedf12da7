struct Clamped { private var stored: Int; let range: ClosedRange<Int>; init(_ v: Int, _ r: ClosedRange<Int>) { range = r; stored = min(max(v, r.lowerBound), r.upperBound) }
    var value: Int { get { stored } set { stored = min(max(newValue, range.lowerBound), range.upperBound) } } }
struct Volume { private var left = Clamped(5, 0...10), right = Clamped(50, 0...10)
    var balance: Int { get { right.value - left.value } set { left.value = 5 - newValue / 2; right.value = 5 + newValue / 2 } }
    var both: (Int, Int) { (left.value, right.value) } }
var v = Volume()
print(v.both, v.balance)
v.balance = 4
print(v.both)
v.balance = 100
print(v.both, v.balance)
struct Dice { let sides: Int; private(set) var rolls: [Int] = []; private var seed = 1
    init(sides: Int = 6) { self.sides = sides }
    mutating func roll() -> Int { seed = (seed * 1103515245 + 12345) % 2147483648; rolls.append(seed / 65536 % sides + 1); return rolls.last! } }
var d = Dice()
print((0..<5).map { _ in d.roll() }, d.rolls.count, Dice(sides: 20).sides)
struct Meters { var value: Double; var feet: Double { get { value / 0.3048 } set { value = newValue * 0.3048 } }; var text: String { value >= 1000 ? "\(value / 1000) km" : "\(value) m" } }
var m = Meters(value: 1500)
print(m.text)
m.feet = 1000
print(m.text, (m.feet * 10).rounded() / 10)
m.value += 1e4
print(m.text)
