extension Axes {
    /// The rows and columns of a picture: [rows, columns], or with channels, one of a batch of one.
    private func pictureSize(_ image: any PlotData, _ what: String) throws(PlotError) -> (
        rows: Int, columns: Int
    ) {
        let array = try image.plotArray()
        var shape = array.shape
        while shape.count > 2, shape.first == 1 { shape.removeFirst() }
        guard shape.count == 2 || shape.count == 3 else {
            throw .shape(
                what: what, expected: "an image [rows, columns] or [rows, columns, channels]",
                given: array.shape)
        }
        return (shape[0], shape[1])
    }

    private func addBase(_ image: any PlotData) throws(PlotError) {
        try addImage(image, colormap: .gray)
        x.hidden = true
    }

    /// Adds an image with a map of the same place laid over it, such as a saliency or a class activation:
    /// the more, the less of the image is seen through.
    @discardableResult
    package func addHeatOverlay(
        _ image: any PlotData, _ map: any PlotData, alpha: Double = 0.6,
        colormap: Colormap = .inferno
    ) throws(PlotError) -> Axes {
        let size = try pictureSize(image, "heatOverlay")
        let matrix = try map.plotArray().matrix("heatOverlay's map")
        let colors = try colormap.colors()
        let opacity = try Validate.opacity(alpha)
        try addBase(image)
        let extent = Numerics.extent(matrix.values) ?? (0, 1)
        // Smoothly as large as the image, where the map is coarser.
        let (rows, columns) = (max(size.rows, matrix.rows), max(size.columns, matrix.columns))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(rows * columns * 4)
        for row in 0..<rows {
            let v = (Double(row) + 0.5) / Double(rows) * Double(matrix.rows) - 0.5
            for column in 0..<columns {
                let u = (Double(column) + 0.5) / Double(columns) * Double(matrix.columns) - 0.5
                let value = matrix.between(v, u)
                let share =
                    extent.high > extent.low ? (value - extent.low) / (extent.high - extent.low) : 0
                let known = share.isFinite ? max(0, min(1, share)) : 0
                let color = colors[min(255, Int(known * 256))]
                bytes += [
                    color.red, color.green, color.blue, UInt8(255 * opacity * known.squareRoot()),
                ]
            }
        }
        var over = ImageArtist(
            content: .pixels(rows: rows, columns: columns, bytes),
            extent: Extent(
                left: -0.5, right: Double(size.columns) - 0.5, bottom: Double(size.rows) - 0.5,
                top: -0.5))
        over.smooth = true
        artists.append(.image(over))
        return self
    }

    /// Adds an image with boxes around what was found: each box left, top, right, bottom in pixels, its
    /// class and score on a chip.
    @discardableResult
    package func addDetections(
        _ image: any PlotData, _ boxes: any PlotData, labels: [String] = [],
        scores: (any PlotData)? = nil, classes: (any PlotData)? = nil
    ) throws(PlotError) -> Axes {
        _ = try pictureSize(image, "detections")
        let array = try boxes.plotArray()
        guard array.values.isEmpty || array.shape.last == 4 else {
            throw .shape(
                what: "detections", expected: "boxes of left, top, right and bottom, [n, 4]",
                given: array.shape)
        }
        let count = array.values.count / 4
        let given = try scores?.plotArray().numbers("scores")
        let kinds = try classes?.plotArray().row("classes")
        for (name, size) in [("scores", given?.count), ("classes", kinds?.count)] {
            if let size, size != count {
                throw .lengthMismatch(
                    what: "detections", first: "boxes", count: count, second: name, otherCount: size
                )
            }
        }
        if kinds == nil, !labels.isEmpty, labels.count != count {
            throw .lengthMismatch(
                what: "detections", first: "boxes", count: count, second: "labels",
                otherCount: labels.count)
        }
        try addBase(image)
        var found = ShapesArtist(kind: "detections", layer: 5)
        found.count = count
        var known: [String: Int] = [:]
        for index in 0..<count {
            let box = Array(array.values[(index * 4)..<(index * 4 + 4)])
            guard box.allSatisfy(\.isFinite) else { continue }
            var name = ""
            if let kinds {
                let kind = Int(kinds[index].isFinite ? max(-1, min(1e6, kinds[index])) : -1)
                name = labels.indices.contains(kind) ? labels[kind] : String(kind)
            } else if !labels.isEmpty {
                name = labels[index]
            }
            let series =
                known[name]
                ?? {
                    let next = nextSeries()
                    known[name] = next
                    return next
                }()
            var group = ShapesArtist.Group(closed: true, stroke: .series(series))
            group.width = 1.6
            group.runs = [
                [
                    Point(box[0] - 0.5, box[1] - 0.5), Point(box[2] - 0.5, box[1] - 0.5),
                    Point(box[2] - 0.5, box[3] - 0.5), Point(box[0] - 0.5, box[3] - 0.5),
                ]
            ]
            group.tooltip = name.isEmpty ? nil : name
            found.groups.append(group)
            var words = name
            if let given {
                words += (words.isEmpty ? "" : " ") + NumberText.fixed(given[index], decimals: 2)
            }
            if !words.isEmpty {
                found.labels.append(
                    ShapesArtist.Label(
                        text: words, at: Point(box[0] - 0.5, box[1] - 0.5),
                        background: .series(series)))
            }
        }
        artists.append(.shapes(found))
        return self
    }

