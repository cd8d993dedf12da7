import CKernels
import Testing

@Suite("CKernels: normalisation", .serialized)
struct CKernelsNormalizationTests {
    static let epsilon = 1e-5

    /// x̂·scale + shift for sets of elements that are normalised together.
    static func normalized(
        _ x: [Double], sets: [[Int]], column: (Int) -> Int, scale: [Double], shift: [Double],
        centred: Bool = true
    ) -> [Double] {
        var y = x
        for set in sets {
            let mean = centred ? set.map { x[$0] }.reduce(0, +) / Double(set.count) : 0
            let variance = set.map { (x[$0] - mean) * (x[$0] - mean) }.reduce(0, +) / Double(set.count)
            for i in set {
                y[i] = (x[i] - mean) / (variance + epsilon).squareRoot() * scale[column(i)]
                    + shift[column(i)]
            }
        }
        return y
    }

    @Test("batch normalisation: output, running statistics and gradients")
    func batch() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for (rows, channels) in [(5, 3), (40, 16), (300, 19)] {
                    let x = Kernels.wide(rows * channels, seed: 1).map { $0 * 3 + 5 }
                    let scale = Kernels.wide(channels, seed: 2), shift = Kernels.wide(channels, seed: 3)
                    let g = Kernels.wide(x.count, seed: 4)
                    let sets = (0..<channels).map { c in (0..<rows).map { $0 * channels + c } }
                    let expected = CKernelsNormalizationTests.normalized(
                        x, sets: sets, column: { $0 % channels }, scale: scale, shift: shift)
                    var y = x, mean = scale, deviation = scale
                    var runningMean = [Double](repeating: 1, count: channels), runningVariance = runningMean
                    #expect(vj_batch_norm(VJ_FLOAT64, rows, channels, x, scale, shift, 1e-5, false, &y, &mean, &deviation, 0.1, &runningMean, &runningVariance) == VJ_OK)
                    #expect(Kernels.distance(y, expected) < 1e-11, "\(name)")
                    let first = sets[0].map { x[$0] }, m = first.reduce(0, +) / Double(rows)
                    let v = first.map { ($0 - m) * ($0 - m) }.reduce(0, +) / Double(rows - 1)
                    #expect((runningMean[0] - (0.9 + 0.1 * m)).magnitude < 1e-12)
                    #expect((runningVariance[0] - (0.9 + 0.1 * v)).magnitude < 1e-11)
                    var given = y
                    let unbiased = deviation.map { 1 / ($0 * $0) - 1e-5 }
                    #expect(vj_batch_norm_inference(VJ_FLOAT64, rows, channels, x, scale, shift, mean, unbiased, 1e-5, true, &given) == VJ_OK)
                    #expect(Kernels.distance(given, expected.map { Swift.max($0, 0) }) < 1e-10)

                    var relu = y
                    #expect(vj_batch_norm(VJ_FLOAT64, rows, channels, x, scale, shift, 1e-5, true, &relu, &mean, &deviation, 0, nil, nil) == VJ_OK)
                    var dx = x, ds = scale, db = scale
                    #expect(vj_batch_norm_backward(VJ_FLOAT64, rows, channels, x, g, relu, scale, mean, deviation, &dx, &ds, &db) == VJ_OK)
                    let passed = zip(g, relu).map { $1 > 0 ? $0 : 0 }
                    if rows <= 40 {
                        let slope = Kernels.differences(x, weights: passed) {
                            CKernelsNormalizationTests.normalized($0, sets: sets, column: { $0 % channels }, scale: scale, shift: shift)
                        }
                        #expect(Kernels.distance(dx, slope) < 1e-7, "\(name)")
                    }
                    var sums = [Double](repeating: 0, count: channels), products = sums
                    for i in x.indices {
                        sums[i % channels] += passed[i]
                        products[i % channels] += passed[i] * (expected[i] - shift[i % channels]) / scale[i % channels]
                    }
                    #expect(Kernels.distance(db, sums) < 1e-11 && Kernels.distance(ds, products) < 1e-10)

                    // float32 with a mean far from 0.
                    let far = x.map { Float($0 + 1000) }
                    var narrow = far, m32 = [Float](repeating: 0, count: channels), d32 = m32
                    #expect(vj_batch_norm(VJ_FLOAT32, rows, channels, far, scale.map(Float.init), shift.map(Float.init), 1e-5, false, &narrow, &m32, &d32, 0, nil, nil) == VJ_OK)
                    let exact = CKernelsNormalizationTests.normalized(far.map(Double.init), sets: sets, column: { $0 % channels }, scale: scale, shift: shift)
                    #expect(Kernels.distance(narrow.map(Double.init), exact) < 1e-4, "\(name)")
                }
            }
        }
    }

    @Test("layer and RMS normalisation: output and gradients")
    func layer() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for (rows, width) in [(7, 5), (4, 64), (3, 5000), (600, 3)] {
                    let x = Kernels.wide(rows * width, seed: 1).map { $0 * 2 + 1 }
                    let scale = Kernels.wide(width, seed: 2), shift = Kernels.wide(width, seed: 3)
                    let g = Kernels.wide(x.count, seed: 4)
                    let sets = (0..<rows).map { r in Array(r * width..<(r + 1) * width) }
                    for centred in [true, false] {
                        let zero = [Double](repeating: 0, count: width)
                        let expected = CKernelsNormalizationTests.normalized(x, sets: sets, column: { $0 % width }, scale: scale, shift: centred ? shift : zero, centred: centred)
                        var y = x, deviation = [Double](repeating: 0, count: rows), mean = deviation
                        var dx = x, ds = scale, db = scale
                        if centred {
                            #expect(vj_layer_norm(VJ_FLOAT64, rows, width, x, scale, shift, 1e-5, &y, &mean, &deviation) == VJ_OK)
                            #expect(vj_layer_norm_backward(VJ_FLOAT64, rows, width, x, g, scale, mean, deviation, &dx, &ds, &db) == VJ_OK)
                        } else {
                            #expect(vj_layer_norm(VJ_FLOAT64, rows, width, x, scale, nil, 1e-5, &y, nil, &deviation) == VJ_OK)
                            #expect(vj_layer_norm_backward(VJ_FLOAT64, rows, width, x, g, scale, nil, deviation, &dx, &ds, &db) == VJ_OK)
                        }
                        #expect(Kernels.distance(y, expected) < 1e-11, "\(name)")
                        if x.count < 400 {
                            let slope = Kernels.differences(x, weights: g) {
                                CKernelsNormalizationTests.normalized($0, sets: sets, column: { $0 % width }, scale: scale, shift: shift, centred: centred)
                            }
                            #expect(Kernels.distance(dx, slope) < 1e-7, "\(name)")
                        }
                        var sums = zero, products = zero
                        for i in x.indices {
                            sums[i % width] += g[i]
                            products[i % width] += g[i] * (expected[i] - (centred ? shift[i % width] : 0)) / scale[i % width]
                        }
                        #expect(Kernels.distance(db, sums) < 1e-11 && Kernels.distance(ds, products) < 1e-10, "\(name)")
                    }
                }
            }
        }
    }

    @Test("group and instance normalisation: output and gradients")
    func group() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for (batch, positions, channels, groups) in [(2, 9, 6, 3), (2, 5, 4, 4), (1, 200, 32, 8), (3, 4, 5, 1)] {
                    let x = Kernels.wide(batch * positions * channels, seed: 1).map { $0 + 2 }
                    let scale = Kernels.wide(channels, seed: 2), shift = Kernels.wide(channels, seed: 3)
                    let g = Kernels.wide(x.count, seed: 4), wide = channels / groups
                    var sets: [[Int]] = []
                    for n in 0..<batch {
                        for k in 0..<groups {
                            sets.append((0..<positions).flatMap { p in (0..<wide).map { (n * positions + p) * channels + k * wide + $0 } })
                        }
                    }
                    let expected = CKernelsNormalizationTests.normalized(x, sets: sets, column: { $0 % channels }, scale: scale, shift: shift)
                    var y = x, mean = [Double](repeating: 0, count: batch * groups), deviation = mean
                    var dx = x, ds = scale, db = scale
                    #expect(vj_group_norm(VJ_FLOAT64, batch, positions, channels, groups, x, scale, shift, 1e-5, &y, &mean, &deviation) == VJ_OK)
                    #expect(vj_group_norm_backward(VJ_FLOAT64, batch, positions, channels, groups, x, g, scale, mean, deviation, &dx, &ds, &db) == VJ_OK)
                    #expect(Kernels.distance(y, expected) < 1e-11, "\(name)")
                    if x.count < 400 {
                        let slope = Kernels.differences(x, weights: g) {
                            CKernelsNormalizationTests.normalized($0, sets: sets, column: { $0 % channels }, scale: scale, shift: shift)
                        }
                        #expect(Kernels.distance(dx, slope) < 1e-7, "\(name)")
                    }
                    var sums = [Double](repeating: 0, count: channels), products = sums
                    for i in x.indices {
                        sums[i % channels] += g[i]
                        products[i % channels] += g[i] * (expected[i] - shift[i % channels]) / scale[i % channels]
                    }
                    #expect(Kernels.distance(db, sums) < 1e-11 && Kernels.distance(ds, products) < 1e-10, "\(name)")
                }
            }
        }
    }
}
