internal import CKernels

// Functions of one element. A derivative is written in the operand that its kernel takes, so that
// a record keeps one tensor.
extension Operations {
    package static let negate: UnaryOperation = UnaryOperation(
        "negate", VJ_NEG, "−x; integers wrap around", keepsIntegers: true,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.full(like: x, value: -1)
        })

    package static let abs: UnaryOperation = UnaryOperation(
        "abs", VJ_ABS, "|x|; the derivative at 0 is 0 (PyTorch)", keepsIntegers: true,
        range: 0.2...2,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.sign(x)
        })

    package static let sign: UnaryOperation = UnaryOperation(
        "sign", VJ_SIGN, "−1, 0 or 1; NaN stays NaN (NumPy)", keepsIntegers: true,
        derivative: .zero)

    package static let square: UnaryOperation = UnaryOperation(
        "square", VJ_SQUARE, "x²", keepsIntegers: true,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.multiply(x, .integer(2))
        })

    package static let relu: UnaryOperation = UnaryOperation(
        "relu", VJ_RELU, "max(x, 0); the derivative at 0 is 0 (PyTorch)", keepsIntegers: true,
        range: 0.2...2,
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.asType(Checked.compare(.greater, y, .integer(0)), y.dtype)
        })

    package static let floor: UnaryOperation = UnaryOperation(
        "floor", VJ_FLOOR, "⌊x⌋", keepsIntegers: true,
        derivative: .zero)

    package static let ceil: UnaryOperation = UnaryOperation(
        "ceil", VJ_CEIL, "⌈x⌉", keepsIntegers: true,
        derivative: .zero)

    package static let truncate: UnaryOperation = UnaryOperation(
        "trunc", VJ_TRUNC, "x cut towards zero", keepsIntegers: true,
        derivative: .zero)

    package static let round: UnaryOperation = UnaryOperation(
        "round", VJ_ROUND, "the nearest integer, halves away from zero (Swift)",
        keepsIntegers: true,
        derivative: .zero)

    package static let sqrt: UnaryOperation = UnaryOperation(
        "sqrt", VJ_SQRT, "√x; NaN below 0", range: 0.5...2,
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.divide(.real(0.5), y)
        })

    package static let rsqrt: UnaryOperation = UnaryOperation(
        "rsqrt", VJ_RSQRT, "1/√x", range: 0.5...2,
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.multiply(Checked.multiply(y, Checked.square(y)), .real(-0.5))
        })

    package static let reciprocal: UnaryOperation = UnaryOperation(
        "reciprocal", VJ_RECIPROCAL, "1/x", range: 0.5...2,
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.negate(Checked.square(y))
        })

    package static let exp: UnaryOperation = UnaryOperation(
        "exp", VJ_EXP, "eˣ",
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            y
        })

    package static let exp2: UnaryOperation = UnaryOperation(
        "exp2", VJ_EXP2, "2ˣ",
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.multiply(y, .real(0.6931471805599453))
        })

    package static let expm1: UnaryOperation = UnaryOperation(
        "expm1", VJ_EXPM1, "eˣ − 1, exact near 0",
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.add(y, .real(1))
        })

    package static let log: UnaryOperation = UnaryOperation(
        "log", VJ_LOG, "the natural logarithm; −∞ at 0, NaN below", range: 0.5...2,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.divide(.real(1), x)
        })

    package static let log2: UnaryOperation = UnaryOperation(
        "log2", VJ_LOG2, "the logarithm to base 2", range: 0.5...2,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.divide(.real(1.4426950408889634), x)
        })

    package static let log10: UnaryOperation = UnaryOperation(
        "log10", VJ_LOG10, "the logarithm to base 10", range: 0.5...2,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.divide(.real(0.4342944819032518), x)
        })

    package static let log1p: UnaryOperation = UnaryOperation(
        "log1p", VJ_LOG1P, "log(1 + x), exact near 0", range: -0.5...2,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.divide(.real(1), Checked.add(x, .real(1)))
        })

    package static let sin: UnaryOperation = UnaryOperation(
        "sin", VJ_SIN, "the sine, x in radians",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.cos(x)
        })

    package static let cos: UnaryOperation = UnaryOperation(
        "cos", VJ_COS, "the cosine, x in radians",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.negate(Checked.sin(x))
        })

    package static let tan: UnaryOperation = UnaryOperation(
        "tan", VJ_TAN, "the tangent, x in radians", range: -1...1,
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.add(Checked.square(y), .real(1))
        })

    package static let asin: UnaryOperation = UnaryOperation(
        "asin", VJ_ASIN, "the angle whose sine is x", range: -0.8...0.8,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.rsqrt(Checked.subtract(.real(1), Checked.square(x)))
        })

    package static let acos: UnaryOperation = UnaryOperation(
        "acos", VJ_ACOS, "the angle whose cosine is x", range: -0.8...0.8,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.negate(Checked.rsqrt(Checked.subtract(.real(1), Checked.square(x))))
        })

    package static let atan: UnaryOperation = UnaryOperation(
        "atan", VJ_ATAN, "the angle whose tangent is x",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.reciprocal(Checked.add(Checked.square(x), .real(1)))
        })

    package static let sinh: UnaryOperation = UnaryOperation(
        "sinh", VJ_SINH, "(eˣ − e⁻ˣ)/2",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.cosh(x)
        })

    package static let cosh: UnaryOperation = UnaryOperation(
        "cosh", VJ_COSH, "(eˣ + e⁻ˣ)/2",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.sinh(x)
        })

    package static let tanh: UnaryOperation = UnaryOperation(
        "tanh", VJ_TANH, "the hyperbolic tangent",
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.subtract(.real(1), Checked.square(y))
        })

    package static let asinh: UnaryOperation = UnaryOperation(
        "asinh", VJ_ASINH, "the inverse of sinh",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.rsqrt(Checked.add(Checked.square(x), .real(1)))
        })

    package static let acosh: UnaryOperation = UnaryOperation(
        "acosh", VJ_ACOSH, "the inverse of cosh, x ≥ 1", range: 1.5...3,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.rsqrt(Checked.subtract(Checked.square(x), .real(1)))
        })

    package static let atanh: UnaryOperation = UnaryOperation(
        "atanh", VJ_ATANH, "the inverse of tanh, |x| < 1", range: -0.8...0.8,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.reciprocal(Checked.subtract(.real(1), Checked.square(x)))
        })

    package static let sigmoid: UnaryOperation = UnaryOperation(
        "sigmoid", VJ_SIGMOID, "1/(1 + e⁻ˣ)",
        derivative: .ofOutput { (y, _, _) throws(TensorError) in
            try Checked.multiply(y, Checked.subtract(.real(1), y))
        })

    package static let erf: UnaryOperation = UnaryOperation(
        "erf", VJ_ERF, "the error function 2/√π ∫₀ˣ e^(−t²) dt",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.multiply(
                Checked.exp(Checked.negate(Checked.square(x))), .real(1.1283791670955126))
        })

    package static let softplus: UnaryOperation = UnaryOperation(
        "softplus", VJ_SOFTPLUS, "log(1 + eˣ) (PyTorch, without its threshold)",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.sigmoid(x)
        })

    package static let gelu: UnaryOperation = UnaryOperation(
        "gelu", VJ_GELU, "x·½(1 + erf(x/√2)) (PyTorch)",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Operations.geluSlope(x)
        })

    package static let geluApproximate: UnaryOperation = UnaryOperation(
        "geluApproximate", VJ_GELU_TANH,
        "½x(1 + tanh(√(2/π)(x + 0.044715x³))) (PyTorch, approximate='tanh')",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Operations.geluApproximateSlope(x)
        })

    package static let silu: UnaryOperation = UnaryOperation(
        "silu", VJ_SILU, "x·sigmoid(x) (PyTorch)",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Operations.siluSlope(x)
        })

    package static let elu: UnaryOperation = UnaryOperation(
        "elu", VJ_ELU, "x above 0, α(eˣ − 1) below (PyTorch)", range: 0.2...2, p0: 1,
        derivative: .ofInput { (x, p0, _) throws(TensorError) in
            try Operations.eluSlope(x, alpha: p0, scale: 1)
        })

    package static let selu: UnaryOperation = UnaryOperation(
        "selu", VJ_SELU, "1.0507·elu(x, α: 1.67326) (Klambauer et al. 2017)", range: 0.2...2,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Operations.eluSlope(
                x, alpha: 1.6732632423543772, scale: 1.0507009873554805)
        })

    package static let leakyRelu: UnaryOperation = UnaryOperation(
        "leakyRelu", VJ_LEAKY_RELU, "x above 0, slope·x below (PyTorch)", range: 0.2...2, p0: 0.01,
        derivative: .ofInput { (x, p0, _) throws(TensorError) in
            try Checked.where(
                Checked.compare(.greater, x, .integer(0)), Checked.full(like: x, value: 1),
                .real(p0))
        })

    package static let softsign: UnaryOperation = UnaryOperation(
        "softsign", VJ_SOFTSIGN, "x/(1 + |x|) (PyTorch)", range: 0.2...2,
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Checked.reciprocal(Checked.square(Checked.add(Checked.abs(x), .real(1))))
        })

    package static let hardSigmoid: UnaryOperation = UnaryOperation(
        "hardSigmoid", VJ_HARD_SIGMOID, "clip(x/6 + ½, 0, 1) (PyTorch)",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Operations.hardSigmoidSlope(x)
        })

    package static let mish: UnaryOperation = UnaryOperation(
        "mish", VJ_MISH, "x·tanh(softplus(x)) (PyTorch)",
        derivative: .ofInput { (x, _, _) throws(TensorError) in
            try Operations.mishSlope(x)
        })

    package static let powScalar: UnaryOperation = UnaryOperation(
        "pow(number)", VJ_POW_SCALAR, "x to the power of a number (NumPy)", range: 0.5...2, p0: 3,
        derivative: .ofInput { (x, p0, _) throws(TensorError) in
            p0 == 0
                ? try Checked.full(like: x, value: 0)
                : try Checked.multiply(Checked.pow(x, .real(p0 - 1)), .real(p0))
        })

    package static let clip: UnaryOperation = UnaryOperation(
        "clipped", VJ_CLIP, "min(max(x, low), high); NaN stays NaN (NumPy)", p0: -1, p1: 1,
        derivative: .ofInput { (x, p0, p1) throws(TensorError) in
            try Operations.clipSlope(x, p0, p1)
        })
}
