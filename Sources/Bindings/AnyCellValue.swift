internal import Language

/// A value of whatever type, as a parameter that asks only for a protocol gets it. It holds its slots while it lives.
struct AnyCellValue: CellValue {
    let type: Type
    /// Keeps the slots.
    private let box: CellResult

    static var cellLayout: Layout { .reference }

    init(type: Type, borrowing slots: UnsafePointer<UInt64>) {
        self.type = type
        let layout = type.layout
        HeapObject.retain(slots, layout)
        box = CellResult(type: type, taking: slots)
    }

    var slots: UnsafePointer<UInt64> { UnsafePointer(box.slots) }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> AnyCellValue {
        let (type, inner) = HeapObject.existential(at: slots)
        return AnyCellValue(type: type, borrowing: UnsafePointer(inner))
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {
        HeapObject.retain(box.slots, type.layout)
        slots[0] = HeapObject.makeExistential(type, taking: UnsafePointer(box.slots))
    }

    /// The library's value, where the type is one of the library's.
    func native<Value: CellObject>(_ type: Value.Type) -> Value? {
        guard self.type.isNative, let pointer = HeapObject.native(slots[0], as: type) else { return nil }
        return pointer.pointee
    }
}
