func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a), b = Array(b)
    var row = Array(0...b.count)
    for i in 1..<(a.count + 1) {
        var previous = row[0]
        row[0] = i
        for j in 1..<(b.count + 1) {
            let kept = row[j]
            row[j] = a[i - 1] == b[j - 1] ? previous : min(previous, row[j], row[j - 1]) + 1
            previous = kept
        }
    }
    return row[b.count]
}
print(distance("kitten", "sitting"), distance("flaw", "lawn"), distance("a", "a"))
func longestCommon(_ a: String, _ b: String) -> String {
    let x = Array(a), y = Array(b)
    var table = [[String]](repeating: [String](repeating: "", count: y.count + 1), count: x.count + 1)
    for i in x.indices { for j in y.indices {
        table[i + 1][j + 1] = x[i] == y[j] ? table[i][j] + String(x[i]) : [table[i][j + 1], table[i + 1][j]].max { $0.count < $1.count }!
    } }
    return table[x.count][y.count]
}
print(longestCommon("AGGTAB", "GXTXAYB"))
func knapsack(_ items: [(weight: Int, value: Int)], _ capacity: Int) -> Int {
    var best = [Int](repeating: 0, count: capacity + 1)
    for item in items { for c in stride(from: capacity, through: item.weight, by: -1) { best[c] = max(best[c], best[c - item.weight] + item.value) } }
    return best[capacity]
}
print(knapsack([(2, 3), (3, 4), (4, 5), (5, 6)], 5), knapsack([], 5))
func coins(_ amount: Int, _ kinds: [Int]) -> Int { var ways = [1] + Array(repeating: 0, count: amount); for k in kinds { for a in k...amount { ways[a] += ways[a - k] } }; return ways[amount] }
print(coins(100, [1, 5, 10, 25, 50]))
var memo: [Int: Int] = [:]
func stairs(_ n: Int) -> Int { if n <= 1 { return 1 }; if let m = memo[n] { return m }; let r = stairs(n - 1) + stairs(n - 2); memo[n] = r; return r }
print(stairs(50), memo.count)
func longestRise(_ a: [Int]) -> [Int] { var best: [[Int]] = []; for x in a { best.append((best.filter { $0.last! < x }.max { $0.count < $1.count } ?? []) + [x]) }; return best.max { $0.count < $1.count } ?? [] }
print(longestRise([10, 9, 2, 5, 3, 7, 101, 18]))
