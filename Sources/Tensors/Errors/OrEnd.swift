/// The value of a throwing form, or the end of the program with its message: the one place where
/// the plain face of the library turns an error into an end.
///
/// A compiled program that adds tensors of different shapes ends here, as it would at an array
/// index out of range. The session never comes here: its cells are bound to the throwing forms.
@inline(__always)
package func orEnd<Value>(_ body: () throws(TensorError) -> Value) -> Value {
    do {
        return try body()
    } catch {
        end(with: error)
    }
}

@inline(never)
package func end(with error: TensorError) -> Never {
    fatalError(error.description)
}
