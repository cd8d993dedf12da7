struct LCG: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6364136223846793005 &+ 1442695040888963407
        return state
    }
}
struct SplitMix { var s: UInt64; mutating func next() -> Double { s &+= 0x9E3779B97F4A7C15; var z = s; z = (z ^ (z >> 30)) &* 0xBF58476D1CE4E5B9; z = (z ^ (z >> 27)) &* 0x94D049BB133111EB; return Double((z ^ (z >> 31)) >> 11) / Double(1 << 53) } }
var g = SplitMix(s: 7)
print((0..<3).map { _ in g.next() })
var inside = 0
for _ in 0..<5000 { let x = g.next(), y = g.next(); if x * x + y * y < 1 { inside += 1 } }
print(4 * Double(inside) / 5000)
var walk = [0]
for _ in 0..<20 { walk.append(walk.last! + (g.next() < 0.5 ? -1 : 1)) }
print(walk, walk.min()!, walk.max()!)
var l = LCG(state: 1)
print((0..<3).map { _ in l.next() })
var counts = [Int](repeating: 0, count: 6)
for _ in 0..<600 { counts[Int(g.next() * 6)] += 1 }
print(counts, counts.reduce(0, +))
func shuffled<T>(_ items: [T], with random: inout SplitMix) -> [T] {
    var items = items
    for i in stride(from: items.count - 1, to: 0, by: -1) { items.swapAt(i, Int(random.next() * Double(i + 1))) }
    return items
}
print(shuffled(Array(1...10), with: &g))
func gaussianSum(_ n: Int) -> Double { (0..<n).map { _ in g.next() }.reduce(-Double(n) / 2, +) }
let sample = (0..<200).map { _ in gaussianSum(12) }
print((sample.reduce(0, +) / 200 * 1000).rounded() / 1000, sample.filter { abs($0) < 1 }.count)
