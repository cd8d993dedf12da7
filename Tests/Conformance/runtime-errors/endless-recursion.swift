func depth(_ n: Int) -> Int {
    depth(n + 1) + 1 // traps: recursion
}
print("going down")
print(depth(0))
