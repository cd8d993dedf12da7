internal import DataFrames
internal import Language
internal import Plotting
internal import Tensors

typealias PlotAnimation = Plotting.Animation

extension LiveFigure: CellObject {}
extension PlotAnimation: CellObject {}
extension InteractiveFigure: CellObject {}
extension FigureStyle: CellObject {}
extension FigureWidth: CellObject {}

/// How figures look and how wide they are on paper.
func declareFigureStyles(_ table: DeclarationTable, _ figure: Binder, _ pyplot: Binder) {
    let style = Binder.type(table, FigureStyle.self, "struct FigureStyle", "How figures look: `.light` (dark on a dark page), `.dark`, `.print`, or one of one's own.", "plot([1, 2]).style(.print)", describe: { "FigureStyle(\($0.name))" })
    style("init(stringLiteral name: String)", "The style of that name.", "plot([1, 2]).style(\"dark\")") { (name: String) -> FigureStyle in FigureStyle(stringLiteral: name) }
    style("init(textSize: Double? = nil, lineWidth: Double? = nil, colors: [Color] = [], background: Color? = nil, text: Color? = nil, grid: Bool? = nil, decimalComma: Bool = false)", "A style from its parts: sizes in points, colours of series, page and text.", "plot([0.5, 1.5]).style(FigureStyle(textSize: 9, colors: [\"#00429d\"], decimalComma: true))") { (size: Double?, width: Double?, colors: [Color], background: Color?, text: Color?, grid: Bool?, comma: Bool) -> FigureStyle in
        FigureStyle(textSize: size, lineWidth: width, colors: colors, background: background, text: text, grid: grid, decimalComma: comma)
    }
    for (name, value) in [("light", FigureStyle.light), ("dark", .dark), ("print", .print)] { style("static var \(name): FigureStyle { get }", "The style \(name).", "plot([1, 2]).style(.\(name))") { () -> FigureStyle in value } }
    style("var withDecimalComma: FigureStyle { get }", "The same style with a comma before decimals.", "plot([0.5, 1.5]).style(FigureStyle.print.withDecimalComma)") { (style: FigureStyle) -> FigureStyle in style.withDecimalComma }
    let width = Binder.type(table, FigureWidth.self, "struct FigureWidth", "How wide a figure is: `.column` (85 mm), `.page` (175 mm), `.slide` (10 inches).", "figure(width: .column).plot([1, 2])", describe: { $0.name })
    width("init(stringLiteral name: String)", "The width of that name.", "figure(width: \"page\").plot([1, 2])") { (name: String) -> FigureWidth in FigureWidth(stringLiteral: name) }
    for (name, value) in [("column", FigureWidth.column), ("page", .page), ("slide", .slide)] { width("static var \(name): FigureWidth { get }", "The width \(name).", "figure(width: .\(name)).plot([1, 2])") { () -> FigureWidth in value } }
    Binder(table)("func figure(figsize: (Double, Double)? = nil, width: FigureWidth? = nil, style: FigureStyle? = nil) -> Figure", "An empty figure to draw on; its size is in inches, or a width on paper.", "figure(width: .column, style: .print).plot([1, 3, 2]).xlabel(\"x\")") { (size: CellTuple<Double, Double>?, width: FigureWidth?, style: FigureStyle?) -> Figure in
        try Figure.make(figsize: size.map(pair), width: width, style: style)
    }
    Binder(table)("func setPlotStyle(_ style: FigureStyle)", "The style of the figures made from here on.", "setPlotStyle(.print)\nsetPlotStyle(.light)") { (style: FigureStyle) -> CellVoid in
        try Plotting.Figures.setStyle(style)
        return CellVoid()
    }
    figure("func style(_ style: FigureStyle) -> Figure", "How the figure looks.", "plot([1, 2]).style(.dark)") { (figure: Figure, style: FigureStyle) -> Figure in try figure.setStyle(style) }
    figure("func width(_ width: FigureWidth) -> Figure", "The width on paper.", "plot([1, 2]).width(.column)") { (figure: Figure, width: FigureWidth) -> Figure in try figure.setWidth(width) }
    pyplot("func style(_ style: FigureStyle)", "How the current figure looks.", "plt.style(.print)\nplt.close()") { (p: Pyplot, style: FigureStyle) -> CellVoid in
        _ = try p.gcf().setStyle(style)
        return CellVoid()
    }
}

