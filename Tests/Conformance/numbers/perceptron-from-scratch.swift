struct Perceptron {
    var weights: [Double]
    var bias = 0.0
    let rate: Double
    init(inputs: Int, rate: Double = 0.1) { weights = Array(repeating: 0, count: inputs); self.rate = rate }
    func callAsFunction(_ x: [Double]) -> Double { zip(weights, x).map(*).reduce(bias, +) > 0 ? 1 : 0 }
    mutating func train(_ data: [(x: [Double], y: Double)], epochs: Int) -> [Int] {
        var history: [Int] = []
        for _ in 0..<epochs {
            var mistakes = 0
            for (x, y) in data {
                let error = y - self(x)
                if error != 0 { mistakes += 1 }
                for i in weights.indices { weights[i] += rate * error * x[i] }
                bias += rate * error
            }
            history.append(mistakes)
            if mistakes == 0 { break }
        }
        return history
    }
}
let inputs: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
let gates: [(name: String, targets: [Double])] = [("AND", [0, 0, 0, 1]), ("OR", [0, 1, 1, 1]), ("XOR", [0, 1, 1, 0])]
for gate in gates {
    var p = Perceptron(inputs: 2)
    let history = p.train(Array(zip(inputs, gate.targets)).map { (x: $0.0, y: $0.1) }, epochs: 10)
    print(gate.name, history, inputs.map { p($0) }, p.weights, p.bias)
    let correct = zip(inputs, gate.targets).filter { p($0) == $1 }.count
    print("\(correct) of \(inputs.count) right:", correct == inputs.count ? "learned" : "not separable")
}
