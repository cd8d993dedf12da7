#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Steps of the optimizers that are used less: plain loops over a parameter, its gradient and its
/// state.
extension OptimizerKernels {
    /// Calls `body` for each element with its weight, gradient and up to two numbers of state, as
    /// floats or doubles.
    @inline(__always)
    private static func walk<Value: BinaryFloatingPoint>(
        as type: Value.Type, _ weights: UnsafeMutableRawPointer, _ count: Int,
        _ gradient: TensorStorage, _ a: Tensor, _ b: Tensor?,
        _ body: (inout Value, Value, inout Value, inout Value) -> Void
    ) {
        let w = weights.assumingMemoryBound(to: Value.self)
        let g = gradient.data.assumingMemoryBound(to: Value.self)
        let p = a.storage.data.assumingMemoryBound(to: Value.self)
        if let b {
            let q = b.storage.data.assumingMemoryBound(to: Value.self)
            for i in 0..<count { body(&w[i], g[i], &p[i], &q[i]) }
        } else {
            var none: Value = 0
            for i in 0..<count { body(&w[i], g[i], &p[i], &none) }
        }
    }

    /// One step with a rule that is written once for both types of numbers.
    @inline(__always)
    private static func apply(
        _ parameter: Parameter, _ gradient: Tensor, _ a: Tensor, _ b: Tensor?,
        _ float: (inout Float, Float, inout Float, inout Float) -> Void,
        _ double: (inout Double, Double, inout Double, inout Double) -> Void
    ) throws(TensorError) {
        let gradient = try prepared(gradient, parameter)
        try parameter.update { (weights, count, dtype) throws(TensorError) in
            if dtype == .float64 {
                walk(as: Double.self, weights, count, gradient, a, b, double)
            } else {
                walk(as: Float.self, weights, count, gradient, a, b, float)
            }
        }
        withExtendedLifetime((gradient, a, b)) {}
    }

    /// s ← s + g², w ← w − rate·g / (√s + ε) (Duchi, Hazan and Singer 2011).
    package static func adagrad(
        _ parameter: Parameter, _ gradient: Tensor, square: Tensor, rate: Double, epsilon: Double,
        weightDecay: Double
    ) throws(TensorError) {
        @inline(__always)
        func rule<V: BinaryFloatingPoint>(_ w: inout V, _ g: V, _ s: inout V, _: inout V) {
            let g = g + V(weightDecay) * w
            s += g * g
            w -= V(rate) * g / (s.squareRoot() + V(epsilon))
        }
        try apply(parameter, gradient, square, nil, rule, rule)
    }

    /// s ← ρs + (1 − ρ)g², Δ = √(u + ε)/√(s + ε)·g, u ← ρu + (1 − ρ)Δ², w ← w − rate·Δ (Zeiler
    /// 2012).
    package static func adadelta(
        _ parameter: Parameter, _ gradient: Tensor, square: Tensor, update: Tensor, rate: Double,
        decay: Double, epsilon: Double, weightDecay: Double
    ) throws(TensorError) {
        @inline(__always)
        func rule<V: BinaryFloatingPoint>(_ w: inout V, _ g: V, _ s: inout V, _ u: inout V) {
            let g = g + V(weightDecay) * w
            s = V(decay) * s + V(1 - decay) * g * g
            let step = ((u + V(epsilon)) / (s + V(epsilon))).squareRoot() * g
            u = V(decay) * u + V(1 - decay) * step * step
            w -= V(rate) * step
        }
        try apply(parameter, gradient, square, update, rule, rule)
    }

    /// m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g| + ε), w ← w − rate·m/u; the rate is corrected for the
    /// start at zero (Kingma and Ba 2015).
    package static func adamax(
        _ parameter: Parameter, _ gradient: Tensor, m: Tensor, u: Tensor, rate: Double,
        beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double
    ) throws(TensorError) {
        @inline(__always)
        func rule<V: BinaryFloatingPoint>(_ w: inout V, _ g: V, _ m: inout V, _ u: inout V) {
            let g = g + V(weightDecay) * w
            m += V(1 - beta1) * (g - m)
            u = Swift.max(V(beta2) * u, Swift.abs(g) + V(epsilon))
            w -= V(rate) * m / u
        }
        try apply(parameter, gradient, m, u, rule, rule)
    }

