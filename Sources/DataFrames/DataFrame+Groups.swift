package import Tensors

/// The rows of a table by the values of some columns.
///
///     tips.grouped(by: "day").mean()
///     tips.grouped(by: ["day", "sex"]).aggregated(["tip": .mean, "size": .max])
///
/// Groups are in the order of their keys; rows whose key is missing belong to none, as in pandas.
public struct Groups: Sendable {
    package let frame: DataFrame
    package let keys: [String]
    /// The positions of the rows of each group.
    package let members: [[Int]]

    package init(_ frame: DataFrame, _ keys: [String]) throws(TensorError) {
        guard !keys.isEmpty else {
            throw .domain(operation: "grouped", problem: "no column is named", help: nil)
        }
        let columns = try keys.map { (name) throws(TensorError) in try frame.column(name) }
        let groups = RowNumbers(columns.map { [$0] }, rows: frame.count, missing: .excluded).rows(0..<frame.count)
        self.frame = frame
        self.keys = keys
        self.members = groups.filter { !$0.isEmpty }.sorted { a, b in
            for column in columns {
                if column.precedes(a[0], b[0]) { return true }
                if column.precedes(b[0], a[0]) { return false }
            }
            return false
        }
    }

    /// The number of groups.
    public var count: Int { members.count }

    /// A row for each group: its keys and what is made of columns.
    private func table(_ added: [Column]) throws(TensorError) -> DataFrame {
        let firsts = members.map { $0[0] }
        return try DataFrame(
            checking: keys.map { (name) throws(TensorError) in try frame.column(name).rows(firsts) }
                + added)
    }

    private func column(
        _ column: Column, _ aggregate: Aggregate, named name: String
    ) throws(TensorError) -> Column {
        Column(
            name: name,
            elements: try members.map { (rows) throws(TensorError) in
                try column.rows(rows).aggregated(aggregate)
            })
    }

    package func checkedAggregate(_ aggregate: Aggregate) throws(TensorError) -> DataFrame {
        var added: [Column] = []
        for column in frame.series where !keys.contains(column.name) {
            switch aggregate {
            case .mean, .median, .std, .variance, .sum:
                guard column.kind != .string else { continue }
            default: break
            }
            added.append(try self.column(column, aggregate, named: column.name))
        }
        return try table(added)
    }

    package func checkedAggregate(
        _ wanted: [(name: String, aggregate: Aggregate)]
    ) throws(TensorError) -> DataFrame {
        var added: [Column] = []
        for (name, aggregate) in wanted {
            let repeated = wanted.count { $0.name == name } > 1
            added.append(
                try column(
                    frame.column(name), aggregate,
                    named: repeated ? "\(name)_\(aggregate.rawValue)" : name))
        }
        return try table(added)
    }

    /// A row for each group with one figure of every other column that has it.
    public func aggregated(_ aggregate: Aggregate) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedAggregate(aggregate) }
    }

    /// A row for each group with figures of some columns; two of one column get its name and theirs.
    public func aggregated(_ wanted: KeyValuePairs<String, Aggregate>) -> DataFrame {
        orEnd { () throws(TensorError) in
            try checkedAggregate(wanted.map { (name: $0.key, aggregate: $0.value) })
        }
    }

    /// The means of the groups.
    public func mean() -> DataFrame { aggregated(.mean) }
    /// The sums of the groups.
    public func sum() -> DataFrame { aggregated(.sum) }
    /// The numbers of values in the groups that are not missing.
    public func counts() -> DataFrame { aggregated(.count) }

    package func checkedSizes() throws(TensorError) -> DataFrame {
        try table([Column("size", members.map(\.count))])
    }

    /// The number of rows of each group.
    public func sizes() -> DataFrame { orEnd { () throws(TensorError) in try checkedSizes() } }

    /// What each group has in common: its keys as a text.
    public var names: [String] {
        let columns = frame.series.filter { keys.contains($0.name) }
        let ordered = keys.compactMap { key in columns.first { $0.name == key } }
        return members.map { rows in ordered.map { $0.text(rows[0]) }.joined(separator: ", ") }
    }

    /// The table of each group, in the order of the keys.
    public var frames: [DataFrame] { members.map { frame.rows($0) } }
}

extension DataFrame {
    /// The rows by the values of a column.
    public func grouped(by name: String) -> Groups {
        orEnd { () throws(TensorError) in try Groups(self, [name]) }
    }

    /// The rows by the values of several columns.
    public func grouped(by names: [String]) -> Groups {
        orEnd { () throws(TensorError) in try Groups(self, names) }
    }

    package func checkedPivot(
        rows: String, columns: String, values: String, _ aggregate: Aggregate
    ) throws(TensorError) -> DataFrame {
        let across = try column(columns)
        let value = try column(values)
        let down = try Groups(self, [rows])
        var sides: [(name: String, cells: [Element?])] = []
        for side in try Groups(self, [columns]).members {
            let chosen = Set(side)
            let cells = try down.members.map { (members) throws(TensorError) -> Element? in
                let both = members.filter { chosen.contains($0) }
                return both.isEmpty ? nil : try value.rows(both).aggregated(aggregate)
            }
            // What has no figure anywhere is no part of the table, neither a column nor a row.
            if cells.contains(where: { $0 != nil }) { sides.append((across.text(side[0]), cells)) }
        }
        let kept = down.members.indices.filter { row in sides.contains { $0.cells[row] != nil } }
        return try DataFrame(
            checking: [try column(rows).rows(kept.map { down.members[$0][0] })]
                + sides.map { side in Column(name: side.name, elements: kept.map { side.cells[$0] }) })
    }

    /// A table whose rows are the values of one column and whose columns those of another; each cell
    /// holds a figure of a third column, as pandas' `pivot_table`.
    public func pivot(
        rows: String, columns: String, values: String, aggregate: Aggregate = .mean
    ) -> DataFrame {
        orEnd { () throws(TensorError) in
            try checkedPivot(rows: rows, columns: columns, values: values, aggregate)
        }
    }
}
