struct Countdown: Sequence, IteratorProtocol {
    var n: Int
    mutating func next() -> Int? {
        guard n >= 0 else { return nil }
        defer { n -= 1 }
        return n
    }
}
for i in Countdown(n: 3) { print(i, terminator: " ") }
print()
print(Array(Countdown(n: 4)), Countdown(n: 5).filter { $0 % 2 == 1 }, Countdown(n: 3).map { $0 * $0 }.reduce(0, +))
print(Countdown(n: 9).contains(4), Countdown(n: 3).max()!, Countdown(n: 2).sorted(), Countdown(n: 5).prefix(2).map { $0 })
struct Fibonacci: Sequence {
    let limit: Int
    func makeIterator() -> Iterator { Iterator(limit: limit) }
    struct Iterator: IteratorProtocol {
        let limit: Int
        var a = 0, b = 1
        mutating func next() -> Int? {
            guard a <= limit else { return nil }
            defer { (a, b) = (b, a + b) }
            return a
        }
    }
}
let f = Fibonacci(limit: 50)
print(f.map { $0 }, f.reversed(), f.first { $0 > 10 }!, f.min()!)
for (i, x) in f.enumerated() where i % 3 == 0 { print(i, x) }
for (a, b) in zip(f, Countdown(n: 2)) { print(a, b) }
print(Array(f.dropFirst(5)), f.joinedText, Set(f).count, f.allSatisfy { $0 >= 0 })
extension Sequence where Element == Int { var joinedText: String { map(String.init).joined(separator: ",") } }
class Tree: Sequence {
    let value: Int, children: [Tree]
    init(_ v: Int, _ c: [Tree] = []) { value = v; children = c }
    func makeIterator() -> AnyIterator<Int> {
        var stack = [self]
        return AnyIterator {
            guard let node = stack.popLast() else { return nil }
            stack += node.children.reversed()
            return node.value
        }
    }
}
print(Array(Tree(1, [Tree(2, [Tree(3)]), Tree(4)])), Tree(7).joinedText)
var it = f.makeIterator()
print(it.next()!, it.next()!, it.next()!)
let evens = sequence(first: 0) { $0 + 2 }
print(Array(evens.prefix(4)), Array(sequence(state: 5) { s -> Int? in s -= 1; return s > 0 ? s : nil }))
