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

    /// What lies below is drawn first; equal layers keep the order of the calls.
    var layer: Int {
        switch self {
        case .image, .grid: return 0
        case .contour(let contour): return contour.filled ? 0 : 3
        case .rule(let rule): return rule.end != nil ? 1 : 3
        case .band: return 1
        case .bars: return 2
        case .line, .scatter: return 4
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
        case .image, .grid, .contour, .note: return nil
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

/// Where an image lies: its borders in data coordinates.
struct Extent: Equatable {
    var left: Double
    var right: Double
    var bottom: Double
    var top: Double
}

struct ImageArtist {
    enum Content {
        /// Numbers that a colour map turns into colours.
        case values(Matrix, Colormap, low: Double, high: Double)
        /// Finished colours, 4 bytes a pixel.
        case pixels(rows: Int, columns: Int, [UInt8])
        /// Classes: an index into the colours given.
        case classes(rows: Int, columns: Int, [UInt8], [RGBA])
    }
    var content: Content
    var extent: Extent
    var opacity = 1.0
    /// Text for each cell, row by row.
    var cellText: [String] = []
    /// A name for each cell to show with the pointer over it.
    var smooth = false

    var rows: Int {
        switch content {
        case .values(let matrix, _, _, _): return matrix.rows
        case .pixels(let rows, _, _), .classes(let rows, _, _, _): return rows
        }
    }

    var columns: Int {
        switch content {
        case .values(let matrix, _, _, _): return matrix.columns
        case .pixels(_, let columns, _), .classes(_, let columns, _, _): return columns
        }
    }
}

struct ImageGridArtist {
    enum Content {
        case values([Double], Colormap, low: Double, high: Double)
        /// 0…255, 3 or 4 channels.
        case pixels([UInt8], channels: Int)
    }
    var content: Content
    var count: Int
    var rows: Int
    var columns: Int
    var titles: [String]
    var correct: [Bool]
    var gridColumns: Int
}

struct ContourArtist {
    var x: [Double]
    var y: [Double]
    var z: Matrix
    var levels: [Double]
    var filled: Bool
    var colormap: Colormap
    var colors: [Color]
    var style: LineStyle
    var width: Double
    var opacity: Double
    var labelled = false
}

struct NoteArtist {
    var text: String
    var x: Double
    var y: Double
    /// Where an arrow ends, in data coordinates.
    var target: (x: Double, y: Double)?
    var size: Double?
    var color: Color?
    var horizontal: String
    var vertical: String
    var rotation: Double
    /// Whether x and y are shares of the axes, not data.
    var inAxes = false
    var bold = false
}
