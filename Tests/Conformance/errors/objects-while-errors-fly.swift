var live = 0
final class R {
    let id: Int
    let name: String
    init(_ id: Int, _ n: String = "r") {
        self.id = id
        name = n
        live += 1
    }
    deinit {
        live -= 1
        let parts = [name, "\(id)"]
        if parts.joined(separator: "").count > 100 { print("never") }
    }
}
enum E: Error {
    case stop(R)
    case plain(Int)
}
func deep(_ n: Int, _ keep: [R]) throws -> R {
    let mine = R(n)
    defer { if n % 50 == 0 { print("unwind", n, keep.count) } }
    if n == 0 { throw E.stop(R(99, "thrown")) }
    var more = keep
    more.append(mine)
    let r = try deep(n - 1, more)
    return r
}
do { _ = try deep(200, []) } catch E.stop(let r) { print("caught", r.name, r.id) } catch {
    print("?")
}
print("live", live)
func each(_ xs: [Int], _ f: (Int) throws -> R) rethrows -> [R] { try xs.map(f) }
for limit in [2, 5, 100] {
    let rs = try? each(Array(0..<10)) { i in
        let t = R(i)
        if i == limit { throw E.plain(i) }
        return t
    }
    print(limit, rs?.count ?? -1, live)
}
print("live", live)
func nested() -> String {
    var out = ""
    for i in 0..<4 {
        do {
            let a = R(i)
            do {
                let b = R(i + 10)
                if i == 1 { throw E.plain(1) }
                defer { out += "d\(b.id)" }
                if i == 2 { throw E.stop(b) }
                out += "ok\(a.id)"
            } catch E.plain(let n) {
                let c = R(n)
                out += "p\(c.id)"
                if n == 1 { continue }
            }
            out += "."
        } catch E.stop(let r) {
            out += "s\(r.id)"
            break
        } catch { out += "?" }
    }
    return out
}
print(nested(), live)
struct Box<T> {
    var v: T
    let f: () throws -> T
    func get() throws -> T { try f() }
}
let boxes = [
    Box(v: R(1), f: { R(2) }), Box(v: R(3), f: { throw E.plain(3) }),
    Box(v: R(4), f: { [r = R(5)] in r }),
]
print(boxes.map { b in (try? b.get())?.id ?? -b.v.id }, live)
func sortThrowing(_ xs: [R]) throws -> [R] {
    try xs.sorted { a, b in
        let t = R(a.id + b.id)
        if t.id == 7 { throw E.stop(t) }
        return a.id < b.id
    }
}
print(
    (try? sortThrowing([R(3), R(4), R(1)]))?.map(\.id) ?? [],
    (try? sortThrowing([R(9), R(2)]))?.map(\.id) ?? [], live)
var dict: [String: R] = [:]
for i in 0..<20 { dict["k\(i % 5)"] = R(i) }
print(live - 4, dict.values.map(\.id).sorted())
dict = dict.filter { $0.value.id > 16 }
print(dict.count)
dict.removeAll()
func lazyOnes() throws -> Int {
    let l = (0..<10).lazy.map { R($0) }.filter { $0.id % 3 == 0 }
    return try l.reduce(0) {
        if $1.id == 9 { throw E.plain($0) }
        return $0 + $1.id
    }
}
do { print(try lazyOnes()) } catch E.plain(let s) { print("lazy", s) }
print(live)
class Node {
    var next: Node?
    var r: R
    weak var prev: Node?
    init(_ i: Int) { r = R(i) }
    deinit { if r.id % 1000 == 0 { print("node", r.id) } }
}
do {
    var head: Node? = nil
    for i in 0..<3000 {
        let n = Node(i)
        n.next = head
        head?.prev = n
        head = n
    }
    print(head!.next!.prev === head, live)
    while let h = head { head = h.next }
}
print("live", live)
func gen() -> AnyIterator<R> {
    var i = 0
    let keep = R(50)
    return AnyIterator {
        i += 1
        return i > 3 ? nil : R(i + keep.id)
    }
}
func take() { for r in gen() { print(r.id, terminator: " ") } }
take()
print(live)
func inoutThrow(_ xs: inout [R], _ s: inout String) throws {
    xs.append(R(70))
    s += "a"
    if xs.count > 1 { throw E.plain(xs.count) }
    s += "b"
}
var xs: [R] = []
var str = ""
for _ in 0..<3 { do { try inoutThrow(&xs, &str) } catch { str += "!" } }
print(xs.count, str, live)
xs = []
struct S {
    var items: [R] = []
    var total: Int {
        get throws {
            if items.isEmpty { throw E.plain(0) }
            return items.map(\.id).reduce(0, +)
        }
    }
    subscript(i: Int) -> R {
        get throws {
            guard items.indices.contains(i) else { throw E.stop(R(i, "index")) }
            return items[i]
        }
    }
    mutating func load(_ n: Int) throws {
        defer { items = [] }
        for i in 0..<n {
            items.append(R(i))
            if i == 3 { throw E.stop(items[1]) }
        }
    }
}
var s = S()
print((try? s.total) ?? -1)
do { try s.load(10) } catch E.stop(let r) { print("load", r.id, s.items.count) } catch {}
do { _ = try s[4].id } catch E.stop(let r) { print(r.name, r.id) } catch {}
s.items = [R(7), R(8)]
print(try! s.total, try! s[1].id, live - 2)
s.items = []
var opt: R? = R(1)
let copy = opt
opt = nil
print(copy!.id, live)
let un = { [unowned o = copy!] in o.id }
print(un(), live)
func early(_ n: Int) -> R? {
    let a = R(1)
    let b = R(2)
    guard n > 0 else { return nil }
    switch n {
    case 1: return a
    case 2:
        let c = R(3)
        if c.id > b.id { return c }
        fallthrough
    default: break
    }
    for i in 0..<n {
        let t = R(i)
        if i == 2 { return t }
    }
    return nil
}
print([0, 1, 2, 5, 3].map { early($0)?.id ?? -1 }, live)
typealias Handler = (R) throws -> Void
var handlers: [Handler] = []
for i in 0..<3 {
    let own = R(i * 100)
    handlers.append { r in if r.id == own.id { throw E.plain(i) } }
}
var lines: [String] = []
for h in handlers {
    for v in [0, 100, 300] {
        do {
            try h(R(v))
            lines.append("ok")
        } catch { lines.append("\(error)") }
    }
}
print(lines, live)
handlers.removeAll()
print("live", live)
