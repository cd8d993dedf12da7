func factorial(_ n: Int) -> Int { n <= 1 ? 1 : n * factorial(n - 1) }
print((0...10).map(factorial), factorial(20))
func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }
print((0..<15).map(fib))
func hanoi(_ n: Int, from: String, to: String, via: String) -> Int {
    if n == 0 { return 0 }
    let before = hanoi(n - 1, from: from, to: via, via: to)
    if n == 3 { print("disk 3 from \(from) to \(to)") }
    return before + 1 + hanoi(n - 1, from: via, to: to, via: from)
}
print(hanoi(5, from: "A", to: "C", via: "B"))
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(isEven(10), isOdd(7), isEven(3))
func permutations(_ items: [Int]) -> [[Int]] {
    if items.count < 2 { return [items] }
    var result: [[Int]] = []
    for (index, item) in items.enumerated() {
        var rest = items
        rest.remove(at: index)
        for tail in permutations(rest) { result.append([item] + tail) }
    }
    return result
}
print(permutations([1, 2, 3]))
func ackermann(_ m: Int, _ n: Int) -> Int {
    switch (m, n) {
    case (0, _): return n + 1
    case (_, 0): return ackermann(m - 1, 1)
    default: return ackermann(m - 1, ackermann(m, n - 1))
    }
}
print(ackermann(2, 3))
func subsets(_ s: String) -> [String] {
    guard let first = s.first else { return [""] }
    let rest = subsets(String(s.dropFirst()))
    return rest + rest.map { String(first) + $0 }
}
print(subsets("abc"))
func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
print(depth(5000))
func binary(_ n: Int) -> String { n < 2 ? "\(n)" : binary(n / 2) + "\(n % 2)" }
print(binary(37), binary(0))
