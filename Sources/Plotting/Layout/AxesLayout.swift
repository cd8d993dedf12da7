/// The room that axes need around their box.
struct Margins {
    var left = 0.0
    var right = 0.0
    var top = 0.0
    var bottom = 0.0

    func union(_ other: Margins) -> Margins {
        Margins(
            left: max(left, other.left), right: max(right, other.right), top: max(top, other.top),
            bottom: max(bottom, other.bottom))
    }

    static func == (a: Margins, b: Margins) -> Bool {
        a.left == b.left && a.right == b.right && a.top == b.top && a.bottom == b.bottom
    }
}

/// Axes measured for a cell: limits, ticks, legend, colour bar, and at the end their box.
struct AxesLayout {
    let axes: Axes
    let style: Style
    let palette: Palette
    var xLimits: AxisLimits
    var yLimits: AxisLimits
    /// The axes as asked for, completed by what the data says.
    let xSpec: AxisSpec
    let ySpec: AxisSpec
    var xTicks = AxisTicks()
    var yTicks = AxisTicks()
    /// The axes over these, none or one.
    var twin: [AxesLayout] = []
    /// Whether names stand at the ticks, which axes inside a grid of shared ones leave out.
    var namesX = true
    var namesY = true
    var titleLines: [String] = []
    var titleSize = 0.0
    var legend: LegendLayout?
    /// The legend's place; nil means outside.
    var legendPlace: String?
    var colorbar: ColorbarLayout?
    var margins = Margins()
    /// The box of the axes proper.
    var box = Rect(x: 0, y: 0, width: 1, height: 1)
    /// The room of the cell without its margins.
    var inner = Rect(x: 0, y: 0, width: 1, height: 1)

    init(_ axes: Axes, style: Style) throws(PlotError) {
        self.axes = axes
        self.style = style
        palette = Palette(seriesCount: (axes.host ?? axes).seriesCount, colors: style.colors)
        var x = AxisLimits.Collector(scale: axes.x.scale)
        var y = AxisLimits.Collector(scale: axes.y.scale)
        for artist in axes.artists { artist.extend(&x, &y) }
        // A twin has the x axis of its host, and the host that of both.
        var other = AxisLimits.Collector(scale: axes.y.scale)
        for artist in (axes.twin ?? axes.host)?.artists ?? [] { artist.extend(&x, &other) }
        var xSpec = (axes.host ?? axes).x
        var ySpec = axes.y
        // Names get half a unit of room on either side, as bars take.
        if !xSpec.categories.isEmpty, x.low > -0.4 { x.add(-0.25) }
        if !ySpec.categories.isEmpty, y.low > -0.4 { y.add(-0.25) }
        if x.isEmpty { xSpec.wholeNumbers = false }
        if y.isEmpty { ySpec.wholeNumbers = false }
        if !axes.x.categories.isEmpty, x.high < Double(axes.x.categories.count) - 0.6 {
            x.add(Double(axes.x.categories.count) - 0.75)
        }
        var xLimits = try AxisLimits(x, axis: xSpec, name: "x")
        var yLimits = try AxisLimits(y, axis: ySpec, name: "y")
        // Pictures count rows from the top.
        var downward = false
        for case .image(let image) in axes.artists where image.extent.bottom > image.extent.top {
            downward = true
        }
        if downward != axes.y.inverted, axes.y.low == nil || axes.y.high == nil || downward {
            if yLimits.low < yLimits.high { swap(&yLimits.low, &yLimits.high) }
        }
        if axes.x.inverted, xLimits.low < xLimits.high { swap(&xLimits.low, &xLimits.high) }
        // Values written beyond the ends of bars need room.
        for case .bars(let bars) in axes.artists where !bars.valueLabels.isEmpty {
            if bars.horizontal {
                Self.widen(&xLimits, axes.x)
            } else {
                Self.widen(&yLimits, axes.y)
            }
        }
        self.xSpec = xSpec
        self.ySpec = ySpec
        self.xLimits = xLimits
        self.yLimits = yLimits
        if let over = axes.twin {
            var layout = try AxesLayout(over, style: style)
            layout.xLimits = xLimits
            twin = [layout]
        }
    }

    /// Moves ends that nobody set a little outwards, ends at zero excepted.
    private static func widen(_ limits: inout AxisLimits, _ axis: AxisSpec) {
        guard axis.scale.isLinear else { return }
        let reach = (limits.high - limits.low) * 0.06
        if axis.high == nil, limits.high != 0 { limits.high += reach }
        if axis.low == nil, limits.low != 0 { limits.low -= reach }
    }

