func f<T: AdditiveArithmetic>(_ a: T) -> T {
    let b: T = 1 // rejected: cannot convert value of type; Int; specified type
    return a + b
}
print(f(2))
