indirect enum Tree { case leaf(Character, Int), node(Tree, Tree, Int)
    var weight: Int { switch self { case .leaf(_, let w), .node(_, _, let w): w } }
    var smallest: Character { switch self { case .leaf(let c, _): c; case .node(let a, let b, _): min(a.smallest, b.smallest) } } }
func build(_ text: String) -> Tree? {
    var forest = Dictionary(grouping: text) { $0 }.map { Tree.leaf($0.key, $0.value.count) }
    while forest.count > 1 {
        forest.sort { ($0.weight, $0.smallest) < ($1.weight, $1.smallest) }
        let a = forest.removeFirst(), b = forest.removeFirst()
        forest.append(.node(a, b, a.weight + b.weight))
    }
    return forest.first
}
func codes(_ t: Tree, _ prefix: String = "") -> [Character: String] {
    switch t {
    case .leaf(let c, _): [c: prefix.isEmpty ? "0" : prefix]
    case .node(let a, let b, _): codes(a, prefix + "0").merging(codes(b, prefix + "1")) { a, _ in a }
    }
}
func decode(_ bits: String, _ table: [Character: String]) -> String {
    let back = Dictionary(uniqueKeysWithValues: table.map { ($1, $0) })
    var out = "", part = ""
    for b in bits { part.append(b); if let c = back[part] { out.append(c); part = "" } }
    return out
}
let text = "abracadabra alakazam"
let table = codes(build(text)!)
for (c, code) in table.sorted(by: { ($0.value.count, $0.value) < ($1.value.count, $1.value) }) { print("'\(c)' \(code)") }
let bits = text.map { table[$0]! }.joined()
print(bits.count, text.utf8.count * 8, decode(bits, table) == text, build("") == nil ? "empty" : "?")
extension Tree: Equatable {}
