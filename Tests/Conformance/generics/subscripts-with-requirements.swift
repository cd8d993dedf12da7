struct Table<Key: Hashable, Value> {
    var store: [Key: [Value]] = [:]
    subscript<S: Sequence>(all keys: S) -> [[Value]] where S.Element == Key {
        get { keys.map { store[$0] ?? [] } }
    }
    subscript<K: Hashable>(by key: K, with make: (K) -> Key) -> [Value] {
        get { store[make(key)] ?? [] }
        set { store[make(key)] = newValue }
    }
    subscript(sum key: Key) -> Value where Value: Numeric {
        get { (store[key] ?? []).reduce(0) { $0 + $1 } }
        set { store[key] = [newValue] }
    }
    subscript<T: Numeric>(scaled key: Key, by f: T) -> T where Value == T {
        var total: T = 0
        for v in store[key] ?? [] { total += v * f }
        return total
    }
}
var t = Table<String, Int>()
t.store["a"] = [1, 2, 3]
print(t[all: ["a", "b"]])
print(t[by: 5, with: { "k\($0)" }])
t[by: 5, with: { "k\($0)" }] = [9]
print(t[by: 5, with: { "k\($0)" }])
print(t[sum: "a"])
t[sum: "a"] = 7
t[sum: "a"] += 7
print(t[sum: "a"], t[scaled: "a", by: 3])
struct Any1<T> { var v: T; subscript<K: Hashable>(k: K) -> String where T: CustomStringConvertible { get { "\(k):\(v.description)" } } 
 subscript<K: Hashable>(old k: K) -> [K: T] where K: Comparable { return [k: v] } }
print(Any1(v: 3)["x"], Any1(v: 2.5)[old: 1])
extension Array {
  subscript<T: Equatable>(where key: KeyPath<Element, T>, is v: T) -> Element? { first { $0[keyPath: key] == v } }
  subscript(safe i: Int) -> Element? { indices.contains(i) ? self[i] : nil }
}
print(["aa","b"][where: \.count, is: 1] ?? "none", [1][safe: 4] as Any)
