/// What can be wrong with an operation on tensors: data only, the wording is in
/// `TensorError+Description.swift`.
public enum TensorError: Error, Equatable, Sendable {
    /// Two shapes that do not broadcast; `axis` counts from the end of both, −1 is the last.
    case broadcast(operation: String, Shape, Shape, axis: Int)
    /// A tensor that does not broadcast to a given shape.
    case broadcastTo(operation: String, from: Shape, to: Shape)
    /// A matrix product whose inner extents differ, or with an operand that has no axis.
    case matmul(operation: String, Shape, Shape)
    /// A shape that an operation does not take: what it expects in words.
    case shape(operation: String, expected: String, given: Shape, help: String?)
    /// Tensors to be joined whose shapes disagree along an axis that is not the joining one.
    case join(operation: String, Shape, Shape, axis: Int, position: Int)
    /// A reshape to another number of elements.
    case reshape(from: Shape, to: [Int])
    /// An axis that a tensor of this rank does not have.
    case axis(operation: String, axis: Int, rank: Int)
    /// An axis that is named twice.
    case repeatedAxis(operation: String, axis: Int)
    /// Axes that are not a permutation of the tensor's axes.
    case permutation(axes: [Int], rank: Int)
    /// An index outside an axis.
    case index(operation: String, index: Int, axis: Int, extent: Int)
    /// More subscripts than axes.
    case tooManyIndices(given: Int, shape: Shape)
    /// A Bool mask whose shape does not fit the axes it selects from.
    case mask(mask: Shape, shape: Shape)
    /// A subscript that makes no sense: what it is in words.
    case subscripting(problem: String, help: String?)
    /// An element type that an operation does not take.
    case dtype(operation: String, expected: String, given: DType)
    /// A class label outside `0..<classes`.
    case label(operation: String, label: Int, row: Int, classes: Int)
    /// One element asked of a tensor that has another number of them.
    case item(shape: Shape)
    /// An operation that needs at least one element.
    case empty(operation: String, shape: Shape)
    /// An array literal whose rows differ in length or depth.
    case ragged(path: [Int], expected: String, given: String)
    /// A number of scalars that does not fill a shape.
    case scalarCount(given: Int, shape: Shape)
    /// A value outside what an operation is defined for.
    case domain(operation: String, problem: String, help: String?)
    /// More axes than a tensor can have.
    case rank(Int)
    /// A negative extent.
    case extent(Int, shape: [Int])
    /// A shape with more elements than can be counted.
    case tooLarge(shape: Shape)
    /// Memory beyond the session's limit (0: the system itself has no more).
    case memory(bytes: Int, inUse: Int, limit: Int)
    /// The work was stopped by an interrupt.
    case interrupted
    /// A closure under `gradient` that did not return a scalar.
    case gradientOfShape(Shape)
    /// A gradient asked at, or of, a tensor that is not floating point.
    case gradientType(DType, role: String)
    /// A gradient asked through an operation that has none.
    case noGradient(operation: String)
    /// A file that cannot be read or written.
    case file(path: String, problem: String, help: String?)
    /// Bytes that are not what their format says.
    case format(name: String, problem: String, help: String?)
}
