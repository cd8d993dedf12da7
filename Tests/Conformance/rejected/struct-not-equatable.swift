struct Point { var x: Int }
let a = Point(x: 1), b = Point(x: 1)
print(a == b) // rejected: binary operator '==' cannot be applied to two 'Point' operands
