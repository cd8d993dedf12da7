// closures stored in many places, captured inout restrictions, recursion through closures, escaping in generics
final class Bus {
    typealias H<T> = (T) -> Void
    private var hs: [ObjectIdentifier: [(Any) -> Void]] = [:]
    func on<T>(_ t: T.Type, _ h: @escaping H<T>) {
        hs[ObjectIdentifier(t), default: []].append { if let x = $0 as? T { h(x) } }
    }
    func emit<T>(_ x: T) { hs[ObjectIdentifier(T.self)]?.forEach { $0(x) } }
}
let bus = Bus()
var log: [String] = []
bus.on(Int.self) { log.append("i\($0)") }
bus.on(String.self) { log.append("s\($0)") }
bus.on([Int].self) { log.append("a\($0.count)") }
bus.emit(1)
bus.emit("x")
bus.emit([1, 2])
bus.emit(2.5)
print(log)
struct Lens<S, A> {
    let get: (S) -> A
    let set: (A, S) -> S
    func over(_ f: @escaping (A) -> A) -> (S) -> S { { s in self.set(f(self.get(s)), s) } }
    func then<B>(_ l: Lens<A, B>) -> Lens<S, B> {
        Lens<S, B>(
            get: { l.get(self.get($0)) }, set: { b, s in self.set(l.set(b, self.get(s)), s) })
    }
    init(get: @escaping (S) -> A, set: @escaping (A, S) -> S) {
        self.get = get
        self.set = set
    }
    init(_ k: WritableKeyPath<S, A>) {
        self.init(
            get: { $0[keyPath: k] },
            set: { a, s in
                var s = s
                s[keyPath: k] = a
                return s
            })
    }
}
struct Addr { var city: String, zip: Int }
struct Per {
    var name: String
    var addr: Addr
}
let cityL = Lens(\Per.addr).then(Lens(\Addr.city))
print(
    cityL.over { $0.uppercased() }(Per(name: "n", addr: Addr(city: "rome", zip: 1))),
    cityL.get(Per(name: "q", addr: Addr(city: "c", zip: 2))))
indirect enum Lazy<T> {
    case now(T)
    case later(() -> Lazy<T>)
    var value: T {
        switch self {
        case .now(let t): t
        case .later(let f): f().value
        }
    }
    func map<U>(_ f: @escaping (T) -> U) -> Lazy<U> { .later { .now(f(self.value)) } }
}
func even(_ n: Int) -> Lazy<Bool> { n == 0 ? .now(true) : .later { odd(n - 1) } }
func odd(_ n: Int) -> Lazy<Bool> { n == 0 ? .now(false) : .later { even(n - 1) } }
print(even(100).value, odd(7).map { !$0 }.value)
struct Parser<T> {
    let run: (Substring) -> (T, Substring)?
    func map<U>(_ f: @escaping (T) -> U) -> Parser<U> {
        Parser<U> { s in self.run(s).map { (f($0.0), $0.1) } }
    }
    func flatMap<U>(_ f: @escaping (T) -> Parser<U>) -> Parser<U> {
        Parser<U> { s in
            guard let (t, r) = self.run(s) else { return nil }
            return f(t).run(r)
        }
    }
    func or(_ p: Parser) -> Parser { Parser { self.run($0) ?? p.run($0) } }
    var many: Parser<[T]> {
        Parser<[T]> { s in
            var s = s
            var out: [T] = []
            while let (t, r) = self.run(s) {
                out.append(t)
                s = r
            }
            return (out, s)
        }
    }
    static func pure(_ t: T) -> Parser { Parser { (t, $0) } }
    func skip<U>(_ p: Parser<U>) -> Parser { flatMap { t in p.map { _ in t } } }
}
func char(_ f: @escaping (Character) -> Bool) -> Parser<Character> {
    Parser { s in
        guard let c = s.first, f(c) else { return nil }
        return (c, s.dropFirst())
    }
}
func lit(_ c: Character) -> Parser<Character> { char { $0 == c } }
let digit = char(\.isNumber)
let num = digit.flatMap { d in digit.many.map { Int(String([d] + $0))! } }
func lazyP<T>(_ p: @escaping () -> Parser<T>) -> Parser<T> { Parser { p().run($0) } }
let factor: Parser<Int> = num.or(lit("(").flatMap { _ in lazyP { expr } }.skip(lit(")")))
let term: Parser<Int> = factor.flatMap { f in
    lit("*").flatMap { _ in factor }.many.map { $0.reduce(f, *) }
}
let expr: Parser<Int> = term.flatMap { t in
    char { "+-".contains($0) }.flatMap { op in term.map { op == "+" ? $0 : -$0 } }.many.map {
        $0.reduce(t, +)
    }
}
for s in ["1+2*3", "(1+2)*3-4", "2*(3+4)*5", "x"] {
    if let (v, r) = expr.run(s[...]) { print(s, "=", v, r.isEmpty) } else { print(s, "fails") }
}
func memoize<A: Hashable, R>(_ f: @escaping (A, (A) -> R) -> R) -> (A) -> R {
    var c: [A: R] = [:]
    func g(_ a: A) -> R {
        if let r = c[a] { return r }
        let r = f(a, g)
        c[a] = r
        return r
    }
    return g
}
let collatz = memoize { (n: Int, rec: (Int) -> Int) in
    n == 1 ? 1 : 1 + rec(n % 2 == 0 ? n / 2 : 3 * n + 1)
}
print((1...30).map(collatz).max()!, collatz(27))
let grid = memoize { (p: [Int], rec: ([Int]) -> Int) in
    p[0] == 0 || p[1] == 0 ? 1 : rec([p[0] - 1, p[1]]) + rec([p[0], p[1] - 1])
}
print(grid([6, 6]))
func once(_ f: @escaping () -> Int) -> () -> Int {
    var v: Int?
    return {
        if let v { return v }
        let n = f()
        v = n
        return n
    }
}
var calls = 0
let o = once {
    calls += 1
    return 42
}
print(o(), o(), calls)
func debounce(_ n: Int, _ f: @escaping (Int) -> Void) -> (Int) -> Void {
    var last = -n
    return {
        if $0 - last >= n {
            last = $0
            f($0)
        }
    }
}
var hits: [Int] = []
let d = debounce(3) { hits.append($0) }
[0, 1, 3, 4, 7, 8].forEach(d)
print(hits)
class Machine {
    enum State: Hashable {
        case idle
        case run(Int)
        case done
    }
    private(set) var state = State.idle { didSet { history.append("\(oldValue)>\(state)") } }
    var history: [String] = []
    lazy var table: [String: (State) -> State?] = [
        "start": { $0 == .idle ? .run(0) : nil },
        "tick": { [unowned self] in
            if case .run(let n) = $0 { return n + 1 >= self.limit ? .done : .run(n + 1) }
            return nil
        }, "reset": { _ in .idle },
    ]
    let limit: Int
    init(limit: Int) { self.limit = limit }
    @discardableResult func send(_ e: String...) -> Bool {
        var ok = true
        for x in e { if let s = table[x]?(state) { state = s } else { ok = false } }
        return ok
    }
}
let m = Machine(limit: 2)
print(m.send("start", "tick", "tick", "tick"), m.state, m.history.count)
m.send("reset", "zap")
print(m.history.last!, m.state == .idle)
func compose<T>(_ fs: ((T) -> T)...) -> (T) -> T { fs.reduce({ $0 }) { f, g in { g(f($0)) } } }
print(compose({ $0 + 1 }, { $0 * 2 }, abs)(-5), compose()(7))
