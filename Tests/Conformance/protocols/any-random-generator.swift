// A box of a protocol of the library: its requirement is found by what is in the box.
struct Steps: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6364136223846793005 &+ 1442695040888963407
        return state
    }
}
struct Fixed: RandomNumberGenerator { func next() -> UInt64 { 42 } }
var one: any RandomNumberGenerator = Steps(state: 1)
print(one.next(), one.next())
print(Int.random(in: 0...9, using: &one), Double.random(in: 0..<1, using: &one), Bool.random(using: &one))
print([1, 2, 3, 4].shuffled(using: &one), [5, 6, 7].randomElement(using: &one)!)
one = Fixed()
print(one.next())
func draw(_ n: Int, _ generator: inout any RandomNumberGenerator) -> [UInt64] { (0..<n).map { _ in generator.next() % 10 } }
one = Steps(state: 7)
print(draw(3, &one))
