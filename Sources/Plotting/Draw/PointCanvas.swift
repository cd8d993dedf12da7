import Tensors

/// Draws very many points into a picture, at twice the figure's resolution, with smooth edges.
struct PointCanvas {
    private static let zoom = 2.0

    static func picture(_ mark: PointsMark, box: Rect) -> Mark {
        let width = max(1, Int((box.width * zoom).rounded(.up)))
        let height = max(1, Int((box.height * zoom).rounded(.up)))
        var pixels = [UInt8](repeating: 0, count: width * height * 4)
        let base = mark.paint.rgba
        var stamp = Stamp(diameter: mark.size * zoom)
        pixels.withUnsafeMutableBufferPointer { pixels in
            for (index, point) in mark.points.enumerated() {
                if !mark.sizes.isEmpty, mark.sizes[index] * zoom != stamp.diameter {
                    stamp = Stamp(diameter: mark.sizes[index] * zoom)
                }
                let color = mark.colors.isEmpty ? base : mark.colors[index]
                let strength = Int(Double(color.alpha) * mark.opacity + 0.5)
                stamp.draw(
                    color, strength: strength, x: (point.x - box.x) * zoom,
                    y: (point.y - box.y) * zoom, into: pixels, width: width, height: height)
            }
        }
        let image = try? PNGImage(width: width, height: height, channels: 4, pixels: pixels)
        let png = image.map { PNGEncoder(level: 3).encode($0) } ?? []
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
        let radius = max(0.5, diameter / 2)
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
                    coverage.append(UInt8(max(0, min(1, radius - distance + 0.5)) * 255 + 0.5))
                }
            }
        }
    }

    func draw(
        _ color: RGBA, strength: Int, x: Double, y: Double,
        into pixels: UnsafeMutableBufferPointer<UInt8>, width: Int, height: Int
    ) {
        let column = Int(x.rounded(.down))
        let row = Int(y.rounded(.down))
        let shift = Int((y - Double(row)) * 4) * 4 + Int((x - Double(column)) * 4)
        let start = max(0, min(15, shift)) * side * side
        let (red, green, blue) = (Int(color.red), Int(color.green), Int(color.blue))
        coverage.withUnsafeBufferPointer { coverage in
            for dy in 0..<side {
                let line = row - reach + dy
                guard line >= 0, line < height else { continue }
                for dx in 0..<side {
                    let at = column - reach + dx
                    let cover = Int(coverage[start + dy * side + dx])
                    guard cover > 0, at >= 0, at < width else { continue }
                    let alpha = cover * strength / 255
                    let place = (line * width + at) * 4
                    let under = Int(pixels[place + 3])
                    if under == 0 || alpha == 255 {
                        pixels[place] = color.red
                        pixels[place + 1] = color.green
                        pixels[place + 2] = color.blue
                        pixels[place + 3] = UInt8(max(alpha, alpha == 255 ? 255 : alpha))
                        continue
                    }
                    // Over, with alpha not multiplied in.
                    let rest = under * (255 - alpha) / 255
                    let total = alpha + rest
                    guard total > 0 else { continue }
                    pixels[place] = UInt8((red * alpha + Int(pixels[place]) * rest) / total)
                    pixels[place + 1] = UInt8((green * alpha + Int(pixels[place + 1]) * rest) / total)
                    pixels[place + 2] = UInt8((blue * alpha + Int(pixels[place + 2]) * rest) / total)
                    pixels[place + 3] = UInt8(min(255, total))
                }
            }
        }
    }
}
