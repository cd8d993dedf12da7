func f(_ c: Bool) {
    let n: Int
    repeat {
        n = 1
    } while false
    print(n)
}
f(false)
