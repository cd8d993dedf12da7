import CKernels

/// What the kernel tests share: variants, seeded numbers, distances.
///
/// Which variant is in use and how many threads there are is the process's; tests that change it
/// run in a process of their own, so that no other test sees it.
enum Kernels {
    /// The instruction sets that this processor has.
    static var variants: [vj_isa] {
        [VJ_ISA_PORTABLE, VJ_ISA_AVX2, VJ_ISA_AVX512].filter { vj_isa_available($0) }
    }

    /// Calls the body once for each instruction set, then restores the one in use.
    static func withEachVariant(_ body: (String) -> Void) {
        let before = vj_isa_current()
        for isa in variants {
            _ = vj_isa_select(isa)
            body(String(cString: vj_isa_name(isa)))
        }
        _ = vj_isa_select(before)
    }

    /// Calls the body with 1, 2 and 3 threads.
    static func withEachThreadCount(_ body: (Int) -> Void) {
        for count in 1...3 {
            vj_set_threads(count)
            body(count)
        }
        vj_set_threads(0)
    }

    /// Uniform numbers in −1..<1, the same for the same seed.
    static func numbers(_ count: Int, seed: UInt64 = 1, scale: Float = 1) -> [Float] {
        var values = [Float](repeating: 0, count: count)
        _ = vj_random_uniform_f32(seed, 0, count, -scale, scale, &values)
        return values
    }

    /// The distance of a float32 result from the exact value, in units of the last place.
    static func ulps(_ result: Float, _ exact: Double) -> Double {
        if exact.isNaN || result.isNaN { return exact.isNaN && result.isNaN ? 0 : .infinity }
        let rounded = Float(exact)
        if rounded == result { return 0 }
        if rounded.isInfinite || result.isInfinite {
            // The last number before infinity is one step away.
            let finite = rounded.isInfinite ? result : rounded
            return finite.magnitude > 3.4e38 ? 1 : .infinity
        }
        let step = Swift.max(Double(rounded.ulp), Double(Float.leastNonzeroMagnitude))
        return (Double(result) - exact).magnitude / step
    }

    /// The same in float64.
    static func wide(_ count: Int, seed: UInt64 = 1, scale: Double = 1) -> [Double] {
        var values = [Double](repeating: 0, count: count)
        _ = vj_random_uniform_f64(seed, 0, count, -scale, scale, &values)
        return values
    }

    /// The largest difference, in parts of the largest expected magnitude (at least 1).
    static func distance(_ result: [Double], _ expected: [Double]) -> Double {
        guard result.count == expected.count else { return .infinity }
        var worst = 0.0, largest = 1.0
        for (r, e) in zip(result, expected) {
            if r.isNaN != e.isNaN { return .infinity }
            if r.isNaN || r == e { continue }
            worst = Swift.max(worst, (r - e).magnitude)
            largest = Swift.max(largest, e.magnitude)
        }
        return worst / largest
    }

    /// The gradient of Σ weights·f(x) by central differences.
    static func differences(
        _ x: [Double], weights: [Double], step: Double = 1e-5, of f: ([Double]) -> [Double]
    ) -> [Double] {
        func value(_ x: [Double]) -> Double {
            var sum = 0.0
            for (y, w) in zip(f(x), weights) { sum += y * w }
            return sum
        }
        return x.indices.map { i in
            var above = x, below = x
            above[i] += step
            below[i] -= step
            return (value(above) - value(below)) / (2 * step)
        }
    }
}
