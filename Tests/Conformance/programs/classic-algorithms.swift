// Matrix determinant, spiral, game of life, sudoku check, n-queens, permutations, primes
func permutations<T>(_ xs: [T]) -> [[T]] {
    guard xs.count > 1 else { return [xs] }
    return xs.indices.flatMap { i -> [[T]] in
        var rest = xs
        let x = rest.remove(at: i)
        return permutations(rest).map { [x] + $0 }
    }
}
print(permutations([1, 2, 3]), permutations(Array("abc")).map { String($0) })
func powerSet<S: Collection>(_ s: S) -> [[S.Element]] { guard let f = s.first else { return [[]] }; let r = powerSet(s.dropFirst()); return r + r.map { [f] + $0 } }
print(powerSet([1, 2, 3]), powerSet("ab").count)
struct Life: CustomStringConvertible {
    var cells: Set<Cell>
    struct Cell: Hashable { var r: Int, c: Int; var neighbours: [Cell] { (-1...1).flatMap { dr in (-1...1).compactMap { dc in (dr, dc) == (0, 0) ? nil : Cell(r: r + dr, c: c + dc) } } } }
    init(_ s: String) { cells = Set(s.split(separator: "\n").enumerated().flatMap { r, line in line.enumerated().compactMap { c, ch in ch == "#" ? Cell(r: r, c: c) : nil } }) }
    mutating func step() {
        let counts = cells.flatMap(\.neighbours).reduce(into: [Cell: Int]()) { $0[$1, default: 0] += 1 }
        cells = Set(counts.filter { cell, n in n == 3 || n == 2 && cells.contains(cell) }.keys)
    }
    var description: String {
        guard let r0 = cells.map(\.r).min(), let r1 = cells.map(\.r).max(), let c0 = cells.map(\.c).min(), let c1 = cells.map(\.c).max() else { return "empty" }
        return (r0...r1).map { r in String((c0...c1).map { cells.contains(Cell(r: r, c: $0)) ? "#" : "." }) }.joined(separator: "\n")
    }
}
var life = Life(".#.\n..#\n###")
for _ in 0..<3 { life.step() }
print(life)
func queens(_ n: Int) -> [[Int]] {
    var out: [[Int]] = []
    func place(_ row: Int, _ cols: [Int]) {
        if row == n { out.append(cols); return }
        for c in 0..<n where !cols.enumerated().contains(where: { $0.element == c || abs($0.element - c) == row - $0.offset }) { place(row + 1, cols + [c]) }
    }
    place(0, [])
    return out
}
print(queens(6), queens(8).count)
let spiral: ([[Int]]) -> [Int] = { m in
    var m = m, out: [Int] = []
    while !m.isEmpty {
        out += m.removeFirst()
        m = m.isEmpty ? [] : (0..<m[0].count).reversed().map { c in m.map { $0[c] } }
    }
    return out
}
print(spiral([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), spiral([[1, 2], [3, 4], [5, 6]]))
func sieve(_ n: Int) -> [Int] { var p = [Bool](repeating: true, count: n + 1); p[0] = false; p[1] = false
    var i = 2; while i * i <= n { if p[i] { for j in stride(from: i * i, through: n, by: i) { p[j] = false } }; i += 1 }
    return p.indices.filter { p[$0] } }
print(sieve(50), sieve(1000).count)
func hanoi(_ n: Int, _ a: Character = "A", _ b: Character = "B", _ c: Character = "C", _ move: (Character, Character) -> Void) { if n == 0 { return }; hanoi(n - 1, a, c, b, move); move(a, c); hanoi(n - 1, b, a, c, move) }
var moves = [String](); hanoi(3) { moves.append("\($0)\($1)") }; print(moves.joined(separator: " "))
func knapsack(_ items: [(w: Int, v: Int)], _ cap: Int) -> Int { var best = Array(repeating: 0, count: cap + 1); for (w, v) in items { for c in stride(from: cap, through: w, by: -1) { best[c] = max(best[c], best[c - w] + v) } }; return best[cap] }
print(knapsack([(1, 1), (3, 4), (4, 5), (5, 7)], 7))
func lcs(_ a: String, _ b: String) -> String { let a = Array(a), b = Array(b); var t = Array(repeating: Array(repeating: "", count: b.count + 1), count: a.count + 1)
    for (i, x) in a.enumerated() { for (j, y) in b.enumerated() { t[i + 1][j + 1] = x == y ? t[i][j] + String(x) : [t[i][j + 1], t[i + 1][j]].max { $0.count < $1.count }! } }
    return t[a.count][b.count] }
print(lcs("AGGTAB", "GXTXAYB"))
let pascal = sequence(first: [1]) { r in zip([0] + r, r + [0]).map { $0 + $1 } }.prefix(5).map { $0 }
print(pascal)
print((1...20).map { ($0 % 3, $0 % 5) }.map { switch $0 { case (0, 0): "FizzBuzz"; case (0, _): "Fizz"; case (_, 0): "Buzz"; default: "." } }.joined(separator: " "))
func collatz(_ n: Int) -> Int { n == 1 ? 0 : 1 + collatz(n.isMultiple(of: 2) ? n / 2 : 3 * n + 1) }
print((1..<30).max { collatz($0) < collatz($1) }!, collatz(27))
func binarySearch<T: Comparable>(_ xs: [T], _ x: T) -> Int? { var (lo, hi) = (0, xs.count); while lo < hi { let mid = lo + (hi - lo) / 2; if xs[mid] == x { return mid }; if xs[mid] < x { lo = mid + 1 } else { hi = mid } }; return nil }
print(binarySearch([1, 3, 5, 7], 5) as Any, binarySearch(["a", "c"], "b") as Any)
func quicksort<T: Comparable>(_ a: [T]) -> [T] { guard let p = a.first else { return [] }; let r = a.dropFirst(); return quicksort(r.filter { $0 < p }) + [p] + quicksort(r.filter { $0 >= p }) }
func mergeSort<T>(_ a: [T], by less: (T, T) -> Bool) -> [T] { guard a.count > 1 else { return a }; let m = a.count / 2; var l = mergeSort(Array(a[..<m]), by: less)[...], r = mergeSort(Array(a[m...]), by: less)[...]; var out: [T] = []; while let x = l.first, let y = r.first { out.append(less(y, x) ? r.removeFirst() : l.removeFirst()) }; return out + l + r }
print(quicksort([3, 1, 2, 3]), mergeSort(["b", "a", "c"], by: <), mergeSort([5, 2, 9], by: >))
