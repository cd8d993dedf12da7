/// One line of a legend: its name and what it shows.
struct LegendEntry {
    enum Handle {
        case line(Stroke, Marker, Double)
        case point(Marker, Paint, Double, Stroke?)
        case area(Fill)
    }
    var name: String
    /// The whole name, where it was cut.
    var full: String?
    /// Drawn from the first to the last.
    var handles: [Handle]
    /// The number of the series it names.
    var key = 0
}

/// A legend measured.
struct LegendLayout {
    var entries: [LegendEntry]
    var title: String?
    var size: Double
    var columns: Int
    var columnWidth: Double
    var width: Double
    var height: Double

    static let handleWidth = 24.0
    static let pad = 8.0

    init?(_ entries: [LegendEntry], spec: LegendSpec, style: Style, widest: Double, tallest: Double)
    {
        guard !entries.isEmpty else { return nil }
        size = style.legend
        title = spec.title
        let inner = max(40, widest - 2 * Self.pad - Self.handleWidth - 7)
        var shown = entries
        let fitted = FittedText.apart(
            shown.map { TextMeasure.clean($0.name) }, to: inner, size: style.legend)
        for (index, text) in fitted.enumerated() {
            (shown[index].name, shown[index].full) = (text.shown, text.full)
        }
        self.entries = shown
        let lineHeight = style.legend * 1.5
        let titleHeight = spec.title == nil ? 0 : lineHeight
        let names = shown.map { TextMeasure.width($0.name, size: style.legend) }.max() ?? 0
        columnWidth = Self.handleWidth + 7 + names + 14
        var count = max(1, spec.columns)
        // More columns where the entries would stand higher than the axes.
        while count < shown.count,
            Double((shown.count + count - 1) / count) * lineHeight + titleHeight + 2 * Self.pad
                > tallest,
            columnWidth * Double(count + 1) < widest
        {
            count += 1
        }
        columns = count
        let rows = (shown.count + count - 1) / count
        let titleWidth =
            spec.title.map { TextMeasure.width($0, size: style.legend, face: .bold) } ?? 0
        width = max(columnWidth * Double(count) - 14, titleWidth) + 2 * Self.pad
        height = Double(rows) * lineHeight + titleHeight + 2 * Self.pad - style.legend * 0.35
    }

    /// The rectangle of the legend at one of the named places in a box.
    func rect(at place: String, in box: Rect) -> Rect {
        let gap = 8.0
        let x: Double
        if place.hasSuffix("left") {
            x = box.x + gap
        } else if place.hasSuffix("right") {
            x = box.right - gap - width
        } else {
            x = box.midX - width / 2
        }
        let y: Double
        if place.hasPrefix("upper") {
            y = box.y + gap
        } else if place.hasPrefix("lower") {
            y = box.bottom - gap - height
        } else {
            y = box.midY - height / 2
        }
        return Rect(x: x, y: y, width: width, height: height)
    }

    func draw(at rect: Rect, into scene: inout Scene, framed: Bool) {
        if framed {
            scene.marks.append(
                .rect(
                    rect, fill: Fill(.background, opacity: 0.85), stroke: Stroke(.grid, width: 1),
                    radius: 3))
        }
        let lineHeight = size * 1.5
        var top = rect.y + Self.pad - size * 0.15
        if let title {
            scene.marks.append(
                .text(
                    TextMark(
                        text: title, at: Point(rect.x + Self.pad, top + size), size: size,
                        face: .bold)))
            top += lineHeight
        }
        let rows = (entries.count + columns - 1) / columns
        for (index, entry) in entries.enumerated() {
            let x = rect.x + Self.pad + Double(index / rows) * columnWidth
            let y = top + Double(index % rows) * lineHeight + lineHeight / 2
            let first = scene.marks.count
            for handle in entry.handles { draw(handle, x: x, y: y, into: &scene) }
            scene.marks.append(
                .text(
                    TextMark(
                        text: entry.name, at: Point(x + Self.handleWidth + 7, y + size * 0.36),
                        size: size, full: entry.full)))
            let marks = Array(scene.marks[first...])
            scene.marks.removeSubrange(first...)
            scene.marks.append(.group(.legend(entry.key), marks))
        }
    }

    private func draw(_ handle: LegendEntry.Handle, x: Double, y: Double, into scene: inout Scene) {
        let middle = x + Self.handleWidth / 2
        switch handle {
        case .line(let stroke, let marker, let markerSize):
            if stroke.width > 0 {
                scene.line(Point(x, y), Point(x + Self.handleWidth, y), stroke)
            }
            if !marker.sign.isEmpty {
                scene.marks.append(
                    .points(
                        PointsMark(
                            points: [Point(middle, y)], marker: marker, size: markerSize,
                            paint: stroke.paint)))
            }
        case .point(let marker, let paint, let markerSize, let edge):
            var mark = PointsMark(
                points: [Point(middle, y)], marker: marker, size: max(6, min(markerSize, 11)),
                paint: paint)
            mark.edge = edge
            scene.marks.append(.points(mark))
        case .area(let fill):
            let height = size * 0.75
            scene.marks.append(
                .rect(
                    Rect(x: x, y: y - height / 2, width: Self.handleWidth, height: height),
                    fill: fill, stroke: nil, radius: 1))
        }
    }

    /// The best place inside the box: the one that hides the fewest of the points given, in
    /// matplotlib's order; nil when each hides more than one in a hundred.
    func bestPlace(in box: Rect, avoiding points: [Point], lines: [[Point]]) -> String? {
        guard width < box.width * 0.72, height < box.height * 0.8 else { return nil }
        var best: (place: String, badness: Int)?
        for place in LegendLocation.inside {
            let rect = rect(at: place, in: box).insetBy(-3)
            var badness = points.count { rect.contains($0) }
            for line in lines {
                for (a, b) in zip(line, line.dropFirst()) where Self.crosses(rect, a, b) {
                    badness += 1
                }
            }
            if badness == 0 { return place }
            if badness < (best?.badness ?? .max) { best = (place, badness) }
        }
        let total = points.count + lines.reduce(0) { $0 + $1.count }
        guard let best, best.badness * 100 <= total else { return nil }
        return best.place
    }

    /// Whether a stretch of line enters the rectangle.
    private static func crosses(_ rect: Rect, _ a: Point, _ b: Point) -> Bool {
        if rect.contains(a) || rect.contains(b) { return true }
        guard max(a.x, b.x) >= rect.x, min(a.x, b.x) <= rect.right, max(a.y, b.y) >= rect.y,
            min(a.y, b.y) <= rect.bottom
        else { return false }
        func side(_ x: Double, _ y: Double) -> Double {
            (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)
        }
        let sides = [
            side(rect.x, rect.y), side(rect.right, rect.y), side(rect.right, rect.bottom),
            side(rect.x, rect.bottom),
        ]
        return sides.contains { $0 > 0 } && sides.contains { $0 < 0 }
    }
}
