func f<T: Strideable>(_ a: T) -> T {
    return a + 1 // rejected: cannot convert value of type; T; Int
}
print(f(2))
