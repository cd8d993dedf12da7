class Node<T>: CustomStringConvertible {
    var value: T {
        willSet { log.append("will \(newValue)") }
        didSet { log.append("did \(oldValue)->\(value)") }
    }
    private(set) var children: [Node] = []
    weak var parent: Node?
    var log: [String] = []
    init(_ v: T, _ kids: Node...) {
        value = v
        for k in kids { add(k) }
    }
    deinit { print("bye", value) }
    func add(_ n: Node) {
        n.parent = self
        children.append(n)
    }
    var depth: Int { (parent?.depth ?? -1) + 1 }
    var description: String { children.isEmpty ? "\(value)" : "\(value)\(children)" }
    func walk(_ visit: (Node, inout Bool) throws -> Void) rethrows {
        var stop = false
        func go(_ n: Node) throws {
            if stop { return }
            try visit(n, &stop)
            for c in n.children { try go(c) }
        }
        try go(self)
    }
}
do {
    let root = Node("r", Node("a", Node("b")), Node("c"))
    print(root, root.children[0].children[0].depth)
    root.value += "!"
    print(root.log)
    var seen: [String] = []
    root.walk { n, stop in
        seen.append(n.value)
        if n.value == "b" { stop = true }
    }
    print(seen)
    let kid = root.children[0]
    print(kid.parent === root, kid.parent?.parent == nil)
}
class Account {
    enum Failure: Error {
        case insufficient(needed: Int)
        case frozen(String)
    }
    fileprivate var balance = 0
    static var count = 0
    class var kind: String { "plain" }
    let id: Int
    init() {
        Account.count += 1
        id = Account.count
    }
    convenience init(opening: Int) {
        self.init()
        balance = opening
    }
    func withdraw(_ n: Int) throws {
        guard n <= balance else { throw Failure.insufficient(needed: n - balance) }
        balance -= n
    }
    func report() -> String { "\(type(of: self).kind)#\(id): \(balance)" }
}
final class Savings: Account {
    var rate: Double
    override class var kind: String { "savings/" + super.kind }
    init(rate: Double) {
        self.rate = rate
        super.init()
        balance = 100
    }
    override func withdraw(_ n: Int) throws {
        if n > 50 { throw Failure.frozen("limit") }
        try super.withdraw(n)
    }
    override func report() -> String { super.report() + " @\(rate)%" }
}
let accounts: [Account] = [Account(opening: 10), Savings(rate: 2.5), Account()]
for a in accounts {
    for n in [5, 60] {
        do {
            try a.withdraw(n)
            print("ok", a.report())
        } catch Account.Failure.insufficient(let x) { print("short", x, a.report()) } catch let f
            as Account.Failure
        { print("failed", f) } catch { fatalError() }
    }
}
print(
    accounts.compactMap { $0 as? Savings }.map(\.rate), accounts.filter { $0 is Savings }.count,
    Account.count)
final class Weak {
    weak var it: Account?
    init(_ a: Account) { it = a }
}
var temp: Account? = Account(opening: 1)
let w = Weak(temp!)
print(w.it?.balance as Any)
temp = nil
print(w.it as Any)
class Base {
    init() { setup() }
    func setup() { print("base") }
    subscript(i: Int) -> Int { i }
}
class Derived: Base {
    var x = 5
    override func setup() {
        print("derived", x)
        x += 1
    }
    override subscript(i: Int) -> Int { super[i] * x }
}
print(Derived()[7])
struct Counter {
    var n = 0 { didSet { if n > 3 { n = 3 } } }
    lazy var big = {
        print("once")
        return 42
    }()
}
var c = Counter()
for _ in 0..<6 { c.n += 1 }
print(c.n, c.big, c.big)
let makers: [String: () -> Base] = ["b": Base.init, "d": Derived.init]
for k in makers.keys.sorted() { _ = makers[k]!() }
unowned let u = accounts[0]
print(u.report(), ObjectIdentifier(u) == ObjectIdentifier(accounts[0]))
