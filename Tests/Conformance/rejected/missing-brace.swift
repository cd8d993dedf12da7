func area(_ r: Double) -> Double {
    let square = r * r
    return 3 * square
// the brace is missing
// rejected: expected '}'