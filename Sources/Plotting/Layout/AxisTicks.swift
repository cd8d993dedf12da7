/// The ticks of one axis and how their labels stand.
struct AxisTicks {
    var ticks: [Tick] = []
    /// Degrees by which x labels are turned.
    var rotation = 0.0
    /// Labels broken into lines, one entry a tick, empty when none is.
    var lines: [[String]] = []
    /// The whole text of labels that were cut.
    var full: [Int: String] = [:]
    /// How many labels there was no room for.
    var hidden = 0
    /// The room that labels take across the axis.
    var depth = 0.0

    /// The ticks of a horizontal axis of `length` pixels.
    static func horizontal(
        _ axis: AxisSpec, low: Double, high: Double, length: Double, deepest: Double, style: Style
    ) -> AxisTicks {
        var result = AxisTicks()
        if let given = given(axis) {
            result.ticks = given.filter { inside($0.value, low, high) }
            result.fitNames(
                axis, low: low, high: high, length: length, deepest: deepest, style: style)
            return result
        }
        result.ticks = automatic(axis, low: low, high: high, most: 10) { ticks in
            let map = AxisMap(scale: axis.scale, low: low, high: high, start: 0, end: length)
            return fits(ticks, map, gap: style.tick) {
                TextMeasure.width($0, size: style.tick)
            }
        }
        let any = result.ticks.contains { !$0.label.isEmpty }
        result.depth = any ? style.tick : 0
        if let rotation = axis.rotation { result.turn(rotation, deepest: deepest, style: style) }
        return result
    }

    /// The ticks of a vertical axis of `length` pixels.
    static func vertical(
        _ axis: AxisSpec, low: Double, high: Double, length: Double, widest: Double, style: Style
    ) -> AxisTicks {
        var result = AxisTicks()
        if let given = given(axis) {
            result.ticks = given.filter { inside($0.value, low, high) }
            result.thin(
                spacing: spacing(result.ticks, axis, low, high, length), least: style.tick * 1.15)
            result.cut(to: widest, style: style)
        } else {
            let most = max(1, min(8, Int(length / (style.tick * 2.5))))
            result.ticks = automatic(axis, low: low, high: high, most: most) { ticks in
                let map = AxisMap(scale: axis.scale, low: low, high: high, start: 0, end: length)
                return fits(ticks, map, gap: style.tick * 0.4) { _ in style.tick * 1.1 }
            }
        }
        result.depth = result.ticks.map { TextMeasure.width($0.label, size: style.tick) }.max() ?? 0
        return result
    }

    /// Ticks set by hand or by names; nil when they are to be found.
    private static func given(_ axis: AxisSpec) -> [Tick]? {
        if let positions = axis.ticks {
            let labels = axis.tickLabels
            let decimals = decimals(positions)
            return positions.enumerated().map { index, value in
                let label =
                    labels.map { $0.indices.contains(index) ? $0[index] : "" }
                    ?? (decimals.map { NumberText.fixed(value, decimals: $0) }
                        ?? NumberText.short(value, digits: 4))
                return Tick(value: value, label: TextMeasure.clean(label))
            }
        }
        guard !axis.categories.isEmpty else { return nil }
        return axis.categories.enumerated().map {
            Tick(value: Double($0), label: TextMeasure.clean($1))
        }
    }

