struct UnionFind {
    private var parent: [Int], size: [Int]
    private(set) var groups: Int
    init(_ n: Int) { parent = Array(0..<n); size = Array(repeating: 1, count: n); groups = n }
    mutating func find(_ x: Int) -> Int {
        if parent[x] != x { parent[x] = find(parent[x]) }
        return parent[x]
    }
    @discardableResult mutating func union(_ a: Int, _ b: Int) -> Bool {
        var (a, b) = (find(a), find(b))
        guard a != b else { return false }
        if size[a] < size[b] { swap(&a, &b) }
        parent[b] = a
        size[a] += size[b]
        groups -= 1
        return true
    }
}
struct Edge: Comparable, CustomStringConvertible {
    let a, b: Int, weight: Double
    static func < (l: Edge, r: Edge) -> Bool { l.weight < r.weight }
    var description: String { "\(a)-\(b):\(weight)" }
}
let edges = [Edge(a: 0, b: 1, weight: 4), Edge(a: 1, b: 2, weight: 8), Edge(a: 0, b: 2, weight: 1.5), Edge(a: 3, b: 2, weight: 2), Edge(a: 3, b: 4, weight: 9)]
var sets = UnionFind(6)
let tree = edges.sorted().filter { sets.union($0.a, $0.b) }
print(tree, tree.map(\.weight).reduce(0, +), sets.groups)
print((0..<6).map { sets.find($0) == sets.find(0) })
