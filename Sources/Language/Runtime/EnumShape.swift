/// Where a case's payload lies in an enum's slots: scalars from slot 1 on, references after the room for scalars; or in
/// a box, of which the first reference is the enum's.
struct EnumShape {
    let name: String
    let payload: [Type.TupleElement]
    /// The enum's slot for each slot of the payload's values, one after the other; for an indirect case the one slot
    /// that refers to the box.
    let slots: [Int]
    let isIndirect: Bool

    init(_ type: Type, case index: Int) {
        guard let nominal = type.nominal, nominal.cases.indices.contains(index) else {
            name = ""
            payload = []
            slots = []
            isIndirect = false
            return
        }
        let types = Substitution(nominal.genericParameters, type.arguments)
        let enumCase = nominal.cases[index]
        name = enumCase.name
        isIndirect = enumCase.isIndirect
        payload = enumCase.payload.map {
            Type.TupleElement(label: $0.label, type: $0.type.substituting(types))
        }
        var scalar = 1
        var reference = type.layout.references.first ?? type.layout.count
        if isIndirect {
            slots = [reference]
            return
        }
        var slots: [Int] = []
        for element in payload {
            for isReference in element.type.layout.isReference {
                if isReference {
                    slots.append(reference)
                    reference += 1
                } else {
                    slots.append(scalar)
                    scalar += 1
                }
            }
        }
        self.slots = slots
    }

    /// How the payload's values lie one after the other.
    var payloadLayout: Layout {
        Layout(isReference: payload.flatMap { $0.type.layout.isReference })
    }

    /// Hands over the payload's values one after the other, borrowed.
    func withPayload<Result>(
        of value: UnsafePointer<UInt64>, _ body: (UnsafePointer<UInt64>) throws -> Result
    ) rethrows -> Result {
        if isIndirect {
            return try body(HeapObject.block(value[slots[0]]) + HeapObject.headerWords)
        }
        return try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: slots.count + 1) {
            buffer in
            for (position, slot) in slots.enumerated() { buffer[position] = value[slot] }
            // At least one slot was asked for.
            return try body(UnsafePointer(buffer.baseAddress.unsafelyUnwrapped))
        }
    }
}
