// protocols: statics, inits, Self, operators in protocols
protocol Vector: Equatable { associatedtype Scalar: FloatingPoint; init(_ c: [Scalar]); var components: [Scalar] { get }; static var dim: Int { get }; static func * (k: Scalar, v: Self) -> Self }
extension Vector { static func + (a: Self, b: Self) -> Self { Self(zip(a.components, b.components).map { $0 + $1 }) }; static func * (k: Scalar, v: Self) -> Self { Self(v.components.map { k * $0 }) }
  static prefix func - (a: Self) -> Self { (-1) * a }; static func - (a: Self, b: Self) -> Self { a + -b }; static func += (a: inout Self, b: Self) { a = a + b }
  func dot(_ o: Self) -> Scalar { zip(components, o.components).reduce(0) { $0 + $1.0 * $1.1 } }; var norm: Scalar { dot(self).squareRoot() }
  static var zero: Self { Self(Array(repeating: 0, count: dim)) } ; subscript(i: Int) -> Scalar { components[i] } }
struct V2: Vector { var x, y: Double; init(_ c: [Double]) { x = c[0]; y = c[1] }; init(x: Double, y: Double) { self.init([x, y]) }; var components: [Double] { [x, y] }; static let dim = 2 }
struct V3: Vector { let components: [Float]; init(_ c: [Float]) { components = c }; static var dim: Int { 3 } }
var v = V2(x: 3, y: 4); v += 2 * V2(x: 1, y: 0); print(v, v.norm, -v, v - v == .zero, V3.zero, V3([1, 2, 3]).dot(V3([1, 0, 1])), v[1])
func sum<T: Vector>(_ vs: [T]) -> T { vs.reduce(.zero, +) }; print(sum([v, v]), sum([V3]()))
func lerp<T: Vector>(_ a: T, _ b: T, _ t: T.Scalar) -> T { a + t * (b - a) }; print(lerp(V2(x: 0, y: 0), V2(x: 2, y: 4), 0.5))
