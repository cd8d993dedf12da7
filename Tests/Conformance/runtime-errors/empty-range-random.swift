print(Int.random(in: 3...3), Int.random(in: 0..<1))
let n = 0
print(Int.random(in: 0..<n)) // traps: empty
