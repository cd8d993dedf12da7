struct Edge<V: Hashable>: Hashable { let from, to: V; var weight = 1.0 }
protocol GraphType { associatedtype Vertex: Hashable & Comparable; var edges: [Vertex: [Edge<Vertex>]] { get } }
extension GraphType {
    var vertices: [Vertex] { Set(edges.keys).union(edges.values.joined().map(\.to)).sorted() }
    func neighbours(_ v: Vertex) -> [Vertex] { (edges[v] ?? []).map(\.to).sorted() }
    func bfs(from start: Vertex) -> [Vertex] {
        var seen: Set = [start], queue = [start], i = 0
        while i < queue.count { for n in neighbours(queue[i]) where seen.insert(n).inserted { queue.append(n) }; i += 1 }
        return queue
    }
    func dfs(_ v: Vertex, visit: (Vertex, Int) -> Void) {
        var seen = Set<Vertex>()
        func go(_ v: Vertex, _ depth: Int) { guard seen.insert(v).inserted else { return }; visit(v, depth); neighbours(v).forEach { go($0, depth + 1) } }
        go(v, 0)
    }
    func dijkstra(from s: Vertex) -> [Vertex: Double] {
        var dist = [s: 0.0], open: Set = [s]
        while let u = open.min(by: { (dist[$0]!, $0) < (dist[$1]!, $1) }) {
            open.remove(u)
            for e in edges[u, default: []] where dist[u]! + e.weight < dist[e.to, default: .infinity] { dist[e.to] = dist[u]! + e.weight; open.insert(e.to) }
        }
        return dist
    }
    func topological() -> [Vertex]? {
        var indegree = Dictionary(uniqueKeysWithValues: vertices.map { ($0, 0) })
        for e in edges.values.joined() { indegree[e.to]! += 1 }
        var ready = vertices.filter { indegree[$0] == 0 }, order: [Vertex] = []
        while !ready.isEmpty { let v = ready.removeFirst(); order.append(v)
            for n in neighbours(v) { indegree[n]! -= 1; if indegree[n] == 0 { ready.append(n); ready.sort() } } }
        return order.count == vertices.count ? order : nil
    }
}
struct Graph<V: Hashable & Comparable>: GraphType, ExpressibleByDictionaryLiteral {
    var edges: [V: [Edge<V>]] = [:]
    init(dictionaryLiteral elements: (V, [V: Double])...) { for (v, out) in elements { edges[v] = out.map { Edge(from: v, to: $0.key, weight: $0.value) } } }
}
let g: Graph = ["a": ["b": 4, "c": 1], "c": ["b": 2, "d": 7], "b": ["d": 1], "e": [:]]
print(g.vertices, g.bfs(from: "a"))
g.dfs("a") { print(String(repeating: "  ", count: $1) + $0) }
print(g.dijkstra(from: "a").sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
print(g.topological() ?? [], Graph([(1, 2)].reduce(into: [:]) { $0[$1.0] = [$1.1: 1.0] }.map { ($0.key, $0.value) }).vertices)
extension Graph { init(_ list: [(V, [V: Double])]) { for (v, out) in list { edges[v] = out.map { Edge(from: v, to: $0.key, weight: $0.value) } } } }
let cyc: Graph = [1: [2: 1], 2: [3: 1], 3: [1: 1]]
print(cyc.topological() as Any, cyc.bfs(from: 2))
