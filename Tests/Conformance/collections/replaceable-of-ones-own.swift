// Iterator protocols: own collections
struct Ring<E>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection, CustomStringConvertible { private var s: [E] = []; init() {}
    var startIndex: Int { 0 }; var endIndex: Int { s.count }
    subscript(i: Int) -> E { get { s[((i % s.count) + s.count) % s.count] } set { s[((i % s.count) + s.count) % s.count] = newValue } }
    mutating func replaceSubrange<C: Collection>(_ r: Range<Int>, with c: C) where C.Element == E { s.replaceSubrange(r, with: c) }
    var description: String { "Ring(\(s.map { "\($0)" }.joined(separator: ",")))" } }
var r = Ring<Int>(); r.append(contentsOf: [3, 1, 2]); r.insert(9, at: 1); print(r, r[-1], r[5], r.count, r.sorted(), r.firstIndex(of: 2)!, r.map { $0 * 2 }, r.reversed().first!, r.max()!)
r.sort(); r.remove(at: 0); r[10] = 7; print(r, r.last!, r.dropFirst().map { $0 }, Array(r.indices), r.contains(9), r.isEmpty, r.first!); r.reverse(); r.swapAt(0, 1); r.removeAll { $0 > 8 }; print(r.prefix(1).count, r.suffix(1).first!)
struct Countdown: Sequence { let from: Int; func makeIterator() -> some IteratorProtocol<Int> { var n = from; return AnyIterator { n < 0 ? nil : { n -= 1; return n + 1 }() } } }
print(Array(Countdown(from: 3)), Countdown(from: 4).filter { $0 % 2 == 0 }, Countdown(from: 2).map { $0 }.sorted(), Countdown(from: 5).reduce(0, +), Countdown(from: 3).contains(2), Countdown(from: 3).min()!)
struct Grid: Sequence { let w: Int, h: Int; private var cells: [Character]; init(_ rows: String...) { w = rows[0].count; h = rows.count; cells = rows.flatMap { Array($0) } }
    subscript(x: Int, y: Int) -> Character? { get { (0..<w).contains(x) && (0..<h).contains(y) ? cells[y * w + x] : nil } set { if let v = newValue, (0..<w).contains(x), (0..<h).contains(y) { cells[y * w + x] = v } } }
    func makeIterator() -> AnyIterator<(x: Int, y: Int, c: Character)> { var i = 0; return AnyIterator { defer { i += 1 }; return i < cells.count ? (i % w, i / w, cells[i]) : nil } }
    func neighbours(_ x: Int, _ y: Int) -> Int { (-1...1).reduce(0) { a, dy in a + (-1...1).filter { dx in (dx, dy) != (0, 0) && self[x + dx, y + dy] == "#" }.count } }
    mutating func step() { let old = self; for (x, y, c) in old { let n = old.neighbours(x, y); self[x, y] = n == 3 || (c == "#" && n == 2) ? "#" : "." } }
    var text: String { stride(from: 0, to: cells.count, by: w).map { String(cells[$0..<$0 + w]) }.joined(separator: "\n") } }
var g = Grid(".....", "..#..", "..#..", "..#..", "....."); g.step(); print(g.text); g.step(); print(g.filter { $0.c == "#" }.map { "\($0.x),\($0.y)" }, g[9, 9] as Any)
let zipped = zip(Countdown(from: 2), ["a", "b", "c"]).map { "\($0)\($1)" }; print(zipped, Dictionary(uniqueKeysWithValues: zip(["x", "y"], 1...)).sorted { $0.key < $1.key }.map(\.value))
