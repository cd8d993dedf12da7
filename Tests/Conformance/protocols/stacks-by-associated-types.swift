protocol Stack { associatedtype Element; var items: [Element] { get set }; mutating func push(_ e: Element); mutating func pop() -> Element? }
extension Stack { mutating func push(_ e: Element) { items.append(e) }; mutating func pop() -> Element? { items.popLast() }; var top: Element? { items.last }; var isEmpty: Bool { items.isEmpty } }
extension Stack where Element: Comparable { func maximum() -> Element? { items.max() } }
extension Stack where Element == String { func joined() -> String { items.joined(separator: "+") } }
struct A<T>: Stack { var items: [T] = [] }
struct Names: Stack { var items = ["x"] }
func drain<S: Stack>(_ s: inout S) -> [S.Element] { var o: [S.Element] = []; while let x = s.pop() { o.append(x) }; return o }
var a = A<Int>(); a.push(3); a.push(7); a.push(5); print(a.maximum()!, a.top!, drain(&a), a.isEmpty)
var n = Names(); n.push("y"); print(n.joined(), n.maximum()!, drain(&n))
func total<S: Stack>(_ s: S) -> Int where S.Element: BinaryInteger { s.items.reduce(0) { $0 + Int($1) } }
print(total(A<UInt8>(items: [200, 100])), total(A(items: [1, 2])))
