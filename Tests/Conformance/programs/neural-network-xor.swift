import Foundation
final class Network {
    var hidden: [[Double]], output: [Double], hiddenBias: [Double], outputBias = 0.0
    private var seed: UInt64 = 11
    init(inputs: Int, hidden n: Int) {
        hidden = []; output = []; hiddenBias = Array(repeating: 0, count: n)
        for _ in 0..<n { hidden.append((0..<inputs).map { _ in random() }) }
        output = (0..<n).map { _ in random() }
    }
    private func random() -> Double { seed = seed &* 6364136223846793005 &+ 1442695040888963407; return Double(seed >> 33) / Double(1 << 31) * 2 - 1 }
    private func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
    func forward(_ x: [Double]) -> (h: [Double], y: Double) {
        let h = zip(hidden, hiddenBias).map { w, b in sigmoid(zip(w, x).map(*).reduce(b, +)) }
        return (h, sigmoid(zip(h, output).map(*).reduce(outputBias, +)))
    }
    func train(_ data: [([Double], Double)], epochs: Int, rate: Double) -> [Double] {
        (0..<epochs).map { _ in
            data.reduce(0) { loss, sample in
                let (x, t) = sample, (h, y) = forward(x)
                let d = (y - t) * y * (1 - y)
                for j in h.indices {
                    let back = d * output[j] * h[j] * (1 - h[j])
                    output[j] -= rate * d * h[j]
                    for i in x.indices { hidden[j][i] -= rate * back * x[i] }
                    hiddenBias[j] -= rate * back
                }
                outputBias -= rate * d
                return loss + (y - t) * (y - t)
            }
        }
    }
}
let net = Network(inputs: 2, hidden: 4)
let xor: [([Double], Double)] = [([0, 0], 0), ([0, 1], 1), ([1, 0], 1), ([1, 1], 0)]
let losses = net.train(xor, epochs: 3000, rate: 0.9)
print(losses.count, losses.first! > losses.last!, losses.last! < 0.1)
for (x, t) in xor { print(x, t, String(format: "%.1f", net.forward(x).y), net.forward(x).y.rounded() == t) }
