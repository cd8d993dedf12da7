#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Special functions of numbers, in float64.
package enum SpecialFunctions {
    /// The inverse of the error function: a rational start, then Halley's steps on erf, or on erfc
    /// where erf is close to 1.
    package static func erfinv(_ x: Double) -> Double {
        let size = abs(x)
        if !(size < 1) { return size == 1 ? x * .infinity : .nan }
        if size == 0 { return x }
        // Winitzki's approximation.
        let a = 0.147
        let log1 = Glibc.log1p(-x * x)
        let half = 2 / (Double.pi * a) + log1 / 2
        var y = ((half * half - log1 / a).squareRoot() - half).squareRoot()
        for _ in 0..<4 {
            let error = size < 0.5 ? Glibc.erf(y) - size : (1 - size) - Glibc.erfc(y)
            let step = error / (2 / Double.pi.squareRoot() * Glibc.exp(-y * y))
            let next = y - step / (1 + y * step)
            if next == y || !next.isFinite { break }
            y = next
        }
        return x < 0 ? -y : y
    }

    /// ψ(x) = d/dx log Γ(x): recurrence to where the asymptotic series holds, reflection below 0.
    package static func digamma(_ x: Double) -> Double {
        if x.isNaN || x == -.infinity { return .nan }
        if x == .infinity { return x }
        if x == 0 { return x.sign == .minus ? .infinity : -.infinity }
        if x < 0 {
            if x == x.rounded() { return .nan }
            // The fraction first: the tangent of a large multiple of π has no digits left.
            let fraction = x - x.rounded(.down)
            return digamma(1 - x) - Double.pi / Glibc.tan(Double.pi * fraction)
        }
        // Close to the root the terms cancel: a series around it.
        var result = 0.0
        var z = x
        while z < 10 {
            result -= 1 / z
            z += 1
        }
        let s = 1 / (z * z)
        // Σ B₂ₖ/(2k·z²ᵏ), by Horner's rule.
        let series: [Double] = [12, -120, 252, -240, 132, -32760.0 / 691, 12]
        var tail = 0.0
        for divisor in series.reversed() { tail = s * (1 / divisor + tail) }
        return result + Glibc.log(z) - 0.5 / z - tail
    }

    /// The order-th derivative of ψ.
    package static func polygamma(_ order: Int, _ x: Double) -> Double {
        if order == 0 { return digamma(x) }
        if order < 0 || x.isNaN { return .nan }
        if x == .infinity { return 0 }
        let n = Double(order)
        if x <= 0 {
            if x == x.rounded() { return order % 2 == 1 ? .infinity : .nan }
            if order == 1 {
                let sine = Glibc.sin(Double.pi * (x - x.rounded(.down)))
                return Double.pi * Double.pi / (sine * sine) - polygamma(1, 1 - x)
            }
            // Upwards one by one; far below 0 nothing is known.
            guard x > -10_000 else { return .nan }
        }
        // Σ 1/(x + k)^(n + 1) until the asymptotic series holds, then the series.
        var sum = 0.0
        var z = x
        while z < 20 + n {
            sum += Glibc.pow(z, -n - 1)
            z += 1
        }
        // n!·Σ… = (n − 1)!/zⁿ + n!/(2zⁿ⁺¹) + Σ B₂ₖ(2k + n − 1)!/((2k)! z^(2k + n))
        let bernoulli: [(Double, Double)] = [
            (1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510),
        ]
        let factorial: Double = tgamma(n + 1)
        let half: Double = factorial * 0.5 * Glibc.pow(z, -n - 1)
        var tail: Double = tgamma(n) * Glibc.pow(z, -n) + half
        for (index, b) in bernoulli.enumerated() {
            let k = Double(2 * (index + 1))
            let factor: Double = Glibc.exp(lgamma(k + n) - lgamma(k + 1))
            tail += b.0 / b.1 * factor * Glibc.pow(z, -k - n)
        }
        let value = factorial * sum + tail
        return order % 2 == 1 ? value : -value
    }

    /// log |Γ(x)|.
    package static func lgamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }
}

extension Operations {
    package static let lgamma: ScalarOperation = ScalarOperation(
        "lgamma", "log |Γ(x)| (SciPy's gammaln)", { x, _ in SpecialFunctions.lgamma(x) },
        derivative: { (x, _, _) throws(TensorError) in try Checked.digamma(x) })

    package static let gamma: ScalarOperation = ScalarOperation(
        "gamma", "Γ(x) (SciPy)",
        { x, _ in x < 0 && x == x.rounded() ? .nan : tgamma(x) },
        derivative: { (x, y, _) throws(TensorError) in
            try Checked.multiply(y, Checked.digamma(x))
        })

    package static let digamma: ScalarOperation = ScalarOperation(
        "digamma", "ψ(x) = Γ′(x)/Γ(x) (SciPy)", { x, _ in SpecialFunctions.digamma(x) },
        derivative: { (x, _, _) throws(TensorError) in try Checked.polygamma(1, x) })

    /// attributes: p0 the order.
    package static let polygamma: ScalarOperation = ScalarOperation(
        "polygamma", "the derivative of that order of ψ (SciPy)", p0: 1,
        { x, order in SpecialFunctions.polygamma(Int(order), x) },
        derivative: { (x, _, order) throws(TensorError) in
            try Checked.polygamma(Int(order) + 1, x)
        })

