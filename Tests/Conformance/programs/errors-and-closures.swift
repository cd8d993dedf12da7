enum BankError: Error, Equatable, CustomStringConvertible {
    case low(need: Int)
    case locked
    case unknown(String)
    var description: String {
        switch self {
        case .low(let n): "need \(n)"
        case .locked: "locked"
        case .unknown(let s): "?\(s)"
        }
    }
}
struct Ledger {
    var accounts: [String: Int]
    var locked: Set<String> = []
    mutating func move(_ n: Int, from a: String, to b: String) throws -> (Int, Int) {
        print("begin", a, b)
        defer { print("end", a) }
        guard let x = accounts[a] else { throw BankError.unknown(a) }
        guard accounts[b] != nil else { throw BankError.unknown(b) }
        guard !locked.contains(a) else { throw BankError.locked }
        if x < n { throw BankError.low(need: n - x) }
        accounts[a]! -= n
        accounts[b, default: 0] += n
        defer { print("moved", accounts[a]!) }
        return (accounts[a]!, accounts[b]!)
    }
}
var led = Ledger(accounts: ["x": 10, "y": 0, "z": 5], locked: ["z"])
for (n, a, b) in [(5, "x", "y"), (50, "x", "y"), (1, "z", "x"), (1, "q", "x"), (1, "x", "w")] {
    do {
        let (l, r) = try led.move(n, from: a, to: b)
        print("->", l, r)
    } catch BankError.low(let need) where need > 40 { print("very low", need) } catch BankError.low,
        BankError.locked
    { print("low or locked") } catch let BankError.unknown(name) { print("unknown", name) } catch {
        print("other", error)
    }
}
func order() -> Int {
    var x = 1
    defer {
        x += 10
        print("d1", x)
    }
    defer {
        x *= 2
        print("d2", x)
    }
    do {
        defer { print("inner") }
        x += 1
    }
    for i in 0..<3 {
        defer { print("loop", i) }
        if i == 1 { continue }
        if i == 2 { break }
        print("body", i)
    }
    return x
}
print(order())
func retry<T>(_ n: Int, _ f: (Int) throws -> T) rethrows -> T {
    for i in 0..<n - 1 { if let v = try? f(i) { return v } }
    return try f(n - 1)
}
print(
    retry(3) { $0 * 2 },
    (try? retry(2) {
        if $0 < 5 { throw BankError.locked }
        return $0
    }) as Any)
do {
    print(
        try retry(3) { i -> String in
            if i < 2 { throw BankError.low(need: i) }
            return "third"
        })
} catch { print(error) }
func typed(_ n: Int) throws(BankError) -> Int {
    if n < 0 { throw .low(need: -n) }
    return n
}
do { _ = try typed(-3) } catch {
    switch error {
    case .low(let n): print("typed", n)
    case .locked, .unknown: print("no")
    }
}
let results = [1, -2, 3].map { n in Result { try typed(n) } }
for r in results {
    switch r {
    case .success(let v): print("ok", v)
    case .failure(let e): print("err", e)
    }
}
print(results.compactMap { try? $0.get() }, (try? results[1].get()) ?? -1)
func parse(_ s: String) throws -> Int {
    struct E: Error { let s: String }
    guard let n = Int(s) else { throw E(s: s) }
    return n
}
do {
    let total = try ["1", "2", "x"].map(parse).reduce(0, +)
    print(total)
} catch { print("parse failed: \(error)") }
do {
    let total = try ["1", "2"].map(parse).reduce(0, +)
    print(total)
} catch { print(error) }
func outer() -> [() -> Int] {
    var n = 0
    func inc() -> Int {
        n += 1
        return n
    }
    func twice() -> Int { inc() + inc() }
    var fs: [() -> Int] = [inc, twice]
    for i in 1...2 {
        var k = i * 10
        fs.append {
            k += n
            return k
        }
    }
    return fs
}
let fs = outer()
print(fs.map { $0() }, fs[0](), fs[2](), fs[3]())
var acc: [Int] = []
let add = { (x: Int) in acc.append(x) }
[1, 2].forEach(add)
add(9)
print(acc)
var cap = 1
let byRef = { cap }
let byVal = { [cap] in cap }
let named = { [c = cap * 100] in c + cap }
cap = 5
print(byRef(), byVal(), named())
class Timer {
    var ticks = 0
    var onTick: ((Int) -> Void)?
    lazy var describe: () -> String = { [unowned self] in "t\(self.ticks)" }
    func tick() {
        ticks += 1
        onTick?(ticks)
    }
    deinit { print("timer gone") }
}
do {
    var seen: [Int] = []
    let t = Timer()
    t.onTick = { [weak t] n in seen.append(n * (t?.ticks ?? 0)) }
    t.tick()
    t.tick()
    print(seen, t.describe())
}
func makeStack<T>() -> (push: (T) -> Void, pop: () -> T?, peek: () -> T?) {
    var a: [T] = []
    return ({ a.append($0) }, { a.popLast() }, { a.last })
}
let st: (push: (String) -> Void, pop: () -> String?, peek: () -> String?) = makeStack()
st.push("a")
st.push("b")
print(st.pop()!, st.peek()!, st.pop()!, st.pop() as Any)
func process(
    _ xs: [Int], transform: (Int) throws -> Int = { $0 }, filter: ((Int) -> Bool)? = nil,
    done: () -> Void = {}
) rethrows -> [Int] {
    defer { done() }
    return try xs.filter(filter ?? { _ in true }).map(transform)
}
print(
    try! process([1, 2, 3]), process([1, 2, 3]) { $0 * 2 },
    try! process([1, 2, 3], filter: { $0 > 1 }),
    process([1]) {
        $0
    } done: {
        print("done!")
    })
do {
    _ = try process([1, 0]) {
        if $0 == 0 { throw BankError.unknown("zero") }
        return 1 / $0
    } done: {
        print("done2")
    }
} catch { print(error, error as? BankError == .unknown("zero"), error is BankError) }
func fact(_ n: Int) -> Int { n <= 1 ? 1 : n * fact(n - 1) }
let factC: (Int) -> Int = { n in (1...max(1, n)).reduce(1, *) }
print(fact(10), factC(10), (1...5).map(fact))
func ack(_ m: Int, _ n: Int) -> Int {
    m == 0 ? n + 1 : n == 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1))
}
print(ack(2, 3))
func hanoi(_ n: Int, _ a: String = "A", _ b: String = "B", _ c: String = "C") -> [String] {
    n == 0 ? [] : hanoi(n - 1, a, c, b) + ["\(a)\(c)"] + hanoi(n - 1, b, a, c)
}
print(hanoi(3).joined(separator: " "))
func swapAll<T>(_ a: inout [T], _ i: Int, _ j: Int) { (a[i], a[j]) = (a[j], a[i]) }
var sw = [1, 2, 3]
swapAll(&sw, 0, 2)
sw.swapAt(0, 1)
print(sw)
func modify(_ f: (inout Int) -> Void) -> Int {
    var x = 5
    f(&x)
    return x
}
print(
    modify { $0 *= 3 },
    modify { x in
        x -= 1
        x = -x
    })
assert(true)
precondition(1 < 2, "never")
