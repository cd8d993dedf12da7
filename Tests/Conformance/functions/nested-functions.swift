func statistics(_ values: [Double]) -> (mean: Double, deviation: Double) {
    func mean(_ list: [Double]) -> Double { list.reduce(0, +) / Double(list.count) }
    let average = mean(values)
    func square(_ v: Double) -> Double {
        let difference = v - average
        return difference * difference
    }
    return (average, mean(values.map(square)).squareRoot())
}
let s = statistics([2, 4, 4, 4, 5, 5, 7, 9])
print(s.mean, s.deviation, s)
func makeCounter(start: Int) -> () -> Int {
    var n = start
    func next() -> Int {
        n += 1
        return n
    }
    return next
}
let a = makeCounter(start: 10), b = makeCounter(start: 100)
print(a(), a(), b(), a(), b())
func parity(_ n: Int) -> String {
    func even(_ k: Int) -> Bool { k == 0 || odd(k - 1) }
    func odd(_ k: Int) -> Bool { k != 0 && even(k - 1) }
    return even(n) ? "even" : "odd"
}
print(parity(4), parity(9))
func chooser(_ up: Bool) -> (Int) -> Int {
    func forward(_ n: Int) -> Int { n + 1 }
    func back(_ n: Int) -> Int { n - 1 }
    return up ? forward : back
}
print(chooser(true)(5), chooser(false)(5))
func build() -> [String] {
    var lines: [String] = []
    func add(_ text: String, indent: Int = 0) { lines.append(String(repeating: " ", count: indent) + text) }
    add("root")
    add("child", indent: 2)
    do { func add2() { add("deep", indent: 4) }; add2() }
    return lines
}
for line in build() { print(line) }
func local() -> Int {
    struct Pair { let a: Int; let b: Int; var sum: Int { a + b } }
    enum Mode { case fast, slow }
    let mode = Mode.fast
    return mode == .fast ? Pair(a: 1, b: 2).sum : 0
}
print(local())
