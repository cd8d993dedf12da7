/// The axes of a figure's grid: `axes[row, column]`, or `axes[index]` row by row.
public struct AxesGrid: Sequence {
    package let figure: Figure

    package init(figure: Figure) { self.figure = figure }

    /// The number of rows.
    public var rows: Int { figure.rowCount }
    /// The number of columns.
    public var columns: Int { figure.columnCount }
    /// The number of axes.
    public var count: Int { rows * columns }

    /// The axes in a row and a column.
    public subscript(row: Int, column: Int) -> Axes {
        plain { try figure.axes(row: row, column: column) }
    }

    /// The axes with that number, counted row by row.
    public subscript(index: Int) -> Axes {
        plain { try axes(at: index) }
    }

    /// The axes with that number, or an error that says how many there are.
    package func axes(at index: Int) throws(PlotError) -> Axes {
        guard (0..<count).contains(index) else {
            throw .badValue(
                what: "axes[index]", given: "[\(index)]",
                expected: "an index from 0 to \(count - 1)")
        }
        return try figure.axes(row: index / columns, column: index % columns)
    }

    /// All axes, row by row.
    public var flat: [Axes] { figure.axesList }

    public func makeIterator() -> IndexingIterator<[Axes]> { figure.axesList.makeIterator() }
}
