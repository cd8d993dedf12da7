func outer() {
    inner()
    let y = 1
    func inner() { // rejected: closure captures 'y' before it is declared
        print(y)
    }
    inner()
}
outer()
