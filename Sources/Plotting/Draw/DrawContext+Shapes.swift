import Tensors

extension DrawContext {
    func paint(_ paint: ShapePaint) -> Paint { palette.resolve(paint) }

    func marks(_ shapes: ShapesArtist) -> [Mark] {
        shapes.groups.flatMap(marks)
    }

    private func marks(_ group: ShapesArtist.Group) -> [Mark] {
        var path = PathMark(closed: group.closed)
        if let fill = group.fill { path.fill = Fill(paint(fill), opacity: group.fillOpacity) }
        var outline: Stroke?
        if let stroke = group.stroke {
            let width = group.width * Pixels.perPoint
            outline = Stroke(paint(stroke), width: width, opacity: group.opacity)
            outline?.dash = group.style.pattern.map { ($0 * max(width, 1.2) * 10).rounded() / 10 }
            path.stroke = outline
        }
        path.tooltip = group.tooltip
        var heads = PathMark(
            fill: outline.map { Fill($0.paint, opacity: $0.opacity) }, closed: true)
        for run in group.runs {
            var points = run.map { near(Point(x($0.x), y($0.y))) }
            guard points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }), points.count > 1 else {
                continue
            }
            if group.heads > 0 {
                let tip = points[points.count - 1]
                let from = points[points.count - 2]
                if let (neck, corners) = Self.head(
                    from: from, to: tip, size: group.heads, fits: !group.headsOnly)
                {
                    points[points.count - 1] = neck
                    heads.add([tip] + corners)
                }
            }
            if !group.headsOnly { path.add(points) }
        }
        var marks: [Mark] = path.points.isEmpty ? [] : [.path(path)]
        if !heads.points.isEmpty { marks.append(.path(heads)) }
        return marks
    }

    /// Far outside is as good as just outside, and stays within what viewers can count.
    private func near(_ point: Point) -> Point {
        guard point.x.isFinite, point.y.isFinite else { return point }
        return Point(
            min(max(point.x, box.x - 4000), box.right + 4000),
            min(max(point.y, box.y - 4000), box.bottom + 4000))
    }

    /// The head of an arrow: where its shaft ends and the two corners beside; nil for one of no length.
    static func head(
        from: Point, to tip: Point, size: Double, fits: Bool = true
    ) -> (neck: Point, corners: [Point])? {
        let length = Numerics.hypot(tip.x - from.x, tip.y - from.y)
        guard length > 0.2 else { return nil }
        let (ux, uy) = ((tip.x - from.x) / length, (tip.y - from.y) / length)
        // A head alone has its size, one on a shaft leaves some of it.
        let long = fits ? min(size, length * 0.7) : size
        let half = long * 0.42
        let neck = Point(tip.x - ux * long, tip.y - uy * long)
        return (
            neck,
            [
                Point(neck.x - uy * half, neck.y + ux * half),
                Point(neck.x + uy * half, neck.y - ux * half),
            ]
        )
    }

    /// The names on shapes, moved apart so that none lies on another where there is room.
    func labels(_ shapes: ShapesArtist, page: Scene) -> [Mark] {
        var marks: [Mark] = []
        let size = layout.style.tick * 0.92
        var taken: [Rect] = []
        for label in shapes.labels {
            let text = TextMeasure.clean(label.text)
            var at = Point(x(label.at.x) + label.dx, y(label.at.y) + label.dy)
            guard at.x.isFinite, at.y.isFinite, !text.isEmpty else { continue }
            var mark = TextMark(text: text, at: at, size: size, anchor: label.anchor)
            mark.face = label.bold ? .bold : .regular
            mark.isData = true
            if let shape = label.onShape { mark.paint = .color(paint(shape).rgba.readableInk) }
            guard let background = label.background else {
                // Around a pie names come clockwise: down on the right, up on the left.
                let step = (label.anchor == .end ? -1 : 1) * size * 1.15
                if label.onShape == nil {
                    for _ in 0..<30 where taken.contains(where: { $0.intersects(mark.box) }) {
                        mark.at.y += step
                    }
                    taken.append(mark.box)
                }
                marks.append(.text(mark))
                continue
            }
            // On a chip of the shape's colour, inside the axes and below the one it would cover.
            let width = mark.width + 6
            var chip = Rect(x: at.x, y: at.y - size - 3, width: width, height: size * 1.25 + 1)
            chip.x = max(box.x, min(chip.x, box.right - width))
            chip.y = max(box.y, min(chip.y, box.bottom - chip.height))
            for _ in 0..<20 where taken.contains(where: { $0.intersects(chip) }) {
                chip.y += chip.height + 1
            }
            if chip.bottom > box.bottom { chip.y = box.bottom - chip.height }
            taken.append(chip)
            at = Point(chip.x + 3, chip.y + size)
            mark.at = at
            mark.anchor = .start
            let shade = paint(background)
            mark.paint = .color(shade.rgba.readableInk)
            marks.append(.rect(chip, fill: Fill(shade), stroke: nil, radius: 2))
            marks.append(.text(mark))
        }
        return marks
    }

    func marks(_ thumbnails: ThumbnailsArtist) throws(PlotError) -> [Mark] {
        var marks: [Mark] = []
        let unit = thumbnails.size / Double(max(thumbnails.rows, thumbnails.columns, 1))
        let (width, height) = (Double(thumbnails.columns) * unit, Double(thumbnails.rows) * unit)
        let pictures = try ImageTiles(
            thumbnails.images, rows: thumbnails.rows, columns: thumbnails.columns)
        for index in thumbnails.x.indices {
            let at = Point(x(thumbnails.x[index]), y(thumbnails.y[index]))
            guard at.x.isFinite, at.y.isFinite, isVisible(at) else { continue }
            let rect = Rect(x: at.x - width / 2, y: at.y - height / 2, width: width, height: height)
            marks.append(.picture(PictureMark(rect: rect, png: pictures.png(index, shownAt: rect))))
            let frame: Paint =
                thumbnails.series.indices.contains(index)
                ? palette.resolve(nil, series: thumbnails.series[index]) : .axis
            marks.append(
                .rect(
                    rect, fill: nil,
                    stroke: Stroke(frame, width: thumbnails.series.isEmpty ? 1 : 2), radius: 0))
        }
        return marks
    }
}

/// The pictures of a stack, one PNG each.
struct ImageTiles {
    private let content: ImageGridArtist.Content
    private let rows: Int
    private let columns: Int
    private let scale: ColorScale?

    init(_ content: ImageGridArtist.Content, rows: Int, columns: Int) throws(PlotError) {
        self.content = content
        self.rows = rows
        self.columns = columns
        if case .values(_, let map, let low, let high) = content {
            scale = try ColorScale(map: map, low: low, high: high)
        } else {
            scale = nil
        }
    }

    func png(_ index: Int, shownAt rect: Rect) -> [UInt8] {
        let size = rows * columns
        var bytes = [UInt8](repeating: 255, count: size * 4)
        for pixel in 0..<size {
            switch content {
            case .values(let values, _, _, _):
                let color = scale?.color(values[index * size + pixel]) ?? Ink.missing
                (bytes[pixel * 4], bytes[pixel * 4 + 1], bytes[pixel * 4 + 2]) = (
                    color.red, color.green, color.blue
                )
            case .pixels(let given, let channels):
                for channel in 0..<channels {
                    bytes[pixel * 4 + channel] = given[(index * size + pixel) * channels + channel]
                }
            }
        }
        return Raster(.colors(rows: rows, columns: columns, bytes), mirrored: false, flipped: false)
            .png(shownAt: rect, smooth: false)
    }
}
