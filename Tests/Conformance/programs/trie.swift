final class Trie {
    private final class Node { var children: [Character: Node] = [:]; var ends = false }
    private let root = Node()
    private(set) var count = 0
    func insert(_ word: String) {
        var node = root
        for c in word {
            if let next = node.children[c] { node = next } else { let new = Node(); node.children[c] = new; node = new }
        }
        if !node.ends { count += 1 }
        node.ends = true
    }
    private func node(at prefix: String) -> Node? { prefix.reduce(root as Node?) { $0?.children[$1] } }
    func contains(_ word: String) -> Bool { node(at: word)?.ends ?? false }
    func words(startingWith prefix: String) -> [String] {
        guard let start = node(at: prefix) else { return [] }
        var result: [String] = []
        func visit(_ n: Node, _ text: String) {
            if n.ends { result.append(text) }
            for (c, child) in n.children.sorted(by: { $0.key < $1.key }) { visit(child, text + String(c)) }
        }
        visit(start, prefix)
        return result
    }
}
let trie = Trie()
"car cart care dog do cat car".split(separator: " ").forEach { trie.insert(String($0)) }
print(trie.count, trie.contains("car"), trie.contains("ca"), trie.words(startingWith: "ca"), trie.words(startingWith: "x"), trie.words(startingWith: ""))
