/// A type of the library that a cell holds without looking inside: a class, struct or enum, each value in a block of
/// its own. `extension Tensor: CellObject {}` is all it takes.
package protocol CellObject: CellValue {}

extension CellObject {
    package static var cellLayout: Layout { .reference }
    @inline(__always) package static var slotCount: Int { 1 }

    @inline(__always)
    package static func load(_ slots: UnsafePointer<UInt64>) throws -> Self {
        guard let value = HeapObject.native(slots[0], as: Self.self) else {
            throw RuntimeFault(.internal, "a value is not the \(Self.self) it was declared to be")
        }
        return value.pointee
    }

    @inline(__always)
    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = HeapObject.makeNative(self)
    }
}

/// An inout argument: the caller's variable, read and changed where it is.
package struct Inout<Value: CellValue>: CellValue {
    package let address: UnsafeMutablePointer<UInt64>

    package init(address: UnsafeMutablePointer<UInt64>) { self.address = address }

    package static var cellLayout: Layout { .scalar }
    package static var slotCount: Int { 1 }
    package static var isInout: Bool { true }

    package static func load(_ slots: UnsafePointer<UInt64>) throws -> Inout<Value> {
        guard let address = UnsafeMutablePointer<UInt64>(bitPattern: UInt(slots[0])) else {
            throw RuntimeFault(.internal, "an inout argument has no address")
        }
        return Inout(address: address)
    }

    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = UInt64(UInt(bitPattern: address))
    }

    package func get() throws -> Value { try Value.load(address) }

    package func set(_ value: Value) {
        // The old value goes last: it may be what the new one was made from.
        let layout = Value.cellLayout
        if layout.references.isEmpty {
            value.store(address)
            return
        }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: layout.count) { old in
            guard let old = old.baseAddress else { return }
            old.update(from: address, count: layout.count)
            value.store(address)
            HeapObject.release(old, layout)
        }
    }

    /// Changes the value in place.
    package func mutate<Result>(_ body: (inout Value) throws -> Result) throws -> Result {
        var value = try get()
        defer { set(value) }
        return try body(&value)
    }
}

extension Inout where Value: CellObject {
    /// Changes the value in place, without copying what it owns when the variable is the only one that holds it.
    package func mutate<Result>(_ body: (inout Value) throws -> Result) throws -> Result {
        guard let pointer = HeapObject.native(address[0], as: Value.self) else {
            throw RuntimeFault(.internal, "a value is not the \(Value.self) it was declared to be")
        }
        if HeapObject.isUnique(address[0]) { return try body(&pointer.pointee) }
        var copy = pointer.pointee
        defer { set(copy) }
        return try body(&copy)
    }
}
