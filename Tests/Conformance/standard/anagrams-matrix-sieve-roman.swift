let words = ["listen", "silent", "enlist", "google", "elgoog", "abc", "cab", "bca", "xyz"]
let groups = Dictionary(grouping: words) { String($0.sorted()) }
for key in groups.keys.sorted() where groups[key]!.count > 1 {
    print(key, groups[key]!.sorted())
}
typealias Matrix = [[Double]]
func identity(_ n: Int) -> Matrix {
    (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0.0 } }
}
func multiply(_ a: Matrix, _ b: Matrix) -> Matrix {
    var c = Matrix(repeating: [Double](repeating: 0, count: b[0].count), count: a.count)
    for i in a.indices { for j in b[0].indices { for k in b.indices { c[i][j] += a[i][k] * b[k][j] } } }
    return c
}
func transpose(_ a: Matrix) -> Matrix { a[0].indices.map { j in a.map { $0[j] } } }
let m: Matrix = [[1, 2], [3, 4], [5, 6]]
print(multiply(m, transpose(m)))
print(multiply(m, identity(2)) == m)
print(m.flatMap { $0 }.reduce(0, +), m.map { $0.max()! })
func sieve(_ n: Int) -> [Int] {
    var isPrime = [Bool](repeating: true, count: n + 1)
    isPrime[0] = false; isPrime[1] = false
    for i in 2...n where i * i <= n && isPrime[i] {
        for j in stride(from: i * i, through: n, by: i) { isPrime[j] = false }
    }
    return isPrime.enumerated().filter { $0.element }.map { $0.offset }
}
print(sieve(50))
let roman: [(Int, String)] = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
func toRoman(_ n: Int) -> String {
    var n = n, result = ""
    for (value, symbol) in roman { while n >= value { result += symbol; n -= value } }
    return result
}
func fromRoman(_ s: String) -> Int {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    let ns = s.compactMap { values[$0] }
    return zip(ns, ns.dropFirst() + [0]).reduce(0) { $0 + ($1.0 < $1.1 ? -$1.0 : $1.0) }
}
for n in [1994, 2024, 49, 3999] { print(n, toRoman(n), fromRoman(toRoman(n))) }
