func f<T: FloatingPoint>(_ x: T) -> T {
    return x * 2.5 // rejected: cannot convert value of type; Double; T
}
print(f(2.0))
