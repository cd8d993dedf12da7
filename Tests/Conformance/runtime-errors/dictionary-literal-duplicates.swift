func key(_ n: Int) -> String { "k\(n % 2)" }
let fine = [key(1): 1, key(2): 2]
print(fine.count)
let broken = [key(1): 1, key(3): 3] // traps: uplicate
print(broken.count)
