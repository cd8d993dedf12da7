internal import Language
internal import Plotting
internal import Tensors

func declarePlots(_ table: DeclarationTable) {
    Binder.protocol(table, "PlotData", "What can be drawn: arrays of numbers or names, ranges, tensors; one number stands for as many as are needed.")
    for name in ["Array", "Range", "ClosedRange", "Tensor", "Column", "Int", "Double", "Float"] { table.conform(name, to: "PlotData") }
    declareStyles(table)
    let figure = Binder.type(table, Figure.self, "final class Figure", "A figure: one or more axes in a picture.", "plot([0, 1, 2], [1, 3, 2]).title(\"Three points\").xlabel(\"x\")", describe: { try $0.summaryText() })
    let axes = Binder.type(table, PlotAxes.self, "final class Axes", "One plot of a figure.", "let (figure, axes) = subplots(1, 2)\naxes[0, 0].plot([1, 2, 3])\nfigure", describe: { $0.description })
    let grid = Binder.type(table, AxesGrid.self, "struct AxesGrid", "The axes of a figure, by row and column.", "let (figure, axes) = subplots(2, 2)\nprint(axes.count)", describe: { "AxesGrid(\($0.rows)×\($0.columns))" })
    let pyplot = Binder.type(table, Pyplot.self, "struct Pyplot", "Drawing with matplotlib's names, on the current figure.", "plt.plot([1, 2, 3])\nplt.title(\"Three points\")\nplt.show()", describe: { _ in "plt" })
    let free = Binder(table)
    free("var plt: Pyplot { get }", "Drawing with matplotlib's names.", "plt.plot([1, 2, 3])\nplt.show()") { () -> Pyplot in plt }
    grid("subscript(_ row: Int, _ column: Int) -> Axes", "The axes in a row and column, from 0.") { (grid: AxesGrid, row: Int, column: Int) throws -> PlotAxes in try grid.figure.axes(row: row, column: column) }
    grid("subscript(_ index: Int) -> Axes", "The axes at a position, row by row.") { (grid: AxesGrid, index: Int) throws -> PlotAxes in try grid.axes(at: index) }
    grid("var count: Int { get }", "How many axes there are.") { (grid: AxesGrid) -> Int in grid.count }
    grid("var flat: [Axes] { get }", "All axes, row by row.") { (grid: AxesGrid) -> [PlotAxes] in grid.flat }
    free("func subplots(_ rows: Int, _ columns: Int = 1, figsize: (Double, Double)? = nil, sharex: Bool = false, sharey: Bool = false) -> (figure: Figure, axes: AxesGrid)", "A figure with axes in rows and columns; shared axes have the same limits, and names only at the border.", "let (figure, axes) = subplots(1, 2)\naxes[0, 1].plot([1, 2])\nfigure") { (rows: Int, columns: Int, size: CellTuple<Double, Double>?, sharex: Bool, sharey: Bool) -> (Figure, AxesGrid) in
        let figure = try Figure.make(rows: rows, columns: columns, size: size.map(pair))
        figure.share(x: sharex, y: sharey)
        return (figure, AxesGrid(figure: figure))
    }
    declareModifiers(figure, axes, pyplot)
    declarePyplot(pyplot)
    figure("func savefig(_ path: String, dpi: Double = 100, outlines: Bool = false) throws", "Writes the figure: .svg, .html with tooltips, .csv with its data, or .png and .pdf through rsvg-convert. With outlines, text is drawn as shapes and needs no font where it is shown.") { (figure: Figure, path: String, dpi: Double, outlines: Bool) in try figure.savefig(path, dpi: dpi, outlines: outlines) }
    figure("func suptitle(_ text: String, fontsize: Double? = nil) -> Figure", "A title over all axes.", "subplots(1, 2).figure.suptitle(\"Both\")") { (figure: Figure, text: String, size: Double?) -> Figure in try figure.setSuptitle(text, fontsize: size) }
    figure("func show()", "Displays the figure.", "plot([1, 2]).show()") { (figure: Figure) in try Plotting.Figures.show(figure) }
    figure("var svg: String { get }", "The picture as SVG text.", "print(plot([1, 2]).svg.hasPrefix(\"<svg\"))") { (figure: Figure) -> String in
        guard case .text(let text)? = try figure.displayBundle()["image/svg+xml"] else { return "" }
        return text
    }
    declareFigureStyles(table, figure, pyplot)
    declareLive(table, figure, axes, pyplot)
    declareDrawing(table)
}

