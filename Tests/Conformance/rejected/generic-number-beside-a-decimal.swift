func doubled<T: Numeric>(_ x: T) -> Double {
    x * 2.0 // rejected: cannot convert value; Double
}
print(1)
