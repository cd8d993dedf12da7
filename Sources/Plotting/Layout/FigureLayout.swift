/// Places the axes of a figure in its grid.
struct FigureLayout {
    var width: Double
    var height: Double
    var cells: [AxesLayout]
    let figure: Figure
    let style: Style
    var suptitleLines: [String] = []

    init(_ figure: Figure, interactive: Bool = false) throws(PlotError) {
        self.figure = figure
        width = figure.pixelWidth
        height = figure.pixelHeight
        var wide = try figure.style.validated().sizes
        wide.isInteractive = interactive
        let columns = Double(figure.columnCount)
        style = wide.fitting((width - 2 * wide.padding) / columns)
        cells = []
        for axes in figure.axesList where axes.isShown {
            cells.append(try AxesLayout(axes, style: style))
        }
        share()
        try arrange()
        if figure.trims, trim() { try arrange() }
    }

    /// Gives shared axes the limits of all, and names only to those at the border of the grid.
    private mutating func share() {
        func unite(_ limits: WritableKeyPath<AxesLayout, AxisLimits>) {
            let all = cells.map { $0[keyPath: limits] }
            guard let low = all.map({ min($0.low, $0.high) }).min(),
                let high = all.map({ max($0.low, $0.high) }).max()
            else { return }
            for index in cells.indices {
                let downward =
                    cells[index][keyPath: limits].low > cells[index][keyPath: limits].high
                cells[index][keyPath: limits].low = downward ? high : low
                cells[index][keyPath: limits].high = downward ? low : high
            }
        }
        if figure.sharesX {
            unite(\.xLimits)
            for index in cells.indices {
                let axes = cells[index].axes
                cells[index].namesX = !cells.contains {
                    $0.axes.column == axes.column && $0.axes.row > axes.row
                }
            }
        }
        if figure.sharesY {
            unite(\.yLimits)
            for index in cells.indices {
                let axes = cells[index].axes
                cells[index].namesY = !cells.contains {
                    $0.axes.row == axes.row && $0.axes.column < axes.column
                }
            }
        }
    }

    /// The colour bar of all axes, measured for their height.
    private func commonBar(_ length: Double) throws(PlotError) -> ColorbarLayout? {
        guard let (spec, index) = figure.sharedColorbar, figure.axesList.indices.contains(index),
            figure.axesList[index].artists.indices.contains(spec.artist)
        else { return nil }
        return try ColorbarLayout(
            spec, figure.axesList[index].artists[spec.artist], length: length, style: style)
    }

    /// The least that axes are left with.
    static let leastWidth = 48.0
    static let leastHeight = 36.0

    /// Gives back the room that equal units leave at the sides of the figure; whether there was any.
    private mutating func trim() -> Bool {
        func slack(_ index: (AxesLayout) -> Int, _ count: Int, _ free: (AxesLayout) -> Double)
            -> Double
        {
            (0..<count).reduce(0.0) { sum, line in
                let members = cells.filter { index($0) == line }
                return sum + (members.map(free).min() ?? 0)
            }
        }
        let freeWidth = slack(\.axes.column, figure.columnCount) { $0.inner.width - $0.box.width }
        let freeHeight = slack(\.axes.row, figure.rowCount) { $0.inner.height - $0.box.height }
        var changed = false
        if freeWidth > 8, !cells.isEmpty {
            width = (width - freeWidth).rounded(.up)
            changed = true
        }
        if freeHeight > 8, !cells.isEmpty {
            height = (height - freeHeight).rounded(.up)
            changed = true
        }
        return changed
    }

