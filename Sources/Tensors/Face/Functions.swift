#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

// The forms on numbers give way to those of Foundation or Glibc where a program imports them too.

/// eˣ.
public func exp(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.exp(x) }
}

/// eˣ.
@_disfavoredOverload
public func exp(_ x: Double) -> Double { Glibc.exp(x) }

/// 2ˣ.
public func exp2(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.exp2(x) }
}

/// 2ˣ.
@_disfavoredOverload
public func exp2(_ x: Double) -> Double { Glibc.exp2(x) }

/// eˣ − 1, exact near 0.
public func expm1(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.expm1(x) }
}

/// eˣ − 1, exact near 0.
@_disfavoredOverload
public func expm1(_ x: Double) -> Double { Glibc.expm1(x) }

/// The natural logarithm.
public func log(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.log(x) }
}

/// The natural logarithm.
@_disfavoredOverload
public func log(_ x: Double) -> Double { Glibc.log(x) }

/// The logarithm to base 2.
public func log2(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.log2(x) }
}

/// The logarithm to base 2.
@_disfavoredOverload
public func log2(_ x: Double) -> Double { Glibc.log2(x) }

/// The logarithm to base 10.
public func log10(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.log10(x) }
}

/// The logarithm to base 10.
@_disfavoredOverload
public func log10(_ x: Double) -> Double { Glibc.log10(x) }

/// log(1 + x), exact near 0.
public func log1p(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.log1p(x) }
}

/// log(1 + x), exact near 0.
@_disfavoredOverload
public func log1p(_ x: Double) -> Double { Glibc.log1p(x) }

/// √x.
public func sqrt(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.sqrt(x) }
}

/// √x.
@_disfavoredOverload
public func sqrt(_ x: Double) -> Double { x.squareRoot() }

/// 1/√x.
public func rsqrt(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.rsqrt(x) }
}

/// 1/√x.
@_disfavoredOverload
public func rsqrt(_ x: Double) -> Double { 1 / x.squareRoot() }

/// −1, 0 or 1.
public func sign(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.sign(x) }
}

/// −1, 0 or 1.
@_disfavoredOverload
public func sign(_ x: Double) -> Double { x > 0 ? 1 : x < 0 ? -1 : x }

/// x².
public func square(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.square(x) }
}

/// x².
@_disfavoredOverload
public func square(_ x: Double) -> Double { x * x }

/// The sine, x in radians.
public func sin(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.sin(x) }
}

/// The sine, x in radians.
@_disfavoredOverload
public func sin(_ x: Double) -> Double { Glibc.sin(x) }

/// The cosine, x in radians.
public func cos(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.cos(x) }
}

/// The cosine, x in radians.
@_disfavoredOverload
public func cos(_ x: Double) -> Double { Glibc.cos(x) }

/// The tangent, x in radians.
public func tan(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.tan(x) }
}

/// The tangent, x in radians.
@_disfavoredOverload
public func tan(_ x: Double) -> Double { Glibc.tan(x) }

/// The angle whose sine is x.
public func asin(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.asin(x) }
}

/// The angle whose sine is x.
@_disfavoredOverload
public func asin(_ x: Double) -> Double { Glibc.asin(x) }

/// The angle whose cosine is x.
public func acos(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.acos(x) }
}

/// The angle whose cosine is x.
@_disfavoredOverload
public func acos(_ x: Double) -> Double { Glibc.acos(x) }

/// The angle whose tangent is x.
public func atan(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.atan(x) }
}

/// The angle whose tangent is x.
@_disfavoredOverload
public func atan(_ x: Double) -> Double { Glibc.atan(x) }

/// (eˣ − e⁻ˣ)/2.
public func sinh(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.sinh(x) }
}

/// (eˣ − e⁻ˣ)/2.
@_disfavoredOverload
public func sinh(_ x: Double) -> Double { Glibc.sinh(x) }

/// (eˣ + e⁻ˣ)/2.
public func cosh(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.cosh(x) }
}

/// (eˣ + e⁻ˣ)/2.
@_disfavoredOverload
public func cosh(_ x: Double) -> Double { Glibc.cosh(x) }

/// The hyperbolic tangent.
public func tanh(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.tanh(x) }
}

/// The hyperbolic tangent.
@_disfavoredOverload
public func tanh(_ x: Double) -> Double { Glibc.tanh(x) }

/// The inverse of sinh.
public func asinh(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.asinh(x) }
}

/// The inverse of sinh.
@_disfavoredOverload
public func asinh(_ x: Double) -> Double { Glibc.asinh(x) }

/// The inverse of cosh.
public func acosh(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.acosh(x) }
}

/// The inverse of cosh.
@_disfavoredOverload
public func acosh(_ x: Double) -> Double { Glibc.acosh(x) }

/// The inverse of tanh.
public func atanh(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.atanh(x) }
}

/// The inverse of tanh.
@_disfavoredOverload
public func atanh(_ x: Double) -> Double { Glibc.atanh(x) }

/// The error function.
public func erf(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.erf(x) }
}

/// The error function.
@_disfavoredOverload
public func erf(_ x: Double) -> Double { Glibc.erf(x) }

/// ⌊x⌋.
public func floor(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.floor(x) }
}

/// ⌊x⌋.
@_disfavoredOverload
public func floor(_ x: Double) -> Double { x.rounded(.down) }

/// ⌈x⌉.
public func ceil(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.ceil(x) }
}

/// ⌈x⌉.
@_disfavoredOverload
public func ceil(_ x: Double) -> Double { x.rounded(.up) }

/// x cut towards zero.
public func trunc(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.truncate(x) }
}

/// x cut towards zero.
@_disfavoredOverload
public func trunc(_ x: Double) -> Double { x.rounded(.towardZero) }

