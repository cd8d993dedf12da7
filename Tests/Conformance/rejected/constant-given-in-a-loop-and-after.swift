func f() {
    let n: Int
    for i in 0..<3 {
        n = i
    }
    print("x")
    n = 2  // rejected: immutable value 'n' may only be initialized once
}
f()
