import Synchronization

/// The descriptors of all layouts met so far.
package enum LayoutTable {
    private struct Entry: @unchecked Sendable {
        let descriptor: UnsafePointer<LayoutDescriptor>
    }

    /// A layout that is asked for often enough to be looked up once.
    struct Lasting: @unchecked Sendable {
        let descriptor: UnsafePointer<LayoutDescriptor>

        init(_ layout: Layout) { descriptor = LayoutTable.descriptor(layout) }
    }

    private static let table = Mutex<[[Bool]: Entry]>([:])
    private static let scalarEntry = make([false])
    private static let referenceEntry = make([true])
    private static let emptyEntry = make([])

    package static var scalar: UnsafePointer<LayoutDescriptor> { scalarEntry.descriptor }
    package static var reference: UnsafePointer<LayoutDescriptor> { referenceEntry.descriptor }
    package static var empty: UnsafePointer<LayoutDescriptor> { emptyEntry.descriptor }

    package static func descriptor(_ layout: Layout) -> UnsafePointer<LayoutDescriptor> {
        if layout.count == 1 { return layout.isReference[0] ? reference : scalar }
        return table.withLock { table in
            if let entry = table[layout.isReference] { return entry }
            let entry = make(layout.isReference)
            table[layout.isReference] = entry
            return entry
        }.descriptor
    }

    private static func make(_ isReference: [Bool]) -> Entry {
        let indices = isReference.indices.filter { isReference[$0] }
        let references = UnsafeMutablePointer<Int>.allocate(capacity: max(indices.count, 1))
        references.initialize(to: 0)
        for (position, index) in indices.enumerated() { references[position] = index }
        let descriptor = UnsafeMutablePointer<LayoutDescriptor>.allocate(capacity: 1)
        descriptor.initialize(
            to: LayoutDescriptor(
                slots: isReference.count, referenceCount: indices.count, references: references))
        return Entry(descriptor: descriptor)
    }
}

extension LayoutDescriptor {
    /// Takes another reference to everything that so many values in a row refer to.
    @inline(__always)
    package static func retain(
        _ slots: UnsafePointer<UInt64>, count: Int, _ layout: UnsafePointer<LayoutDescriptor>
    ) {
        let referenceCount = layout.pointee.referenceCount
        if referenceCount == 0 { return }
        let references = layout.pointee.references
        var slots = slots
        for _ in 0..<count {
            for index in 0..<referenceCount { HeapObject.retain(slots[references[index]]) }
            slots += layout.pointee.slots
        }
    }

    @inline(__always)
    package static func release(
        _ slots: UnsafePointer<UInt64>, count: Int, _ layout: UnsafePointer<LayoutDescriptor>
    ) {
        let referenceCount = layout.pointee.referenceCount
        if referenceCount == 0 { return }
        let references = layout.pointee.references
        var slots = slots
        for _ in 0..<count {
            for index in 0..<referenceCount { HeapObject.release(slots[references[index]]) }
            slots += layout.pointee.slots
        }
    }
}
