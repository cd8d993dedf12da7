// generators/RNG, simulation, queues, ring buffers, priority queue, scheduler, deque, bit sets, union find, matrix path, memo, backtracking
struct LCG: RandomNumberGenerator { var s: UInt64; mutating func next() -> UInt64 { s = s &* 6364136223846793005 &+ 1442695040888963407; return s } }
var rng = LCG(s: 42)
print((0..<5).map { _ in Int.random(in: 1...6, using: &rng) }, Double.random(in: 0..<1, using: &rng), Bool.random(using: &rng), [1, 2, 3, 4, 5].shuffled(using: &rng), "abc".randomElement(using: &rng)!, UInt8.random(in: 0...255, using: &rng), Int.random(in: -10..<10, using: &rng))
var deck = Array(1...10); deck.shuffle(using: &rng); print(deck, deck.randomElement(using: &rng)!)
struct Ring<T> { private var buf: [T?]; private var head = 0; private(set) var count = 0
    init(_ capacity: Int) { buf = Array(repeating: nil, count: capacity) }
    var isFull: Bool { count == buf.count }
    @discardableResult mutating func push(_ x: T) -> T? { var lost: T?; if isFull { lost = pop() }; buf[(head + count) % buf.count] = x; count += 1; return lost }
    mutating func pop() -> T? { guard count > 0 else { return nil }; defer { buf[head] = nil; head = (head + 1) % buf.count; count -= 1 }; return buf[head] }
    var contents: [T] { (0..<count).map { buf[(head + $0) % buf.count]! } } }
var ring = Ring<Int>(3); for i in 1...5 { if let l = ring.push(i) { print("lost", l, terminator: " ") } }; print(ring.contents, ring.pop()!, ring.contents, ring.count)
struct PQ<T> { private var h: [(Int, T)] = []; mutating func push(_ p: Int, _ x: T) { h.append((p, x)); var i = h.count - 1; while i > 0, h[i].0 < h[(i - 1) / 2].0 { h.swapAt(i, (i - 1) / 2); i = (i - 1) / 2 } }
    mutating func pop() -> T? { guard let top = h.first else { return nil }; let last = h.removeLast(); if !h.isEmpty { h[0] = last; var i = 0; while true { let l = 2 * i + 1, r = l + 1; var m = i; if l < h.count, h[l].0 < h[m].0 { m = l }; if r < h.count, h[r].0 < h[m].0 { m = r }; if m == i { break }; h.swapAt(i, m); i = m } }; return top.1 } }
var pq = PQ<String>(); for (p, s) in [(5, "e"), (1, "a"), (3, "c"), (2, "b")] { pq.push(p, s) }; while let s = pq.pop() { print(s, terminator: "") }; print()
final class Scheduler { struct Task { let at: Int, name: String, every: Int?; let run: (Int) -> Void }
    private var queue: [Task] = []; private(set) var now = 0
    func after(_ d: Int, _ name: String, every: Int? = nil, _ run: @escaping (Int) -> Void) { let t = Task(at: now + d, name: name, every: every, run: run); let i = queue.firstIndex { $0.at > t.at } ?? queue.count; queue.insert(t, at: i) }
    func run(until end: Int) { while let t = queue.first, t.at <= end { queue.removeFirst(); now = t.at; t.run(now); if let e = t.every { after(e, t.name, every: e, t.run) } }; now = end } }
let sch = Scheduler(); var events: [String] = []
sch.after(2, "tick", every: 3) { events.append("tick@\($0)") }; sch.after(4, "once") { [unowned sch] t in events.append("once@\(t)"); sch.after(1, "chained") { events.append("chained@\($0)") } }
sch.run(until: 9); print(events, sch.now)
struct UnionFind { private var p: [Int]; private(set) var sets: Int; init(_ n: Int) { p = Array(0..<n); sets = n }
    mutating func find(_ x: Int) -> Int { if p[x] != x { p[x] = find(p[x]) }; return p[x] }
    mutating func union(_ a: Int, _ b: Int) -> Bool { let (x, y) = (find(a), find(b)); guard x != y else { return false }; p[x] = y; sets -= 1; return true } }
var uf = UnionFind(5); print(uf.union(0, 1), uf.union(1, 0), uf.union(3, 4), uf.sets, uf.find(0) == uf.find(1))
struct BitSet: Sequence, ExpressibleByArrayLiteral { private var w: [UInt64] = []; init(arrayLiteral e: Int...) { e.forEach { insert($0) } }
    mutating func insert(_ i: Int) { while w.count <= i >> 6 { w.append(0) }; w[i >> 6] |= 1 << UInt64(i & 63) }
    func contains(_ i: Int) -> Bool { i >> 6 < w.count && w[i >> 6] & (1 << UInt64(i & 63)) != 0 }
    var count: Int { w.reduce(0) { $0 + $1.nonzeroBitCount } }
    func makeIterator() -> AnyIterator<Int> { var i = -1; return AnyIterator { repeat { i += 1 } while i < w.count * 64 && !contains(i); return i < w.count * 64 ? i : nil } } }
let bits: BitSet = [3, 70, 5, 3]; print(bits.count, Array(bits), bits.contains(70), bits.contains(4), bits.map { $0 * 2 })
func sudoku(_ g: inout [[Int]]) -> Bool { for r in 0..<4 { for c in 0..<4 where g[r][c] == 0 { for v in 1...4 where ok(g, r, c, v) { g[r][c] = v; if sudoku(&g) { return true }; g[r][c] = 0 }; return false } }; return true }
func ok(_ g: [[Int]], _ r: Int, _ c: Int, _ v: Int) -> Bool { !g[r].contains(v) && !g.map { $0[c] }.contains(v) && !(0..<4).contains { g[r / 2 * 2 + $0 / 2][c / 2 * 2 + $0 % 2] == v } }
var board = [[1, 0, 0, 0], [0, 0, 3, 0], [0, 4, 0, 0], [0, 0, 0, 2]]; print(sudoku(&board), board)
func paths(_ m: [[Int]]) -> Int { var memo: [String: Int] = [:]; func go(_ r: Int, _ c: Int) -> Int { guard r < m.count, c < m[0].count, m[r][c] == 0 else { return 0 }; if r == m.count - 1, c == m[0].count - 1 { return 1 }; let k = "\(r),\(c)"; if let v = memo[k] { return v }; let v = go(r + 1, c) + go(r, c + 1); memo[k] = v; return v }; return go(0, 0) }
print(paths([[0, 0, 0], [0, 1, 0], [0, 0, 0]]), paths(Array(repeating: Array(repeating: 0, count: 10), count: 10)))
func combos(_ coins: [Int], _ t: Int) -> [[Int]] { if t == 0 { return [[]] }; guard t > 0, let c = coins.first else { return [] }; return combos(coins, t - c).map { [c] + $0 } + combos(Array(coins.dropFirst()), t) }
print(combos([5, 2, 1], 6)); func balanced(_ s: String) -> Bool { var st: [Character] = []; let pair: [Character: Character] = [")": "(", "]": "[", "}": "{"]; for c in s { if pair.values.contains(c) { st.append(c) } else if let o = pair[c] { guard st.popLast() == o else { return false } } }; return st.isEmpty }
print(["([]{})", "(]", "((", "", "a(b)c"].map(balanced))
