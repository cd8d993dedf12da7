extension DrawContext {
    /// Places with a text for the pointer, on the points of an artist that have room for one each.
    func hits(_ artist: Artist) -> [Mark] {
        guard layout.style.isInteractive else { return [] }
        let most = 2000
        func spot(_ at: Point, _ text: String) -> Mark? {
            guard isVisible(at) else { return nil }
            return .hit(Rect(x: at.x - 4, y: at.y - 4, width: 8, height: 8), text)
        }
        func text(_ label: String?, _ x: Double, _ y: Double) -> String {
            let name = label.map { TextMeasure.clean($0) + "\n" } ?? ""
            return name + "\(Self.name(x, layout.xSpec)), \(Self.name(y, layout.ySpec))"
        }
        switch artist {
        case .line(let line) where line.x.count <= most:
            return line.x.indices.compactMap {
                spot(Point(x(line.x[$0]), y(line.y[$0])), text(line.label, line.x[$0], line.y[$0]))
            }
        case .scatter(let scatter) where scatter.x.count <= most:
            return scatter.x.indices.compactMap { index in
                let value =
                    scatter.values.map { ": " + NumberText.short($0[index], digits: 5) } ?? ""
                return spot(
                    Point(x(scatter.x[index]), y(scatter.y[index])),
                    text(scatter.label, scatter.x[index], scatter.y[index]) + value)
            }
        case .bars(let bars) where bars.tops.count <= most:
            return zip(rects(bars), bars.tops.indices).compactMap { rect, index in
                guard let rect else { return nil }
                let middle = (bars.starts[index] + bars.ends[index]) / 2
                let spec = bars.horizontal ? layout.ySpec : layout.xSpec
                let name = bars.label.map { $0 + "\n" } ?? ""
                let place =
                    bars.touching
                    ? "\(NumberText.short(bars.starts[index])) to \(NumberText.short(bars.ends[index]))"
                    : Self.name(middle, spec)
                return .hit(
                    rect,
                    name
                        + "\(place): \(NumberText.short(bars.tops[index] - bars.bases[index], digits: 5))"
                )
            }
        case .image(let image) where image.rows * image.columns <= most:
            guard case .values(let matrix, _, _, _) = image.content else { return [] }
            var marks: [Mark] = []
            let (left, right) = (x(image.extent.left), x(image.extent.right))
            let (top, bottom) = (y(image.extent.top), y(image.extent.bottom))
            let (w, h) = (
                (right - left) / Double(matrix.columns), (bottom - top) / Double(matrix.rows)
            )
            for row in 0..<matrix.rows {
                for column in 0..<matrix.columns {
                    let cell = Rect(
                        x: min(left + w * Double(column), left + w * Double(column + 1)),
                        y: min(top + h * Double(row), top + h * Double(row + 1)), width: abs(w),
                        height: abs(h))
                    let names = [
                        Self.name(Double(row), layout.ySpec),
                        Self.name(Double(column), layout.xSpec),
                    ]
                    marks.append(
                        .hit(
                            cell,
                            names.joined(separator: ", ") + ": "
                                + NumberText.short(matrix[row, column], digits: 5)))
                }
            }
            return marks
        default: return []
        }
    }

    /// A value along an axis in words: its name, its date, or the number.
    static func name(_ value: Double, _ spec: AxisSpec) -> String {
        if let index = Numerics.integer(value) {
            if spec.categories.indices.contains(index) { return spec.categories[index] }
            if let labels = spec.tickLabels, let ticks = spec.ticks,
                let place = ticks.firstIndex(of: value),
                labels.indices.contains(place)
            {
                return labels[place]
            }
        }
        if spec.scale.name == "date", value.isFinite {
            let date = Dates.civil(value)
            func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
            return "\(date.year)-\(two(date.month))-\(two(date.day))"
        }
        return NumberText.short(value, digits: 5)
    }
}