    /// Adam's moments, and w ← w − (gradientRate·g + momentRate·m) / (√(v/correction) + ε): Nadam
    /// (Dozat 2016), whose rates the optimizer computes.
    package static func nadam(
        _ parameter: Parameter, _ gradient: Tensor, m: Tensor, v: Tensor, gradientRate: Double,
        momentRate: Double, correction: Double, beta1: Double, beta2: Double, epsilon: Double,
        weightDecay: Double, decoupledDecay: Double
    ) throws(TensorError) {
        @inline(__always)
        func rule<V: BinaryFloatingPoint>(_ w: inout V, _ g: V, _ m: inout V, _ v: inout V) {
            let g = g + V(weightDecay) * w
            w *= V(1 - decoupledDecay)
            m += V(1 - beta1) * (g - m)
            v = V(beta2) * v + V(1 - beta2) * g * g
            let scale = (v / V(correction)).squareRoot() + V(epsilon)
            w -= (V(gradientRate) * g + V(momentRate) * m) / scale
        }
        try apply(parameter, gradient, m, v, rule, rule)
    }

    /// w ← (1 − rate·decay)·w − rate·sign(β₁m + (1 − β₁)g), m ← β₂m + (1 − β₂)g: Lion (Chen et al.
    /// 2023).
    package static func lion(
        _ parameter: Parameter, _ gradient: Tensor, m: Tensor, rate: Double, beta1: Double,
        beta2: Double, weightDecay: Double
    ) throws(TensorError) {
        @inline(__always)
        func rule<V: BinaryFloatingPoint>(_ w: inout V, _ g: V, _ m: inout V, _: inout V) {
            let step = V(beta1) * m + V(1 - beta1) * g
            w *= V(1 - rate * weightDecay)
            w -= step > 0 ? V(rate) : step < 0 ? V(-rate) : 0
            m = V(beta2) * m + V(1 - beta2) * g
        }
        try apply(parameter, gradient, m, nil, rule, rule)
    }

    /// Adam's corrected step r plus decay·w, and w ← w − rate·(|w|/|r|)·r with norms over the whole
    /// parameter: LAMB (You et al. 2020).
    package static func lamb(
        _ parameter: Parameter, _ gradient: Tensor, m: Tensor, v: Tensor, rate: Double,
        beta1: Double, beta2: Double, epsilon: Double, weightDecay: Double, step: Int
    ) throws(TensorError) {
        let first = 1 - pow(beta1, Double(step))
        let second = 1 - pow(beta2, Double(step))
        @inline(__always)
        func direction<V: BinaryFloatingPoint>(_ w: V, _ m: V, _ v: V) -> V {
            m / V(first) / ((v / V(second)).squareRoot() + V(epsilon)) + V(weightDecay) * w
        }
        var weights = 0.0
        var steps = 0.0
        @inline(__always)
        func moments<V: BinaryFloatingPoint>(_ w: inout V, _ g: V, _ m: inout V, _ v: inout V) {
            m += V(1 - beta1) * (g - m)
            v = V(beta2) * v + V(1 - beta2) * g * g
            let r = Double(direction(w, m, v))
            weights += Double(w) * Double(w)
            steps += r * r
        }
        try apply(parameter, gradient, m, v, moments, moments)
        let trust =
            weights > 0 && steps > 0 ? weights.squareRoot() / steps.squareRoot() : 1
        @inline(__always)
        func change<V: BinaryFloatingPoint>(_ w: inout V, _ g: V, _ m: inout V, _ v: inout V) {
            w -= V(rate * trust) * direction(w, m, v)
        }
        try apply(parameter, gradient, m, v, change, change)
    }
}
