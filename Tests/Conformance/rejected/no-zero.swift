struct Vector: AdditiveArithmetic { // rejected: type 'Vector' does not conform to protocol 'AdditiveArithmetic'
    var x = 0.0
    static func + (a: Vector, b: Vector) -> Vector { Vector(x: a.x + b.x) }
}
