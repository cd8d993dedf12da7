final class Node<K: Hashable, V> { let key: K; var value: V; var next: Node?; weak var previous: Node?; init(_ k: K, _ v: V) { key = k; value = v } }
final class LRUCache<K: Hashable, V> {
    private var map: [K: Node<K, V>] = [:]
    private var head: Node<K, V>?, tail: Node<K, V>?
    let capacity: Int
    init(capacity: Int) { self.capacity = capacity }
    private func unlink(_ n: Node<K, V>) {
        if let p = n.previous { p.next = n.next } else { head = n.next }
        if let x = n.next { x.previous = n.previous } else { tail = n.previous }
        n.next = nil; n.previous = nil
    }
    private func pushFront(_ n: Node<K, V>) {
        n.next = head
        head?.previous = n
        head = n
        if tail == nil { tail = n }
    }
    subscript(key: K) -> V? {
        get {
            guard let n = map[key] else { return nil }
            unlink(n); pushFront(n)
            return n.value
        }
        set {
            guard let newValue else { if let n = map.removeValue(forKey: key) { unlink(n) }; return }
            if let n = map[key] { n.value = newValue; unlink(n); pushFront(n); return }
            if map.count == capacity, let last = tail { unlink(last); map[last.key] = nil }
            let n = Node(key, newValue)
            map[key] = n
            pushFront(n)
        }
    }
    var keys: [K] { Array(sequence(first: head) { $0?.next }.prefix { $0 != nil }.compactMap { $0?.key }) }
}
let cache = LRUCache<String, Int>(capacity: 3)
for (i, k) in ["a", "b", "c"].enumerated() { cache[k] = i }
print(cache.keys, cache["a"] as Any)
cache["d"] = 9
print(cache.keys, cache["b"] as Any)
cache["c"] = nil
cache["a"] = 100
print(cache.keys, cache["a"]!, cache["d"]!, cache.keys)
