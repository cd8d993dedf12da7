print(0.1 + 0.2, 1.0 / 3, 2.0 / 3, 10.0 / 4, 1e308 * 10, -1.0 / 0, 0.0 / 0)
print((0.0 / 0).isNaN, (1.0 / 0).isInfinite, Double.nan == Double.nan, (1.0).isFinite, Double.infinity > 1e308)
print(2.5.rounded(), 3.5.rounded(), (-2.5).rounded(), 2.4.rounded(.up), 2.6.rounded(.down), -2.6.rounded(.towardZero), 2.5.rounded(.toNearestOrEven))
print(7.5.truncatingRemainder(dividingBy: 2), (-7.5).truncatingRemainder(dividingBy: 2), 7.5.remainder(dividingBy: 2), 16.0.squareRoot())
print(Double.pi, Double.ulpOfOne, Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude, 1.0.ulp)
print((-3.5).magnitude, abs(-2.5), max(1.5, 2), min(-0.0, 0.0), (-0.0).sign == .minus, 5.0.isZero)
print(Int(3.7), Int(-3.7), Int((3.7).rounded()), Double(5), Float(3.14159265), Double(Float(0.1)))
print(1e21, 123456789.123456789, 1e-7, 0.00001234, 1234567890123456.0, 12345678901234567.0, 100.0, 1e2)
print(3.0, 3.10, 3.14e0, -0.5, 0.5 + 0.25)
var x = 1.0
x += 0.5; x -= 0.25; x *= 4; x /= 3
print(x, -x, x.negated)
extension Double { var negated: Double { var c = self; c.negate(); return c } }
print(Float(1) / 3, Float(2).squareRoot(), Float.pi, Float(16777216) + 1, Float.greatestFiniteMagnitude, Float(1e-10))
print(1.5.description, String(2.0), "\(1e10)", 1.0.isLess(than: 2), 0.1 + 0.2 == 0.3, abs(0.1 + 0.2 - 0.3) < 1e-9)
print(5.0.truncatingRemainder(dividingBy: 3), 2.0.addingProduct(3, 4), Double(sign: .minus, exponent: 3, significand: 1.5), 8.0.exponent, 10.0.significand)
print(stride(from: 0.0, through: 0.3, by: 0.1).map { $0 }, [0.1, 0.2, 0.3].reduce(0, +), (1...10).map { 1 / Double($0) }.reduce(0, +))
print(Double("inf")!, Double("nan")!.isNaN, Double("-0")!, Double("0x1p3")!, Double(" 1") as Any, Double("1e400") as Any)
print(1.0.nextUp, 1.0.nextDown, Double.leastNormalMagnitude, 9007199254740993.0, 0.3.bitPattern)
