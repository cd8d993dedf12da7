class Graph {
    private var edges: [String: [(to: String, cost: Int)]] = [:]
    func connect(_ a: String, _ b: String, cost: Int = 1) {
        edges[a, default: []].append((b, cost))
        edges[b, default: []].append((a, cost))
    }
    func breadthFirst(from start: String) -> [String] {
        var seen: Set<String> = [start]
        var queue = [start], order: [String] = []
        while !queue.isEmpty {
            let node = queue.removeFirst()
            order.append(node)
            for (next, _) in edges[node, default: []].sorted(by: { $0.to < $1.to }) where !seen.contains(next) {
                seen.insert(next)
                queue.append(next)
            }
        }
        return order
    }
    func shortest(from start: String, to goal: String) -> (cost: Int, path: [String])? {
        var best = [start: 0], previous: [String: String] = [:], open: Set = [start]
        while let node = open.min(by: { (best[$0]!, $0) < (best[$1]!, $1) }) {
            open.remove(node)
            if node == goal { break }
            for edge in edges[node] ?? [] {
                let cost = best[node]! + edge.cost
                if cost < best[edge.to] ?? .max {
                    best[edge.to] = cost
                    previous[edge.to] = node
                    open.insert(edge.to)
                }
            }
        }
        guard let cost = best[goal] else { return nil }
        var path = [goal]
        while let p = previous[path[0]] { path.insert(p, at: 0) }
        return (cost, path)
    }
}
let g = Graph()
for (a, b, cost) in [("A", "B", 4), ("A", "C", 1), ("C", "B", 2), ("B", "D", 5), ("C", "D", 8), ("E", "F", 1)] { g.connect(a, b, cost: cost) }
print(g.breadthFirst(from: "A"))
print(g.shortest(from: "A", to: "D") as Any)
print(g.shortest(from: "A", to: "F") == nil)
if let (cost, path) = g.shortest(from: "D", to: "A") { print(cost, path.joined(separator: ">")) }
