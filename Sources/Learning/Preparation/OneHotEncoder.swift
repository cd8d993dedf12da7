public import Tensors

/// Columns of 0 and 1 for columns of texts: one for each category, in alphabetical order
/// (scikit-learn's `OneHotEncoder`).
///
///     let encoder = OneHotEncoder()
///     let x = encoder.fitTransform([["red", "S"], ["blue", "M"]])     // [2, 4]
public final class OneHotEncoder {
    /// The categories of each column.
    public private(set) var categories: [[String]] = []
    /// Whether a text that `fit` did not see becomes zeros instead of an error.
    public let ignoresUnknown: Bool

    public init(ignoresUnknown: Bool = false) {
        self.ignoresUnknown = ignoresUnknown
    }

    /// Takes the categories that there are, from rows of texts.
    ///
    /// - Throws: when the rows differ in length.
    package func checkedFit(_ rows: [[String]]) throws {
        let width = try width(of: rows)
        categories = (0..<width).map { column in Set(rows.map { $0[column] }).sorted() }
    }

    private func width(of rows: [[String]]) throws -> Int {
        let width = rows.first?.count ?? 0
        for (number, row) in rows.enumerated() where row.count != width {
            throw TensorError.domain(
                operation: "OneHotEncoder",
                problem: "row \(number) has \(row.count) texts, the first has \(width)", help: nil)
        }
        return width
    }

    package func checkedTransform(_ rows: [[String]]) throws -> Tensor {
        guard !categories.isEmpty else {
            throw TensorError.domain(
                operation: "OneHotEncoder", problem: "'transform' before 'fit'",
                help: "call 'fit' with rows of texts first")
        }
        let width = try width(of: rows)
        guard rows.isEmpty || width == categories.count else {
            throw TensorError.domain(
                operation: "OneHotEncoder",
                problem: "rows have \(width) texts, 'fit' saw \(categories.count)", help: nil)
        }
        let wide = categories.reduce(0) { $0 + $1.count }
        var values = [Float](repeating: 0, count: rows.count * wide)
        for (number, row) in rows.enumerated() {
            var start = number * wide
            for (column, text) in row.enumerated() {
                if let place = categories[column].firstIndex(of: text) {
                    values[start + place] = 1
                } else if !ignoresUnknown {
                    throw TensorError.domain(
                        operation: "OneHotEncoder",
                        problem: "'\(text)' was not there in 'fit', in column \(column)",
                        help: "there are " + categories[column].map { "'\($0)'" }.joined(separator: ", "))
                }
                start += categories[column].count
            }
        }
        return try Checked.tensor(values, shape: [rows.count, wide])
    }

    package func checkedInverse(_ x: Tensor) throws -> [[String]] {
        let wide = categories.reduce(0) { $0 + $1.count }
        guard x.rank == 2, x.shape[1] == wide else {
            throw TensorError.shape(
                operation: "OneHotEncoder", expected: "rows of \(wide) columns", given: x.shape,
                help: nil)
        }
        let values = try Checked.scalars(Checked.asType(x, .float64), as: Double.self)
        return (0..<x.shape[0]).map { row in
            var start = row * wide
            return categories.map { names in
                defer { start += names.count }
                let part = values[start..<(start + names.count)]
                let best = part.indices.max { part[$0] < part[$1] } ?? start
                return names.isEmpty ? "" : names[best - start]
            }
        }
    }

    /// Takes the categories that there are.
    @discardableResult
    public func fit(_ rows: [[String]]) -> OneHotEncoder {
        orFail { try checkedFit(rows) }
        return self
    }

    /// The columns of 0 and 1, float32 `[rows, categories]`.
    public func transform(_ rows: [[String]]) -> Tensor { orFail { try checkedTransform(rows) } }

    public func fitTransform(_ rows: [[String]]) -> Tensor { fit(rows).transform(rows) }

    /// The texts of rows: those of the greatest numbers.
    public func inverseTransform(_ x: Tensor) -> [[String]] { orFail { try checkedInverse(x) } }
}