    /// The decimals that write all of the values exactly, if six are enough.
    private static func decimals(_ values: [Double]) -> Int? {
        guard values.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) else { return nil }
        for places in 0...6 {
            let unit = Numerics.tenTo(places)
            let exact = values.allSatisfy {
                abs($0 - ($0 * unit).rounded() / unit) <= 1e-9 * max(1, abs($0))
            }
            if exact { return places }
        }
        return nil
    }

    private static func inside(_ value: Double, _ low: Double, _ high: Double) -> Bool {
        let slack = abs(high - low) * 1e-9
        return value >= min(low, high) - slack && value <= max(low, high) + slack
    }

    /// The most ticks whose labels fit.
    private static func automatic(
        _ axis: AxisSpec, low: Double, high: Double, most: Int, fits: ([Tick]) -> Bool
    ) -> [Tick] {
        let (bottom, top) = (min(low, high), max(low, high))
        // One whole number alone is its own tick.
        if axis.wholeNumbers, axis.scale.name == "linear", top - bottom < 2,
            top.rounded(.down) == bottom.rounded(.up),
            let whole = Numerics.integer(top.rounded(.down))
        {
            let label = NumberText.decimal(whole, exponent: 0, decimals: 0)
            return [Tick(value: Double(whole), label: label)]
        }
        var last: [Tick] = []
        for count in Swift.stride(from: min(9, most), through: 1, by: -1) {
            let ticks: [Tick]
            switch axis.scale.name {
            case "date": ticks = DateTicks.ticks(low: bottom, high: top, count: count)
            case "log": ticks = LogTicks.ticks(low: bottom, high: top, count: count + 1)
            case "symlog":
                ticks = LogTicks.symmetric(
                    low: bottom, high: top, scale: axis.scale, count: count + 1)
            default:
                ticks =
                    LinearTicks(
                        low: bottom, high: top, intervals: count, integer: axis.wholeNumbers)?
                    .ticks
                    ?? [bottom, top].map { Tick(value: $0, label: NumberText.short($0, digits: 6)) }
            }
            if fits(ticks) { return ticks }
            last = ticks
        }
        // Not even the fewest fit: the marks stay, with the first label alone.
        for index in last.indices.dropFirst() { last[index].label = "" }
        return last
    }

    /// Whether no label comes closer to the next than `gap`.
    private static func fits(
        _ ticks: [Tick], _ map: AxisMap, gap: Double, _ size: (String) -> Double
    ) -> Bool {
        var places: [(at: Double, half: Double)] = []
        for tick in ticks where !tick.label.isEmpty {
            places.append((map(tick.value), size(tick.label) / 2))
        }
        places.sort { $0.at < $1.at }
        return zip(places, places.dropFirst()).allSatisfy {
            $1.at - $0.at >= $0.half + $1.half + gap
        }
    }

    private static func spacing(
        _ ticks: [Tick], _ axis: AxisSpec, _ low: Double, _ high: Double, _ length: Double
    ) -> Double {
        let map = AxisMap(scale: axis.scale, low: low, high: high, start: 0, end: length)
        let places = ticks.map { map($0.value) }.sorted()
        return zip(places, places.dropFirst()).map { $1 - $0 }.min() ?? length
    }

    /// Names under a horizontal axis: upright if they fit, else on two lines, turned, thinned, cut.
    private mutating func fitNames(
        _ axis: AxisSpec, low: Double, high: Double, length: Double, deepest: Double, style: Style
    ) {
        let size = style.tick
        depth = ticks.contains { !$0.label.isEmpty } ? size : 0
        if let rotation = axis.rotation { return turn(rotation, deepest: deepest, style: style) }
        let map = AxisMap(scale: axis.scale, low: low, high: high, start: 0, end: length)
        func width(_ text: String) -> Double { TextMeasure.width(text, size: size) }
        if Self.fits(ticks, map, gap: size * 0.6, width) { return }
        // Numbers set by hand say the same when every second one is named.
        let room = Self.spacing(ticks, axis, low, high, length)
        let numeric =
            axis.categories.isEmpty
            && ticks.allSatisfy {
                $0.label.first?.isNumber ?? true || $0.label.hasPrefix(NumberText.minus)
            }
        if numeric {
            var stride = 2
            while stride < ticks.count {
                var thinned = ticks
                for index in thinned.indices where index % stride != 0 { thinned[index].label = "" }
                if Self.fits(thinned, map, gap: size * 0.6, width) {
                    hidden = ticks.count { !$0.label.isEmpty } - thinned.count { !$0.label.isEmpty }
                    ticks = thinned
                    return
                }
                stride += 1
            }
        }
        let broken = ticks.map {
            TextMeasure.wrapped($0.label, to: room - size * 0.6, lines: 2, size: size)
        }
        if broken.allSatisfy({ $0 != nil }) {
            lines = broken.map { $0 ?? [] }
            depth = lines.contains { $0.count > 1 } ? size * 2.25 : size
            return
        }
        for (angle, least) in [(30.0, 2.3), (45, 1.65), (90, 1.2)] where room >= size * least {
            return turn(angle, deepest: deepest, style: style)
        }
        thin(spacing: room, least: size * 1.2)
        turn(90, deepest: deepest, style: style)
    }

    /// Names every second, third … label so that they are at least `least` apart; the last stays.
    private mutating func thin(spacing: Double, least: Double) {
        guard spacing < least, ticks.count > 1 else { return }
        let most = Double(ticks.count)
        let stride = Int(spacing > 0 ? min((least / spacing).rounded(.up), most) : most)
        let last = ticks.count - 1
        for index in ticks.indices {
            let kept =
                index % stride == 0 && (last - index >= stride || index == last) || index == last
            if !kept, !ticks[index].label.isEmpty {
                ticks[index].label = ""
                hidden += 1
            }
        }
    }

    /// Cuts labels that are wider than `width`.
    private mutating func cut(to width: Double, style: Style) {
        let fitted = FittedText.apart(ticks.map(\.label), to: width, size: style.tick)
        for (index, text) in fitted.enumerated() {
            ticks[index].label = text.shown
            full[index] = text.full
        }
    }

    private mutating func turn(_ angle: Double, deepest: Double, style: Style) {
        rotation = angle
        let radians = angle * .pi / 180
        let rise = abs(Numerics.sine(radians))
        let most =
            rise > 0.01 ? (deepest - style.tick * abs(Numerics.cosine(radians))) / rise : .infinity
        depth = 0
        cut(to: max(most, style.tick * 3), style: style)
        for tick in ticks {
            let width = TextMeasure.width(tick.label, size: style.tick)
            depth = max(depth, width * rise + style.tick * abs(Numerics.cosine(radians)))
        }
    }
}
