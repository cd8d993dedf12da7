struct Tree<V> { var value: V; var children: [Tree<V>] = []
  init(_ v: V, _ c: [Tree<V>] = []) { value = v; children = c }
  func map<U>(_ f: (V) -> U) -> Tree<U> { Tree<U>(f(value), children.map { $0.map(f) }) }
  var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
  func preorder(_ visit: (V, Int) -> Void, _ d: Int = 0) { visit(value, d); children.forEach { $0.preorder(visit, d + 1) } }
  mutating func update(at path: [Int], _ f: (inout V) -> Void) { guard let h = path.first else { f(&value); return }; children[h].update(at: Array(path.dropFirst()), f) }
  subscript(path: Int...) -> V { get { path.reduce(self) { $0.children[$1] }.value } set { update(at: path) { $0 = newValue } } } }
extension Tree: Equatable where V: Equatable {}
extension Tree: Sequence { func makeIterator() -> AnyIterator<V> { var st = [self]; return AnyIterator { guard let t = st.popLast() else { return nil }; st.append(contentsOf: t.children.reversed()); return t.value } } }
var t = Tree(1, [Tree(2, [Tree(4)]), Tree(3)]); print(t.depth, Array(t), t.reduce(0, +), t.contains(4), t.map { "n\($0)" }.joined(separator: "-"))
t.preorder { print(String(repeating: "  ", count: $1) + "\($0)") }; t[0, 0] = 40; t[1] += 5; t[] = 9; print(Array(t), t == t.map { $0 }, t[0, 0])
t.update(at: [0]) { $0 *= 100 }; print(t.map { $0 > 50 }.filter { $0 }.count, t.children[0].value, t.sorted(by: >).prefix(2))
