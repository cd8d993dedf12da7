func area(_ known: Bool) -> Int {
    let width: Int
    let height: Int
    if known { width = 3 }
    print(height)
    return width  // rejected: constant 'width' used before being initialized
}
print(area(true))
