func line(slope: Double, intercept: Double) -> (Double) -> Double { { slope * $0 + intercept } }
let f = line(slope: 2, intercept: 1)
print((0...3).map { f(Double($0)) })
func derivative(_ f: @escaping (Double) -> Double) -> (Double) -> Double {
    let h = 1.0 / 1024
    return { x in (f(x + h) - f(x - h)) / (2 * h) }
}
print(derivative { $0 * $0 }(3))
print(derivative(derivative { $0 * $0 * $0 })(2))
func memoized(_ f: @escaping (Int) -> Int) -> (Int) -> Int {
    var cache: [Int: Int] = [:]
    return { n in
        if let known = cache[n] { return known }
        let value = f(n)
        cache[n] = value
        return value
    }
}
var evaluations = 0
let slow = memoized { n in evaluations += 1; return n * n }
print(slow(4), slow(4), slow(5), evaluations)
func accumulator() -> (add: (Int) -> Void, total: () -> Int) {
    var sum = 0
    return ({ sum += $0 }, { sum })
}
let acc = accumulator()
acc.add(3); acc.add(4)
print(acc.total())
func iterate(_ n: Int, _ f: @escaping (Double) -> Double) -> (Double) -> Double {
    n == 0 ? { $0 } : { x in iterate(n - 1, f)(f(x)) }
}
print(iterate(10) { $0 * 2 }(1))
let newton = { (n: Double) in iterate(6) { ($0 + n / $0) / 2 } }
print(newton(2)(1))
