public import Tensors

/// A figure: a grid of axes on a page, shown as SVG.
///
/// ```swift
/// let figure = Figure(size: (6, 4))
/// figure.axes.plot(epochs, loss, label: "train").xlabel("epoch").legend()
/// try figure.savefig("loss.svg")
/// ```
public final class Figure {
    /// All axes, row by row.
    package private(set) var axesList: [Axes] = []
    package private(set) var rowCount = 1
    package private(set) var columnCount = 1
    var suptitleSpec: TitleSpec?
    /// How it looks; the session's style unless it has its own.
    var style: FigureStyle = PlotSession.current.style
    /// Whether all axes have the same limits, and names only at the border of the grid.
    var sharesX = false
    var sharesY = false
    /// The colour bar of all axes, and the axes whose artist it explains.
    var sharedColorbar: (spec: ColorbarSpec, axes: Int)?
    /// Whether its warnings have been told.
    private var hasWarned = false
    /// Width and height in inches of 100 pixels.
    var inches: (width: Double, height: Double)
    /// Whether room that equal units leave over is given back.
    var trims: Bool
    var current = 0 { didSet { drawsOver = nil } }
    /// The twin or inset that is current, in place of the axes of the grid.
    var drawsOver: Axes?
    /// Where it is shown, if it is updated in place.
    var live: LiveDisplay?
    /// What the last drawing noted.
    private var lastWarnings: [String] = []

    /// An empty figure; `size` is in inches of 100 pixels, 6.4 × 4.8 if none is given.
    public convenience init(size: (Double, Double)? = nil) {
        self.init(checked: plain { try Figure.checkedSize(size) }, trims: size == nil)
    }

    /// An empty figure of rows and columns of axes.
    public convenience init(rows: Int, columns: Int, size: (Double, Double)? = nil) {
        self.init(checked: plain { try Figure.checkedSize(size) }, trims: size == nil)
        plain { try setGrid(rows: rows, columns: columns, sized: size != nil) }
    }

    init(checked size: (Double, Double)?, trims: Bool) {
        inches = size.map { (width: $0.0, height: $0.1) } ?? (width: 6.4, height: 4.8)
        self.trims = trims
    }

    /// A figure of rows and columns of axes.
    package static func make(
        rows: Int = 1, columns: Int = 1, size: (Double, Double)? = nil
    ) throws(PlotError) -> Figure {
        let figure = Figure(checked: try checkedSize(size), trims: size == nil)
        try figure.setGrid(rows: rows, columns: columns, sized: size != nil)
        return figure
    }

    static func checkedSize(_ size: (Double, Double)?) throws(PlotError) -> (Double, Double)? {
        guard let size else { return nil }
        for side in [size.0, size.1] where !(side >= 0.5 && side <= 100) {
            throw .badValue(
                what: "figsize", given: "(\(size.0), \(size.1))",
                expected: "inches from 0.5 to 100, such as (6.4, 4.8)")
        }
        return size
    }

    /// Lays out a grid of empty axes.
    func setGrid(rows: Int, columns: Int, sized: Bool) throws(PlotError) {
        guard (1...50).contains(rows), (1...50).contains(columns) else {
            throw .badValue(
                what: "subplots", given: "\(rows) × \(columns)",
                expected: "1 to 50 rows and columns")
        }
        rowCount = rows
        columnCount = columns
        current = 0
        axesList = (0..<(rows * columns)).map {
            Axes(row: $0 / columns, column: $0 % columns, figure: self)
        }
        // More axes need more room than one.
        if !sized, rows * columns > 1 {
            inches = (
                width: min(12, max(6.4, 3.4 * Double(columns))),
                height: min(14, max(columns > 1 && rows == 1 ? 3.4 : 4.8, 2.7 * Double(rows)))
            )
        }
    }

    /// The axes in that place, counted as `subplot(rows, columns, index)` does, from 1 row by row.
    func select(rows: Int, columns: Int, index: Int) throws(PlotError) -> Axes {
        if rows != rowCount || columns != columnCount {
            let filled = axesList.filter { !$0.isEmpty }
            guard filled.isEmpty || rows >= rowCount && columns >= columnCount else {
                throw .badValue(
                    what: "subplot", given: "a grid of \(rows) × \(columns)",
                    expected: "the figure's own grid of \(rowCount) × \(columnCount)")
            }
            try setGrid(rows: rows, columns: columns, sized: !trims)
            for axes in axesList { axes.isRemoved = true }
        }
        guard (1...(rows * columns)).contains(index) else {
            throw .badValue(
                what: "subplot's index", given: "\(index)", expected: "1 to \(rows * columns)")
        }
        current = index - 1
        axesList[current].isRemoved = false
        return axesList[current]
    }

