struct LRU<K: Hashable, V> { private var d: [K: V] = [:], order: [K] = []; let cap: Int; init(_ c: Int) { cap = c }
 subscript(k: K) -> V? { mutating get { guard let v = d[k] else { return nil }; touch(k); return v } set { if let v = newValue { d[k] = v; touch(k); if order.count > cap { d[order.removeFirst()] = nil } } else { d[k] = nil; order.removeAll { $0 == k } } } }
 private mutating func touch(_ k: K) { order.removeAll { $0 == k }; order.append(k) }; var keys: [K] { order } }
var c = LRU<String, Int>(2); c["a"] = 1; c["b"] = 2; _ = c["a"]; c["c"] = 3; print(c.keys, c["b"] as Any, c["a"]!); c["a"]! += 5; c["c"] = nil; print(c["a"]!, c.keys)
