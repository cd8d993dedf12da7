/// A tensor in a formula: operators and functions that throw, so that what is made of several
/// operations reads as it is written on paper.
///
///     let d = try Term(a) - Term(b)
///     return try (d * d).mean().tensor
package struct Term {
    package let tensor: Tensor

    package init(_ tensor: Tensor) { self.tensor = tensor }

    package static func + (a: Term, b: Term) throws(TensorError) -> Term {
        Term(try Checked.add(a.tensor, b.tensor))
    }
    package static func + (a: Term, b: Double) throws(TensorError) -> Term {
        Term(try Checked.add(a.tensor, .real(b)))
    }
    package static func + (a: Double, b: Term) throws(TensorError) -> Term { try b + a }
    package static func - (a: Term, b: Term) throws(TensorError) -> Term {
        Term(try Checked.subtract(a.tensor, b.tensor))
    }
    package static func - (a: Term, b: Double) throws(TensorError) -> Term {
        Term(try Checked.subtract(a.tensor, .real(b)))
    }
    package static func - (a: Double, b: Term) throws(TensorError) -> Term {
        Term(try Checked.subtract(.real(a), b.tensor))
    }
    package static func * (a: Term, b: Term) throws(TensorError) -> Term {
        Term(try Checked.multiply(a.tensor, b.tensor))
    }
    package static func * (a: Term, b: Double) throws(TensorError) -> Term {
        Term(try Checked.multiply(a.tensor, .real(b)))
    }
    package static func * (a: Double, b: Term) throws(TensorError) -> Term { try b * a }
    package static func / (a: Term, b: Term) throws(TensorError) -> Term {
        Term(try Checked.divide(a.tensor, b.tensor))
    }
    package static func / (a: Term, b: Double) throws(TensorError) -> Term {
        Term(try Checked.divide(a.tensor, .real(b)))
    }
    package static func / (a: Double, b: Term) throws(TensorError) -> Term {
        Term(try Checked.divide(.real(a), b.tensor))
    }
    package static prefix func - (a: Term) throws(TensorError) -> Term {
        Term(try Checked.negate(a.tensor))
    }
}

extension Term {
    package func exp() throws(TensorError) -> Term { Term(try Checked.exp(tensor)) }
    package func log() throws(TensorError) -> Term { Term(try Checked.log(tensor)) }
    package func log1p() throws(TensorError) -> Term { Term(try Checked.log1p(tensor)) }
    package func sqrt() throws(TensorError) -> Term { Term(try Checked.sqrt(tensor)) }
    package func rsqrt() throws(TensorError) -> Term { Term(try Checked.rsqrt(tensor)) }
    package func squared() throws(TensorError) -> Term { Term(try Checked.square(tensor)) }
    package func abs() throws(TensorError) -> Term { Term(try Checked.abs(tensor)) }
    package func relu() throws(TensorError) -> Term { Term(try Checked.relu(tensor)) }
    package func sigmoid() throws(TensorError) -> Term { Term(try Checked.sigmoid(tensor)) }
    package func softplus() throws(TensorError) -> Term { Term(try Checked.softplus(tensor)) }
    package func pow(_ exponent: Double) throws(TensorError) -> Term {
        Term(try Checked.pow(tensor, .real(exponent)))
    }
    package func clipped(
        min: Double, max: Double = .infinity
    ) throws(TensorError) -> Term {
        Term(try Checked.clipped(tensor, min: min, max: max))
    }
    package func sum(
        _ axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Term {
        Term(try Checked.sum(tensor, axes: axes, keepDims: keepDims))
    }
    package func mean(
        _ axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Term {
        Term(try Checked.mean(tensor, axes: axes, keepDims: keepDims))
    }
    package func max(
        _ axes: [Int]? = nil, keepDims: Bool = false
    ) throws(TensorError) -> Term {
        Term(try Checked.max(tensor, axes: axes, keepDims: keepDims))
    }
    package func matmul(_ other: Term) throws(TensorError) -> Term {
        Term(try Checked.matmul(tensor, other.tensor))
    }
    /// The last two axes exchanged.
    package var transposed: Term {
        get throws(TensorError) { Term(try Checked.swappedAxes(tensor, -1, -2)) }
    }
    package func reshaped(_ extents: Int...) throws(TensorError) -> Term {
        Term(try Checked.reshaped(tensor, extents))
    }
}