/// Axes over and inside others, shared bars, figures as tables and pages, in motion and alive.
func declareLive(_ table: DeclarationTable, _ figure: Binder, _ axes: Binder, _ pyplot: Binder) {
    pyplot("@discardableResult func twinx() -> Axes", "Axes over the current ones with the same x and a y axis of their own on the right.", "plt.plot([1, 2])\nplt.twinx().plot([30, 10])\nplt.close()") { (p: Pyplot) -> PlotAxes in p.gcf().axes.makeTwin() }
    axes("@discardableResult func twinx() -> Axes", "Axes over these with the same x and a y axis of their own on the right.", "let (figure, axes) = subplots(1, 1)\naxes[0].plot([1, 2], label: \"loss\")\naxes[0].twinx().plot([30, 10], label: \"rate\").ylabel(\"rate\")\nfigure") { (axes: PlotAxes) -> PlotAxes in axes.makeTwin() }
    axes("func inset(_ place: [Double]) -> Axes", "Axes inside these, at shares of the box from its lower left: x, y, width, height.", "let (figure, axes) = subplots(1, 1)\naxes[0].plot([1, 2])\naxes[0].inset([0.1, 0.5, 0.4, 0.4]).plot([2, 1])\nfigure") { (axes: PlotAxes, place: [Double]) -> PlotAxes in try axes.makeInset(place) }
    axes("var figure: Figure { get }", "The figure that the axes belong to.", "let (figure, axes) = subplots(1, 1)\nprint(axes[0].figure)") { (axes: PlotAxes) -> Figure in
        guard let figure = axes.figure else { throw PlotError.badValue(what: "the axes' figure", given: "gone", expected: "a figure that is kept") }
        return figure
    }
    figure("func sharedColorbar(label: String? = nil) -> Figure", "One colour bar for all axes.", "let (figure, axes) = subplots(1, 2)\naxes[0].imshow([[0.0, 1]], vmin: 0, vmax: 2)\naxes[1].imshow([[1.0, 2]], vmin: 0, vmax: 2)\nfigure.sharedColorbar(label: \"value\")") { (figure: Figure, label: String?) -> Figure in try figure.setSharedColorbar(label: label) }
    figure("var warnings: [String] { get }", "What drawing the figure left out or changed.", "print(plot([1.0, .nan, 2]).warnings)") { (figure: Figure) throws -> [String] in try figure.scene().warnings }
    figure("func table() -> DataFrame", "The data that the figure shows, one row a point.", "print(plot([1, 2], label: \"a\").table())") { (figure: Figure) throws -> DataFrame in try DataFrame(csvText: figure.table().csv, separator: ",") }
    figure("func csv() -> String", "The same as CSV text.", "print(plot([1, 2], label: \"a\").csv())") { (figure: Figure) -> String in figure.table().csv }
    Binder.type(table, InteractiveFigure.self, "struct InteractiveFigure", "A figure as part of the page, with tooltips; series stand out with the pointer on the legend.", "plot([1, 2], label: \"a\").legend().interactive()", describe: { _ in "InteractiveFigure" })
    figure("func interactive() -> InteractiveFigure", "The figure inside the page, with tooltips on points; series stand out with the pointer on the legend. No script, no network.", "plot([1, 2], label: \"a\").legend().interactive()") { (figure: Figure) -> InteractiveFigure in figure.interactive() }
    figure("func update()", "Shows the figure in place of what it showed before, at most ten times a second; the last state is shown when the cell ends.", "let live = figure()\nfor i in 0..<3 {\n    live.plot([0, i])\n    live.update()\n}") { (figure: Figure) -> CellVoid in
        try figure.updateDisplay()
        return CellVoid()
    }
    let live = Binder.type(table, LiveFigure.self, "final class LiveFigure", "Curves that grow while a cell runs, shown in place at most ten times a second.", "let live = LiveFigure(title: \"Training\")\nfor step in 1...3 { live.append(\"loss\", 1.0 / Double(step)) }", describe: { _ in "LiveFigure" })
    live("init(title: String? = nil, xlabel: String = \"step\", ylabel: String? = nil)", "An empty figure that values are appended to.", "let live = LiveFigure(xlabel: \"epoch\")\nlive.append(\"loss\", 0.5)") { (title: String?, x: String, y: String?) -> LiveFigure in LiveFigure(checked: title, xlabel: x, ylabel: y) }
    live("func append(_ name: String, _ value: Double, step: Double? = nil)", "The next value of a series, at a step, or one after its last.", "let live = LiveFigure()\nlive.append(\"loss\", 0.5)\nlive.append(\"loss\", 0.4, step: 10)") { (live: LiveFigure, name: String, value: Double, step: Double?) -> CellVoid in
        try live.add(name, value, step: step)
        return CellVoid()
    }
    live("func finish()", "Shows the newest state now.", "let live = LiveFigure()\nlive.append(\"loss\", 0.5)\nlive.finish()") { (live: LiveFigure) -> CellVoid in
        try live.flush()
        return CellVoid()
    }
    live("var figure: Figure { get }", "The figure, for all that is set beside the series.", "let live = LiveFigure()\nlive.append(\"loss\", 0.5)\nprint(live.figure.table())") { (live: LiveFigure) -> Figure in live.figure }
    let animation = Binder.type(table, PlotAnimation.self, "final class Animation", "Figures one after the other: a cell's last value moves.", "animation(frames: 3) { k, axes in axes.plot([0, k]) }", describe: { $0.description })
    animation("func save(_ path: String, dpi: Double = 100) throws", "Writes the animation: .svg, .gif, or .png for a file of each figure.") { (animation: PlotAnimation, path: String, dpi: Double) -> CellVoid in
        try animation.save(path, dpi: dpi)
        return CellVoid()
    }
    animation("var svg: String { get }", "The moving picture as SVG text.", "print(animation(frames: 2) { k, axes in axes.plot([0, k]) }.svg.hasPrefix(\"<svg\"))") { (animation: PlotAnimation) -> String in try animation.svgText() }
    animation("var count: Int { get }", "How many figures there are.", "print(animation(frames: 2) { k, axes in axes.plot([0, k]) }.count)") { (animation: PlotAnimation) -> Int in animation.frames.count }
    Binder(table)("func animation(frames: Int, framesPerSecond: Double = 10, loops: Bool = true, figsize: (Double, Double)? = nil, draw: (Int, Axes) throws -> Void) -> Animation", "An animation whose figures a function draws, each on empty axes; limits that are not set suit all.", "animation(frames: 3) { k, axes in axes.plot([0, k]) }") { (frames: Int, rate: Double, loops: Bool, size: CellTuple<Double, Double>?, draw: CellClosure<CellVoid, Int, PlotAxes>) -> PlotAnimation in
        try PlotAnimation(frames: frames, framesPerSecond: rate, loops: loops, size: size.map(pair)) { _ = try draw($0, $1) }
    }
}
