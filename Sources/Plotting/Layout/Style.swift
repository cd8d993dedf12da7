/// Sizes of text and lines, in pixels.
struct Style {
    var tick = 12.0
    var label = 13.0
    var title = 15.0
    var suptitle = 17.0
    var legend = 12.0
    var cell = 12.0
    var lineWidth = 2.0
    var tickLength = 4.0
    var padding = 12.0
    var gap = 18.0

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
}
