import CKernels
import Testing

@Suite("CKernels: sorting, and gradients with their bias", .serialized)
struct CKernelsSortTests {
    /// Numbers with repetitions, both zeros, infinities and NaN.
    static func mixed(_ count: Int) -> [Float] {
        Kernels.numbers(count, seed: UInt64(count), scale: 50).enumerated().map { index, value in
            switch index % 11 {
            case 3: -0.0
            case 5: 0
            case 7: .nan
            case 9: index % 2 == 0 ? .infinity : -.infinity
            default: value.rounded()
            }
        }
    }

    @Test("rows of any length are sorted, NaN as the greatest, positions in the order of equals")
    func sorting() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachThreadCount { threads in
                for length in [1, 2, 100, 1023, 1024, 70_001] {
                    for descending in [false, true] {
                        let x = CKernelsSortTests.mixed(2 * length)
                        var sorted = x, positions = [Int64](repeating: -1, count: 2 * length)
                        #expect(vj_sort(VJ_FLOAT32, 2, length, x, descending, &sorted) == VJ_OK)
                        #expect(vj_argsort(VJ_FLOAT32, 2, length, x, descending, &positions) == VJ_OK)
                        for top in Set([1, min(5, length), (length + 5) / 6, length]) {
                            var first = [Int64](repeating: -1, count: 2 * top)
                            #expect(vj_top(VJ_FLOAT32, 2, length, top, x, descending, &first) == VJ_OK)
                            let expected = (0..<2).flatMap { positions[($0 * length)..<($0 * length + top)] }
                            #expect(first == expected, "the first \(top) of \(length), \(threads) threads")
                        }
                        for row in 0..<2 {
                            let values = Array(x[(row * length)..<((row + 1) * length)])
                            let expected = values.indices.sorted { a, b in
                                let (u, v) = (values[a], values[b])
                                if u.isNaN || v.isNaN {
                                    return u.isNaN == v.isNaN ? a < b : descending ? u.isNaN : v.isNaN
                                }
                                return u == v ? a < b : descending ? u > v : u < v
                            }
                            let found = positions[(row * length)..<((row + 1) * length)].map(Int.init)
                            #expect(found == expected, "\(length), \(threads) threads")
                            let agree = zip(expected, sorted[(row * length)...]).allSatisfy {
                                values[$0] == $1 || values[$0].isNaN && $1.isNaN
                            }
                            #expect(agree, "\(length), \(threads) threads")
                        }
                    }
                }
            }
        }
    }

    @Test("every type is sorted")
    func types() {
        let wide = Kernels.wide(3000, seed: 4, scale: 1e6), long = wide.map { Int64($0) }
        let short = long.map { Int32(truncatingIfNeeded: $0) }, bytes = long.map { UInt8(truncatingIfNeeded: $0) }
        var (a, b, c, d) = (wide, long, short, bytes)
        #expect(vj_sort(VJ_FLOAT64, 1, 3000, wide, false, &a) == VJ_OK && a == wide.sorted())
        #expect(vj_sort(VJ_INT64, 1, 3000, long, true, &b) == VJ_OK && b == long.sorted(by: >))
        #expect(vj_sort(VJ_INT32, 1, 3000, short, false, &c) == VJ_OK && c == short.sorted())
        #expect(vj_sort(VJ_UINT8, 1, 3000, bytes, true, &d) == VJ_OK && d == bytes.sorted(by: >))
        var (all, top) = ([Int64](repeating: -1, count: 3000), [Int64](repeating: -1, count: 10))
        for (dtype, x) in [(VJ_FLOAT64, wide.withUnsafeBytes(Array.init)), (VJ_INT64, long.withUnsafeBytes(Array.init)),
            (VJ_INT32, short.withUnsafeBytes(Array.init)), (VJ_UINT8, bytes)] {
            #expect(vj_argsort(dtype, 1, 3000, x, true, &all) == VJ_OK)
            #expect(vj_top(dtype, 1, 3000, 10, x, true, &top) == VJ_OK && top == Array(all[..<10]))
        }
    }

    @Test("the gradients of an activation and of the bias before it agree with two passes")
    func activationGradient() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for (rows, columns) in [(1, 1), (5, 3), (3000, 6), (200, 17), (40, 600), (0, 4)] {
                    let count = rows * columns
                    let saved = Kernels.numbers(count, seed: 1), g = Kernels.numbers(count, seed: 2)
                    var one = g, two = g, bias = [Float](repeating: -1, count: columns), sums = bias
                    #expect(vj_unary_gradient(VJ_RELU, VJ_FLOAT32, count, saved, g, &one, 0, 0) == VJ_OK)
                    #expect(vj_activation_gradient(VJ_RELU, VJ_FLOAT32, rows, columns, saved, g, &two, &bias, 0, 0) == VJ_OK)
                    #expect(one == two, "\(name)")
                    for column in 0..<columns {
                        sums[column] = Float((0..<rows).reduce(0.0) { $0 + Double(one[$1 * columns + column]) })
                    }
                    #expect(zip(bias, sums).allSatisfy { ($0 - $1).magnitude < 1e-3 }, "\(name) \(rows)×\(columns)")
                }
            }
        }
    }
}
