/// One entry of the table of operations: name, meaning, kernel, gradient and the cases its tests
/// start from.
///
/// Tensor methods call an entry's kernel through `Checked`, the tape keeps the entry and calls its
/// gradient, tests walk ``OperationTable/all`` and fail on an entry without gradient check or
/// reference case, and the reference pages print `summary`.
package class Operation: @unchecked Sendable {
    /// The name that people call it by.
    package let name: String
    /// One line: formula, element types, whose semantics it follows.
    package let summary: String
    /// What the gradient needs kept from the forward pass.
    package let saves: Saves
    /// Gives each tracked input its share of the gradient; nil where none exists.
    package let gradient: GradientRule?
    /// Inputs for the finite-difference test.
    package let samples: [Sample]
    /// Whether it is written in other operations, whose gradients are its own.
    package let isComposed: Bool
    private let runner: Runner?

    package typealias GradientRule = @Sendable (inout Backward) throws(TensorError) -> Void
    package typealias Runner =
        @Sendable (_ inputs: [Tensor], _ attributes: Attributes) throws(TensorError) -> Tensor

    /// Which values a record on the tape keeps alive.
    package struct Saves: OptionSet, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        package static let inputs = Saves(rawValue: 1)
        package static let output = Saves(rawValue: 2)
        /// Nothing but shapes.
        package static let nothing: Saves = []
    }

    /// Inputs that the finite-difference test draws: shapes, a range of values, attributes.
    package struct Sample: Sendable {
        package var shapes: [Shape]
        package var range: ClosedRange<Double>
        package var attributes: Attributes
        /// Inputs that are not differentiated: integer labels, masks.
        package var constants: [Tensor]

        package init(
            _ shapes: Shape..., range: ClosedRange<Double> = -2...2,
            attributes: Attributes = Attributes(), constants: [Tensor] = []
        ) {
            self.shapes = shapes
            self.range = range
            self.attributes = attributes
            self.constants = constants
        }
    }

    package init(
        _ name: String, _ summary: String, saves: Saves = .nothing, samples: [Sample] = [],
        isComposed: Bool = false, isRectifier: @escaping @Sendable (Attributes) -> Bool = { _ in false },
        run: Runner? = nil, gradient: GradientRule? = nil
    ) {
        self.name = name
        self.summary = summary
        self.saves = saves
        self.gradient = gradient
        self.samples = samples
        self.isComposed = isComposed
        self.isRectifier = isRectifier
        self.runner = run
    }

    /// Whether its value is max(·, 0) of something, with these attributes.
    let isRectifier: @Sendable (Attributes) -> Bool

    /// Whether gradients flow through it.
    package var isDifferentiable: Bool { gradient != nil || isComposed }

    /// The operation on a list of inputs, for tests and tools; calls go straight to the kernels.
    package func run(
        _ inputs: [Tensor], _ attributes: Attributes = Attributes()
    ) throws(TensorError) -> Tensor {
        guard let runner else {
            throw .domain(operation: name, problem: "cannot be called by name", help: nil)
        }
        return try runner(inputs, attributes)
    }
}

/// The entries of the table, each a static member named after its operation.
package enum Operations {
    /// The beginning of a scope: the value itself, watched.
    package static let leaf: Operation = Operation(
        "leaf", "x, from here on watched", run: { (x, _) throws(TensorError) in x[0] },
        gradient: { (c) throws(TensorError) in
            let upstream = c.upstream
            try c.give(0, upstream)
        })
}

/// The throwing form of everything that tensors can do.
///
/// Each function has the name and labels of the plain form, with the receiver as its first
/// argument: `x.sum(axis: 0)` is `Checked.sum(x, axis: 0)`, `a + b` is `Checked.add(a, b)`,
/// `matmul(a, b)` is `Checked.matmul(a, b)`. All throw `TensorError`. Cells are bound to these;
/// the plain forms are `orEnd { try Checked.… }`.
package enum Checked {}
