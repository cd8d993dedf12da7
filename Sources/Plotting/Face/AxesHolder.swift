/// What can be drawn on: axes, a figure (its current axes), and `plt` (those of the current figure).
///
/// All drawing and all settings are written once, for these three: they call the throwing form, and end
/// the program with its message on a mistake.
public protocol AxesHolder {
    /// What a call gives back, for the next call.
    associatedtype Drawn

    /// The axes that drawing goes to.
    var axes: Axes { get }

    /// What is given back after drawing on the axes.
    func drawn(on axes: Axes) -> Drawn
}

extension AxesHolder {
    @discardableResult
    func draw(_ body: (Axes) throws -> Void) -> Drawn {
        let axes = self.axes
        plain { try body(axes) }
        return drawn(on: axes)
    }
}

extension Axes: AxesHolder {
    public var axes: Axes { self }
    public func drawn(on axes: Axes) -> Axes { self }
}

extension Figure: AxesHolder {
    public func drawn(on axes: Axes) -> Figure { self }
}

extension Pyplot: AxesHolder {
    public func drawn(on axes: Axes) -> Axes { axes }
}

extension AxesHolder {
    /// Explains what has a label; `.best` finds the emptiest place, `.outside` goes beside the axes.
    @discardableResult
    public func legend(
        _ location: LegendLocation = .best, title: String? = nil, labels: [String] = [],
        columns: Int = 1
    ) -> Drawn {
        draw {
            try $0.setLegend(location: location, title: title, labels: labels, columns: columns)
        }
    }

    /// Explains what has a label, in matplotlib's words: `plt.legend(loc: "upper right", ncol: 2)`.
    @discardableResult
    public func legend(
        loc: LegendLocation, title: String? = nil, labels: [String] = [], ncol: Int = 1
    ) -> Drawn {
        draw { try $0.setLegend(location: loc, title: title, labels: labels, columns: ncol) }
    }

    /// Both axes logarithmic, with a line through the points.
    @discardableResult
    public func loglog(_ x: any PlotData, _ y: any PlotData, label: String? = nil) -> Drawn {
        draw { try $0.addLine(x, y, label: label).setXScale(.log).setYScale(.log) }
    }

    /// The x axis logarithmic, with a line through the points.
    @discardableResult
    public func semilogx(_ x: any PlotData, _ y: any PlotData, label: String? = nil) -> Drawn {
        draw { try $0.addLine(x, y, label: label).setXScale(.log) }
    }

    /// The y axis logarithmic, with a line through the points.
    @discardableResult
    public func semilogy(_ x: any PlotData, _ y: any PlotData, label: String? = nil) -> Drawn {
        draw { try $0.addLine(x, y, label: label).setYScale(.log) }
    }

    /// Axes over these with the same x and a y axis of their own on the right.
    @discardableResult
    public func twinx() -> Axes { axes.makeTwin() }

    /// Axes inside these, at shares of the box from its lower left: x, y, width, height.
    public func inset(_ place: [Double]) -> Axes { plain { try axes.makeInset(place) } }
}

extension Axes {
    /// The figure that they belong to, while it is kept.
    package var holder: Figure? { figure }
}
