import CKernels
import Glibc
import Testing

/// The errors that vj_elementwise.h states, over many points: VENCEJO_EXACT_POINTS of them for each
/// function (10000000 for the long form), 100000 otherwise.
@Suite("CKernels: exactness", .serialized)
struct CKernelsExactnessTests {
    static let functions: [(String, vj_unary_op, @Sendable (Double) -> Double, Double)] = [
        ("exp", VJ_EXP, { exp($0) }, 2), ("log", VJ_LOG, { log($0) }, 2),
        ("sin", VJ_SIN, { sin($0) }, 2), ("cos", VJ_COS, { cos($0) }, 2),
        ("sqrt", VJ_SQRT, { $0.squareRoot() }, 0.51), ("tanh", VJ_TANH, { tanh($0) }, 4),
        ("erf", VJ_ERF, { erf($0) }, 4),
    ]

    static var points: Int { getenv("VENCEJO_EXACT_POINTS").flatMap { Int(String(cString: $0)) } ?? 100_000 }

    /// Calls the body with blocks of points: half of them bit patterns at even distances, half
    /// uniform in −20...20.
    static func blocks(_ body: ([Float]) -> Void) {
        let total = points, size = 1 << 16
        let stride = UInt32(clamping: (1 << 32) / UInt64(Swift.max(total / 2, 1)))
        var bits: UInt32 = 0
        for start in Swift.stride(from: 0, to: total, by: size) {
            let count = min(size, total - start), half = count / 2
            var x = Kernels.numbers(count, seed: UInt64(start) + 1, scale: 20)
            for i in 0..<half {
                x[i] = Float(bitPattern: bits)
                bits &+= stride
            }
            body(x)
        }
    }

    @Test("exp, log, sin, cos, sqrt within 2 ulp, tanh and erf within 4, in every variant")
    func unary() async {
        await #expect(processExitsWith: .success) {
            for index in 0..<CKernelsExactnessTests.functions.count {
                let (name, op, reference, bound) = CKernelsExactnessTests.functions[index]
                let variants = Kernels.variants
                var worst = [Double](repeating: 0, count: variants.count), at = [Float](repeating: 0, count: variants.count)
                CKernelsExactnessTests.blocks { x in
                    let exact = x.map { reference(Double($0)) }
                    var y = x
                    for (v, isa) in variants.enumerated() {
                        _ = vj_isa_select(isa)
                        _ = vj_unary(op, VJ_FLOAT32, x.count, x, &y, 0, 0)
                        for i in x.indices {
                            let distance = Kernels.ulps(y[i], exact[i])
                            if distance > worst[v] { (worst[v], at[v]) = (distance, x[i]) }
                        }
                    }
                }
                for (v, isa) in variants.enumerated() {
                    let variant = String(cString: vj_isa_name(isa))
                    #expect(worst[v] <= bound, "\(name) \(variant): \(worst[v]) ulp at \(at[v])")
                    if getenv("VENCEJO_EXACT_POINTS") != nil { print(name, variant, worst[v], "ulp at", at[v]) }
                }
            }
        }
    }

    @Test("pow within 4 ulp, in every variant")
    func power() async {
        await #expect(processExitsWith: .success) {
            var seed: UInt64 = 7
            var worst = 0.0
            CKernelsExactnessTests.blocks { block in
                let x = block.enumerated().map { $0 % 2 == 0 ? $1.magnitude : exp($1 / 4) }
                let y = Kernels.numbers(x.count, seed: seed, scale: 8)
                seed += 1
                let exact = zip(x, y).map { pow(Double($0), Double($1)) }
                var z = x
                for isa in Kernels.variants {
                    _ = vj_isa_select(isa)
                    _ = vj_binary_flat(VJ_POW, VJ_FLOAT32, x.count, x, 1, y, 1, &z)
                    for i in x.indices { worst = Swift.max(worst, Kernels.ulps(z[i], exact[i])) }
                }
            }
            #expect(worst <= 4, "\(worst) ulp")
            if getenv("VENCEJO_EXACT_POINTS") != nil { print("pow", worst, "ulp") }
        }
    }
}
