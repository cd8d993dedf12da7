// state machine + game of life + binary tree
enum State: String, CaseIterable { case idle, running, paused, stopped
  enum Event { case start, pause, resume, stop }
  func on(_ e: Event) -> State? {
    switch (self, e) {
    case (.idle, .start), (.paused, .resume): return .running
    case (.running, .pause): return .paused
    case (.running, .stop), (.paused, .stop): return .stopped
    default: return nil
    } } }
var s = State.idle
let events: [(String, State.Event)] = [("start", .start), ("pause", .pause), ("start", .start), ("resume", .resume), ("stop", .stop)]
for (n, e) in events { if let next = s.on(e) { print("\(s) --\(n)--> \(next)"); s = next } else { print("\(s) ignores \(n)") } }
print(State.allCases.map(\.rawValue).joined(separator: "|"))
struct Life { var cells: [[Bool]]
  init(_ rows: [String]) { cells = rows.map { $0.map { $0 == "#" } } }
  var w: Int { cells.first?.count ?? 0 }
  var h: Int { cells.count }
  func neighbours(_ r: Int, _ c: Int) -> Int { var n = 0
    for dr in -1...1 { for dc in -1...1 where !(dr == 0 && dc == 0) { let rr = (r + dr + h) % h, cc = (c + dc + w) % w; if cells[rr][cc] { n += 1 } } }
    return n }
  mutating func step() { var next = cells
    for r in 0..<h { for c in 0..<w { switch (cells[r][c], neighbours(r, c)) { case (true, 2), (true, 3), (false, 3): next[r][c] = true; default: next[r][c] = false } } }
    cells = next }
  var picture: String { cells.map { String($0.map { $0 ? "#" : "." }) }.joined(separator: "\n") } }
var life = Life([".....", "..#..", "..#..", "..#..", "....."])
for _ in 0..<3 { print(life.picture); print("--"); life.step() }
indirect enum BST<Element: Comparable> { case empty; case node(left: BST<Element>, value: Element, right: BST<Element>)
  init() { self = .empty }
  func inserting(_ v: Element) -> BST { switch self { case .empty: return .node(left: .empty, value: v, right: .empty)
    case let .node(l, x, r): return v < x ? .node(left: l.inserting(v), value: x, right: r) : v > x ? .node(left: l, value: x, right: r.inserting(v)) : self } }
  mutating func insert(_ v: Element) { self = inserting(v) }
  func contains(_ v: Element) -> Bool { guard case let .node(l, x, r) = self else { return false }; if v == x { return true }; return v < x ? l.contains(v) : r.contains(v) }
  var depth: Int { if case let .node(l, _, r) = self { return 1 + max(l.depth, r.depth) }; return 0 }
  var inOrder: [Element] { switch self { case .empty: []; case let .node(l, x, r): l.inOrder + [x] + r.inOrder } }
  func reduce<R>(_ initial: R, _ f: (R, Element) -> R) -> R { switch self { case .empty: return initial; case let .node(l, x, r): return r.reduce(f(l.reduce(initial, f), x), f) } }
}
var t = BST<Int>(); for v in [50, 30, 70, 20, 40, 60, 80, 30] { t.insert(v) }
print(t.inOrder, t.depth, t.contains(60), t.contains(65), t.reduce(0, +), t.reduce("") { $0 + "\($1)," })
var ws = BST<String>(); "to be or not to be".split(separator: " ").forEach { ws.insert(String($0)) }; print(ws.inOrder)
