struct Problem: Error { let code: Int }
func work(_ n: Int) throws -> Int {
    if n > 2 { throw Problem(code: n) }
    return n
}
for n in 1...5 {
    print(try work(n)) // traps: Problem
}
