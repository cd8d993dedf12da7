import CKernels
import Glibc
import Testing

@Suite("CKernels: reductions, softmax, losses", .serialized)
struct CKernelsReduceTests {
    static let shapes = [
        (1, 1, 1), (1, 7, 1), (3, 5, 1), (1, 5, 3), (4, 100, 7), (2, 33, 300), (1, 1000, 10),
        (100, 10, 1), (1, 300_000, 1), (1, 30_000, 12), (7, 1, 5),
    ]

    @Test("sums, means, extremes and variances agree with float64 within 1e-6, in every variant")
    func reductions() async {
        await #expect(processExitsWith: .success) {
            for (outer, axis, inner) in CKernelsReduceTests.shapes {
                let x = Kernels.numbers(outer * axis * inner, seed: 21).map { $0 + 0.25 }
                let results = outer * inner
                func lines(_ body: ([Double]) -> Double) -> [Double] {
                    (0..<results).map { r in
                        body((0..<axis).map { Double(x[((r / inner) * axis + $0) * inner + r % inner]) })
                    }
                }
                func variance(_ v: [Double]) -> Double {
                    let mean = v.reduce(0, +) / Double(v.count)
                    return v.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(v.count)
                }
                let expected: [(vj_reduce_op, [Double])] = [
                    (VJ_SUM, lines { $0.reduce(0, +) }),
                    (VJ_MEAN, lines { $0.reduce(0, +) / Double(axis) }),
                    (VJ_REDUCE_MAX, lines { $0.max()! }), (VJ_REDUCE_MIN, lines { $0.min()! }),
                    (VJ_SUM_SQUARES, lines { $0.reduce(0) { $0 + $1 * $1 } }),
                    (VJ_SUM_ABS, lines { $0.reduce(0) { $0 + $1.magnitude } }),
                    (VJ_LOG_SUM_EXP, lines { log($0.reduce(0) { $0 + exp($1) }) }),
                ]
                let spread = lines(variance)
                Kernels.withEachVariant { name in
                    var y = [Float](repeating: .nan, count: results)
                    for (op, want) in expected {
                        #expect(vj_reduce(op, VJ_FLOAT32, outer, axis, inner, x, &y) == VJ_OK)
                        for r in 0..<results {
                            let size = want[r].magnitude + 1e-3 * Double(axis)
                            #expect(
                                (Double(y[r]) - want[r]).magnitude <= 1e-6 * size,
                                "\(name) op \(op.rawValue) \(outer)×\(axis)×\(inner)")
                        }
                    }
                    _ = vj_variance(VJ_FLOAT32, outer, axis, inner, x, 0, nil, &y)
                    for r in 0..<results {
                        #expect((Double(y[r]) - spread[r]).magnitude <= 2e-6 * (spread[r] + 1e-3))
                    }
                }
            }
        }
    }

    @Test("the same bits for any number of threads")
    func threads() async {
        await #expect(processExitsWith: .success) {
            for (outer, axis, inner) in [(1, 1_000_003, 1), (1, 50_000, 20), (1, 300, 4000), (500, 700, 1)] {
                let x = Kernels.numbers(outer * axis * inner, seed: 22)
                var first: [Float] = []
                Kernels.withEachThreadCount { _ in
                    var y = [Float](repeating: 0, count: outer * inner)
                    _ = vj_reduce(VJ_SUM, VJ_FLOAT32, outer, axis, inner, x, &y)
                    if first.isEmpty { first = y } else { #expect(y == first) }
                }
            }
        }
    }

    @Test("NaN and ties in extremes, integers, booleans, empty axes")
    func cornerCases() async {
        await #expect(processExitsWith: .success) {
            let x: [Float] = [1, 3, 3, .nan, 0, -1, -1, 2]
            var y = [Float](repeating: 0, count: 2), where_ = [Int64](repeating: 0, count: 2)
            Kernels.withEachVariant { _ in
                _ = vj_reduce(VJ_REDUCE_MAX, VJ_FLOAT32, 2, 4, 1, x, &y)
                #expect(y[0].isNaN && y[1] == 2)
                _ = vj_reduce(VJ_ARGMAX, VJ_FLOAT32, 2, 4, 1, x, &where_)
                #expect(where_ == [3, 3])
                _ = vj_reduce(VJ_ARGMIN, VJ_FLOAT32, 2, 4, 1, x, &where_)
                #expect(where_ == [3, 1])
            }
            var total: Int64 = 0
            let i: [Int32] = [.max, .max, 1]
            _ = vj_reduce(VJ_SUM, VJ_INT32, 1, 3, 1, i, &total)
            #expect(total == 2 * Int64(Int32.max) + 1)
            let flags: [UInt8] = [0, 1, 0, 1, 1, 1]
            var some: [UInt8] = [9, 9], all: [UInt8] = [9, 9]
            _ = vj_reduce(VJ_ANY, VJ_BOOL, 2, 3, 1, flags, &some)
            _ = vj_reduce(VJ_ALL, VJ_BOOL, 2, 3, 1, flags, &all)
            #expect(some == [1, 1] && all == [0, 1])
            var empty: Float = 9
            #expect(vj_reduce(VJ_SUM, VJ_FLOAT32, 1, 0, 1, x, &empty) == VJ_OK)
            #expect(empty == 0)
            #expect(vj_reduce(VJ_REDUCE_MAX, VJ_FLOAT32, 1, 0, 1, x, &empty) == VJ_DOMAIN)
            _ = vj_reduce(VJ_MEAN, VJ_FLOAT32, 1, 0, 1, x, &empty)
            #expect(empty.isNaN)
        }
    }

    @Test("running sums forwards and backwards, along inner axes")
    func cumulative() {
        let x: [Float] = [1, 2, 3, 4, 5, 6]
        var y = x
        _ = vj_cumsum(VJ_FLOAT32, 1, 3, 2, x, false, &y)
        #expect(y == [1, 2, 4, 6, 9, 12])
        _ = vj_cumsum(VJ_FLOAT32, 2, 3, 1, x, true, &y)
        #expect(y == [6, 5, 3, 15, 11, 6])
    }

    @Test("softmax and cross-entropy with their gradients, against float64")
    func softmax() async {
        await #expect(processExitsWith: .success) {
            for (rows, classes) in [(1, 1), (5, 10), (3, 33), (40, 1000)] {
                let x = Kernels.numbers(rows * classes, seed: 31, scale: 20)
                let labels = (0..<rows).map { Int64($0 * 7 % classes) }
                let probabilities = (0..<rows).map { r in
                    let row = x[(r * classes)..<((r + 1) * classes)].map(Double.init)
                    let top = row.max()!, sum = row.reduce(0) { $0 + exp($1 - top) }
                    return row.map { exp($0 - top) / sum }
                }
                Kernels.withEachVariant { name in
                    var y = x, logs = x, losses = [Float](repeating: 0, count: rows), gradient = x
                    _ = vj_softmax(VJ_FLOAT32, false, rows, classes, 1, x, &y)
                    _ = vj_softmax(VJ_FLOAT32, true, rows, classes, 1, x, &logs)
                    _ = vj_softmax_cross_entropy(
                        VJ_FLOAT32, rows, classes, x, VJ_INT64, labels, &losses, &gradient, 0.5, nil)
                    for r in 0..<rows {
                        for c in 0..<classes {
                            let p = probabilities[r][c], i = r * classes + c
                            #expect((Double(y[i]) - p).magnitude < 1e-6, "\(name)")
                            if p > 1e-30 { #expect((Double(logs[i]) - log(p)).magnitude < 1e-5) }
                            let slope = (p - (c == Int(labels[r]) ? 1 : 0)) * 0.5
                            #expect((Double(gradient[i]) - slope).magnitude < 1e-6)
                        }
                        let p = probabilities[r][Int(labels[r])]
                        #expect((Double(losses[r]) + log(p)).magnitude < 1e-5 * (1 - log(p)))
                    }
                    // The middle axis gives what the last one gives after a transposition.
                    var turned = x, back = x
                    _ = vj_copy_strided(VJ_FLOAT32, 2, [classes, rows], x, [1, classes], &turned, [rows, 1])
                    _ = vj_softmax(VJ_FLOAT32, false, 1, classes, rows, turned, &back)
                    for r in 0..<rows { #expect(back[r] == y[r * classes]) }
                }
            }
            var bad = 0
            let outside = vj_softmax_cross_entropy(
                VJ_FLOAT32, 2, 3, [Float](repeating: 0, count: 6), VJ_INT64, [Int64(0), 3], nil, nil, 1, &bad)
            #expect(outside == VJ_OUT_OF_RANGE && bad == 1)
        }
    }

    @Test("sigmoid cross-entropy is stable far out")
    func sigmoidLoss() async {
        await #expect(processExitsWith: .success) {
            let x: [Float] = [0, 2, -3, 100, -100], z: [Float] = [1, 0.25, 1, 0, 0]
            Kernels.withEachVariant { _ in
                var losses = x, gradient = x
                _ = vj_sigmoid_cross_entropy(VJ_FLOAT32, 5, x, z, &losses, &gradient, 2)
                for i in 0..<5 {
                    let (a, b) = (Double(x[i]), Double(z[i]))
                    let loss = max(a, 0) - a * b + log1p(exp(-a.magnitude))
                    #expect((Double(losses[i]) - loss).magnitude < 1e-5)
                    #expect((Double(gradient[i]) - 2 * (1 / (1 + exp(-a)) - b)).magnitude < 1e-6)
                }
            }
        }
    }
}
