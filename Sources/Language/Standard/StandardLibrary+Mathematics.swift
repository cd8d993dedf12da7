internal import Glibc

extension StandardLibrary {
    /// The constants of C's mathematics that Foundation brings along.
    func declareConstants() {
        let constants: [(name: String, value: Double, documentation: String)] = [
            ("M_PI", .pi, "π."), ("M_PI_2", .pi / 2, "π / 2."), ("M_PI_4", .pi / 4, "π / 4."), ("M_1_PI", 1 / .pi, "1 / π."), ("M_2_PI", 2 / .pi, "2 / π."),
            ("M_2_SQRTPI", 1.1283791670955126, "2 / √π."), ("M_E", 2.718281828459045, "Euler's number."), ("M_LOG2E", 1.4426950408889634, "The logarithm of e to base 2."),
            ("M_LOG10E", 0.4342944819032518, "The logarithm of e to base 10."), ("M_LN2", 0.6931471805599453, "The natural logarithm of 2."),
            ("M_LN10", 2.302585092994046, "The natural logarithm of 10."), ("M_SQRT2", 1.4142135623730951, "√2."), ("M_SQRT1_2", 0.7071067811865476, "√½."),
        ]
        for (name, value, documentation) in constants {
            source("var \(name): Double {\n \(value)\n}", documentation, "print(\(name))")
        }
    }

