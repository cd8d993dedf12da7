func last(_ n: Int) -> Int {
    let found: Int
    var i = 0
    while i < n {
        found = i // rejected: immutable value 'found' may only be initialized once
        i += 1
    }
    return i
}
print(last(3))
