package import Language
internal import DataFrames
internal import NeuralNetworks
internal import Tensors

/// Something to be known of a value that has no parts of a cell's language: a tensor's shape, a column of a table.
package struct ValueFact: Sendable {
    package let name: String
    package let type: String
    package let value: String
}

extension Library {
    /// What there is to know of a value of the library; empty for others.
    package func facts(of slots: UnsafePointer<UInt64>, _ type: Type) -> [ValueFact] {
        guard case .native? = type.nominal?.form else { return [] }
        if let tensor = HeapObject.native(slots[0], as: Tensor.self)?.pointee {
            return [
                ValueFact(name: "shape", type: "[Int]", value: "\(tensor.shape)"),
                ValueFact(name: "count", type: "Int", value: "\(tensor.shape.reduce(1, *))"),
                ValueFact(name: "memory", type: "Int", value: "\(tensor.byteCount) bytes"),
            ]
        }
        if let layer = HeapObject.native(slots[0], as: LayerValue.self)?.pointee {
            return ModelWalk(layer.layer).parameters.map { named in
                ValueFact(name: named.path, type: "Parameter", value: "\(named.parameter.value.shape)")
            }
        }
        if let frame = HeapObject.native(slots[0], as: DataFrame.self)?.pointee {
            return frame.columns.map { ValueFact(name: $0, type: "column", value: "\(frame.shape.first ?? 0) rows") }
        }
        return []
    }
}
