import Synchronization

/// Work that other threads want done on the thread of the cells, in its order.
final class VisitorQueue: Sendable {
    private let waiting = Mutex<[@Sendable () -> Void]>([])

    var isEmpty: Bool { waiting.withLock { $0.isEmpty } }

    func add(_ visitor: @escaping @Sendable () -> Void) { waiting.withLock { $0.append(visitor) } }

    func next() -> (@Sendable () -> Void)? {
        waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
}
