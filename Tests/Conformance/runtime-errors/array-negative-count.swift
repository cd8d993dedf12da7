func row(_ n: Int) -> [Int] { Array(repeating: 0, count: n) } // traps: negative
print(row(2), row(0))
print(row(-1))
