extension AxesLayout {
    /// What these axes and their twin leave out of the data and of the names.
    var warnings: [String] {
        var result = axes.notes + (axes.twin?.notes ?? [])
        var lost = LostPoints(axes)
        if let twin = axes.twin { lost.add(LostPoints(twin)) }
        result += lost.warnings
        for (name, ticks) in [("x", xTicks), ("y", yTicks)] where ticks.hidden > 0 {
            result.append("\(NumberText.counted(ticks.hidden, "label")) of the \(name) axis hidden")
        }
        return result
    }
}

/// How many points of the data have no place in their axes, and why.
struct LostPoints {
    /// NaN or infinite.
    private var missing = 0
    /// Numbers that the scale of an axis has no place for.
    private var unscaled = 0

    init(_ axes: Axes) {
        for artist in axes.artists { count(artist, Floor(axes.x.scale), Floor(axes.y.scale)) }
    }

    mutating func add(_ other: LostPoints) {
        missing += other.missing
        unscaled += other.unscaled
    }

    var warnings: [String] {
        var result: [String] = []
        if missing > 0 {
            result.append("\(NumberText.counted(missing, "point")) left out: NaN or infinite")
        }
        if unscaled > 0 {
            result.append(
                "\(NumberText.counted(unscaled, "point")) left out: a log axis has no place for 0 "
                    + "and below (.symlog has)")
        }
        return result
    }

    /// What numbers must be above to have a place on a scale.
    private struct Floor {
        let value: Double
        init(_ scale: AxisScale) { value = scale.name == "log" ? 0 : -.infinity }
    }

    private mutating func count(_ artist: Artist, _ x: Floor, _ y: Floor) {
        switch artist {
        case .line(let line): count(line.x, x, line.y, y)
        case .scatter(let scatter): count(scatter.x, x, scatter.y, y)
        case .errors(let errors) where !errors.onBars: count(errors.x, x, errors.y, y)
        case .thumbnails(let thumbnails): count(thumbnails.x, x, thumbnails.y, y)
        case .band(let band):
            // The lower border may lie below the scale: the band ends at the border of the axes.
            count(band.along, x, band.high, y)
        case .bars(let bars):
            let (across, along) = bars.horizontal ? (y, x) : (x, y)
            // A bar without length, such as an empty bin, has nothing to lose.
            let drawn = bars.tops.indices.filter { bars.tops[$0] != bars.bases[$0] }
            count(drawn.map { bars.starts[$0] }, across, drawn.map { bars.tops[$0] }, along)
        case .rule(let rule):
            let axis = rule.vertical ? x : y
            count([rule.position], axis, [.greatestFiniteMagnitude], axis)
        case .note(let note) where !note.inAxes: count([note.x], x, [note.y], y)
        case .errors, .note, .image, .grid, .contour, .shapes, .surface, .diagram: break
        }
    }

    private mutating func count(_ a: [Double], _ first: Floor, _ b: [Double], _ second: Floor) {
        for (a, b) in zip(a, b) {
            if !a.isFinite || !b.isFinite {
                missing += 1
            } else if a <= first.value || b <= second.value {
                unscaled += 1
            }
        }
    }
}
