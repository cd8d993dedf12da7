/// What outlines and areas are painted with before the figure's colours are known.
enum ShapePaint: Equatable {
    case color(Color)
    case series(Int)
    case text, muted, axis, background
}

/// Areas and lines in data coordinates that share one look: boxes, violins, arrows, wedges.
struct ShapesArtist {
    /// Outlines that look the same and are written as one path.
    struct Group {
        var runs: [[Point]] = []
        var closed = false
        var fill: ShapePaint?
        var fillOpacity = 1.0
        var stroke: ShapePaint?
        /// In points.
        var width = 1.0
        var style = LineStyle.solid
        var opacity = 1.0
        /// Arrow heads at the end of each run, of that many pixels.
        var heads = 0.0
        /// Whether only the heads are drawn.
        var headsOnly = false
        var tooltip: String?
    }
    /// A name on a shape: white or near-black on the shape's colour, or plain text without one.
    struct Label {
        var text: String
        var at: Point
        var background: ShapePaint?
        /// Which point of the text lies there.
        var anchor = TextAnchor.start
        /// Pixels by which it is moved, down and right positive.
        var dx = 0.0
        var dy = 0.0
        var bold = false
        /// The shape that it lies on, which decides between white and near-black.
        var onShape: ShapePaint?
    }
    var kind: String
    var groups: [Group] = []
    var labels: [Label] = []
    var label: String?
    var layer = 3
    /// Where no margin is added to the data.
    var stickyX: [Double] = []
    var stickyY: [Double] = []
    /// How many things are drawn, for the description.
    var count = 0
    /// What the description says beyond the number.
    var summary: String?
}

/// Small pictures at places in data coordinates.
struct ThumbnailsArtist {
    var x: [Double]
    var y: [Double]
    var images: ImageGridArtist.Content
    var rows: Int
    var columns: Int
    /// The longer side on the page, in pixels.
    var size: Double
    /// The class of each, which colours its frame; empty for plain frames.
    var series: [Int] = []
}

/// A surface over a grid, seen from a corner and shaded.
struct SurfaceArtist {
    var x: [Double]
    var y: [Double]
    var z: Matrix
    var colormap: Colormap
    /// Degrees around the vertical and above the plane.
    var azimuth: Double
    var elevation: Double
    /// A path on the surface: x, y, z.
    var path: [(x: Double, y: Double, z: Double)] = []
    var zLabel: String?
}

/// Boxes with text and the lines between them: layers of a model, questions of a tree.
struct DiagramArtist {
    struct Node {
        /// The first line is bold.
        var lines: [String]
        /// The place of its middle, in pixels of the diagram.
        var center: Point
        var width: Double
        var height: Double
        /// The colour of its border and, thinned, of its area.
        var series: Int?
        /// How strongly the area is coloured, 0 to 1.
        var strength = 0.15
    }
    struct Edge {
        var from: Int
        var to: Int
        var text: String?
    }
    var kind: String
    var nodes: [Node]
    var edges: [Edge]
    /// The size of the whole in pixels.
    var width: Double
    var height: Double
    var textSize: Double
}
