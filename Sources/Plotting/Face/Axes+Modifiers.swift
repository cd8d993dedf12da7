extension Axes {
    @discardableResult
    package func setTitle(
        _ text: String, fontsize: Double? = nil, color: Color? = nil
    ) throws(PlotError) -> Axes {
        let size = try Validate.size(fontsize, "fontsize").map { $0 * Pixels.perPoint }
        titleSpec = TitleSpec(text: text, size: size, color: try color?.validated())
        return self
    }

    /// The name of an axis; an empty text takes it away.
    @discardableResult
    func setLabel(_ axis: ReferenceWritableKeyPath<Axes, AxisSpec>, _ text: String) -> Axes {
        // A twin shares the x axis of its host.
        let owner = axis == \.x ? host ?? self : self
        owner[keyPath: axis].label = text.isEmpty ? nil : text
        return self
    }

    @discardableResult
    package func setXLabel(_ text: String) -> Axes { setLabel(\.x, text) }

    @discardableResult
    package func setYLabel(_ text: String) -> Axes { setLabel(\.y, text) }

    @discardableResult
    package func setXLimits(_ low: Double?, _ high: Double?) throws(PlotError) -> Axes {
        try (host ?? self).setLimits(\.x, low, high, "xlim")
        return self
    }

    @discardableResult
    package func setYLimits(_ low: Double?, _ high: Double?) throws(PlotError) -> Axes {
        try setLimits(\.y, low, high, "ylim")
        return self
    }

    @discardableResult
    package func setXScale(_ scale: AxisScale) throws(PlotError) -> Axes {
        try setScale(\.x, scale)
        return self
    }

    @discardableResult
    package func setYScale(_ scale: AxisScale) throws(PlotError) -> Axes {
        try setScale(\.y, scale)
        return self
    }

    @discardableResult
    package func setXTicks(
        _ positions: (any PlotData)? = nil, _ labels: [String]? = nil, rotation: Double? = nil
    ) throws(PlotError) -> Axes {
        try setTicks(\.x, positions, labels, rotation, "xticks")
        return self
    }

    @discardableResult
    package func setYTicks(
        _ positions: any PlotData, _ labels: [String]? = nil
    ) throws(PlotError) -> Axes {
        try setTicks(\.y, positions, labels, nil, "yticks")
        return self
    }

    @discardableResult
    package func setGrid(_ visible: Bool) -> Axes {
        showsGrid = visible
        return self
    }

    @discardableResult
    func setInverted(_ axis: ReferenceWritableKeyPath<Axes, AxisSpec>) -> Axes {
        self[keyPath: axis].inverted = true
        return self
    }

    @discardableResult
    package func invertX() -> Axes { setInverted(\.x) }

    @discardableResult
    package func invertY() -> Axes { setInverted(\.y) }

    @discardableResult
    package func setAxis(_ mode: String) throws(PlotError) -> Axes {
        switch mode {
        case "off": x.hidden = true
        case "on": x.hidden = false
        case "equal", "scaled", "image", "square": equalAspect = true
        case "auto": equalAspect = false
        default:
            throw .unknownName(what: "axis", given: mode, known: ["off", "on", "equal", "auto"])
        }
        return self
    }
}
