// nested functions over inout parameters and self
func quicksort<T: Comparable>(_ a: inout [T]) {
    func partition(_ lo: Int, _ hi: Int) -> Int {
        let pivot = a[hi]
        var i = lo
        for j in lo..<hi where a[j] <= pivot {
            a.swapAt(i, j)
            i += 1
        }
        a.swapAt(i, hi)
        return i
    }
    func sort(_ lo: Int, _ hi: Int) {
        guard lo < hi else { return }
        let p = partition(lo, hi)
        sort(lo, p - 1)
        sort(p + 1, hi)
    }
    sort(0, a.count - 1)
}
var numbers = [3, 6, 1, 8, 2, 9, 2]
quicksort(&numbers)
print(numbers)
struct Maze {
    var grid: [[Character]]
    init(_ text: String) { grid = text.split(separator: "\n").map { Array($0) } }
    mutating func fill(_ r: Int, _ c: Int) -> Int {
        func inside(_ r: Int, _ c: Int) -> Bool { grid.indices.contains(r) && grid[r].indices.contains(c) }
        func go(_ r: Int, _ c: Int) -> Int {
            guard inside(r, c), grid[r][c] == "." else { return 0 }
            grid[r][c] = "~"
            return 1 + go(r + 1, c) + go(r - 1, c) + go(r, c + 1) + go(r, c - 1)
        }
        return go(r, c)
    }
}
var maze = Maze("..#\n.#.\n...")
print(maze.fill(0, 0), maze.grid.map { String($0) })
func tally(_ words: [String], into counts: inout [String: Int]) -> Int {
    var added = 0
    func add(_ w: String) { counts[w, default: 0] += 1; added += 1 }
    words.forEach { add($0) }
    for w in words where w.count > 1 { add(w + "!") }
    return added
}
var counts = ["a": 5]
print(tally(["a", "bb"], into: &counts), counts.sorted { $0.key < $1.key })
func swapAll<T>(_ xs: inout [T], _ ys: inout [T]) {
    func one(_ i: Int) { let t = xs[i]; xs[i] = ys[i]; ys[i] = t }
    for i in 0..<min(xs.count, ys.count) { one(i) }
}
var p = [1, 2], q = [3, 4, 5]
swapAll(&p, &q)
print(p, q)
struct Counter {
    private(set) var n = 0
    mutating func run(_ times: Int) {
        var doubled: Int { n * 2 }
        func step() { n += 1 }
        func twice(_ f: () -> Void) { f(); f() }
        for _ in 0..<times { step() }
        twice { n += doubled }
        twice(step)
    }
}
var counter = Counter()
counter.run(2)
print(counter.n)
