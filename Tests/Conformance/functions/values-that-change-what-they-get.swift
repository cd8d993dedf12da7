var xs = [3, 1, 2]
var ys = ["b", "a"]
let sw: (inout Int, inout Int) -> Void = swap
var p = 1
var q = 2
sw(&p, &q)
print(p, q)
let appendTo: (inout [Int], Int) -> Void = { $0.append($1) }
appendTo(&xs, 9)
print(xs)
print(
    ["a", "b"].reduce(into: "", +=), [1, 2, 3].reduce(into: 0, -=), [2.0, 3].reduce(into: 1, *=),
    [[1], [2, 3]].reduce(into: [], +=))
func fold<T, R>(_ xs: [T], into r: R, _ f: (inout R, T) throws -> Void) rethrows -> R {
    var r = r
    for x in xs { try f(&r, x) }
    return r
}
print(
    fold([1, 2, 3], into: 0, +=), fold(["x"], into: "y", +=),
    fold([1, 2], into: [Int](), { $0.append($1 * 2) }),
    fold([1, 2, 3], into: (0, 1)) {
        $0.0 += $1
        $0.1 *= $1
    })
struct Counter {
    var n = 0
    mutating func bump(_ k: Int) { n += k }
    static func += (a: inout Counter, k: Int) { a.bump(k * 10) }
}
print(
    fold([1, 2], into: Counter(), +=).n, [1, 2].reduce(into: Counter()) { $0.bump($1) }.n,
    [3].reduce(into: Counter(), +=).n)
let ops: [String: (inout Double, Double) -> Void] = ["+": (+=), "*": (*=), "-": { $0 -= $1 }]
var acc = 2.0
for k in ops.keys.sorted() { ops[k]!(&acc, 3) }
print(acc)
func applyTwice(_ f: (inout Int) -> Void, _ x: inout Int) {
    f(&x)
    f(&x)
}
applyTwice({ $0 *= 3 }, &p)
print(p)
func tripled(_ x: inout Int) { x *= 3 }
applyTwice(tripled, &q)
print(q)
let t: (inout Int) -> Void = tripled
t(&xs[0])
print(xs)
class Acc {
    var total = 0
    func add(_ x: inout Int) {
        total += x
        x = 0
    }
    static func zero(_ x: inout Int) { x = 0 }
}
let a = Acc()
applyTwice(a.add, &xs[1])
print(a.total, xs)
let add = a.add
add(&xs[2])
Acc.zero(&xs[3])
applyTwice(Acc.zero, &xs[0])
print(a.total, xs)
let un = Acc.add
var z = 8
un(a)(&z)
print(z, a.total)
func make() -> (inout [String]) -> Void {
    var n = 0
    return {
        n += 1
        $0.append("n\(n)")
    }
}
let m = make()
m(&ys)
m(&ys)
print(ys)
func sortBy<T, K: Comparable>(_ k: KeyPath<T, K>, _ up: Bool = true) -> (T, T) -> Bool {
    { up ? $0[keyPath: k] < $1[keyPath: k] : $0[keyPath: k] > $1[keyPath: k] }
}
struct Person {
    var name: String, age: Int
    var initials: String { String(name.prefix(1)) }
}
let ps = [Person(name: "Bo", age: 3), Person(name: "Al", age: 9), Person(name: "Cy", age: 1)]
print(
    ps.sorted(by: sortBy(\.name)).map(\.age), ps.sorted(by: sortBy(\.age, false)).map(\.initials),
    ps.map(\.name.count), ps.max(by: sortBy(\.age))!.name, ps.min { $0.age < $1.age }!.name)
func thenBy<T>(_ fs: ((T, T) -> Bool)...) -> (T, T) -> Bool {
    { a, b in
        for f in fs {
            if f(a, b) { return true }
            if f(b, a) { return false }
        }
        return false
    }
}
print(
    (ps + [Person(name: "Di", age: 3)]).sorted(by: thenBy(sortBy(\.age), sortBy(\.name, false)))
        .map(\.name))
var paths: [(String, PartialKeyPath<Person>)] = [("name", \.name), ("age", \.age)]
print(paths.map { "\($0.0)=\(ps[0][keyPath: $0.1])" }, paths.count)
var who = ps[0]
let w: WritableKeyPath<Person, Int> = \.age
who[keyPath: w] += 10
for k in [\Person.age] { who[keyPath: k] *= 2 }
print(who)
let comp = (\Person.name).appending(path: \.count)
print(ps[1][keyPath: comp])
func update<T, V>(_ x: T, _ k: WritableKeyPath<T, V>, _ f: (inout V) -> Void) -> T {
    var x = x
    f(&x[keyPath: k])
    return x
}
print(
    update(who, \.name) { $0 += "!" }.name, update([1, 2, 3], \.[1]) { $0 = 20 },
    update(["k": 1], \.["k"]) { $0? += 4 }, update((1, "t"), \.1) { $0.append("u") })
infix2()
func infix2() {
    let f = max as (Int, Int) -> Int
    let g: (Double, Double) -> Double = min
    let h: (String) -> Int? = Int.init
    let i: ([Int]) -> Int = { $0.count }
    let j = [Int].init as (Range<Int>) -> [Int]
    let k: (Int, Int) -> Range<Int> = (..<)
    let l: (Bool) -> Bool = (!)
    let n: (Int) -> Int = (-)
    let o = String.hasPrefix as (String) -> (String) -> Bool
    let r: (Character) -> String = String.init
    let s = stride(from:to:by:) as (Int, Int, Int) -> StrideTo<Int>
    let u: (Int...) -> Int = { $0.reduce(0, +) }
    print(
        f(1, 2), g(1, 2), h("x") as Any, i([1]), j(0..<2), k(1, 3), l(true), n(4), o("abc")("a"),
        r("c"), Array(s(0, 5, 2)), u(1, 2, 3))
}
