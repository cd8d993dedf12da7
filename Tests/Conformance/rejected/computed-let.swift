struct Square {
    var side = 2
    let area: Int { side * side }  // rejected: 'let' declarations cannot be computed properties
}
print(Square().area)
