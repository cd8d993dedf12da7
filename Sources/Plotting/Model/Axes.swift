/// One coordinate system of a figure: what is drawn in it, its axes, title and legend.
///
/// Each drawing function exists twice: `plot`, `scatter`, … are the face that a program calls and that
/// ends it on a mistake; `addLine`, `addScatter`, … beneath throw `PlotError`.
public final class Axes {
    var artists: [Artist] = []
    var x = AxisSpec()
    var y = AxisSpec()
    var titleSpec: TitleSpec?
    var legendSpec: LegendSpec?
    var colorbarSpec: ColorbarSpec?
    var showsGrid: Bool?
    /// Whether one unit is as long on both axes.
    var equalAspect: Bool?
    var framed = false
    var isRemoved = false
    /// The number of series that take a colour of the cycle.
    var seriesCount = 0
    /// What was dropped or changed while describing.
    var notes: [String] = []

    /// Axes over these with a y axis of their own on the right.
    var twin: Axes?
    /// The axes that these lie over, where they are a twin.
    weak var host: Axes?
    /// Axes inside these, and the share of the box that each takes, from the lower left.
    var insets: [(axes: Axes, place: Rect)] = []

    /// The cell in the figure's grid.
    let row: Int
    let column: Int
    /// The figure that the axes belong to; it owns them.
    package weak var figure: Figure?

    init(row: Int, column: Int, figure: Figure?) {
        self.row = row
        self.column = column
        self.figure = figure
    }

    /// The next number in the cycle of colours.
    func nextSeries() -> Int {
        if let host { return host.nextSeries() }
        defer { seriesCount += 1 }
        return seriesCount
    }

    /// Whether nothing was drawn or asked for.
    var isEmpty: Bool { artists.isEmpty }

    /// Numbers along an axis; names become positions and are remembered as its categories.
    func values(
        _ data: any PlotData, on axis: ReferenceWritableKeyPath<Axes, AxisSpec>, _ what: String,
        dates: Bool = true
    ) throws(PlotError) -> [Double] {
        let array = try data.plotArray()
        if let names = array.categories {
            if dates, let seconds = self[keyPath: axis].seconds(of: names) { return seconds }
            return self[keyPath: axis].positions(of: names)
        }
        let values = try array.row(what)
        if !array.isInteger, self[keyPath: axis].wholeNumbers {
            self[keyPath: axis].wholeNumbers = values.allSatisfy { Numerics.integer($0) != nil }
        }
        return values
    }

    static func check(
        _ what: String, _ x: [Double], _ y: [Double], _ first: String = "x",
        _ second: String = "y"
    ) throws(PlotError) {
        guard x.count == y.count else {
            throw .lengthMismatch(
                what: what, first: first, count: x.count, second: second, otherCount: y.count)
        }
    }
}

extension Color {
    /// The colour itself, or an error if its name is unknown.
    func validated() throws(PlotError) -> Color {
        guard case .unknown(let name) = value else { return self }
        throw .unknownName(what: "color", given: name, known: ColorNames.common)
    }
}

extension LineStyle {
    func validated() throws(PlotError) -> LineStyle {
        guard Self.known.contains(name) else {
            throw .unknownName(what: "linestyle", given: name, known: Self.known)
        }
        return self
    }
}

extension Marker {
    func validated() throws(PlotError) -> Marker {
        guard sign.isEmpty || Self.known.contains(sign) else {
            throw .unknownName(what: "marker", given: sign, known: Self.known)
        }
        return self
    }
}

enum Validate {
    static func opacity(_ alpha: Double) throws(PlotError) -> Double {
        guard alpha >= 0, alpha <= 1 else {
            throw .badValue(what: "alpha", given: "\(alpha)", expected: "a number from 0 to 1")
        }
        return alpha
    }

    static func size(_ value: Double?, _ what: String) throws(PlotError) -> Double? {
        guard let value else { return nil }
        guard value.isFinite, value >= 0, value <= 10_000 else {
            throw .badValue(
                what: what, given: "\(value)", expected: "a number of points from 0 to 10000")
        }
        return value
    }

    static func finite(_ value: Double, _ what: String) throws(PlotError) -> Double {
        guard value.isFinite else {
            throw .badValue(what: what, given: "\(value)", expected: "a finite number")
        }
        return value
    }
}