    private mutating func arrange() throws(PlotError) {
        let rows = figure.rowCount
        let columns = figure.columnCount
        let pad = style.padding
        var top = pad
        suptitleLines = []
        if let title = figure.suptitleSpec, !title.text.isEmpty {
            let text = TextMeasure.clean(title.text)
            let size = title.size ?? style.suptitle
            suptitleLines =
                TextMeasure.wrapped(text, to: width - 2 * pad, lines: 2, size: size, face: .bold)
                ?? [FittedText(text, to: width - 2 * pad, size: size, face: .bold).shown]
            top += Double(suptitleLines.count) * size * 1.3 + 4
        }
        let gapX = style.gap * Double(columns - 1)
        let gapY = style.gap * 0.8 * Double(rows - 1)
        let bar = try commonBar(height - top - pad)?.width ?? 0
        var spareX = width - 2 * pad - gapX - bar
        var spareY = height - top - pad - gapY
        // Names may take a share of the cell as asked for: were it the grown cell, they would grow with it.
        let cell = Rect(
            x: 0, y: 0, width: spareX / Double(columns), height: spareY / Double(rows))
        var left = [Double](repeating: 0, count: columns)
        var right = left
        var above = [Double](repeating: 0, count: rows)
        var below = above
        // A guess, so that the first measuring sees about the final size.
        for column in 0..<columns { left[column] = min(50, spareX / Double(columns) * 0.2) }
        for row in 0..<rows {
            above[row] = 10
            below[row] = min(30, spareY / Double(rows) * 0.2)
        }
        var first = true
        for _ in 0..<16 {
            place(
                left: left, right: right, above: above, below: below, top: top, spareX: spareX,
                spareY: spareY)
            var grown = false
            if first {
                left = left.map { _ in 0 }
                right = left
                above = above.map { _ in 0 }
                below = above
            }
            for index in cells.indices {
                let inner = cells[index].inner
                try cells[index].measure(box: cells[index].fitted(inner), cell: cell)
                let need = cells[index].margins
                let row = cells[index].axes.row
                let column = cells[index].axes.column
                func raise(_ value: inout Double, _ needed: Double) {
                    if needed > value + 0.01 {
                        value = needed
                        grown = true
                    }
                }
                raise(&left[column], need.left)
                raise(&right[column], need.right)
                raise(&above[row], need.top)
                raise(&below[row], need.bottom)
            }
            first = false
            // Where text leaves the axes no room the figure grows: text is never cut or covered.
            let missingX =
                left.reduce(0, +) + right.reduce(0, +) + Self.leastWidth * Double(columns) - spareX
            let missingY =
                above.reduce(0, +) + below.reduce(0, +) + Self.leastHeight * Double(rows) - spareY
            if missingX > 0 {
                width += missingX.rounded(.up)
                spareX += missingX.rounded(.up)
                grown = true
            }
            if missingY > 0 {
                height += missingY.rounded(.up)
                spareY += missingY.rounded(.up)
                grown = true
            }
            if !grown { break }
        }
        place(
            left: left, right: right, above: above, below: below, top: top, spareX: spareX,
            spareY: spareY)
        for index in cells.indices { cells[index].box = cells[index].fitted(cells[index].inner) }
    }

    /// Shares what the margins leave among rows and columns.
    private mutating func place(
        left: [Double], right: [Double], above: [Double], below: [Double], top: Double,
        spareX: Double, spareY: Double
    ) {
        let columns = figure.columnCount
        let rows = figure.rowCount
        let innerX = max(20, (spareX - left.reduce(0, +) - right.reduce(0, +)) / Double(columns))
        let innerY = max(20, (spareY - above.reduce(0, +) - below.reduce(0, +)) / Double(rows))
        var x = style.padding
        var xs: [Double] = []
        for column in 0..<columns {
            x += left[column]
            xs.append(x)
            x += innerX + right[column] + style.gap
        }
        var y = top
        var ys: [Double] = []
        for row in 0..<rows {
            y += above[row]
            ys.append(y)
            y += innerY + below[row] + style.gap * 0.8
        }
        for index in cells.indices {
            let axes = cells[index].axes
            // Whole pixels keep axes and pictures sharp.
            cells[index].inner = Rect(
                x: xs[axes.column].rounded(), y: ys[axes.row].rounded(),
                width: innerX.rounded(.down),
                height: innerY.rounded(.down))
        }
    }

    /// The whole figure as marks.
    func scene() throws(PlotError) -> Scene {
        var scene = Scene(width: width, height: height)
        scene.theme = figure.style.theme
        scene.marks.append(
            .rect(
                Rect(x: 0, y: 0, width: width, height: height), fill: Fill(.background),
                stroke: nil, radius: 0))
        let size = figure.suptitleSpec?.size ?? style.suptitle
        for (index, line) in suptitleLines.enumerated() {
            let y = style.padding + size + Double(index) * size * 1.3
            scene.marks.append(
                .text(
                    TextMark(
                        text: line, at: Point(width / 2, y), size: size, anchor: .middle,
                        face: .bold, full: line.hasSuffix("…") ? figure.suptitleSpec?.text : nil)))
        }
        for cell in cells { try cell.draw(into: &scene) }
        if let right = cells.map(\.span.high).max(), let top = cells.map(\.box.y).min(),
            let bottom = cells.map(\.box.bottom).max(), let bar = try commonBar(bottom - top)
        {
            bar.draw(beside: Rect(x: right, y: top, width: 0, height: bottom - top), into: &scene)
        }
        let cut = scene.texts.count { $0.full != nil }
        if cut > 0 { scene.warnings.append("\(NumberText.counted(cut, "text")) shortened") }
        if width > figure.pixelWidth || height > figure.pixelHeight {
            let asked = "\(Int(figure.pixelWidth))×\(Int(figure.pixelHeight))"
            scene.warnings.append(
                "figure grown from \(asked) to \(Int(width))×\(Int(height)) pixels to hold its text"
            )
        }
        let words = FigureDescription(self)
        scene.title = TextMarkup.plain(TextMeasure.clean(words.title))
        scene.summary = TextMarkup.plain(TextMeasure.clean(words.summary))
        return scene
    }
}
