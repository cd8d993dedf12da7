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

struct Body {
    var x, y, z, vx, vy, vz, mass: Double
}

/// The sun and four planets, a million steps, each body a struct in an array.
struct Planets {
    var bodies = [
        Body(x: 0, y: 0, z: 0, vx: 0, vy: 0, vz: 0, mass: 39.47841760435743),
        Body(
            x: 4.84143144246472090, y: -1.16032004402742839, z: -0.103622044471123109, vx: 0.606326392995832,
            vy: 2.81198684491626, vz: -0.02521836165988763, mass: 0.03769367487038949),
        Body(
            x: 8.34336671824457987, y: 4.12479856412430479, z: -0.403523417114321381, vx: -1.01077434617879,
            vy: 1.82566237123041, vz: 0.008415761376584154, mass: 0.011286326131968767),
        Body(
            x: 12.8943695621391310, y: -15.1111514016986312, z: -0.223307578892655734, vx: 1.08279100644154,
            vy: 0.868713018169608, vz: -0.010832637401363636, mass: 0.0017237240570597112),
        Body(
            x: 15.3796971148509165, y: -25.9193146099879641, z: 0.179258772950371181, vx: 0.979090732243898,
            vy: 0.594698998647676, vz: -0.034755955504078104, mass: 0.0020336868699246304),
    ]

    mutating func advance(_ dt: Double) {
        for i in 0..<bodies.count {
            for j in (i + 1)..<bodies.count {
                let dx = bodies[i].x - bodies[j].x
                let dy = bodies[i].y - bodies[j].y
                let dz = bodies[i].z - bodies[j].z
                let squared = dx * dx + dy * dy + dz * dz
                let magnitude = dt / (squared * squared.squareRoot())
                bodies[i].vx -= dx * bodies[j].mass * magnitude
                bodies[i].vy -= dy * bodies[j].mass * magnitude
                bodies[i].vz -= dz * bodies[j].mass * magnitude
                bodies[j].vx += dx * bodies[i].mass * magnitude
                bodies[j].vy += dy * bodies[i].mass * magnitude
                bodies[j].vz += dz * bodies[i].mass * magnitude
            }
        }
        for i in 0..<bodies.count {
            bodies[i].x += dt * bodies[i].vx
            bodies[i].y += dt * bodies[i].vy
            bodies[i].z += dt * bodies[i].vz
        }
    }
}

func nBody(_ steps: Int) -> Double {
    var planets = Planets()
    for _ in 0..<steps {
        planets.advance(0.01)
    }
    return planets.bodies[0].x
}

func appendStrings() -> Int {
    var text = ""
    for i in 0..<100_000 {
        text += i % 2 == 0 ? "even " : "odd "
    }
    return text.count
}

/// About 1 MB of words from a small vocabulary.
func makeText() -> String {
    var state = 12345
    var words: [String] = []
    for _ in 0..<180_000 {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        words.append("word" + String(state / 65_536 % 5_000 % 977))
    }
    return words.joined(separator: " ")
}

let text = makeText()

func countWords() -> Int {
    var counts: [String: Int] = [:]
    for word in text.split(separator: " ") {
        counts[String(word), default: 0] += 1
    }
    return counts.count
}

func makeNumbers() -> [Double] {
    var state = 42
    var numbers: [Double] = []
    for _ in 0..<1_000_000 {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        numbers.append(Double(state) / 2_147_483_648)
    }
    return numbers
}

let numbers = makeNumbers()

func sortNumbers() -> Double {
    numbers.sorted()[numbers.count / 2]
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
measure("nbody", 1) { _ = nBody(1_000_000) }
measure("append_100k", 7) { _ = appendStrings() }
measure("words_1MB", 7) { _ = countWords() }
measure("sort_1M", 7) { _ = sortNumbers() }

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
