func f(_ c: Int) {
    let n: Int
    outer: for i in 0..<3 {
        for j in 0..<3 {
            if i * j == c { n = 1; break outer }
        }
    }
    n = 7  // rejected: immutable value 'n' may only be initialized once
    print(n)
}
f(4)
