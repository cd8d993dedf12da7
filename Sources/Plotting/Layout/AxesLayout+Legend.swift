extension AxesLayout {
    /// The lines of the legend: what has a label, labels given in order first.
    func entries(_ spec: LegendSpec) -> [LegendEntry] {
        var entries: [LegendEntry] = []
        var given = spec.labels[...]
        let lines = lineCount
        let own = axes.artists.enumerated().map { (key: seriesKey($0.offset), artist: $0.element) }
        let others = (axes.twin?.artists ?? []).enumerated().map {
            (key: seriesKey($0.offset) + 500, artist: $0.element)
        }
        for (key, artist) in own + others {
            guard let handles = handles(of: artist, lines: lines) else { continue }
            let name: String
            if let next = given.first {
                given = given.dropFirst()
                name = next
            } else if spec.labels.isEmpty, let label = artist.label, !label.isEmpty,
                !label.hasPrefix("_")
            {
                name = label
            } else {
                continue
            }
            entries.append(LegendEntry(name: name, handles: handles, key: key))
        }
        return entries
    }

    /// The number of lines that take their dash from the cycle.
    var lineCount: Int {
        let owner = axes.host ?? axes
        return (owner.artists + (owner.twin?.artists ?? [])).count {
            if case .line(let line) = $0 { return line.color == nil && line.style == nil }
            return false
        }
    }

    private func handles(of artist: Artist, lines: Int) -> [LegendEntry.Handle]? {
        switch artist {
        case .line(let line):
            let look = look(of: line, lines: lines)
            return [.line(look.stroke, look.marker, look.markerSize)]
        case .scatter(let scatter):
            let paint = palette.resolve(scatter.color, series: scatter.series)
            let size = Numerics.power(scatter.sizes.first ?? 36, 0.5) * Pixels.perPoint
            let edge = scatter.edge.map {
                Stroke(
                    palette.resolve($0, series: 0),
                    width: (scatter.edgeWidth ?? 0.8) * Pixels.perPoint)
            }
            return [.point(scatter.marker, paint, size, edge)]
        case .bars(let bars):
            let paint = palette.resolve(bars.color ?? bars.colors.first, series: bars.series)
            return [.area(Fill(paint, opacity: bars.opacity))]
        case .band(let band):
            let paint = palette.resolve(band.color, series: band.series)
            return [.area(Fill(paint, opacity: band.opacity))]
        case .rule(let rule):
            let paint = rule.color.map { palette.resolve($0, series: 0) } ?? .muted
            if rule.end != nil { return [.area(Fill(paint, opacity: rule.opacity))] }
            return [.line(rule.stroke(paint), .none, 0)]
        case .shapes(let shapes):
            guard let first = shapes.groups.first else { return nil }
            if let fill = first.fill {
                return [.area(Fill(palette.resolve(fill), opacity: first.fillOpacity))]
            }
            guard let stroke = first.stroke else { return nil }
            let width = first.width * Pixels.perPoint
            var line = Stroke(palette.resolve(stroke), width: width, opacity: first.opacity)
            line.dash = first.style.pattern.map { ($0 * max(width, 1.2) * 10).rounded() / 10 }
            return [.line(line, .none, 0)]
        case .errors, .image, .grid, .contour, .note, .thumbnails, .surface, .diagram: return nil
        }
    }

    /// A sample of where data lies in the box, for the legend to stay clear of.
    func occupied(_ box: Rect) -> (points: [Point], lines: [[Point]]) {
        let (xMap, yMap) = maps(box)
        var points: [Point] = []
        var lines: [[Point]] = []
        func sample(_ xs: [Double], _ ys: [Double]) -> [Point] {
            let stride = max(1, xs.count / 500)
            var result: [Point] = []
            for index in Swift.stride(from: 0, to: xs.count, by: stride) {
                let point = Point(xMap(xs[index]), yMap(ys[index]))
                if point.x.isFinite, point.y.isFinite { result.append(point) }
            }
            return result
        }
        if let over = twin.first {
            let other = over.occupied(box)
            points += other.points
            lines += other.lines
        }
        for artist in axes.artists {
            switch artist {
            case .line(let line): lines.append(sample(line.x, line.y))
            case .scatter(let scatter): points += sample(scatter.x, scatter.y)
            case .errors(let errors):
                for (lengths, sign) in [(errors.yLow, -1.0), (errors.yHigh, 1)]
                where !lengths.isEmpty {
                    points += sample(errors.x, zip(errors.y, lengths).map { $0 + sign * abs($1) })
                }
                for (lengths, sign) in [(errors.xLow, -1.0), (errors.xHigh, 1)]
                where !lengths.isEmpty {
                    points += sample(zip(errors.x, lengths).map { $0 + sign * abs($1) }, errors.y)
                }
            case .band(let band):
                points += sample(band.along, band.low) + sample(band.along, band.high)
            case .bars(let bars):
                // Bars are areas: points along their height.
                for index in bars.tops.indices.prefix(500) {
                    let middle = (bars.starts[index] + bars.ends[index]) / 2
                    for share in [0.0, 0.25, 0.5, 0.75, 1] {
                        let along =
                            bars.bases[index] + (bars.tops[index] - bars.bases[index]) * share
                        for across in [bars.starts[index], middle, bars.ends[index]] {
                            let point =
                                bars.horizontal
                                ? Point(xMap(along), yMap(across))
                                : Point(xMap(across), yMap(along))
                            if point.x.isFinite, point.y.isFinite { points.append(point) }
                        }
                    }
                }
            case .shapes(let shapes):
                for group in shapes.groups {
                    for run in group.runs.prefix(300) {
                        lines.append(sample(run.map(\.x), run.map(\.y)))
                    }
                }
            case .note(let note) where !note.inAxes:
                points += [Point(xMap(note.x), yMap(note.y))]
            default: break
            }
        }
        return (points, lines)
    }
}
