import Tensors

extension DrawContext {
    func marks(_ image: ImageArtist) throws(PlotError) -> [Mark] {
        let left = x(image.extent.left)
        let right = x(image.extent.right)
        let top = y(image.extent.top)
        let bottom = y(image.extent.bottom)
        guard [left, right, top, bottom].allSatisfy(\.isFinite) else { return [] }
        let rect = Rect(
            x: min(left, right), y: min(top, bottom), width: abs(right - left),
            height: abs(bottom - top))
        let pixels = Raster(try PixelBlock(image), mirrored: left > right, flipped: top > bottom)
        var picture = PictureMark(rect: rect, png: pixels.png(shownAt: rect, smooth: image.smooth))
        picture.opacity = image.opacity
        picture.crisp = !image.smooth
        return [.picture(picture)] + (try cellText(image, rect))
    }

    /// The text of cells, in the ink that can be read on the cell, if it fits.
    private func cellText(_ image: ImageArtist, _ rect: Rect) throws(PlotError) -> [Mark] {
        guard !image.cellText.isEmpty,
            case .values(let matrix, let map, let low, let high) = image.content
        else { return [] }
        let width = rect.width / Double(matrix.columns)
        let height = rect.height / Double(matrix.rows)
        let widest = image.cellText.map { TextMeasure.width($0, size: 1) }.max() ?? 1
        let size = min(layout.style.cell, (width - 4) / max(widest, 0.1), height * 0.62)
        guard size >= 6 else { return [] }
        let scale = try ColorScale(map: map, low: low, high: high)
        let rounded = (size * 2).rounded(.down) / 2
        var marks: [Mark] = []
        for row in 0..<matrix.rows {
            for column in 0..<matrix.columns {
                let ink = (scale.color(matrix[row, column]) ?? Ink.missing).readableInk
                var text = TextMark(
                    text: layout.style.number(image.cellText[row * matrix.columns + column]),
                    at: Point(
                        rect.x + (Double(column) + 0.5) * width,
                        rect.y + (Double(row) + 0.5) * height + rounded * 0.36),
                    size: rounded, anchor: .middle, paint: .color(ink))
                text.isData = true
                marks.append(.text(text))
            }
        }
        return marks
    }

    func marks(_ grid: ImageGridArtist) throws(PlotError) -> [Mark] {
        let layout = ImageGridLayout(grid, in: box, style: layout.style)
        let png = try layout.png(grid)
        return [.picture(PictureMark(rect: layout.pictureRect, png: png))] + layout.titles(grid)
    }
}

/// The pixels of an image as colours.
enum PixelBlock {
    case palette(rows: Int, columns: Int, [UInt8], [UInt32])
    case colors(rows: Int, columns: Int, [UInt8])

    /// The colours of an image: values through their map, with the last entry for NaN.
    init(_ image: ImageArtist) throws(PlotError) {
        switch image.content {
        case .values(let matrix, let map, let low, let high):
            let scale = try ColorScale(map: map, low: low, high: high)
            var used = [Int](repeating: -1, count: 257)
            var palette: [UInt32] = []
            var indices = [UInt8](repeating: 0, count: matrix.values.count)
            // With NaN present one of the 256 entries gives way, so that the palette still fits a byte.
            let hasMissing = matrix.values.contains(where: \.isNaN)
            for (at, value) in matrix.values.enumerated() {
                var entry = scale.index(value) ?? 256
                if hasMissing, entry == 255 { entry = 254 }
                if used[entry] < 0 {
                    used[entry] = palette.count
                    palette.append(
                        entry == 256 ? Ink.missing.packed : scale.colors[entry].packed)
                }
                indices[at] = UInt8(used[entry])
            }
            self = .palette(rows: matrix.rows, columns: matrix.columns, indices, palette)
        case .pixels(let rows, let columns, let bytes):
            self = .colors(rows: rows, columns: columns, bytes)
        case .classes(let rows, let columns, let indices, let colors):
            self = .palette(rows: rows, columns: columns, indices, colors.map(\.packed))
        }
    }
}

/// A block of pixels on its way to a PNG file.
struct Raster {
    var block: PixelBlock
    let rows: Int
    let columns: Int

    init(_ block: PixelBlock, mirrored: Bool, flipped: Bool) {
        func turned(_ values: [UInt8], _ rows: Int, _ columns: Int, _ size: Int) -> [UInt8] {
            guard mirrored || flipped else { return values }
            var result: [UInt8] = []
            result.reserveCapacity(values.count)
            for row in 0..<rows {
                let from = flipped ? rows - 1 - row : row
                for column in 0..<columns {
                    let at = (from * columns + (mirrored ? columns - 1 - column : column)) * size
                    result += values[at..<(at + size)]
                }
            }
            return result
        }
        switch block {
        case .palette(let rows, let columns, let indices, let palette):
            (self.rows, self.columns) = (rows, columns)
            self.block = .palette(
                rows: rows, columns: columns, turned(indices, rows, columns, 1), palette)
        case .colors(let rows, let columns, let bytes):
            (self.rows, self.columns) = (rows, columns)
            self.block = .colors(rows: rows, columns: columns, turned(bytes, rows, columns, 4))
        }
    }

    /// The file, enlarged by a whole number so that viewers do not blur the pixels' edges.
    func png(shownAt rect: Rect, smooth: Bool) -> [UInt8] {
        var scale = 1
        if !smooth {
            let wanted = max(rect.width / Double(columns), rect.height / Double(rows))
            scale = max(1, min(512, Int(wanted.rounded(.up))))
            while scale > 1, rows * columns * scale * scale > 2_000_000 { scale -= 1 }
        }
        let encoder = PNGEncoder(scale: scale)
        switch block {
        case .palette(let rows, let columns, let indices, let palette):
            return encoder.encode(width: columns, height: rows, indices: indices, palette: palette)
        case .colors(let rows, let columns, let bytes):
            return encoder.encodeColors(rows: rows, columns: columns, bytes)
        }
    }
}

extension PNGEncoder {
    /// RGBA bytes as the smallest fitting kind: a palette up to 256 colours, RGB when opaque, RGBA.
    func encodeColors(rows: Int, columns: Int, _ bytes: [UInt8]) -> [UInt8] {
        var known: [UInt32: UInt8] = [:]
        var palette: [UInt32] = []
        var indices: [UInt8] = []
        indices.reserveCapacity(rows * columns)
        var opaque = true
        var fits = true
        for at in stride(from: 0, to: bytes.count, by: 4) {
            if bytes[at + 3] != 255 { opaque = false }
            guard fits else { continue }
            let packed =
                UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
                | UInt32(bytes[at + 3])
            if let index = known[packed] {
                indices.append(index)
            } else if palette.count < 256 {
                known[packed] = UInt8(palette.count)
                indices.append(UInt8(palette.count))
                palette.append(packed)
            } else {
                fits = false
            }
        }
        if fits { return encode(width: columns, height: rows, indices: indices, palette: palette) }
        var pixels = bytes
        if opaque {
            pixels = []
            pixels.reserveCapacity(rows * columns * 3)
            for at in stride(from: 0, to: bytes.count, by: 4) { pixels += bytes[at..<(at + 3)] }
        }
        guard
            let image = try? PNGImage(
                width: columns, height: rows, channels: opaque ? 3 : 4, pixels: pixels)
        else { return [] }
        return encode(image)
    }
}
