// Plain loops, as a beginner writes them: at the top level of a cell (…_top) and inside a function. A line for each:
// name, median seconds.

let inputs: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
let targets: [Double] = [0, 1, 1, 1]
let rate = 0.1

func perceptron() -> Double {
    var weights: [Double] = [0, 0]
    var bias = 0.0
    for _ in 0..<1000 {
        for i in 0..<4 {
            let x = inputs[i]
            let sum = weights[0] * x[0] + weights[1] * x[1] + bias
            let output = sum > 0 ? 1.0 : 0.0
            let error = targets[i] - output
            weights[0] += rate * error * x[0]
            weights[1] += rate * error * x[1]
            bias += rate * error
        }
    }
    return bias
}

func sumLoop() -> Int {
    var total = 0
    for i in 0..<10_000_000 {
        total += i
    }
    return total
}

func whileLoop() -> Int {
    var count = 0
    var total = 0
    while count < 10_000_000 {
        total += count
        count += 1
    }
    return total
}

func arrayLoop() -> Int {
    var numbers: [Int] = []
    for i in 0..<1_000_000 {
        numbers.append(i)
    }
    var total = 0
    for _ in 0..<5 {
        for i in 0..<numbers.count {
            total += numbers[i]
        }
    }
    return total
}

func fib(_ n: Int) -> Int {
    if n < 2 { return n }
    return fib(n - 1) + fib(n - 2)
}

func report(_ name: String, _ samples: [Double]) {
    print("\(name) \(samples.sorted()[samples.count / 2])")
}

func measure(_ name: String, _ rounds: Int, _ work: () -> Void) {
    var samples: [Double] = []
    for _ in 0..<rounds {
        let start = ContinuousClock.now
        work()
        samples.append((ContinuousClock.now - start) / .seconds(1))
    }
    report(name, samples)
}

measure("perceptron", 31) { _ = perceptron() }
measure("sum", 7) { _ = sumLoop() }
measure("while", 7) { _ = whileLoop() }
measure("array", 7) { _ = arrayLoop() }
measure("fib27", 7) { _ = fib(27) }

var topSamples: [Double] = []
var topWeights: [Double] = [0, 0]
var topBias = 0.0
for _ in 0..<31 {
    let start = ContinuousClock.now
    topWeights = [0, 0]
    topBias = 0
    for _ in 0..<1000 {
        for i in 0..<4 {
            let x = inputs[i]
            let sum = topWeights[0] * x[0] + topWeights[1] * x[1] + topBias
            let output = sum > 0 ? 1.0 : 0.0
            let error = targets[i] - output
            topWeights[0] += rate * error * x[0]
            topWeights[1] += rate * error * x[1]
            topBias += rate * error
        }
    }
    topSamples.append((ContinuousClock.now - start) / .seconds(1))
}
report("perceptron_top", topSamples)

topSamples = []
var topTotal = 0
for _ in 0..<7 {
    let start = ContinuousClock.now
    topTotal = 0
    for i in 0..<10_000_000 {
        topTotal += i
    }
    topSamples.append((ContinuousClock.now - start) / .seconds(1))
}
report("sum_top", topSamples)
