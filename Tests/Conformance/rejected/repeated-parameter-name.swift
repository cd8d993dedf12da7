func area(width: Int, width: Int) -> Int { // rejected: invalid redeclaration of 'width'
    1
}
