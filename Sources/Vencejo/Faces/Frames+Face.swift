public import DataFrames
internal import Datasets
internal import Tensors

extension Column {
    /// A column of an array of numbers, texts or truth values, with nil where one is missing; of a tensor or a range.
    public init(_ name: String, _ values: Any) {
        self = orEnded { try Column.made(name, values) }
    }

    fileprivate static func made(_ name: String, _ values: Any) throws -> Column {
        switch values {
        case let column as Column: return column.renamed(name)
        case let tensor as Tensor: return try made(name, tensor)
        case let values as [Int]: return Column(name, values)
        case let values as [Double]: return Column(name, values)
        case let values as [Float]: return Column(name, values.map { Double($0) })
        case let values as [Bool]: return Column(name, values)
        case let values as [String]: return Column(name, values)
        case let values as [Int?]: return Column(name: name, elements: values.map { $0.map { .int($0) } })
        case let values as [Double?]: return Column(name: name, elements: values.map { $0.map { .double($0) } })
        case let values as [Bool?]: return Column(name: name, elements: values.map { $0.map { .bool($0) } })
        case let values as [String?]: return Column(name: name, elements: values.map { $0.map { .string($0) } })
        case let values as any TensorConvertible: return try made(name, Tensor(values))
        default:
            throw TensorError.domain(
                operation: "Column", problem: "a column cannot be made from a value of type '\(type(of: values))'", help: "arrays of numbers, texts and truth values can")
        }
    }

    private static func made(_ name: String, _ tensor: Tensor) throws -> Column {
        guard tensor.rank == 1 else {
            throw TensorError.shape(operation: "Column", expected: "one value for each row", given: tensor.shape, help: nil)
        }
        if tensor.dtype.isFloatingPoint { return Column(name, try Checked.scalars(Checked.asType(tensor, .float64), as: Double.self)) }
        let values = try Checked.scalars(Checked.asType(tensor, .int64), as: Int.self)
        return tensor.dtype == .bool ? Column(name, values.map { $0 != 0 }) : Column(name, values)
    }
}

extension DataFrame {
    /// A table of values by name: arrays, with nil where one is missing, tensors, columns.
    public init(_ columns: KeyValuePairs<String, Any>) {
        self = orEnded { try DataFrame(checking: columns.map { try Column.made($0.key, $0.value) }) }
    }

    /// The table with a column added, or replaced where there is one of that name.
    public func setting(_ name: String, _ values: Any) -> DataFrame {
        orEnded { try checkedSetting(name, Column.made(name, values)) }
    }
}

/// The path of a data set's folder or file, or nil. It is looked for in the folder that the environment variable
/// `VENCEJO_DATA` names, in `data` and in `~/.local/share/vencejo/data`.
public func dataFolder(_ name: String) -> String? { DataFolder.find(name) }
