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
        guard let last = lastScaled else { throw .nothingToScale }
        colorbarSpec = ColorbarSpec(
            label: label ?? colorbarSpec?.label, artist: last, ticks: ticks, tickLabels: labels)
        return self
    }

    /// The last thing drawn whose colours stand for values.
    var lastScaled: Int? {
        artists.indices.last { index in
            switch artists[index] {
            case .image(let image):
                if case .values = image.content { return true }
                return false
            case .scatter(let scatter): return scatter.values != nil
            case .grid(let grid):
                if case .values = grid.content { return true }
                return false
            case .contour(let contour): return contour.colors.isEmpty
            case .surface: return true
            default: return false
            }
        }
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

    /// Makes axes over these that share x and have a y axis of their own on the right.
    package func makeTwin() -> Axes {
        if let twin { return twin }
        let twin = Axes(row: row, column: column, figure: figure)
        twin.host = self
        twin.showsGrid = false
        self.twin = twin
        return twin
    }

    /// Makes axes inside these, at shares of the box from its lower left: x, y, width, height.
    package func makeInset(_ place: [Double]) throws(PlotError) -> Axes {
        guard place.count == 4, place.allSatisfy({ $0 >= 0 && $0 <= 1 }), place[2] > 0.05,
            place[3] > 0.05,
            place[0] + place[2] <= 1.0001, place[1] + place[3] <= 1.0001
        else {
            throw .badValue(
                what: "inset", given: "\(place)",
                expected: "x, y, width and height as shares of the axes, from 0 to 1")
        }
        let inset = Axes(row: row, column: column, figure: figure)
        insets.append((inset, Rect(x: place[0], y: place[1], width: place[2], height: place[3])))
        return inset
    }

    /// Axes whose cell another took are not drawn.
    var isShown: Bool { !isRemoved }
}
