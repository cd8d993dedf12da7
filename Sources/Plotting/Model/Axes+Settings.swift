extension Axes {
    /// Sets the limits of an axis; nil leaves an end to the data. A low above the high turns the axis.
    func setLimits(
        _ axis: ReferenceWritableKeyPath<Axes, AxisSpec>, _ low: Double?, _ high: Double?,
        _ name: String
    ) throws(PlotError) {
        for value in [low, high] {
            if let value { _ = try Validate.finite(value, name) }
        }
        if let low, let high, low == high {
            throw .badValue(
                what: name, given: "\(NumberText.short(low)) twice",
                expected: "two different limits")
        }
        self[keyPath: axis].low = low
        self[keyPath: axis].high = high
    }

    func setScale(
        _ axis: ReferenceWritableKeyPath<Axes, AxisSpec>, _ scale: AxisScale
    ) throws(PlotError) {
        guard AxisScale.known.contains(scale.name) else {
            throw .unknownName(what: "scale", given: scale.name, known: AxisScale.known)
        }
        self[keyPath: axis].scale = scale
    }

    func setTicks(
        _ axis: ReferenceWritableKeyPath<Axes, AxisSpec>, _ positions: (any PlotData)?,
        _ labels: [String]?, _ rotation: Double?, _ name: String
    ) throws(PlotError) {
        if let rotation { self[keyPath: axis].rotation = try Validate.finite(rotation, "rotation") }
        guard let positions else { return }
        let values = try positions.plotArray().numbers(name)
        if let labels, labels.count != values.count {
            throw .lengthMismatch(
                what: name, first: "the positions", count: values.count, second: "the labels",
                otherCount: labels.count)
        }
        self[keyPath: axis].ticks = values.filter(\.isFinite)
        self[keyPath: axis].tickLabels = labels
    }

    /// Asks for a colour bar of the last thing drawn whose colours stand for values.
    @discardableResult
    package func addColorbar(
        label: String? = nil, ticks: [Double]? = nil, labels: [String]? = nil
    ) throws(PlotError) -> Axes {
        let last = artists.indices.last { index in
            switch artists[index] {
            case .image(let image):
                if case .values = image.content { return true }
                return false
            case .scatter(let scatter): return scatter.values != nil
            case .grid(let grid):
                if case .values = grid.content { return true }
                return false
            case .contour(let contour): return contour.colors.isEmpty
            default: return false
            }
        }
        guard let last else { throw .nothingToScale }
        colorbarSpec = ColorbarSpec(
            label: label ?? colorbarSpec?.label, artist: last, ticks: ticks, tickLabels: labels)
        return self
    }

    /// Asks for a legend of what has a label.
    @discardableResult
    package func setLegend(
        location: LegendLocation = .best, title: String? = nil, labels: [String] = [],
        columns: Int = 1
    ) throws(PlotError) -> Axes {
        guard LegendLocation.known.contains(location.name) else {
            throw .unknownName(
                what: "legend location", given: location.name, known: LegendLocation.known)
        }
        legendSpec = LegendSpec(
            location: location, title: title.map(TextMeasure.clean) ?? legendSpec?.title,
            labels: labels,
            columns: max(1, columns))
        return self
    }

    /// Axes whose cell another took are not drawn.
    var isShown: Bool { !isRemoved }
}
