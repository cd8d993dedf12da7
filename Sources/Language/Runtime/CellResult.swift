/// A value with its type, owned: what a cell's last expression gave.
package final class CellResult {
    package let type: Type
    package let slots: Slots

    /// Takes over what the slots own.
    package init(type: Type, taking slots: UnsafePointer<UInt64>) {
        self.type = type
        type.hold()
        let count = type.layout.count
        self.slots = .allocate(capacity: max(count, 1))
        self.slots.initialize(repeating: 0, count: max(count, 1))
        self.slots.update(from: slots, count: count)
    }

    deinit {
        HeapObject.release(slots, type.layout)
        slots.deallocate()
        type.letGo()
    }
}
