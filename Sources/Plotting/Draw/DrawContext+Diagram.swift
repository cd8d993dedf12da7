extension DrawContext {
    /// The boxes and lines of a diagram in the middle of the axes, made smaller where they do not fit.
    func marks(_ diagram: DiagramArtist) -> [Mark] {
        let zoom = min(1, box.width / diagram.width, box.height / diagram.height)
        let left = box.midX - diagram.width * zoom / 2
        let top = box.y + max(0, (box.height - diagram.height * zoom) / 2)
        func place(_ point: Point) -> Point { Point(left + point.x * zoom, top + point.y * zoom) }
        func rect(_ node: DiagramArtist.Node) -> Rect {
            let center = place(node.center)
            return Rect(
                x: center.x - node.width * zoom / 2, y: center.y - node.height * zoom / 2,
                width: node.width * zoom, height: node.height * zoom)
        }
        let size = diagram.textSize * zoom
        var lines = PathMark(stroke: Stroke(.axis, width: 1.3))
        var heads = PathMark(fill: Fill(.axis), closed: true)
        var texts: [Mark] = []
        for edge in diagram.edges {
            let (a, b) = (rect(diagram.nodes[edge.from]), rect(diagram.nodes[edge.to]))
            var way: [Point]
            if b.y > a.bottom {
                way = [Point(a.midX, a.bottom), Point(b.midX, b.y)]
            } else {
                // To the top of the next column: down, across between both, and in from above's side.
                let middle = (a.right + b.x) / 2
                way = [
                    Point(a.right, a.midY), Point(middle, a.midY), Point(middle, b.midY),
                    Point(b.x, b.midY),
                ]
            }
            if let (neck, corners) = Self.head(
                from: way[way.count - 2], to: way[way.count - 1], size: 8 * zoom)
            {
                heads.add([way[way.count - 1]] + corners)
                way[way.count - 1] = neck
            }
            lines.add(way)
            if let text = edge.text {
                let toLeft = b.midX < a.midX
                var mark = TextMark(
                    text: text,
                    at: Point((a.midX + b.midX) / 2 + (toLeft ? -6 : 6), (a.bottom + b.y) / 2),
                    size: size, anchor: toLeft ? .end : .start, paint: .muted)
                mark.isData = true
                texts.append(.text(mark))
            }
        }
        var marks: [Mark] = []
        if !lines.points.isEmpty { marks.append(.path(lines)) }
        if !heads.points.isEmpty { marks.append(.path(heads)) }
        for node in diagram.nodes {
            let area = rect(node)
            let shade = node.series.map { Palette(seriesCount: diagram.seriesCount).color($0) }
            if let shade {
                marks.append(.rect(area, fill: Fill(.background), stroke: nil, radius: 5))
                marks.append(
                    .rect(
                        area, fill: Fill(.color(shade), opacity: node.strength),
                        stroke: Stroke(.color(shade), width: 1.3), radius: 5))
            } else {
                marks.append(
                    .rect(
                        area, fill: Fill(.background), stroke: Stroke(.axis, width: 1.3), radius: 5)
                )
            }
            let height = size * 1.35
            let first = area.midY - height * Double(node.lines.count) / 2 + height * 0.72
            for (number, line) in node.lines.enumerated() {
                marks.append(
                    .text(
                        TextMark(
                            text: TextMeasure.clean(line),
                            at: Point(area.midX, first + Double(number) * height), size: size,
                            anchor: .middle, face: number == 0 ? .bold : .regular,
                            paint: number == 0 ? .text : .muted)))
            }
        }
        return marks + texts
    }
}

extension DiagramArtist {
    var seriesCount: Int { (nodes.compactMap(\.series).max() ?? 0) + 1 }
}
