/// Sizes that the drawing shares.
enum Pixels {
    /// Pixels a point: figures have 100 pixels an inch, an inch has 72 points.
    static let perPoint = 100.0 / 72
}

extension AxesLayout {
    func maps(_ box: Rect) -> (x: AxisMap, y: AxisMap) {
        (
            AxisMap(
                scale: axes.x.scale, low: xLimits.low, high: xLimits.high, start: box.x,
                end: box.right),
            AxisMap(
                scale: axes.y.scale, low: yLimits.low, high: yLimits.high, start: box.bottom,
                end: box.y)
        )
    }

    /// Draws the axes with all that is in them and around them.
    func draw(into scene: inout Scene) throws(PlotError) {
        let (xMap, yMap) = maps(box)
        if !axisHidden, showsGrid { drawGrid(xMap, yMap, into: &scene) }
        var over: [Mark] = []
        let inside = try content(in: box, into: &scene, over: &over)
        if inside.contains(where: { !$0.isEmptyGroup }) {
            scene.marks.append(.clipped(box, inside))
        }
        if !axisHidden { drawFrame(xMap, yMap, into: &scene) }
        scene.marks += over
        drawTitle(into: &scene)
        colorbar?.draw(beside: box, after: twinWidth, into: &scene)
        try drawInsets(into: &scene)
        drawLegend(into: &scene)
        scene.warnings += warnings
    }

    /// What lies inside the box, and what may reach over its border.
    private func content(in box: Rect, into scene: inout Scene, over: inout [Mark])
        throws(PlotError) -> [Mark]
    {
        let (xMap, yMap) = maps(box)
        var inside: [Mark] = []
        let canvas = DrawContext(layout: self, x: xMap, y: yMap, box: box)
        let order = axes.artists.indices.sorted {
            (axes.artists[$0].layer, $0) < (axes.artists[$1].layer, $1)
        }
        for index in order {
            let artist = axes.artists[index]
            let marks = try marks(artist, canvas, into: &scene, over: &over) + canvas.hits(artist)
            inside.append(.group(.series(seriesKey(index)), marks))
        }
        if let twin = twin.first { inside += try twin.content(in: box, into: &scene, over: &over) }
        return inside
    }

    /// A number for an artist that no other of the figure has.
    func seriesKey(_ index: Int) -> Int {
        (axes.row * 50 + axes.column) * 1000 + index + (axes.host == nil ? 0 : 500)
    }

    private func marks(
        _ artist: Artist, _ canvas: DrawContext, into scene: inout Scene, over: inout [Mark]
    ) throws(PlotError) -> [Mark] {
        switch artist {
        case .line(let line): return canvas.marks(line)
        case .scatter(let scatter): return try canvas.marks(scatter, warnings: &scene.warnings)
        case .bars(let bars):
            over += canvas.valueLabels(bars)
            return canvas.marks(bars)
        case .band(let band): return canvas.marks(band)
        case .errors(let errors): return canvas.marks(errors)
        case .rule(let rule): return canvas.marks(rule)
        case .image(let image): return try canvas.marks(image)
        case .grid(let grid): over += try canvas.marks(grid)
        case .contour(let contour): return try canvas.marks(contour)
        case .note(let note): over += canvas.marks(note, page: scene)
        case .shapes(let shapes):
            over += canvas.labels(shapes, page: scene)
            return canvas.marks(shapes)
        case .thumbnails(let thumbnails): return try canvas.marks(thumbnails)
        case .surface(let surface): over += try canvas.marks(surface)
        case .diagram(let diagram): over += canvas.marks(diagram)
        }
        return []
    }

    private func drawLegend(into scene: inout Scene) {
        guard let legend else { return }
        let rect =
            legendPlace.map { legend.rect(at: $0, in: box) }
            ?? Rect(
                x: box.right + twinWidth + (colorbar?.width ?? 0) + 12, y: box.y,
                width: legend.width,
                height: legend.height)
        legend.draw(at: rect, into: &scene, framed: legendPlace != nil)
    }

