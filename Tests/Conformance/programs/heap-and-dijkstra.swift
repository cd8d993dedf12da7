struct Heap<Element> {
    private var items: [Element] = []
    private let before: (Element, Element) -> Bool
    init(by before: @escaping (Element, Element) -> Bool) { self.before = before }
    var isEmpty: Bool { items.isEmpty }
    mutating func push(_ e: Element) {
        items.append(e)
        var i = items.count - 1
        while i > 0, before(items[i], items[(i - 1) / 2]) { items.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 }
    }
    mutating func pop() -> Element? {
        guard !items.isEmpty else { return nil }
        items.swapAt(0, items.count - 1)
        let top = items.removeLast()
        var i = 0
        while true {
            let children = [2 * i + 1, 2 * i + 2].filter { $0 < items.count }
            guard let best = children.min(by: { before(items[$0], items[$1]) }), before(items[best], items[i]) else { break }
            items.swapAt(i, best)
            i = best
        }
        return top
    }
}
var numbers = Heap<Int>(by: <)
for n in [5, 2, 8, 1, 9, 2] { numbers.push(n) }
while let n = numbers.pop() { print(n, terminator: " ") }
print(numbers.isEmpty)
typealias Graph = [String: [(to: String, cost: Int)]]
let graph: Graph = ["A": [("B", 4), ("C", 2)], "B": [("D", 5)], "C": [("B", 1), ("D", 8), ("E", 10)], "D": [("E", 2)], "E": []]
func distances(from start: String, in graph: Graph) -> [String: Int] {
    var best = [start: 0]
    var queue = Heap<(node: String, cost: Int)> { $0.cost < $1.cost }
    queue.push((start, 0))
    while let (node, cost) = queue.pop() {
        if cost > best[node, default: .max] { continue }
        for (next, step) in graph[node]! where cost + step < best[next, default: .max] {
            best[next] = cost + step
            queue.push((node: next, cost: cost + step))
        }
    }
    return best
}
for (node, cost) in distances(from: "A", in: graph).sorted(by: { $0.key < $1.key }) { print(node, cost) }
