/// Derivatives that take more than a line.
extension Operations {
    /// Φ(x) + x·φ(x).
    static func geluSlope(_ x: Tensor) throws(TensorError) -> Tensor {
        let half = try Checked.multiply(
            Checked.add(Checked.erf(Checked.multiply(x, .real(0.7071067811865476))), .real(1)),
            .real(0.5))
        let density = try Checked.multiply(
            Checked.exp(Checked.multiply(Checked.square(x), .real(-0.5))),
            .real(0.3989422804014327))
        return try Checked.add(half, Checked.multiply(x, density))
    }

    static func geluApproximateSlope(_ x: Tensor) throws(TensorError) -> Tensor {
        let c = 0.7978845608028654
        let square = try Checked.square(x)
        let inner = try Checked.multiply(
            x, Checked.add(Checked.multiply(square, .real(0.044715 * c)), .real(c)))
        let t = try Checked.tanh(inner)
        let slope = try Checked.add(Checked.multiply(square, .real(3 * 0.044715 * c)), .real(c))
        let bend = try Checked.multiply(
            Checked.multiply(x, Checked.subtract(.real(1), Checked.square(t))), slope)
        return try Checked.multiply(Checked.add(Checked.add(t, .real(1)), bend), .real(0.5))
    }

    /// σ(x)·(1 + x·(1 − σ(x))).
    static func siluSlope(_ x: Tensor) throws(TensorError) -> Tensor {
        let s = try Checked.sigmoid(x)
        let rest = try Checked.multiply(x, Checked.subtract(.real(1), s))
        return try Checked.multiply(s, Checked.add(rest, .real(1)))
    }

    static func eluSlope(
        _ x: Tensor, alpha: Double, scale: Double
    ) throws(TensorError) -> Tensor {
        let below = try Checked.multiply(
            Checked.exp(Checked.min(x, .integer(0))), .real(alpha * scale))
        return try Checked.where(
            Checked.compare(.greater, x, .integer(0)), Checked.full(like: x, value: scale), below)
    }

    static func hardSigmoidSlope(_ x: Tensor) throws(TensorError) -> Tensor {
        let inside = try Checked.compare(.less, Checked.abs(x), .integer(3))
        return try Checked.where(
            inside, Checked.full(like: x, value: 1.0 / 6), .real(0))
    }

    /// t + x·σ(x)·(1 − t²) with t = tanh(softplus(x)).
    static func mishSlope(_ x: Tensor) throws(TensorError) -> Tensor {
        let t = try Checked.tanh(Checked.softplus(x))
        let bend = try Checked.multiply(
            Checked.multiply(x, Checked.sigmoid(x)), Checked.subtract(.real(1), Checked.square(t)))
        return try Checked.add(t, bend)
    }

    static func clipSlope(
        _ x: Tensor, _ low: Double, _ high: Double
    ) throws(TensorError) -> Tensor {
        let inside = try Checked.logicalAnd(
            Checked.compare(.greaterOrEqual, x, .real(low)),
            Checked.compare(.lessOrEqual, x, .real(high)))
        return try Checked.asType(inside, x.dtype)
    }
}

/// Functions of one element, see ``Operations``.
extension Checked {
    package static func negate(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.negate.apply(x)
    }

    package static func abs(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.abs.apply(x)
    }

    package static func sign(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.sign.apply(x)
    }

    package static func square(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.square.apply(x)
    }

    package static func relu(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.relu.apply(x)
    }

    package static func floor(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.floor.apply(x)
    }

    package static func ceil(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.ceil.apply(x)
    }

    package static func truncate(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.truncate.apply(x)
    }

    package static func round(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.round.apply(x)
    }

    package static func sqrt(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.sqrt.apply(x)
    }

    package static func rsqrt(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.rsqrt.apply(x)
    }

    package static func reciprocal(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.reciprocal.apply(x)
    }

    package static func exp(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.exp.apply(x)
    }

    package static func exp2(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.exp2.apply(x)
    }

    package static func expm1(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.expm1.apply(x)
    }

    package static func log(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.log.apply(x)
    }

    package static func log2(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.log2.apply(x)
    }

    package static func log10(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.log10.apply(x)
    }

    package static func log1p(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.log1p.apply(x)
    }

    package static func sin(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.sin.apply(x)
    }

    package static func cos(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.cos.apply(x)
    }

    package static func tan(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.tan.apply(x)
    }

    package static func asin(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.asin.apply(x)
    }

    package static func acos(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.acos.apply(x)
    }

    package static func atan(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.atan.apply(x)
    }

    package static func sinh(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.sinh.apply(x)
    }

    package static func cosh(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.cosh.apply(x)
    }

    package static func tanh(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.tanh.apply(x)
    }

    package static func asinh(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.asinh.apply(x)
    }

    package static func acosh(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.acosh.apply(x)
    }

    package static func atanh(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.atanh.apply(x)
    }

    package static func sigmoid(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.sigmoid.apply(x)
    }

    package static func erf(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.erf.apply(x)
    }

    package static func softplus(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.softplus.apply(x)
    }

    package static func gelu(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.gelu.apply(x)
    }

    package static func geluApproximate(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.geluApproximate.apply(x)
    }

    package static func silu(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.silu.apply(x)
    }

    package static func selu(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.selu.apply(x)
    }

    package static func softsign(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.softsign.apply(x)
    }

    package static func hardSigmoid(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.hardSigmoid.apply(x)
    }

    package static func mish(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.mish.apply(x)
    }

    /// x above 0, α(eˣ − 1) below.
    package static func elu(
        _ x: Tensor, alpha: Double = 1
    ) throws(TensorError) -> Tensor {
        try Operations.elu.apply(x, p0: alpha)
    }

    /// x above 0, slope·x below.
    package static func leakyRelu(
        _ x: Tensor, slope: Double = 0.01
    ) throws(TensorError) -> Tensor {
        try Operations.leakyRelu.apply(x, p0: slope)
    }

    /// Values below `low` become `low`, values above `high` become `high`.
    package static func clipped(
        _ x: Tensor, min low: Double? = nil, max high: Double? = nil
    ) throws(TensorError) -> Tensor {
        if !x.dtype.isFloatingPoint, low?.isWhole ?? true, high?.isWhole ?? true {
            // Whole bounds leave integers what they are; others make real numbers of them.
            var y = x
            if let low { y = try Checked.max(y, .integer(Int(saturating: low))) }
            if let high { y = try Checked.min(y, .integer(Int(saturating: high))) }
            return y
        }
        return try Operations.clip.apply(x, p0: low ?? -.infinity, p1: high ?? .infinity)
    }
}

extension Double {
    fileprivate var isWhole: Bool { self == rounded(.towardZero) || isNaN }
}
