/// Arrays, optionals and ranges of what can be handed over.
extension Array: CellValue where Element: CellValue {
    package static var cellLayout: Layout { .reference }
    package static var slotCount: Int { 1 }

    package static func load(_ slots: UnsafePointer<UInt64>) throws -> [Element] {
        let (elements, count) = HeapObject.array(slots[0])
        // Doubles and Ints lie as Swift's own arrays have them.
        if Element.self == Double.self || Element.self == Int.self {
            let raw = UnsafeRawPointer(elements).assumingMemoryBound(to: Element.self)
            return Array(UnsafeBufferPointer(start: raw, count: count))
        }
        let stride = Element.slotCount
        var result: [Element] = []
        result.reserveCapacity(count)
        var slots = UnsafePointer(elements)
        for _ in 0..<count {
            result.append(try Element.load(slots))
            slots += stride
        }
        return result
    }

    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        let array = HeapObject.makeArray(
            capacity: count, layout: LayoutTable.descriptor(Element.cellLayout))
        array[3] = UInt64(truncatingIfNeeded: count)
        var target = HeapObject.elements(array)
        if Element.self == Double.self || Element.self == Int.self {
            withUnsafeBytes { bytes in
                if let base = bytes.baseAddress {
                    UnsafeMutableRawPointer(target).copyMemory(from: base, byteCount: bytes.count)
                }
            }
        } else {
            let stride = Element.slotCount
            for element in self {
                element.store(target)
                target += stride
            }
        }
        slots[0] = HeapObject.reference(array)
    }
}

extension Optional: CellValue where Wrapped: CellValue {
    package static var cellLayout: Layout {
        let wrapped = Wrapped.cellLayout
        return isTagged ? Layout(isReference: [false] + wrapped.isReference) : wrapped
    }

    /// An optional of what is one reference is that reference or 0.
    private static var isTagged: Bool {
        if Wrapped.self is any AnyCellOptional.Type { return true }
        return !Wrapped.cellLayout.isSingleReference
    }

    package static func load(_ slots: UnsafePointer<UInt64>) throws -> Wrapped? {
        if slots[0] == 0 { return nil }
        return try Wrapped.load(isTagged ? slots + 1 : slots)
    }

    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        guard let value = self else {
            for index in 0..<Self.slotCount { slots[index] = 0 }
            return
        }
        if Self.isTagged {
            slots[0] = 1
            value.store(slots + 1)
        } else {
            value.store(slots)
        }
    }
}

private protocol AnyCellOptional {}
extension Optional: AnyCellOptional where Wrapped: CellValue {}

extension Range: CellValue where Bound: CellValue {
    package static var cellLayout: Layout { boundsLayout(Bound.self, Bound.self) }

    package static func load(_ slots: UnsafePointer<UInt64>) throws -> Range<Bound> {
        let lower = try Bound.load(slots)
        let upper = try Bound.load(slots + Bound.slotCount)
        return Range(uncheckedBounds: (lower, upper))
    }

    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        lowerBound.store(slots)
        upperBound.store(slots + Bound.slotCount)
    }
}

extension ClosedRange: CellValue where Bound: CellValue {
    package static var cellLayout: Layout { boundsLayout(Bound.self, Bound.self) }

    package static func load(_ slots: UnsafePointer<UInt64>) throws -> ClosedRange<Bound> {
        let lower = try Bound.load(slots)
        let upper = try Bound.load(slots + Bound.slotCount)
        return ClosedRange(uncheckedBounds: (lower, upper))
    }

    package func store(_ slots: UnsafeMutablePointer<UInt64>) {
        lowerBound.store(slots)
        upperBound.store(slots + Bound.slotCount)
    }
}

extension PartialRangeFrom: CellValue where Bound: CellValue {
    package static var cellLayout: Layout { Bound.cellLayout }
    package static func load(_ slots: UnsafePointer<UInt64>) throws -> PartialRangeFrom<Bound> {
        PartialRangeFrom(try Bound.load(slots))
    }
    package func store(_ slots: UnsafeMutablePointer<UInt64>) { lowerBound.store(slots) }
}

extension PartialRangeUpTo: CellValue where Bound: CellValue {
    package static var cellLayout: Layout { Bound.cellLayout }
    package static func load(_ slots: UnsafePointer<UInt64>) throws -> PartialRangeUpTo<Bound> {
        PartialRangeUpTo(try Bound.load(slots))
    }
    package func store(_ slots: UnsafeMutablePointer<UInt64>) { upperBound.store(slots) }
}

extension PartialRangeThrough: CellValue where Bound: CellValue {
    package static var cellLayout: Layout { Bound.cellLayout }
    package static func load(_ slots: UnsafePointer<UInt64>) throws -> PartialRangeThrough<Bound> {
        PartialRangeThrough(try Bound.load(slots))
    }
    package func store(_ slots: UnsafeMutablePointer<UInt64>) { upperBound.store(slots) }
}

private func boundsLayout<Lower: CellValue, Upper: CellValue>(
    _ lower: Lower.Type, _ upper: Upper.Type
) -> Layout {
    Layout(isReference: lower.cellLayout.isReference + upper.cellLayout.isReference)
}