private func declareStyles(_ table: DeclarationTable) {
    let color = Binder.type(table, Color.self, "struct Color", "A colour: a name as in CSS, \"#rrggbb\", or \"C0\" for the first of the series.", "plot([1, 2], color: \"C1\")", describe: { "\($0)" })
    color("init(stringLiteral name: String)", "The colour of that name.") { (name: String) -> Color in Color(stringLiteral: name) }
    color("init(red: Double, green: Double, blue: Double, opacity: Double = 1)", "A colour of parts between 0 and 1.") { (r: Double, g: Double, b: Double, a: Double) -> Color in Color(red: r, green: g, blue: b, opacity: a) }
    color("init(_ name: String)", "The colour of that name.", "print(Color(\"tab:blue\"), Color(\"#fff\"), Color(\"C1\"))") { (name: String) -> Color in Color(name) }
    color("static func series(_ index: Int) -> Color", "The colour with that number in the order of series, from 0.", "plot([1, 2], color: .series(3))") { (index: Int) -> Color in .series(index) }
    color("static var clear: Color { get }", "No colour at all.") { () -> Color in .clear }
    for name in ["red", "green", "blue", "black", "white", "gray", "orange", "purple", "brown", "pink", "cyan", "magenta", "yellow"] { color("static var \(name): Color { get }", "The colour \(name).") { () -> Color in Color(stringLiteral: name) } }
    let line = Binder.type(table, LineStyle.self, "struct LineStyle", "How a line is drawn: \"-\", \"--\", \":\", \"-.\".", "plot([1, 2], linestyle: \"--\")", describe: { "\($0)" })
    line("init(stringLiteral name: String)", "The style of that name.") { (name: String) -> LineStyle in LineStyle(stringLiteral: name) }
    for (name, value) in [("solid", LineStyle.solid), ("dashed", .dashed), ("dotted", .dotted), ("dashdot", .dashdot), ("none", .none)] { line("static var \(name): LineStyle { get }", name == "none" ? "No line, only its markers." : "A \(name) line.") { () -> LineStyle in value } }
    let marker = Binder.type(table, Marker.self, "struct Marker", "The shape of points: \"o\", \"s\", \"^\", \"x\", \"+\", ….", "scatter([1, 2], [2, 1], marker: \"s\")", describe: { "\($0)" })
    marker("init(stringLiteral name: String)", "The marker of that name.") { (name: String) -> Marker in Marker(stringLiteral: name) }
    for (name, value) in [("circle", Marker.circle), ("square", .square), ("triangle", .triangle), ("cross", .cross), ("point", .point), ("diamond", .diamond), ("plus", .plus), ("star", .star), ("none", .none)] { marker("static var \(name): Marker { get }", name == "none" ? "No marker." : "A \(name).") { () -> Marker in value } }
    let colormap = Binder.type(table, Colormap.self, "struct Colormap", "Colours for values: `.viridis`, `.gray`, `.blues`, `\"RdBu\"`, ….", "imshow([[0.0, 1]], colormap: .gray)", describe: { "\($0)" })
    colormap("init(stringLiteral name: String)", "The colour map of that name.") { (name: String) -> Colormap in Colormap(stringLiteral: name) }
    let maps: [(String, Colormap)] = [
        ("viridis", .viridis), ("plasma", .plasma), ("inferno", .inferno), ("magma", .magma), ("cividis", .cividis), ("turbo", .turbo), ("gray", .gray), ("blues", .blues), ("greens", .greens),
        ("oranges", .oranges), ("rdBu", .rdBu), ("coolwarm", .coolwarm), ("piYG", .piYG), ("twilight", .twilight), ("bwr", .bwr),
    ]
    for (name, map) in maps { colormap("static var \(name): Colormap { get }", "The colour map \(map.name).") { () -> Colormap in map } }
    colormap("var reversed: Colormap { get }", "The same colours, the last first.", "imshow([[0.0, 1]], colormap: .gray.reversed)") { (map: Colormap) -> Colormap in map.reversed }
    colormap("static var names: [String] { get }", "The names of all colour maps.", "print(Colormap.names.count > 10)") { () -> [String] in Colormap.names }
    colormap("static var redBlue: Colormap { get }", "Red to blue through white, for signed data.") { () -> Colormap in Colormap(stringLiteral: "RdBu") }
    let rasterize = Binder.type(table, Rasterize.self, "struct Rasterize", "Whether many points become an image.", "", describe: { "\($0)" })
    for name in ["automatic", "always", "never"] { rasterize("static var \(name): Rasterize { get }", "\(name).") { () -> Rasterize in Rasterize(stringLiteral: name) } }
    let place = Binder.type(table, LegendLocation.self, "struct LegendLocation", "Where the legend stands: `.best`, `.outside`, `\"upper left\"`, ….", "", describe: { "\($0)" })
    place("init(stringLiteral name: String)", "The place of that name.") { (name: String) -> LegendLocation in LegendLocation(stringLiteral: name) }
    for (name, text) in [("best", "best"), ("outside", "outside"), ("upperLeft", "upper left"), ("upperRight", "upper right"), ("lowerLeft", "lower left"), ("lowerRight", "lower right"), ("center", "center"), ("centerLeft", "center left"), ("centerRight", "center right"), ("lowerCenter", "lower center"), ("upperCenter", "upper center")] { place("static var \(name): LegendLocation { get }", "\(text).") { () -> LegendLocation in LegendLocation(stringLiteral: text) } }
    let scale = Binder.type(table, AxisScale.self, "struct AxisScale", "Linear, logarithmic or dates: `.linear`, `.log`, `.symlog`, `.date`.", "", describe: { "\($0)" })
    scale("init(stringLiteral name: String)", "The scale of that name.") { (name: String) -> AxisScale in AxisScale(stringLiteral: name) }
    for name in ["linear", "log", "symlog", "date"] { scale("static var \(name): AxisScale { get }", "The scale \(name).") { () -> AxisScale in AxisScale(stringLiteral: name) } }
}

