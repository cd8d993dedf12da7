package import Tensors

extension DataFrame {
    package func checkedSetting(
        _ name: String, _ column: Column
    ) throws(TensorError) -> DataFrame {
        guard series.isEmpty || column.count == count else {
            throw .domain(
                operation: "DataFrame",
                problem: "the new column '\(name)' has \(column.count) rows, the table has \(count)",
                help: nil)
        }
        var columns = series
        if let place = columns.firstIndex(where: { $0.name == name }) {
            columns[place] = column.renamed(name)
        } else {
            columns.append(column.renamed(name))
        }
        return DataFrame(unchecked: columns)
    }

    /// The table with a column added, or replaced where there is one of that name.
    public func setting(_ name: String, _ column: Column) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedSetting(name, column) }
    }

    package func checkedDropping(_ names: [String]) throws(TensorError) -> DataFrame {
        for name in names { _ = try column(name) }
        return DataFrame(unchecked: series.filter { !names.contains($0.name) })
    }

    /// The table without these columns.
    public func dropping(_ names: [String]) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedDropping(names) }
    }

    package func checkedRenamed(_ old: String, _ new: String) throws(TensorError) -> DataFrame {
        _ = try column(old)
        return try DataFrame(checking: series.map { $0.name == old ? $0.renamed(new) : $0 })
    }

    /// The table with a column under another name.
    public func renamed(_ old: String, to new: String) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedRenamed(old, new) }
    }

    /// The table with each column of numbers that has missing values filled by a figure of it; texts
    /// are filled by the most frequent one, or by a neighbour.
    package func checkedFilling(_ filling: Column.Filling) throws(TensorError) -> DataFrame {
        DataFrame(
            unchecked: try series.map { (column) throws(TensorError) in
                let isText = column.kind == .string || column.kind == .bool
                return try column.checkedFilling(
                    isText && (filling == .mean || filling == .median) ? .mode : filling)
            })
    }

    /// The table with missing values filled; texts by the most frequent one where a mean is asked for.
    public func fillingMissing(_ filling: Column.Filling) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedFilling(filling) }
    }

    package func checkedAppending(_ other: DataFrame) throws(TensorError) -> DataFrame {
        guard Set(columns) == Set(other.columns) else {
            throw .domain(
                operation: "appending",
                problem: "the tables have different columns: \(columns) and \(other.columns)",
                help: "'select(_:)' chooses columns")
        }
        return DataFrame(
            unchecked: try series.map { (column) throws(TensorError) in
                let more = try other.column(column.name)
                return Column(
                    name: column.name,
                    elements: (0..<count).map { column.element($0) }
                        + (0..<other.count).map { more.element($0) })
            })
    }

    /// The rows of two tables with the same columns, one after the other.
    public func appending(_ other: DataFrame) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedAppending(other) }
    }

    package func checkedOneHot(_ name: String) throws(TensorError) -> DataFrame {
        let column = try column(name)
        var added: [Column] = []
        for category in column.categories {
            added.append(
                Column(
                    name: "\(name)_\(category)",
                    values: .int(
                        (0..<count).map { !column.isMissing($0) && column.category($0) == category ? 1 : 0 })))
        }
        return try DataFrame(checking: series.filter { $0.name != name } + added)
    }

    /// The table with a column of categories replaced by one column of 0 and 1 for each category.
    public func oneHot(_ name: String) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedOneHot(name) }
    }

    package func checkedMelted(
        _ keys: [String], _ values: [String]?, _ variable: String, _ value: String
    ) throws(TensorError) -> DataFrame {
        let kept = try keys.map { (name) throws(TensorError) in try column(name) }
        let names = values ?? columns.filter { !keys.contains($0) }
        var elements: [Element?] = []
        for name in names {
            let column = try column(name)
            for row in 0..<count { elements.append(column.element(row)) }
        }
        let positions = names.flatMap { _ in 0..<count }
        return try DataFrame(
            checking: kept.map { $0.rows(positions) } + [
                Column(
                    name: variable,
                    values: .string(names.flatMap { name in [String](repeating: name, count: count) })),
                Column(name: value, elements: elements),
            ])
    }

    /// The table in long form: a row for each value of the columns that are no keys, as pandas' `melt`.
    public func melted(
        keys: [String], values: [String]? = nil, variable: String = "variable", value: String = "value"
    ) -> DataFrame {
        orEnd { () throws(TensorError) in try checkedMelted(keys, values, variable, value) }
    }
}
