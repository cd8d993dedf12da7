package import Learning
package import NeuralNetworks
package import Tensors

extension Figure {
    /// Pictures above and what a model made of them below, one column each.
    package static func reconstructions(
        _ originals: any PlotData, _ made: any PlotData, count: Int = 10, colormap: Colormap = .gray
    ) throws -> Figure {
        let first = try ImageStack(
            originals, "reconstructions", colormap: colormap, vmin: nil, vmax: nil)
        let second = try ImageStack(
            made, "reconstructions", colormap: colormap, vmin: nil, vmax: nil)
        guard first.rows == second.rows, first.columns == second.columns,
            first.count == second.count
        else {
            throw PlotError.shape(
                what: "reconstructions",
                expected:
                    "as many pictures of the originals' size, [\(first.count), \(first.rows), \(first.columns)]",
                given: [second.count, second.rows, second.columns])
        }
        guard count > 0 else {
            throw PlotError.badValue(what: "count", given: "\(count)", expected: "at least 1")
        }
        let shown = Array(0..<min(count, first.count))
        let figure = try Figure.make()
        let (above, below) = (first.picked(shown), second.picked(shown))
        var content = above.content
        switch (above.content, below.content) {
        case (
            .values(let a, let map, let low, let high),
            .values(let b, _, let otherLow, let otherHigh)
        ):
            content = .values(a + b, map, low: min(low, otherLow), high: max(high, otherHigh))
        case (.pixels(let a, let channels), .pixels(let b, let others)) where channels == others:
            content = .pixels(a + b, channels: channels)
        default:
            throw PlotError.badValue(
                what: "reconstructions", given: "pictures in gray and in colour",
                expected: "both of one kind")
        }
        var grid = ImageGridArtist(
            content: content, count: 2 * shown.count, rows: first.rows, columns: first.columns,
            titles: [], correct: [], gridColumns: shown.count)
        grid.rowNames = ["original", "made"]
        figure.axes.artists.append(.grid(grid))
        figure.axes.equalAspect = true
        figure.fitGrid()
        return figure
    }

    /// What a decoder makes of places in its latent space, the first two dimensions from −range to range
    /// and the others 0, as one picture.
    package static func traversal(
        latent: Int, steps: Int = 12, range: Double = 2, dimensions: (Int, Int) = (0, 1),
        colormap: Colormap = .gray, decode: (Tensor) throws -> Tensor
    ) throws -> Figure {
        guard latent >= 1, latent <= 100_000 else {
            throw PlotError.badValue(
                what: "latent", given: "\(latent)", expected: "the number of latent dimensions")
        }
        guard (2...40).contains(steps) else {
            throw PlotError.badValue(
                what: "steps", given: "\(steps)", expected: "a number from 2 to 40")
        }
        guard range > 0, range.isFinite else {
            throw PlotError.badValue(
                what: "range", given: "\(range)", expected: "a positive number")
        }
        for dimension in [dimensions.0, dimensions.1]
        where dimension < 0 || dimension >= latent && latent > 1 {
            throw PlotError.badValue(
                what: "dimensions", given: "\(dimensions)", expected: "two of 0 to \(latent - 1)")
        }
        let rows = latent > 1 ? steps : 1
        let places = (0..<steps).map { -range + 2 * range * Double($0) / Double(steps - 1) }
        var values = [Double](repeating: 0, count: rows * steps * latent)
        for row in 0..<rows {
            for column in 0..<steps {
                let at = (row * steps + column) * latent
                if latent > 1 { values[at + dimensions.1] = places[steps - 1 - row] }
                values[at + (latent > 1 ? dimensions.0 : 0)] = places[column]
            }
        }
        let made = try decode(
            Checked.tensor(values, shape: Shape([rows * steps, latent]), dtype: .float32))
        let stack = try ImageStack(
            try squared(made), "what the decoder gives", colormap: colormap, vmin: nil, vmax: nil)
        guard stack.count == rows * steps else {
            throw PlotError.shape(
                what: "the decoder", expected: "\(rows * steps) pictures", given: Array(made.shape))
        }
        // One picture without gaps, with the latent places along its sides.
        var pixels = [Double](repeating: 0, count: 0)
        let (h, w) = (stack.rows, stack.columns)
        let shape: [Int]
        switch stack.content {
        case .values(let all, _, _, _):
            pixels = [Double](repeating: 0, count: rows * h * steps * w)
            shape = [rows * h, steps * w]
            for index in 0..<(rows * steps) {
                for r in 0..<h {
                    for c in 0..<w {
                        pixels[((index / steps) * h + r) * steps * w + (index % steps) * w + c] =
                            all[(index * h + r) * w + c]
                    }
                }
            }
        case .pixels(let all, let channels):
            pixels = [Double](repeating: 0, count: rows * h * steps * w * channels)
            shape = [rows * h, steps * w, channels]
            for index in 0..<(rows * steps) {
                for r in 0..<h {
                    for c in 0..<(w * channels) {
                        pixels[
                            (((index / steps) * h + r) * steps * w + (index % steps) * w) * channels
                                + c] =
                            Double(all[(index * h + r) * w * channels + c]) / 255
                    }
                }
            }
        }
        let half = range / Double(steps - 1)
        let figure = try Figure.make(size: latent > 1 ? (6, 6) : (7.2, 1.7))
        figure.trims = true
        let ends = [
            -range - half, range + half, rows > 1 ? -range - half : 0,
            rows > 1 ? range + half : 2 * half * Double(h) / Double(w),
        ]
        try figure.axes.addImage(
            PlotArray(values: pixels, shape: shape), colormap: colormap, extent: ends)
        figure.axes.setNames(
            "z" + NumberText.subscripted(latent > 1 ? dimensions.0 + 1 : 1),
            rows > 1 ? "z" + NumberText.subscripted(dimensions.1 + 1) : nil)
        if rows == 1 { try figure.axes.setYTicks([Double](), [String]()) }
        figure.axes.x.wholeNumbers = false
        figure.axes.y.wholeNumbers = false
        return figure
    }

