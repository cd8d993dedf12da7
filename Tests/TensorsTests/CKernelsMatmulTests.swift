import CKernels
import Glibc
import Testing

@Suite("CKernels: matrix products", .serialized)
struct CKernelsMatmulTests {
    /// The product by definition, in float64.
    static func naive(
        _ m: Int, _ n: Int, _ k: Int, _ a: [Float], _ aRow: Int, _ aCol: Int, _ b: [Float],
        _ bRow: Int, _ bCol: Int
    ) -> [Double] {
        var c = [Double](repeating: 0, count: m * n)
        for i in 0..<m {
            for p in 0..<k {
                let x = Double(a[i * aRow + p * aCol])
                for j in 0..<n { c[i * n + j] += x * Double(b[p * bRow + j * bCol]) }
            }
        }
        return c
    }

    static func worst(_ c: [Float], _ expected: [Double], k: Int) -> Double {
        var worst = 0.0
        for i in 0..<c.count {
            let distance = (Double(c[i]) - expected[i]).magnitude
            // NaN must not slip through a comparison.
            worst = distance <= worst ? worst : distance
        }
        return worst / Double(max(k, 1)).squareRoot()
    }

    static let edges: [(Int, Int, Int)] = {
        var shapes: [(Int, Int, Int)] = []
        for m in [1, 2, 5, 11, 12, 13, 25] {
            for n in [1, 3, 8, 15, 16, 17, 31, 32, 33, 50] {
                for k in [1, 2, 7, 40] { shapes.append((m, n, k)) }
            }
        }
        shapes += [
            (4, 8, 2), (64, 10, 84), (64, 120, 400), (128, 10, 256), (128, 256, 512), (257, 263, 269),
            (300, 40, 530), (40, 300, 1031), (600, 530, 65), (540, 520, 540), (1, 1, 5000), (70, 1, 333), (1, 70, 333),
        ]
        return shapes
    }()

