// What one function makes behind `some P & Q` is of one type.
protocol Shape { var area: Double { get } }
struct Square: Shape, Hashable {
    var side: Double
    var area: Double { side * side }
}
func unit() -> some Shape & Hashable { Square(side: 1) }
func square(_ side: Double) -> some Shape & Equatable { Square(side: side) }
print(unit() == unit(), unit().area, square(2) == square(3), square(2) != square(2))
let a = square(4), b = square(4)
print(a == b, [a, b].map(\.area))
