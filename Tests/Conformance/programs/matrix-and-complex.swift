struct Complex: Equatable, CustomStringConvertible { var re = 0.0, im = 0.0
    static let i = Complex(im: 1)
    static func + (a: Self, b: Self) -> Self { Self(re: a.re + b.re, im: a.im + b.im) }
    static func * (a: Self, b: Self) -> Self { Self(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re) }
    static prefix func - (a: Self) -> Self { Self(re: -a.re, im: -a.im) }
    static func - (a: Self, b: Self) -> Self { a + -b }
    var magnitude: Double { (re * re + im * im).squareRoot() }
    var description: String { im == 0 ? "\(re)" : "\(re)\(im < 0 ? "-" : "+")\(abs(im))i" } }
extension Complex: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral { init(floatLiteral v: Double) { self.init(re: v) }; init(integerLiteral v: Int) { self.init(re: Double(v)) } }
print(Complex.i * .i, 3 + 2 * Complex.i, (1 + Complex.i) * (1 - Complex.i), (3 + 4 * Complex.i).magnitude, -Complex.i)
func mandelbrot(_ c: Complex) -> Int { var z: Complex = 0; for n in 0..<30 { if z.magnitude > 2 { return n }; z = z * z + c }; return 30 }
for row in stride(from: -1.0, through: 1.0, by: 0.25) {
    print(stride(from: -2.0, through: 0.5, by: 0.1).map { let n = mandelbrot(Complex(re: $0, im: row)); return n == 30 ? "#" : n > 5 ? "+" : n > 2 ? "." : " " }.joined())
}
