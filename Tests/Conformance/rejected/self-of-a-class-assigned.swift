final class Counter {
    var count = 0
    func reset() {
        self = Counter() // rejected: cannot assign to value: 'self' is immutable
    }
}
