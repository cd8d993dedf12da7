// A priority queue, generators, labelled loops, defer, optional chains and dictionary merging at work together.
struct Heap<T> { private var a: [T] = []; private let before: (T, T) -> Bool
    init(_ xs: [T] = [], by before: @escaping (T, T) -> Bool) { self.before = before; xs.forEach { push($0) } }
    var isEmpty: Bool { a.isEmpty }; var count: Int { a.count }; var peek: T? { a.first }
    mutating func push(_ x: T) { a.append(x); var i = a.count - 1; while i > 0, case let p = (i - 1) / 2, before(a[i], a[p]) { a.swapAt(i, p); i = p } }
    @discardableResult mutating func pop() -> T? { guard let top = a.first else { return nil }; let last = a.removeLast(); guard !a.isEmpty else { return top }
        a[0] = last; var i = 0
        while true { let l = 2 * i + 1, r = l + 1; var m = i
            if l < a.count, before(a[l], a[m]) { m = l }
            if r < a.count, before(a[r], a[m]) { m = r }
            if m == i { return top }
            a.swapAt(i, m); i = m } } }
extension Heap where T: Comparable { init(_ xs: T...) { self.init(xs, by: <) } }
extension Heap: Sequence, IteratorProtocol { mutating func next() -> T? { pop() } }
var h = Heap(5, 2, 8, 1)
print(h.count, h.peek ?? -1, Array(h), h.count, h.prefix(2).map { $0 }, h.first { $0 > 4 } as Any)
struct Task: Identifiable { let id: String; var cost: Int; var needs: Set<String> = []; var done = false }
final class Scheduler { private(set) var tasks: [String: Task]; private var log: [(String, Int)] = []
    init(_ ts: Task...) { tasks = Dictionary(uniqueKeysWithValues: ts.map { ($0.id, $0) }) }
    enum Stuck: Error { case cycle([String]), missing(String, by: String) }
    func order() throws -> [Task] { var left = tasks, out: [Task] = [], turn = 0
        for t in tasks.values { for n in t.needs where tasks[n] == nil { throw Stuck.missing(n, by: t.id) } }
        defer { log.append(("order", out.count)) }
        work: while !left.isEmpty { turn += 1
            let ready = left.values.filter { $0.needs.isDisjoint(with: left.keys) }
            guard var best = ready.min(by: { ($0.cost, $0.id) < ($1.cost, $1.id) }) else { throw Stuck.cycle(left.keys.sorted()) }
            best.done = true; out.append(best); left[best.id] = nil
            if turn > 100 { break work } }
        return out }
    subscript(id: String) -> Task? { _read_(id) } 
    private func _read_(_ id: String) -> Task? { tasks[id] }
    func update(_ id: String, _ change: (inout Task) -> Void) { if var t = tasks[id] { change(&t); tasks[id] = t } }
    var history: String { log.map { "\($0.0)=\($0.1)" }.joined(separator: ",") } }
let s = Scheduler(Task(id: "d", cost: 1, needs: ["b", "c"]), Task(id: "b", cost: 3, needs: ["a"]), Task(id: "c", cost: 2, needs: ["a"]), Task(id: "a", cost: 9))
print(try! s.order().map(\.id), s["b"]?.cost.description.count ?? 0, s["z"]?.cost as Any, s.tasks.values.allSatisfy { !$0.done })
s.update("a") { $0.needs.insert("d"); $0.cost -= 1 }
do { _ = try s.order() } catch Scheduler.Stuck.cycle(let ids) { print("cycle", ids) } catch { print(error) }
s.update("a") { $0.needs = ["q"] }
do { _ = try s.order() } catch let Scheduler.Stuck.missing(n, by: t) { print("missing", n, "by", t) }
print(s.history, s["a"]!.cost)
let costs = s.tasks.mapValues(\.cost), merged = costs.merging(["a": 100, "x": 1]) { old, new in max(old, new) }
print(merged.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }.map { "\($0)\($1)" }, costs.reduce(0) { $0 + $1.value })
let primes = sequence(state: (2, [Int]())) { st -> Int? in
    while st.1.contains(where: { st.0 % $0 == 0 }) { st.0 += 1 }
    st.1.append(st.0); defer { st.0 += 1 }; return st.0 }
print(Array(primes.prefix(8)), Array(primes.lazy.filter { $0 % 4 == 1 }.prefix(3)))
search: for (i, row) in [[1, 2], [3, 4], [5]].enumerated() { for v in row { if v == 4 { print("found at", i); continue search }; if v == 5 { break search } }; print("row", i) }
