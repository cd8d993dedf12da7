/// The data that a figure shows, one row a point.
public struct FigureTable: Sendable, Equatable {
    /// One row: which axes (counted from 1), which series, and the point.
    public struct Row: Sendable, Equatable {
        public var axes: Int
        public var series: String
        public var x: String
        public var y: String
        /// The colour's value, or a bar's error; empty where there is none.
        public var value: String
    }

    public private(set) var rows: [Row] = []
    public static let columns = ["axes", "series", "x", "y", "value"]

    /// All lines, points, bars, bands and images of a figure.
    init(_ figure: Figure) {
        for (number, axes) in figure.axesList.filter(\.isShown).enumerated() {
            add(axes, number + 1)
            if let twin = axes.twin { add(twin, number + 1, owner: axes) }
        }
    }

    private mutating func add(_ axes: Axes, _ number: Int, owner: Axes? = nil) {
        let xSpec = (owner ?? axes).x
        func name(_ value: Double, _ spec: AxisSpec) -> String {
            if let index = Numerics.integer(value), spec.categories.indices.contains(index) {
                return spec.categories[index]
            }
            if spec.scale.name == "date", value.isFinite {
                let date = Dates.civil(value)
                func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
                let day = "\(date.year)-\(two(date.month))-\(two(date.day))"
                return date.second == 0
                    ? day
                    : day
                        + " \(two(date.second / 3600)):\(two(date.second / 60 % 60)):\(two(date.second % 60))"
            }
            return Self.text(value)
        }
        func row(_ series: String?, _ x: Double, _ y: Double, _ value: String = "") {
            rows.append(
                Row(
                    axes: number, series: TextMarkup.plain(TextMeasure.clean(series ?? "")),
                    x: name(x, xSpec), y: name(y, axes.y), value: value))
        }
        for artist in axes.artists {
            switch artist {
            case .line(let line):
                for index in line.x.indices { row(line.label, line.x[index], line.y[index]) }
            case .scatter(let scatter):
                for index in scatter.x.indices {
                    row(
                        scatter.label, scatter.x[index], scatter.y[index],
                        scatter.values.map { Self.text($0[index]) } ?? "")
                }
            case .bars(let bars):
                for index in bars.tops.indices {
                    let middle = (bars.starts[index] + bars.ends[index]) / 2
                    let place = bars.horizontal ? name(middle, axes.y) : name(middle, xSpec)
                    let length = Self.text(bars.tops[index] - bars.bases[index])
                    rows.append(
                        Row(
                            axes: number, series: bars.label ?? "",
                            x: bars.horizontal ? length : place,
                            y: bars.horizontal ? place : length, value: ""))
                }
            case .band(let band):
                for index in band.along.indices {
                    row(
                        band.label ?? "band", band.along[index], band.low[index],
                        Self.text(band.high[index]))
                }
            case .image(let image):
                guard case .values(let matrix, _, _, _) = image.content,
                    matrix.values.count <= 1_000_000
                else { continue }
                for r in 0..<matrix.rows {
                    for c in 0..<matrix.columns {
                        rows.append(
                            Row(
                                axes: number, series: "image", x: Self.cellName(c, xSpec),
                                y: Self.cellName(r, axes.y),
                                value: Self.text(matrix[r, c])))
                    }
                }
            case .thumbnails(let thumbnails):
                for index in thumbnails.x.indices {
                    row("picture", thumbnails.x[index], thumbnails.y[index])
                }
            case .note(let note): row(note.text, note.x, note.y)
            case .errors, .rule, .grid, .contour, .shapes, .surface, .diagram: continue
            }
        }
    }

    private static func cellName(_ index: Int, _ spec: AxisSpec) -> String {
        if let labels = spec.tickLabels, labels.indices.contains(index) { return labels[index] }
        return String(index)
    }

    /// A number that reads back as itself.
    private static func text(_ value: Double) -> String {
        if value.isNaN { return "" }
        if let whole = Numerics.integer(value) { return String(whole) }
        return value.isFinite ? "\(value)" : value > 0 ? "inf" : "-inf"
    }

    /// The table as CSV (RFC 4180), with a line of names.
    public var csv: String {
        func field(_ text: String) -> String {
            guard text.contains(where: { "\",\n\r".contains($0) }) else { return text }
            return "\""
                + text.split(separator: "\"", omittingEmptySubsequences: false).joined(
                    separator: "\"\"") + "\""
        }
        var lines = [Self.columns.joined(separator: ",")]
        for row in rows {
            lines.append(
                [String(row.axes), field(row.series), field(row.x), field(row.y), row.value].joined(
                    separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Figure {
    /// The data that the figure shows: `figure.table().csv`. With `import Vencejo` it is a data frame.
    @_disfavoredOverload
    public func table() -> FigureTable {
        _ = axes
        return FigureTable(self)
    }
}
