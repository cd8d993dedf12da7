// Generic LRU cache with doubly linked list and statistics
protocol CachePolicy {
    associatedtype Key: Hashable
    associatedtype Value
    var capacity: Int { get }
    mutating func get(_ key: Key) -> Value?
    mutating func put(_ key: Key, _ value: Value)
}
extension CachePolicy {
    var description: String { "\(type(of: self)) of \(capacity)" }
    mutating func getOrPut(_ key: Key, _ make: @autoclosure () -> Value) -> Value {
        if let v = get(key) { return v }
        let v = make()
        put(key, v)
        return v
    }
}
final class Node<K: Hashable, V> {
    let key: K
    var value: V
    var next: Node?
    weak var previous: Node?
    init(_ key: K, _ value: V) { self.key = key; self.value = value }
    deinit { print("gone", key) }
}
struct LRU<Key: Hashable, Value>: CachePolicy, CustomStringConvertible {
    let capacity: Int
    private var map: [Key: Node<Key, Value>] = [:]
    private var head: Node<Key, Value>?
    private var tail: Node<Key, Value>?
    private(set) var hits = 0, misses = 0
    init(capacity: Int) { self.capacity = capacity }
    private mutating func unlink(_ n: Node<Key, Value>) {
        if let p = n.previous { p.next = n.next } else { head = n.next }
        if let x = n.next { x.previous = n.previous } else { tail = n.previous }
        n.next = nil
        n.previous = nil
    }
    private mutating func pushFront(_ n: Node<Key, Value>) {
        n.next = head
        head?.previous = n
        head = n
        if tail == nil { tail = n }
    }
    mutating func get(_ key: Key) -> Value? {
        guard let n = map[key] else { misses += 1; return nil }
        hits += 1
        unlink(n)
        pushFront(n)
        return n.value
    }
    mutating func put(_ key: Key, _ value: Value) {
        if let n = map[key] { n.value = value; unlink(n); pushFront(n); return }
        if map.count == capacity, let last = tail {
            unlink(last)
            map[last.key] = nil
        }
        let n = Node(key, value)
        map[key] = n
        pushFront(n)
    }
    var keys: [Key] {
        var out: [Key] = []
        var n = head
        while let x = n { out.append(x.key); n = x.next }
        return out
    }
    subscript(key: Key) -> Value? {
        mutating get { get(key) }
        set { if let newValue { put(key, newValue) } }
    }
}
var cache = LRU<String, Int>(capacity: 2)
cache.put("a", 1)
cache.put("b", 2)
print(cache.get("a") as Any)
cache.put("c", 3)
print(cache.keys, cache.get("b") ?? -1)
cache["d"] = 4
print(cache["a"] as Any, cache["d"]!)
print(cache.getOrPut("z", 26), cache.keys, cache.hits, cache.misses)
print(cache.description)
