// Special functions.

/// Element by element: log |Γ(x)|.
///
///     lgamma(Tensor([0.5, 4]))
public func lgamma(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.lgamma(x) }
}

/// Element by element: the gamma function Γ(x).
///
///     gamma(Tensor([0.5, 5]))
public func gamma(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.gamma(x) }
}

/// Element by element: ψ(x) = Γ′(x)/Γ(x).
///
///     digamma(Tensor([1.0, 2]))
public func digamma(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.digamma(x) }
}

/// Element by element: 1 − erf(x), exact where erf is close to 1.
///
///     erfc(Tensor([0.0, 5]))
public func erfc(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.erfc(x) }
}

/// Element by element: the inverse of the error function.
///
///     erfinv(Tensor([0.0, 0.5]))
public func erfinv(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.erfinv(x) }
}

/// Element by element: ∛x, of negative numbers too.
///
///     cbrt(Tensor([8.0, -27]))
public func cbrt(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.cbrt(x) }
}

/// Element by element: log(p/(1 − p)), the inverse of the sigmoid.
///
///     logit(Tensor([0.25, 0.5]))
public func logit(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.logit(x) }
}

/// Element by element: log(1/(1 + e⁻ˣ)) without overflow.
///
///     logSigmoid(Tensor([0.0, -100]))
public func logSigmoid(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.logSigmoid(x) }
}

/// The derivative of that order of ψ, element by element.
///
///     polygamma(1, Tensor([1.0, 2]))
public func polygamma(_ order: Int, _ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.polygamma(order, x) }
}

/// log(eᵃ + eᵇ) without overflow, element by element.
///
///     logAddExp(Tensor([1000.0]), Tensor([1000.0]))
public func logAddExp(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.logAddExp(a, b) }
}

extension Tensor {
    /// NaN replaced by a number, infinities by the largest finite numbers or those given.
    ///
    ///     Tensor([1.0, Double.nan]).nanToNumber()
    public func nanToNumber(
        nan: Double = 0, positiveInfinity: Double? = nil, negativeInfinity: Double? = nil
    ) -> Tensor {
        orEnd { () throws(TensorError) in
            try Checked.nanToNumber(
                self, nan: nan, positiveInfinity: positiveInfinity,
                negativeInfinity: negativeInfinity)
        }
    }
}
