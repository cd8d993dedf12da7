internal import Language
internal import NeuralNetworks
internal import Tensors

/// A built-in layer as a value of the language: whatever its class, the slot holds this.
struct LayerValue: CellObject {
    let layer: BuiltInLayer
}

/// A model that a cell declared, as the library sees it: a layer whose call runs the cell's `callAsFunction`, and whose
/// parameters are those of its stored properties.
struct CellLayer: Layer, ParameterContainer {
    let value: AnyCellValue

    func callAsFunction(_ x: Tensor) -> Tensor {
        do {
            return try call(x)
        } catch {
            fatalError("\(error)")
        }
    }

    func call(_ x: Tensor) throws -> Tensor {
        var declaring: Type? = value.type
        var found: Function?
        while found == nil, let type = declaring, let nominal = type.nominal {
            // A generic type's is made for its arguments; a class may take it over from the one above.
            found = nominal.witnesses[type]?.call
            declaring = type.superclass
        }
        guard let function = found else {
            throw TensorError.domain(
                operation: value.type.description, problem: "the model cannot be called with one tensor alone, as 'fit', 'predict' and 'Sequential' do",
                help: "declare 'func callAsFunction(_ x: Tensor) -> Tensor', or train it in a loop of your own")
        }
        return try CellModels.call(function, on: value, with: x)
    }

    var kindName: String { value.type.description }

    func children() -> [(name: String, value: ParameterNode)] {
        var walk = Walk()
        return walk.children(of: value.type, value.slots)
    }
}

/// A walk through a value's stored properties. Each object is entered once, for objects may refer to each other.
private struct Walk {
    private var seen = Set<UInt64>()

    mutating func children(of type: Type, _ slots: UnsafePointer<UInt64>) -> [(name: String, value: ParameterNode)] {
        var type = type
        var slots = slots
        if type.isClass {
            guard slots[0] != 0, seen.insert(slots[0]).inserted else { return [] }
            (type, slots) = HeapObject.object(slots[0])
        }
        var result: [(name: String, value: ParameterNode)] = []
        var offset = 0
        for field in type.fields {
            if let node = node(field.type, slots + offset) { result.append((field.name.replacing("$__lazy_storage_$_", with: ""), node)) }
            offset += field.type.layout.count
        }
        return result
    }

    /// What a stored property holds for training, if anything.
    private mutating func node(_ type: Type, _ slots: UnsafePointer<UInt64>) -> ParameterNode? {
        if let element = type.arrayElement {
            let (elements, count) = HeapObject.array(slots[0])
            let stride = element.layout.count
            var nodes: [(name: String, value: ParameterNode)] = []
            for index in 0..<count {
                if let node = node(element, UnsafePointer(elements) + index * stride) { nodes.append((String(index), node)) }
            }
            return nodes.isEmpty ? nil : .group(nodes)
        }
        if type.nominal === NominalType.dictionary {
            let storage = HeapObject.dictionary(slots[0])
            var nodes: [(name: String, value: ParameterNode)] = []
            for row in 0..<storage.rowCount where storage.isUsed(row) {
                guard let node = node(type.arguments[1], UnsafePointer(storage.value(row))) else { continue }
                nodes.append((CellModels.text(of: UnsafePointer(storage.key(row)), type.arguments[0]) ?? String(row), node))
            }
            return nodes.isEmpty ? nil : .group(nodes)
        }
        if let wrapped = type.wrapped {
            if slots[0] == 0 { return nil }
            return node(wrapped, wrapped.layout.isSingleReference ? slots : slots + 1)
        }
        if case .existential = type.kind, slots[0] != 0 {
            let (inner, payload) = HeapObject.existential(at: slots)
            return node(inner, UnsafePointer(payload))
        }
        if let elements = type.tupleElements {
            var offset = 0
            var nodes: [(name: String, value: ParameterNode)] = []
            for (index, element) in elements.enumerated() {
                if let node = node(element.type, slots + offset) { nodes.append((element.label.isEmpty ? String(index) : element.label, node)) }
                offset += element.type.layout.count
            }
            return nodes.isEmpty ? nil : .group(nodes)
        }
        switch type.nominal?.form {
        case .native:
            if let layer = HeapObject.native(slots[0], as: LayerValue.self) { return .layer(layer.pointee.layer) }
            if let parameter = HeapObject.native(slots[0], as: Parameter.self) { return .parameter(parameter.pointee) }
            if let tensor = HeapObject.native(slots[0], as: Tensor.self) { return .constant(tensor.pointee, set: nil) }
            return nil
        case .structure, .reference:
            let nodes = children(of: type, slots)
            return nodes.isEmpty ? nil : .group(nodes)
        default: return nil
        }
    }
}

extension Parameter: CellObject {}

/// Calls from the library into cells' types.
enum CellModels {
    nonisolated(unsafe) static weak var machine: Machine?

    /// A dictionary's key as a part of a parameter's name.
    static func text(of slots: UnsafePointer<UInt64>, _ type: Type) -> String? {
        guard let machine else { return nil }
        return try? machine.describe(slots, type, debug: false)
    }

    static func call(_ function: Function, on value: AnyCellValue, with x: Tensor) throws -> Tensor {
        guard let machine else { throw RuntimeFault(.internal, "no machine runs cells") }
        let count = value.type.layout.count
        return try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count + 2) { buffer in
            guard let slots = buffer.baseAddress else { throw RuntimeFault(.internal, "no memory for a call's arguments") }
            slots.update(from: value.slots, count: count)
            x.store(slots + count)
            slots[count + 1] = 0
            defer { HeapObject.release(slots[count]) }
            try machine.call(function, arguments: slots, argumentCount: count + 1, result: slots + count + 1, resultCount: 1)
            defer { HeapObject.release(slots[count + 1]) }
            return try Tensor.load(slots + count + 1)
        }
    }
}

/// A parameter of type `any Layer`: a built-in layer, or a cell's own model.
struct LayerArgument: CellValue {
    let layer: any Layer
    private let source: AnyCellValue?

    init(layer: any Layer) {
        self.layer = layer
        source = nil
    }

    private init(layer: any Layer, source: AnyCellValue) {
        self.layer = layer
        self.source = source
    }

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> LayerArgument {
        let value = try AnyCellValue.load(slots)
        return LayerArgument(layer: try layer(of: value), source: value)
    }

    static func layer(of value: AnyCellValue) throws -> any Layer {
        if let built = value.native(LayerValue.self) { return built.layer }
        if case .existential = value.type.kind { return try load(value.slots).layer }
        return CellLayer(value: value)
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {
        if let source { source.store(slots) }
    }
}
