func f(_ c: Bool) {
    let n: Int
    while c {
        n = 1
    }
    n = 2  // rejected: immutable value 'n' may only be initialized once
    print(n)
}
f(false)
