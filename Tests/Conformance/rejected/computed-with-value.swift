struct Square {
    var side = 2
    var area: Int = 4 { get { side * side } }  // rejected: cannot have an initial value
}
print(Square().area)
