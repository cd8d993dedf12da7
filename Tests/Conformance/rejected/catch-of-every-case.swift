enum Failure: Error { case early, late }
func check(_ n: Int) throws(Failure) -> Int {
    if n > 3 { throw .late }
    return n
}
func safe(_ n: Int) -> Int {
    do {
        return try check(n) // rejected: not handled because the enclosing catch is not exhaustive
    } catch .early {
        return 0
    } catch .late {
        return 1
    }
}
