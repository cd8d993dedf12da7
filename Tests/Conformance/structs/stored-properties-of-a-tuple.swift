struct Fibonacci: Sequence, IteratorProtocol {
    var (a, b) = (0, 1)
    mutating func next() -> Int? {
        defer { (a, b) = (b, a + b) }
        return a < 100 ? a : nil
    }
}
print(Array(Fibonacci()), Fibonacci(a: 3, b: 5).prefix(3).map { $0 })
class Holder {
    let (x, y): (Int, String) = (1, "a")
    static let (p, q) = (2, 3)
    var (u, (v, w)) = (1, (2, 3.5))
}
let holder = Holder()
holder.v += 5
print(holder.x, holder.y, Holder.p + Holder.q, holder.u, holder.v, holder.w)
