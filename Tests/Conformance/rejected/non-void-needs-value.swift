func value(_ flag: Bool) -> Int {
    if flag { return } // rejected: non-void function should return a value
    return 1
}
