import Foundation
// Newton, bisection, the trapezoid rule and Euler, in plain Double arithmetic.
func newton(_ f: (Double) -> Double, _ df: (Double) -> Double, from x0: Double) -> (root: Double, steps: Int) {
    var x = x0
    for step in 1...100 {
        let next = x - f(x) / df(x)
        if abs(next - x) < 1e-12 { return (next, step) }
        x = next
    }
    return (x, 100)
}
print(newton({ $0 * $0 - 2 }, { 2 * $0 }, from: 1))
func bisect(_ f: (Double) -> Double, _ low: Double, _ high: Double) -> Double {
    var (low, high) = (low, high)
    while high - low > 1e-9 {
        let middle = (low + high) / 2
        if f(low) * f(middle) <= 0 { high = middle } else { low = middle }
    }
    return (low + high) / 2
}
print(String(format: "%.6f", bisect({ cos($0) - $0 }, 0, 1)))
func integrate(_ f: (Double) -> Double, from a: Double, to b: Double, pieces n: Int = 1000) -> Double {
    let h = (b - a) / Double(n)
    return (1..<n).reduce((f(a) + f(b)) / 2) { $0 + f(a + Double($1) * h) } * h
}
print(integrate({ $0 * $0 }, from: 0, to: 3), integrate(sin, from: 0, to: .pi))
func euler(_ slope: (Double, Double) -> Double, y: Double, to end: Double, steps: Int) -> Double {
    var y = y, t = 0.0
    let h = end / Double(steps)
    for _ in 0..<steps { y += h * slope(t, y); t += h }
    return y
}
print(euler({ _, y in y }, y: 1, to: 1, steps: 10), euler({ t, _ in 2 * t }, y: 0, to: 2, steps: 4))
func gradientDescent(_ start: [Double], rate: Double, _ gradient: ([Double]) -> [Double]) -> [Double] {
    var x = start
    for _ in 0..<200 { x = zip(x, gradient(x)).map { $0 - rate * $1 } }
    return x
}
print(gradientDescent([5, -3], rate: 0.1) { [2 * ($0[0] - 1), 4 * ($0[1] + 2)] }.map { ($0 * 1e6).rounded() / 1e6 })
func solve(_ a: [[Double]], _ b: [Double]) -> [Double] {
    var m = zip(a, b).map { $0 + [$1] }
    for i in m.indices {
        let pivot = (i..<m.count).max { abs(m[$0][i]) < abs(m[$1][i]) }!
        m.swapAt(i, pivot)
        for r in m.indices where r != i {
            let k = m[r][i] / m[i][i]
            for c in i...m.count { m[r][c] -= k * m[i][c] }
        }
    }
    return m.indices.map { m[$0][m.count] / m[$0][$0] }
}
print(solve([[2, 1], [1, 3]], [3, 5]))
let data = [2.0, 4, 4, 4, 5, 5, 7, 9], mean = data.reduce(0, +) / 8
print(mean, sqrt(data.map { pow($0 - mean, 2) }.reduce(0, +) / 8), exp(1.0), log(10.0), tanh(0.5), 1 / (1 + exp(-0.3)))
