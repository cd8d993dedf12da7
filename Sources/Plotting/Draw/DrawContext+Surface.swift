import Tensors

/// A cube of data seen from a corner, without perspective.
private struct SpaceView {
    let right: (Double, Double, Double)
    let up: (Double, Double, Double)
    let toward: (Double, Double, Double)
    var scale = 1.0
    var middle = Point(0, 0)
    /// Half the height of the cube, whose other half sides are 1.
    static let half = 0.72

    init(azimuth: Double, elevation: Double) {
        let (a, e) = (azimuth * .pi / 180, elevation * .pi / 180)
        let (sa, ca, se, ce) = (
            Numerics.sine(a), Numerics.cosine(a), Numerics.sine(e), Numerics.cosine(e)
        )
        right = (-sa, ca, 0)
        up = (-se * ca, -se * sa, ce)
        toward = (ce * ca, ce * sa, se)
    }

    func depth(_ x: Double, _ y: Double, _ z: Double) -> Double {
        x * toward.0 + y * toward.1 + z * toward.2
    }

    func callAsFunction(_ x: Double, _ y: Double, _ z: Double) -> Point {
        Point(
            middle.x + scale * (x * right.0 + y * right.1 + z * right.2),
            middle.y - scale * (x * up.0 + y * up.1 + z * up.2))
    }

    /// Makes the cube as large as a box has room for.
    mutating func fit(_ box: Rect) {
        var (low, high) = (Point(.infinity, .infinity), Point(-.infinity, -.infinity))
        for x in [-1.0, 1] {
            for y in [-1.0, 1] {
                for z in [-Self.half, Self.half] {
                    let at = self(x, y, z)
                    low = Point(min(low.x, at.x), min(low.y, at.y))
                    high = Point(max(high.x, at.x), max(high.y, at.y))
                }
            }
        }
        scale = max(1, min(box.width / (high.x - low.x), box.height / (high.y - low.y)))
        middle = Point(
            box.midX - scale * (low.x + high.x) / 2, box.midY - scale * (low.y + high.y) / 2)
    }
}

extension DrawContext {
    /// The surface as a picture between the far walls and the axes, which stay vectors.
    func marks(_ surface: SurfaceArtist) throws(PlotError) -> [Mark] {
        let style = layout.style
        var view = SpaceView(azimuth: surface.azimuth, elevation: surface.elevation)
        let label = style.tick * 4.2
        // Names stand beyond the numbers on the right, where the axes' box ends.
        let widths = [layout.axes.x.label, layout.axes.y.label].compactMap { $0 }
            .map { TextMeasure.width(TextMeasure.clean($0), size: style.label) }
        let right = max(label * 0.6, 0.9 * (widths.max() ?? 0))
        view.fit(
            Rect(
                x: box.x + label, y: box.y + 6, width: max(40, box.width - label - right),
                height: max(40, box.height - style.tick * 3.4)))
        let limits = [surface.x, surface.y, surface.z.values].map {
            values -> (low: Double, high: Double) in
            let extent = Numerics.extent(values) ?? (0, 1)
            return extent.low < extent.high ? extent : (extent.low - 0.5, extent.high + 0.5)
        }
        func share(_ value: Double, _ axis: Int) -> Double {
            let reach = axis == 2 ? SpaceView.half : 1
            return ((value - limits[axis].low) / (limits[axis].high - limits[axis].low) * 2 - 1)
                * reach
        }
        let (sx, sy) = (view.toward.0 >= 0 ? 1.0 : -1, view.toward.1 >= 0 ? 1.0 : -1)
        let floor = view.toward.2 >= 0 ? -SpaceView.half : SpaceView.half
        let ticks = limits.map {
            LinearTicks(low: $0.low, high: $0.high, intervals: 4)?.ticks ?? []
        }
        var marks = walls(view, ticks, share, sx, sy, floor)
        marks.append(try picture(surface, view, limits, share))
        if !surface.path.isEmpty {
            var path = PathMark(stroke: Stroke(.color(RGBA(0xd1242f)), width: 2, roundCaps: true))
            let places = surface.path.map { view(share($0.x, 0), share($0.y, 1), share($0.z, 2)) }
            path.add(places.filter { $0.x.isFinite && $0.y.isFinite })
            marks.append(.path(path))
            for (place, color) in [(places.first, RGBA(0xffffff)), (places.last, RGBA(0xd1242f))] {
                guard let place else { continue }
                var dot = PointsMark(
                    points: [place], marker: .circle, size: 9, paint: .color(color))
                dot.edge = Stroke(.color(RGBA(0x111111)), width: 1)
                marks.append(.points(dot))
            }
        }
        return marks + names(view, ticks, share, sx, sy, floor)
    }

