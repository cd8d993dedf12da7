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
    /// Names of the rows, left of them.
    var rowNames: [String] = []
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
