/// Hashing by a value's type, element by element.
extension Machine {
    /// Feeds a value to a hasher; equal values feed the same.
    package func hash(
        _ slots: UnsafePointer<UInt64>, _ type: Type, into hasher: inout CellHasher
    ) throws {
        switch type.kind {
        case .tuple(let elements):
            var offset = 0
            for element in elements {
                try hash(slots + offset, element.type, into: &hasher)
                offset += element.type.layout.count
            }
        case .existential:
            let (type, payload) = HeapObject.existential(at: slots)
            try hash(payload, type, into: &hasher)
        case .nominal(let nominal, let arguments):
            try hash(slots, type, nominal, arguments, into: &hasher)
        case .function, .metatype, .never, .error, .parameter:
            hasher.combine(slots[0])
        }
    }

    private func hash(
        _ slots: UnsafePointer<UInt64>, _ type: Type, _ nominal: NominalType, _ arguments: [Type],
        into hasher: inout CellHasher
    ) throws {
        if let conduct = nominal.conduct {
            if let hash = conduct.hash { try hash(self, slots, type, &hasher) }
            return
        }
        if !nominal.witnesses.isEmpty, let witnesses = nominal.witnesses[type] {
            if let function = witnesses.hash {
                return try hash(slots, type, by: function, into: &hasher)
            }
            // Equal by its own '==', without a 'hash' of its own: all that is known is that equal ones are equal.
            if witnesses.equality != nil { return hasher.combine(0 as UInt64) }
        }
        switch nominal.form {
        // 0.0 equals -0.0.
        case .double: hasher.combine((Double.load(slots) + 0).bitPattern)
        case .float: hasher.combine(UInt64((Float.load(slots) + 0).bitPattern))
        case .string, .character: hasher.combine(HeapObject.string(HeapObject.block(slots[0])))
        case .optional:
            hasher.combine(slots[0] != 0)
            if slots[0] != 0 {
                let isTagged = type.layout.count != arguments[0].layout.count
                try hash(isTagged ? slots + 1 : slots, arguments[0], into: &hasher)
            }
        case .array:
            let (elements, count) = HeapObject.array(slots[0])
            hasher.combine(UInt64(count))
            for index in 0..<count {
                try hash(elements + index * arguments[0].layout.count, arguments[0], into: &hasher)
            }
        case .dictionary, .set:
            let storage = HeapObject.dictionary(slots[0])
            // The order does not count.
            var sum: UInt64 = 0
            for row in 0..<storage.rowCount where storage.isUsed(row) {
                var one = CellHasher()
                try hash(storage.key(row), storage.keyType, into: &one)
                try hash(storage.value(row), storage.valueType, into: &one)
                sum &+= one.finalize()
            }
            hasher.combine(sum)
        case .range, .closedRange:
            try hash(slots, arguments[0], into: &hasher)
            try hash(slots + arguments[0].layout.count, arguments[0], into: &hasher)
        case .structure:
            var offset = 0
            for field in type.fields {
                try hash(slots + offset, field.type, into: &hasher)
                offset += field.type.layout.count
            }
        case .enumeration:
            hasher.combine(slots[0])
            let shape = EnumShape(type, case: Int(truncatingIfNeeded: slots[0]))
            try shape.withPayload(of: slots) { payload in
                var base = payload
                for element in shape.payload {
                    try hash(base, element.type, into: &hasher)
                    base += element.type.layout.count
                }
            }
        default:
            hasher.combine(slots[0])
        }
    }

    /// A cell's own `hash(into:)`.
    private func hash(
        _ slots: UnsafePointer<UInt64>, _ type: Type, by function: Function,
        into hasher: inout CellHasher
    ) throws {
        let box = HasherBox()
        box.hasher = hasher
        let count = type.layout.count
        var hasherSlot = HeapObject.makeNative(HasherValue(box: box))
        defer { HeapObject.release(hasherSlot) }
        try withUnsafeMutablePointer(to: &hasherSlot) { address in
            let arguments = (0..<count).map { slots[$0] } + [UInt64(UInt(bitPattern: address))]
            var result: UInt64 = 0
            try arguments.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                try call(
                    function, arguments: base, argumentCount: arguments.count, result: &result,
                    resultCount: 0)
            }
        }
        hasher = box.hasher
    }
}

/// `Hasher` as a cell has it.
final class HasherBox: @unchecked Sendable {
    var hasher = CellHasher()
}

struct HasherValue: CellObject {
    let box: HasherBox
}