    private func walls(
        _ view: SpaceView, _ ticks: [[Tick]], _ share: (Double, Int) -> Double, _ sx: Double,
        _ sy: Double,
        _ floor: Double
    ) -> [Mark] {
        let h = SpaceView.half
        var grid = PathMark(stroke: Stroke(.grid, width: 1))
        for tick in ticks[0] {
            let x = share(tick.value, 0)
            grid.add([view(x, sy, floor), view(x, -sy, floor), view(x, -sy, -floor)])
        }
        for tick in ticks[1] {
            let y = share(tick.value, 1)
            grid.add([view(sx, y, floor), view(-sx, y, floor), view(-sx, y, -floor)])
        }
        for tick in ticks[2] {
            let z = share(tick.value, 2)
            grid.add([view(sx, -sy, z), view(-sx, -sy, z), view(-sx, sy, z)])
        }
        var frame = PathMark(stroke: Stroke(.axis, width: 1))
        frame.add([view(-sx, sy, floor), view(sx, sy, floor), view(sx, -sy, floor)])
        frame.add([view(-sx, sy, floor), view(-sx, -sy, floor), view(sx, -sy, floor)])
        frame.add([
            view(-sx, sy, -h), view(-sx, sy, h), view(-sx, -sy, h), view(sx, -sy, h),
            view(sx, -sy, -h),
        ])
        frame.add([view(-sx, -sy, -h), view(-sx, -sy, h)])
        return (grid.points.isEmpty ? [] : [.path(grid)]) + [.path(frame)]
    }

    /// Numbers along the three edges, and the axes' names.
    private func names(
        _ view: SpaceView, _ ticks: [[Tick]], _ share: (Double, Int) -> Double, _ sx: Double,
        _ sy: Double,
        _ floor: Double
    ) -> [Mark] {
        let size = layout.style.tick * 0.92
        var marks: [Mark] = []
        let center = view(0, 0, 0)
        func outward(_ at: Point, _ distance: Double) -> Point {
            let length = max(1, Numerics.hypot(at.x - center.x, at.y - center.y))
            return Point(
                at.x + (at.x - center.x) / length * distance,
                at.y + (at.y - center.y) / length * distance)
        }
        func write(_ text: String, _ at: Point, _ anchor: TextAnchor, muted: Bool) {
            var mark = TextMark(
                text: text, at: Point(at.x, at.y + size * 0.36),
                size: muted ? size : layout.style.label, anchor: anchor)
            if muted { mark.paint = .muted }
            // The whole text stays on the page's side of the box.
            let area = mark.box
            if area.x < box.x - 2 { mark.at.x += box.x - 2 - area.x }
            if area.right > box.right + 2 { mark.at.x -= area.right - box.right - 2 }
            mark.isData = true
            marks.append(.text(mark))
        }
        func anchor(_ at: Point) -> TextAnchor {
            at.x < center.x - 12 ? .end : at.x > center.x + 12 ? .start : .middle
        }
        for tick in ticks[0] where abs(share(tick.value, 0)) < 0.94 {
            let at = outward(view(share(tick.value, 0), sy, floor), 11)
            write(tick.label, at, anchor(at), muted: true)
        }
        for tick in ticks[1] where abs(share(tick.value, 1)) < 0.94 {
            let at = outward(view(sx, share(tick.value, 1), floor), 11)
            write(tick.label, at, anchor(at), muted: true)
        }
        // The upright edge on the left.
        let left = view(sx, -sy, 0).x < view(-sx, sy, 0).x ? (sx, -sy) : (-sx, sy)
        for tick in ticks[2] {
            let at = view(left.0, left.1, share(tick.value, 2))
            write(tick.label, Point(at.x - 6, at.y), .end, muted: true)
        }
        // Names stand beyond the widest number.
        func beyond(_ axis: Int) -> Double {
            24 + (ticks[axis].map { TextMeasure.width($0.label, size: size) }.max() ?? 0)
        }
        if let name = layout.axes.x.label {
            let at = outward(view(0, sy, floor), beyond(0))
            write(TextMeasure.clean(name), at, anchor(at), muted: false)
        }
        if let name = layout.axes.y.label {
            let at = outward(view(sx, 0, floor), beyond(1))
            write(TextMeasure.clean(name), at, anchor(at), muted: false)
        }
        return marks
    }

