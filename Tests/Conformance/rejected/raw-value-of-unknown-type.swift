func f<T: RawRepresentable>(_ a: T) -> String {
    return a.rawValue // rejected: cannot convert return expression of type; T.RawValue; String
}
enum E: String { case a }
print(f(E.a))
