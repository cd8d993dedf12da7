// Matrix products, each timed by itself. A line for each: name, median seconds.

func measure(_ name: String, _ rows: Int, _ columns: Int, _ inner: Int) {
    let a = Tensor.randomNormal(rows, inner)
    let b = Tensor.randomNormal(inner, columns)
    let work = 2.0 * Double(rows) * Double(columns) * Double(inner)
    var repeats = Int(4e9 / work)
    if repeats < 1 { repeats = 1 }
    if repeats > 2000 { repeats = 2000 }
    var c = matmul(a, b)
    var samples: [Double] = []
    for _ in 0..<11 {
        let start = ContinuousClock.now
        for _ in 0..<repeats {
            c = matmul(a, b)
        }
        samples.append((ContinuousClock.now - start) / .seconds(1) / Double(repeats))
    }
    let check = c[0, 0].item()
    precondition(check == check)
    print("\(name) \(samples.sorted()[5])")
}

measure("gemm_256", 256, 256, 256)
measure("gemm_512", 512, 512, 512)
measure("gemm_1024", 1024, 1024, 1024)
measure("gemm_2048", 2048, 2048, 2048)
measure("gemm_128x512x784", 128, 512, 784)
measure("gemm_128x256x512", 128, 256, 512)
measure("gemm_64x120x400", 64, 120, 400)
measure("gemm_3136x64x64", 3136, 64, 64)