    package static let erfc: ScalarOperation = ScalarOperation(
        "erfc", "1 − erf(x), exact where erf is close to 1 (SciPy)", range: -2...2,
        { x, _ in Glibc.erfc(x) },
        derivative: { (x, _, _) throws(TensorError) in
            try Checked.multiply(
                Checked.exp(Checked.negate(Checked.square(x))), .real(-1.1283791670955126))
        })

    package static let erfinv: ScalarOperation = ScalarOperation(
        "erfinv", "the inverse of the error function (SciPy)", range: -0.8...0.8,
        { x, _ in SpecialFunctions.erfinv(x) },
        derivative: { (_, y, _) throws(TensorError) in
            try Checked.multiply(Checked.exp(Checked.square(y)), .real(0.886226925452758))
        })

    package static let cbrt: ScalarOperation = ScalarOperation(
        "cbrt", "∛x, of negative numbers too (NumPy)", { x, _ in Glibc.cbrt(x) },
        derivative: { (_, y, _) throws(TensorError) in
            try Checked.divide(.real(1.0 / 3), Checked.square(y))
        })

    package static let logit: Operation = Operation(
        "logit", "log(p/(1 − p)), the inverse of the sigmoid (SciPy)",
        samples: [Operation.Sample([2, 3], range: 0.1...0.9)], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.logit(x[0]) })

    package static let logSigmoid: Operation = Operation(
        "logSigmoid", "log(1/(1 + e⁻ˣ)) without overflow (PyTorch)",
        samples: [Operation.Sample([2, 3])], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.logSigmoid(x[0]) })

    package static let logAddExp: Operation = Operation(
        "logAddExp", "log(eᵃ + eᵇ) without overflow (NumPy)",
        samples: [Operation.Sample([2, 3], [3])], isComposed: true,
        run: { (x, _) throws(TensorError) in try Checked.logAddExp(x[0], x[1]) })

    /// attributes: p0 what NaN becomes; infinities become the largest finite numbers.
    package static let nanToNumber: Operation = Operation(
        "nanToNumber", "NaN replaced by a number, ±∞ by the largest finite ones (NumPy)",
        samples: [Operation.Sample([2, 3])], isComposed: true,
        run: { (x, a) throws(TensorError) in try Checked.nanToNumber(x[0], nan: a.p0) })
}

extension Checked {
    package static func lgamma(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.lgamma.apply(x)
    }

    package static func gamma(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.gamma.apply(x)
    }

    package static func digamma(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.digamma.apply(x)
    }

    package static func polygamma(_ order: Int, _ x: Tensor) throws(TensorError) -> Tensor {
        // From 171 on the factorial in it passes what a Double holds.
        guard (0...170).contains(order) else {
            throw .domain(
                operation: "polygamma", problem: "the order \(order) is not 0 to 170", help: nil)
        }
        return try Operations.polygamma.apply(x, p0: Double(order))
    }

    package static func erfc(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.erfc.apply(x)
    }

    package static func erfinv(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.erfinv.apply(x)
    }

    package static func cbrt(_ x: Tensor) throws(TensorError) -> Tensor {
        try Operations.cbrt.apply(x)
    }

    package static func logit(_ x: Tensor) throws(TensorError) -> Tensor {
        let p = try asType(x, x.dtype.floating)
        return try subtract(log(p), log1p(negate(p)))
    }

    package static func logSigmoid(_ x: Tensor) throws(TensorError) -> Tensor {
        try negate(softplus(negate(asType(x, x.dtype.floating))))
    }

    package static func logAddExp(_ a: Tensor, _ b: Tensor) throws(TensorError) -> Tensor {
        let type = Broadcasting.dtype(a.storage, b.storage).floating
        let (x, y) = (try asType(a, type), try asType(b, type))
        let isLeft = try compare(.greaterOrEqual, x, y)
        let greater = try `where`(isLeft, x, y)
        let lesser = try `where`(isLeft, y, x)
        // ∞ − ∞ has no value; the greater one is the answer there.
        let constant = stopGradient(greater)
        let base = try `where`(isFinite(constant), constant, .real(0))
        // The greater term is 1 and adds 0 to what log1p is given, so a small one is not lost.
        let rest = try add(expm1(subtract(greater, base)), exp(subtract(lesser, base)))
        return try add(log1p(rest), base)
    }

    package static func nanToNumber(
        _ x: Tensor, nan: Double = 0, positiveInfinity: Double? = nil,
        negativeInfinity: Double? = nil
    ) throws(TensorError) -> Tensor {
        guard x.dtype.isFloatingPoint else { return x }
        let largest =
            x.dtype == .float32
            ? Double(Float.greatestFiniteMagnitude) : Double.greatestFiniteMagnitude
        var y = try `where`(isNaN(x), .real(nan), x)
        y = try `where`(
            compare(.equal, y, .real(.infinity)), .real(positiveInfinity ?? largest), y)
        return try `where`(
            compare(.equal, y, .real(-.infinity)), .real(negativeInfinity ?? -largest), y)
    }
}

extension SpecialFunctions {
    /// The natural logarithm.
    static func logarithm(_ x: Double) -> Double { Glibc.log(x) }
}
