func first(_ list: [Int]) -> Int { list[0] } // traps: out of range
let pairs = [([1], [2]), ([3], [])]
for (a, b) in pairs {
    print((first(a), first(b)))
}
