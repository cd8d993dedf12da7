/// The limits of the axes from what is drawn.
struct AxisLimits {
    var low: Double
    var high: Double

    /// Collects values along one axis.
    struct Collector {
        let scale: AxisScale
        var low = Double.infinity
        var high = -Double.infinity
        /// Values at which no margin is added: the foot of bars, the border of an image.
        var sticky: Set<Double> = []
        var any = false

        init(scale: AxisScale) { self.scale = scale }

        var isEmpty: Bool { low > high }

        mutating func add(_ value: Double) {
            guard value.isFinite else { return }
            any = true
            if scale.name == "log", value <= 0 { return }
            if value < low { low = value }
            if value > high { high = value }
        }

        mutating func add(_ values: [Double]) {
            if scale.isLinear {
                guard let extent = Numerics.extent(values) else { return }
                add(extent.low)
                add(extent.high)
                return
            }
            for value in values { add(value) }
        }
    }

    /// Limits with matplotlib's margins of 5 % on the axis as drawn, none at sticky values.
    init(_ collector: Collector, axis: AxisSpec, name: String) throws(PlotError) {
        let scale = axis.scale
        guard AxisScale.known.contains(scale.name) else {
            throw .unknownName(what: "scale", given: scale.name, known: AxisScale.known)
        }
        var low = collector.low
        var high = collector.high
        if collector.isEmpty {
            if scale.name == "log", collector.any, axis.low == nil || axis.high == nil {
                throw .noPositiveData(axis: name)
            }
            (low, high) = scale.name == "log" ? (1, 10) : (0, 1)
        } else if low == high {
            let reach = low == 0 ? 0.5 : abs(low) * 0.1
            if scale.name == "log" {
                (low, high) = (low / 2, high * 2)
            } else {
                let sticks = collector.sticky.contains(low)
                (low, high) = (sticks ? low : low - reach, high + reach)
            }
        } else {
            let forwardLow = scale.forward(low)
            let forwardHigh = scale.forward(high)
            let margin = (forwardHigh - forwardLow) * 0.05
            let stickyLow = collector.sticky.contains(low)
            let stickyHigh = collector.sticky.contains(high)
            if !stickyLow { low = scale.backward(forwardLow - margin) }
            if !stickyHigh { high = scale.backward(forwardHigh + margin) }
            if !low.isFinite || !high.isFinite { (low, high) = (collector.low, collector.high) }
        }
        if let asked = axis.low { low = asked }
        if let asked = axis.high { high = asked }
        if low == high {
            low -= low == 0 ? 0.5 : abs(low) * 0.1
            high += high == 0 ? 0.5 : abs(high) * 0.1
        }
        if scale.name == "log", low <= 0 || high <= 0 {
            throw .badValue(
                what: "\(name)lim on a logarithmic axis",
                given: "\(NumberText.short(low)) to \(NumberText.short(high))",
                expected: "positive limits")
        }
        self.low = low
        self.high = high
    }
}

extension Artist {
    /// Tells both collectors what must be seen.
    func extend(_ x: inout AxisLimits.Collector, _ y: inout AxisLimits.Collector) {
        switch self {
        case .line(let line):
            x.add(line.x)
            y.add(line.y)
        case .scatter(let scatter):
            x.add(scatter.x)
            y.add(scatter.y)
        case .bars(let bars):
            func across(_ collector: inout AxisLimits.Collector) {
                collector.add(bars.starts)
                collector.add(bars.ends)
            }
            func along(_ collector: inout AxisLimits.Collector) {
                collector.add(bars.tops)
                collector.add(bars.bases)
                for base in Set(bars.bases) where base == 0 { collector.sticky.insert(base) }
            }
            if bars.horizontal {
                across(&y)
                along(&x)
            } else {
                across(&x)
                along(&y)
            }
        case .band(let band):
            x.add(band.along)
            y.add(band.low)
            y.add(band.high)
        case .errors(let errors):
            func ends(_ values: [Double], _ lengths: [Double], _ sign: Double) -> [Double] {
                lengths.isEmpty ? values : zip(values, lengths).map { $0 + sign * abs($1) }
            }
            x.add(ends(errors.x, errors.xLow, -1))
            x.add(ends(errors.x, errors.xHigh, 1))
            y.add(ends(errors.y, errors.yLow, -1))
            y.add(ends(errors.y, errors.yHigh, 1))
        case .rule(let rule):
            let ends = [rule.position] + (rule.end.map { [$0] } ?? [])
            if rule.vertical { x.add(ends) } else { y.add(ends) }
        case .image(let image):
            let extent = image.extent
            x.add([extent.left, extent.right])
            y.add([extent.bottom, extent.top])
            x.sticky.formUnion([extent.left, extent.right])
            y.sticky.formUnion([extent.bottom, extent.top])
        case .contour(let contour):
            x.add(contour.x)
            y.add(contour.y)
            if let extent = Numerics.extent(contour.x) {
                x.sticky.formUnion([extent.low, extent.high])
            }
            if let extent = Numerics.extent(contour.y) {
                y.sticky.formUnion([extent.low, extent.high])
            }
        case .note(let note):
            guard !note.inAxes, let target = note.target else { return }
            x.add(target.x)
            y.add(target.y)
        case .shapes(let shapes):
            for group in shapes.groups {
                for run in group.runs {
                    x.add(run.map(\.x))
                    y.add(run.map(\.y))
                }
            }
            x.add(shapes.stickyX)
            y.add(shapes.stickyY)
            x.sticky.formUnion(shapes.stickyX)
            y.sticky.formUnion(shapes.stickyY)
        case .thumbnails(let thumbnails):
            x.add(thumbnails.x)
            y.add(thumbnails.y)
        case .grid, .surface, .diagram: break
        }
    }
}
