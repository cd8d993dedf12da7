struct Stack<E> { fileprivate var a: [E] = [] ; var isEmpty: Bool { a.isEmpty }; @discardableResult mutating func pop() -> E? { a.popLast() }; mutating func push(_ e: E...) { a += e } }
extension Stack: Sequence { func makeIterator() -> AnyIterator<E> { var c = self; return AnyIterator { c.pop() } } }
extension Stack: ExpressibleByArrayLiteral { init(arrayLiteral e: E...) { a = e } }
extension Stack: Equatable where E: Equatable {}; extension Stack: Hashable where E: Hashable {}
extension Stack where E: Numeric { var total: E { reduce(0, +) } }; extension Stack where E == String { var joined: String { joined(separator: "/") } }
var s: Stack = [1, 2, 3]; s.push(4, 5); s.pop(); print(Array(s), s.total, s == [1, 2, 3, 4], Set([s, s]).count, Stack(arrayLiteral: "a", "b").joined, s.contains(3), s.map { $0 * 2 }, s.sorted(), s.first { $0 < 3 } as Any, s.isEmpty, zip(s, s.dropFirst()).map(-))
