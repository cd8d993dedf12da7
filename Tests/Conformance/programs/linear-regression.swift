struct Line: CustomStringConvertible { var slope = 0.0, intercept = 0.0
    func callAsFunction(_ x: Double) -> Double { slope * x + intercept }
    var description: String { "y = \(slope) x \(intercept < 0 ? "-" : "+") \(abs(intercept))" } }
let data: [(x: Double, y: Double)] = [(1, 2.1), (2, 3.9), (3, 6.2), (4, 7.8), (5, 10.1)]
func leastSquares(_ d: [(x: Double, y: Double)]) -> Line {
    let n = Double(d.count), mx = d.map(\.x).reduce(0, +) / n, my = d.map(\.y).reduce(0, +) / n
    let slope = d.reduce(0) { $0 + ($1.x - mx) * ($1.y - my) } / d.reduce(0) { $0 + ($1.x - mx) * ($1.x - mx) }
    return Line(slope: slope, intercept: my - slope * mx)
}
func error(_ l: Line) -> Double { data.map { (x, y) in (l(x) - y) * (l(x) - y) }.reduce(0, +) / Double(data.count) }
let exact = leastSquares(data)
print(exact, error(exact))
var line = Line()
for epoch in 1...2000 {
    var gradient = (slope: 0.0, intercept: 0.0)
    for (x, y) in data {
        let delta = line(x) - y
        gradient.slope += 2 * delta * x / Double(data.count)
        gradient.intercept += 2 * delta / Double(data.count)
    }
    line.slope -= 0.02 * gradient.slope
    line.intercept -= 0.02 * gradient.intercept
    if epoch == 1 || epoch % 500 == 0 { print(epoch, line.slope, error(line)) }
}
print(abs(line.slope - exact.slope) < 1e-3, (line(6) * 100).rounded() / 100)