    /// Rows of a square number of pixels as pictures.
    private static func squared(_ made: Tensor) throws -> Tensor {
        guard made.rank == 2 else { return made }
        let side = Int(Double(made.shape[1]).squareRoot().rounded())
        guard side * side == made.shape[1], side > 1 else { return made }
        return try Checked.reshaped(made, [made.shape[0], side, side])
    }

    /// The channels of one example's activations, [rows, columns, channels] or a batch of which the first
    /// is taken, each stretched to its own range.
    package static func activationMaps(
        _ maps: any PlotData, most: Int = 64, colormap: Colormap = .viridis
    ) throws -> Figure {
        let array = try maps.plotArray()
        var shape = array.shape
        if shape.count == 4 { shape.removeFirst() }
        guard shape.count == 3, shape.allSatisfy({ $0 > 0 }), array.categories == nil else {
            if shape.count == 2, array.categories == nil, shape.allSatisfy({ $0 > 0 }) {
                // Units without places: examples down, units across.
                return try OneFigure.make {
                    try $0.addHeatmap(maps, colormap: colormap, annotate: false)
                    $0.setNames("unit", "example")
                    $0.equalAspect = false
                }
            }
            throw PlotError.shape(
                what: "activations",
                expected: "[rows, columns, channels], alone or in a batch, or [batch, units]",
                given: array.shape)
        }
        let count = min(max(1, most), shape[2])
        var channels: [Double] = []
        for channel in 0..<count {
            let values = (0..<(shape[0] * shape[1])).map { array.values[$0 * shape[2] + channel] }
            channels += stretched(values)
        }
        let figure = try imageGrid(
            PlotArray(values: channels, shape: [count, shape[0], shape[1]]),
            titles: count <= 32 ? (0..<count).map(String.init) : [], colormap: colormap)
        if count < shape[2] { figure.axes.notes.append("\(count) of \(shape[2]) channels shown") }
        return figure
    }

    /// Values spread over 0 to 1.
    private static func stretched(_ values: [Double]) -> [Double] {
        let extent = Numerics.extent(values) ?? (0, 1)
        guard extent.high > extent.low else { return values.map { $0.isNaN ? .nan : 0.5 } }
        return values.map { ($0 - extent.low) / (extent.high - extent.low) }
    }

