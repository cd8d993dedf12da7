// class-heavy: init chains, required, convenience, failable, override properties, observers in subclass, deinit order, static/class, protocols with Self, weak delegate
protocol GameDelegate: AnyObject { func gameDidStart(_ g: Game); func game(_ g: Game, didScore s: Int); func gameDidEnd() }
extension GameDelegate { func gameDidEnd() { print("default end") } }
class Game { weak var delegate: GameDelegate?; private(set) var score = 0 { didSet { if score > oldValue { delegate?.game(self, didScore: score - oldValue) } } }
    let title: String; class var version: Int { 1 }; static let maker = "ACME"
    required init(title: String) { self.title = title }
    convenience init?(code: Int) { guard code > 0 else { return nil }; self.init(title: "Game\(code)") }
    func start() { delegate?.gameDidStart(self); play(); delegate?.gameDidEnd() }
    func play() { add(1) }
    final func add(_ n: Int) { score += n }
    var summary: String { "\(title) v\(Self.version): \(score)" }
    deinit { print("game over:", title) } }
class Chess: Game { override class var version: Int { super.version + 1 }; var moves: [String] = []
    required init(title: String) { super.init(title: title + "!"); moves.reserveCapacity(4) }
    init(moves: [String]) { self.moves = moves; super.init(title: "custom") }
    override func play() { super.play(); for m in moves { add(m.count) } }
    override var summary: String { super.summary + " moves:\(moves.count)" } }
final class Logger: GameDelegate { var lines: [String] = []; func gameDidStart(_ g: Game) { lines.append("start \(g.title)") }; func game(_ g: Game, didScore s: Int) { lines.append("+\(s)") }; deinit { print("logger gone") } }
do { let l = Logger(); let g = Game(code: 7)!; g.delegate = l; g.start(); let c = Chess(moves: ["e4", "Nf3"]); c.delegate = l; c.start(); print(l.lines, g.summary, c.summary, Game(code: -1) == nil, Chess(code: 3)?.title ?? "none", Chess.version, Chess.maker) }
func makeAll(_ types: [Game.Type]) -> [String] { types.map { $0.init(title: "T").summary } }
print(makeAll([Game.self, Chess.self]))
class Vehicle { var speed = 0.0 { willSet { print("will \(newValue)", terminator: " ") } }; var description: String { "at \(speed)" }; func noise() {} ; init() { print("vehicle init", terminator: " ") } }
class Car: Vehicle { var gear = 1; override var speed: Double { didSet { gear = Int(speed / 10) + 1 } }; override var description: String { super.description + " in gear \(gear)" }; override init() { gear = 0; super.init(); speed = 5 } ; override func noise() { print("vroom") } }
class Limited: Car { override var speed: Double { get { super.speed } set { super.speed = min(newValue, 40) } } }
let car = Car(); car.speed = 25; print(car.description); let lim = Limited(); lim.speed = 90; print(lim.description); (lim as Vehicle).noise()
class Node<T> { var value: T; var next: Node?; weak var prev: Node?; init(_ v: T) { value = v }; deinit { print("~\(value)", terminator: " ") } }
class DList<T> { private(set) var head: Node<T>?, tail: Node<T>?; func append(_ v: T) { let n = Node(v); n.prev = tail; tail?.next = n; tail = n; if head == nil { head = n } }
    func remove(_ n: Node<T>) { n.prev?.next = n.next; n.next?.prev = n.prev; if n === head { head = n.next }; if n === tail { tail = n.prev } }
    var forward: [T] { sequence(first: head, next: { $0?.next }).prefix { $0 != nil }.map { $0!.value } } ; var backward: [T] { var o: [T] = [], n = tail; while let x = n { o.append(x.value); n = x.prev }; return o } }
do { let d = DList<Int>(); for i in 1...4 { d.append(i) }; d.remove(d.head!.next!); print(d.forward, d.backward, terminator: " | ") }; print()
protocol Copyable2 { init(copy: Self) ; func clone() -> Self }
extension Copyable2 { func clone() -> Self { Self(copy: self) } }
final class Doc: Copyable2 { var t: String; var sub: [Doc]; init(_ t: String, _ s: [Doc] = []) { self.t = t; sub = s }; init(copy o: Doc) { t = o.t; sub = o.sub.map { $0.clone() } } }
let d1 = Doc("a", [Doc("b")]); let d2 = d1.clone(); d2.sub[0].t = "changed"; print(d1.sub[0].t, d2.sub[0].t, d1 === d2)
class Singleton { static let shared = Singleton(); private init() { print("created") }; var n = 0; subscript(k: String) -> Int { get { n + k.count } set { n = newValue - k.count } } }
print("before"); Singleton.shared.n += 1; Singleton.shared["abc"] += 10; print(Singleton.shared.n)
class Shape: Comparable { var area: Double { fatalError("abstract") }; static func < (a: Shape, b: Shape) -> Bool { a.area < b.area }; static func == (a: Shape, b: Shape) -> Bool { a.area == b.area } }
class Sq: Shape { let s: Double; init(_ s: Double) { self.s = s }; override var area: Double { s * s } }; class Ci: Shape { let r: Double; init(_ r: Double) { self.r = r }; override var area: Double { 3 * r * r } }
let shapes: [Shape] = [Sq(3), Ci(1), Sq(2)]; print(shapes.sorted().map(\.area), shapes.max()!.area, Sq(2) == Sq(2), shapes.min()! is Ci)
var counterClosure: (() -> Int)? ; do { class Local { var c = 0; deinit { print("local gone") } }; let l = Local(); counterClosure = { l.c += 1; return l.c } }; print(counterClosure!(), counterClosure!()); counterClosure = nil; print("end")
