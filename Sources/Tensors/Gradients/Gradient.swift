/// Gradients with typed errors and closures that throw: what cells and models are bound to.
package enum Gradient {
    /// The value of a function and its gradient at each of some tensors.
    ///
    /// - Throws: what `body` throws; a `TensorError` when its value is not a floating-point scalar
    ///   or an argument is not floating point.
    package static func valueWithGradient(
        at arguments: [Tensor], of body: ([Tensor]) throws -> Tensor
    ) throws -> (value: Tensor, gradients: [Tensor]) {
        let scope = GradientScope()
        defer { scope.close() }
        var leaves: [Tensor] = []
        leaves.reserveCapacity(arguments.count)
        for argument in arguments { leaves.append(try scope.leaf(argument)) }
        let value = try body(leaves)
        return (value, try scope.gradients(of: value))
    }

    /// The value of a computation and the gradients at parameters that it reads by itself, in the
    /// order of the parameters; zeros for one that it did not use.
    package static func valueWithGradient(
        at parameters: [Parameter], of body: () throws -> Tensor
    ) throws -> (value: Tensor, gradients: [Tensor]) {
        let scope = GradientScope()
        defer { scope.close() }
        for parameter in parameters { try scope.watch(parameter.value) }
        let value = try body()
        return (value, try scope.gradients(of: value))
    }

    /// One argument, for a closure whose errors are known.
    @inline(__always)
    static func plain<Failure: Error>(
        _ arguments: [Tensor], _ body: ([Tensor]) throws(Failure) -> Tensor
    ) throws(Failure) -> (value: Tensor, gradients: [Tensor]) {
        let scope = GradientScope()
        defer { scope.close() }
        let leaves = orEnd { () throws(TensorError) in
            var leaves: [Tensor] = []
            for argument in arguments { leaves.append(try scope.leaf(argument)) }
            return leaves
        }
        let value = try body(leaves)
        return (value, orEnd { () throws(TensorError) in try scope.gradients(of: value) })
    }
}

/// The gradient of a scalar function at a tensor.
///
///     gradient(at: x) { x in (x * x).sum() }      // 2x
///
/// Reverse mode: costs a small multiple of the function itself. Nested calls give higher orders.
/// The closure must return a floating-point scalar.
public func gradient<Failure: Error>(
    at x: Tensor, of body: (Tensor) throws(Failure) -> Tensor
) throws(Failure) -> Tensor {
    try valueWithGradient(at: x, of: body).gradient
}

/// The gradients of a scalar function of two tensors.
public func gradient<Failure: Error>(
    at a: Tensor, _ b: Tensor, of body: (Tensor, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> (Tensor, Tensor) {
    try valueWithGradient(at: a, b, of: body).gradient
}

/// The gradients of a scalar function of three tensors.
public func gradient<Failure: Error>(
    at a: Tensor, _ b: Tensor, _ c: Tensor,
    of body: (Tensor, Tensor, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> (Tensor, Tensor, Tensor) {
    try valueWithGradient(at: a, b, c, of: body).gradient
}

/// The gradients of a scalar function of four tensors.
public func gradient<Failure: Error>(
    at a: Tensor, _ b: Tensor, _ c: Tensor, _ d: Tensor,
    of body: (Tensor, Tensor, Tensor, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> (Tensor, Tensor, Tensor, Tensor) {
    try valueWithGradient(at: a, b, c, d, of: body).gradient
}

/// The value of a scalar function at a tensor, and its gradient there.
///
///     let (loss, slope) = valueWithGradient(at: w) { w in meanSquaredError(…) }
public func valueWithGradient<Failure: Error>(
    at x: Tensor, of body: (Tensor) throws(Failure) -> Tensor
) throws(Failure) -> (value: Tensor, gradient: Tensor) {
    let result = try Gradient.plain([x]) { (leaves) throws(Failure) in try body(leaves[0]) }
    return (result.value, result.gradients[0])
}

/// The value of a scalar function of two tensors, and its gradients.
public func valueWithGradient<Failure: Error>(
    at a: Tensor, _ b: Tensor, of body: (Tensor, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> (value: Tensor, gradient: (Tensor, Tensor)) {
    let result = try Gradient.plain([a, b]) { (x) throws(Failure) in try body(x[0], x[1]) }
    return (result.value, (result.gradients[0], result.gradients[1]))
}

/// The value of a scalar function of three tensors, and its gradients.
public func valueWithGradient<Failure: Error>(
    at a: Tensor, _ b: Tensor, _ c: Tensor,
    of body: (Tensor, Tensor, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> (value: Tensor, gradient: (Tensor, Tensor, Tensor)) {
    let result = try Gradient.plain([a, b, c]) { (x) throws(Failure) in
        try body(x[0], x[1], x[2])
    }
    let g = result.gradients
    return (result.value, (g[0], g[1], g[2]))
}

/// The value of a scalar function of four tensors, and its gradients.
public func valueWithGradient<Failure: Error>(
    at a: Tensor, _ b: Tensor, _ c: Tensor, _ d: Tensor,
    of body: (Tensor, Tensor, Tensor, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> (value: Tensor, gradient: (Tensor, Tensor, Tensor, Tensor)) {
    let result = try Gradient.plain([a, b, c, d]) { (x) throws(Failure) in
        try body(x[0], x[1], x[2], x[3])
    }
    let g = result.gradients
    return (result.value, (g[0], g[1], g[2], g[3]))
}
