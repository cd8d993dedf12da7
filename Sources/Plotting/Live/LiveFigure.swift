import Glibc
import Tensors

/// Where a figure that is updated in place is shown, and when it was last.
final class LiveDisplay {
    private unowned let figure: Figure
    private let id: String
    private var isShown = false
    private var isPending = false
    private var lastUpdate = -1.0
    /// Draws the newest state, just before it is shown.
    var prepare: ((Figure) throws -> Void)?
    /// The least time between two updates, in seconds.
    static let interval = 0.1

    init(_ figure: Figure) {
        self.figure = figure
        id = "vencejo-live-\(PlotSession.current.nextLiveNumber())"
    }

    /// Shows the figure as it is now, or soon where it was shown a moment ago or cannot be replaced.
    func update() throws {
        PlotSession.current.close(figure)
        let now = Self.clock()
        guard Output.sink.updatesInPlace, lastUpdate < 0 || now - lastUpdate >= Self.interval else {
            isPending = true
            PlotSession.current.await(figure)
            return
        }
        try show()
        lastUpdate = Self.clock()
    }

    /// Shows the newest state, if it has not been shown yet.
    func flush() throws {
        if isPending || !isShown { try show() }
    }

    private func show() throws {
        try prepare?(figure)
        let bundle = try figure.displayBundle()
        if isShown, Output.sink.updatesInPlace {
            Output.sink.updateDisplay(bundle, id: id)
        } else {
            Output.sink.display(bundle, id: id)
        }
        isShown = true
        isPending = false
    }

    private static func clock() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

extension Figure {
    /// Shows the figure where it was shown before, or for the first time.
    package func updateDisplay() throws {
        let live = self.live ?? LiveDisplay(self)
        self.live = live
        try live.update()
    }

    /// Shows the figure in place of what it showed before, at most ten times a second; the last state is
    /// shown at the end of the cell: `figure.update()`.
    public func update() { plain { try updateDisplay() } }
}

/// Curves that grow while a cell runs, shown in place at most ten times a second.
///
/// ```swift
/// let live = LiveFigure(title: "Training")
/// for epoch in 1...100 { live.append("loss", loss(epoch)) }
/// live.finish()
/// ```
///
/// Between two updates the newest state waits; the last one is shown when the cell ends. Where outputs
/// cannot be replaced, only the last state is shown.
public final class LiveFigure {
    /// The figure, for all that is set beside the series.
    public let figure: Figure
    private let series = LiveSeries()

    public convenience init(title: String? = nil, xlabel: String = "step", ylabel: String? = nil) {
        self.init(checked: title, xlabel: xlabel, ylabel: ylabel)
    }

    package init(checked title: String?, xlabel: String, ylabel: String?) {
        figure = Figure(checked: nil, trims: true)
        if let title { figure.axes.titleSpec = TitleSpec(text: title) }
        figure.axes.x.label = xlabel.isEmpty ? nil : xlabel
        figure.axes.y.label = ylabel
        let live = LiveDisplay(figure)
        live.prepare = { [series] in try series.draw(into: $0) }
        figure.live = live
    }

    /// Adds the next value of a series, at `step`, or one after its last.
    package func add(_ name: String, _ value: Double, step: Double? = nil) throws {
        series.add(name, value, step)
        try figure.updateDisplay()
    }

    package func flush() throws { try figure.live?.flush() }

    /// Adds the next value of a series: `live.append("loss", 0.3)`.
    public func append(_ name: String, _ value: Double, step: Double? = nil) {
        plain { try add(name, value, step: step) }
    }

    /// Shows the newest state now.
    public func finish() { plain { try flush() } }
}

/// The values of a live figure so far.
private final class LiveSeries {
    private var names: [String] = []
    private var steps: [[Double]] = []
    private var values: [[Double]] = []

    func add(_ name: String, _ value: Double, _ step: Double?) {
        let place: Int
        if let known = names.firstIndex(of: name) {
            place = known
        } else {
            place = names.count
            names.append(name)
            steps.append([])
            values.append([])
        }
        steps[place].append(step ?? (steps[place].last.map { $0 + 1 } ?? 1))
        values[place].append(value)
    }

    func draw(into figure: Figure) throws {
        let axes = figure.axes
        axes.artists.removeAll()
        axes.seriesCount = 0
        axes.y.wholeNumbers = false
        for index in names.indices {
            try axes.addLine(steps[index], values[index], label: names[index])
        }
        axes.x.wholeNumbers = steps.allSatisfy { $0.allSatisfy { Numerics.integer($0) != nil } }
        if names.count > 1, axes.legendSpec == nil { try axes.setLegend() }
    }
}
