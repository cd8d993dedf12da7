/// What `dump` writes: a value and what it is made of, each part on a line of its own.
final class Dump {
    private let machine: Machine
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
        text = ""
        objects = [:]
        try add(slots, type, label: name, indent: indent)
        return text
    }

    private func line(_ value: String, _ label: String?, _ indent: Int, isOpen: Bool) {
        let depth = (indent - self.indent) / 2
        if depth > maximumDepth { return }
        text += String(repeating: " ", count: indent) + (isOpen ? depth == maximumDepth ? "▹ " : "▿ " : "- ") + (label.map { "\($0): " } ?? "") + value + "\n"
    }

    private func add(_ slots: UnsafePointer<UInt64>, _ type: Type, label: String?, indent: Int) throws {
        if case .existential = type.kind, slots[0] != 0 {
            let (inner, payload) = HeapObject.existential(at: slots)
            return try add(payload, inner, label: label, indent: indent)
        }
        if case .reference? = type.nominal?.form { return try addObject(slots, label, indent) }
        let parts = ReflectedParts(slots, type)
        try line(head(slots, type, parts), label, indent, isOpen: parts.count > 0)
        try parts.forEach { try add($2, $1, label: $0, indent: indent + 2) }
    }

    private func head(_ slots: UnsafePointer<UInt64>, _ type: Type, _ parts: ReflectedParts) throws -> String {
        func counted(_ noun: String) -> String { "\(parts.count) \(noun)\(parts.count == 1 ? "" : "s")" }
        switch parts.style {
        case .tuple: return "(\(counted("element")))"
        case .collection: return counted("element")
        case .dictionary: return counted("key/value pair")
        case .set: return counted("member")
        case .enumeration where isDescribed(type): return try machine.describe(slots, type, debug: true)
        case .enumeration: return "\(type.qualifiedDescription).\(EnumShape(type, case: Int(truncatingIfNeeded: slots[0])).name)"
        case .structure:
            guard case .structure? = type.nominal?.form else { return try machine.describe(slots, type, debug: true) }
            return isDescribed(type) ? try machine.describe(slots, type, debug: true) : type.qualifiedDescription
        default: return try machine.describe(slots, type, debug: true)
        }
    }

    /// Whether a type of a cell says itself how its values are shown.
    private func isDescribed(_ type: Type) -> Bool {
        let witnesses = type.nominal?.witnesses[type]
        return witnesses?.description != nil || witnesses?.debugDescription != nil
    }

    private func addObject(_ slots: UnsafePointer<UInt64>, _ label: String?, _ indent: Int) throws {
        let type = HeapObject.object(slots[0]).type
        let known = objects[slots[0]]
        let number = known ?? objects.count
        let head = isDescribed(type) ? try machine.describe(slots, type, debug: true) : type.qualifiedDescription
        line("\(head) #\(number)", label, indent, isOpen: known != nil || !type.fields.isEmpty)
        if known != nil { return }
        objects[slots[0]] = number
        try addLayers(of: type, slots, indent + 2)
    }

    /// An object's stored properties, those of the class above first and further in.
    private func addLayers(of type: Type, _ slots: UnsafePointer<UInt64>, _ indent: Int) throws {
        if let parent = type.superclass {
            line(parent.qualifiedDescription, "super", indent, isOpen: !parent.fields.isEmpty)
            try addLayers(of: parent, slots, indent + 2)
        }
        try ReflectedParts(slots, type).forEach { try add($2, $1, label: $0, indent: indent) }
    }
}
