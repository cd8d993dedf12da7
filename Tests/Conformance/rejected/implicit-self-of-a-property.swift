final class Counter {
    var count = 0
    var actions: [() -> Void] = []

    func prepare() {
        actions.forEach { _ in count += 1 }
        actions.append { [self] in count += 1 }
        actions.append { count += 1 } // rejected: reference to property 'count' in closure requires explicit use of 'self'
    }
}
