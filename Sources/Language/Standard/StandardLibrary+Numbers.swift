internal import Glibc

extension StandardLibrary {
    /// Int, Double, Float and Bool: conversions, limits, methods.
    func declareNumbers() {
        operation(on: "Int", "init(_ value: Double)", "The whole part of a number; an error where it is NaN, infinite or too large.", "print(Int(3.9))", .doubleToInt)
        operation(on: "Int", "init(_ value: Float)", "The whole part of a number.", "print(Int(Float(2.5)))", .floatToInt)
        source(on: "Int", "init(_ value: Int) {\n self = value\n}", "The number itself.")
        native(on: "Int", "init?(_ text: String)", "The number that the digits say, or nil where they say none.", "print(Int(\"42\") ?? 0)", NativeFunction("Int.init") { (text: String) -> Int? in Int(text) })
        native(on: "Int", "static var max: Int { get }", "The largest Int, 9223372036854775807.", "print(Int.max)", NativeFunction("Int.max") { () -> Int in .max })
        native(on: "Int", "static var min: Int { get }", "The smallest Int, −9223372036854775808.", "print(Int.min)", NativeFunction("Int.min") { () -> Int in .min })
        source(on: "Int", "func isMultiple(of other: Int) -> Bool {\n other == 0 ? self == 0 : self % other == 0\n}", "Whether the number can be divided by `other` without a rest.", "print(10.isMultiple(of: 5))")
        source(on: "Int", "func quotientAndRemainder(dividingBy other: Int) -> (quotient: Int, remainder: Int) {\n (quotient: self / other, remainder: self % other)\n}", "Quotient and rest of a division.", "print(17.quotientAndRemainder(dividingBy: 5))")
        source(on: "Int", "func signum() -> Int {\n self > 0 ? 1 : self < 0 ? -1 : 0\n}", "−1, 0 or 1.", "print((-5).signum())")
        source(on: "Int", "var magnitude: Int {\n self < 0 ? -self : self\n}", "The number without its sign.", "print((-5).magnitude)")
        source(on: "Int", "mutating func negate() {\n self = -self\n}", "Changes the sign.")

        for (type, toDouble, fromInt) in [("Double", Operation.floatToDouble, Operation.intToDouble), ("Float", .doubleToFloat, .intToFloat)] {
            let other = type == "Double" ? "Float" : "Double"
            operation(on: type, "init(_ value: Int)", "The number as a \(type).", "print(\(type)(3))", fromInt)
            operation(on: type, "init(_ value: \(other))", "The number as a \(type).", "print(\(type)(\(other)(0.5)))", toDouble)
            source(on: type, "init(_ value: \(type)) {\n self = value\n}", "The number itself.")
            source(on: type, "var magnitude: \(type) {\n self < 0 ? -self : self\n}", "The number without its sign.", "print(\(type)(-2.5).magnitude)")
            source(on: type, "var isNaN: Bool {\n self != self\n}", "Whether it is not a number.", "print((\(type)(0) / 0).isNaN)")
            source(on: type, "var isFinite: Bool {\n self - self == 0\n}", "Whether it is neither infinite nor NaN.", "print(\(type)(1).isFinite)")
            source(on: type, "var isInfinite: Bool {\n self == self && self - self != 0\n}", "Whether it is infinite.", "print(\(type).infinity.isInfinite)")
            source(on: type, "var isZero: Bool {\n self == 0\n}", "Whether it is 0.", "print(\(type)(0).isZero)")
            source(on: type, "mutating func negate() {\n self = -self\n}", "Changes the sign.")
            source(on: type, "func isLess(than other: \(type)) -> Bool {\n self < other\n}", "Whether it is less.")
        }
        native(on: "Double", "init?(_ text: String)", "The number that the text says, or nil where it says none.", "print(Double(\"2.5\") ?? 0)", NativeFunction("Double.init") { (text: String) -> Double? in Double(text) })
        let constants: [(String, Double, String)] = [
            ("pi", .pi, "π, rounded towards 0."), ("infinity", .infinity, "Infinity."), ("nan", .nan, "Not a number."),
            ("greatestFiniteMagnitude", .greatestFiniteMagnitude, "The largest finite number."),
            ("leastNormalMagnitude", .leastNormalMagnitude, "The smallest normal number above 0."),
            ("ulpOfOne", .ulpOfOne, "The distance from 1 to the next number."),
        ]
        for (name, value, documentation) in constants {
            native(on: "Double", "static var \(name): Double { get }", documentation, "print(Double.\(name))", NativeFunction("Double.\(name)") { () -> Double in value })
        }
        for (name, value) in [("pi", Float.pi), ("infinity", .infinity), ("nan", .nan), ("greatestFiniteMagnitude", .greatestFiniteMagnitude)] {
            native(on: "Float", "static var \(name): Float { get }", "The same of Float.", "print(Float.\(name))", NativeFunction("Float.\(name)") { () -> Float in value })
        }
        operation(on: "Double", "func squareRoot() -> Double", "√x; NaN for negative numbers.", "print(2.0.squareRoot())", .doubleSquareRoot)
        native(on: "Float", "func squareRoot() -> Float", "√x; NaN for negative numbers.", "print(Float(2).squareRoot())", NativeFunction("Float.squareRoot") { (x: Float) -> Float in x.squareRoot() })
        operation(on: "Double", "func rounded() -> Double", "The nearest whole number, halves away from 0.", "print(2.5.rounded())", .doubleRound)
        native(on: "Double", "func rounded(_ rule: FloatingPointRoundingRule) -> Double", "Rounded by a rule: `.up`, `.down`, `.towardZero`, `.toNearestOrEven`, `.toNearestOrAwayFromZero`.", "print(2.1.rounded(.up))", NativeFunction("Double.rounded") { (x: Double, rule: RoundingRule) -> Double in x.rounded(rule.rule) })
        native(on: "Double", "func truncatingRemainder(dividingBy other: Double) -> Double", "The rest of a division, with the sign of the number.", "print(7.5.truncatingRemainder(dividingBy: 2))", NativeFunction("Double.truncatingRemainder") { (x: Double, y: Double) -> Double in x.truncatingRemainder(dividingBy: y) })
        table.add(Declaration("enum FloatingPointRoundingRule", documentation: "How a number is rounded.", example: "print(2.5.rounded(.toNearestOrEven))", implementation: .type(NominalType(name: "FloatingPointRoundingRule", form: .native))))
        for (name, rule) in [("up", FloatingPointRoundingRule.up), ("down", .down), ("towardZero", .towardZero), ("awayFromZero", .awayFromZero), ("toNearestOrEven", .toNearestOrEven), ("toNearestOrAwayFromZero", .toNearestOrAwayFromZero)] {
            native(on: "FloatingPointRoundingRule", "static var \(name): FloatingPointRoundingRule { get }", "Swift's rule of that name.", NativeFunction("rule.\(name)") { () -> RoundingRule in RoundingRule(rule: rule) })
        }
        source(on: "Bool", "mutating func toggle() {\n self = !self\n}", "true becomes false, false becomes true.", "var on = true\non.toggle()\nprint(on)")
        source(on: "Bool", "init(_ value: Bool) {\n self = value\n}", "The value itself.")
    }