    /// Axes inside the box, measured for their share of it, on ground of their own.
    private func drawInsets(into scene: inout Scene) throws(PlotError) {
        for (inset, place) in axes.insets {
            let room = Rect(
                x: box.x + place.x * box.width,
                y: box.bottom - (place.y + place.height) * box.height,
                width: place.width * box.width, height: place.height * box.height)
            var layout = try AxesLayout(inset, style: style.fitting(room.width * 1.2))
            var inner = room.insetBy(4)
            for _ in 0..<4 {
                layout.inner = inner
                try layout.measure(box: layout.fitted(inner), cell: room)
                let need = layout.margins
                inner = Rect(
                    x: (room.x + need.left + 3).rounded(), y: (room.y + need.top + 3).rounded(),
                    width: max(12, (room.width - need.left - need.right - 6).rounded(.down)),
                    height: max(12, (room.height - need.top - need.bottom - 6).rounded(.down)))
            }
            layout.inner = inner
            layout.box = layout.fitted(inner)
            scene.marks.append(
                .rect(room, fill: Fill(.background), stroke: Stroke(.grid, width: 1), radius: 2))
            try layout.draw(into: &scene)
        }
    }

    /// Grids belong to lines, points and bars; pictures have none.
    private var showsGrid: Bool {
        if let asked = axes.showsGrid ?? style.showsGrid { return asked }
        return !axes.artists.contains {
            switch $0 {
            case .image, .contour, .grid, .surface, .diagram: return true
            default: return false
            }
        }
    }

    private func drawGrid(_ xMap: AxisMap, _ yMap: AxisMap, into scene: inout Scene) {
        var lines = PathMark(stroke: Stroke(.grid, width: 1))
        // Bars stand on names or classes: lines along them say nothing.
        let bars = axes.artists.compactMap { artist -> BarsArtist? in
            if case .bars(let bars) = artist, !bars.touching { return bars }
            return nil
        }
        let asked = axes.showsGrid == true
        if asked || !bars.contains(where: { !$0.horizontal }) {
            for tick in xTicks.ticks where !tick.isMinor {
                let x = snapped(xMap(tick.value))
                if x > box.x + 0.5, x < box.right - 0.5 {
                    lines.add([Point(x, box.y), Point(x, box.bottom)])
                }
            }
        }
        if asked || !bars.contains(where: \.horizontal) {
            for tick in yTicks.ticks where !tick.isMinor {
                let y = snapped(yMap(tick.value))
                if y > box.y + 0.5, y < box.bottom - 0.5 {
                    lines.add([Point(box.x, y), Point(box.right, y)])
                }
            }
        }
        if !lines.points.isEmpty { scene.marks.append(.path(lines)) }
    }

    /// The middle of a screen pixel, where a line of one pixel is sharp.
    private func snapped(_ value: Double) -> Double { value.rounded(.down) + 0.5 }

    /// Whether the box has all four sides.
    private var isFramed: Bool {
        axes.framed
            || axes.artists.contains {
                switch $0 {
                case .image, .contour: return true
                default: return false
                }
            }
    }

    private func drawFrame(_ xMap: AxisMap, _ yMap: AxisMap, into scene: inout Scene) {
        var frame = PathMark(stroke: Stroke(.axis, width: 1))
        let (left, right) = (snapped(box.x) - 1, snapped(box.right))
        let (top, bottom) = (snapped(box.y) - 1, snapped(box.bottom))
        if let over = twin.first {
            let overMap = over.maps(box).y
            frame.add([Point(right, box.y), Point(right, bottom)])
            for tick in over.yTicks.ticks {
                let y = min(max(snapped(overMap(tick.value)), top), bottom)
                frame.add([
                    Point(right, y), Point(right + style.tickLength * (tick.isMinor ? 0.55 : 1), y),
                ])
            }
            over.drawRightLabels(overMap, into: &scene)
        }
        if isFramed {
            frame.add([
                Point(left, top), Point(right, top), Point(right, bottom), Point(left, bottom),
                Point(left, top),
            ])
        } else {
            frame.add([Point(left, box.y), Point(left, bottom), Point(box.right, bottom)])
        }
        // Cells of a picture with names need no marks between frame and name.
        for tick in xTicks.ticks {
            let x = min(max(snapped(xMap(tick.value)), left), right)
            frame.add([
                Point(x, bottom), Point(x, bottom + style.tickLength * (tick.isMinor ? 0.55 : 1)),
            ])
        }
        for tick in yTicks.ticks {
            let y = min(max(snapped(yMap(tick.value)), top), bottom)
            frame.add([
                Point(left - style.tickLength * (tick.isMinor ? 0.55 : 1), y), Point(left, y),
            ])
        }
        scene.marks.append(.path(frame))
        drawLabels(xMap, yMap, into: &scene)
    }