    /// The grid's cells as triangles in a picture of twice the page's resolution, the nearest on top; each
    /// pixel is the map's colour of its height, lighter where the surface turns to the light.
    private func picture(
        _ surface: SurfaceArtist, _ view: SpaceView, _ limits: [(low: Double, high: Double)],
        _ share: (Double, Int) -> Double
    ) throws(PlotError) -> Mark {
        let zoom = 2.0
        let scale = try ColorScale(map: surface.colormap, low: limits[2].low, high: limits[2].high)
        let (w, h) = (max(1, Int(box.width * zoom)), max(1, Int(box.height * zoom)))
        var nearest = [Float](repeating: -.infinity, count: w * h)
        var bytes = [UInt8](repeating: 0, count: w * h * 4)
        struct Corner {
            var x: Double
            var y: Double
            var depth: Double
            var z: Double
            var shade: Double
        }
        let z = surface.z
        let columns = z.columns
        // Light from above, the left and the front.
        let light = (
            view.toward.0 * 0.35 - view.right.0 * 0.45,
            view.toward.1 * 0.35 - view.right.1 * 0.45, 0.85
        )
        let strength = (light.0 * light.0 + light.1 * light.1 + light.2 * light.2).squareRoot()
        // How steep the surface is along a line of the grid: between the neighbours that there are.
        func slope(_ low: Int, _ high: Int, _ height: (Int) -> Double, _ place: (Int) -> Double) -> Double {
            let rise = (height(high) - height(low)) / (place(high) - place(low))
            return rise.isFinite ? rise : 0
        }
        func shade(_ row: Int, _ column: Int) -> Double {
            let east = slope(
                max(0, column - 1), min(columns - 1, column + 1), { share(z[row, $0], 2) }, { share(surface.x[$0], 0) })
            let north = slope(
                max(0, row - 1), min(z.rows - 1, row + 1), { share(z[$0, column], 2) }, { share(surface.y[$0], 1) })
            let length = (east * east + north * north + 1).squareRoot()
            return 0.55 + 0.45 * max(0, (light.2 - east * light.0 - north * light.1) / (length * strength))
        }
        var corners: [Corner] = []
        corners.reserveCapacity(z.values.count)
        for row in 0..<z.rows {
            for column in 0..<columns {
                let (a, b, c) = (
                    share(surface.x[column], 0), share(surface.y[row], 1), share(z[row, column], 2)
                )
                let at = view(a, b, c)
                corners.append(
                    Corner(
                        x: (at.x - box.x) * zoom, y: (at.y - box.y) * zoom,
                        depth: view.depth(a, b, c), z: z[row, column], shade: shade(row, column)))
            }
        }
        func triangle(_ a: Corner, _ b: Corner, _ c: Corner) {
            guard a.x.isFinite, b.x.isFinite, c.x.isFinite, a.y.isFinite, b.y.isFinite, c.y.isFinite
            else { return }
            let area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
            guard abs(area) > 1e-9 else { return }
            let (top, bottom) = (
                max(0, Int(min(a.y, b.y, c.y))), min(h - 1, Int(max(a.y, b.y, c.y)) + 1)
            )
            let (first, last) = (
                max(0, Int(min(a.x, b.x, c.x))), min(w - 1, Int(max(a.x, b.x, c.x)) + 1)
            )
            guard top <= bottom, first <= last else { return }
            for row in top...bottom {
                let py = Double(row) + 0.5
                for column in first...last {
                    let px = Double(column) + 0.5
                    let p = ((b.x - px) * (c.y - py) - (b.y - py) * (c.x - px)) / area
                    let q = ((c.x - px) * (a.y - py) - (c.y - py) * (a.x - px)) / area
                    let r = 1 - p - q
                    guard p >= -0.0005, q >= -0.0005, r >= -0.0005 else { continue }
                    let depth = Float(p * a.depth + q * b.depth + r * c.depth)
                    let at = row * w + column
                    guard depth > nearest[at] else { continue }
                    nearest[at] = depth
                    let color = scale.color(p * a.z + q * b.z + r * c.z) ?? Ink.missing
                    let shade = p * a.shade + q * b.shade + r * c.shade
                    bytes[at * 4] = UInt8(Double(color.red) * shade)
                    bytes[at * 4 + 1] = UInt8(Double(color.green) * shade)
                    bytes[at * 4 + 2] = UInt8(Double(color.blue) * shade)
                    bytes[at * 4 + 3] = 255
                }
            }
        }
        for row in 0..<(z.rows - 1) {
            for column in 0..<(columns - 1) {
                let (a, b) = (corners[row * columns + column], corners[row * columns + column + 1])
                let (c, d) = (
                    corners[(row + 1) * columns + column + 1], corners[(row + 1) * columns + column]
                )
                triangle(a, b, c)
                triangle(a, c, d)
            }
        }
        let png = PNGEncoder().encodeShaded(rows: h, columns: w, bytes)
        return .picture(
            PictureMark(
                rect: Rect(x: box.x, y: box.y, width: Double(w) / zoom, height: Double(h) / zoom),
                png: png, crisp: false))
    }
}

extension PNGEncoder {
    /// RGBA bytes of many shades with colours rounded to a palette of 255 and transparent: a quarter of
    /// the bytes, and no difference that is seen.
    func encodeShaded(rows: Int, columns: Int, _ bytes: [UInt8]) -> [UInt8] {
        var counts = [Int](repeating: 0, count: 1 << 18)
        func key(_ at: Int) -> Int {
            Int(bytes[at] >> 2) << 12 | Int(bytes[at + 1] >> 2) << 6 | Int(bytes[at + 2] >> 2)
        }
        for at in stride(from: 0, to: bytes.count, by: 4) where bytes[at + 3] > 0 { counts[key(at)] += 1 }
        let boxes = ColorBox.cut(counts, into: 255)
        var entries = [UInt8](repeating: 0, count: counts.count)
        for (index, box) in boxes.enumerated() {
            for key in box.keys { entries[key] = UInt8(index + 1) }
        }
        var indices = [UInt8](repeating: 0, count: rows * columns)
        for pixel in indices.indices where bytes[pixel * 4 + 3] > 0 { indices[pixel] = entries[key(pixel * 4)] }
        return encode(width: columns, height: rows, indices: indices, palette: [0] + boxes.map { $0.mean(counts) })
    }
}
