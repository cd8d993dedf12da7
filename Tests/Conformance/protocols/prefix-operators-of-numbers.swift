protocol Neg { static prefix func - (x: Self) -> Self; static func + (a: Self, b: Self) -> Self }
extension Int: Neg {}
extension Double: Neg {}
struct V: Neg, Equatable { var x: Int; static prefix func - (v: V) -> V { V(x: -v.x) }; static func + (a: V, b: V) -> V { V(x: a.x + b.x) } }
func flip<T: Neg>(_ t: T) -> T { -t + -t }
print(flip(3), flip(2.5), flip(V(x: 4)))
protocol Inv { static prefix func ~ (x: Self) -> Self }
extension Int: Inv {}
extension UInt8: Inv {}
func inv<T: Inv>(_ t: T) -> T { ~t }
print(inv(5), inv(UInt8(5)))
protocol Nt { static prefix func ! (x: Self) -> Self }
extension Bool: Nt {}
func nt<T: Nt>(_ t: T) -> T { !t }
print(nt(true))
