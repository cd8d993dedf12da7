struct Edge<V: Hashable>: Hashable { let to: V; let weight: Int }
struct Graph<V: Hashable & Comparable> {
    private(set) var adjacency: [V: Set<Edge<V>>] = [:]
    var vertices: [V] { adjacency.keys.sorted() }
    mutating func connect(_ a: V, _ b: V, weight: Int = 1, directed: Bool = false) {
        adjacency[a, default: []].insert(Edge(to: b, weight: weight))
        if directed { adjacency[b, default: []].formUnion([]) } else { adjacency[b, default: []].insert(Edge(to: a, weight: weight)) }
    }
    func neighbours(_ v: V) -> [V] { (adjacency[v] ?? []).map(\.to).sorted() }
    func bfs(from start: V) -> [V] {
        var seen: Set = [start], queue = [start], order: [V] = []
        while !queue.isEmpty { let v = queue.removeFirst(); order.append(v); for n in neighbours(v) where seen.insert(n).inserted { queue.append(n) } }
        return order
    }
    func dfs(from start: V, visit: (V) -> Void) {
        var seen = Set<V>()
        func go(_ v: V) { guard seen.insert(v).inserted else { return }; visit(v); neighbours(v).forEach(go) }
        go(start)
    }
    func shortest(from a: V, to b: V) -> (path: [V], cost: Int)? {
        var dist: [V: Int] = [a: 0], previous: [V: V] = [:], open: Set = [a]
        while let v = open.min(by: { (dist[$0]!, $0) < (dist[$1]!, $1) }) {
            open.remove(v)
            if v == b { var path = [b]; while let p = previous[path[0]] { path.insert(p, at: 0) }; return (path, dist[b]!) }
            for e in adjacency[v]! { let d = dist[v]! + e.weight; if d < dist[e.to, default: .max] { dist[e.to] = d; previous[e.to] = v; open.insert(e.to) } }
        }
        return nil
    }
    var components: [[V]] { var left = Set(vertices), out: [[V]] = []; for v in vertices where left.contains(v) { let c = bfs(from: v); left.subtract(c); out.append(c.sorted()) }; return out }
}
var g = Graph<String>()
g.connect("a", "b", weight: 4); g.connect("a", "c"); g.connect("c", "b", weight: 2); g.connect("b", "d", weight: 5); g.connect("x", "y")
print(g.vertices, g.neighbours("a"), g.bfs(from: "a"))
var order: [String] = []; g.dfs(from: "a") { order.append($0) }; print(order)
if let (path, cost) = g.shortest(from: "a", to: "d") { print(path, cost) }
print(g.shortest(from: "a", to: "x") == nil, g.components, g.shortest(from: "d", to: "a")!.cost)
var h = Graph<Int>(); for i in 1...4 { h.connect(i, i % 4 + 1, directed: true) }; print(h.bfs(from: 2), h.neighbours(4), h.adjacency[1]!.first!)