/// What names and sets axes: on `plt` the current ones, on a figure its current ones.
private func declareModifiers(_ figure: Binder, _ axes: Binder, _ pyplot: Binder) {
    func declare<each A: CellValue>(_ name: String, _ parameters: String, _ documentation: String, _ arguments: String, _ body: @escaping (PlotAxes, repeat each A) throws -> Void) {
        pyplot("func \(name)(\(parameters))", documentation, "plt.plot([1, 2])\nplt.\(name)(\(arguments))\nplt.close()") { (_: Pyplot, values: repeat each A) -> CellVoid in
            try body(plt.axes, repeat each values)
            return CellVoid()
        }
        axes("@discardableResult func \(name)(\(parameters)) -> Axes", documentation, "let (figure, axes) = subplots(1, 1)\naxes[0, 0].plot([1, 2]).\(name)(\(arguments))") { (axes: PlotAxes, values: repeat each A) -> PlotAxes in
            try body(axes, repeat each values)
            return axes
        }
        figure("func \(name)(\(parameters)) -> Figure", documentation, "plot([1, 2]).\(name)(\(arguments))") { (figure: Figure, values: repeat each A) -> Figure in
            try body(figure.axes, repeat each values)
            return figure
        }
    }
    declare("title", "_ text: String, fontsize: Double? = nil, color: Color? = nil", "The title; `$x_1$`, `$10^{-3}$` and `$\\\\sigma$` lower, raise and write Greek.", "\"Loss\"") { (axes: PlotAxes, text: String, size: Double?, color: Color?) in try axes.setTitle(text, fontsize: size, color: color) }
    declare("xlabel", "_ text: String", "What the x axis shows.", "\"epoch\"") { (axes: PlotAxes, text: String) in axes.setXLabel(text) }
    declare("ylabel", "_ text: String", "What the y axis shows.", "\"loss\"") { (axes: PlotAxes, text: String) in axes.setYLabel(text) }
    declare("xlim", "_ low: Double?, _ high: Double?", "From where to where x goes.", "0, 1") { (axes: PlotAxes, low: Double?, high: Double?) in try axes.setXLimits(low, high) }
    declare("ylim", "_ low: Double?, _ high: Double?", "From where to where y goes.", "0, 3") { (axes: PlotAxes, low: Double?, high: Double?) in try axes.setYLimits(low, high) }
    declare("xscale", "_ scale: AxisScale", "The scale of x.", ".linear") { (axes: PlotAxes, scale: AxisScale) in try axes.setXScale(scale) }
    declare("yscale", "_ scale: AxisScale", "The scale of y.", ".log") { (axes: PlotAxes, scale: AxisScale) in try axes.setYScale(scale) }
    declare("xticks", "_ positions: any PlotData, _ labels: [String]? = nil, rotation: Double? = nil", "Where x has ticks, and what stands there.", "[0, 1], [\"a\", \"b\"]") { (axes: PlotAxes, positions: PlotSource, labels: [String]?, rotation: Double?) in try axes.setXTicks(positions, labels, rotation: rotation) }
    declare("yticks", "_ positions: any PlotData, _ labels: [String]? = nil", "Where y has ticks, and what stands there.", "[1, 2]") { (axes: PlotAxes, positions: PlotSource, labels: [String]?) in try axes.setYTicks(positions, labels) }
    declare("grid", "_ visible: Bool = true", "Lines at the ticks.", "") { (axes: PlotAxes, visible: Bool) in axes.setGrid(visible) }
    declare("legend", "_ loc: LegendLocation = .best, title: String? = nil, labels: [String] = [], columns: Int = 1", "What the series are called.", "") { (axes: PlotAxes, place: LegendLocation, title: String?, labels: [String], columns: Int) in try axes.setLegend(location: place, title: title, labels: labels, columns: columns) }
    declare("legend", "loc: LegendLocation, title: String? = nil, labels: [String] = [], ncol: Int = 1", "What the series are called.", "loc: \"upper left\"") { (axes: PlotAxes, place: LegendLocation, title: String?, labels: [String], columns: Int) in try axes.setLegend(location: place, title: title, labels: labels, columns: columns) }
    declare("axis", "_ mode: String", "\"equal\", \"off\" or \"on\".", "\"off\"") { (axes: PlotAxes, mode: String) in try axes.setAxis(mode) }
    declare("invertXAxis", "", "Turns the x axis over.", "") { (axes: PlotAxes) in axes.invertX() }
    declare("invertYAxis", "", "Turns the y axis over, so that it grows downwards.", "") { (axes: PlotAxes) in axes.invertY() }
    pyplot("func colorbar(label: String? = nil, ticks: [Double]? = nil)", "What the colours mean.", "plt.imshow([[0.0, 1]])\nplt.colorbar()\nplt.close()") { (_: Pyplot, label: String?, ticks: [Double]?) -> CellVoid in
        try plt.axes.addColorbar(label: label, ticks: ticks)
        return CellVoid()
    }
    axes("@discardableResult func colorbar(label: String? = nil, ticks: [Double]? = nil) -> Axes", "What the colours mean.", "let (figure, axes) = subplots(1, 1)\naxes[0, 0].imshow([[0.0, 1]]).colorbar()") { (axes: PlotAxes, label: String?, ticks: [Double]?) -> PlotAxes in
        try axes.addColorbar(label: label, ticks: ticks)
        return axes
    }
    figure("func colorbar(label: String? = nil) -> Figure", "What the colours mean.", "imshow([[0.0, 1]]).colorbar()") { (figure: Figure, label: String?) -> Figure in
        try figure.axes.addColorbar(label: label)
        return figure
    }
}

