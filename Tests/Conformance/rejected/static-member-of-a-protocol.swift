protocol Shape {
    static func make() -> Int
}
struct Square: Shape {
    static func make() -> Int { 4 }
}
print(Square.make())
print(Shape.make()) // rejected: static member 'make' cannot be used on protocol metatype
