// Derivatives beyond one gradient.

/// The derivatives of every element of a function's value with respect to every element of x:
/// [value's axes…, x's axes…].
///
///     jacobian(at: x) { x in x * x }      // diagonal 2x
///
/// One backward pass for each element of the value.
public func jacobian<Failure: Error>(
    at x: Tensor, of body: (Tensor) throws(Failure) -> Tensor
) throws(Failure) -> Tensor {
    try derivatives(at: x, ofGradient: false, body)
}

/// The second derivatives of a scalar function: [x's axes…, x's axes…].
///
///     hessian(at: x) { x in (x * x * x).sum() }      // diagonal 6x
public func hessian<Failure: Error>(
    at x: Tensor, of body: (Tensor) throws(Failure) -> Tensor
) throws(Failure) -> Tensor {
    try derivatives(at: x, ofGradient: true, body)
}

/// A function's value of which the gradient keeps no intermediate results: they are computed again,
/// so memory is exchanged for time.
///
///     checkpoint(at: x) { x in block(x) }
public func checkpoint(at x: Tensor, of body: @escaping (Tensor) -> Tensor) -> Tensor {
    do {
        return try Gradient.checkpoint(at: [x]) { body($0[0]) }
    } catch {
        end(with: asTensorError(error))
    }
}

extension Array where Element == Tensor {
    /// Gradients scaled down together so that their common length is at most `norm`.
    public func clipped(byGlobalNorm norm: Double) -> [Tensor] {
        orEnd { () throws(TensorError) in try Gradient.clipped(self, byGlobalNorm: norm) }
    }
}

private func asTensorError(_ error: any Error) -> TensorError {
    error as? TensorError
        ?? .domain(operation: "gradient", problem: "\(error)", help: nil)
}

/// Passes a closure's own errors on; the library's end the program, as everywhere in its plain face.
private func derivatives<Failure: Error>(
    at x: Tensor, ofGradient: Bool, _ body: (Tensor) throws(Failure) -> Tensor
) throws(Failure) -> Tensor {
    var failure: Failure?
    do {
        let function = { (x: Tensor) throws -> Tensor in
            do throws(Failure) { return try body(x) } catch {
                failure = error
                throw error
            }
        }
        return try ofGradient
            ? Gradient.hessian(at: x, of: function) : Gradient.jacobian(at: x, of: function)
    } catch {
        if let failure { throw failure }
        end(with: asTensorError(error))
    }
}
