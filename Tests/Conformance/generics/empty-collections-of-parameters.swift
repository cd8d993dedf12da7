// Stored properties whose types only their empty collections say.
final class Cache<Key: Hashable, Value> {
    private final class Node {
        let key: Key
        var value: Value
        init(_ key: Key, _ value: Value) { (self.key, self.value) = (key, value) }
    }
    private var nodes = [Key: Node](), order = [Key]()
    private var seen = Set<Key>()
    subscript(key: Key) -> Value? {
        get { nodes[key]?.value }
        set {
            guard let value = newValue else { nodes[key] = nil; return }
            if seen.insert(key).inserted { order.append(key) }
            nodes[key] = Node(key, value)
        }
    }
    var keys: [Key] { order }
}
let cache = Cache<String, [Int]>()
cache["a"] = [1]
cache["b"] = [2, 3]
cache["a"]?.append(4)
cache["b"] = nil
print(cache.keys, cache["a"] ?? [], cache["b"] as Any)

struct Trie<Element: Hashable> {
    private var branches = [Element: Trie](), isEnd = false
    mutating func insert<S: Sequence>(_ sequence: S) where S.Element == Element {
        var rest = sequence.makeIterator()
        insert(&rest)
    }
    private mutating func insert<I: IteratorProtocol>(_ rest: inout I) where I.Element == Element {
        guard let next = rest.next() else { isEnd = true; return }
        branches[next, default: Trie()].insert(&rest)
    }
    var count: Int { branches.values.reduce(isEnd ? 1 : 0) { $0 + $1.count } }
}
var words = Trie<Character>()
["to", "tea", "ten", "i"].forEach { words.insert($0) }
print(words.count)

struct Machine<State: Hashable, Event: Hashable> {
    struct Edge: Hashable { let from: State, on: Event }
    private(set) var state: State
    private var table = [Edge: (to: State, action: () -> Void)]()
    init(_ state: State) { self.state = state }
    mutating func on(_ event: Event, _ from: State, _ to: State, do action: @escaping () -> Void = {}) {
        table[Edge(from: from, on: event)] = (to, action)
    }
    @discardableResult mutating func fire(_ event: Event) -> Bool {
        guard let (to, action) = table[.init(from: state, on: event)] else { return false }
        action()
        state = to
        return true
    }
}
enum Door { case open, closed, locked }
enum Act { case push, pull, turn }
var door = Machine<Door, Act>(.closed)
door.on(.push, .closed, .open) { print("creak") }
door.on(.pull, .open, .closed)
door.on(.turn, .closed, .locked)
print(door.fire(.push), door.fire(.turn), door.state, door.fire(.pull), door.fire(.turn), door.state)
