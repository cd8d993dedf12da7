/// Words for a figure, written from its data, for readers who cannot see it.
struct FigureDescription {
    var title: String
    var summary: String

    init(_ layout: FigureLayout) {
        let shown = layout.cells.map(\.axes)
        let titles = shown.compactMap { $0.titleSpec?.text }.filter { !$0.isEmpty }
        let kinds = shown.compactMap(Self.kind)
        title =
            layout.figure.suptitleSpec?.text ?? titles.first ?? kinds.first.map(Self.capital)
            ?? "Figure"
        let sentences = layout.cells.compactMap { Self.sentence($0) }
        if sentences.isEmpty {
            summary = "empty axes"
        } else if sentences.count == 1 {
            summary = Self.capital(sentences[0])
        } else {
            summary =
                "\(sentences.count) axes: "
                + sentences.prefix(6).enumerated().map { "(\($0 + 1)) \($1)" }.joined(
                    separator: "; ")
                + (sentences.count > 6 ? "; …" : "")
        }
    }

    private static func capital(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    /// What most of the axes' content is.
    static func kind(_ axes: Axes) -> String? {
        // What lies over an image says more than the image.
        for case .shapes(let shapes) in axes.artists
        where ["detections", "segmentation"].contains(shapes.kind) { return shapes.kind }
        for artist in axes.artists {
            switch artist {
            case .grid: return "image grid"
            case .shapes(let shapes): return shapes.kind
            case .surface: return "surface"
            case .diagram(let diagram): return diagram.kind
            case .thumbnails: return "pictures"
            case .image(let image):
                if case .classes = image.content { return "decision regions" }
                return image.cellText.isEmpty ? "image" : "heat map"
            case .contour(let contour): return contour.filled ? "filled contours" : "contours"
            case .bars(let bars): return bars.touching ? "histogram" : "bar chart"
            case .scatter: return "scatter plot"
            case .line: return "line chart"
            default: continue
            }
        }
        return axes.artists.isEmpty ? nil : "chart"
    }

    private static func sentence(_ layout: AxesLayout) -> String? {
        let axes = layout.axes
        guard let kind = kind(axes) else { return nil }
        var parts: [String] = []
        var lines: [LineArtist] = []
        var points = 0
        var series = 0
        for artist in axes.artists {
            switch artist {
            case .line(let line):
                lines.append(line)
                points = max(points, line.x.count)
                series += 1
            case .scatter(let scatter):
                points += scatter.x.count
                series += 1
            case .bars(let bars):
                points = max(points, bars.tops.count)
                series += 1
            default: break
            }
        }
        var head = kind
        if let title = axes.titleSpec?.text, !title.isEmpty { head += " \"\(title)\"" }
        switch kind {
        case "line chart":
            parts.append(count(series, "series", "series"))
            parts.append(count(points, "point", "points"))
            let words = lines.prefix(4).compactMap { trend($0, axes) }
            let body = head + ", " + parts.joined(separator: ", ")
            return words.isEmpty ? body : body + "; " + words.joined(separator: "; ")
        case "scatter plot", "decision regions":
            parts.append(count(points, "point", "points"))
            let names = axes.artists.compactMap { artist -> String? in
                if case .scatter(let scatter) = artist { return scatter.label }
                return nil
            }
            if names.count > 1 {
                parts.append("classes " + names.prefix(10).joined(separator: ", "))
            }
        case "bar chart":
            parts.append(count(points, "bar", "bars"))
            if case .bars(let bars)? = axes.artists.first(where: {
                if case .bars = $0 { return true } else { return false }
            }),
                let high = bars.tops.indices.max(by: { bars.tops[$0] < bars.tops[$1] })
            {
                let names = bars.horizontal ? axes.y.categories : axes.x.categories
                let name = names.indices.contains(high) ? " (\(names[high]))" : ""
                parts.append("highest \(NumberText.short(bars.tops[high]))\(name)")
            }
        case "histogram":
            parts.append(count(series, "series", "series"))
            parts.append(count(points, "bin", "bins"))
        default:
            for artist in axes.artists {
                if case .image(let image) = artist {
                    parts.append("\(image.rows) × \(image.columns)")
                    if case .values(_, _, let low, let high) = image.content {
                        parts.append(
                            "values from \(NumberText.short(low)) to \(NumberText.short(high))")
                    }
                    break
                }
                if case .grid(let grid) = artist {
                    parts.append(count(grid.count, "picture", "pictures"))
                    parts.append("\(grid.rows) × \(grid.columns) each")
                    let wrong = grid.correct.count { !$0 }
                    if !grid.correct.isEmpty { parts.append("\(wrong) marked wrong") }
                    break
                }
                if case .contour(let contour) = artist {
                    parts.append(count(contour.levels.count, "level", "levels"))
                    break
                }
                if case .shapes(let shapes) = artist {
                    parts += words(shapes)
                    break
                }
                if case .thumbnails(let thumbnails) = artist {
                    parts.append(count(thumbnails.x.count, "picture", "pictures"))
                    break
                }
                if case .surface(let surface) = artist {
                    parts.append("\(surface.z.rows) × \(surface.z.columns)")
                    if let extent = Numerics.extent(surface.z.values) {
                        parts.append(
                            "from \(NumberText.short(extent.low)) to \(NumberText.short(extent.high))"
                        )
                    }
                    break
                }
                if case .diagram(let diagram) = artist {
                    let isTree = diagram.kind == "decision tree"
                    parts.append(
                        count(
                            diagram.nodes.count, isTree ? "node" : "layer",
                            isTree ? "nodes" : "layers"))
                    let names = diagram.nodes.prefix(12).compactMap(\.lines.first)
                    parts.append(
                        names.joined(separator: isTree ? ", " : " → ")
                            + (diagram.nodes.count > 12 ? ", …" : ""))
                    break
                }
            }
        }
        return ([head] + parts).joined(separator: ", ")
    }

    /// How many there are of what shapes stand for, and what is said of them.
    private static func words(_ shapes: ShapesArtist) -> [String] {
        let units = [
            "box plot": ("group", "groups"), "violin plot": ("group", "groups"),
            "strip plot": ("group", "groups"),
            "pie chart": ("part", "parts"), "quiver plot": ("arrow", "arrows"),
            "stream plot": ("line", "lines"),
            "stem plot": ("point", "points"), "detections": ("box", "boxes"),
            "lines": ("line", "lines"),
        ]
        guard let unit = units[shapes.kind] else { return [] }
        return [count(shapes.count, unit.0, unit.1)] + (shapes.summary.map { [$0] } ?? [])
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// Where a line begins and ends, and its lowest or highest place.
    private static func trend(_ line: LineArtist, _ axes: Axes) -> String? {
        let known = line.y.indices.filter { line.y[$0].isFinite && line.x[$0].isFinite }
        guard let first = known.first, let last = known.last, first != last else { return nil }
        let name = line.label ?? "the line"
        let (start, end) = (line.y[first], line.y[last])
        let word = end > start ? "rises" : end < start ? "falls" : "stays at"
        var text =
            end == start
            ? "\(name) begins and ends at \(NumberText.short(start))"
            : "\(name) \(word) from \(NumberText.short(start)) to \(NumberText.short(end))"
        let place = axes.x.label ?? "x"
        let extreme =
            end > start
            ? known.max { line.y[$0] < line.y[$1] } : known.min { line.y[$0] < line.y[$1] }
        if let extreme {
            text +=
                ", \(end > start ? "highest" : "lowest") at \(place) \(NumberText.short(line.x[extreme], digits: 4))"
        }
        return text
    }
}
