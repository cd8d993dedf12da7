// Intervals of anything that is ordered: a pattern operator, merging, and what only countable bounds have.
struct Interval<Bound: Comparable & Hashable>: Hashable, Comparable, CustomStringConvertible {
    let lower, upper: Bound
    init?(_ a: Bound, _ b: Bound) { guard a <= b else { return nil }; (lower, upper) = (a, b) }
    static func < (a: Self, b: Self) -> Bool { (a.lower, a.upper) < (b.lower, b.upper) }
    var description: String { "[\(lower), \(upper)]" }
    func overlaps(_ o: Self) -> Bool { lower <= o.upper && o.lower <= upper }
    static func ~= (p: Self, x: Bound) -> Bool { p.lower <= x && x <= p.upper }
}
extension Interval where Bound: Strideable, Bound.Stride: SignedInteger { var count: Int { Int(lower.distance(to: upper)) + 1 }; var values: ClosedRange<Bound> { lower...upper } }
extension Sequence { func merged<B>() -> [Interval<B>] where Element == Interval<B> {
    sorted().reduce(into: []) { out, next in if let last = out.last, last.overlaps(next) { out[out.count - 1] = Interval(last.lower, Swift.max(last.upper, next.upper))! } else { out.append(next) } } } }
let xs = [(5, 8), (1, 3), (2, 4), (10, 10), (8, 9), (4, 1)].compactMap { Interval($0.0, $0.1) }
print(xs.count, xs.merged(), xs.merged().map(\.count), xs.sorted().first!, Set(xs + xs).count)
print(["pear", "fig"].compactMap { Interval("a", $0) }.merged(), xs.min()!, xs.max()!)
switch 7 { case xs[0]: print("in", xs[0]); default: print("out") }
for v in [0, 2, 9] { switch v { case Interval(0, 1)!: print(v, "low"); case let n where Interval(2, 5)! ~= n: print(n, "mid"); default: print(v, "high") } }
print(xs[1].values.map { $0 * $0 }, Array(zip(xs, xs.dropFirst())).filter { $0.0.overlaps($0.1) }.count)
let grouped = Dictionary(grouping: xs) { $0.count > 2 }.mapValues { $0.sorted() }
print(grouped[true]!, grouped[false]!)
outer: for a in xs { for b in xs where a != b { if a.overlaps(b) { print("first overlap", a, b); break outer } } }
var byLength: [Int: [Interval<Int>]] = [:]
for x in xs { byLength[x.count, default: []].append(x) }
print(byLength.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: "; "))
