infix operator .== : ComparisonPrecedence
infix operator .!= : ComparisonPrecedence
infix operator .< : ComparisonPrecedence
infix operator .<= : ComparisonPrecedence
infix operator .> : ComparisonPrecedence
infix operator .>= : ComparisonPrecedence
infix operator .&& : LogicalConjunctionPrecedence
infix operator .|| : LogicalDisjunctionPrecedence
prefix operator .!

extension Tensor {
    /// a + b, element by element; shapes broadcast.
    public static func + (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.add(a, b) }
    }

    /// a + b, element by element; shapes broadcast.
    public static func + (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.add(a, .real(b)) }
    }

    /// a + b, element by element; shapes broadcast.
    public static func + (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.add(b, .real(a)) }
    }

    /// a + b, element by element; shapes broadcast.
    public static func + (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.add(a, .integer(b)) }
    }

    /// a + b, element by element; shapes broadcast.
    public static func + (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.add(b, .integer(a)) }
    }

    /// a + b, element by element; shapes broadcast.
    public static func + (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.add(a, .real(Double(b))) }
    }

    /// a + b, element by element; shapes broadcast.
    public static func + (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.add(b, .real(Double(a))) }
    }

    /// a = a + b, in place where no other variable shares the elements.
    public static func += (a: inout Tensor, b: Tensor) {
        orEnd { () throws(TensorError) in try Checked.update(&a, Operations.add, b) }
    }

    /// a = a + b.
    public static func += (a: inout Tensor, b: Double) { a = a + b }

    /// a = a + b.
    public static func += (a: inout Tensor, b: Int) { a = a + b }

    /// a = a + b.
    public static func += (a: inout Tensor, b: Float) { a = a + b }

    /// a − b, element by element; shapes broadcast.
    public static func - (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.subtract(a, b) }
    }

    /// a − b, element by element; shapes broadcast.
    public static func - (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.subtract(a, .real(b)) }
    }

    /// a − b, element by element; shapes broadcast.
    public static func - (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.subtract(.real(a), b) }
    }

    /// a − b, element by element; shapes broadcast.
    public static func - (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.subtract(a, .integer(b)) }
    }

    /// a − b, element by element; shapes broadcast.
    public static func - (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.subtract(.integer(a), b) }
    }

    /// a − b, element by element; shapes broadcast.
    public static func - (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.subtract(a, .real(Double(b))) }
    }

    /// a − b, element by element; shapes broadcast.
    public static func - (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.subtract(.real(Double(a)), b) }
    }

    /// a = a - b, in place where no other variable shares the elements.
    public static func -= (a: inout Tensor, b: Tensor) {
        orEnd { () throws(TensorError) in try Checked.update(&a, Operations.subtract, b) }
    }

    /// a = a - b.
    public static func -= (a: inout Tensor, b: Double) { a = a - b }

    /// a = a - b.
    public static func -= (a: inout Tensor, b: Int) { a = a - b }

    /// a = a - b.
    public static func -= (a: inout Tensor, b: Float) { a = a - b }

    /// a · b, element by element; shapes broadcast.
    public static func * (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.multiply(a, b) }
    }

    /// a · b, element by element; shapes broadcast.
    public static func * (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.multiply(a, .real(b)) }
    }

    /// a · b, element by element; shapes broadcast.
    public static func * (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.multiply(b, .real(a)) }
    }

    /// a · b, element by element; shapes broadcast.
    public static func * (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.multiply(a, .integer(b)) }
    }

    /// a · b, element by element; shapes broadcast.
    public static func * (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.multiply(b, .integer(a)) }
    }

    /// a · b, element by element; shapes broadcast.
    public static func * (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.multiply(a, .real(Double(b))) }
    }

    /// a · b, element by element; shapes broadcast.
    public static func * (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.multiply(b, .real(Double(a))) }
    }

    /// a = a * b, in place where no other variable shares the elements.
    public static func *= (a: inout Tensor, b: Tensor) {
        orEnd { () throws(TensorError) in try Checked.update(&a, Operations.multiply, b) }
    }

    /// a = a * b.
    public static func *= (a: inout Tensor, b: Double) { a = a * b }

    /// a = a * b.
    public static func *= (a: inout Tensor, b: Int) { a = a * b }

    /// a = a * b.
    public static func *= (a: inout Tensor, b: Float) { a = a * b }

    /// a / b, element by element; integers give float32.
    public static func / (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.divide(a, b) }
    }

    /// a / b, element by element; integers give float32.
    public static func / (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.divide(a, .real(b)) }
    }

    /// a / b, element by element; integers give float32.
    public static func / (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.divide(.real(a), b) }
    }

    /// a / b, element by element; integers give float32.
    public static func / (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.divide(a, .integer(b)) }
    }

    /// a / b, element by element; integers give float32.
    public static func / (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.divide(.integer(a), b) }
    }

    /// a / b, element by element; integers give float32.
    public static func / (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.divide(a, .real(Double(b))) }
    }

    /// a / b, element by element; integers give float32.
    public static func / (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.divide(.real(Double(a)), b) }
    }

    /// a = a / b, in place where no other variable shares the elements.
    public static func /= (a: inout Tensor, b: Tensor) {
        orEnd { () throws(TensorError) in try Checked.update(&a, Operations.divide, b) }
    }

    /// a = a / b.
    public static func /= (a: inout Tensor, b: Double) { a = a / b }

    /// a = a / b.
    public static func /= (a: inout Tensor, b: Int) { a = a / b }

    /// a = a / b.
    public static func /= (a: inout Tensor, b: Float) { a = a / b }

    /// The remainder of a / b, with the sign of a.
    public static func % (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.remainder(a, b) }
    }

    /// The remainder of a / b, with the sign of a.
    public static func % (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.remainder(a, .real(b)) }
    }

    /// The remainder of a / b, with the sign of a.
    public static func % (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.remainder(.real(a), b) }
    }

    /// The remainder of a / b, with the sign of a.
    public static func % (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.remainder(a, .integer(b)) }
    }

    /// The remainder of a / b, with the sign of a.
    public static func % (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.remainder(.integer(a), b) }
    }

    /// The remainder of a / b, with the sign of a.
    public static func % (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.remainder(a, .real(Double(b))) }
    }

    /// The remainder of a / b, with the sign of a.
    public static func % (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.remainder(.real(Double(a)), b) }
    }

    /// −x.
    public static prefix func - (x: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.negate(x) }
    }

    /// x.
    public static prefix func + (x: Tensor) -> Tensor { x }

    /// a == b for each element, as truth values; shapes broadcast.
    public static func .== (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.equal, a, b) }
    }

    /// a == b for each element, as truth values; shapes broadcast.
    public static func .== (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.equal, a, .real(b)) }
    }

    /// a == b for each element, as truth values; shapes broadcast.
    public static func .== (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.equal, .real(a), b) }
    }

    /// a == b for each element, as truth values; shapes broadcast.
    public static func .== (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.equal, a, .integer(b)) }
    }

    /// a == b for each element, as truth values; shapes broadcast.
    public static func .== (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.equal, .integer(a), b) }
    }

    /// a == b for each element, as truth values; shapes broadcast.
    public static func .== (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.equal, a, .real(Double(b))) }
    }

    /// a == b for each element, as truth values; shapes broadcast.
    public static func .== (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.equal, .real(Double(a)), b) }
    }

    /// a != b for each element, as truth values; shapes broadcast.
    public static func .!= (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.notEqual, a, b) }
    }

    /// a != b for each element, as truth values; shapes broadcast.
    public static func .!= (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.notEqual, a, .real(b)) }
    }

    /// a != b for each element, as truth values; shapes broadcast.
    public static func .!= (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.notEqual, .real(a), b) }
    }

    /// a != b for each element, as truth values; shapes broadcast.
    public static func .!= (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.notEqual, a, .integer(b)) }
    }

    /// a != b for each element, as truth values; shapes broadcast.
    public static func .!= (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.notEqual, .integer(a), b) }
    }

    /// a != b for each element, as truth values; shapes broadcast.
    public static func .!= (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.notEqual, a, .real(Double(b))) }
    }

    /// a != b for each element, as truth values; shapes broadcast.
    public static func .!= (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.notEqual, .real(Double(a)), b) }
    }

    /// a < b for each element, as truth values; shapes broadcast.
    public static func .< (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.less, a, b) }
    }

    /// a < b for each element, as truth values; shapes broadcast.
    public static func .< (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.less, a, .real(b)) }
    }

    /// a < b for each element, as truth values; shapes broadcast.
    public static func .< (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.less, .real(a), b) }
    }

    /// a < b for each element, as truth values; shapes broadcast.
    public static func .< (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.less, a, .integer(b)) }
    }

    /// a < b for each element, as truth values; shapes broadcast.
    public static func .< (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.less, .integer(a), b) }
    }

    /// a < b for each element, as truth values; shapes broadcast.
    public static func .< (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.less, a, .real(Double(b))) }
    }

    /// a < b for each element, as truth values; shapes broadcast.
    public static func .< (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.less, .real(Double(a)), b) }
    }

    /// a <= b for each element, as truth values; shapes broadcast.
    public static func .<= (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.lessOrEqual, a, b) }
    }

    /// a <= b for each element, as truth values; shapes broadcast.
    public static func .<= (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.lessOrEqual, a, .real(b)) }
    }

    /// a <= b for each element, as truth values; shapes broadcast.
    public static func .<= (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.lessOrEqual, .real(a), b) }
    }

    /// a <= b for each element, as truth values; shapes broadcast.
    public static func .<= (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.lessOrEqual, a, .integer(b)) }
    }

    /// a <= b for each element, as truth values; shapes broadcast.
    public static func .<= (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.lessOrEqual, .integer(a), b) }
    }

    /// a <= b for each element, as truth values; shapes broadcast.
    public static func .<= (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.lessOrEqual, a, .real(Double(b))) }
    }

    /// a <= b for each element, as truth values; shapes broadcast.
    public static func .<= (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.lessOrEqual, .real(Double(a)), b) }
    }

    /// a > b for each element, as truth values; shapes broadcast.
    public static func .> (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greater, a, b) }
    }

    /// a > b for each element, as truth values; shapes broadcast.
    public static func .> (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greater, a, .real(b)) }
    }

    /// a > b for each element, as truth values; shapes broadcast.
    public static func .> (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greater, .real(a), b) }
    }

    /// a > b for each element, as truth values; shapes broadcast.
    public static func .> (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greater, a, .integer(b)) }
    }

    /// a > b for each element, as truth values; shapes broadcast.
    public static func .> (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greater, .integer(a), b) }
    }

    /// a > b for each element, as truth values; shapes broadcast.
    public static func .> (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greater, a, .real(Double(b))) }
    }

    /// a > b for each element, as truth values; shapes broadcast.
    public static func .> (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greater, .real(Double(a)), b) }
    }

    /// a >= b for each element, as truth values; shapes broadcast.
    public static func .>= (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greaterOrEqual, a, b) }
    }

    /// a >= b for each element, as truth values; shapes broadcast.
    public static func .>= (a: Tensor, b: Double) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greaterOrEqual, a, .real(b)) }
    }

    /// a >= b for each element, as truth values; shapes broadcast.
    public static func .>= (a: Double, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greaterOrEqual, .real(a), b) }
    }

    /// a >= b for each element, as truth values; shapes broadcast.
    public static func .>= (a: Tensor, b: Int) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greaterOrEqual, a, .integer(b)) }
    }

    /// a >= b for each element, as truth values; shapes broadcast.
    public static func .>= (a: Int, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greaterOrEqual, .integer(a), b) }
    }

    /// a >= b for each element, as truth values; shapes broadcast.
    public static func .>= (a: Tensor, b: Float) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greaterOrEqual, a, .real(Double(b)))
        }
    }

    /// a >= b for each element, as truth values; shapes broadcast.
    public static func .>= (a: Float, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.compare(.greaterOrEqual, .real(Double(a)), b)
        }
    }

    /// a and b for each element; numbers count as true unless 0.
    public static func .&& (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.logicalAnd(a, b) }
    }

    /// a or b for each element; numbers count as true unless 0.
    public static func .|| (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.logicalOr(a, b) }
    }

    /// a and b for each element, as `.&&`.
    public static func .& (a: Tensor, b: Tensor) -> Tensor { a .&& b }

    /// a or b for each element, as `.||`.
    public static func .| (a: Tensor, b: Tensor) -> Tensor { a .|| b }

    /// a or b but not both, for each element; numbers count as true unless 0.
    public static func .^ (a: Tensor, b: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.logicalXor(a, b) }
    }

    /// Not x, for each element, as `.!`.
    public static prefix func ! (x: Tensor) -> Tensor { .!x }

    /// Not x, for each element; numbers count as true unless 0.
    public static prefix func .! (x: Tensor) -> Tensor {
        orEnd { () throws(TensorError) in try Checked.logicalNot(x) }
    }
}

extension Tensor: Equatable {
    /// Whether both have one shape and equal elements; element types may differ, NaN equals nothing.
    public static func == (a: Tensor, b: Tensor) -> Bool {
        orEnd { () throws(TensorError) in try Checked.equal(a, b) }
    }
}
