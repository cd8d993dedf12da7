extension DrawContext {
    func rects(_ bars: BarsArtist) -> [Rect?] {
        bars.tops.indices.map { index in
            let across = bars.horizontal ? y : x
            let along = bars.horizontal ? x : y
            let a = across(bars.starts[index])
            let b = across(bars.ends[index])
            let foot = along.end(bars.bases[index])
            let top = along(bars.tops[index])
            guard a.isFinite, b.isFinite, foot.isFinite, top.isFinite else { return nil }
            func near(_ value: Double, _ low: Double, _ high: Double) -> Double {
                min(max(value, low - 10), high + 10)
            }
            if bars.horizontal {
                let (left, right) = (
                    near(min(foot, top), box.x, box.right), near(max(foot, top), box.x, box.right)
                )
                return Rect(x: left, y: min(a, b), width: right - left, height: abs(b - a))
            }
            let (high, low) = (
                near(min(foot, top), box.y, box.bottom), near(max(foot, top), box.y, box.bottom)
            )
            return Rect(x: min(a, b), y: high, width: abs(b - a), height: low - high)
        }
    }

    func marks(_ bars: BarsArtist) -> [Mark] {
        let paint = palette.resolve(bars.color, series: bars.series)
        let rects = rects(bars)
        // A white edge is a gap between bars: on a dark page it is dark.
        let edge = bars.edge.map { Stroke($0 == .white ? .background : palette.resolve($0, series: 0), width: 1) }
        if bars.touching { return touching(bars, rects, Fill(paint, opacity: bars.opacity), edge) }
        if bars.colors.isEmpty {
            var path = PathMark(
                fill: Fill(paint, opacity: bars.opacity), stroke: edge, closed: true)
            for case .some(let rect) in rects { path.add(rect) }
            return (path.points.isEmpty ? [] : [.path(path)]) + zeroLine(bars)
        }
        return rects.enumerated().compactMap { index, rect in
            guard let rect else { return nil }
            let color = bars.colors[index % bars.colors.count]
            let fill = Fill(palette.resolve(color, series: 0), opacity: bars.opacity)
            return .rect(rect, fill: fill, stroke: edge, radius: 0)
        }
    }

    /// The line that bars on both sides of zero stand on.
    private func zeroLine(_ bars: BarsArtist) -> [Mark] {
        guard bars.tops.contains(where: { $0 < 0 }), bars.bases.allSatisfy({ $0 == 0 }) else {
            return []
        }
        var line = PathMark(stroke: Stroke(.axis, width: 1))
        let at = ((bars.horizontal ? x : y)(0)).rounded(.down) + 0.5
        line.add(
            bars.horizontal
                ? [Point(at, box.y), Point(at, box.bottom)]
                : [Point(box.x, at), Point(box.right, at)])
        return [.path(line)]
    }

    /// The bars of a histogram as one outline, so that no seams show, with thin lines between bars
    /// that are wide enough.
    private func touching(
        _ bars: BarsArtist, _ rects: [Rect?], _ fill: Fill, _ edge: Stroke?
    ) -> [Mark] {
        var path = PathMark(fill: fill, stroke: edge, closed: true)
        var run: [Rect] = []
        let stacked = bars.bases.contains { $0 != 0 }
        func close() {
            guard let first = run.first, let last = run.last else { return }
            var points: [Point] = []
            if bars.horizontal {
                points.append(Point(first.x, first.bottom))
                for rect in run {
                    points += [Point(rect.right, rect.bottom), Point(rect.right, rect.y)]
                }
                points.append(Point(last.x, last.y))
                // Back along the feet, which differ where bars lie on others.
                if stacked {
                    for rect in run.reversed() {
                        points += [Point(rect.x, rect.y), Point(rect.x, rect.bottom)]
                    }
                }
            } else {
                points.append(Point(first.x, first.bottom))
                for rect in run { points += [Point(rect.x, rect.y), Point(rect.right, rect.y)] }
                points.append(Point(last.right, last.bottom))
                if stacked {
                    for rect in run.reversed() {
                        points += [Point(rect.right, rect.bottom), Point(rect.x, rect.bottom)]
                    }
                }
            }
            path.add(points)
            run = []
        }
        for rect in rects {
            if let rect, rect.width > 0, rect.height > 0 { run.append(rect) } else { close() }
        }
        close()
        guard !path.points.isEmpty else { return [] }
        var marks: [Mark] = [.path(path)]
        let wide = rects.compactMap { $0.map { bars.horizontal ? $0.height : $0.width } }.min() ?? 0
        if wide >= 9, edge == nil, bars.opacity > 0.999 {
            var seams = PathMark(stroke: Stroke(.background, width: 1, opacity: 0.55))
            for (a, b) in zip(rects, rects.dropFirst()) {
                guard let a, let b else { continue }
                // Along what two neighbours share, which need not begin at the same foot.
                if bars.horizontal {
                    let (from, to) = (max(a.x, b.x), min(a.right, b.right))
                    if from < to { seams.add([Point(from, a.y), Point(to, a.y)]) }
                } else {
                    let (from, to) = (min(a.bottom, b.bottom), max(a.y, b.y))
                    if from > to { seams.add([Point(a.right, from), Point(a.right, to)]) }
                }
            }
            marks.append(.path(seams))
        }
        return marks
    }

    /// The values beyond the ends of bars, where they fit side by side.
    func valueLabels(_ bars: BarsArtist) -> [Mark] {
        guard !bars.valueLabels.isEmpty else { return [] }
        let size = layout.style.tick * 0.92
        let rects = rects(bars)
        let widest = bars.valueLabels.map { TextMeasure.width($0, size: size) }.max() ?? 0
        let narrowest =
            zip(rects, rects.dropFirst()).compactMap { a, b -> Double? in
                guard let a, let b else { return nil }
                return bars.horizontal ? abs(b.midY - a.midY) : abs(b.midX - a.midX)
            }.min() ?? .infinity
        guard bars.horizontal ? narrowest > size * 1.1 : narrowest > widest + 3 else { return [] }
        var marks: [Mark] = []
        for (index, rect) in rects.enumerated() {
            guard let rect else { continue }
            let text = layout.style.number(bars.valueLabels[index])
            if bars.valuesInside {
                guard
                    (bars.horizontal ? rect.width - 4 : rect.height)
                        > (bars.horizontal ? TextMeasure.width(text, size: size) : size * 1.2)
                else { continue }
                let ink = palette.resolve(bars.color, series: bars.series).rgba.readableInk
                var mark = TextMark(
                    text: text, at: Point(rect.midX, rect.midY + size * 0.36), size: size,
                    anchor: .middle,
                    paint: .color(ink))
                mark.isData = true
                marks.append(.text(mark))
                continue
            }
            let negative = bars.tops[index] < bars.bases[index]
            let reach = errorReach(bars, index)
            var mark = TextMark(text: text, at: Point(0, 0), size: size, paint: .text)
            mark.isData = true
            if bars.horizontal {
                mark.anchor = negative ? .end : .start
                let tip = negative ? rect.x - reach - 4 : rect.right + reach + 4
                mark.at = Point(tip, rect.midY + size * 0.36)
            } else {
                mark.anchor = .middle
                let tip = negative ? rect.bottom + reach + size : rect.y - reach - 4
                mark.at = Point(rect.midX, tip)
            }
            // Beyond the axes there is no room: such a value goes inside its bar.
            let area = mark.box
            if area.y < box.y - 4 { mark.at.y = rect.y + size + 2 }
            if area.bottom > box.bottom + 4 { mark.at.y = rect.bottom - 4 }
            if area.right > box.right + 6 {
                mark.anchor = .end
                mark.at.x = rect.right - 4
            }
            if area.x < box.x {
                mark.at.x = box.x + 4
                mark.anchor = .start
            }
            marks.append(.text(mark))
        }
        return marks
    }

    /// How many pixels a bar's error reaches beyond its end.
    private func errorReach(_ bars: BarsArtist, _ index: Int) -> Double {
        for case .errors(let errors) in layout.axes.artists where errors.onBars {
            let negative = bars.tops[index] < bars.bases[index]
            if bars.horizontal, errors.x.count == bars.tops.count, !errors.xHigh.isEmpty,
                errors.x == bars.tops
            {
                let length = negative ? errors.xLow[index] : errors.xHigh[index]
                return abs(x(bars.tops[index] + length) - x(bars.tops[index]))
            }
            if !bars.horizontal, errors.y.count == bars.tops.count, !errors.yHigh.isEmpty,
                errors.y == bars.tops
            {
                let length = negative ? errors.yLow[index] : errors.yHigh[index]
                return abs(y(bars.tops[index] + length) - y(bars.tops[index]))
            }
        }
        return 0
    }
}
