class A { class var v: Int { 1 }; class func f(_ n: Int) -> Int { n }; static func make() -> String { "A" } }
class B: A { override class var v: Int { super.v + 1 }; override class func f(_ n: Int) -> Int { super.f(n) * 10 } }
print(B.v, B.f(3), A.v)
let x = max(0, .pi)
print(x)
class P { var n = 0; func same(as o: P) -> Bool { n == o.n }; func copy(from o: P) { n = o.n } ; static func == (a: P, b: P) -> Bool { a.n == b.n } }
let p = P(), q = P(); q.n = 4; p.copy(from: q); print(p.n)
struct Money: Strideable { var c: Int; func distance(to o: Money) -> Int { o.c - c }; func advanced(by n: Int) -> Money { Money(c: c + n) } }
print(stride(from: Money(c: 0), to: Money(c: 10), by: 4).map(\.c), stride(from: Money(c: 3), through: Money(c: 0), by: -1).map(\.c), (Money(c: 1)...Money(c: 3)).contains(Money(c: 2)))
var d = ["b": 2, "a": 1]
if let i = d.index(forKey: "a") { print(d[i], d.distance(from: d.startIndex, to: i) >= 0); d.remove(at: i) }
print(d, d.firstIndex { $0.key == "b" } != nil)
import Foundation
print("Hello".range(of: "L", options: .caseInsensitive) != nil, "a-A-a".replacingOccurrences(of: "a", with: "x", options: .caseInsensitive), "abcabc".range(of: "b", options: .backwards)!.lowerBound.utf16Offset(in: "abcabc"))
typealias Pair<T> = (T, T)
let pr: Pair<Int> = (1, 2); print(pr.0 + pr.1)
func f<T>(_ p: Pair<T>) -> [T] { [p.0, p.1] }
print(f((3, 4)), f(("a", "b")))
enum Op: String { case add = "+", sub = "-"; var fn: (Int, Int) -> Int { switch self { case .add: (+); case .sub: (-) } } }
print(Op(rawValue: "+")!.fn(2, 3), Op.sub.fn(2, 3))
struct Wrapper<T> { var v: T; subscript<U>(_ f: (T) -> U) -> U { f(v) }; static subscript(n: Int) -> String { "static \(n)" } }
print(Wrapper(v: 4)[{ $0 * 2 }], Wrapper<Int>[3])
var it = [1, 2, 3].makeIterator(); while let x = it.next() { print(x, terminator: " ") }; print()
print([3, 1, 2].sorted(by: { $0 > $1 }), [1, 2, 3, 4].reduce((0, 1)) { ($0.0 + $1, $0.1 * $1) }, (1...3).flatMap { x in (1...x).map { (x, $0) } }.filter { $0 == $1 }.count)
let (evens, odds) = (1...6).reduce(into: ([Int](), [Int]())) { $1 % 2 == 0 ? $0.0.append($1) : $0.1.append($1) }; print(evens, odds)
let t = [("a", 1), ("b", 2)]; let dict = Dictionary(uniqueKeysWithValues: t); print(dict["b"]!, Dictionary(t) { a, _ in a }["a"]!)
print(zip([1, 2], ["x", "y"]).reduce(into: [:]) { $0[$1.0] = $1.1 }[2]!)
