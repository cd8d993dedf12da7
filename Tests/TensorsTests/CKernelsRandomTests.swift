import CKernels
import Glibc
import Testing

@Suite("CKernels: random numbers, optimizers, rows", .serialized)
struct CKernelsRandomTests {
    @Test("Philox gives the published numbers")
    func knownAnswers() {
        // Random123's known answers for philox4x32-10: counter 0, key 0.
        var words: [UInt32] = [0, 0, 0, 0]
        vj_random_block(0, 0, &words)
        #expect(words == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
    }

    @Test("the same numbers for any number of threads, any variant, and in two halves")
    func reproducible() async {
        await #expect(processExitsWith: .success) {
            let n = 50_001
            var first: [Float] = [], normals: [Float] = []
            Kernels.withEachVariant { name in
                Kernels.withEachThreadCount { threads in
                    var x = [Float](repeating: 0, count: n), z = x
                    let next = vj_random_uniform_f32(7, 100, n, 0, 1, &x)
                    #expect(next == 100 + UInt64((n + 3) / 4))
                    _ = vj_random_normal_f32(7, 100, n, 0, 1, &z)
                    if first.isEmpty { (first, normals) = (x, z) }
                    #expect(x == first, "\(name) \(threads)")
                    let apart = zip(z, normals).map { ($0 - $1).magnitude }.max() ?? 0
                    #expect(apart < 2e-6, "\(name) \(threads)")
                }
            }
            var halves = [Float](repeating: 0, count: 40_000)
            halves.withUnsafeMutableBufferPointer { p in
                let middle = vj_random_uniform_f32(7, 100, 20_000, 0, 1, p.baseAddress!)
                _ = vj_random_uniform_f32(7, middle, 20_000, 0, 1, p.baseAddress! + 20_000)
            }
            #expect(halves == Array(first[..<40_000]))
        }
    }

    @Test("uniform and normal numbers have the right moments and stay in range")
    func moments() {
        let n = 1_000_000
        var x = [Float](repeating: 0, count: n)
        func moment(_ p: Int) -> Double {
            var sum = 0.0
            for value in x { sum += pow(Double(value), Double(p)) }
            return sum / Double(n)
        }
        _ = vj_random_uniform_f32(1, 0, n, 2, 5, &x)
        #expect(x.allSatisfy { $0 >= 2 && $0 < 5 })
        #expect((moment(1) - 3.5).magnitude < 0.005)
        #expect((moment(2) - 13).magnitude < 0.03)
        _ = vj_random_normal_f32(1, 0, n, 0, 1, &x)
        #expect(moment(1).magnitude < 0.005 && (moment(2) - 1).magnitude < 0.01)
        #expect(moment(3).magnitude < 0.02 && (moment(4) - 3).magnitude < 0.05)
        #expect(x.allSatisfy { $0.isFinite })
        var wide = [Double](repeating: 0, count: 100_001)
        _ = vj_random_normal_f64(1, 0, wide.count, 10, 2, &wide)
        let mean = wide.reduce(0, +) / Double(wide.count)
        #expect((mean - 10).magnitude < 0.03)
    }

    @Test("integers fill their range evenly; permutations are permutations")
    func integers() {
        var counts = [Int](repeating: 0, count: 7), x = [Int64](repeating: 0, count: 700_000)
        _ = vj_random_integers(3, 0, x.count, -3, 4, VJ_INT64, &x)
        for value in x { counts[Int(value) + 3] += 1 }
        #expect(counts.allSatisfy { ($0 - 100_000).magnitude < 1500 })
        _ = vj_random_integers(3, 0, 100, .min, .max, VJ_INT64, &x)
        var p = [Int64](repeating: 0, count: 1000)
        _ = vj_random_permutation(5, 0, 1000, &p)
        #expect(p.sorted() == (0..<1000).map(Int64.init) && p != p.sorted())
        var flags = [UInt8](repeating: 9, count: 100_000)
        _ = vj_random_bernoulli(5, 0, flags.count, 0.3, &flags)
        let ones = flags.reduce(0) { $0 + Int($1) }
        #expect(flags.allSatisfy { $0 <= 1 } && (ones - 30_000).magnitude < 800)
    }

    @Test("dropout keeps the stated share, scales it, and repeats for every variant")
    func dropout() async {
        await #expect(processExitsWith: .success) {
            let n = 100_003
            let x = [Float](repeating: 2, count: n)
            var first: [UInt8] = []
            Kernels.withEachVariant { _ in
                var mask = [UInt8](repeating: 9, count: n), y = x, back = x, next: UInt64 = 0
                #expect(vj_dropout(VJ_FLOAT32, n, x, 0.25, 9, 5, &mask, &y, &next) == VJ_OK)
                #expect(next == 5 + UInt64((n + 3) / 4))
                if first.isEmpty { first = mask } else { #expect(mask == first) }
                let kept = mask.reduce(0) { $0 + Int($1) }
                #expect((Double(kept) / Double(n) - 0.75).magnitude < 0.01)
                #expect(zip(mask, y).allSatisfy { $1 == ($0 == 1 ? 2 * Float(1 / 0.75) : 0) })
                _ = vj_dropout_gradient(VJ_FLOAT32, n, x, mask, 0.25, &back)
                #expect(back == y)
                _ = vj_dropout(VJ_FLOAT32, n, x, 1, 9, 5, &mask, &y, nil)
                #expect(y.allSatisfy { $0 == 0 })
            }
        }
    }

    @Test("optimizer steps follow their formulas, in every variant")
    func optimizers() async {
        await #expect(processExitsWith: .success) {
            let n = 53
            let w0 = Kernels.numbers(n, seed: 1), g = Kernels.numbers(n, seed: 2)
            let m0 = Kernels.numbers(n, seed: 3), v0 = Kernels.numbers(n, seed: 4).map { $0.magnitude }
            func near(_ a: Float, _ b: Double) -> Bool { (Double(a) - b).magnitude < 2e-6 * (1 + b.magnitude) }
            Kernels.withEachVariant { name in
                for decoupled in [false, true] {
                    var w = w0, m = m0, v = v0
                    var o = vj_adam()
                    (o.learning_rate, o.beta1, o.beta2, o.epsilon) = (0.01, 0.9, 0.999, 1e-8)
                    (o.weight_decay, o.decoupled, o.step) = (0.1, decoupled, 3)
                    _ = vj_adam_step(VJ_FLOAT32, n, &w, g, &m, &v, &o)
                    for i in 0..<n {
                        var x = Double(w0[i]), slope = Double(g[i])
                        if decoupled { x *= 1 - 0.01 * 0.1 } else { slope += 0.1 * x }
                        let mean = 0.9 * Double(m0[i]) + 0.1 * slope
                        let square = 0.999 * Double(v0[i]) + 0.001 * slope * slope
                        let top = mean / (1 - pow(0.9, 3)), bottom = (square / (1 - pow(0.999, 3))).squareRoot()
                        x -= 0.01 * top / (bottom + 1e-8)
                        #expect(near(w[i], x) && near(m[i], mean) && near(v[i], square), "\(name)")
                    }
                }
                for nesterov in [false, true] {
                    var w = w0, v = m0
                    var o = vj_sgd()
                    (o.learning_rate, o.momentum, o.weight_decay, o.nesterov) = (0.1, 0.9, 0.01, nesterov)
                    _ = vj_sgd_step(VJ_FLOAT32, n, &w, g, &v, &o)
                    for i in 0..<n {
                        let slope = Double(g[i]) + 0.01 * Double(w0[i])
                        let velocity = 0.9 * Double(m0[i]) + slope
                        let step = nesterov ? slope + 0.9 * velocity : velocity
                        #expect(near(w[i], Double(w0[i]) - 0.1 * step) && near(v[i], velocity), "\(name)")
                    }
                }
                var w = w0
                var plain = vj_sgd()
                plain.learning_rate = 0.5
                _ = vj_sgd_step(VJ_FLOAT32, n, &w, g, nil, &plain)
                #expect((0..<n).allSatisfy { near(w[$0], Double(w0[$0]) - 0.5 * Double(g[$0])) })
                var s = v0
                w = w0
                var r = vj_rmsprop()
                (r.learning_rate, r.decay, r.epsilon) = (0.01, 0.9, 1e-7)
                _ = vj_rmsprop_step(VJ_FLOAT32, n, &w, g, &s, nil, &r)
                for i in 0..<n {
                    let square = 0.9 * Double(v0[i]) + 0.1 * Double(g[i]) * Double(g[i])
                    #expect(near(w[i], Double(w0[i]) - 0.01 * Double(g[i]) / (square.squareRoot() + 1e-7)))
                }
            }
        }
    }

    @Test("rows are gathered, added back, and checked")
    func rows() {
        let table: [Float] = [0, 1, 10, 11, 20, 21], indices: [Int64] = [2, 0, -1, 2]
        var out = [Float](repeating: 0, count: 8), sums = [Float](repeating: 0, count: 6), bad = 0
        #expect(vj_gather_rows(VJ_FLOAT32, 3, 2, table, VJ_INT64, 4, indices, &out, nil) == VJ_OK)
        #expect(out == [20, 21, 0, 1, 20, 21, 20, 21])
        #expect(vj_scatter_add_rows(VJ_FLOAT32, 3, 2, &sums, VJ_INT64, 4, indices, out, nil) == VJ_OK)
        #expect(sums == [0, 1, 0, 0, 60, 63])
        let outside = vj_gather_rows(VJ_FLOAT32, 3, 2, table, VJ_INT64, 2, [Int64(0), 3], &out, &bad)
        #expect(outside == VJ_OUT_OF_RANGE && bad == 1)
        var hot = [UInt8](repeating: 9, count: 6)
        #expect(vj_one_hot(VJ_UINT8, 3, VJ_INT64, 2, [Int64(2), 0], &hot, nil) == VJ_OK)
        #expect(hot == [0, 0, 1, 1, 0, 0])
    }
}
