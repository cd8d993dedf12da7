class Game {
    let name: String
    private(set) var log: [String] = []
    init(_ name: String) { self.name = name }
    func setUp() {}
    func turn(_ n: Int) -> Bool { preconditionFailure("override turn") }
    final func play(limit: Int = 5) -> Int {
        setUp()
        for n in 1...limit where !turn(n) { note("over"); return n }
        note("limit")
        return limit
    }
    func note(_ s: String) { log.append("\(name): \(s)") }
}
class Countdown: Game { var left = 3; override func setUp() { left = 3; note("set up") }; override func turn(_ n: Int) -> Bool { left -= 1; note("\(left)"); return left > 0 } }
class Endless: Game { override func turn(_ n: Int) -> Bool { true }; override func note(_ s: String) { super.note(s.uppercased()) } }
final class Doubling: Countdown { override func turn(_ n: Int) -> Bool { defer { note("turn \(n)") }; return super.turn(n) } ; override init(_ name: String) { super.init(name + "2") } }
for g in [Countdown("count"), Endless("end"), Doubling("d")] as [Game] { print(g.play(), g.log) }
let again = Countdown("c")
print(again.play(limit: 1), again.play(), again.log.count)
