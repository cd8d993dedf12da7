public import Tensors

/// Something that maps a tensor to a tensor and may have parameters: a layer, or a whole model.
///
///     struct Block: Layer {
///         var inner = Dense(64, activation: .relu)
///         func callAsFunction(_ x: Tensor) -> Tensor { x + inner(x) }
///     }
///
/// A model's parameters are those of its stored properties, arrays, dictionaries and optionals
/// included.
///
/// A model that takes more than a tensor, or gives more, declares its call as it needs it:
/// `func callAsFunction(_ noise: Tensor, _ label: Tensor) -> Tensor`. It is trained in a loop of
/// one's own; `fit`, `predict` and `Sequential` call with one tensor.
public protocol Layer {
    /// The output for a batch of inputs, along axis 0.
    func callAsFunction(_ x: Tensor) -> Tensor

    /// The form that throws what is wrong with the input; without one of its own, a layer's
    /// ``callAsFunction(_:)`` is called.
    func call(_ x: Tensor) throws -> Tensor
}

extension Layer {
    /// What a model that declares another call has in this one's place: the end of the program with
    /// a message.
    @_disfavoredOverload
    public func callAsFunction(_ x: Tensor) -> Tensor {
        fatalError(
            "\(type(of: self)) cannot be called with one tensor alone; declare 'func callAsFunction(_ x: Tensor) -> Tensor'")
    }

    public func call(_ x: Tensor) throws -> Tensor { callAsFunction(x) }
}

/// The value of a throwing form, or the end of the program with its message.
@inline(__always)
func orFail<Value>(_ body: () throws -> Value) -> Value {
    do {
        return try body()
    } catch {
        fatalError("\(error)")
    }
}
