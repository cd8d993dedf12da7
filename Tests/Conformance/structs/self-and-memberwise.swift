struct Builder {
    private(set) var parts: [String] = []
    func adding(_ part: String) -> Self { var copy = self; copy.parts.append(part); return copy }
    static func start() -> Self { Self() }
    func same(as other: Self) -> Bool { parts == other.parts }
}
print(Builder.start().adding("a").adding("b").parts, Builder().same(as: .start()))
struct Config { var width = 640; var height: Int; var title: String? ; let debug = false; var scale: Double = 1 }
print(Config(height: 480), Config(width: 1, height: 2, title: "t", scale: 3), Config(height: 5, scale: 2).scale)
struct Node { var value: Int; var next: [Node] = [] }
let chain = Node(value: 1, next: [Node(value: 2, next: [Node(value: 3)])])
print(chain.next[0].next[0].value, chain)
struct Toggle { var on = false; mutating func flip() -> Toggle { on.toggle(); return self } }
var t = Toggle()
print(t.flip().on, t.flip().on, t)
struct Reset { var n = 5; mutating func reset() { self = .init() }; mutating func become(_ other: Reset) { self = other } }
var r = Reset(n: 9)
r.reset(); print(r.n); r.become(Reset(n: 1)); print(r.n)
struct Pair<A, B> { let a: A; let b: B; func flipped() -> Pair<B, A> { Pair<B, A>(a: b, b: a) } }
print(Pair(a: 1, b: "x").flipped())