    /// Adds an image with the class of each pixel laid over it in a colour, 0 left clear, and the classes
    /// in a legend.
    @discardableResult
    package func addSegmentation(
        _ image: any PlotData, _ mask: any PlotData, labels: [String] = [], alpha: Double = 0.5
    ) throws(PlotError) -> Axes {
        let size = try pictureSize(image, "segmentation")
        let matrix = try mask.plotArray().matrix("segmentation's mask")
        guard matrix.rows == size.rows, matrix.columns == size.columns else {
            throw .shape(
                what: "segmentation's mask",
                expected: "the image's [\(size.rows), \(size.columns)]",
                given: [matrix.rows, matrix.columns])
        }
        let isSoft =
            matrix.values.contains { $0 != $0.rounded() }
            && matrix.values.allSatisfy { $0 >= 0 && $0 <= 1 }
        var highest = 0
        let classes = try matrix.values.map { value throws(PlotError) -> UInt8 in
            let kind = isSoft ? (value >= 0.5 ? 1 : 0) : value
            guard kind >= 0, kind < 200, kind == kind.rounded() else {
                throw .badValue(
                    what: "a class of the mask", given: NumberText.short(kind),
                    expected: "a whole number from 0 to 199")
            }
            highest = max(highest, Int(kind))
            return UInt8(kind)
        }
        let opacity = try Validate.opacity(alpha)
        try addBase(image)
        let palette = Palette(seriesCount: highest)
        var colors = [RGBA(0, alpha: 0)]
        for kind in 0..<highest { colors.append(palette.color(kind).faded(opacity)) }
        seriesCount = max(seriesCount, highest)
        artists.append(
            .image(
                ImageArtist(
                    content: .classes(rows: size.rows, columns: size.columns, classes, colors),
                    extent: Extent(
                        left: -0.5, right: Double(size.columns) - 0.5,
                        bottom: Double(size.rows) - 0.5, top: -0.5))))
        guard !labels.isEmpty else { return self }
        for kind in 1..<max(1, highest + 1) where labels.indices.contains(kind) {
            var key = ShapesArtist(kind: "segmentation")
            key.groups = [ShapesArtist.Group(closed: true, fill: .series(kind - 1))]
            key.label = labels[kind]
            artists.append(.shapes(key))
        }
        legendSpec = LegendSpec(location: .outside)
        return self
    }

