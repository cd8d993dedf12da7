/// What a value is made of, for those who unfold it.
package struct ValueParts {
    package struct Part {
        package let name: String
        package let type: Type
        /// Borrowed: there as long as the whole is, and its `ValueParts`.
        package let slots: UnsafePointer<UInt64>
    }

    package private(set) var parts: [Part] = []
    /// Payloads lie in their enum in pieces; these are whole.
    private var payloads: [CellResult] = []

    /// How many parts a value has, without making them; 0 where it is not unfolded.
    package static func count(_ slots: UnsafePointer<UInt64>, _ type: Type) -> Int {
        switch type.kind {
        case .tuple(let elements): return elements.count
        case .existential:
            if slots[0] == 0 { return 0 }
            let (inner, payload) = HeapObject.existential(at: slots)
            return count(payload, inner)
        case .nominal(let nominal, let arguments):
            switch nominal.form {
            case .array: return HeapObject.array(slots[0]).count
            case .dictionary, .set:
                return slots[0] == 0 ? 0 : HeapObject.dictionary(slots[0]).count
            case .optional:
                if slots[0] == 0 { return 0 }
                return count(slots + (type.layout.count - arguments[0].layout.count), arguments[0])
            case .structure: return type.fields.count
            case .reference: return slots[0] == 0 ? 0 : HeapObject.type(HeapObject.block(slots[0])).fields.count
            case .enumeration: return EnumShape(type, case: Int(truncatingIfNeeded: slots[0])).payload.count
            default: return 0
            }
        default: return 0
        }
    }

    private init() {}

    /// - Parameter range: which parts; those of an array are many.
    package init(of slots: UnsafePointer<UInt64>, _ type: Type, _ range: Range<Int>, _ machine: Machine) {
        self.init()
        switch type.kind {
        case .tuple(let elements):
            add(elements.enumerated().map { ($1.label.isEmpty ? ".\($0)" : $1.label, $1.type) }, slots, range)
        case .existential where slots[0] != 0:
            let (inner, payload) = HeapObject.existential(at: slots)
            self = ValueParts(of: payload, inner, range, machine)
        case .nominal(let nominal, let arguments):
            add(slots, type, nominal, arguments, range, machine)
        default: break
        }
    }

    private mutating func add(
        _ slots: UnsafePointer<UInt64>, _ type: Type, _ nominal: NominalType, _ arguments: [Type], _ range: Range<Int>,
        _ machine: Machine
    ) {
        switch nominal.form {
        case .array:
            let (elements, count) = HeapObject.array(slots[0])
            for index in range.clamped(to: 0..<count) {
                parts.append(
                    Part(
                        name: "[\(index)]", type: arguments[0],
                        slots: UnsafePointer(elements) + index * arguments[0].layout.count))
            }
        case .dictionary, .set:
            guard slots[0] != 0 else { return }
            let storage = HeapObject.dictionary(slots[0])
            var index = 0
            for row in 0..<storage.rowCount where storage.isUsed(row) {
                defer { index += 1 }
                guard range.contains(index) else { continue }
                if arguments.count == 1 {
                    parts.append(Part(name: "[\(index)]", type: arguments[0], slots: UnsafePointer(storage.key(row))))
                } else {
                    let key = (try? machine.describe(UnsafePointer(storage.key(row)), arguments[0], debug: true)) ?? "?"
                    parts.append(Part(name: "[\(key)]", type: arguments[1], slots: UnsafePointer(storage.value(row))))
                }
            }
        case .optional where slots[0] != 0:
            self = ValueParts(of: slots + (type.layout.count - arguments[0].layout.count), arguments[0], range, machine)
        case .structure:
            add(type.fields.map { ($0.name, $0.type) }, slots, range)
        case .reference where slots[0] != 0:
            let block = HeapObject.block(slots[0])
            add(
                HeapObject.type(block).fields.map { ($0.name, $0.type) },
                UnsafePointer(block + HeapObject.typedHeaderWords), range)
        case .enumeration:
            let shape = EnumShape(type, case: Int(truncatingIfNeeded: slots[0]))
            guard !shape.payload.isEmpty else { return }
            let elements = shape.payload.enumerated().map { ($1.label.isEmpty ? ".\($0)" : $1.label, $1.type) }
            let whole = Type.make(.tuple(shape.payload))
            shape.withPayload(of: slots) { payload in
                HeapObject.retain(payload, whole.layout)
                let copy = CellResult(type: whole, taking: payload)
                payloads.append(copy)
                add(elements, UnsafePointer(copy.slots), range)
            }
        default: break
        }
    }

    private mutating func add(
        _ elements: [(name: String, type: Type)], _ slots: UnsafePointer<UInt64>, _ range: Range<Int>
    ) {
        var slots = slots
        for (index, element) in elements.enumerated() {
            if range.contains(index) { parts.append(Part(name: element.name, type: element.type, slots: slots)) }
            slots += element.type.layout.count
        }
    }
}
