// Operations on ten million numbers and the like. A line for each: name, median seconds.

/// The median of rounds of some work. Element-wise operations wait until somebody looks, so an element of the result is
/// read within the time.
func measure(_ name: String, rounds: Int = 15, _ work: () -> Tensor) {
    var samples: [Double] = []
    for round in 0..<(rounds + 3) {
        let start = ContinuousClock.now
        let result = work()
        let first = (result.rank == 0 ? result : result.flattened()[0]).item()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        precondition(first == first)
        if round >= 3 { samples.append(seconds) }
    }
    print("\(name) \(samples.sorted()[samples.count / 2])")
}

func measureElements() {
    let x = Tensor.randomNormal(10_000_000)
    let rows = x.reshaped(10_000, 1000)
    measure("ew_chain_10M") { tanh(1.5 * x + 0.5) * 2.0 }
    measure("sum_10M") { x.sum() }
    measure("mean_axis0_10M") { rows.mean(axis: 0) }
    measure("mean_axis1_10M") { rows.mean(axis: 1) }
    measure("std_10M") { x.std() }
}

func measureRest() {
    let scores = Tensor.randomNormal(4096, 1000)
    measure("softmax_4096x1000") { softmax(scores) }
    let values = Tensor.randomNormal(1_000_000)
    measure("sort_1M") { values.sorted() }
    measure("randn_10M") { Tensor.randomNormal(10_000_000) }
    let u = Tensor.randomNormal(100, 1, 1000)
    let v = Tensor.randomNormal(1, 100, 1000)
    measure("bcast_add_10M") { u + v }
}

measureElements()
measureRest()
