struct Square { var side = 1.0; var area: Double { side * side } }
var square = Square()
square.side = 2
square.area = 9 // rejected: cannot assign to property; 'area' is a get-only property
