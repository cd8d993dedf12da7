public import DataFrames
public import Datasets
public import Tensors

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

// MARK: What functions make of values

extension Column {
    /// What a function makes of each number; missing values stay missing.
    public func map(_ transform: (Double) -> Double) -> Column {
        orEnded { try map { (x: Double) throws -> Double in transform(x) } }
    }

    /// What a function makes of each text; missing values stay missing.
    public func map(_ transform: (String) -> String) -> Column {
        orEnded { try map { (x: String) throws -> String in transform(x) } }
    }

    /// The class that a function gives to each number.
    public func categories(_ transform: (Double) -> String) -> Column {
        orEnded { try categories { (x: Double) throws -> String in transform(x) } }
    }

    /// The value of a row, nil where it is missing.
    public subscript(_ row: Int) -> Any? {
        guard row >= 0, row < count else { fatalError("\(TensorError.index(operation: "Column", index: row, axis: 0, extent: count))") }
        return element(row).map(Column.value)
    }

    fileprivate static func value(_ element: DataFrames.Element) -> Any {
        switch element {
        case .int(let value): value
        case .double(let value): value
        case .string(let value): value
        case .bool(let value): value
        }
    }
}

extension Dataset {
    /// What a function makes of each example and its label.
    public func map(_ transform: (Tensor, Tensor) -> (Tensor, Tensor)) -> Dataset {
        orEnded { try map { (x: Tensor, y: Tensor) throws -> (Tensor, Tensor) in transform(x, y) } }
    }

    /// The examples that a test of example and label holds for.
    public func filter(_ test: (Tensor, Tensor) -> Bool) -> Dataset {
        orEnded { try filter { (x: Tensor, y: Tensor) throws -> Bool in test(x, y) } }
    }
}

extension Batches {
    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// The first batch, or nil.
    public var first: (Tensor, Tensor)? {
        for (x, y) in self { return (x, y) }
        return nil
    }
}

extension DataFrame {
    /// The rows that a test holds for.
    public func filter(_ test: (Row) -> Bool) -> DataFrame {
        orEnded { try filter { (row: Row) throws -> Bool in test(row) } }
    }

    /// All rows in random order.
    public func shuffled() -> DataFrame { orEnded { try checkedSample(count) } }
}

extension Row {
    /// The value in a column, nil where it is missing.
    public subscript(_ name: String) -> Any? {
        orEnded { try checkedElement(name) }.map(Column.value)
    }
}

extension Groups: Sequence {
    /// What gives the groups one after the other: what each has in common, and its rows.
    public func makeIterator() -> Zip2Sequence<[String], [DataFrame]>.Iterator { zip(names, frames).makeIterator() }

    /// A row for each group: the medians.
    public func median() -> DataFrame { aggregated(.median) }

    /// A row for each group: the standard deviations, divided by n − 1.
    public func std() -> DataFrame { aggregated(.std) }

    /// A row for each group: the least values.
    public func min() -> DataFrame { aggregated(.min) }

    /// A row for each group: the greatest values.
    public func max() -> DataFrame { aggregated(.max) }
}
