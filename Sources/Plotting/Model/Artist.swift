/// One thing that axes draw, as a description in data coordinates.
enum Artist {
    case line(LineArtist)
    case scatter(ScatterArtist)
    case bars(BarsArtist)
    case band(BandArtist)
    case errors(ErrorArtist)
    case rule(RuleArtist)
    case image(ImageArtist)
    case grid(ImageGridArtist)
    case contour(ContourArtist)
    case note(NoteArtist)
    case shapes(ShapesArtist)
    case thumbnails(ThumbnailsArtist)
    case surface(SurfaceArtist)
    case diagram(DiagramArtist)

    /// What lies below is drawn first; equal layers keep the order of the calls.
    var layer: Int {
        switch self {
        case .image, .grid, .surface, .diagram: return 0
        case .contour(let contour): return contour.filled ? 0 : 3
        case .rule(let rule): return rule.end != nil ? 1 : 3
        case .band: return 1
        case .bars: return 2
        case .line, .scatter: return 4
        case .shapes(let shapes): return shapes.layer
        case .thumbnails: return 4
        case .errors: return 5
        case .note: return 6
        }
    }

    var label: String? {
        switch self {
        case .line(let line): return line.label
        case .scatter(let scatter): return scatter.label
        case .bars(let bars): return bars.label
        case .band(let band): return band.label
        case .errors(let errors): return errors.label
        case .rule(let rule): return rule.label
        case .shapes(let shapes): return shapes.label
        case .image, .grid, .contour, .note, .thumbnails, .surface, .diagram: return nil
        }
    }
}

/// How a line goes from point to point.
enum DrawStyle {
    case direct, stepsBefore, stepsMiddle, stepsAfter
}

struct LineArtist {
    var x: [Double]
    var y: [Double]
    var label: String?
    var color: Color?
    var style: LineStyle?
    var width: Double?
    var marker: Marker?
    var markerSize: Double?
    var opacity = 1.0
    var drawStyle = DrawStyle.direct
    /// The number of the series that gives colour and dash, for lines without a colour of their own.
    var series = 0
}

struct ScatterArtist {
    var x: [Double]
    var y: [Double]
    var label: String?
    var color: Color?
    /// Values that a colour map turns into colours.
    var values: [Double]?
    var colormap: Colormap = .viridis
    var limits: (low: Double, high: Double)?
    /// Areas in matplotlib's square points, one or one for each point.
    var sizes: [Double]
    var marker: Marker = .circle
    var opacity = 1.0
    var edge: Color?
    var edgeWidth: Double?
    /// Filled with the page's colour, light or dark, so that only the edge tells it from the page.
    var hollow = false
    var rasterize = Rasterize.automatic
    var series = 0
}

struct BarsArtist {
    /// The lower and upper end across the bars, in data units.
    var starts: [Double]
    var ends: [Double]
    /// Where each bar begins and ends along its length.
    var bases: [Double]
    var tops: [Double]
    var horizontal = false
    var label: String?
    var color: Color?
    var colors: [Color] = []
    var edge: Color?
    var opacity = 1.0
    /// Bars of a histogram touch, so that they are one outline.
    var touching = false
    var valueLabels: [String] = []
    /// Values stand in the middle of their bars, for bars that lie on each other.
    var valuesInside = false
    var series = 0
}

struct BandArtist {
    /// The shared coordinate, and the two borders of the band over it.
    var along: [Double]
    var low: [Double]
    var high: [Double]
    var horizontal = false
    var label: String?
    var color: Color?
    var opacity: Double
    var series = 0
}

struct ErrorArtist {
    var x: [Double]
    var y: [Double]
    /// Lengths below and above (left and right) of each point.
    var yLow: [Double]
    var yHigh: [Double]
    var xLow: [Double]
    var xHigh: [Double]
    var capSize: Double
    var label: String?
    var color: Color?
    var width: Double
    /// Bars on bars are drawn in the text's colour.
    var onBars = false
    var series = 0
}

struct RuleArtist {
    var vertical: Bool
    var position: Double
    /// The other end, for a span.
    var end: Double?
    var label: String?
    var color: Color?
    var style: LineStyle
    var width: Double
    var opacity = 1.0
}