/// The nearest integer, halves away from zero.
public func round(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.round(x) }
}

/// The nearest integer, halves away from zero.
@_disfavoredOverload
public func round(_ x: Double) -> Double { x.rounded() }

/// 1/(1 + e⁻ˣ).
public func sigmoid(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.sigmoid(x) }
}

/// 1/(1 + e⁻ˣ).
@_disfavoredOverload
public func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

/// max(x, 0).
public func relu(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.relu(x) }
}

/// max(x, 0).
@_disfavoredOverload
public func relu(_ x: Double) -> Double { x > 0 || x.isNaN ? x : 0 }

/// x·½(1 + erf(x/√2)).
public func gelu(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.gelu(x) }
}

/// x·½(1 + erf(x/√2)).
@_disfavoredOverload
public func gelu(_ x: Double) -> Double { x * 0.5 * (1 + erf(x * 0.7071067811865476)) }

/// ½x(1 + tanh(√(2/π)(x + 0.044715x³))).
public func geluApproximate(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.geluApproximate(x) }
}

/// ½x(1 + tanh(√(2/π)(x + 0.044715x³))).
@_disfavoredOverload
public func geluApproximate(_ x: Double) -> Double {
    0.5 * x * (1 + tanh(0.7978845608028654 * (x + 0.044715 * x * x * x)))
}

/// x·sigmoid(x).
public func silu(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.silu(x) }
}

/// x·sigmoid(x).
@_disfavoredOverload
public func silu(_ x: Double) -> Double { x * sigmoid(x) }

/// log(1 + eˣ).
public func softplus(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.softplus(x) }
}

/// log(1 + eˣ).
@_disfavoredOverload
public func softplus(_ x: Double) -> Double { Swift.max(x, 0) + Glibc.log1p(exp(-Swift.abs(x))) }

/// 1.0507·elu(x, α: 1.67326).
public func selu(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.selu(x) }
}

/// 1.0507·elu(x, α: 1.67326).
@_disfavoredOverload
public func selu(_ x: Double) -> Double { 1.0507009873554805 * elu(x, alpha: 1.6732632423543772) }

/// x/(1 + |x|).
public func softsign(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.softsign(x) }
}

/// x/(1 + |x|).
@_disfavoredOverload
public func softsign(_ x: Double) -> Double { x / (1 + Swift.abs(x)) }

/// clip(x/6 + ½, 0, 1).
public func hardSigmoid(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.hardSigmoid(x) }
}

/// clip(x/6 + ½, 0, 1).
@_disfavoredOverload
public func hardSigmoid(_ x: Double) -> Double { Swift.min(Swift.max(x / 6 + 0.5, 0), 1) }

/// x·tanh(softplus(x)).
public func mish(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.mish(x) }
}

/// x·tanh(softplus(x)).
@_disfavoredOverload
public func mish(_ x: Double) -> Double { x * tanh(softplus(x)) }

/// x above 0, α(eˣ − 1) below.
public func elu(_ x: Tensor, alpha: Double = 1) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.elu(x, alpha: alpha) }
}

/// x above 0, α(eˣ − 1) below.
@_disfavoredOverload
public func elu(_ x: Double, alpha: Double = 1) -> Double { x > 0 ? x : alpha * Glibc.expm1(x) }

/// x above 0, slope·x below.
public func leakyRelu(_ x: Tensor, slope: Double = 0.01) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.leakyRelu(x, slope: slope) }
}

/// x above 0, slope·x below.
@_disfavoredOverload
public func leakyRelu(_ x: Double, slope: Double = 0.01) -> Double { x > 0 ? x : slope * x }

/// |x|.
public func abs(_ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.abs(x) }
}

/// x to the power y, element by element; shapes broadcast.
public func pow(_ x: Tensor, _ y: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.pow(x, y) }
}

/// x to the power of a number; integers stay integers for exponents from 0 on.
public func pow(_ x: Tensor, _ y: Int) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.pow(x, .integer(y)) }
}

/// x to the power of a number.
public func pow(_ x: Tensor, _ y: Double) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.pow(x, .real(y)) }
}

/// A number to the powers in a tensor.
public func pow(_ x: Double, _ y: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.pow(.real(x), y) }
}

/// A whole number to the powers in a tensor; integers stay integers.
public func pow(_ x: Int, _ y: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.pow(.integer(x), y) }
}

/// x to the power y.
@_disfavoredOverload
public func pow(_ x: Double, _ y: Double) -> Double { Glibc.pow(x, y) }

/// The angle of the point (x, y), −π to π, element by element.
public func atan2(_ y: Tensor, _ x: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.atan2(y, x) }
}

/// √(x² + y²), element by element.
public func hypot(_ x: Tensor, _ y: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.hypot(x, y) }
}

/// The greater of two elements at each position; NaN wins; shapes broadcast.
public func max(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.max(a, b) }
}

/// The greater of each element and a number.
public func max(_ a: Tensor, _ b: Double) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.max(a, .real(b)) }
}

/// The greater of each element and a number.
public func max(_ a: Tensor, _ b: Int) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.max(a, .integer(b)) }
}

/// The lesser of two elements at each position; NaN wins; shapes broadcast.
public func min(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.min(a, b) }
}

/// The lesser of each element and a number.
public func min(_ a: Tensor, _ b: Double) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.min(a, .real(b)) }
}

/// The lesser of each element and a number.
public func min(_ a: Tensor, _ b: Int) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.min(a, .integer(b)) }
}

/// The matrix product, for vectors and batches as NumPy's `@`.
///
///     matmul(a, b)    // [m, k] × [k, n] → [m, n]
public func matmul(_ a: Tensor, _ b: Tensor) -> Tensor {
    orEnd { () throws(TensorError) in try Checked.matmul(a, b) }
}
