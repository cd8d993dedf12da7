/// What `dump` writes: a value and what it is made of, each part on a line of its own.
struct Dump {
    let machine: Machine
    private var text = ""
    /// Objects that were written, with their numbers.
    private var objects: [UInt64: Int] = [:]

    /// How far the whole is indented, and how deep parts of parts are shown.
    private let indent: Int
    private let maximumDepth: Int

    init(machine: Machine, indent: Int = 0, maximumDepth: Int = .max) {
        self.machine = machine
        self.indent = max(0, min(indent, 1000))
        self.maximumDepth = maximumDepth
    }

    func text(_ slots: UnsafePointer<UInt64>, _ type: Type, name: String?) throws -> String {
        var dump = self
        try dump.add(slots, type, label: name, indent: indent)
        return dump.text
    }

    private mutating func line(_ value: String, _ label: String?, _ indent: Int, isOpen: Bool) {
        let depth = (indent - self.indent) / 2
        if depth > maximumDepth { return }
        text += String(repeating: " ", count: indent) + (isOpen ? depth == maximumDepth ? "▹ " : "▿ " : "- ") + (label.map { "\($0): " } ?? "") + value + "\n"
    }

    private mutating func add(_ slots: UnsafePointer<UInt64>, _ type: Type, label: String?, indent: Int) throws {
        if case .existential = type.kind, slots[0] != 0 {
            let (inner, payload) = HeapObject.existential(at: slots)
            return try add(payload, inner, label: label, indent: indent)
        }
        if let elements = type.tupleElements, !elements.isEmpty {
            return try parts(elements.map { ($0.label, $0.type) }, slots, "(\(elements.count) elements)", label, indent)
        }
        guard let nominal = type.nominal else { return line(try machine.describe(slots, type, debug: true), label, indent, isOpen: false) }
        switch nominal.form {
        case .array:
            let (elements, count) = HeapObject.array(slots[0])
            let element = type.arguments[0]
            line("\(count) element\(count == 1 ? "" : "s")", label, indent, isOpen: count > 0)
            for index in 0..<count { try add(elements + index * element.layout.count, element, label: nil, indent: indent + 2) }
        case .dictionary, .set:
            let storage = HeapObject.dictionary(slots[0])
            let isSet = nominal === NominalType.set
            let noun = isSet ? "member" : "key/value pair"
            line("\(storage.count) \(noun)\(storage.count == 1 ? "" : "s")", label, indent, isOpen: storage.count > 0)
            for row in 0..<storage.rowCount where storage.isUsed(row) {
                if isSet {
                    try add(UnsafePointer(storage.key(row)), type.arguments[0], label: nil, indent: indent + 2)
                    continue
                }
                line("(2 elements)", nil, indent + 2, isOpen: true)
                try add(UnsafePointer(storage.key(row)), type.arguments[0], label: "key", indent: indent + 4)
                try add(UnsafePointer(storage.value(row)), type.arguments[1], label: "value", indent: indent + 4)
            }
        case .optional:
            let wrapped = type.arguments[0]
            let description = try machine.describe(slots, type, debug: true)
            line(description, label, indent, isOpen: slots[0] != 0)
            if slots[0] != 0 { try add(type.layout.count == wrapped.layout.count ? slots : slots + 1, wrapped, label: "some", indent: indent + 2) }
        case .range, .closedRange:
            try parts([("lowerBound", type.arguments[0]), ("upperBound", type.arguments[0])], slots, try machine.describe(slots, type, debug: true), label, indent)
        case .structure where nominal.conduct == nil:
            let isDescribed = nominal.witnesses[type]?.description != nil || nominal.witnesses[type]?.debugDescription != nil
            let head = isDescribed ? try machine.describe(slots, type, debug: true) : type.qualifiedDescription
            try parts(type.fields.map { ($0.name, $0.type) }, slots, head, label, indent)
        case .reference:
            let (dynamic, fields) = HeapObject.object(slots[0])
            if let number = objects[slots[0]] { return line("\(dynamic.qualifiedDescription) #\(number)", label, indent, isOpen: true) }
            let number = objects.count
            objects[slots[0]] = number
            line("\(dynamic.qualifiedDescription) #\(number)", label, indent, isOpen: !dynamic.fields.isEmpty)
            try layers(of: dynamic, fields, indent + 2)
        case .enumeration:
            let shape = EnumShape(type, case: Int(truncatingIfNeeded: slots[0]))
            let head = "\(type.qualifiedDescription).\(shape.name)"
            line(head, label, indent, isOpen: !shape.payload.isEmpty)
            guard !shape.payload.isEmpty else { return }
            var inner = self
            try shape.withPayload(of: slots) { payload in
                if shape.payload.count == 1, shape.payload[0].label.isEmpty {
                    try inner.add(payload, shape.payload[0].type, label: shape.name, indent: indent + 2)
                } else {
                    try inner.parts(shape.payload.map { ($0.label, $0.type) }, payload, "(\(shape.payload.count) element\(shape.payload.count == 1 ? "" : "s"))", shape.name, indent + 2)
                }
            }
            self = inner
        default:
            line(try machine.describe(slots, type, debug: true), label, indent, isOpen: false)
        }
    }

    /// An object's stored properties, those of the class above first and further in.
    private mutating func layers(of type: Type, _ slots: UnsafePointer<UInt64>, _ indent: Int) throws {
        var offset = 0
        if let parent = type.superclass {
            line(parent.qualifiedDescription, "super", indent, isOpen: !parent.fields.isEmpty)
            try layers(of: parent, slots, indent + 2)
            offset = parent.fields.reduce(0) { $0 + $1.type.layout.count }
        }
        for field in type.ownFields {
            try add(slots + offset, field.type, label: field.name, indent: indent)
            offset += field.type.layout.count
        }
    }

    private mutating func parts(_ parts: [(label: String, type: Type)], _ slots: UnsafePointer<UInt64>, _ head: String, _ label: String?, _ indent: Int) throws {
        line(head, label, indent, isOpen: !parts.isEmpty)
        var offset = 0
        for (index, part) in parts.enumerated() {
            try add(slots + offset, part.type, label: part.label.isEmpty ? ".\(index)" : part.label, indent: indent + 2)
            offset += part.type.layout.count
        }
    }
}
