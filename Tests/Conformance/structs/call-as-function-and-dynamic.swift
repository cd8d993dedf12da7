struct Polynomial {
    var coefficients: [Double]
    func callAsFunction(_ x: Double) -> Double { coefficients.reversed().reduce(0) { $0 * x + $1 } }
    func callAsFunction(_ xs: [Double]) -> [Double] { xs.map { self($0) } }
    func callAsFunction(at x: Double, scaledBy k: Double = 1) -> Double { self(x) * k }
}
let p = Polynomial(coefficients: [1, 2, 3])
print(p(2), p([0, 1]), p(at: 1), p(at: 1, scaledBy: 10))
print([1.0, 2.0].map { p($0) })
struct Adder {
    var total = 0
    mutating func callAsFunction(_ n: Int) -> Int { total += n; return total }
}
var add = Adder()
print(add(3), add(4), add.total)
class Greeter { let word: String; init(_ w: String) { word = w }; func callAsFunction(_ name: String, loudly: Bool = false) -> String { loudly ? "\(word) \(name)!".uppercased() : "\(word) \(name)" } }
let hello = Greeter("hello")
print(hello("Ada"), hello("Bob", loudly: true))
struct Neuron {
    let weights: [Double], bias: Double
    func callAsFunction(_ inputs: [Double]) -> Double { zip(weights, inputs).map(*).reduce(bias, +) > 0 ? 1 : 0 }
}
let and = Neuron(weights: [1, 1], bias: -1.5), or = Neuron(weights: [1, 1], bias: -0.5)
for a in [0.0, 1.0] { for b in [0.0, 1.0] { print(a, b, and([a, b]), or([a, b])) } }
let layers = [and, or]
print(layers.map { $0([1, 0]) })
