struct Counter {
    var n = 0
    func up() {
        n += 1 // rejected: left side of mutating operator isn't mutable; 'self' is immutable
    }
}
