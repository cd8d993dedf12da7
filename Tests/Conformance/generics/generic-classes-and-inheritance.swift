class Container<T> {
    var items: [T] = []
    func add(_ item: T) -> Self { items.append(item); return self }
    func describe() -> String { "\(items.count) items" }
    var last: T? { items.last }
}
class Named<T>: Container<T> { let name: String; init(_ n: String) { name = n }; override func describe() -> String { name + ": " + super.describe() } }
class Ints: Container<Int> { var sum: Int { items.reduce(0, +) }; override func add(_ item: Int) -> Self { super.add(item * 10) } }
print(Container<String>().add("a").add("b").describe(), Named<Double>("d").add(1.5).describe(), Ints().add(1).add(2).sum)
let ints: Container<Int> = Ints()
_ = ints.add(5)
print(ints.items, ints is Ints, ints.last!)
class Node<Key: Comparable, Value> {
    let key: Key
    var value: Value
    var left: Node?, right: Node?
    init(_ k: Key, _ v: Value) { key = k; value = v }
}
class TreeMap<Key: Comparable, Value> {
    private var root: Node<Key, Value>?
    private(set) var count = 0
    subscript(key: Key) -> Value? {
        get {
            var node = root
            while let n = node {
                if key == n.key { return n.value }
                node = key < n.key ? n.left : n.right
            }
            return nil
        }
        set {
            guard let newValue else { return }
            guard var node = root else { root = Node(key, newValue); count = 1; return }
            while true {
                if key == node.key { node.value = newValue; return }
                if key < node.key {
                    if let l = node.left { node = l } else { node.left = Node(key, newValue); count += 1; return }
                } else {
                    if let r = node.right { node = r } else { node.right = Node(key, newValue); count += 1; return }
                }
            }
        }
    }
    func forEach(_ body: (Key, Value) -> Void) {
        func walk(_ n: Node<Key, Value>?) { guard let n else { return }; walk(n.left); body(n.key, n.value); walk(n.right) }
        walk(root)
    }
}
let map = TreeMap<String, Int>()
for (i, w) in "the cat sat on the mat".split(separator: " ").enumerated() { map[String(w)] = i }
map.forEach { print($0, $1, terminator: "; ") }
print(map.count, map["the"] as Any, map["dog"] as Any)
map["cat"]! += 100
print(map["cat"]!)