private func declarePyplot(_ pyplot: Binder) {
    pyplot("@discardableResult func figure(figsize: (Double, Double)? = nil, width: FigureWidth? = nil, style: FigureStyle? = nil) -> Figure", "A new figure, the current one from here on; its size is in inches, or a width on paper.", "plt.figure(figsize: (4, 3))\nplt.close()") { (p: Pyplot, size: CellTuple<Double, Double>?, width: FigureWidth?, style: FigureStyle?) -> Figure in try p.open(figsize: size.map(pair), width: width, style: style) }
    pyplot("@discardableResult func subplots(_ rows: Int, _ columns: Int = 1, figsize: (Double, Double)? = nil, sharex: Bool = false, sharey: Bool = false) -> (figure: Figure, axes: AxesGrid)", "A new figure with axes in rows and columns.", "let (figure, axes) = plt.subplots(2, 3)\nplt.close()") { (p: Pyplot, rows: Int, columns: Int, size: CellTuple<Double, Double>?, sharex: Bool, sharey: Bool) -> (Figure, AxesGrid) in
        let result = try p.openGrid(rows, columns, figsize: size.map(pair), sharex: sharex, sharey: sharey)
        return (result.figure, result.axes)
    }
    pyplot("@discardableResult func subplot(_ rows: Int, _ columns: Int, _ index: Int) -> Axes", "One of the axes of the current figure, from 1.", "plt.subplot(1, 2, 1)\nplt.close()") { (p: Pyplot, rows: Int, columns: Int, index: Int) -> PlotAxes in try p.select(rows, columns, index) }
    pyplot("func sca(_ axes: Axes)", "Makes axes the current ones.", "let (figure, axes) = plt.subplots(1, 2)\nplt.sca(axes[0, 1])\nplt.close()") { (p: Pyplot, axes: PlotAxes) in p.sca(axes) }
    pyplot("func gca() -> Axes", "The current axes.", "print(plt.gca())\nplt.close()") { (p: Pyplot) -> PlotAxes in p.gca() }
    pyplot("func gcf() -> Figure", "The current figure.", "let current = plt.gcf()\nplt.close()") { (p: Pyplot) -> Figure in p.gcf() }
    pyplot("func show()", "Displays the open figures and closes them.", "plt.plot([1, 2])\nplt.show()") { (p: Pyplot) in try p.showAll() }
    pyplot("func close()", "Forgets the current figure.", "plt.plot([1, 2])\nplt.close()") { (p: Pyplot) in p.close(nil as Figure?) }
    pyplot("func close(_ which: String)", "Forgets the current figure, or \"all\".", "plt.close(\"all\")") { (p: Pyplot, which: String) in p.close(which) }
    pyplot("func clf()", "Empties the current figure.", "plt.clf()\nplt.close()") { (p: Pyplot) in p.clf() }
    pyplot("func savefig(_ path: String, dpi: Double = 100, outlines: Bool = false) throws", "Writes the current figure to a file, as a figure's own savefig.") { (p: Pyplot, path: String, dpi: Double, outlines: Bool) in try p.savefig(path, dpi: dpi, outlines: outlines) }
    pyplot("func tight_layout()", "Accepted for those who are used to it: figures are laid out without overlap.", "plt.tight_layout()") { (p: Pyplot) in p.tight_layout() }
    pyplot("func suptitle(_ text: String, fontsize: Double? = nil)", "A title over all axes.", "plt.suptitle(\"All\")\nplt.close()") { (p: Pyplot, text: String, size: Double?) in _ = try p.gcf().setSuptitle(text, fontsize: size) }
}
