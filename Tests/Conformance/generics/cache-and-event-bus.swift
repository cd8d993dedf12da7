final class Bus<Event: Hashable, Payload> { private var handlers: [Event: [(Payload) -> Void]] = [:]
    func on(_ e: Event, _ h: @escaping (Payload) -> Void) { handlers[e, default: []].append(h) }
    @discardableResult func send(_ e: Event, _ p: Payload) -> Int { let hs = handlers[e] ?? []; for h in hs { h(p) }; return hs.count } }
enum Kind: Hashable { case key(Character), tick }
let bus = Bus<Kind, Int>()
var total = 0
bus.on(.tick) { total += $0 }
bus.on(.key("a")) { total -= $0 }
bus.on(.tick) { print("tick", $0) }
print(bus.send(.tick, 5), bus.send(.key("a"), 2), bus.send(.key("z"), 100), total)
struct Versioned<T: Equatable> { private(set) var versions: [T]; init(_ t: T) { versions = [t] }
    var value: T { get { versions.last! } set { if newValue != versions.last! { versions.append(newValue) } } }
    subscript(v: Int) -> T? { versions.indices.contains(v) ? versions[v] : nil }
    func changes(by difference: (T, T) -> T) -> [T] { zip(versions, versions.dropFirst()).map { difference($1, $0) } } }
var v = Versioned(10)
v.value += 5; v.value += 0; v.value *= 2
print(v.versions, v[1]!, v[9] as Any, v.changes(by: -))
var names = Versioned("a")
names.value.append("b")
names.value += "c"
print(names.value, names.versions.count)
func groupReduce<S: Sequence, K: Hashable, R>(_ s: S, by key: (S.Element) -> K, into start: R, _ f: (inout R, S.Element) -> Void) -> [K: R] { var out: [K: R] = [:]; for x in s { f(&out[key(x), default: start], x) }; return out }
print(groupReduce(1...10, by: { $0 % 3 }, into: 0) { $0 += $1 }.sorted { $0.key < $1.key }.map(\.value), groupReduce("hello", by: { "aeiou".contains($0) }, into: "") { $0.append($1) }[true]!)
