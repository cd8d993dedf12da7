// The name of a generic type alone: its arguments follow from a literal, from what a call is given, or from a value.
protocol Container {
    associatedtype Item
    var items: [Item] { get set }
    init()
}
extension Container {
    static func of(_ xs: Item...) -> Self {
        var made = Self()
        made.items = xs
        return made
    }
    static func repeating(_ x: Item, _ n: Int) -> Self {
        var made = Self()
        made.items = Array(repeating: x, count: n)
        return made
    }
}
struct Bag<T>: Container { var items: [T] = [] }
var bag = Bag.of(3, 1, 2)
bag.items.append(4)
print(bag, Bag.of("x", "y").items, Bag.repeating(1.5, 2))
func sizes<A: Container, B: Container>(_ a: A, _ b: B) -> Int where A.Item == B.Item { a.items.count + b.items.count }
print(sizes(Bag.of(1), Bag.of(2, 3)))

struct Matrix<T: Numeric> { var rows: [[T]] }
extension Matrix: ExpressibleByArrayLiteral { init(arrayLiteral e: [T]...) { rows = e } }
let whole: Matrix = [[1, 2], [3, 4]]
let half: Matrix? = [[0.5]]
let both: [Matrix] = [[[1]], [[2]]]
print(whole, half!, both.count, [[1.5]] as Matrix)
final class Node<T> {
    let value: T
    var next: Node?
    init(_ value: T, _ next: Node? = nil) { (self.value, self.next) = (value, next) }
}
var root: Node? = Node("a", Node("b"))
print(root!.value, root?.next?.value ?? "-")
root = nil
let numbers = [1, 2, 2] as Set
let maybe: Optional = 3
print(numbers.count, maybe ?? 0)
