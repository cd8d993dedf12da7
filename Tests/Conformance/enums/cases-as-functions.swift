enum Box<T> {
    case empty, full(T)
}
print([1, 2].map(Box.full))
let make = Box<String>.full
print(["a", "b"].map(make), [1].map(Optional.some), [1].map(Optional.init))
struct Wrapped<T> {
    var value: T
    static func of(_ value: T) -> Wrapped { Wrapped(value: value) }
}
print([1].map(Wrapped.init), ["a"].map(Wrapped.of))
enum Failure: Error { case bad }
print([1, 2].map(Result<Int, Failure>.success))
