// Local variables that are computed, observed or lazy.
func halves() {
    var whole = 1
    var double: Int {
        get { whole * 2 }
        set { whole = newValue / 2 }
    }
    double = 10
    print(whole, double)
    double += 4
    func bump(_ n: inout Int) { n += 10 }
    bump(&double)
    print(whole, [1, 2].map { $0 * double })
}
halves()

func scores() -> Int {
    var log: [String] = []
    var score = 0 {
        willSet { log.append("to \(newValue)") }
        didSet { if score > 10 { score = 10; log.append("cut from \(oldValue)") } }
    }
    score += 4
    for step in [3, 5] { score += step }
    print(log)
    return score
}
print(scores())

func report(_ asked: Bool) {
    lazy var table: [Int] = { print("made"); return (1...3).map { $0 * $0 } }()
    lazy var total = table.reduce(0, +)
    print("start")
    if asked { print(total, table); table.append(16); print(table.count, total) }
}
report(false)
report(true)
