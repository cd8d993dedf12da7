public import Tensors

extension DataFrame {
    /// The rows with these positions, in this order.
    package func rows(_ positions: some Collection<Int>) -> DataFrame {
        DataFrame(unchecked: series.map { $0.rows(positions) })
    }

    package func checkedFilter(_ mask: Tensor) throws(TensorError) -> DataFrame {
        guard mask.dtype == .bool, mask.shape == [count] else {
            throw .shape(
                operation: "filter", expected: "a bool for each of \(count) rows",
                given: mask.shape,
                help: mask.dtype == .bool
                    ? nil : "a comparison gives one, as in 'frame[frame[\"age\"] .> 30]'")
        }
        let chosen = try Checked.scalars(Checked.asType(mask, .int64), as: Int.self)
        return rows(chosen.indices.filter { chosen[$0] != 0 })
    }

    /// The rows where a mask holds: `frame.filter(frame["age"] .> 30)`.
    public func filter(_ mask: Tensor) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedFilter(mask) }
    }

    /// The rows that a test of the row holds for.
    public func filter(_ test: (Row) throws -> Bool) throws -> DataFrame {
        rows(try (0..<count).filter { try test(Row(frame: self, position: $0)) })
    }

    package func checkedRange(_ range: Range<Int>) throws(TensorError) -> DataFrame {
        guard range.lowerBound >= 0, range.upperBound <= count else {
            throw .index(
                operation: "DataFrame",
                index: range.lowerBound < 0 ? range.lowerBound : range.upperBound, axis: 0,
                extent: count)
        }
        return rows(range)
    }

    /// The rows of a range.
    public subscript(range: Range<Int>) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedRange(range) }
    }

    /// The columns with these names.
    public subscript(names: [String]) -> DataFrame { select(names) }

    /// The rows where a mask holds.
    public subscript(mask: Tensor) -> DataFrame { filter(mask) }

    /// All rows, one after the other.
    public var rows: [Row] { (0..<count).map { Row(frame: self, position: $0) } }

    package func checkedSorted(
        _ names: [String], descending: Bool
    ) throws(TensorError) -> DataFrame {
        let keys = try names.map { (name) throws(TensorError) in try column(name) }
        // Equal rows keep their order, so that the last key can be sorted by first. Missing values and what is no number
        // come last either way.
        var order = Array(0..<count)
        for key in keys.reversed() {
            let isLast = key.absent
            let present = isLast.isEmpty ? order : order.filter { !isLast[$0] }
            let missing = isLast.isEmpty ? [] : order.filter { isLast[$0] }
            let positions = try Checked.argsort(key.rows(present).sortKey(), descending: descending)
            order = try Checked.scalars(positions, as: Int.self).map { present[$0] } + missing
        }
        return rows(order)
    }

    /// The rows in the order of one column; equal ones keep theirs, missing values come last.
    public func sorted(by name: String, descending: Bool = false) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedSorted([name], descending: descending) }
    }

    /// The rows in the order of several columns, the first before the second.
    public func sorted(by names: [String], descending: Bool = false) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedSorted(names, descending: descending) }
    }

    package func checkedSample(_ count: Int) throws(TensorError) -> DataFrame {
        guard count >= 0, count <= self.count else {
            throw .domain(
                operation: "sample", problem: "\(count) of \(self.count) rows cannot be drawn",
                help: nil)
        }
        return rows(try RandomOrder.permutation(self.count).prefix(count))
    }

    /// Rows drawn by chance, none twice, from the seeded generator.
    public func sample(_ count: Int) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedSample(count) }
    }

    package func checkedDroppingMissing(_ names: [String]?) throws(TensorError) -> DataFrame {
        let keys = try (names ?? columns).map { (name) throws(TensorError) in try column(name) }
        return rows((0..<count).filter { row in !keys.contains { $0.isMissing(row) } })
    }

    /// The table without the rows in which one of these columns is missing.
    public func droppingMissing(in names: [String]) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedDroppingMissing(names) }
    }

    package func checkedDroppingDuplicates(_ names: [String]?) throws(TensorError) -> DataFrame {
        let keys = try (names ?? columns).map { (name) throws(TensorError) in [try column(name)] }
        return rows(RowNumbers(keys, rows: count, missing: .equal).firsts)
    }

    /// The first of all rows that are equal in these columns, or in all.
    public func droppingDuplicates(in names: [String]? = nil) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedDroppingDuplicates(names) }
    }
}

/// One row of a table: `row.double("age")`, `row.string("name")`.
public struct Row: Sendable, CustomStringConvertible {
    package let frame: DataFrame
    /// The row's position in the table.
    public let position: Int

    package func checkedElement(_ name: String) throws(TensorError) -> Element? {
        try frame.column(name).element(position)
    }

    package func checkedDouble(_ name: String) throws(TensorError) -> Double {
        let element = try checkedElement(name)
        guard let element else { return .nan }
        guard let number = element.number else {
            throw .domain(
                operation: "Row", problem: "column '\(name)' holds texts, not numbers",
                help: "'row.string(\"\(name)\")' gives the text")
        }
        return number
    }

    /// The number in a column; NaN where it is missing.
    public func double(_ name: String) -> Double {
        orEnd { () throws(TensorError) in try checkedDouble(name) }
    }

    /// The text in a column; empty where it is missing.
    public func string(_ name: String) -> String {
        orEnd { () throws(TensorError) in try checkedElement(name)?.text ?? "" }
    }

    /// `name: Ada, age: 36`
    public var description: String {
        frame.series.map { "\($0.name): \($0.text(position))" }.joined(separator: ", ")
    }
}
