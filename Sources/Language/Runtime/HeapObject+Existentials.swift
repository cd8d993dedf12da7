extension HeapObject {
    /// A box that holds a value with its type. The slots' references become the box's.
    package static func makeExistential(_ type: Type, taking slots: UnsafePointer<UInt64>) -> Reference {
        if type.isClass || type.isExistential { return slots[0] }
        let block = makeTyped(.existential, type, layout: LayoutTable.descriptor(type.layout))
        (block + typedHeaderWords).update(from: slots, count: type.layout.count)
        return reference(block)
    }
}