    /// Mathematics of scalars; those of tensors have the same names.
    func declareMathematics() {
        let operations: [(String, Operation, String, @Sendable (Float) -> Float)] = [
            ("sqrt", .doubleSquareRoot, "√x", { sqrt($0) }), ("exp", .doubleExp, "eˣ", { exp($0) }), ("log", .doubleLog, "The natural logarithm.", { log($0) }),
            ("sin", .doubleSin, "The sine of an angle in radians.", { sin($0) }), ("cos", .doubleCos, "The cosine of an angle in radians.", { cos($0) }),
            ("tan", .doubleTan, "The tangent of an angle in radians.", { tan($0) }), ("tanh", .doubleTanh, "The hyperbolic tangent.", { tanh($0) }),
            ("floor", .doubleFloor, "The largest whole number not above x.", { floor($0) }), ("ceil", .doubleCeil, "The smallest whole number not below x.", { ceil($0) }),
            ("round", .doubleRound, "The nearest whole number, halves away from 0.", { round($0) }), ("trunc", .doubleTrunc, "The whole part.", { trunc($0) }),
        ]
        for (name, operation, documentation, float) in operations {
            self.operation("func \(name)(_ x: Double) -> Double", documentation, "print(\(name)(0.5))", operation)
            native("func \(name)(_ x: Float) -> Float", documentation, NativeFunction(name) { (x: Float) -> Float in float(x) })
        }
        let functions: [(String, @Sendable (Double) -> Double, @Sendable (Float) -> Float, String)] = [
            ("log2", { log2($0) }, { log2($0) }, "The logarithm to base 2."), ("log10", { log10($0) }, { log10($0) }, "The logarithm to base 10."),
            ("log1p", { log1p($0) }, { log1p($0) }, "log(1 + x), exact near 0."), ("expm1", { expm1($0) }, { expm1($0) }, "eˣ − 1, exact near 0."), ("exp2", { exp2($0) }, { exp2($0) }, "2ˣ"),
            ("asin", { asin($0) }, { asin($0) }, "The arc sine, in radians."), ("acos", { acos($0) }, { acos($0) }, "The arc cosine, in radians."),
            ("atan", { atan($0) }, { atan($0) }, "The arc tangent, in radians."), ("sinh", { sinh($0) }, { sinh($0) }, "The hyperbolic sine."),
            ("cosh", { cosh($0) }, { cosh($0) }, "The hyperbolic cosine."), ("asinh", { asinh($0) }, { asinh($0) }, "The inverse of sinh."), ("acosh", { acosh($0) }, { acosh($0) }, "The inverse of cosh."), ("atanh", { atanh($0) }, { atanh($0) }, "The inverse of tanh."),
            ("cbrt", { cbrt($0) }, { cbrt($0) }, "The cube root."), ("erf", { erf($0) }, { erf($0) }, "The error function."), ("erfc", { erfc($0) }, { erfc($0) }, "1 − erf(x), exact for large x."), ("tgamma", { tgamma($0) }, { tgamma($0) }, "The gamma function."),
            ("rint", { rint($0) }, { rint($0) }, "The nearest whole number, halves to the even one."), ("fabs", { fabs($0) }, { fabs($0) }, "The number without its sign."),
        ]
        for (name, double, float, documentation) in functions {
            let argument = name == "acosh" ? "1.5" : "0.5"
            native("func \(name)(_ x: Double) -> Double", documentation, "print(\(name)(\(argument)))", NativeFunction(name) { (x: Double) -> Double in double(x) })
            native("func \(name)(_ x: Float) -> Float", documentation, "print(\(name)(Float(\(argument))))", NativeFunction(name) { (x: Float) -> Float in float(x) })
        }
        operation("func pow(_ x: Double, _ y: Double) -> Double", "xʸ", "print(pow(2.0, 0.5))", .doublePow)
        let pairs: [(String, @Sendable (Double, Double) -> Double, @Sendable (Float, Float) -> Float, String, String)] = [
            ("pow", { pow($0, $1) }, { pow($0, $1) }, "xʸ", ""), ("atan2", { atan2($0, $1) }, { atan2($0, $1) }, "The angle of the point (y, x), in radians: the second coordinate comes first.", "print(atan2(1, 1))"),
            ("hypot", { hypot($0, $1) }, { hypot($0, $1) }, "√(x² + y²) without overflow.", "print(hypot(3, 4))"), ("fmod", { fmod($0, $1) }, { fmod($0, $1) }, "The rest of x / y, with the sign of x.", "print(fmod(7, 3))"),
            ("remainder", { remainder($0, $1) }, { remainder($0, $1) }, "The rest of x / y rounded to the nearest.", "print(remainder(7, 3))"), ("copysign", { copysign($0, $1) }, { copysign($0, $1) }, "x with the sign of y.", "print(copysign(2, -1))"),
            ("fmin", { fmin($0, $1) }, { fmin($0, $1) }, "The lesser of two numbers, NaN not counted.", "print(fmin(1, 2))"), ("fmax", { fmax($0, $1) }, { fmax($0, $1) }, "The greater of two numbers, NaN not counted.", "print(fmax(1, 2))"),
        ]
        for (name, double, float, documentation, example) in pairs {
            if name != "pow" { native("func \(name)(_ x: Double, _ y: Double) -> Double", documentation, example, NativeFunction(name) { (x: Double, y: Double) -> Double in double(x, y) }) }
            native("func \(name)(_ x: Float, _ y: Float) -> Float", documentation, NativeFunction(name) { (x: Float, y: Float) -> Float in float(x, y) })
        }
        operation("func abs(_ x: Int) -> Int", "The number without its sign.", "print(abs(-3))", .intAbs)
        operation("func abs(_ x: Double) -> Double", "The number without its sign.", "print(abs(-0.5))", .doubleAbs)
        native("func abs(_ x: Float) -> Float", "The number without its sign.", "print(abs(Float(-1)))", NativeFunction("abs") { (x: Float) -> Float in abs(x) })
        for (name, int, double, word) in [("min", Operation.intMin, Operation.doubleMin, "less"), ("max", .intMax, .doubleMax, "greater")] {
            operation("func \(name)(_ x: Int, _ y: Int) -> Int", "The \(word) of two numbers.", "print(\(name)(1, 2))", int)
            operation("func \(name)(_ x: Double, _ y: Double) -> Double", "The \(word) of two numbers.", "print(\(name)(0.5, 2))", double)
            source("func \(name)<T: Comparable>(_ x: T, _ y: T) -> T {\n \(name == "min" ? "y < x ? y : x" : "y < x ? x : y")\n}", "The \(word) of two values.", "print(\(name)(\"a\", \"b\"))")
            source("func \(name)<T: Comparable>(_ x: T, _ y: T, _ z: T, _ rest: T...) -> T {\n var best = \(name)(\(name)(x, y), z)\n for value in rest { best = \(name)(best, value) }\n return best\n}", "The \(name == "min" ? "least" : "greatest") of several values.", "print(\(name)(3, 1, 2))")
        }
    }
}
