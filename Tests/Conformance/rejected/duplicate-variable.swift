func area() -> Int {
    let side = 2
    let side = 3 // rejected: invalid redeclaration of 'side'
    return side * side
}
