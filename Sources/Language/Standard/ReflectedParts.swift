/// What a value is made of, as `dump` and `Mirror` show it: its elements, its stored properties, its payload.
struct ReflectedParts {
    enum Style: Int {
        case structure, object, enumeration, tuple, optional, collection, dictionary, set
    }

    /// Receives a part: what it is called, its type and its slots, which are borrowed until it returns.
    typealias Visitor = (_ label: String?, _ type: Type, _ slots: UnsafePointer<UInt64>) throws -> Void

    let style: Style?
    let count: Int
    private let visit: (Visitor) throws -> Void

    /// - Parameter type: the value's own type; of an object its class or one above, whose stored properties are wanted.
    init(_ slots: UnsafePointer<UInt64>, _ type: Type) {
        if let elements = type.tupleElements, !elements.isEmpty {
            self.init(.tuple, elements.enumerated().map { ($1.label.isEmpty ? ".\($0)" : $1.label, $1.type) }, slots)
            return
        }
        switch type.nominal?.form {
        case .array:
            let element = type.arguments[0]
            let (elements, count) = HeapObject.array(slots[0])
            self.init(.collection, count) { visitor in
                for index in 0..<count { try visitor(nil, element, UnsafePointer(elements + index * element.layout.count)) }
            }
        case .dictionary, .set: self.init(HeapObject.dictionary(slots[0]), type)
        case .optional:
            let wrapped = type.arguments[0]
            let payload = type.layout.count == wrapped.layout.count ? slots : slots + 1
            self.init(.optional, slots[0] == 0 ? 0 : 1) { visitor in if slots[0] != 0 { try visitor("some", wrapped, payload) } }
        case .range, .closedRange:
            self.init(nil, [("lowerBound", type.arguments[0]), ("upperBound", type.arguments[0])], slots)
        case .structure where type.nominal?.conduct == nil:
            self.init(.structure, type.fields.map { ($0.name, $0.type) }, slots)
        case .reference:
            let above = type.superclass?.fields.reduce(0) { $0 + $1.type.layout.count } ?? 0
            self.init(.object, type.ownFields.map { ($0.name, $0.type) }, HeapObject.object(slots[0]).slots + above)
        case .enumeration:
            let shape = EnumShape(type, case: Int(truncatingIfNeeded: slots[0]))
            self.init(.enumeration, shape.payload.isEmpty ? 0 : 1) { visitor in
                if shape.payload.isEmpty { return }
                let isPlain = shape.payload.count == 1 && shape.payload[0].label.isEmpty
                let payload = isPlain ? shape.payload[0].type : .make(.tuple(shape.payload))
                try shape.withPayload(of: slots) { try visitor(shape.name, payload, $0) }
            }
        default: self.init(nil, 0) { _ in }
        }
    }

    private init(_ style: Style?, _ count: Int, _ visit: @escaping (Visitor) throws -> Void) {
        self.style = style
        self.count = count
        self.visit = visit
    }

    /// Parts that lie one after the other.
    private init(_ style: Style?, _ parts: [(label: String, type: Type)], _ slots: UnsafePointer<UInt64>) {
        self.init(style, parts.count) { visitor in
            var offset = 0
            for (label, type) in parts {
                try visitor(label, type, slots + offset)
                offset += type.layout.count
            }
        }
    }

    /// A dictionary's parts are pairs, a set's its members.
    private init(_ storage: DictionaryStorage, _ type: Type) {
        let rows = (0..<storage.rowCount).lazy.filter { storage.isUsed($0) }
        let key = type.arguments[0]
        guard type.nominal !== NominalType.set else {
            self.init(.set, storage.count) { visitor in for row in rows { try visitor(nil, key, UnsafePointer(storage.key(row))) } }
            return
        }
        let value = type.arguments[1]
        let pair = Type.make(.tuple([Type.TupleElement(label: "key", type: key), Type.TupleElement(label: "value", type: value)]))
        self.init(.dictionary, storage.count) { visitor in
            try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: pair.layout.count + 1) { buffer in
                let slots = buffer.baseAddress.unsafelyUnwrapped
                for row in rows {
                    slots.update(from: storage.key(row), count: key.layout.count)
                    (slots + key.layout.count).update(from: storage.value(row), count: value.layout.count)
                    try visitor(nil, pair, UnsafePointer(slots))
                }
            }
        }
    }

    func forEach(_ visitor: Visitor) throws { try visit(visitor) }
}
