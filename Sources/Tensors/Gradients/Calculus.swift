extension Gradient {
    /// The derivatives of every element of a function's value with respect to every element of x:
    /// [value's axes…, x's axes…].
    ///
    /// - Throws: what `body` throws; a `TensorError` when x or the value is not floating point.
    package static func jacobian(
        at x: Tensor, of body: (Tensor) throws -> Tensor
    ) throws -> Tensor {
        var rows: [Tensor] = []
        var shape = Shape()
        var index = 0
        var count = 1
        // One backward pass for each element of the value; the first says how many there are.
        repeat {
            let (_, gradients) = try valueWithGradient(at: [x]) { leaves in
                let value = try body(leaves[0])
                shape = value.shape
                count = value.count
                guard count > 0 else { return try Checked.sum(value) }
                return try Checked.reshaped(
                    Checked.narrowed(Checked.flattened(value), axis: 0, index..<index + 1),
                    Shape())
            }
            if count > 0 { rows.append(gradients[0]) }
            index += 1
        } while index < count
        var whole = shape
        for extent in x.shape {
            guard whole.count < Shape.maximumRank else {
                throw TensorError.rank(shape.count + x.rank)
            }
            whole.append(extent)
        }
        guard !rows.isEmpty else { return try Checked.zeros(whole, dtype: x.dtype) }
        return try Checked.reshaped(Checked.stacked(rows), whole)
    }

    /// The second derivatives of a scalar function: [x's axes…, x's axes…].
    package static func hessian(
        at x: Tensor, of body: (Tensor) throws -> Tensor
    ) throws -> Tensor {
        try jacobian(at: x) { x in
            try valueWithGradient(at: [x]) { try body($0[0]) }.gradients[0]
        }
    }

    /// The value of a function of which the tape keeps arguments and result only: the gradient runs
    /// it again, so memory is exchanged for time.
    ///
    /// The function must give the same values when it runs again; random numbers are drawn from the
    /// same place both times. A function that uses, beside its arguments and watched parameters,
    /// other values that depend on them is recorded like any other code.
    package static func checkpoint(
        at arguments: [Tensor], of body: @escaping ([Tensor]) throws -> Tensor
    ) throws -> Tensor {
        let tape = Tape.current
        guard tape.live != 0 else { return try body(arguments) }
        let position = RandomGenerator.shared.position
        let (value, isSelfContained) = try tape.suspended(arguments: arguments) {
            try body(arguments)
        }
        guard isSelfContained, value.dtype.isFloatingPoint else {
            RandomGenerator.shared.move(to: position)
            return try body(arguments)
        }
        let result = TensorStorage(
            viewing: value.storage, shape: value.shape, strides: value.storage.strides)
        var attributes = Attributes()
        attributes.recomputation = Recomputation(
            arguments: arguments, random: position, body: body)
        tape.recordAlways(
            Operations.checkpoint, list: arguments, output: result, attributes: attributes)
        return Tensor(result)
    }

    /// Gradients scaled down together so that their common length is at most `norm`; what is
    /// shorter stays.
    package static func clipped(
        _ gradients: [Tensor], byGlobalNorm norm: Double
    ) throws(TensorError) -> [Tensor] {
        guard norm > 0 else {
            throw .domain(
                operation: "clipped(byGlobalNorm:)", problem: "the norm \(norm) is not positive",
                help: nil)
        }
        let length = try globalNorm(gradients)
        guard length > norm else { return gradients }
        var result: [Tensor] = []
        for gradient in gradients {
            result.append(try Checked.multiply(gradient, .real(norm / length)))
        }
        return result
    }

    /// √ of the sum of all squares.
    package static func globalNorm(_ gradients: [Tensor]) throws(TensorError) -> Double {
        var total = 0.0
        for gradient in gradients {
            let length = try Checked.item(Checked.norm(Checked.asType(gradient, .float64)))
            total += length * length
        }
        return total.squareRoot()
    }
}

/// What a checkpoint needs to run again.
package final class Recomputation: @unchecked Sendable {
    let arguments: [Tensor]
    fileprivate let random: (seed: UInt64, counter: UInt64)
    fileprivate let body: ([Tensor]) throws -> Tensor

    init(
        arguments: [Tensor], random: (seed: UInt64, counter: UInt64),
        body: @escaping ([Tensor]) throws -> Tensor
    ) {
        self.arguments = arguments
        self.random = random
        self.body = body
    }

    /// The gradients of Σ value·g at the arguments and at every value that is watched.
    func gradients(
        _ g: Tensor, watched: [Tensor]
    ) throws(TensorError) -> (arguments: [Tensor], watched: [Tensor]) {
        let now = RandomGenerator.shared.position
        RandomGenerator.shared.move(to: random)
        defer { RandomGenerator.shared.move(to: now) }
        let scope = GradientScope()
        defer { scope.close() }
        for tensor in watched { try scope.watch(tensor) }
        var leaves: [Tensor] = []
        for argument in arguments {
            leaves.append(argument.dtype.isFloatingPoint ? try scope.leaf(argument) : argument)
        }
        let value: Tensor
        do {
            value = try body(leaves)
        } catch let error as TensorError {
            throw error
        } catch {
            throw .domain(
                operation: "checkpoint", problem: "the function failed when it ran again",
                help: nil)
        }
        let all = try scope.gradients(of: Checked.sum(Checked.multiply(value, g)))
        var found: [Tensor] = []
        var next = watched.count
        for argument in arguments {
            if argument.dtype.isFloatingPoint {
                found.append(all[next])
                next += 1
            } else {
                found.append(try Checked.zeros(argument.shape))
            }
        }
        return (found, Array(all[..<watched.count]))
    }
}

extension Operations {
    package static let checkpoint: Operation = Operation(
        "checkpoint", "a part of a computation that runs again for its gradient",
        gradient: { (c) throws(TensorError) in
            guard let again = c.attributes.recomputation else { return }
            let g = c.upstream
            let leaves = c.openLeaves
            let found = try again.gradients(g, watched: leaves.map { Tensor($0.storage) })
            for (index, gradient) in found.arguments.enumerated() where c.needs(index) {
                try c.give(index, gradient)
            }
            for (leaf, gradient) in zip(leaves, found.watched) {
                try c.give(position: leaf.position, gradient)
            }
        })
}
