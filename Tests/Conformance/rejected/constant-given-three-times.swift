func f() {
    let n: Int
    n = 1
    n = 2
    n = 3  // rejected: immutable value 'n' may only be initialized once
    print(n)
}
f()
