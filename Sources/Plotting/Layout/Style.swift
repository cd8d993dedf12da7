/// Sizes of text and lines, in pixels, and what else a style decides for the layout.
struct Style {
    var tick = 12.0
    var label = 13.0
    var title = 15.0
    var suptitle = 17.0
    var legend = 12.0
    var cell = 12.0
    /// The width of lines without one of their own.
    var lineWidth = 1.5 * Pixels.perPoint
    /// The width of axes and grid.
    var hairline = 1.0
    var tickLength = 4.0
    var padding = 12.0
    var gap = 18.0
    var showsGrid: Bool?
    var colors: [RGBA] = []
    var decimalComma = false
    /// Whether marks carry what a pointer over them shows.
    var isInteractive = false

    /// The same style for cells of that width: text becomes smaller where it would crowd.
    func fitting(_ width: Double) -> Style {
        let factor = max(0.72, min(1, width / 250))
        guard factor < 1 else { return self }
        var style = self
        style.tick = (tick * factor * 2).rounded() / 2
        style.label = (label * factor * 2).rounded() / 2
        style.title = (title * factor * 2).rounded() / 2
        style.legend = (legend * factor * 2).rounded() / 2
        return style
    }

    /// All texts larger or smaller by a factor.
    func scaled(_ factor: Double) -> Style {
        func size(_ value: Double) -> Double { max(4, (value * factor * 2).rounded() / 2) }
        var style = self
        style.tick = size(tick)
        style.label = size(label)
        style.title = size(title)
        style.suptitle = size(suptitle)
        style.legend = size(legend)
        style.cell = size(cell)
        return style
    }

    /// A number as it is written here.
    func number(_ text: String) -> String {
        decimalComma ? String(text.map { $0 == "." ? "," : $0 }) : text
    }
}
