/// Remembers the latest signatures, so that a recorded message sent again is dropped.
///
/// Of a signature 64 bits are kept, mixed with a number of this process, in memory that is there from the start: a kernel
/// that lives long does not grow with the messages it gets. Two signatures are taken for one once in 2⁴⁸ messages.
package struct ReplayGuard: Sendable {
    private let capacity: Int
    private var seen: Set<Int>
    private var ring: [Int] = []
    private var oldest = 0

    package init(capacity: Int = 65_536) {
        self.capacity = capacity
        seen = Set(minimumCapacity: capacity)
        ring.reserveCapacity(capacity)
    }

    /// Whether this signature has not been met among the latest; remembers it.
    package mutating func isNew(_ signature: [UInt8]) -> Bool {
        let mark = signature.hashValue
        guard seen.insert(mark).inserted else { return false }
        if ring.count < capacity {
            ring.append(mark)
        } else {
            seen.remove(ring[oldest])
            ring[oldest] = mark
            oldest = (oldest + 1) % capacity
        }
        return true
    }
}