    var isEqual: Bool { axes.equalAspect == true }

    /// The box inside a cell's inner rectangle: the whole, or less where units must be equal.
    func fitted(_ inner: Rect) -> Rect {
        if let grid = gridArtist {
            return ImageGridLayout(grid, in: inner, style: style).box
        }
        guard isEqual else { return inner }
        let width = abs(axes.x.scale.forward(xLimits.high) - axes.x.scale.forward(xLimits.low))
        let height = abs(axes.y.scale.forward(yLimits.high) - axes.y.scale.forward(yLimits.low))
        guard width > 0, height > 0, width.isFinite, height.isFinite else { return inner }
        var unit = min(inner.width / width, inner.height / height)
        // Whole screen pixels for each pixel of the picture, where that costs little room.
        if onlyPicture, unit >= 3, unit.rounded(.down) / unit > 0.9 { unit = unit.rounded(.down) }
        let (w, h) = (max(1, width * unit), max(1, height * unit))
        return Rect(
            x: inner.x + ((inner.width - w) / 2).rounded(),
            y: inner.y + ((inner.height - h) / 2).rounded(),
            width: w, height: h)
    }

    private var onlyPicture: Bool {
        guard case .image(let image)? = axes.artists.first else { return false }
        return abs(image.extent.right - image.extent.left) == Double(image.columns)
    }

    var gridArtist: ImageGridArtist? {
        for case .grid(let grid) in axes.artists { return grid }
        return nil
    }

    var axisHidden: Bool { axes.x.hidden || gridArtist != nil || isFreeForm }

    /// Surfaces and diagrams have no flat axes.
    private var isFreeForm: Bool {
        axes.artists.contains {
            switch $0 {
            case .surface, .diagram: return true
            default: return false
            }
        }
    }

    /// The room that the twin's axis takes on the right.
    var twinWidth: Double {
        guard let over = twin.first else { return 0 }
        let ticks = style.tickLength + 3 + over.yTicks.depth
        return ticks + (over.axes.y.label == nil ? 0 : style.label * 1.7)
    }

    /// From left to right what belongs to these axes alone: inside it no text meets a neighbour's.
    var span: (low: Double, high: Double) {
        (min(inner.x, box.x) - margins.left, max(inner.right, box.right) + margins.right)
    }

    /// The middle for a text of that width: the box's, moved as far as the span demands.
    func middle(for width: Double) -> Double {
        let (low, high) = span
        return min(max(box.midX, low + width / 2), max(high - width / 2, low + width / 2))
    }

    /// Measures everything around a box of that size in a cell of that size.
    mutating func measure(box: Rect, cell: Rect) throws(PlotError) {
        self.box = box
        var need = Margins()
        let hidden = axisHidden
        if !hidden {
            xTicks = AxisTicks.horizontal(
                xSpec, low: xLimits.low, high: xLimits.high, length: box.width,
                deepest: max(40, cell.height * 0.4), style: style)
            yTicks = AxisTicks.vertical(
                ySpec, low: yLimits.low, high: yLimits.high, length: box.height,
                widest: max(40, cell.width * 0.4), style: style)
            writeNumbers()
            for index in twin.indices {
                twin[index].box = box
                twin[index].yTicks = AxisTicks.vertical(
                    twin[index].ySpec, low: twin[index].yLimits.low, high: twin[index].yLimits.high,
                    length: box.height,
                    widest: max(40, cell.width * 0.3), style: style)
                twin[index].writeNumbers()
            }
            let tickRoom = style.tickLength + 3
            need.left = yTicks.depth > 0 ? tickRoom + yTicks.depth : tickRoom
            need.bottom = tickRoom + (xTicks.depth > 0 ? xTicks.depth + style.tick * 0.3 : 0)
            if axes.y.label != nil, namesY { need.left += style.label * 1.55 }
            if axes.x.label != nil, namesX { need.bottom += style.label * 1.5 }
            need.top = style.tick * 0.5
            need.right = max(2, twinWidth)
            let (left, right) = overhang(box)
            need.left = max(need.left, left)
            need.right = max(need.right, right)
        }
        if let grid = gridArtist, !grid.rowNames.isEmpty {
            need.left = 9 + (grid.rowNames.map { TextMeasure.width($0, size: 12) }.max() ?? 0)
        }
        if let spec = axes.colorbarSpec, axes.artists.indices.contains(spec.artist) {
            let bar = try ColorbarLayout(
                spec, axes.artists[spec.artist], length: box.height, style: style)
            colorbar = bar
            need.right = max(need.right, twinWidth + bar.width + 2)
            need.top = max(need.top, style.tick * 0.6)
        }
        try measureLegend(box: box, cell: cell)
        if let legend, legendPlace == nil {
            need.right = twinWidth + (colorbar?.width ?? 0) + 12 + legend.width + 2
            // A legend that stands lower than the axes' own margin gets what it needs.
            if legend.height > box.height + need.bottom {
                need.bottom = max(need.bottom, legend.height - FigureLayout.leastHeight)
            }
        }
        measureTitle(box: box, cell: cell, around: need)
        if !titleLines.isEmpty {
            need.top = max(need.top, 0) + Double(titleLines.count) * titleSize * 1.25 + 3
        }
        margins = need
    }

