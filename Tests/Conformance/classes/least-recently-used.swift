// LRU cache with a doubly linked list of classes, subscripts, and Sequence conformance.
final class LRU<Key: Hashable, Value>: Sequence {
    private final class Node {
        let key: Key
        var value: Value
        var next: Node?
        unowned(unsafe) var previous: Node?
        init(_ key: Key, _ value: Value) { (self.key, self.value) = (key, value) }
    }
    private var table: [Key: Node] = [:]
    private var head: Node?, tail: Node?
    let capacity: Int
    private(set) var hits = 0, misses = 0
    init(capacity: Int) { precondition(capacity > 0, "capacity must be positive"); self.capacity = capacity }
    var count: Int { table.count }
    subscript(key: Key) -> Value? {
        get {
            guard let node = table[key] else { misses += 1; return nil }
            hits += 1
            remove(node); insertFirst(node)
            return node.value
        }
        set {
            switch (table[key], newValue) {
            case (let node?, let value?): node.value = value; remove(node); insertFirst(node)
            case (let node?, nil): remove(node); table[key] = nil
            case (nil, let value?):
                let node = Node(key, value)
                table[key] = node
                insertFirst(node)
                if table.count > capacity, let last = tail { remove(last); table[last.key] = nil }
            case (nil, nil): break
            }
        }
    }
    private func insertFirst(_ node: Node) {
        node.next = head; node.previous = nil
        head?.previous = node; head = node
        if tail == nil { tail = node }
    }
    private func remove(_ node: Node) {
        if node === head { head = node.next }
        if node === tail { tail = node.previous }
        node.previous?.next = node.next
        node.next?.previous = node.previous
        node.next = nil; node.previous = nil
    }
    func makeIterator() -> AnyIterator<(Key, Value)> {
        var node = head
        return AnyIterator { defer { node = node?.next }; return node.map { ($0.key, $0.value) } }
    }
}
let cache = LRU<String, Int>(capacity: 3)
for (i, k) in ["a", "b", "c", "a", "d", "e", "a"].enumerated() { if cache[k] == nil { cache[k] = i } }
print(cache.map { "\($0.0)=\($0.1)" }, cache.hits, cache.misses, cache.count)
cache["e"] = nil; cache["d"]! += 10; cache["zz"]? += 1
print(Array(cache).map { $0.0 }, cache.contains { $0.1 > 10 }, cache.reduce(0) { $0 + $1.1 })
