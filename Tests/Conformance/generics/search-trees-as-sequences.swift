class Node<K: Comparable, V> { let k: K; var v: V; var l: Node?, r: Node?; weak var p: Node?; init(_ k: K, _ v: V) { self.k = k; self.v = v } }
struct Tree<K: Comparable, V>: Sequence { private var root: Node<K, V>?; private(set) var count = 0
 subscript(k: K) -> V? { get { var n = root; while let c = n { if k == c.k { return c.v }; n = k < c.k ? c.l : c.r }; return nil }
  set { guard let v = newValue else { return }; guard let root else { self.root = Node(k, v); count = 1; return }
   var n = root; while true { if n.k == k { n.v = v; return }; if k < n.k { if let l = n.l { n = l } else { n.l = Node(k, v); n.l!.p = n; break } } else { if let r = n.r { n = r } else { n.r = Node(k, v); n.r?.p = n; break } } }; count += 1 } }
 func makeIterator() -> AnyIterator<(key: K, value: V)> { var st: [Node<K, V>] = []; var c = root; return AnyIterator { while let n = c { st.append(n); c = n.l }; guard let n = st.popLast() else { return nil }; c = n.r; return (n.k, n.v) } } }
var t = Tree<String, Int>(); for (i, w) in "the quick brown fox jumps over the lazy dog".split(separator: " ").enumerated() { t[String(w)] = i }
print(t.count, t["the"] as Any, t["zzz"] as Any, t.map(\.key), t.first { $0.value == 3 }!.key, t.reduce(0) { $0 + $1.value })
for (k, v) in t where v > 6 { print(k, v) }
