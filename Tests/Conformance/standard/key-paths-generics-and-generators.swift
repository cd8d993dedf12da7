struct Person { var name: String; var age: Int; var tags: [String] = [] }
var people = [Person(name: "Bo", age: 30), Person(name: "Al", age: 25, tags: ["x"]), Person(name: "Cy", age: 35)]
print(people.map(\.name), people.map(\.name.count), people.sorted { $0.age < $1.age }.map(\.name), people.filter(\.tags.isEmpty).count)
let path = \Person.age
print(people[0][keyPath: path], people.map { $0[keyPath: \.name] })
people[1][keyPath: \.age] = 26
var p = people[0]
p[keyPath: path] += 5
print(people[1].age, p.age, people.max { $0.age < $1.age }!.name, people.min(by: { $0.name < $1.name })!.name)
func total<T>(_ items: [T], _ path: KeyPath<T, Int>) -> Int { items.reduce(0) { $0 + $1[keyPath: path] } }
print(total(people, \.age), total(["a", "bcd"], \.count), [1, 2, 3].map(\.self), ["b", "a"].map(\.first))
func sum<S: Sequence>(_ s: S) -> Int where S.Element == Int { s.reduce(0, +) }
print(sum([1, 2]), sum(1...4), sum(Set([5])), sum(stride(from: 0, to: 10, by: 5)))
func largest<C: Collection>(_ c: C) -> C.Element? where C.Element: Comparable { c.max() }
print(largest([3, 9, 2])!, largest("hello")!, largest([Int]()) as Any)
func average<T: BinaryFloatingPoint>(_ xs: [T]) -> T { xs.reduce(0, +) / T(xs.count) }
print(average([1.0, 2.0]), average([Float(1), 4]))
func addAll<T: Numeric>(_ xs: [T]) -> T { var t: T = 0; for x in xs { t += x }; return t }
print(addAll([1, 2, 3]), addAll([0.5, 1.5]), addAll([UInt8(3), 4]))
func gcd<T: BinaryInteger>(_ a: T, _ b: T) -> T { b == 0 ? a : gcd(b, a % b) }
print(gcd(48, 18), gcd(UInt8(12), 8))
extension Sequence where Element: Hashable { func unique() -> [Element] { var seen = Set<Element>(); return filter { seen.insert($0).inserted } } }
print([1, 2, 1, 3].unique(), "banana".unique())
extension Collection { func chunked(_ n: Int) -> [[Element]] { var out: [[Element]] = [], cur: [Element] = []; for x in self { cur.append(x); if cur.count == n { out.append(cur); cur = [] } }; if !cur.isEmpty { out.append(cur) }; return out } }
print((1...5).chunked(2), Array("abcde").chunked(3))
extension Array { subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil } }
print([1, 2][safe: 5] as Any, [1, 2][safe: 1]!)
struct Countdown: Sequence, IteratorProtocol { var n: Int; mutating func next() -> Int? { if n == 0 { return nil }; n -= 1; return n + 1 } }
for x in Countdown(n: 3) { print(x, terminator: " ") }
print(Array(Countdown(n: 4)), Countdown(n: 3).map { $0 * 2 }, Countdown(n: 5).reduce(0, +), Countdown(n: 2).contains(1), zip(Countdown(n: 2), "ab").map { "\($0)\($1)" })
var a = 1, b = 2
swap(&a, &b)
print(a, b, type(of: a), type(of: 1.5), type(of: [1]), type(of: "s"), type(of: ["a": 1]))
struct LCG: RandomNumberGenerator { var state: UInt64; mutating func next() -> UInt64 { state = state &* 6364136223846793005 &+ 1442695040888963407; return state } }
var g = LCG(state: 42)
print(Int.random(in: 1...6, using: &g), Int.random(in: 0..<100, using: &g), Double.random(in: 0..<1, using: &g), Bool.random(using: &g), [1, 2, 3, 4, 5].shuffled(using: &g), ["a", "b", "c"].randomElement(using: &g)!)
let r = 1..<10, c = 2...4
print(r.contains(5), r.count, c.upperBound, r.lowerBound, r.clamped(to: 5..<20), (0.0...1.0).contains(0.5), ("a"..."f").contains("c"), r, c, r.isEmpty, r.overlaps(3..<4))
print((1...).prefix(3).map { $0 }, (5...).first { $0 % 4 == 0 }!, [10, 20, 30][1...], (...3).contains(2))
print(MemoryLayout<Int>.size, MemoryLayout<Int32>.stride, [3: "c"][3] ?? "none", Int8(-5).magnitude, ~5, -7 / 2, -7 % 3, 1 << 10, 0xF0 >> 4, 6 & 3, 6 | 1, 6 ^ 3)
