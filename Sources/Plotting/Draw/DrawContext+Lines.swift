extension DrawContext {
    func marks(_ line: LineArtist) -> [Mark] {
        let look = layout.look(of: line, lines: layout.lineCount)
        let points = screenPoints(line)
        var marks: [Mark] = []
        if look.stroke.width > 0 {
            var path = PathMark(stroke: look.stroke)
            var lonely: [Point] = []
            LineThinning.runs(points, in: box) { run in
                if run.count == 1 { lonely.append(run[0]) } else { path.add(run) }
            }
            path.stroke?.roundCaps = look.stroke.dash.isEmpty
            path.decimals = path.points.count <= 400 ? 2 : 1
            if !path.points.isEmpty { marks.append(.path(path)) }
            // A point between gaps has no line to show it.
            if !lonely.isEmpty, look.marker.sign.isEmpty {
                marks.append(
                    .points(
                        PointsMark(
                            points: lonely, marker: .point, size: look.stroke.width * 2.2,
                            paint: look.stroke.paint, opacity: line.opacity)))
            }
        }
        if !look.marker.sign.isEmpty {
            let visible = data(line).filter(isVisible)
            marks.append(
                .points(
                    PointsMark(
                        points: visible, marker: look.marker,
                        size: look.marker.sign == "." ? look.markerSize * 0.6 : look.markerSize,
                        paint: look.stroke.paint, opacity: line.opacity)))
        }
        return marks
    }

    func isVisible(_ point: Point) -> Bool {
        point.x >= box.x - 1 && point.x <= box.right + 1 && point.y >= box.y - 1
            && point.y <= box.bottom + 1
    }

    private func data(_ line: LineArtist) -> [Point] {
        var points: [Point] = []
        points.reserveCapacity(line.x.count)
        for index in line.x.indices { points.append(Point(x(line.x[index]), y(line.y[index]))) }
        return points
    }

    /// The line's places on the page, corners of steps included; gaps are NaN.
    private func screenPoints(_ line: LineArtist) -> [Point] {
        let points = data(line)
        guard line.drawStyle != .direct, points.count > 1 else { return points }
        var result: [Point] = []
        for (a, b) in zip(points, points.dropFirst()) {
            result.append(a)
            switch line.drawStyle {
            case .stepsBefore: result.append(Point(a.x, b.y))
            case .stepsAfter: result.append(Point(b.x, a.y))
            case .stepsMiddle:
                let middle = (a.x + b.x) / 2
                result.append(Point(middle, a.y))
                result.append(Point(middle, b.y))
            case .direct: break
            }
        }
        if let last = points.last { result.append(last) }
        return result
    }

    func marks(_ band: BandArtist) -> [Mark] {
        let paint = palette.resolve(band.color, series: band.series)
        var path = PathMark(fill: Fill(paint, opacity: band.opacity), closed: true)
        var upper: [Point] = []
        var lower: [Point] = []
        func close() {
            if upper.count > 1 {
                var high: [Point] = []
                var low: [Point] = []
                LineThinning.runs(upper, in: box, clips: false) { high += $0 }
                LineThinning.runs(lower, in: box, clips: false) { low += $0 }
                path.add(high + low.reversed())
            }
            upper = []
            lower = []
        }
        for index in band.along.indices {
            let at = x(band.along[index])
            let high = y(band.high[index])
            let low = y.end(band.low[index])
            guard at.isFinite, high.isFinite, low.isFinite else {
                close()
                continue
            }
            // Far outside is as good as just outside, and stays within what viewers can count.
            func near(_ value: Double) -> Double {
                min(max(value, box.y - 2000), box.bottom + 2000)
            }
            upper.append(Point(at, near(high)))
            lower.append(Point(at, near(low)))
        }
        close()
        return path.points.isEmpty ? [] : [.path(path)]
    }

    func marks(_ errors: ErrorArtist) -> [Mark] {
        let paint: Paint =
            errors.onBars ? .text : palette.resolve(errors.color, series: errors.series)
        var path = PathMark(stroke: Stroke(paint, width: errors.width * Pixels.perPoint))
        let cap = errors.capSize * Pixels.perPoint
        func near(_ value: Double, _ low: Double, _ high: Double) -> Double {
            min(max(value, low - 100), high + 100)
        }
        for index in errors.x.indices {
            let at = Point(x(errors.x[index]), y(errors.y[index]))
            guard at.x.isFinite, at.y.isFinite else { continue }
            if !errors.yLow.isEmpty {
                let bottom = y.end(errors.y[index] - abs(errors.yLow[index]))
                let top = y(errors.y[index] + abs(errors.yHigh[index]))
                if bottom.isFinite, top.isFinite {
                    let (a, b) = (near(bottom, box.y, box.bottom), near(top, box.y, box.bottom))
                    path.add([Point(at.x, a), Point(at.x, b)])
                    if cap > 0 {
                        path.add([Point(at.x - cap, a), Point(at.x + cap, a)])
                        path.add([Point(at.x - cap, b), Point(at.x + cap, b)])
                    }
                }
            }
            if !errors.xLow.isEmpty {
                let left = x.end(errors.x[index] - abs(errors.xLow[index]))
                let right = x(errors.x[index] + abs(errors.xHigh[index]))
                if left.isFinite, right.isFinite {
                    let (a, b) = (near(left, box.x, box.right), near(right, box.x, box.right))
                    path.add([Point(a, at.y), Point(b, at.y)])
                    if cap > 0 {
                        path.add([Point(a, at.y - cap), Point(a, at.y + cap)])
                        path.add([Point(b, at.y - cap), Point(b, at.y + cap)])
                    }
                }
            }
        }
        return path.points.isEmpty ? [] : [.path(path)]
    }

    func marks(_ rule: RuleArtist) -> [Mark] {
        let paint = rule.color.map { palette.resolve($0, series: 0) } ?? .muted
        let map = rule.vertical ? x : y
        let at = map(rule.position)
        guard at.isFinite else { return [] }
        if let end = rule.end {
            let other = map(end)
            guard other.isFinite else { return [] }
            let (low, high) = (min(at, other), max(at, other))
            let clippedLow = max(low, rule.vertical ? box.x : box.y)
            let clippedHigh = min(high, rule.vertical ? box.right : box.bottom)
            guard clippedHigh > clippedLow else { return [] }
            let rect =
                rule.vertical
                ? Rect(x: clippedLow, y: box.y, width: clippedHigh - clippedLow, height: box.height)
                : Rect(x: box.x, y: clippedLow, width: box.width, height: clippedHigh - clippedLow)
            return [.rect(rect, fill: Fill(paint, opacity: rule.opacity), stroke: nil, radius: 0)]
        }
        guard at >= (rule.vertical ? box.x : box.y) - 1,
            at <= (rule.vertical ? box.right : box.bottom) + 1
        else { return [] }
        var path = PathMark(stroke: rule.stroke(paint))
        path.add(
            rule.vertical
                ? [Point(at, box.bottom), Point(at, box.y)]
                : [Point(box.x, at), Point(box.right, at)])
        return [.path(path)]
    }
}
