/// A Swift type that the library and a cell hand to each other: how its values lie in slots.
package protocol CellValue {
    static var cellLayout: Layout { get }
    static var slotCount: Int { get }
    /// The parameter is inout: its slot is the address of the caller's slots.
    static var isInout: Bool { get }
    /// Reads a value; the slots keep what they own.
    static func load(_ slots: UnsafePointer<UInt64>) throws -> Self
    /// Writes a value; the slots own it.
    func store(_ slots: UnsafeMutablePointer<UInt64>)
}

extension CellValue {
    package static var slotCount: Int { cellLayout.count }
    package static var isInout: Bool { false }
}

extension Int: CellValue {
    package static var cellLayout: Layout { .scalar }
    @inline(__always) package static var slotCount: Int { 1 }
    @inline(__always) package static func load(_ slots: UnsafePointer<UInt64>) -> Int {
        Int(truncatingIfNeeded: slots[0])
    }
    @inline(__always) package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = UInt64(truncatingIfNeeded: self)
    }
}

extension Double: CellValue {
    package static var cellLayout: Layout { .scalar }
    @inline(__always) package static var slotCount: Int { 1 }
    @inline(__always) package static func load(_ slots: UnsafePointer<UInt64>) -> Double {
        Double(bitPattern: slots[0])
    }
    @inline(__always) package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = bitPattern
    }
}

extension Float: CellValue {
    package static var cellLayout: Layout { .scalar }
    @inline(__always) package static var slotCount: Int { 1 }
    @inline(__always) package static func load(_ slots: UnsafePointer<UInt64>) -> Float {
        Float(bitPattern: UInt32(truncatingIfNeeded: slots[0]))
    }
    @inline(__always) package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = UInt64(bitPattern)
    }
}

extension Bool: CellValue {
    package static var cellLayout: Layout { .scalar }
    @inline(__always) package static var slotCount: Int { 1 }
    @inline(__always) package static func load(_ slots: UnsafePointer<UInt64>) -> Bool {
        slots[0] != 0
    }
    @inline(__always) package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = self ? 1 : 0
    }
}

extension String: CellValue {
    package static var cellLayout: Layout { .reference }
    @inline(__always) package static var slotCount: Int { 1 }
    package static func load(_ slots: UnsafePointer<UInt64>) -> String {
        HeapObject.string(slots[0])
    }
    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = HeapObject.makeString(self)
    }
}

extension Character: CellValue {
    package static var cellLayout: Layout { .reference }
    @inline(__always) package static var slotCount: Int { 1 }
    package static func load(_ slots: UnsafePointer<UInt64>) -> Character {
        HeapObject.string(slots[0]).first ?? " "
    }
    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        slots[0] = HeapObject.makeCharacter(self)
    }
}

/// Nothing, where Swift says Void: a tuple cannot conform.
package struct CellVoid: CellValue {
    package init() {}
    package static var cellLayout: Layout { Layout(isReference: []) }
    package static var slotCount: Int { 0 }
    package static func load(_ slots: UnsafePointer<UInt64>) -> CellVoid { CellVoid() }
    package func store(_ slots: UnsafeMutablePointer<UInt64>) {}
}

/// A tuple's elements: what a function that gives or takes `(A, B)` is written with.
package struct CellTuple<each Element: CellValue>: CellValue {
    package let elements: (repeat each Element)

    package init(_ elements: repeat each Element) { self.elements = (repeat each elements) }

    package static var cellLayout: Layout {
        var isReference: [Bool] = []
        for type in repeat (each Element).self { isReference += type.cellLayout.isReference }
        return Layout(isReference: isReference)
    }

    package static var slotCount: Int {
        var count = 0
        for type in repeat (each Element).self { count += type.slotCount }
        return count
    }

    package static func load(_ slots: UnsafePointer<UInt64>) throws -> CellTuple<
        repeat each Element
    > {
        var reader = SlotReader(slots)
        return CellTuple(repeat try reader.next((each Element).self))
    }

    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        var slots = slots
        for element in repeat each elements {
            element.store(slots)
            slots += type(of: element).slotCount
        }
    }
}

/// Reads values that lie one after the other.
struct SlotReader {
    private var slots: UnsafePointer<UInt64>

    init(_ slots: UnsafePointer<UInt64>) { self.slots = slots }

    @inline(__always)
    mutating func next<Value: CellValue>(_ type: Value.Type) throws -> Value {
        let value = try Value.load(slots)
        slots += Value.slotCount
        return value
    }
}