    private func drawLabels(_ xMap: AxisMap, _ yMap: AxisMap, into scene: inout Scene) {
        let size = style.tick
        let base = box.bottom + style.tickLength + 3
        for (index, tick) in xTicks.ticks.enumerated() where !tick.label.isEmpty {
            let x = xMap(tick.value)
            if xTicks.rotation != 0 {
                let radians = xTicks.rotation * .pi / 180
                let down = size * TextMeasure.ascent * abs(Numerics.cosine(radians)) * 0.9
                let aside = size * 0.36 * abs(Numerics.sine(radians))
                scene.marks.append(
                    .text(
                        TextMark(
                            text: tick.label, at: Point(x + aside, base + down), size: size,
                            anchor: .end,
                            paint: .muted, rotation: abs(xTicks.rotation), full: xTicks.full[index])
                    ))
                continue
            }
            let lines = xTicks.lines.indices.contains(index) ? xTicks.lines[index] : [tick.label]
            for (number, line) in lines.enumerated() {
                scene.marks.append(
                    .text(
                        TextMark(
                            text: line, at: Point(x, base + size * (0.85 + 1.2 * Double(number))),
                            size: size, anchor: .middle, paint: .muted)))
            }
        }
        for (index, tick) in yTicks.ticks.enumerated() where !tick.label.isEmpty {
            scene.marks.append(
                .text(
                    TextMark(
                        text: tick.label,
                        at: Point(
                            box.x - style.tickLength - 3, yMap(tick.value) + size * 0.36),
                        size: size, anchor: .end, paint: .muted, full: yTicks.full[index])))
        }
        if let label = axes.x.label, namesX {
            let text = TextMeasure.clean(label)
            let fitted = FittedText(text, to: span.high - span.low, size: style.label)
            let middle = middle(for: TextMeasure.width(fitted.shown, size: style.label))
            let ticks = xTicks.depth > 0 ? xTicks.depth + size * 0.3 : 0
            scene.marks.append(
                .text(
                    TextMark(
                        text: fitted.shown, at: Point(middle, base + ticks + style.label * 1.1),
                        size: style.label, anchor: .middle, full: fitted.full)))
        }
        if let label = axes.y.label, namesY {
            let text = TextMeasure.clean(label)
            let fitted = FittedText(text, to: box.height, size: style.label)
            let x = box.x - style.tickLength - 3 - yTicks.depth - style.label * 0.55
            scene.marks.append(
                .text(
                    TextMark(
                        text: fitted.shown, at: Point(x, box.midY), size: style.label,
                        anchor: .middle, rotation: 90, full: fitted.full)))
        }
    }

    /// The names of a twin's y axis, on the right.
    private func drawRightLabels(_ yMap: AxisMap, into scene: inout Scene) {
        let size = style.tick
        for (index, tick) in yTicks.ticks.enumerated() where !tick.label.isEmpty {
            scene.marks.append(
                .text(
                    TextMark(
                        text: tick.label,
                        at: Point(box.right + style.tickLength + 3, yMap(tick.value) + size * 0.36),
                        size: size, paint: .muted, full: yTicks.full[index])))
        }
        guard let label = axes.y.label else { return }
        let text = TextMeasure.clean(label)
        let fitted = FittedText(text, to: box.height, size: style.label)
        let x = box.right + style.tickLength + 3 + yTicks.depth + style.label * 1.4
        scene.marks.append(
            .text(
                TextMark(
                    text: fitted.shown, at: Point(x, box.midY), size: style.label,
                    anchor: .middle, rotation: 90, full: fitted.full)))
    }

    private func drawTitle(into scene: inout Scene) {
        guard !titleLines.isEmpty else { return }
        let paint = axes.titleSpec?.color.map { palette.resolve($0, series: 0) } ?? .text
        for (index, line) in titleLines.enumerated() {
            let above = Double(titleLines.count - 1 - index) * titleSize * 1.25
            let width = TextMeasure.width(line, size: titleSize, face: .bold)
            let middle = middle(for: width)
            scene.marks.append(
                .text(
                    TextMark(
                        text: line, at: Point(middle, box.y - 9 - above), size: titleSize,
                        anchor: .middle, face: .bold, paint: paint,
                        full: line.hasSuffix("…") ? axes.titleSpec?.text : nil)))
        }
    }
}