    /// Adds points with their small pictures: where a model puts what it saw.
    ///
    /// At most `thumbnails` pictures are shown, spread so that few lie on each other.
    @discardableResult
    package func addLatentSpace(
        _ z: any PlotData, labels classes: (any PlotData)? = nil, names: [String]? = nil,
        images: (any PlotData)? = nil, thumbnails most: Int = 60, size: Double = 26
    ) throws(PlotError) -> Axes {
        let array = try z.plotArray()
        guard array.shape.count == 2, array.shape[1] >= 2, array.categories == nil else {
            throw .shape(
                what: "latentSpace", expected: "points of two numbers, [n, 2]", given: array.shape)
        }
        let columns = array.shape[1]
        let xs = (0..<array.shape[0]).map { array.values[$0 * columns] }
        let ys = (0..<array.shape[0]).map { array.values[$0 * columns + 1] }
        if columns > 2 { notes.append("the first 2 of \(columns) dimensions are shown") }
        try addScatter(xs, ys, c: classes, labels: names, alpha: images == nil ? nil : 0.55)
        x.wholeNumbers = false
        y.wholeNumbers = false
        if x.label == nil { x.label = "z₁" }
        if y.label == nil { y.label = "z₂" }
        if let spec = legendSpec, spec.location == .best { legendSpec?.location = .outside }
        guard let images else { return self }
        let stack = try ImageStack(
            images, "latentSpace's images", colormap: .gray, vmin: nil, vmax: nil)
        guard stack.count == xs.count else {
            throw .lengthMismatch(
                what: "latentSpace", first: "points", count: xs.count, second: "images",
                otherCount: stack.count)
        }
        let ex = Numerics.extent(xs) ?? (0, 1)
        let ey = Numerics.extent(ys) ?? (0, 1)
        let (w, h) = (max(ex.high - ex.low, 1e-300), max(ey.high - ey.low, 1e-300))
        // The first point of each cell of a grid that has about as many cells as pictures are wanted.
        let side = max(1, Int((Double(max(1, most)) * 1.6).squareRoot()))
        var filled = Set<Int>()
        var shown: [Int] = []
        for index in xs.indices where xs[index].isFinite && ys[index].isFinite && shown.count < most
        {
            let cell =
                Int((xs[index] - ex.low) / w * Double(side)) * 1000
                + Int((ys[index] - ey.low) / h * Double(side))
            if filled.insert(cell).inserted { shown.append(index) }
        }
        let known =
            try classes.map { data throws(PlotError) -> PointClasses? in
                let array = try data.plotArray()
                return PointClasses(try array.row("labels"), array, names)
            } ?? nil
        artists.append(
            .thumbnails(
                ThumbnailsArtist(
                    x: shown.map { xs[$0] }, y: shown.map { ys[$0] },
                    images: stack.picked(shown).content,
                    rows: stack.rows, columns: stack.columns, size: size,
                    series: known.map { known in shown.map { max(0, known.indices[$0]) } } ?? [])))
        return self
    }

    /// Adds small pictures at places.
    @discardableResult
    package func addThumbnails(
        _ x: any PlotData, _ y: any PlotData, _ images: any PlotData, size: Double = 28,
        colormap: Colormap = .gray
    ) throws(PlotError) -> Axes {
        let xs = try values(x, on: \.x, "x")
        let ys = try values(y, on: \.y, "y")
        try Axes.check("thumbnails", xs, ys)
        let stack = try ImageStack(
            images, "thumbnails' images", colormap: colormap, vmin: nil, vmax: nil)
        guard stack.count == xs.count else {
            throw .lengthMismatch(
                what: "thumbnails", first: "x", count: xs.count, second: "images",
                otherCount: stack.count)
        }
        guard size >= 4, size <= 400 else {
            throw .badValue(what: "size", given: "\(size)", expected: "pixels from 4 to 400")
        }
        artists.append(
            .thumbnails(
                ThumbnailsArtist(
                    x: xs, y: ys, images: stack.content, rows: stack.rows, columns: stack.columns,
                    size: size)))
        return self
    }
}

extension Matrix {
    /// The value at broken indices, between its four neighbours, the border's beyond it.
    func between(_ row: Double, _ column: Double) -> Double {
        let v = max(0, min(Double(rows - 1), row))
        let u = max(0, min(Double(columns - 1), column))
        let (r, c) = (Int(v), Int(u))
        let (nextR, nextC) = (min(r + 1, rows - 1), min(c + 1, columns - 1))
        let (a, b) = (v - Double(r), u - Double(c))
        return (self[r, c] * (1 - b) + self[r, nextC] * b) * (1 - a)
            + (self[nextR, c] * (1 - b) + self[nextR, nextC] * b) * a
    }
}
