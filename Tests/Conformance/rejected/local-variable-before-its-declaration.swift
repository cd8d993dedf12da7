func area() -> Int {
    let result = width * 2 // rejected: use of local variable 'width' before its declaration
    let width = 4
    return result + width
}
