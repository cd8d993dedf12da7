/// Remembers the latest signatures, so that a recorded message sent again is dropped.
package struct ReplayGuard: Sendable {
    private let capacity: Int
    private var seen: Set<[UInt8]> = []
    private var ring: [[UInt8]] = []
    private var oldest = 0

    package init(capacity: Int = 65_536) {
        self.capacity = capacity
    }

    /// Whether this signature has not been met among the latest; remembers it.
    package mutating func isNew(_ signature: [UInt8]) -> Bool {
        guard seen.insert(signature).inserted else { return false }
        if ring.count < capacity {
            ring.append(signature)
        } else {
            seen.remove(ring[oldest])
            ring[oldest] = signature
            oldest = (oldest + 1) % capacity
        }
        return true
    }
}
