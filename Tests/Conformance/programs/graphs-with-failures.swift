// Graph search: BFS, DFS, Dijkstra with own heap, topological sort
enum Mark { case temporary, permanent }
struct Heap<Element> {
    private var items: [Element] = []
    private let before: (Element, Element) -> Bool
    init(sort: @escaping (Element, Element) -> Bool) { before = sort }
    var isEmpty: Bool { items.isEmpty }
    var peek: Element? { items.first }
    mutating func push(_ x: Element) {
        items.append(x)
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard before(items[child], items[parent]) else { break }
            items.swapAt(child, parent)
            child = parent
        }
    }
    mutating func pop() -> Element? {
        guard !items.isEmpty else { return nil }
        items.swapAt(0, items.count - 1)
        let top = items.removeLast()
        var parent = 0
        while true {
            var best = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < items.count && before(items[child], items[best]) { best = child }
            if best == parent { return top }
            items.swapAt(best, parent)
            parent = best
        }
    }
}
struct Graph<Vertex: Hashable & Comparable> {
    struct Edge: CustomStringConvertible { let to: Vertex; let weight: Int; var description: String { "→\(to)(\(weight))" } }
    enum Failure: Error { case cycle([Vertex]), unreachable(from: Vertex, to: Vertex) }
    private(set) var edges: [Vertex: [Edge]] = [:]
    mutating func connect(_ a: Vertex, _ b: Vertex, _ weight: Int = 1) {
        edges[a, default: []].append(Edge(to: b, weight: weight))
        edges[b] = edges[b] ?? []
    }
    func bfs(_ start: Vertex) -> [Vertex] {
        var seen: Set = [start], queue = [start], order: [Vertex] = []
        while !queue.isEmpty {
            let v = queue.removeFirst()
            order.append(v)
            for e in edges[v]! where seen.insert(e.to).inserted { queue.append(e.to) }
        }
        return order
    }
    func shortest(_ from: Vertex, _ to: Vertex) throws -> (path: [Vertex], cost: Int) {
        var best = [from: 0], previous: [Vertex: Vertex] = [:]
        var heap = Heap<(Int, Vertex)> { $0 < $1 }
        heap.push((0, from))
        while let (cost, v) = heap.pop() {
            if v == to {
                var path = [to]
                while let p = previous[path[0]] { path.insert(p, at: 0) }
                return (path, cost)
            }
            if cost > best[v]! { continue }
            for e in edges[v, default: []] {
                let c = cost + e.weight
                if c < best[e.to, default: .max] { best[e.to] = c; previous[e.to] = v; heap.push((c, e.to)) }
            }
        }
        throw Failure.unreachable(from: from, to: to)
    }
    func topological() throws -> [Vertex] {
        var marks: [Vertex: Mark] = [:], order: [Vertex] = [], stack: [Vertex] = []
        func visit(_ v: Vertex) throws {
            switch marks[v] {
            case .permanent?: return
            case .temporary: throw Failure.cycle(stack)
            case nil:
                marks[v] = .temporary
                stack.append(v)
                defer { stack.removeLast() }
                for e in edges[v]! { try visit(e.to) }
                marks[v] = .permanent
                order.append(v)
            }
        }
        for v in edges.keys.sorted() { try visit(v) }
        return order.reversed()
    }
}
var g = Graph<String>()
for (a, b, w) in [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("e", "a", 1)] { g.connect(a, b, w) }
print(g.bfs("a"), g.edges["a"]!)
do {
    let (path, cost) = try g.shortest("e", "d")
    print(path.joined(separator: "-"), cost, try g.topological())
    _ = try g.shortest("d", "a")
} catch Graph<String>.Failure.unreachable(let f, let t) { print("no way", f, t) }
g.connect("d", "a")
do { print(try g.topological()) } catch { print(error) }