    /// Leaves out names that others of a shared axis show, and writes decimals as the style does.
    mutating func writeNumbers() {
        if !namesX {
            for index in xTicks.ticks.indices { xTicks.ticks[index].label = "" }
            (xTicks.depth, xTicks.rotation, xTicks.lines) = (0, 0, [])
        }
        if !namesY {
            for index in yTicks.ticks.indices { yTicks.ticks[index].label = "" }
            yTicks.depth = 0
        }
        guard style.decimalComma else { return }
        if xSpec.tickLabels == nil, xSpec.categories.isEmpty {
            for index in xTicks.ticks.indices {
                xTicks.ticks[index].label = style.number(xTicks.ticks[index].label)
            }
        }
        if ySpec.tickLabels == nil, ySpec.categories.isEmpty {
            for index in yTicks.ticks.indices {
                yTicks.ticks[index].label = style.number(yTicks.ticks[index].label)
            }
        }
    }

    /// How far the first and the last x label stand out to the left and right of the box.
    private func overhang(_ box: Rect) -> (left: Double, right: Double) {
        let map = AxisMap(
            scale: axes.x.scale, low: xLimits.low, high: xLimits.high, start: 0, end: box.width)
        var left = 0.0
        var right = 0.0
        for (index, tick) in xTicks.ticks.enumerated() where !tick.label.isEmpty {
            let at = map(tick.value)
            let line = xTicks.lines.indices.contains(index) ? xTicks.lines[index] : [tick.label]
            let width = line.map { TextMeasure.width($0, size: style.tick) }.max() ?? 0
            if xTicks.rotation == 0 {
                left = max(left, width / 2 - at)
                right = max(right, at + width / 2 - box.width)
            } else {
                let reach = width * abs(Numerics.cosine(xTicks.rotation * .pi / 180))
                left = max(left, reach - at + style.tick * 0.5)
                right = max(right, at + style.tick * 0.5 - box.width)
            }
        }
        return (left, right)
    }

    private mutating func measureTitle(box: Rect, cell: Rect, around: Margins) {
        titleLines = []
        guard let spec = axes.titleSpec, !spec.text.isEmpty else { return }
        let room = max(
            30, min(cell.width, max(inner.width, box.width) + around.left + around.right))
        titleSize = spec.size ?? style.title
        let text = TextMeasure.clean(spec.text)
        if TextMeasure.width(text, size: titleSize, face: .bold) <= room {
            titleLines = [text]
            return
        }
        for factor in [1, 0.85, 0.75] {
            let size = (titleSize * factor * 2).rounded() / 2
            if let lines = TextMeasure.wrapped(text, to: room, lines: 2, size: size, face: .bold) {
                titleSize = size
                titleLines = lines
                return
            }
        }
        titleSize = (titleSize * 0.75 * 2).rounded() / 2
        titleLines = [FittedText(text, to: room, size: titleSize, face: .bold).shown]
    }

    private mutating func measureLegend(box: Rect, cell: Rect) throws(PlotError) {
        guard let spec = axes.legendSpec ?? axes.twin?.legendSpec else { return }
        guard LegendLocation.known.contains(spec.location.name) else {
            throw .unknownName(
                what: "legend location", given: spec.location.name, known: LegendLocation.known)
        }
        let outside = spec.location == .outside
        legend = LegendLayout(
            entries(spec), spec: spec, style: style,
            widest: outside ? cell.width * 0.45 : max(60, min(box.width * 0.7, cell.width * 0.6)),
            tallest: box.height)
        guard let legend else { return }
        if spec.location != .best {
            // One larger than the axes goes outside, wherever it was asked to be.
            let fits = legend.width + 12 < box.width && legend.height + 12 < box.height
            legendPlace = outside || !fits ? nil : spec.location.name
            return
        }
        let (points, lines) = occupied(box)
        legendPlace = legend.bestPlace(in: box, avoiding: points, lines: lines)
    }
}
