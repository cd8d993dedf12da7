package import Tensors

extension DataFrame {
    /// The columns that hold numbers.
    package var numericColumns: [Column] { series.filter { $0.kind == .int || $0.kind == .double } }

    package func checkedDescribe() throws(TensorError) -> DataFrame {
        let numeric = numericColumns
        guard numeric.isEmpty else {
            var columns = [
                Column("figure", ["count", "mean", "std", "min", "25%", "50%", "75%", "max"])
            ]
            for column in numeric {
                let values = (try column.checkedDoubles()).filter { !$0.isNaN }
                let sorted = Column.ordered(values)
                func quantile(_ fraction: Double) -> Double {
                    sorted.isEmpty ? .nan : Column.quantile(sorted: sorted, fraction)
                }
                columns.append(
                    Column(
                        column.name,
                        [
                            Double(values.count), Column.figure(.mean, values),
                            Column.figure(.std, values), sorted.first ?? .nan, quantile(0.25), quantile(0.5),
                            quantile(0.75), sorted.last ?? .nan,
                        ]))
            }
            return try DataFrame(checking: columns)
        }
        var columns = [Column("figure", ["count", "unique", "top", "frequency"])]
        for column in series {
            let counts = column.valueCounts()
            columns.append(
                Column(
                    column.name,
                    [
                        String(column.count - column.missingCount), String(counts.count),
                        counts.count == 0 ? "-" : counts.series[0].text(0),
                        counts.count == 0 ? "0" : counts.series[1].text(0),
                    ]))
        }
        return try DataFrame(checking: columns)
    }

    /// Count, mean, standard deviation, least, quartiles and greatest of each column of numbers, as
    /// pandas' `describe`; of a table of texts, count, number of different ones and the most frequent.
    public func describe() -> DataFrame {
        orEnd { () throws(TensorError) in try checkedDescribe() }
    }

    /// Each column's type, number of values that are there, of missing ones and of different ones.
    public func info() -> DataFrame {
        DataFrame(unchecked: [
            Column("column", columns), Column("type", series.map(\.kind.rawValue)),
            Column("present", series.map { $0.count - $0.missingCount }),
            Column("missing", series.map(\.missingCount)),
            Column("unique", series.map { RowNumbers($0).count }),
        ])
    }

    /// The number of missing values in each column.
    public func missingCounts() -> DataFrame {
        DataFrame(unchecked: [
            Column("column", columns), Column("missing", series.map(\.missingCount)),
        ])
    }

    package func checkedCorrelation() throws(TensorError) -> DataFrame {
        let numeric = numericColumns
        var columns = [Column("column", numeric.map(\.name))]
        let values = try numeric.map { (column) throws(TensorError) in try column.checkedDoubles() }
        for (position, column) in numeric.enumerated() {
            columns.append(
                Column(column.name, values.map { DataFrame.correlation($0, values[position]) }))
        }
        return try DataFrame(checking: columns)
    }

    /// Pearson's correlation over the rows in which both are there.
    private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
        let pairs = zip(x, y).filter { !$0.isNaN && !$1.isNaN }
        let n = Double(pairs.count)
        guard n > 1 else { return .nan }
        let (mx, my) = (pairs.reduce(0) { $0 + $1.0 } / n, pairs.reduce(0) { $0 + $1.1 } / n)
        var (xx, yy, xy) = (0.0, 0.0, 0.0)
        for (a, b) in pairs {
            xx += (a - mx) * (a - mx)
            yy += (b - my) * (b - my)
            xy += (a - mx) * (b - my)
        }
        return xy / (xx * yy).squareRoot()
    }

    /// Pearson's correlation between each two columns of numbers, over the rows that have both.
    public func correlation() -> DataFrame {
        orEnd { () throws(TensorError) in try checkedCorrelation() }
    }
}
