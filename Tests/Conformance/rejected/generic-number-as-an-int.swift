func next<T: BinaryInteger>(_ x: T) -> Int {
    return x + 1 // rejected: cannot convert return expression of type; to return type
}
print(next(3))
