// What is random is only tested for what must hold.
let rolls = (0..<200).map { _ in Int.random(in: 1...6) }
print(rolls.count, rolls.allSatisfy { 1...6 ~= $0 }, Set(rolls).count == 6, rolls.min()! >= 1)
let units = (0..<100).map { _ in Double.random(in: 0..<1) }
print(units.allSatisfy { $0 >= 0 && $0 < 1 }, Set(units).count > 90)
let deck = Array(1...52)
let shuffled = deck.shuffled()
print(shuffled.sorted() == deck, shuffled.count, deck == Array(1...52))
var hand = deck
hand.shuffle()
print(Set(hand) == Set(deck), hand.prefix(5).count, deck.randomElement().map(deck.contains)!, [Int]().randomElement() as Any)
print((0..<50).map { _ in Bool.random() }.count, UInt8.random(in: 0...255) >= 0, Float.random(in: -1...1).magnitude <= 1, "abc".randomElement().map("abc".contains)!)
struct Fixed: RandomNumberGenerator { var n: UInt64 = 0; mutating func next() -> UInt64 { n &+= 0x9E3779B97F4A7C15; return n } }
var g = Fixed()
let picks = (0..<20).map { _ in Int.random(in: 0..<10, using: &g) }
print(picks.allSatisfy { (0..<10).contains($0) }, [1, 2, 3].shuffled(using: &g).sorted(), ["a"].randomElement(using: &g)!, Double.random(in: 2...2, using: &g), Bool.random(using: &g) || true)
func estimate(_ n: Int) -> Double { Double((0..<n).filter { _ in let x = Double.random(in: -1...1), y = Double.random(in: -1...1); return x * x + y * y <= 1 }.count) / Double(n) * 4 }
print((2.8...3.5).contains(estimate(2000)))
