class Shape { let sides = 0 }
class Square: Shape {
    override var sides: Int { 4 } // rejected: cannot override immutable 'let' property 'sides'
}
print(Square().sides)
