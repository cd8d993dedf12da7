import Tensors

/// A colour bar measured, and drawn beside its axes.
struct ColorbarLayout {
    static let gap = 12.0
    static let thickness = 14.0

    var scale: ColorScale
    var ticks: [Tick]
    var label: String?
    var style: Style
    /// That of what the bar explains, so that its colours are those on the page.
    var opacity = 1.0
    /// The bands of a filled contour; empty for a smooth bar.
    var levels: [Double] = []
    var bandColors: [RGBA] = []

    var width: Double {
        let names = ticks.map { TextMeasure.width($0.label, size: style.tick) }.max() ?? 0
        let title = label == nil ? 0 : style.label * 1.5
        return Self.gap + Self.thickness + 4 + 3 + names + title
    }

    init(_ spec: ColorbarSpec, _ artist: Artist, length: Double, style: Style) throws(PlotError) {
        self.style = style
        label = spec.label.map(TextMeasure.clean)
        switch artist {
        case .image(let image):
            guard case .values(_, let map, let low, let high) = image.content else {
                throw .nothingToScale
            }
            scale = try ColorScale(map: map, low: low, high: high)
            opacity = image.opacity
        case .scatter(let scatter):
            guard let limits = scatter.limits else { throw .nothingToScale }
            scale = try ColorScale(map: scatter.colormap, low: limits.low, high: limits.high)
        case .grid(let grid):
            guard case .values(_, let map, let low, let high) = grid.content else {
                throw .nothingToScale
            }
            scale = try ColorScale(map: map, low: low, high: high)
        case .contour(let contour):
            let first = contour.levels.first ?? 0
            let last = contour.levels.last ?? 1
            scale = try ColorScale(map: contour.colormap, low: first, high: last)
            opacity = contour.opacity
            if contour.filled {
                levels = contour.levels
                bandColors = contour.bandColors(scale)
            }
        case .surface(let surface):
            let extent = Numerics.extent(surface.z.values) ?? (0, 1)
            scale = try ColorScale(map: surface.colormap, low: extent.low, high: extent.high)
        default: throw .nothingToScale
        }
        var low = scale.low
        var high = scale.high
        if low == high {
            low -= low == 0 ? 0.5 : abs(low) * 0.1
            high += high == 0 ? 0.5 : abs(high) * 0.1
            scale.low = low
            scale.high = high
        }
        var axis = AxisSpec()
        axis.wholeNumbers = false
        axis.ticks = spec.ticks
        axis.tickLabels = spec.tickLabels
        ticks = AxisTicks.vertical(
            axis, low: low, high: high, length: length, widest: 120, style: style
        ).ticks.filter { !$0.isMinor }
        for index in ticks.indices where spec.tickLabels == nil {
            ticks[index].label = style.number(ticks[index].label)
        }
    }

    func draw(beside box: Rect, after extra: Double = 0, into scene: inout Scene) {
        let bar = Rect(
            x: box.right + extra + Self.gap, y: box.y, width: Self.thickness, height: box.height)
        let map = AxisMap(
            scale: .linear, low: scale.low, high: scale.high, start: bar.bottom, end: bar.y)
        if bandColors.isEmpty {
            let rows = (0..<256).reversed().map(UInt8.init)
            let palette = scale.colors.map(\.packed)
            let png = PNGEncoder(level: 9).encode(
                width: 1, height: 256, indices: rows, palette: palette)
            scene.marks.append(.picture(PictureMark(rect: bar, png: png, opacity: opacity, crisp: false)))
        } else {
            for (index, color) in bandColors.enumerated() where index + 1 < levels.count {
                let top = map(levels[index + 1])
                var band = PathMark(fill: Fill(.color(color), opacity: opacity), closed: true)
                band.keepsColor = true
                band.add(Rect(x: bar.x, y: top, width: bar.width, height: map(levels[index]) - top))
                scene.marks.append(.path(band))
            }
        }
        scene.marks.append(.rect(bar, fill: nil, stroke: Stroke(.axis, width: 1), radius: 0))
        var marks = PathMark(stroke: Stroke(.axis, width: 1))
        for tick in ticks {
            let y = map(tick.value)
            marks.add([Point(bar.right, y), Point(bar.right + 4, y)])
            scene.marks.append(
                .text(
                    TextMark(
                        text: tick.label, at: Point(bar.right + 7, y + style.tick * 0.36),
                        size: style.tick, paint: .muted)))
        }
        scene.marks.append(.path(marks))
        if let label {
            let fitted = FittedText(label, to: box.height, size: style.label)
            scene.marks.append(
                .text(
                    TextMark(
                        text: fitted.shown,
                        at: Point(box.right + extra + width - style.label * 0.3, box.midY),
                        size: style.label, anchor: .middle, rotation: 90, full: fitted.full)))
        }
    }
}
