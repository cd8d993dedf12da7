// Lines through points.

/// The coefficients of the polynomial of a degree that comes nearest to points, the highest power first, by least
/// squares in float64 as NumPy's `polyfit`.
///
///     let p = polyfit(x, y, degree: 3)
///     plt.plot(x, polyval(p, x))
///
/// Shapes: x [n], y [n] or [n, curves]; the result [degree + 1] or [degree + 1, curves].
public func polyfit(_ x: Tensor, _ y: Tensor, degree: Int) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.polyfit(x, y, degree: degree) }
}

/// A polynomial's values: p[0]·xⁿ⁻¹ + … + p[n − 1], as NumPy's `polyval`. The result has x's shape.
///
///     polyval(Tensor([1.0, 0, -2]), Tensor([3.0]))   // x² − 2 at 3: [7]
public func polyval(_ coefficients: Tensor, _ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.polyval(coefficients, x) }
}

/// The values at `x` of the line through the points (xs, ys); outside of them those of the first and the last point,
/// as NumPy's `interp`. The places `xs` must increase.
///
///     interp(Tensor([1.5]), Tensor([1.0, 2, 3]), Tensor([10.0, 20, 40]))   // [15]
public func interp(_ x: Tensor, _ xs: Tensor, _ ys: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.interp(x, xs, ys) }
}

/// The area below the line through values, Σ (yᵢ + yᵢ₊₁) / 2 · (xᵢ₊₁ − xᵢ), as NumPy's `trapezoid`; without places the
/// values lie `step` apart.
///
///     trapezoid(Tensor([1.0, 2, 3]))                        // 4
///     trapezoid(Tensor([1.0, 2, 3]), Tensor([0.0, 2, 6]))   // 13
public func trapezoid(_ y: Tensor, _ x: Tensor? = nil, step: Double = 1, axis: Int = -1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.trapezoid(y, x, step: step, axis: axis) }
}
