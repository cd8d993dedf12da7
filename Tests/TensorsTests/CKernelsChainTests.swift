import CKernels
import Testing

@Suite("CKernels: chains", .serialized)
struct CKernelsChainTests {
    static func step(_ kind: vj_chain_kind, _ op: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ p0: Double = 0, _ p1: Double = 0) -> vj_chain_step {
        vj_chain_step(kind: kind, op: Int32(op), a: a, b: b, p0: p0, p1: p1)
    }

    @Test("a chain gives the bits of its operations one by one, whatever its inputs repeat")
    func chain() async {
        await #expect(processExitsWith: .success) {
            Kernels.withEachVariant { name in
                for count in [1, 100, 2048, 50_001] {
                    let x = Kernels.numbers(count, seed: 1), row = Kernels.numbers(7, seed: 2)
                    let number: [Float] = [1.5]
                    // tanh(x·1.5 + row)·x, the sum on the way, and the gradient of the tanh.
                    let steps = [
                        CKernelsChainTests.step(VJ_CHAIN_BINARY, VJ_MUL.rawValue, 0, 2),
                        CKernelsChainTests.step(VJ_CHAIN_BINARY, VJ_ADD.rawValue, 3, 1),
                        CKernelsChainTests.step(VJ_CHAIN_UNARY, VJ_TANH.rawValue, 4),
                        CKernelsChainTests.step(VJ_CHAIN_BINARY, VJ_MUL.rawValue, 5, 0),
                        CKernelsChainTests.step(VJ_CHAIN_GRADIENT, VJ_TANH.rawValue, 5, 0),
                        CKernelsChainTests.step(VJ_CHAIN_UNARY, VJ_EXP.rawValue, 2),
                    ]
                    var sum = [Float](repeating: 0, count: count), product = sum, slope = sum, constant = sum
                    x.withUnsafeBytes { px in row.withUnsafeBytes { pr in number.withUnsafeBytes { pn in
                    sum.withUnsafeMutableBytes { p0 in product.withUnsafeMutableBytes { p1 in
                    slope.withUnsafeMutableBytes { p2 in constant.withUnsafeMutableBytes { p3 in
                        let inputs = [
                            vj_chain_input(x: px.baseAddress, period: count),
                            vj_chain_input(x: pr.baseAddress, period: 7),
                            vj_chain_input(x: pn.baseAddress, period: 1),
                        ]
                        let outputs = [
                            vj_chain_output(operand: 4, out: p0.baseAddress),
                            vj_chain_output(operand: 6, out: p1.baseAddress),
                            vj_chain_output(operand: 7, out: p2.baseAddress),
                            vj_chain_output(operand: 8, out: p3.baseAddress),
                        ]
                        #expect(vj_chain_run(VJ_FLOAT32, count, 3, inputs, steps.count, steps, 4, outputs) == VJ_OK)
                    }}}}}}}
                    let repeated = (0..<count).map { row[$0 % 7] }
                    var scaled = x, added = x, tanh = x, expected = x, gradient = x, e: [Float] = [0]
                    _ = vj_binary_flat(VJ_MUL, VJ_FLOAT32, count, x, 1, number, 0, &scaled)
                    _ = vj_binary_flat(VJ_ADD, VJ_FLOAT32, count, scaled, 1, repeated, 1, &added)
                    _ = vj_unary(VJ_TANH, VJ_FLOAT32, count, added, &tanh, 0, 0)
                    _ = vj_binary_flat(VJ_MUL, VJ_FLOAT32, count, tanh, 1, x, 1, &expected)
                    _ = vj_unary_gradient(VJ_TANH, VJ_FLOAT32, count, tanh, x, &gradient, 0, 0)
                    _ = vj_unary(VJ_EXP, VJ_FLOAT32, 1, number, &e, 0, 0)
                    #expect(sum == added && product == expected && slope == gradient, "\(name) \(count)")
                    #expect(constant.allSatisfy { $0 == e[0] }, "\(name) \(count)")
                }
            }
        }
    }

    @Test("an output may be an input's own memory; a chain without meaning is refused")
    func limits() {
        var x = Kernels.wide(5000, seed: 1)
        let before = x
        let steps = [
            Self.step(VJ_CHAIN_UNARY, VJ_SQUARE.rawValue, 0), Self.step(VJ_CHAIN_BINARY, VJ_ADD.rawValue, 1, 0),
            Self.step(VJ_CHAIN_BINARY, VJ_MUL.rawValue, 2, 0),
        ]
        x.withUnsafeMutableBytes { p in
            let inputs = [vj_chain_input(x: p.baseAddress, period: 5000)]
            let outputs = [vj_chain_output(operand: 3, out: p.baseAddress)]
            #expect(vj_chain_run(VJ_FLOAT64, 5000, 1, inputs, 3, steps, 1, outputs) == VJ_OK)
            let forward = [Self.step(VJ_CHAIN_UNARY, VJ_SQUARE.rawValue, 1)]
            #expect(vj_chain_run(VJ_FLOAT64, 5000, 1, inputs, 1, forward, 1, outputs) == VJ_UNSUPPORTED)
            let division = [Self.step(VJ_CHAIN_BINARY, VJ_DIV.rawValue, 0, 0)]
            #expect(vj_chain_run(VJ_INT64, 5000, 1, inputs, 1, division, 1, outputs) == VJ_UNSUPPORTED)
            let unknown = [Self.step(VJ_CHAIN_UNARY, 9999, 0)]
            #expect(vj_chain_run(VJ_FLOAT64, 5000, 1, inputs, 1, unknown, 1, outputs) == VJ_UNSUPPORTED)
        }
        #expect(Kernels.distance(x, before.map { ($0 * $0 + $0) * $0 }) < 1e-15)
    }
}
