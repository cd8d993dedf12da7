import CKernels
import Glibc
import Testing

@Suite("CKernels: element-wise functions", .serialized)
struct CKernelsElementwiseTests {
    /// Function, reference in float64, bound in units of the last place.
    static let functions: [(String, vj_unary_op, @Sendable (Double) -> Double, Double)] = [
        ("exp", VJ_EXP, { exp($0) }, 2), ("exp2", VJ_EXP2, { exp2($0) }, 2),
        ("expm1", VJ_EXPM1, { expm1($0) }, 2), ("log", VJ_LOG, { log($0) }, 2),
        ("log2", VJ_LOG2, { log2($0) }, 2), ("log10", VJ_LOG10, { log10($0) }, 2),
        ("log1p", VJ_LOG1P, { log1p($0) }, 2), ("sin", VJ_SIN, { sin($0) }, 2),
        ("cos", VJ_COS, { cos($0) }, 2), ("sqrt", VJ_SQRT, { $0.squareRoot() }, 0.51),
        ("rsqrt", VJ_RSQRT, { 1 / $0.squareRoot() }, 2), ("tan", VJ_TAN, { tan($0) }, 4),
        ("tanh", VJ_TANH, { tanh($0) }, 4), ("erf", VJ_ERF, { erf($0) }, 4),
        ("sinh", VJ_SINH, { sinh($0) }, 4), ("cosh", VJ_COSH, { cosh($0) }, 4),
        ("asin", VJ_ASIN, { asin($0) }, 4), ("acos", VJ_ACOS, { acos($0) }, 4),
        ("atan", VJ_ATAN, { atan($0) }, 4),
        ("sigmoid", VJ_SIGMOID, { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) }, 3),
        ("softplus", VJ_SOFTPLUS, { Swift.max($0, 0) + log1p(exp(-$0.magnitude)) }, 4),
        ("floor", VJ_FLOOR, { floor($0) }, 0), ("ceil", VJ_CEIL, { ceil($0) }, 0),
        ("trunc", VJ_TRUNC, { trunc($0) }, 0), ("round", VJ_ROUND, { round($0) }, 0),
        ("round to even", VJ_ROUND_EVEN, { rint($0) }, 0), ("neg", VJ_NEG, { -$0 }, 0),
        ("abs", VJ_ABS, { $0.magnitude }, 0), ("reciprocal", VJ_RECIPROCAL, { 1 / $0 }, 0.51),
    ]

    /// Every kind of bit pattern, and the ranges that networks live in.
    static let points: [Float] = {
        var values: [Float] = [.nan, .infinity, -.infinity, 0, -0.0, 0.5, -0.5, 1.5, 2.5, 0.49999997]
        var bits: UInt32 = 0
        for _ in 0..<60_000 {
            values.append(Float(bitPattern: bits))
            bits &+= 71_582
        }
        for (seed, scale) in [(1, 1), (2, 10), (3, 100), (4, 10_000)] as [(UInt64, Float)] {
            values += Kernels.numbers(20_000, seed: seed, scale: scale)
        }
        return values
    }()

    @Test("float32 functions keep to their stated error, limits and NaN")
    func accuracy() async {
        await #expect(processExitsWith: .success) {
            for index in 0..<CKernelsElementwiseTests.functions.count {
            let (name, op, reference, bound) = CKernelsElementwiseTests.functions[index]
            let x = CKernelsElementwiseTests.points
            Kernels.withEachVariant { variant in
                var y = [Float](repeating: 0, count: x.count)
                #expect(vj_unary(op, VJ_FLOAT32, x.count, x, &y, 0, 0) == VJ_OK)
                var worst = 0.0, at: Float = 0
                for i in x.indices {
                    let distance = Kernels.ulps(y[i], reference(Double(x[i])))
                    if distance > worst { (worst, at) = (distance, x[i]) }
                }
                #expect(worst <= bound, "\(name) \(variant): \(worst) ulp at \(at)")
            }
            }
        }
    }

    @Test("pow keeps to 4 ulp, with the C library's special cases")
    func power() async {
        await #expect(processExitsWith: .success) {
            var x = Kernels.numbers(50_000, seed: 5).map { exp($0 * 10) }
            var y = Kernels.numbers(50_000, seed: 6, scale: 8)
            for i in stride(from: 0, to: x.count, by: 7) { (x[i], y[i]) = (-x[i], y[i].rounded()) }
            for a: Float in [0, -0.0, 1, -1, 2, -2, .infinity, -.infinity, .nan] {
                for b: Float in [0, 1, -1, 2, 3, -3, 0.5, -2.5, .infinity, -.infinity, .nan] {
                    x.append(a)
                    y.append(b)
                }
            }
            Kernels.withEachVariant { variant in
                var z = [Float](repeating: 0, count: x.count)
                _ = vj_binary_flat(VJ_POW, VJ_FLOAT32, x.count, x, 1, y, 1, &z)
                for i in x.indices {
                    let distance = Kernels.ulps(z[i], pow(Double(x[i]), Double(y[i])))
                    #expect(distance <= 4, "\(variant): \(x[i]) to the \(y[i]) is \(z[i])")
                }
            }
        }
    }

    @Test("gradients agree with differences in float64")
    func gradients() {
        let smooth: [(vj_unary_op, Double, Double)] = [
            (VJ_NEG, -2, 2), (VJ_SQUARE, -2, 2), (VJ_SQRT, 0.2, 3), (VJ_RSQRT, 0.2, 3),
            (VJ_RECIPROCAL, 0.3, 3), (VJ_EXP, -2, 2), (VJ_EXP2, -2, 2), (VJ_EXPM1, -2, 2),
            (VJ_LOG, 0.2, 3), (VJ_LOG2, 0.2, 3), (VJ_LOG10, 0.2, 3), (VJ_LOG1P, -0.5, 3),
            (VJ_SIN, -3, 3), (VJ_COS, -3, 3), (VJ_TAN, -1, 1), (VJ_ASIN, -0.9, 0.9),
            (VJ_ACOS, -0.9, 0.9), (VJ_ATAN, -3, 3), (VJ_SINH, -2, 2), (VJ_COSH, -2, 2),
            (VJ_TANH, -2, 2), (VJ_SIGMOID, -4, 4), (VJ_ERF, -2, 2), (VJ_SOFTPLUS, -4, 4),
            (VJ_GELU, -3, 3), (VJ_GELU_TANH, -3, 3), (VJ_SILU, -4, 4), (VJ_ELU, 0.1, 2),
            (VJ_ELU, -2, -0.1), (VJ_SELU, -2, -0.1), (VJ_LEAKY_RELU, -2, -0.1),
            (VJ_SOFTSIGN, 0.1, 3), (VJ_HARD_SIGMOID, -2, 2), (VJ_MISH, -3, 3),
            (VJ_LGAMMA, 0.3, 5), (VJ_ASINH, -2, 2), (VJ_ACOSH, 1.2, 3), (VJ_ATANH, -0.8, 0.8),
            (VJ_POW_SCALAR, 0.3, 3), (VJ_AFFINE, -2, 2), (VJ_RELU, 0.1, 2), (VJ_ABS, -2, -0.1),
        ]
        let (p0, p1, h) = (0.7, 0.3, 1e-6)
        for (op, low, high) in smooth {
            let x = (0..<19).map { low + (high - low) * (Double($0) + 0.5) / 19 }
            let g = (0..<19).map { 1 + Double($0) / 7 }
            func value(_ x: [Double]) -> [Double] {
                var y = [Double](repeating: 0, count: x.count)
                _ = vj_unary(op, VJ_FLOAT64, x.count, x, &y, p0, p1)
                return y
            }
            let saved = vj_unary_gradient_uses_output(op) ? value(x) : x
            var out = [Double](repeating: 0, count: x.count)
            _ = vj_unary_gradient(op, VJ_FLOAT64, x.count, saved, g, &out, p0, p1)
            let above = value(x.map { $0 + h }), below = value(x.map { $0 - h })
            for i in x.indices {
                let slope = g[i] * (above[i] - below[i]) / (2 * h)
                #expect((out[i] - slope).magnitude < 1e-6 * (1 + slope.magnitude), "op \(op.rawValue) at \(x[i])")
            }
        }
    }

    @Test("strided operands give what contiguous ones give, for every broadcast")
    func strides() async {
        await #expect(processExitsWith: .success) {
            let base = Kernels.numbers(4096, seed: 11), other = Kernels.numbers(4096, seed: 12)
            // Shape, strides of a, strides of b.
            let cases: [([Int], [Int], [Int])] = [
                ([5, 7], [7, 1], [7, 1]), ([5, 7], [7, 1], [0, 1]), ([5, 7], [7, 1], [1, 0]),
                ([5, 7], [1, 5], [7, 1]), ([5, 7], [0, 0], [1, 5]), ([3, 4, 5], [20, 5, 1], [0, 5, 1]),
                ([3, 4, 5], [1, 3, 12], [5, 0, 1]), ([2, 3, 4, 5], [60, 20, 5, 1], [1, 2, 6, 24]),
                ([40, 50], [2, 80], [50, 1]), ([1, 6, 1], [9, 2, 7], [0, 1, 0]), ([], [], []),
                ([3, 0, 2], [1, 1, 1], [1, 1, 1]), ([600, 3], [3, 1], [0, 1]),
            ]
            Kernels.withEachVariant { variant in
                for (shape, aStrides, bStrides) in cases {
                    let count = shape.reduce(1, *)
                    var out = [Float](repeating: .nan, count: max(count, 1))
                    var less = [UInt8](repeating: 9, count: max(count, 1))
                    var picked = out, copied = out, squared = out
                    _ = vj_binary(VJ_SUB, VJ_FLOAT32, shape.count, shape, base, aStrides, other, bStrides, &out)
                    _ = vj_compare(VJ_LESS, VJ_FLOAT32, shape.count, shape, base, aStrides, other, bStrides, &less)
                    let flags = base.map { $0 > 0 ? UInt8(1) : 0 }
                    _ = vj_where(
                        VJ_FLOAT32, shape.count, shape, flags, aStrides, base, aStrides, other, bStrides, &picked)
                    _ = vj_unary_strided(VJ_SQUARE, VJ_FLOAT32, shape.count, shape, base, aStrides, &squared, 0, 0)
                    var natural = [Int](repeating: 1, count: shape.count)
                    for i in shape.indices.dropLast().reversed() { natural[i] = natural[i + 1] * shape[i + 1] }
                    _ = vj_copy_strided(VJ_FLOAT32, shape.count, shape, base, aStrides, &copied, natural)
                    for flat in 0..<count {
                        var rest = flat, i = 0, j = 0
                        for axis in shape.indices.reversed() {
                            i += rest % shape[axis] * aStrides[axis]
                            j += rest % shape[axis] * bStrides[axis]
                            rest /= shape[axis]
                        }
                        let (a, b) = (base[i], other[j])
                        #expect(out[flat] == a - b, "\(variant) \(shape) \(aStrides) \(bStrides)")
                        #expect(less[flat] == (a < b ? 1 : 0))
                        #expect(picked[flat] == (a > 0 ? a : b))
                        #expect(copied[flat] == a)
                        #expect(squared[flat] == a * a)
                    }
                }
            }
        }
    }

    @Test("minimum and maximum pass NaN on; modulo follows the divisor, remainder the dividend")
    func binarySemantics() async {
        await #expect(processExitsWith: .success) {
            let a: [Float] = [1, .nan, 3, -7, 7, -7, 0], b: [Float] = [.nan, 2, 2, 3, -3, -3, 5]
            Kernels.withEachVariant { _ in
                var y = a
                _ = vj_binary_flat(VJ_MAX, VJ_FLOAT32, 7, a, 1, b, 1, &y)
                #expect(y[0].isNaN && y[1].isNaN && y[2] == 3)
                _ = vj_binary_flat(VJ_MIN, VJ_FLOAT32, 7, a, 1, b, 1, &y)
                #expect(y[0].isNaN && y[1].isNaN && y[2] == 2)
                _ = vj_binary_flat(VJ_MOD, VJ_FLOAT32, 7, a, 1, b, 1, &y)
                #expect(Array(y[2...]) == [1, 2, -2, -1, 0])
                _ = vj_binary_flat(VJ_REM, VJ_FLOAT32, 7, a, 1, b, 1, &y)
                #expect(Array(y[2...]) == [1, -1, 1, -1, 0])
                let i: [Int32] = [-7, 7, -7, .min], j: [Int32] = [3, -3, -3, -1]
                var k = i
                _ = vj_binary_flat(VJ_MOD, VJ_INT32, 4, i, 1, j, 1, &k)
                #expect(k == [2, -2, -1, 0])
                _ = vj_binary_flat(VJ_DIV, VJ_INT32, 4, i, 1, j, 1, &k)
                #expect(k == [-2, -2, 2, .min])
                _ = vj_binary_flat(VJ_FLOOR_DIV, VJ_INT32, 4, i, 1, j, 1, &k)
                #expect(k == [-3, -3, 2, .min])
                #expect(vj_binary_flat(VJ_DIV, VJ_INT32, 4, i, 1, [Int32(0)], 0, &k) == VJ_DOMAIN)
                #expect(vj_binary_flat(VJ_ATAN2, VJ_INT32, 4, i, 1, j, 1, &k) == VJ_UNSUPPORTED)
            }
        }
    }

    @Test("casts saturate, truncate towards zero, take NaN to 0")
    func casts() async {
        await #expect(processExitsWith: .success) {
            let x: [Float] = [1.9, -1.9, .nan, .infinity, -.infinity, 3e9, 255.9, 0, 300, -0.5, 7, 8, 9, 10, 11, 12, 13]
            Kernels.withEachVariant { name in
                var i = [Int32](repeating: 9, count: x.count), u = [UInt8](repeating: 9, count: x.count)
                var l = [Int64](repeating: 9, count: x.count), b = u
                _ = vj_cast(VJ_FLOAT32, VJ_INT32, x.count, x, &i)
                _ = vj_cast(VJ_FLOAT32, VJ_INT64, x.count, x, &l)
                _ = vj_cast(VJ_FLOAT32, VJ_UINT8, x.count, x, &u)
                _ = vj_cast(VJ_FLOAT32, VJ_BOOL, x.count, x, &b)
                #expect(Array(i[..<8]) == [1, -1, 0, .max, .min, .max, 255, 0], "\(name)")
                #expect(Array(l[..<8]) == [1, -1, 0, .max, .min, 3_000_000_000, 255, 0], "\(name)")
                #expect(Array(u[..<10]) == [1, 0, 0, 255, 0, 255, 255, 0, 255, 0], "\(name)")
                #expect(Array(b[..<8]) == [1, 1, 1, 1, 1, 1, 1, 0], "\(name)")
            }
        }
    }

    @Test("large transposed copies are right, in any element size")
    func transpose() {
        let (m, n) = (333, 257)
        let x = (0..<(m * n)).map { Float($0) }, u = (0..<(m * n)).map { UInt8(truncatingIfNeeded: $0) }
        var y = x, v = u
        _ = vj_copy_strided(VJ_FLOAT32, 2, [n, m], x, [1, n], &y, [m, 1])
        _ = vj_copy_strided(VJ_UINT8, 2, [n, m], u, [1, n], &v, [m, 1])
        for i in 0..<n {
            for j in 0..<m where x[j * n + i] != y[i * m + j] || u[j * n + i] != v[i * m + j] {
                Issue.record("element \(i), \(j)")
                return
            }
        }
    }
}
