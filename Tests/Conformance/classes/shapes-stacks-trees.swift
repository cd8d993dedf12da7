// Inheritance with generics, abstract-like bases, protocol with Self, static/class members, required inits, casting, ===, hashing.
class Shape: Hashable, CustomStringConvertible {
    class var kind: String { "shape" }
    static var made = 0
    let id: Int
    required init() { Shape.made += 1; id = Shape.made }
    var area: Double { fatalError("abstract") }
    func scaled(_ k: Double) -> Self { self }
    static func == (a: Shape, b: Shape) -> Bool { a.id == b.id }
    func hash(into h: inout Hasher) { h.combine(id) }
    var description: String { "\(Self.kind)#\(id)" }
    class func build(_ n: Int) -> [Shape] { (0..<n).map { _ in self.init() } }
}
class Square: Shape { var side = 1.0; override class var kind: String { "square" }; override var area: Double { side * side }; override func scaled(_ k: Double) -> Self { side *= k; return self } }
final class Cube: Square { override var area: Double { 6 * super.area }; override class var kind: String { "cube(" + super.kind + ")" }; convenience init(side: Double) { self.init(); self.side = side } }
let shapes: [Shape] = Square.build(2) + Cube.build(1) + [Cube(side: 2)]
print(shapes, shapes.map { $0.area }, Shape.made, Set(shapes + shapes).count)
for s in shapes { switch s { case let c as Cube where c.side > 1: print("big cube", c.scaled(2).side); case is Cube: print("cube"); case let q as Square: print("square", q.scaled(3).area); default: print("?") } }
print(shapes[0] === shapes[0], shapes[0] == shapes[1], shapes[0] is Cube, (shapes[3] as? Square)?.side ?? 0, type(of: shapes[2]) == Cube.self, type(of: shapes[2]).kind)
class Stack<T> { fileprivate var items: [T] = []; func push(_ x: T) { items.append(x) }; func pop() -> T? { items.popLast() }; var top: T? { items.last } }
class LoggedStack<T: CustomStringConvertible>: Stack<T> { var log = ""; override func push(_ x: T) { log += "+\(x)"; super.push(x) }; override func pop() -> T? { defer { log += "-" }; return super.pop() } }
class IntStack: LoggedStack<Int> { var sum: Int { items.reduce(0, +) }; override var top: Int? { super.top.map { $0 * 100 } } }
let st = IntStack(); [1, 2, 3].forEach(st.push); _ = st.pop(); print(st.log, st.sum, st.top!, (st as Stack<Int>).top!, st is LoggedStack<Int>)
protocol Copyable: AnyObject { init(copying other: Self) }
extension Copyable { func copy() -> Self { Self(copying: self) } }
final class Doc: Copyable { var text: String; init(_ t: String) { text = t }; init(copying o: Doc) { text = o.text + "'" } }
let doc = Doc("a"); print(doc.copy().copy().text, doc.copy() === doc)
class Base { init() { setup() }; func setup() { print("base setup") }; deinit { print("base deinit") } }
class Derived: Base { let v: Int; init(_ v: Int) { self.v = v; super.init() }; override func setup() { print("derived setup", v) }; deinit { print("derived deinit", v) } }
do { let d: Base = Derived(7); (d as! Derived).setup() }
class Temp { var c: Double { didSet { if c < -273 { c = -273 } } }; init(_ c: Double) { self.c = c } }
class Body: Temp { override var c: Double { willSet { print("->", newValue) } didSet { print(oldValue, "->", c) } } }
let body = Body(36); body.c = -500; print(body.c)
class Tree { weak var parent: Tree?; private(set) var children: [Tree] = []; let n: String; init(_ n: String) { self.n = n }; func add(_ t: Tree) -> Tree { t.parent = self; children.append(t); return self }; var path: String { (parent?.path ?? "") + "/" + n }; var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }; subscript(i: Int) -> Tree { children[i] } }
let tree = Tree("r").add(Tree("a").add(Tree("b"))).add(Tree("c")); print(tree[0][0].path, tree.depth, tree[1].parent!.n)
func make<T: Shape>(_ t: T.Type) -> T { t.init() }
print(make(Cube.self).side, make(Square.self).description.hasPrefix("square"), [Shape.self, Square.self, Cube.self].map { $0.kind })
