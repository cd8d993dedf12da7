func take(_ n: Int, from total: Int) -> Int {
    precondition(n <= total, "cannot take \(n) from \(total)") // traps: cannot take 9 from 5
    return total - n
}
print(take(3, from: 5))
print(take(9, from: 5))
