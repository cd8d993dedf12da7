import Foundation
let data = [4.0, 8, 15, 16, 23, 42]
let n = Double(data.count), mean = data.reduce(0, +) / n
func square(_ x: Double) -> Double { x * x }
let variance = data.map { square($0 - mean) }.reduce(0, +) / (n - 1)
print(mean, variance, sqrt(variance), data.sorted()[data.count / 2], (data[2] + data[3]) / 2)
print(String(format: "%.3f ± %.3f", mean, sqrt(variance)), (mean * 100).rounded() / 100, mean.rounded(.up), Int(mean.rounded(.toNearestOrAwayFromZero)))
let weights = [0.1, 0.2, 0.3, 0.2, 0.1, 0.1]
print(zip(data, weights).map(*).reduce(0, +), weights.reduce(0, +), weights.reduce(0, +) == 1, abs(weights.reduce(0, +) - 1) < 1e-12)
func percentile(_ a: [Double], _ p: Double) -> Double { let s = a.sorted(), x = p / 100 * Double(s.count - 1), i = Int(x); return i + 1 < s.count ? s[i] + (x - Double(i)) * (s[i + 1] - s[i]) : s[i] }
print([0, 25, 50, 90, 100].map { percentile(data, $0) })
func normalize(_ a: [Double]) -> [Double] { guard let lo = a.min(), let hi = a.max(), hi > lo else { return a.map { _ in 0 } }; return a.map { ($0 - lo) / (hi - lo) } }
print(normalize(data).map { String(format: "%.2f", $0) }, normalize([3, 3]))
func softmax(_ a: [Double]) -> [Double] { let m = a.max()!, e = a.map { exp($0 - m) }, s = e.reduce(0, +); return e.map { $0 / s } }
print(softmax([1, 2, 3]).map { String(format: "%.4f", $0) }, softmax([1, 2, 3]).reduce(0, +).rounded())
let xs = [1.0, 2, 3], ys = [2.0, 4, 7]
let mx = xs.reduce(0, +) / 3, my = ys.reduce(0, +) / 3
let covariance = zip(xs, ys).map { ($0 - mx) * ($1 - my) }.reduce(0, +)
let spread = xs.map { square($0 - mx) }.reduce(0, +) * ys.map { square($0 - my) }.reduce(0, +)
let r = covariance / sqrt(spread)
print(String(format: "%.6f", r), log(2.718281828), exp(1.0), tanh(1.0), atan(1.0) * 4, floor(-1.5), ceil(-1.5), fmod(7.5, 2.0), trunc(1.9))
print((0..<5).map { Double($0) / 4 }, stride(from: -1.0, through: 1.0, by: 0.5).map { $0 * $0 }, (1...5).map { 1.0 / Double($0 * $0) }.reduce(0, +))
print(1e3 == 1000, 5.0 / 3, Float(5) / 3, 1.0e-3, 2.0.squareRoot(), pow(2.0, 0.5), Int(2.0.squareRoot() * 1000), 1.1 + 2.2, 3 * 0.1)
