extension DrawContext {
    func marks(_ note: NoteArtist, page: Scene) -> [Mark] {
        let paint = note.color.map { palette.resolve($0, series: 0) } ?? .text
        var at =
            note.inAxes
            ? Point(box.x + note.x * box.width, box.bottom - note.y * box.height)
            : Point(x(note.x), y(note.y))
        guard at.x.isFinite, at.y.isFinite, note.target != nil || isVisible(at) || note.inAxes
        else {
            return []
        }
        let size = note.size.map { $0 * Pixels.perPoint } ?? layout.style.tick
        let lines = note.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { TextMeasure.clean(String($0)) }
        let height = Double(lines.count) * size * 1.2
        var marks: [Mark] = []
        let anchor: TextAnchor =
            note.horizontal == "center" ? .middle : note.horizontal == "right" ? .end : .start
        let widest =
            lines.map { TextMeasure.width($0, size: size, face: note.bold ? .bold : .regular) }
            .max()
            ?? 0
        // The whole text stays within the figure.
        let left = anchor == .start ? 0 : anchor == .middle ? widest / 2 : widest
        if note.rotation == 0 {
            at.x = min(max(at.x, left + 2), max(left + 2, page.width - (widest - left) - 2))
        }
        var baseline = at.y
        switch note.vertical {
        case "top": baseline += size * TextMeasure.ascent
        case "center": baseline += size * 0.36 - (height - size * 1.2) / 2
        default: baseline -= height - size * 1.2
        }
        if note.rotation == 0 {
            let low = size
            let high = page.height - (height - size * 1.2) - size * 0.3
            baseline = min(max(baseline, low), max(low, high))
        }
        if let target = note.target {
            let tip = Point(x(target.x), y(target.y))
            if tip.x.isFinite, tip.y.isFinite {
                let area = Rect(
                    x: at.x - left - 3, y: baseline - size, width: widest + 6, height: height + 3)
                marks += arrow(from: area, to: tip, paint: paint)
            }
        }
        for (index, line) in lines.enumerated() {
            var mark = TextMark(
                text: line, at: Point(at.x, baseline + Double(index) * size * 1.2), size: size,
                anchor: anchor, face: note.bold ? .bold : .regular, paint: paint,
                rotation: note.rotation)
            mark.isData = true
            marks.append(.text(mark))
        }
        return marks
    }

    /// An arrow from the border of the text's area to a point.
    private func arrow(from area: Rect, to tip: Point, paint: Paint) -> [Mark] {
        guard !area.contains(tip) else { return [] }
        let middle = Point(area.midX, area.midY)
        let dx = tip.x - middle.x
        let dy = tip.y - middle.y
        let share = min(
            dx == 0 ? .infinity : area.width / 2 / abs(dx),
            dy == 0 ? .infinity : area.height / 2 / abs(dy))
        let start = Point(middle.x + dx * share, middle.y + dy * share)
        let length = Numerics.hypot(tip.x - start.x, tip.y - start.y)
        guard length > 4 else { return [] }
        let (ux, uy) = ((tip.x - start.x) / length, (tip.y - start.y) / length)
        let head = min(9, length * 0.6)
        let neck = Point(tip.x - ux * head, tip.y - uy * head)
        var shaft = PathMark(stroke: Stroke(paint, width: 1.3))
        shaft.add([start, neck])
        var point = PathMark(fill: Fill(paint), closed: true)
        let half = head * 0.38
        point.add([
            tip, Point(neck.x - uy * half, neck.y + ux * half),
            Point(neck.x + uy * half, neck.y - ux * half),
        ])
        return [.path(shaft), .path(point)]
    }
}
