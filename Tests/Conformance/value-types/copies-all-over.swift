// Copy-on-write semantics, value vs reference, inout aliasing, nested mutation, property observers in structs.
struct Inner { var xs: [Int] = []; var name = "" { didSet { changes += 1 } }; var changes = 0 }
struct Outer { var inner = Inner(); var table: [String: [Inner]] = [:]; var opt: Inner? ; var pair = (1, Inner()) }
var a = Outer(); var b = a
b.inner.xs.append(1); b.inner.name = "b"; b.table["k", default: []].append(Inner(xs: [9])); b.opt = Inner(); b.opt?.xs += [4, 5]; b.pair.1.xs.append(7); b.pair.0 += 1
b.table["k"]?[0].xs[0] += 1; b.table["z"]?[0].xs[0] += 1
print(a.inner.xs, a.table.count, a.opt == nil, a.pair.1.xs, a.pair.0)
print(b.inner.xs, b.inner.changes, b.table["k"]![0].xs, b.opt!.xs, b.pair.1.xs, b.pair.0)
final class Box { var value: Outer; init(_ v: Outer) { value = v } }
let box = Box(b); let same = box
same.value.inner.xs.removeAll(); same.value.opt?.name = "via"
print(box.value.inner.xs, b.inner.xs, box.value.opt!.changes)
func mutate(_ o: inout Outer, _ f: (inout Inner) -> Void) { f(&o.inner); f(&o.pair.1); if o.opt != nil { f(&o.opt!) } }
mutate(&b) { $0.xs.append(100) }; mutate(&box.value) { $0.name += "!" }
print(b.inner.xs, b.pair.1.xs, b.opt!.xs, box.value.inner.name, box.value.opt!.name, box.value.opt!.changes)
var arrays = [[1], [2, 3]]; let copy = arrays
for i in arrays.indices { arrays[i].append(i); arrays[i][0] *= 10 }
print(arrays, copy)
var grid = Array(repeating: Array(repeating: 0, count: 3), count: 2)
for (r, row) in grid.enumerated() { for c in row.indices { grid[r][c] = r * 3 + c } }
grid.swapAt(0, 1); print(grid, grid.map { $0.max()! })
struct Counter { private(set) var n = 0 { willSet { log.append("w\(newValue)") } didSet { log.append("d\(oldValue)") } }; var log: [String] = []; mutating func tick(_ k: Int = 1) { n += k }; mutating func reset() { self = Counter(log: log) }; init(log: [String] = []) { self.log = log } }
var c = Counter(); c.tick(); c.tick(5); c.reset(); c.tick(2); print(c.n, c.log)
var s = "abc"; var t = s; t.append("d"); s.removeFirst(); print(s, t)
var d1 = ["x": [1]]; var d2 = d1; d2["x"]!.append(2); d1["y"] = []; print(d1.count, d2["x"]!, d1["x"]!)
var set1: Set = [1, 2]; let set2 = set1; set1.insert(3); print(set1.count, set2.count)
func add(_ x: Int, to list: inout [Int]) -> Int { list.append(x); return list.count }
var list = [1]; let n = add(5, to: &list) + add(6, to: &list); print(n, list)
var (p, q) = (1, 2); (p, q) = (q, p + q); print(p, q)
var optional: [Int]? = [1]; optional?.append(2); optional?[0] = 9; print(optional!); optional = nil; optional?.append(3); print(optional as Any)
class Node { var next: Node?; var v: Int; init(_ v: Int, _ n: Node? = nil) { self.v = v; next = n } }
var head: Node? = Node(1, Node(2, Node(3))); var previous: Node?
while let h = head { head = h.next; h.next = previous; previous = h }
var out: [Int] = []; var it = previous; while let x = it { out.append(x.v); it = x.next }; print(out)
let closure: (inout [Int]) -> Void = { $0.append($0.count) }
var z = [0]; closure(&z); closure(&z); print(z)
extension Array where Element == Int { mutating func doubleAll() { for i in indices { self[i] *= 2 } }; var total: Int { reduce(0, +) } }
z.doubleAll(); print(z, z.total); b.inner.xs.doubleAll(); print(b.inner.xs)