    /// The axes that drawing goes to; the only ones if the figure has no grid.
    public var axes: Axes {
        if axesList.isEmpty { axesList = [Axes(row: 0, column: 0, figure: self)] }
        let chosen = axesList[min(current, axesList.count - 1)]
        return drawsOver ?? chosen
    }

    /// The axes in a row and a column of the grid.
    package func axes(row: Int, column: Int) throws(PlotError) -> Axes {
        _ = axes
        guard (0..<rowCount).contains(row), (0..<columnCount).contains(column) else {
            throw .badValue(
                what: "axes[row, column]", given: "[\(row), \(column)]",
                expected: "rows 0 to \(rowCount - 1) and columns 0 to \(columnCount - 1)")
        }
        return axesList[row * columnCount + column]
    }

    var pixelWidth: Double { (inches.width * 100).rounded() }
    var pixelHeight: Double { (inches.height * 100).rounded() }

    /// The figure as marks on a page.
    package func scene(interactive: Bool = false) throws(PlotError) -> Scene {
        _ = axes
        let scene = try FigureLayout(self, interactive: interactive).scene()
        lastWarnings = scene.warnings
        return scene
    }

    /// The figure as SVG text, the same bytes for the same data.
    ///
    /// - Parameter outlines: text as the outlines of its characters, which look the same where the fonts are others.
    /// - Throws: `PlotError` when the figure cannot be drawn or the fonts for outlines are not on this machine.
    package func svgText(outlines: Bool = false) throws(PlotError) -> String {
        SVGWriter.svg(try scene(), fonts: outlines ? try OutlineFonts() : nil)
    }

    /// The figure as SVG text: `figure.svg()`.
    public func svg() -> String { plain { try svgText() } }

    /// What drawing the figure left out or changed, such as "layer rasterised: 100000 points".
    public var warnings: [String] {
        plain { _ = try scene() }
        return lastWarnings
    }
}

extension Figure: RichDisplayable {
    /// Plain text that says what is drawn, and the figure as SVG.
    public func displayBundle() throws -> DisplayBundle {
        let scene = try scene()
        PlotSession.current.close(self)
        warnOnce(scene.warnings)
        let size = "\(Int(scene.width))×\(Int(scene.height))"
        return DisplayBundle(text: "<Figure \(size): \(scene.summary)>")
            .adding("image/svg+xml", .text(SVGWriter.svg(scene)))
    }
}

extension Figure {
    /// The size and what is drawn, in words.
    package func summaryText() throws(PlotError) -> String {
        let scene = try scene()
        return "<Figure \(Int(scene.width))×\(Int(scene.height)): \(scene.summary)>"
    }

    /// Gives all axes the same limits along x or y.
    package func share(x: Bool, y: Bool) { (sharesX, sharesY) = (x, y) }

    /// Tells the warnings on standard error, the first time that the figure is shown.
    func warnOnce(_ warnings: [String]) {
        guard !hasWarned, !warnings.isEmpty else { return }
        hasWarned = true
        for warning in warnings { Output.sink.writeError("figure: \(warning)\n") }
    }

    /// Sets how the figure looks.
    @discardableResult
    package func setStyle(_ style: FigureStyle) throws(PlotError) -> Figure {
        self.style = try style.validated()
        return self
    }

    /// Sets the width on paper, with a height that suits it.
    @discardableResult
    package func setWidth(_ width: FigureWidth) throws(PlotError) -> Figure {
        let size = try width.inches()
        inches = (
            width: size.0, height: size.1 * Double(max(1, rowCount)) / (rowCount > 1 ? 1.3 : 1)
        )
        trims = false
        return self
    }

    /// Asks for one colour bar for all axes, of the last thing drawn in any of them whose colours stand
    /// for values.
    @discardableResult
    package func setSharedColorbar(label: String? = nil) throws(PlotError) -> Figure {
        for (index, axes) in axesList.enumerated().reversed() where axes.isShown {
            guard let artist = axes.lastScaled else { continue }
            sharedColorbar = (ColorbarSpec(label: label, artist: artist), index)
            return self
        }
        throw .nothingToScale
    }
}

extension Axes: RichDisplayable {
    /// The figure that the axes belong to.
    public func displayBundle() throws -> DisplayBundle {
        guard let figure else { return DisplayBundle(text: "<Axes>") }
        return try figure.displayBundle()
    }
}

extension Figure: CustomStringConvertible {
    /// The size and what is shown, in words; of a figure that cannot be drawn the number of its axes.
    public var description: String {
        if let text = try? summaryText() { return text }
        let count = axesList.count { $0.isShown }
        return "<Figure \(Int(pixelWidth))×\(Int(pixelHeight)), \(count) axes>"
    }
}

extension Axes: CustomStringConvertible {
    /// What the axes hold.
    public var description: String {
        let kind = FigureDescription.kind(self) ?? "empty"
        return titleSpec.map { "<Axes \"\($0.text)\": \(kind)>" } ?? "<Axes: \(kind)>"
    }
}
