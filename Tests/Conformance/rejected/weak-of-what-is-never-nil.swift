final class Node {
    var children: [Node] = []
    weak var parent: Node // rejected: 'weak' variable should have optional type 'Node?'
}