    /// The filters of a convolution, [height, width, channels, filters]: in colour for three channels, else
    /// one row of pictures a filter for up to four channels, else the first channel of each.
    package static func filterGrid(
        _ weights: any PlotData, most: Int = 64, colormap: Colormap? = nil
    ) throws -> Figure {
        let array = try weights.plotArray()
        guard array.shape.count == 4, array.shape.allSatisfy({ $0 > 0 }), array.categories == nil
        else {
            throw PlotError.shape(
                what: "filters",
                expected: "a convolution's weights [height, width, channels, filters]",
                given: array.shape)
        }
        let (h, w, c, n) = (array.shape[0], array.shape[1], array.shape[2], array.shape[3])
        let count = min(max(1, most), n)
        func weight(_ row: Int, _ column: Int, _ channel: Int, _ filter: Int) -> Double {
            array.values[((row * w + column) * c + channel) * n + filter]
        }
        let figure: Figure
        if c == 3 {
            var pixels: [Double] = []
            for filter in 0..<count {
                var one: [Double] = []
                for row in 0..<h {
                    for column in 0..<w {
                        for channel in 0..<3 { one.append(weight(row, column, channel, filter)) }
                    }
                }
                pixels += stretched(one)
            }
            figure = try imageGrid(PlotArray(values: pixels, shape: [count, h, w, 3]))
        } else {
            // Signed weights around 0, all with one scale, so that filters compare.
            let shown = c <= 4 ? c : 1
            let all = Numerics.extent(array.values) ?? (-1, 1)
            let reach = max(abs(all.low), abs(all.high))
            var pixels: [Double] = []
            for channel in 0..<shown {
                for filter in 0..<count {
                    for row in 0..<h {
                        for column in 0..<w { pixels.append(weight(row, column, channel, filter)) }
                    }
                }
            }
            figure = try OneFigure.make { axes in
                try axes.addImageGrid(
                    PlotArray(values: pixels, shape: [shown * count, h, w]),
                    columns: shown > 1 ? min(count, 16) : nil,
                    colormap: colormap ?? Colormap("RdBu_r"), vmin: -reach, vmax: reach)
                axes.figure?.fitGrid()
                try axes.addColorbar(label: "weight")
            }
            if shown < c { figure.axes.notes.append("the first of \(c) channels shown") }
        }
        if count < n { figure.axes.notes.append("\(count) of \(n) filters shown") }
        return figure
    }

    /// The filters of a model's convolution: the layer itself, or the model's first.
    package static func filters(
        _ layer: any Layer, most: Int = 64, colormap: Colormap? = nil
    ) throws -> Figure {
        let walk = ModelWalk(layer)
        for named in walk.parameters
        where named.parameter.value.rank == 4 && named.path.split(separator: ".").last == "weight" {
            return try filterGrid(named.parameter.value, most: most, colormap: colormap)
        }
        throw PlotError.badValue(
            what: "filters' layer",
            given: walk.hasUnbuiltLayers
                ? "not called yet, so without weights" : "without a convolution",
            expected: "a Conv2D that has been called, or a model with one")
    }

    /// What comes out of a layer for an example.
    package static func activations(
        _ layer: any Layer, _ x: Tensor, most: Int = 64, colormap: Colormap = .viridis
    ) throws -> Figure {
        let made = try withLearningPhase(.inference) { try layer.call(x) }
        return try activationMaps(made, most: most, colormap: colormap)
    }

    /// Where each token looks, for each head: weights [heads, queries, keys], or of one head.
    package static func attentionMap(
        _ weights: any PlotData, tokens: [String]? = nil, colormap: Colormap = .viridis,
        annotate: Bool = false
    ) throws -> Figure {
        let array = try weights.plotArray()
        var shape = array.shape
        while shape.count > 2, shape.first == 1 { shape.removeFirst() }
        guard shape.count == 3 else {
            return try OneFigure.make {
                try $0.addAttention(weights, tokens: tokens, colormap: colormap, annotate: annotate)
            }
        }
        let columns = min(4, shape[0])
        let rows = (shape[0] + columns - 1) / columns
        guard rows <= 12 else {
            throw PlotError.shape(
                what: "attentionMap", expected: "at most 48 heads, [heads, queries, keys]",
                given: array.shape)
        }
        let figure = try Figure.make(
            rows: rows, columns: columns, size: (3 * Double(columns) + 0.4, 3 * Double(rows)))
        figure.trims = true
        let size = shape[1] * shape[2]
        let most = Numerics.extent(array.values)?.high ?? 1
        for head in 0..<(rows * columns) {
            let axes = try figure.axes(row: head / columns, column: head % columns)
            guard head < shape[0] else {
                axes.isRemoved = true
                continue
            }
            let part = PlotArray(
                values: Array(array.values[(head * size)..<((head + 1) * size)]),
                shape: [shape[1], shape[2]])
            try axes.addAttention(
                part, tokens: tokens, colormap: colormap, annotate: annotate, colorbar: false)
            axes.setNames(
                head / columns == rows - 1 ? "attended to" : nil,
                head % columns == 0 ? "token" : nil)
            if case .image(var image)? = axes.artists.first,
                case .values(let matrix, let map, _, _) = image.content
            {
                image.content = .values(matrix, map, low: 0, high: most)
                axes.artists[0] = .image(image)
            }
            try axes.setTitle("head \(head + 1)")
        }
        try figure.setSharedColorbar(label: "weight")
        return figure
    }
}

extension Axes {
    /// The names of both axes; nil leaves one without.
    func setNames(_ x: String?, _ y: String?) {
        self.x.label = x
        self.y.label = y
    }
}
