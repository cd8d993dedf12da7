class Probe {
    let n: String
    init(_ n: String) {
        self.n = n
        print("+\(n)")
    }
    deinit { print("-\(n)") }
}
struct Oops: Error { var at: Int }
class Base {
    let a: Probe
    var b: Probe?
    init(_ k: Int) throws {
        a = Probe("a\(k)")
        if k == 1 { throw Oops(at: 1) }
        b = Probe("b\(k)")
        if k == 2 { throw Oops(at: 2) }
    }
    init?(opt k: Int) {
        if k == 0 { return nil }
        a = Probe("o\(k)")
        if k == 1 { return nil }
    }
    deinit { print("~Base", a.n, b?.n ?? "-") }
}
class Sub: Base {
    let c: Probe
    var d = Probe("d")
    override init(_ k: Int) throws {
        c = Probe("c\(k)")
        if k == 0 { throw Oops(at: 0) }
        try super.init(k)
        if k == 3 { throw Oops(at: 3) }
    }
    init?(both k: Int) {
        c = Probe("cb")
        super.init(opt: k)
        d = Probe("d2")
    }
    deinit { print("~Sub", c.n, d.n) }
}
for k in 0...4 {
    do {
        let s = try Sub(k)
        print("made", s.c.n)
    } catch let e as Oops { print("oops", e.at) } catch {}
}
for k in 0...2 {
    print(Base(opt: k) == nil)
    print(Sub(both: k)?.d.n ?? "nil")
}
class Animal {
    var name: String { "animal" }
    var legs = 4 { didSet { print("legs", oldValue, legs) } }
    var mood: String = "ok"
    func describe() -> String { "\(name) with \(legs)" }
    class var species: String { "none" }
    static let kingdom = "K"
    subscript(i: Int) -> String { "\(name)[\(i)]" }
    init() {}
    final func fixed() -> String { describe() + "/" + type(of: self).species }
}
class Bird: Animal {
    override var name: String { "bird/" + super.name }
    override var legs: Int {
        willSet { print("will", newValue) }
        didSet { print("bird legs", oldValue) }
    }
    override var mood: String {
        get { super.mood + "!" }
        set { super.mood = newValue.uppercased() }
    }
    override class var species: String { "aves" }
    override subscript(i: Int) -> String { super[i * 2] }
    override init() {
        super.init()
        legs = 2
    }
}
class Parrot: Bird {
    var words: [String] = []
    override func describe() -> String {
        words.isEmpty ? super.describe() : super.describe() + " " + words.joined(separator: ",")
    }
    override var name: String { "parrot" }
    override class var species: String { super.species + "/psitta" }
    lazy var echo: (String) -> Void = { [unowned self] w in
        self.words.append(w)
        print(self.describe())
    }
}
let zoo: [Animal] = [Animal(), Bird(), Parrot()]
for z in zoo {
    z.legs += 1
    z.mood = "calm"
    print(z.describe(), z.mood, z[3], z.fixed(), type(of: z).kingdom)
}
let p = zoo[2] as! Parrot
p.echo("hi")
p.echo("ho")
(p as Bird).legs = 9
print((p as Animal).name, p.fixed())
class Shape {
    func area() -> Double { fatalError("abstract") }
    var label: String { "\(Self.self):\(area())" }
    func scaled(_ k: Double) -> Self { self }
    static func == (l: Shape, r: Shape) -> Bool { l.area() == r.area() }
}
extension Shape: Equatable, Comparable, CustomStringConvertible {
    static func < (l: Shape, r: Shape) -> Bool { l.area() < r.area() }
    var description: String { "<\(label)>" }
}
final class Sq: Shape {
    var s: Double
    init(_ s: Double) { self.s = s }
    override func area() -> Double { s * s }
    override func scaled(_ k: Double) -> Sq { Sq(s * k) }
}
final class Ci: Shape {
    var r: Double
    init(_ r: Double) { self.r = r }
    override func area() -> Double { 3 * r * r }
    override func scaled(_ k: Double) -> Self {
        r *= k
        return self
    }
}
let shapes: [Shape] = [Sq(3), Ci(1), Sq(1)]
print(
    shapes.sorted(), shapes.max()!, shapes.map { $0.scaled(2).area() }, shapes[0] == Sq(3),
    shapes.firstIndex(of: Ci(2))!, shapes.contains(Sq(9)),
    Set(shapes.map { ObjectIdentifier($0) }).count)
class Stack<T> {
    fileprivate var items: [T] = []
    func push(_ x: T) { items.append(x) }
    func pop() -> T? { items.popLast() }
    var top: T? { items.last }
    class func make(_ xs: T...) -> Stack {
        let s = Stack()
        xs.forEach(s.push)
        return s
    }
}
class LogStack<T: CustomStringConvertible>: Stack<T> {
    var log: [String] = []
    override func push(_ x: T) {
        log.append("push \(x)")
        super.push(x)
    }
    override func pop() -> T? {
        let x = super.pop()
        log.append("pop \(x.map { $0.description } ?? "nil")")
        return x
    }
    override var top: T? {
        log.append("top")
        return super.top
    }
}
final class IntStack: LogStack<Int> {
    var sum: Int { items.reduce(0, +) }
    override func push(_ x: Int) { super.push(x * 10) }
}
let st: Stack<Int> = IntStack()
st.push(1)
st.push(2)
print(
    st.pop()!, st.top!, (st as! IntStack).sum, (st as? LogStack<Int>)!.log, Stack.make(1, 2).pop()!,
    st is LogStack<Int>, type(of: st))
_ = st.pop()
print(st.pop() as Any, (st as! IntStack).log.last!)
protocol Del: AnyObject { func did(_ s: String) }
class Worker {
    weak var del: (any Del)?
    var done: ((Worker) -> Void)?
    func go() {
        del?.did("go")
        done?(self)
    }
    deinit { print("worker gone") }
}
class Boss: Del {
    var notes: [String] = []
    let w = Worker()
    init() {
        w.del = self
        w.done = { [weak self] x in self?.notes.append("done \(x === self?.w)") }
    }
    func did(_ s: String) { notes.append(s) }
    deinit { print("boss gone", notes) }
}
do {
    let b = Boss()
    b.w.go()
}
var boss: Boss? = Boss()
let keep = boss!.w
boss = nil
keep.go()
print(keep.del == nil)
struct Wrap {
    let p: Probe
    var q: [Probe] = []
}
do {
    var w = Wrap(p: Probe("w"))
    w.q = [Probe("q1"), Probe("q2")]
    var v = w
    v.q.removeFirst()
    print("copied", w.q.count)
    w.q = []
    print("cleared")
}
func take(_ p: Probe) -> String {
    defer { print("taken") }
    return p.n
}
print(take(Probe("t")))
_ = Probe("unused")
let x = Probe("x")
print(x.n)
var arr = [Probe("z1"), Probe("z2")]
arr.remove(at: 0)
arr[0] = Probe("z3")
arr = arr.filter { $0.n != "z3" }
print("end")
