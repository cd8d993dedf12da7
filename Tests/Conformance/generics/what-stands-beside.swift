// What the other arguments, or what stands beside it, say of an expression without a type of its own.
func norm<T: FloatingPoint>(_ x: T, _ y: T) -> T { (x * x + y * y).squareRoot() + x.rounded() }
print(norm(3.0, 4.0))
func isEven<N: BinaryInteger>(_ n: N) -> Bool { n.isMultiple(of: 2) }
print(isEven(4), isEven(UInt8(3)))
let factor = 2.5
let scale = { factor * $0 }
print(scale(2), [1, 2].map { n in { n + $0 } }[1](4))
struct Box<T> {
    let value: T
    static func of(_ value: T) -> Box { Box(value: value) }
}
extension Box where T == Int { static var zero: Box { Box(value: 0) } }
extension Box where T: Comparable { static func least(_ values: [T]) -> Box { Box(value: values.min()!) } }
func pick<T>(_ box: Box<T>, _ other: T) -> [T] { [box.value, other] }
func all<T>(_ value: T, _ boxes: Box<T>...) -> [T] { boxes.map(\.value) + [value] }
print(pick(.of(2), 3), pick(.zero, 3), pick(.of("a"), "b"))
print(all(1, .zero, .of(4), .least([6, 5])), all("x", .least(["c", "b"])))
