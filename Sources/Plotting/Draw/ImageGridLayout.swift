import Tensors

/// A grid of small pictures drawn as one, with a title above each.
struct ImageGridLayout {
    /// The room that the grid takes.
    let box: Rect
    /// Pixels of the page for one pixel of a picture, and of the file.
    let unit: Int
    let shrink: Double
    let titleSize: Double
    let titleHeight: Double
    private let gap: Int
    private let columns: Int
    private let lines: Int
    private let cellWidth: Int
    private let cellHeight: Int

    init(_ grid: ImageGridArtist, in room: Rect, style: Style) {
        columns = max(1, grid.gridColumns)
        lines = max(1, (grid.count + columns - 1) / columns)
        let slot = room.width / Double(columns)
        var size = max(7, min(style.tick, slot / 4.5))
        let widest = grid.titles.map { TextMeasure.width($0, size: 1) }.max() ?? 0
        // Titles may take the whole slot; longer ones are made smaller, then cut.
        if widest > 0 { size = max(7.5, min(size, (slot - 4) / widest)) }
        titleSize = grid.titles.isEmpty ? 0 : (size * 2).rounded(.down) / 2
        titleHeight = grid.titles.isEmpty ? 0 : (titleSize * 1.5).rounded(.up)
        let gap = grid.titles.isEmpty ? 4 : 6
        let freeX = room.width - Double(gap * (columns - 1))
        let freeY = room.height - Double(gap * (lines - 1)) - titleHeight * Double(lines)
        let fit = min(
            freeX / Double(columns * grid.columns), freeY / Double(lines * grid.rows))
        unit = max(1, Int(fit))
        shrink = fit >= 1 ? 1 : max(fit, 0.02)
        self.gap = gap
        cellWidth = grid.columns * unit
        cellHeight = grid.rows * unit
        let shownWidth = Double(cellWidth) * shrink
        let shownHeight = Double(cellHeight) * shrink
        let width = shownWidth * Double(columns) + Double(gap * (columns - 1))
        let height =
            (shownHeight + titleHeight) * Double(lines) + Double(gap * (lines - 1))
        box = Rect(
            x: room.x + max(0, ((room.width - width) / 2).rounded()),
            y: room.y + max(0, ((room.height - height) / 2).rounded()), width: width, height: height
        )
        self.shownWidth = shownWidth
        self.shownHeight = shownHeight
    }

    private let shownWidth: Double
    private let shownHeight: Double

    private func origin(_ index: Int) -> Point {
        Point(
            Double(index % columns) * (shownWidth + Double(gap)),
            Double(index / columns) * (shownHeight + titleHeight + Double(gap)) + titleHeight)
    }

    /// Where the file lies: from the first picture to the last, without the first line's titles.
    var pictureRect: Rect {
        Rect(
            x: box.x, y: box.y + titleHeight, width: box.width, height: box.height - titleHeight)
    }

    func titles(_ grid: ImageGridArtist) -> [Mark] {
        var marks: [Mark] = []
        for (row, name) in grid.rowNames.enumerated() where row < lines {
            let y = box.y + origin(row * columns).y + shownHeight / 2
            marks.append(
                .text(
                    TextMark(
                        text: TextMeasure.clean(name), at: Point(box.x - 7, y + 4), size: 12,
                        anchor: .end, paint: .muted)))
        }
        guard titleSize > 0 else { return marks }
        for index in 0..<min(grid.count, grid.titles.count) where !grid.titles[index].isEmpty {
            let place = origin(index)
            var paint = Paint.text
            if grid.correct.indices.contains(index) {
                paint = grid.correct[index] ? .right : .wrong
            }
            let text = TextMeasure.clean(grid.titles[index])
            let fitted = FittedText(text, to: shownWidth + Double(gap) - 2, size: titleSize)
            var mark = TextMark(
                text: fitted.shown,
                at: Point(box.x + place.x + shownWidth / 2, box.y + place.y - titleSize * 0.35),
                size: titleSize, anchor: .middle, paint: paint, full: fitted.full)
            // Never colour alone: what is wrong is bold too.
            if paint == .wrong,
                TextMeasure.width(fitted.shown, size: titleSize, face: .bold) <= shownWidth + Double(gap) - 1
            {
                mark.face = .bold
            }
            marks.append(.text(mark))
        }
        return marks
    }

    /// All pictures in one file, transparent between them.
    func png(_ grid: ImageGridArtist) throws(PlotError) -> [UInt8] {
        // Where a picture is shown smaller than it is, the gaps grow with it.
        let scale = 1 / shrink
        let gapX = Int((Double(gap) * scale).rounded())
        let gapY = Int(((Double(gap) + titleHeight) * scale).rounded())
        let width = cellWidth * columns + gapX * (columns - 1)
        let height = cellHeight * lines + gapY * (lines - 1)
        let size = grid.rows * grid.columns
        func fill(_ put: (_ at: Int, _ from: Int) -> Void) {
            for index in 0..<grid.count {
                let left = index % columns * (cellWidth + gapX)
                let top = index / columns * (cellHeight + gapY)
                for row in 0..<cellHeight {
                    var at = (top + row) * width + left
                    let from = index * size + row / unit * grid.columns
                    for column in 0..<grid.columns {
                        for _ in 0..<unit {
                            put(at, from + column)
                            at += 1
                        }
                    }
                }
            }
        }
        switch grid.content {
        case .values(let values, let map, let low, let high):
            let scale = try ColorScale(map: map, low: low, high: high)
            // 254 colours, one for what is missing, and the first for transparent.
            var palette: [UInt32] = [0]
            var entries = [UInt8](repeating: 0, count: 257)
            let coded = values.map { value -> UInt8 in
                let entry = scale.index(value).map { min($0, 253) } ?? 256
                if entries[entry] == 0 {
                    entries[entry] = UInt8(palette.count)
                    palette.append(
                        entry == 256
                            ? Ink.missing.packed : scale.colors[entry == 253 ? 255 : entry].packed)
                }
                return entries[entry]
            }
            var indices = [UInt8](repeating: 0, count: width * height)
            fill { indices[$0] = coded[$1] }
            return PNGEncoder().encode(
                width: width, height: height, indices: indices, palette: palette)
        case .pixels(let bytes, let channels):
            var pixels = [UInt8](repeating: 0, count: width * height * 4)
            fill { at, from in
                for channel in 0..<channels {
                    pixels[at * 4 + channel] = bytes[from * channels + channel]
                }
                if channels == 3 { pixels[at * 4 + 3] = 255 }
            }
            return PNGEncoder().encodeColors(rows: height, columns: width, pixels)
        }
    }
}
