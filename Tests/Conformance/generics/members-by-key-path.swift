// `@dynamicMemberLookup` by key paths: the members of what is wrapped.
struct Settings { var host = "h"; var port = 80; var inner = Inner(); let id = 7 }
struct Inner { var depth = 1 }
@dynamicMemberLookup
struct Proxy<Base> {
    var base: Base
    subscript<Value>(dynamicMember path: WritableKeyPath<Base, Value>) -> Value {
        get { base[keyPath: path] }
        set { base[keyPath: path] = newValue }
    }
}
var proxy = Proxy(base: Settings())
proxy.port += 1
proxy.host = "localhost"
proxy.inner.depth = 5
print(proxy.host, proxy.port, proxy.inner.depth, proxy.base)
@dynamicMemberLookup
final class Reader<Base> {
    private let base: Base
    init(_ base: Base) { self.base = base }
    subscript<Value>(dynamicMember path: KeyPath<Base, Value>) -> Value { base[keyPath: path] }
}
let reader = Reader(Settings())
print(reader.id, reader.host.count, reader.inner.depth)
