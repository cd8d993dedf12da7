public import Tensors

/// A table: named columns of equal length, each with values of one type.
///
///     let penguins = try DataFrame(csv: "penguins.csv")
///     penguins["body_mass_g"].missingCount
///     penguins.tensor(["bill_length_mm", "bill_depth_mm"])
public struct DataFrame: Sendable, Equatable {
    package let series: [Column]

    /// The names of the columns, in order.
    public var columns: [String] { series.map(\.name) }

    /// The number of rows.
    public var count: Int { series.first?.count ?? 0 }

    /// The number of rows and of columns.
    public var shape: [Int] { [count, series.count] }

    /// A table of columns already known to fit together.
    package init(unchecked series: [Column]) {
        self.series = series
    }

    /// A table of these columns.
    ///
    /// - Throws: when two have the same name or their lengths differ.
    package init(checking series: [Column]) throws(TensorError) {
        for (position, column) in series.enumerated() {
            if column.count != series[0].count {
                throw .domain(
                    operation: "DataFrame",
                    problem: "column '\(column.name)' has \(column.count) rows, "
                        + "column '\(series[0].name)' has \(series[0].count)",
                    help: "give all columns the same length")
            }
            if series[..<position].contains(where: { $0.name == column.name }) {
                throw .domain(
                    operation: "DataFrame", problem: "two columns are named '\(column.name)'",
                    help: "'renamed(_:)' gives a column another name")
            }
        }
        self.series = series
    }

    /// A table of these columns, which must have equal lengths and different names.
    public init(_ series: [Column]) {
        self = orEnd { () throws(TensorError) in try DataFrame(checking: series) }
    }

    /// The column with a name.
    package func column(_ name: String) throws(TensorError) -> Column {
        if let column = series.first(where: { $0.name == name }) { return column }
        throw .domain(
            operation: "DataFrame", problem: "no column named '\(name)'",
            help: "the columns are " + columns.map { "'\($0)'" }.joined(separator: ", "))
    }

    /// The column with a name; assigning adds it, or replaces the one of that name.
    public subscript(name: String) -> Column {
        get { orEnd { () throws(TensorError) in try column(name) } }
        set { self = orEnd { () throws(TensorError) in try checkedSetting(name, newValue) } }
    }

    /// The first rows.
    public func head(_ count: Int = 5) -> DataFrame {
        let rows = 0..<max(0, min(count, self.count))
        return DataFrame(unchecked: series.map { $0.rows(rows) })
    }

    /// The last rows.
    public func tail(_ count: Int = 5) -> DataFrame {
        let rows = (self.count - max(0, min(count, self.count)))..<self.count
        return DataFrame(unchecked: series.map { $0.rows(rows) })
    }

    package func selecting(_ names: [String]) throws(TensorError) -> DataFrame {
        var chosen: [Column] = []
        for name in names { chosen.append(try column(name)) }
        return try DataFrame(checking: chosen)
    }

    /// The table with these columns alone, in this order.
    public func select(_ names: [String]) -> DataFrame {
        orEnd { () throws(TensorError) in try selecting(names) }
    }

    /// The table without the rows in which a value is missing.
    public func droppingMissing() -> DataFrame {
        let rows = (0..<count).filter { row in !series.contains { $0.isMissing(row) } }
        return DataFrame(unchecked: series.map { $0.rows(rows) })
    }
}

extension Column {
    package func checkedTensor() throws(TensorError) -> Tensor {
        let missing = self.missing
        switch values {
        case .int(let values) where missing.isEmpty:
            return try Tensor.filled([count], as: Int64.self) { out in
                for row in values.indices { out[row] = Int64(values[row]) }
            }
        case .string:
            throw .domain(
                operation: "tensor", problem: "column '\(name)' holds texts, not numbers",
                help: "'codes()' numbers its categories")
        default:
            let numbers = self.numbers ?? []
            return try Tensor.filled([count], as: Float.self) { out in
                for row in numbers.indices { out[row] = Float(numbers[row]) }
            }
        }
    }

    /// The values as a tensor: int64 for whole numbers, float32 for other numbers and truth values
    /// and where values are missing (NaN).
    public func tensor() -> Tensor {
        orEnd { () throws(TensorError) in try checkedTensor() }
    }

    package func checkedCodes() throws(TensorError) -> Tensor {
        let categories = self.categories
        let code = Dictionary(uniqueKeysWithValues: zip(categories, 0...))
        return try Tensor.filled([count], as: Int64.self) { out in
            for row in 0..<count {
                out[row] = isMissing(row) ? -1 : Int64(code[category(row)] ?? -1)
            }
        }
    }

    /// The position of each value among the sorted ``categories``, −1 where it is missing: labels
    /// for a classifier.
    public func codes() -> Tensor {
        orEnd { () throws(TensorError) in try checkedCodes() }
    }
}

extension DataFrame {
    package func checkedTensor(_ names: [String]? = nil) throws(TensorError) -> Tensor {
        var numbers: [[Double]] = []
        for name in names ?? columns {
            let column = try column(name)
            guard let values = column.numbers else {
                throw .domain(
                    operation: "tensor", problem: "column '\(name)' holds texts, not numbers",
                    help: "choose columns, as in 'tensor([\"\(columns.first ?? name)\"])'; "
                        + "'codes()' numbers the categories of one")
            }
            numbers.append(values)
        }
        let width = numbers.count
        return try Tensor.filled([count, width], as: Float.self) { out in
            for (column, values) in numbers.enumerated() {
                for row in values.indices { out[row * width + column] = Float(values[row]) }
            }
        }
    }

    /// The columns side by side as a float32 tensor `[rows, columns]`; missing values are NaN.
    public func tensor(_ names: [String]? = nil) -> Tensor {
        orEnd { () throws(TensorError) in try checkedTensor(names) }
    }
}
