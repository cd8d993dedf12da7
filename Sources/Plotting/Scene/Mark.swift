/// How an outline is drawn.
package struct Stroke: Sendable, Equatable {
    package var paint: Paint
    package var width: Double
    /// Dash and gap lengths in pixels.
    package var dash: [Double] = []
    package var opacity = 1.0
    package var roundCaps = false

    init(
        _ paint: Paint, width: Double, dash: [Double] = [], opacity: Double = 1,
        roundCaps: Bool = false
    ) {
        self.paint = paint
        self.width = width
        self.dash = dash
        self.opacity = opacity
        self.roundCaps = roundCaps
    }
}

/// How an area is filled.
package struct Fill: Sendable, Equatable {
    package var paint: Paint
    package var opacity = 1.0

    init(_ paint: Paint, opacity: Double = 1) {
        self.paint = paint
        self.opacity = opacity
    }
}

/// Which part of the text its position is.
package enum TextAnchor: Sendable {
    case start, middle, end
}

/// One line of text on its base line.
package struct TextMark: Sendable, Equatable {
    package var text: String
    package var at: Point
    package var size: Double
    package var anchor: TextAnchor = .start
    package var face: FontFace = .regular
    package var paint: Paint = .text
    /// Degrees anticlockwise about the position.
    package var rotation = 0.0
    /// The whole text, where `text` was cut.
    package var full: String?
    /// Text of cells and notes may lie on data; the rest must be clear of other text.
    package var isData = false

    package var width: Double { TextMeasure.width(text, size: size, face: face) }

    /// The corners of the line's box.
    package var corners: [Point] {
        let left: Double
        switch anchor {
        case .start: left = 0
        case .middle: left = -width / 2
        case .end: left = -width
        }
        let angle = -rotation * .pi / 180
        let cosine = Numerics.cosine(angle)
        let sine = Numerics.sine(angle)
        let top = -size * TextMeasure.ascent
        let bottom = size * TextMeasure.descent
        return [(left, top), (left + width, top), (left + width, bottom), (left, bottom)].map {
            Point(at.x + $0.0 * cosine - $0.1 * sine, at.y + $0.0 * sine + $0.1 * cosine)
        }
    }

    /// The upright box around the line.
    package var box: Rect {
        let points = corners
        let xs = points.map(\.x)
        let ys = points.map(\.y)
        let left = xs.min() ?? at.x
        let top = ys.min() ?? at.y
        return Rect(
            x: left, y: top, width: (xs.max() ?? left) - left, height: (ys.max() ?? top) - top)
    }
}

/// Lines of points: several runs, open or closed.
package struct PathMark: Sendable, Equatable {
    package var points: [Point] = []
    /// Where in `points` each run begins.
    package var starts: [Int] = []
    package var closed = false
    package var fill: Fill?
    package var stroke: Stroke?
    /// Upright areas are drawn without blur between pixels.
    package var crisp = false
    /// Digits after the point in the file.
    package var decimals = 1
    package var tooltip: String?
    /// Colours of a map keep their order, on a dark page too.
    package var keepsColor = false

    init(fill: Fill? = nil, stroke: Stroke? = nil, closed: Bool = false) {
        self.fill = fill
        self.stroke = stroke
        self.closed = closed
    }

    mutating func begin() {
        if starts.last != points.count { starts.append(points.count) }
    }

    /// A run of the points given.
    mutating func add(_ run: [Point]) {
        begin()
        points += run
    }

    /// An upright rectangle as a closed run.
    mutating func add(_ rect: Rect) {
        add([
            Point(rect.x, rect.y), Point(rect.right, rect.y), Point(rect.right, rect.bottom),
            Point(rect.x, rect.bottom),
        ])
    }
}

/// Points of one shape and colour.
package struct PointsMark: Sendable, Equatable {
    package var points: [Point]
    package var marker: Marker
    /// The diameter in pixels.
    package var size: Double
    package var paint: Paint
    package var opacity = 1.0
    package var edge: Stroke?
    /// One colour a point, in place of `paint`.
    package var colors: [RGBA] = []
    /// One diameter a point, in place of `size`.
    package var sizes: [Double] = []
}

/// A picture in a rectangle.
package struct PictureMark: Sendable, Equatable {
    package var rect: Rect
    package var png: [UInt8]
    package var opacity = 1.0
    /// Whether viewers should keep the pixels' edges.
    package var crisp = true
}

/// What marks belong to, for pages that answer the pointer.
package enum GroupRole: Sendable, Equatable {
    case series(Int)
    case legend(Int)
}

/// One thing on the page.
package enum Mark: Sendable, Equatable {
    case rect(Rect, fill: Fill?, stroke: Stroke?, radius: Double)
    case path(PathMark)
    case points(PointsMark)
    case text(TextMark)
    case picture(PictureMark)
    /// Marks shown only inside a rectangle.
    case clipped(Rect, [Mark])
    /// Marks of one series, or of its line in the legend.
    case group(GroupRole, [Mark])
    /// A place that shows a text with the pointer over it.
    case hit(Rect, String)
    /// Marks of one figure of an animation.
    case frame(FrameTime, [Mark])
}

extension Mark {
    /// Whether it is a group without marks.
    var isEmptyGroup: Bool {
        if case .group(_, let marks) = self { return marks.isEmpty }
        return false
    }
}

/// A figure as marks on a page: what the writers read.
package struct Scene: Sendable {
    package var width: Double
    package var height: Double
    package var marks: [Mark] = []
    package var title = ""
    package var summary = ""
    package var warnings: [String] = []
    /// The colours of all that is not data.
    var theme = Theme.light

    /// All text, clipped text included.
    package var texts: [TextMark] {
        func collect(_ marks: [Mark]) -> [TextMark] {
            marks.flatMap { mark -> [TextMark] in
                switch mark {
                case .text(let text): return [text]
                case .clipped(_, let inner), .group(_, let inner), .frame(_, let inner):
                    return collect(inner)
                default: return []
                }
            }
        }
        return collect(marks)
    }

    mutating func line(_ a: Point, _ b: Point, _ stroke: Stroke) {
        var path = PathMark(stroke: stroke)
        path.add([a, b])
        marks.append(.path(path))
    }
}
