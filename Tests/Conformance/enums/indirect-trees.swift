indirect enum Tree<T: Comparable> {
    case leaf
    case node(Tree, T, Tree)
    func inserting(_ value: T) -> Tree {
        switch self {
        case .leaf: return .node(.leaf, value, .leaf)
        case let .node(left, v, right):
            if value < v { return .node(left.inserting(value), v, right) }
            if value > v { return .node(left, v, right.inserting(value)) }
            return self
        }
    }
    var values: [T] {
        guard case let .node(left, v, right) = self else { return [] }
        return left.values + [v] + right.values
    }
    var depth: Int { if case let .node(l, _, r) = self { 1 + max(l.depth, r.depth) } else { 0 } }
    func contains(_ value: T) -> Bool {
        switch self {
        case .leaf: false
        case let .node(l, v, r): value == v || (value < v ? l : r).contains(value)
        }
    }
}
var tree = Tree<Int>.leaf
for n in [5, 2, 8, 1, 9, 3, 5] { tree = tree.inserting(n) }
print(tree.values, tree.depth, tree.contains(8), tree.contains(7))
let words = ["pear", "apple", "fig"].reduce(Tree.leaf) { $0.inserting($1) }
print(words.values, words.depth)
print(words)
indirect enum List { case end, item(Int, List)
    var sum: Int { switch self { case .end: 0; case .item(let n, let rest): n + rest.sum } }
    static func from(_ a: ArraySlice<Int>) -> List { a.first.map { .item($0, from(a.dropFirst())) } ?? .end }
}
print(List.from([1, 2, 3][...]).sum, List.from([1, 2][...]))
