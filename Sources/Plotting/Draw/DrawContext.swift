/// What the kinds of figure draw with: the axes' maps and their box.
struct DrawContext {
    let layout: AxesLayout
    let x: AxisMap
    let y: AxisMap
    let box: Rect

    var palette: Palette { layout.palette }
}

/// How a line looks.
struct LineLook {
    var stroke: Stroke
    var marker: Marker
    var markerSize: Double
}

extension AxesLayout {
    func look(of line: LineArtist, lines: Int) -> LineLook {
        let paint = palette.resolve(line.color, series: line.series)
        let dashes =
            line.style ?? (line.color == nil ? palette.dash(line.series, lines: lines) : .solid)
        var width = line.width.map { $0 * Pixels.perPoint } ?? style.lineWidth
        if dashes.name == "none" { width = 0 }
        // Many points on a thin line read better than a thick worm.
        if line.width == nil, line.x.count > 20_000 { width = 1 }
        var stroke = Stroke(paint, width: width, opacity: line.opacity)
        let unit = max(width, 1.4)
        stroke.dash = dashes.pattern.map { ($0 * unit * 10).rounded() / 10 }
        return LineLook(
            stroke: stroke, marker: line.marker ?? .none,
            markerSize: (line.markerSize ?? 5) * Pixels.perPoint)
    }
}

extension RuleArtist {
    func stroke(_ paint: Paint) -> Stroke {
        let pixels = width * Pixels.perPoint
        var stroke = Stroke(paint, width: pixels, opacity: opacity)
        stroke.dash = style.pattern.map { ($0 * max(pixels, 1.2) * 10).rounded() / 10 }
        return stroke
    }
}
