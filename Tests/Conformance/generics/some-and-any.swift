protocol Shape { func area() -> Double }
struct Sq: Shape { let s: Double; func area() -> Double { s * s } }
struct Rect: Shape { let w, h: Double; func area() -> Double { w * h } }
func total(_ shapes: some Collection<any Shape>) -> Double { shapes.reduce(0) { $0 + $1.area() } }
print(total([Sq(s: 2), Rect(w: 1, h: 3)] as [any Shape]))
func twice(_ s: some Shape) -> Double { s.area() * 2 }
print(twice(Sq(s: 3)))
let anyShape: any Shape = Rect(w: 2, h: 2)
print(twice(anyShape))
func evens(upTo n: Int) -> some Sequence<Int> { stride(from: 0, through: n, by: 2) }
print(Array(evens(upTo: 6)), evens(upTo: 4).reduce(0, +))
func printAll(_ items: some Sequence<String>) { for i in items { print(i, terminator: " ") }; print() }
printAll(["a", "b"]); printAll(Set(["z"]))
func first<T>(_ items: some Collection<T>) -> T? { items.first }
print(first([1, 2]) as Any, first("xy") as Any)
let values: [any Equatable] = [1, "a", 2.0]
print(values.count)
func same<T: Equatable>(_ a: T, _ b: any Equatable) -> Bool { (b as? T) == a }
print(same(1, values[0]), same(1, values[1]))
let numbers: [any Numeric] = [1, 2.5]
for n in numbers { if let i = n as? Int { print("int", i) } else { print("other", n) } }
let comparables: any Comparable = 5
print(comparables)
var hashables: [AnyHashable] = [1, "a", true]
hashables.append(2.5)
print(hashables.count, hashables.contains("a"), hashables[0] == AnyHashable(1))
func wrap(_ x: Any) -> String { switch x { case let s as any Shape: "shape \(s.area())"; case let n as any BinaryInteger: "integer \(n)"; default: "?" } }
print(wrap(Sq(s: 1)), wrap(UInt8(3)), wrap("t"))