    @Test("every transpose of every edge shape agrees with the definition, in every variant")
    func transposes() async {
        await #expect(processExitsWith: .success) {
            for (m, n, k) in CKernelsMatmulTests.edges {
                let a = Kernels.numbers(m * k, seed: 3), b = Kernels.numbers(k * n, seed: 4)
                for (aRow, aCol) in [(k, 1), (1, m)] {
                    for (bRow, bCol) in [(n, 1), (1, k)] {
                        let expected = CKernelsMatmulTests.naive(m, n, k, a, aRow, aCol, b, bRow, bCol)
                        Kernels.withEachVariant { name in
                            var c = [Float](repeating: .nan, count: m * n)
                            let status = vj_matmul_f32(m, n, k, a, aRow, aCol, b, bRow, bCol, &c, n)
                            #expect(status == VJ_OK)
                            let error = CKernelsMatmulTests.worst(c, expected, k: k)
                            #expect(error < 3e-6, "\(name) \(m)×\(n)×\(k) strides \(aRow) \(bRow)")
                        }
                    }
                }
            }
        }
    }

    @Test("results have the same bits for any number of threads")
    func threads() async {
        await #expect(processExitsWith: .success) {
            for (m, n, k) in [(256, 256, 256), (64, 120, 400), (513, 77, 301), (64, 64, 3136)] {
                let a = Kernels.numbers(m * k, seed: 5), b = Kernels.numbers(k * n, seed: 6)
                var first: [Float] = []
                Kernels.withEachThreadCount { count in
                    var c = [Float](repeating: .nan, count: m * n)
                    _ = vj_matmul_f32(m, n, k, a, k, 1, b, n, 1, &c, n)
                    if first.isEmpty { first = c } else { #expect(c == first, "\(count) threads") }
                }
            }
        }
    }

    @Test("views with any strides, alpha, beta, bias and activation")
    func everything() async {
        await #expect(processExitsWith: .success) {
            let (m, n, k) = (37, 45, 29)
            // Every second row and every third column of larger arrays, walked backwards.
            let a = Kernels.numbers(2 * m * 3 * k, seed: 7), b = Kernels.numbers(2 * k * 3 * n, seed: 8)
            let bias = Kernels.numbers(n, seed: 9), before = Kernels.numbers(m * (n + 3), seed: 10)
            Kernels.withEachVariant { name in
                for activation in [VJ_IDENTITY, VJ_RELU, VJ_TANH, VJ_LEAKY_RELU] {
                    var c = before
                    a.withUnsafeBufferPointer { pa in
                        b.withUnsafeBufferPointer { pb in
                            c.withUnsafeMutableBufferPointer { pc in
                                bias.withUnsafeBufferPointer { bp in
                                    var s = vj_matmul_args()
                                    s.dtype = VJ_FLOAT32
                                    (s.m, s.n, s.k) = (m, n, k)
                                    (s.alpha, s.beta) = (0.5, -2)
                                    s.a = UnsafeRawPointer(pa.baseAddress! + (m - 1) * 6 * k)
                                    (s.a_row, s.a_col) = (-6 * k, 3)
                                    s.b = UnsafeRawPointer(pb.baseAddress!)
                                    (s.b_row, s.b_col) = (6 * n, 3)
                                    s.c = UnsafeMutableRawPointer(pc.baseAddress!)
                                    s.c_row = n + 3
                                    s.bias = UnsafeRawPointer(bp.baseAddress!)
                                    s.activation = activation
                                    s.activation_p0 = 0.2
                                    #expect(vj_matmul(&s) == VJ_OK)
                                }
                            }
                        }
                    }
                    for i in 0..<m {
                        for j in 0..<n {
                            var sum = 0.0
                            let row = (m - 1 - i) * 6 * k, old = Double(before[i * (n + 3) + j])
                            for p in 0..<k {
                                let left = Double(a[row + 3 * p]), right = Double(b[p * 6 * n + 3 * j])
                                sum += left * right
                            }
                            var x = 0.5 * sum
                            x += Double(bias[j]) - 2 * old
                            if activation == VJ_RELU { x = max(x, 0) }
                            if activation == VJ_TANH { x = tanh(x) }
                            if activation == VJ_LEAKY_RELU { x = x > 0 ? x : 0.2 * x }
                            let distance = (Double(c[i * (n + 3) + j]) - x).magnitude
                            #expect(distance < 1e-5, "\(name) \(i) \(j)")
                        }
                        for j in n..<(n + 3) {
                            #expect(c[i * (n + 3) + j] == before[i * (n + 3) + j], "beyond the row")
                        }
                    }
                }
            }
        }
    }

    @Test("k = 0 gives beta·C + bias, NaN in C is not read with beta 0, empty products do nothing")
    func degenerate() {
        var c: [Float] = [.nan, 2, 3, 4]
        #expect(vj_matmul_f32(2, 2, 0, [0], 0, 1, [0], 2, 1, &c, 2) == VJ_OK)
        #expect(c == [0, 0, 0, 0])
        #expect(vj_matmul_f32(0, 2, 3, [0], 3, 1, [0], 2, 1, &c, 2) == VJ_OK)
        #expect(vj_matmul_f32(2, 0, 3, [0], 3, 1, [0], 0, 1, &c, 0) == VJ_OK)
    }

    /// Three products of a batch against one repeated matrix: the result, and what it should be.
    static func product<T: Numeric>(_ dtype: vj_dtype, _ value: (Int) -> T) -> ([T], [T]) {
        let (m, n, k) = (5, 7, 6)
        let a: [T] = (0..<(3 * m * k)).map { (i: Int) -> T in value(i * 37 % 11 - 5) }
        let b: [T] = (0..<(k * n)).map { (i: Int) -> T in value(i * 29 % 13 - 6) }
        var c = [T](repeating: 0, count: 3 * m * n)
        var expected = c
        for row in 0..<(3 * m) {
            for j in 0..<n {
                for p in 0..<k {
                    let term: T = a[row * k + p] * b[p * n + j]
                    expected[row * n + j] += term
                }
            }
        }
        let shape = [3], aBatch = [m * k], bBatch = [0], cBatch = [m * n]
        a.withUnsafeBytes { pa in
            b.withUnsafeBytes { pb in
                c.withUnsafeMutableBytes { pc in
                    shape.withUnsafeBufferPointer { ps in
                        aBatch.withUnsafeBufferPointer { pab in
                            bBatch.withUnsafeBufferPointer { pbb in
                                cBatch.withUnsafeBufferPointer { pcb in
                                    var s = vj_matmul_args()
                                    s.dtype = dtype
                                    (s.m, s.n, s.k, s.alpha) = (m, n, k, 1)
                                    (s.a, s.a_row, s.a_col) = (pa.baseAddress, k, 1)
                                    (s.b, s.b_row, s.b_col) = (pb.baseAddress, n, 1)
                                    (s.c, s.c_row) = (pc.baseAddress, n)
                                    s.batch_rank = 1
                                    s.batch_shape = UnsafePointer(
                                        OpaquePointer(ps.baseAddress!))
                                    s.a_batch = pab.baseAddress
                                    s.b_batch = pbb.baseAddress
                                    s.c_batch = pcb.baseAddress
                                    #expect(vj_matmul(&s) == VJ_OK)
                                }
                            }
                        }
                    }
                }
            }
        }
        return (c, expected)
    }

    @Test("many products that threads share have the bits of each alone")
    func manyProducts() async {
        await #expect(processExitsWith: .success) {
            let (count, m, n, k) = (50, 33, 40, 70)
            let a = Kernels.numbers(count * m * k, seed: 11), b = Kernels.numbers(count * k * n, seed: 12)
            var alone = [Float](repeating: .nan, count: count * m * n)
            for p in 0..<count {
                a.withUnsafeBufferPointer { pa in
                    b.withUnsafeBufferPointer { pb in
                        alone.withUnsafeMutableBufferPointer { pc in
                            _ = vj_matmul_f32(
                                m, n, k, pa.baseAddress! + p * m * k, k, 1,
                                pb.baseAddress! + p * k * n, n, 1, pc.baseAddress! + p * m * n, n)
                        }
                    }
                }
            }
            let shape = [5, 10], steps = [[10 * m * k, m * k], [10 * k * n, k * n], [10 * m * n, m * n]]
            Kernels.withEachThreadCount { threads in
                var c = [Float](repeating: .nan, count: count * m * n)
                func multiply() -> vj_status {
                    a.withUnsafeBytes { pa in
                        b.withUnsafeBytes { pb in
                            c.withUnsafeMutableBytes { pc in
                                shape.withUnsafeBytes { ps in
                                    steps[0].withUnsafeBufferPointer { sa in
                                        steps[1].withUnsafeBufferPointer { sb in
                                            steps[2].withUnsafeBufferPointer { sc in
                                                var s = vj_matmul_args()
                                                (s.dtype, s.m, s.n, s.k, s.alpha) = (VJ_FLOAT32, m, n, k, 1)
                                                (s.a, s.a_row, s.a_col) = (pa.baseAddress, k, 1)
                                                (s.b, s.b_row, s.b_col) = (pb.baseAddress, n, 1)
                                                (s.c, s.c_row, s.batch_rank) = (pc.baseAddress, n, 2)
                                                s.batch_shape = ps.baseAddress!.assumingMemoryBound(to: Int.self)
                                                (s.a_batch, s.b_batch, s.c_batch) = (
                                                    sa.baseAddress, sb.baseAddress, sc.baseAddress
                                                )
                                                return vj_matmul(&s)
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
                #expect(multiply() == VJ_OK)
                #expect(c == alone, "\(threads) threads")
                vj_interrupt()
                #expect(multiply() == VJ_INTERRUPTED)
                vj_interrupt_clear()
            }
        }
    }

    @Test("batches, a repeated operand, and the other element types")
    func batches() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                let f = CKernelsMatmulTests.product(VJ_FLOAT32) { Float($0) }
                let d = CKernelsMatmulTests.product(VJ_FLOAT64) { Double($0) }
                let i = CKernelsMatmulTests.product(VJ_INT32) { Int32($0) }
                let l = CKernelsMatmulTests.product(VJ_INT64) { Int64($0) }
                #expect(f.0 == f.1 && d.0 == d.1 && i.0 == i.1 && l.0 == l.1, "\(name)")
            }
        }
    }

    @Test("float64 edges agree with the definition")
    func float64() async {
        await #expect(processExitsWith: .success) {
            for (m, n, k) in [(1, 1, 1), (13, 9, 5), (64, 33, 120), (130, 70, 300)] {
                let a = Kernels.numbers(m * k, seed: 3), b = Kernels.numbers(k * n, seed: 4)
                let expected = CKernelsMatmulTests.naive(m, n, k, a, k, 1, b, n, 1)
                let wideA = a.map(Double.init), wideB = b.map(Double.init)
                Kernels.withEachVariant { name in
                    var c = [Double](repeating: .nan, count: m * n)
                    wideA.withUnsafeBytes { pa in
                        wideB.withUnsafeBytes { pb in
                            c.withUnsafeMutableBytes { pc in
                                var s = vj_matmul_args()
                                s.dtype = VJ_FLOAT64
                                (s.m, s.n, s.k, s.alpha) = (m, n, k, 1)
                                (s.a, s.a_row, s.a_col) = (pa.baseAddress, k, 1)
                                (s.b, s.b_row, s.b_col) = (pb.baseAddress, n, 1)
                                (s.c, s.c_row) = (pc.baseAddress, n)
                                #expect(vj_matmul(&s) == VJ_OK)
                            }
                        }
                    }
                    let worst = zip(c, expected).map { ($0 - $1).magnitude }.max() ?? 0
                    #expect(worst < 1e-12, "\(name) \(m)×\(n)×\(k)")
                }
            }
        }
    }
}
