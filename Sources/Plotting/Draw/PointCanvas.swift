import Tensors

/// Draws very many points into a picture, at twice the figure's resolution, with smooth edges.
///
/// A pixel is a colour of a small table and an opacity, so that the file is a palette picture: a
/// quarter of the bytes of full colours.
struct PointCanvas {
    private static let zoom = 2.0

    /// The layer's colours: one, or up to 42 that stand for all.
    private struct Shades {
        var colors: [RGBA] = []
        var opacities: Int

        init(_ mark: PointsMark) {
            guard !mark.colors.isEmpty else {
                colors = [mark.paint.rgba]
                // With transparent 16 entries: half a byte a pixel.
                opacities = 15
                return
            }
            // Evenly along the order of brightness, in which colour maps run.
            let distinct = Set(mark.colors.map(\.packed)).sorted {
                let (a, b) = (RGBA($0 >> 8), RGBA($1 >> 8))
                return (a.luminance, $0) < (b.luminance, $1)
            }
            let count = min(42, distinct.count)
            colors = (0..<count).map {
                RGBA(distinct[(2 * $0 + 1) * distinct.count / (2 * count)] >> 8)
            }
            opacities = 255 / count
        }

        /// The nearest of the colours.
        func index(_ color: RGBA) -> UInt8 {
            var best = 0
            var least = Int.max
            for (index, other) in colors.enumerated() {
                let red = Int(other.red) - Int(color.red)
                let green = Int(other.green) - Int(color.green)
                let blue = Int(other.blue) - Int(color.blue)
                let distance = red * red + green * green + blue * blue
                if distance < least { (best, least) = (index, distance) }
            }
            return UInt8(best)
        }
    }

    static func picture(_ mark: PointsMark, box: Rect) -> Mark {
        let width = max(1, Int((box.width * zoom).rounded(.up)))
        let height = max(1, Int((box.height * zoom).rounded(.up)))
        let shades = Shades(mark)
        var known: [UInt32: UInt8] = [:]
        var shade = [UInt8](repeating: 0, count: width * height)
        var opacity = shade
        var stamp = Stamp(diameter: mark.size * zoom)
        shade.withUnsafeMutableBufferPointer { shade in
            opacity.withUnsafeMutableBufferPointer { opacity in
                for (index, point) in mark.points.enumerated() {
                    if !mark.sizes.isEmpty, mark.sizes[index] * zoom != stamp.diameter {
                        stamp = Stamp(diameter: mark.sizes[index] * zoom)
                    }
                    var entry: UInt8 = 0
                    var alpha = mark.paint.rgba.alpha
                    if !mark.colors.isEmpty {
                        let color = mark.colors[index]
                        alpha = color.alpha
                        if let found = known[color.packed] {
                            entry = found
                        } else {
                            entry = shades.index(color)
                            known[color.packed] = entry
                        }
                    }
                    stamp.draw(
                        entry, strength: Int(Double(alpha) * mark.opacity + 0.5),
                        x: (point.x - box.x) * zoom, y: (point.y - box.y) * zoom, shade, opacity,
                        width: width, height: height)
                }
            }
        }
        // Entry 0 is transparent; then each colour in each opacity.
        var palette: [UInt32] = [0]
        for color in shades.colors {
            for level in 1...shades.opacities {
                let alpha = (level * 255 + shades.opacities / 2) / shades.opacities
                palette.append(color.packed & 0xffff_ff00 | UInt32(alpha))
            }
        }
        let levels = shades.opacities
        let steps = (0...255).map { UInt8(($0 * levels + 127) / 255) }
        for index in shade.indices {
            let step = steps[Int(opacity[index])]
            shade[index] = step == 0 ? 0 : UInt8(Int(shade[index]) * levels) + step
        }
        let png = PNGEncoder(level: 4).encode(
            width: width, height: height, indices: shade, palette: palette)
        let rect = Rect(
            x: box.x, y: box.y, width: Double(width) / zoom, height: Double(height) / zoom)
        return .picture(PictureMark(rect: rect, png: png, crisp: false))
    }
}

/// A disc with smooth edges at each of 4 × 4 places within a pixel.
private struct Stamp {
    let diameter: Double
    private let side: Int
    private let reach: Int
    private var coverage: [UInt8]

    init(diameter: Double) {
        self.diameter = diameter
        let radius = min(500, max(0.5, diameter / 2))
        reach = Int(radius.rounded(.up)) + 1
        side = 2 * reach + 1
        coverage = []
        coverage.reserveCapacity(16 * side * side)
        for shift in 0..<16 {
            let centerX = Double(reach) + (Double(shift % 4) + 0.5) / 4
            let centerY = Double(reach) + (Double(shift / 4) + 0.5) / 4
            for row in 0..<side {
                for column in 0..<side {
                    let distance = Numerics.hypot(
                        Double(column) + 0.5 - centerX, Double(row) + 0.5 - centerY)
                    coverage.append(UInt8(max(0, min(1, radius - distance + 0.5)) * 255))
                }
            }
        }
    }

    /// Lays the disc over what is there: opacities add up, a pixel mostly covered takes the colour.
    func draw(
        _ entry: UInt8, strength: Int, x: Double, y: Double,
        _ shade: UnsafeMutableBufferPointer<UInt8>, _ opacity: UnsafeMutableBufferPointer<UInt8>,
        width: Int, height: Int
    ) {
        let column = Int(x.rounded(.down))
        let row = Int(y.rounded(.down))
        let shift = Int((y - Double(row)) * 4) * 4 + Int((x - Double(column)) * 4)
        let start = max(0, min(15, shift)) * side * side
        coverage.withUnsafeBufferPointer { coverage in
            for dy in 0..<side {
                let line = row - reach + dy
                guard line >= 0, line < height else { continue }
                for dx in 0..<side {
                    let at = column - reach + dx
                    let cover = Int(coverage[start + dy * side + dx])
                    guard cover > 0, at >= 0, at < width else { continue }
                    let place = line * width + at
                    let alpha = cover * strength / 255
                    let under = Int(opacity[place])
                    if cover >= 128 || under == 0 { shade[place] = entry }
                    opacity[place] = UInt8(min(255, alpha + under * (255 - alpha) / 255))
                }
            }
        }
    }
}
