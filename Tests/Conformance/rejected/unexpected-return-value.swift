func report(_ n: Int) {
    print(n)
    return n // rejected: unexpected non-void return value in void function
}