    /// Mathematics of scalars; those of tensors have the same names.
    func declareMathematics() {
        let operations: [(String, Operation, String)] = [
            ("sqrt", .doubleSquareRoot, "√x"), ("exp", .doubleExp, "eˣ"), ("log", .doubleLog, "The natural logarithm."),
            ("sin", .doubleSin, "The sine of an angle in radians."), ("cos", .doubleCos, "The cosine of an angle in radians."),
            ("tan", .doubleTan, "The tangent of an angle in radians."), ("tanh", .doubleTanh, "The hyperbolic tangent."),
            ("floor", .doubleFloor, "The largest whole number not above x."), ("ceil", .doubleCeil, "The smallest whole number not below x."),
            ("round", .doubleRound, "The nearest whole number, halves away from 0."), ("trunc", .doubleTrunc, "The whole part."),
        ]
        for (name, operation, documentation) in operations {
            self.operation("func \(name)(_ x: Double) -> Double", documentation, "print(\(name)(0.5))", operation)
        }
        let functions: [(String, @Sendable (Double) -> Double, String)] = [
            ("log2", { log2($0) }, "The logarithm to base 2."), ("log10", { log10($0) }, "The logarithm to base 10."),
            ("log1p", { log1p($0) }, "log(1 + x), exact near 0."), ("expm1", { expm1($0) }, "eˣ − 1, exact near 0."),
            ("asin", { asin($0) }, "The arc sine, in radians."), ("acos", { acos($0) }, "The arc cosine, in radians."),
            ("atan", { atan($0) }, "The arc tangent, in radians."), ("sinh", { sinh($0) }, "The hyperbolic sine."),
            ("cosh", { cosh($0) }, "The hyperbolic cosine."), ("cbrt", { cbrt($0) }, "The cube root."), ("erf", { erf($0) }, "The error function."),
        ]
        for (name, function, documentation) in functions {
            native("func \(name)(_ x: Double) -> Double", documentation, "print(\(name)(0.5))", NativeFunction(name) { (x: Double) -> Double in function(x) })
        }
        operation("func pow(_ x: Double, _ y: Double) -> Double", "xʸ", "print(pow(2, 10))", .doublePow)
        native("func atan2(_ y: Double, _ x: Double) -> Double", "The angle of the point (x, y), in radians.", "print(atan2(1, 1))", NativeFunction("atan2") { (y: Double, x: Double) -> Double in atan2(y, x) })
        native("func hypot(_ x: Double, _ y: Double) -> Double", "√(x² + y²) without overflow.", "print(hypot(3, 4))", NativeFunction("hypot") { (x: Double, y: Double) -> Double in hypot(x, y) })
        native("func fmod(_ x: Double, _ y: Double) -> Double", "The rest of x / y, with the sign of x.", "print(fmod(7, 3))", NativeFunction("fmod") { (x: Double, y: Double) -> Double in fmod(x, y) })
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

/// A rounding rule as a value of the language.
struct RoundingRule: CellObject {
    let rule: FloatingPointRoundingRule
}
