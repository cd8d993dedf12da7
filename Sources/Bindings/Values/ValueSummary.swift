package import Language
internal import DataFrames
internal import Datasets
internal import NeuralNetworks
internal import Tensors

/// What a table of variables, or a tooltip, says of a value.
package struct ValueSummary: Sendable {
    /// `[60000, 784]` of a tensor, a table or an array; empty where there is no such thing.
    package let shape: String
    /// Memory that the value holds, in bytes; what other values share is counted too.
    package let bytes: Int
    /// Its text, cut short.
    package let preview: String
}

extension Library {
    /// - Parameter machine: runs `description` of a cell's own type, so this belongs on the thread of the cells.
    package func summary(of slots: UnsafePointer<UInt64>, _ type: Type, _ machine: Machine, withPreview: Bool) -> ValueSummary {
        var meter = ValueMeter()
        meter.add(slots, type)
        return ValueSummary(
            shape: ValueMeter.shape(slots, type), bytes: meter.bytes,
            preview: withPreview ? ValuePreview.text(slots, type, machine) : "")
    }
}

/// Adds up the memory that values hold.
private struct ValueMeter {
    var bytes = 0
    private var seen: Set<UInt64> = []
    private var layers: Set<ObjectIdentifier> = []

    static func shape(_ slots: UnsafePointer<UInt64>, _ type: Type) -> String {
        if let element = type.arrayElement {
            let (elements, count) = HeapObject.array(slots[0])
            guard element.arrayElement != nil, count > 0 else { return "[\(count)]" }
            // Nested arrays of one length are a matrix.
            let stride = element.layout.count
            let inner = Set((0..<min(count, 1000)).map { HeapObject.array(elements[$0 * stride]).count })
            return inner.count == 1 && count <= 1000 ? "[\(count), \(inner.first ?? 0)]" : "[\(count)]"
        }
        guard case .native? = type.nominal?.form else { return "" }
        if let tensor = HeapObject.native(slots[0], as: Tensor.self) { return "\(tensor.pointee.shape)" }
        if let frame = HeapObject.native(slots[0], as: DataFrame.self) { return "\(frame.pointee.shape)" }
        if let data = HeapObject.native(slots[0], as: Dataset.self) { return "\(data.pointee.features.shape)" }
        if let parameter = HeapObject.native(slots[0], as: Parameter.self) { return "\(parameter.pointee.value.shape)" }
        return ""
    }

    mutating func add(_ slots: UnsafePointer<UInt64>, _ type: Type) {
        bytes += type.layout.count * 8
        addContents(slots, type)
    }

    /// What lies behind a value's references.
    private mutating func addContents(_ slots: UnsafePointer<UInt64>, _ type: Type) {
        if type.layout.references.isEmpty { return }
        switch type.kind {
        case .tuple(let elements): addParts(slots, elements.map(\.type))
        case .existential:
            guard visit(slots[0]) else { return }
            let (inner, payload) = HeapObject.existential(at: slots)
            bytes += 32
            // An object is its own box.
            if payload != slots { add(payload, inner) }
        case .function: bytes += slots[0] == 0 ? 0 : 48
        case .nominal(let nominal, let arguments): addNominal(slots, type, nominal, arguments)
        default: break
        }
    }

    private mutating func addNominal(_ slots: UnsafePointer<UInt64>, _ type: Type, _ nominal: NominalType, _ arguments: [Type]) {
        switch nominal.form {
        case .string, .character:
            guard visit(slots[0]) else { return }
            let count = HeapObject.string(slots[0]).utf8.count
            bytes += 40 + (count > 15 ? count + 32 : 0)
        case .array:
            guard visit(slots[0]) else { return }
            let (elements, count) = HeapObject.array(slots[0])
            let stride = arguments[0].layout.count
            bytes += 40 + count * stride * 8
            guard !arguments[0].layout.references.isEmpty else { return }
            for index in 0..<count { addContents(UnsafePointer(elements) + index * stride, arguments[0]) }
        case .optional:
            let wrapped = arguments[0]
            if slots[0] == 0 { return }
            addContents(slots + (type.layout.count - wrapped.layout.count), wrapped)
        case .structure: addParts(slots, type.fields.map(\.type))
        case .native: addNative(slots[0])
        default:
            // Objects, dictionaries and payloads: the block itself.
            for index in type.layout.references where visit(slots[index]) { bytes += 64 }
        }
    }

    private mutating func addParts(_ slots: UnsafePointer<UInt64>, _ types: [Type]) {
        var offset = 0
        for type in types {
            addContents(slots + offset, type)
            offset += type.layout.count
        }
    }

    private mutating func addNative(_ reference: UInt64) {
        guard visit(reference) else { return }
        bytes += 32
        if let tensor = HeapObject.native(reference, as: Tensor.self) {
            bytes += tensor.pointee.byteCount
        } else if let layer = HeapObject.native(reference, as: LayerValue.self) {
            let walk = ModelWalk(layer.pointee.layer)
            for named in walk.parameters where layers.insert(ObjectIdentifier(named.parameter)).inserted { bytes += named.parameter.value.byteCount }
            for constant in walk.constants { bytes += constant.tensor.byteCount }
        } else if let data = HeapObject.native(reference, as: Dataset.self) {
            bytes += data.pointee.features.byteCount + data.pointee.labels.byteCount
        } else if let parameter = HeapObject.native(reference, as: Parameter.self) {
            bytes += parameter.pointee.value.byteCount
        }
    }

    /// Whether a block is met for the first time.
    private mutating func visit(_ reference: UInt64) -> Bool {
        reference != 0 && seen.insert(reference).inserted
    }
}

/// The beginning of a value's text, made without writing the rest.
private enum ValuePreview {
    private static let mostElements = 8
    private static let mostCharacters = 400

    static func text(_ slots: UnsafePointer<UInt64>, _ type: Type, _ machine: Machine) -> String {
        if let element = type.arrayElement {
            let (elements, count) = HeapObject.array(slots[0])
            if count > mostElements {
                let stride = element.layout.count
                let first = (0..<mostElements).map { text(UnsafePointer(elements) + $0 * stride, element, machine) }
                return cut("[" + first.joined(separator: ", ") + ", … \(count) elements]")
            }
        }
        guard let text = try? machine.describe(slots, type, debug: true) else { return "" }
        return cut(text)
    }

    private static func cut(_ text: String) -> String {
        text.utf8.count > mostCharacters ? text.prefix(mostCharacters) + "…" : text
    }
}
