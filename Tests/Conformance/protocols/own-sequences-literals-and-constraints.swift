struct Countdown: Sequence, IteratorProtocol { var n: Int; mutating func next() -> Int? { if n == 0 { return nil }; n -= 1; return n + 1 } }
for x in Countdown(n: 3) { print(x) }
print(Countdown(n: 4).map { $0 * 2 }, Countdown(n: 5).filter { $0 % 2 == 1 }, Countdown(n: 3).reduce(0, +), Array(Countdown(n: 2)))
for (a, b) in zip(Countdown(n: 3), ["x", "y", "z"]) { print(a, b) }
print(Countdown(n: 3).sorted(), Countdown(n: 3).contains(2), Countdown(n: 3).max()!, Countdown(n: 4).first(where: { $0 < 3 })!)
struct Fib: Sequence { struct It: IteratorProtocol { var a = 0, b = 1; mutating func next() -> Int? { let r = a; (a, b) = (b, a + b); return r } } ; func makeIterator() -> It { It() } }
print(Array(Fib().prefix(8)))
struct Deck: Collection { let cards: [String]; var startIndex: Int { 0 } ; var endIndex: Int { cards.count } ; func index(after i: Int) -> Int { i + 1 } ; subscript(i: Int) -> String { cards[i] } }
let d = Deck(cards: ["A", "B", "C"])
print(d.count, d.first!, d.map { $0.lowercased() }, d.isEmpty, d.joined(separator: "-"))
for (i, c) in d.enumerated() { print(i, c) }
struct V: Equatable, Hashable, Comparable, CustomStringConvertible { var x: Int; static func < (a: V, b: V) -> Bool { a.x < b.x } ; var description: String { "V\(x)" } }
print(V(x: 1) < V(x: 2), V(x: 1) == V(x: 1), [V(x: 3), V(x: 1)].sorted(), Set([V(x: 1), V(x: 1)]).count, V(x: 3) >= V(x: 2), max(V(x: 1), V(x: 5)))
struct P: Hashable { let a: Int, b: String; func hash(into h: inout Hasher) { h.combine(a) } ; static func == (l: P, r: P) -> Bool { l.a == r.a } }
print(Set([P(a: 1, b: "x"), P(a: 1, b: "y")]).count)
struct Meters: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral { let v: Double; init(integerLiteral x: Int) { v = Double(x) } ; init(floatLiteral x: Double) { v = x } ; static func + (a: Meters, b: Meters) -> Meters { Meters(floatLiteral: a.v + b.v) } }
let m: Meters = 5; let m2: Meters = 2.5; print((m + m2).v, (m + 3).v)
struct Name: ExpressibleByStringLiteral { let s: String; init(stringLiteral s: String) { self.s = s } }
let nm: Name = "bob"; print(nm.s)
struct Vec: ExpressibleByArrayLiteral { var e: [Double]; init(arrayLiteral x: Double...) { e = x } ; subscript(i: Int) -> Double { get { e[i] } set { e[i] = newValue } } }
var v: Vec = [1, 2, 3]; v[1] = 9; print(v.e)
struct Bag: ExpressibleByDictionaryLiteral { var d: [String: Int] = [:]; init(dictionaryLiteral x: (String, Int)...) { for (k, n) in x { d[k] = n } } }
let bag: Bag = ["a": 1, "b": 2]; print(bag.d["b"]!)
struct User: Identifiable { let id: Int; var name: String }
print([User(id: 1, name: "a"), User(id: 2, name: "b")].first { $0.id == 2 }!.name)
func sumAll<T: Numeric>(_ x: [T]) -> T { var s: T = 0; for e in x { s += e }; return s }
print(sumAll([1, 2, 3]), sumAll([1.5, 2.5]))
func mid<T: BinaryInteger>(_ a: T, _ b: T) -> T { (a + b) / 2 }
print(mid(4, 10))
func avg<T: FloatingPoint>(_ x: [T]) -> T { x.reduce(0, +) / T(x.count) }
print(avg([1.0, 2.0]))
func biggest<C: Collection>(_ c: C) -> C.Element? where C.Element: Comparable { var r: C.Element? = nil; for x in c { if r == nil || x > r! { r = x } }; return r }
print(biggest([3, 9, 2])!, biggest("hello")!)
func printAll(_ xs: some Sequence<Int>) { for x in xs { print(x, terminator: " ") }; print() }
printAll([1, 2]); printAll(1...3); printAll(Countdown(n: 2))
let ah: [AnyHashable: String] = [1: "one", "two": "2"]; print(ah[1]!, ah["two"]!)
extension Array where Element == Int { func total() -> Int { reduce(0, +) } }
extension Array where Element: Comparable { func isSorted() -> Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } } }
print([1, 2].total(), ["a", "c", "b"].isSorted())
enum E: Error, Equatable { case a(Int), b }
let err: any Error = E.a(3)
if let e = err as? E { print(e == .a(3)) }
do { throw E.b } catch let e as E { print("E", e) } catch { print("?") }
protocol Animal { func speak() -> String } ; struct Dog: Animal { func speak() -> String { "Woof" } } ; struct Cat: Animal { func speak() -> String { "Meow" } }
func maker(_ d: Bool) -> any Animal { d ? Dog() : Cat() } ; func opaque() -> some Animal { Dog() }
print(maker(true).speak(), maker(false).speak(), opaque().speak())
let opt: (any Animal)? = nil; print(opt?.speak() ?? "none", type(of: maker(true)))
