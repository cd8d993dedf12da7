let n = 3, d = 2.5
print(Double(n) * d, n * 2, 2 * d, d + 1, 1 / d, Double(n) / 2)
let f: Float = 2
print(f * 1.5, f / 3, Double(f) + d, Float(n) + f)
let values: [Double] = [1, 2.5, 3]
print(values, values.reduce(0, +) / Double(values.count))
let matrix: [[Double]] = [[1, 0], [0, 1]]
print(matrix, matrix[0][0] + 1)
let optional: Double? = 4
print(optional as Any, optional! / 3)
func half(_ x: Double) -> Double { x / 2 }
print(half(3), half(Double(n)), half(-1), [1, 2, 3].map(half))
let tuple: (Double, Int) = (1, 1)
print(tuple)
let dictionary: [String: Double] = ["a": 1, "b": 2.5]
print(dictionary["a"]! + dictionary["b"]!)
print(7 / 2 * 2.0, 7 / 2, 7.0 / 2, Double(7 / 2))
print((1 + 2) / 2.0, 1 + 2 * 0.5, -3 + 0.5, n > 2 ? 1 : 0.5)
var total = 0.0
for i in 1...4 { total += Double(i) / 2 }
print(total)
print(Int(d) + n, Int(d * 2), (d * 10).rounded() / 10, Int(10 * d) % 7)
let average = Double([1, 2, 4].reduce(0, +)) / 3
print(average)
let big = 1e6, small = 1e-3
print(big * small, Int(big), big == 1_000_000, 0x10 + 0b11)
print(max(1, 2.5), min(n, 7), abs(-d), abs(-n), [1, 2.5].max()!, [0.5, 1] + [2])
let percent = Double(n) / 8 * 100
print("\(percent)% of \(n)", n.description + d.description)
let a = 5 as Double, b = Double(exactly: n)!
print(a / b, type(of: a), type(of: 1), type(of: 1.0), type(of: n > 2 ? 1 : 0.5))
