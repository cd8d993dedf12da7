extension Axes {
    /// Adds a picture: [rows, columns] of numbers through a colour map, or [rows, columns, 3 or 4] of
    /// colours, 0…255 in integers and 0…1 in floating point.
    @discardableResult
    package func addImage(
        _ data: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil,
        vmax: Double? = nil, extent: [Double]? = nil, origin: String = "upper",
        aspect: String? = nil, alpha: Double = 1, interpolation: String = "nearest"
    ) throws(PlotError) -> Axes {
        let array = try data.plotArray()
        var shape = array.shape
        while shape.count > 2, shape.first == 1 { shape.removeFirst() }
        if let name = array.categories?.first {
            throw .notNumbers(what: "imshow's data", example: name)
        }
        let rows: Int
        let columns: Int
        var content: ImageArtist.Content
        if shape.count == 3, shape[2] == 3 || shape[2] == 4 {
            (rows, columns) = (shape[0], shape[1])
            content = .pixels(
                rows: rows, columns: columns,
                Axes.bytes(array.values, channels: shape[2], integer: array.isInteger))
        } else {
            let drawn = PlotArray(values: array.values, shape: shape, isInteger: array.isInteger)
            let matrix = try Axes.imageMatrix(drawn, array.shape)
            (rows, columns) = (matrix.rows, matrix.columns)
            let map = colormap ?? .viridis
            _ = try map.colors()
            let limits = Numerics.extent(matrix.values) ?? (0, 1)
            content = .values(matrix, map, low: vmin ?? limits.low, high: vmax ?? limits.high)
        }
        guard rows > 0, columns > 0 else {
            throw .shape(what: "imshow", expected: "at least one pixel", given: array.shape)
        }
        guard origin == "upper" || origin == "lower" else {
            throw .unknownName(what: "origin", given: origin, known: ["upper", "lower"])
        }
        var place = Extent(
            left: -0.5, right: Double(columns) - 0.5, bottom: Double(rows) - 0.5, top: -0.5)
        if let extent {
            guard extent.count == 4, extent.allSatisfy(\.isFinite), extent[0] != extent[1],
                extent[2] != extent[3]
            else {
                throw .badValue(
                    what: "extent", given: "\(extent)",
                    expected: "[left, right, bottom, top], finite and not equal")
            }
            place = Extent(left: extent[0], right: extent[1], bottom: extent[2], top: extent[3])
        } else if origin == "lower" {
            place = Extent(
                left: -0.5, right: Double(columns) - 0.5, bottom: -0.5, top: Double(rows) - 0.5)
        }
        if origin == "lower" { content = Axes.flipped(content) }
        var image = ImageArtist(content: content, extent: place)
        image.opacity = try Validate.opacity(alpha)
        image.smooth = interpolation != "nearest" && interpolation != "none"
        if let aspect, aspect != "auto", aspect != "equal" {
            throw .unknownName(what: "aspect", given: aspect, known: ["equal", "auto"])
        }
        if equalAspect == nil || aspect != nil { equalAspect = aspect != "auto" }
        artists.append(.image(image))
        return self
    }

    static func imageMatrix(_ array: PlotArray, _ given: [Int]) throws(PlotError) -> Matrix {
        do {
            return try array.matrix("imshow")
        } catch {
            throw .shape(
                what: "imshow",
                expected: "[rows, columns] or [rows, columns, 3 or 4 colour channels]", given: given
            )
        }
    }

    /// Colours as RGBA bytes: integers are 0…255, floating point 0…1.
    static func bytes(_ values: [Double], channels: Int, integer: Bool) -> [UInt8] {
        let scale = integer ? 1.0 : 255.0
        var bytes = [UInt8](repeating: 255, count: values.count / channels * 4)
        var at = 0
        var from = 0
        while from + channels <= values.count {
            for channel in 0..<channels {
                let value = values[from + channel] * scale
                bytes[at + channel] = UInt8(max(0, min(255, value.isNaN ? 0 : value + 0.5)))
            }
            from += channels
            at += 4
        }
        return bytes
    }

    private static func flipped(_ content: ImageArtist.Content) -> ImageArtist.Content {
        func turn<Value>(_ values: [Value], _ rows: Int, _ stride: Int) -> [Value] {
            (0..<rows).reversed().flatMap { values[($0 * stride)..<(($0 + 1) * stride)] }
        }
        switch content {
        case .values(let matrix, let map, let low, let high):
            let values = turn(matrix.values, matrix.rows, matrix.columns)
            return .values(
                Matrix(rows: matrix.rows, columns: matrix.columns, values: values), map, low: low,
                high: high)
        case .pixels(let rows, let columns, let bytes):
            return .pixels(rows: rows, columns: columns, turn(bytes, rows, columns * 4))
        case .classes(let rows, let columns, let indices, let colors):
            return .classes(rows: rows, columns: columns, turn(indices, rows, columns), colors)
        }
    }

    /// Adds a heat map: a matrix with the value written in each cell while the cells are few enough,
    /// names along the axes, and a colour bar.
    ///
    /// Data on both sides of zero is shown with a diverging map centred on 0.
    @discardableResult
    package func addHeatmap(
        _ data: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil,
        vmax: Double? = nil, rowLabels: [String]? = nil, columnLabels: [String]? = nil,
        annotate: Bool? = nil, decimals: Int? = nil, colorbar showsBar: Bool = true
    ) throws(PlotError) -> Axes {
        let array = try data.plotArray()
        let matrix = try array.matrix("heatmap")
        guard matrix.rows > 0, matrix.columns > 0 else {
            throw .shape(what: "heatmap", expected: "at least one cell", given: array.shape)
        }
        let limits = Numerics.extent(matrix.values) ?? (0, 1)
        var low = vmin ?? limits.low
        var high = vmax ?? limits.high
        var map = colormap ?? .viridis
        if colormap == nil, low < 0, high > 0 {
            map = Colormap("RdBu_r")
            if vmin == nil, vmax == nil {
                high = max(-low, high)
                low = -high
            }
        }
        _ = try map.colors()
        var image = ImageArtist(
            content: .values(matrix, map, low: low, high: high),
            extent: Extent(
                left: -0.5, right: Double(matrix.columns) - 0.5, bottom: Double(matrix.rows) - 0.5,
                top: -0.5))
        if annotate ?? (matrix.rows * matrix.columns <= 400 && matrix.columns <= 20) {
            let places = decimals ?? Axes.cellDecimals(matrix.values)
            image.cellText = matrix.values.map {
                places < 0 ? NumberText.short($0) : NumberText.fixed($0, decimals: places)
            }
        }
        try setCellNames(rowLabels, count: matrix.rows, \.y, "rowLabels")
        try setCellNames(columnLabels, count: matrix.columns, \.x, "columnLabels")
        if equalAspect == nil { equalAspect = rowLabels == nil && columnLabels == nil }
        artists.append(.image(image))
        if showsBar { colorbarSpec = ColorbarSpec(artist: artists.count - 1) }
        return self
    }

    private func setCellNames(
        _ names: [String]?, count: Int, _ axis: ReferenceWritableKeyPath<Axes, AxisSpec>,
        _ what: String
    ) throws(PlotError) {
        guard let names else { return }
        guard names.count == count else {
            throw .lengthMismatch(
                what: "heatmap", first: "the data", count: count, second: what,
                otherCount: names.count)
        }
        self[keyPath: axis].ticks = (0..<count).map(Double.init)
        self[keyPath: axis].tickLabels = names
    }

    /// Decimals for cells: none for whole numbers, else two; −1 for numbers that need exponents.
    static func cellDecimals(_ values: [Double]) -> Int {
        let largest = values.filter(\.isFinite).map { abs($0) }.max() ?? 0
        if values.allSatisfy({ !$0.isFinite || Numerics.integer($0) != nil }), largest < 1e6 {
            return 0
        }
        if largest >= 1000 || (largest < 0.01 && largest > 0) { return -1 }
        return largest >= 100 ? 1 : 2
    }

    /// Adds the confusion matrix: rows are what is true, columns what was predicted.
    ///
    /// The colour of a cell is its share of its row, so that classes of different sizes compare;
    /// the text is the count, or the share with `normalize`.
    @discardableResult
    package func addConfusionMatrix(
        _ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil,
        normalize: Bool = false, colormap: Colormap = .blues
    ) throws(PlotError) -> Axes {
        let counts = try ConfusionCounts(truth, predicted, labels: labels)
        _ = try colormap.colors()
        let size = counts.names.count
        var shares = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            let total = counts.cells[(row * size)..<((row + 1) * size)].reduce(0, +)
            for column in 0..<size where total > 0 {
                shares[row * size + column] =
                    Double(counts.cells[row * size + column]) / Double(total)
            }
        }
        var image = ImageArtist(
            content: .values(
                Matrix(rows: size, columns: size, values: shares), colormap, low: 0, high: 1),
            extent: Extent(
                left: -0.5, right: Double(size) - 0.5, bottom: Double(size) - 0.5, top: -0.5))
        if size <= 40 {
            image.cellText =
                normalize
                ? shares.map { NumberText.fixed($0, decimals: 2) }
                : counts.cells.map { NumberText.decimal($0, exponent: 0, decimals: 0) }
        }
        x.ticks = (0..<size).map(Double.init)
        y.ticks = x.ticks
        x.tickLabels = counts.names
        y.tickLabels = counts.names
        if x.label == nil { x.label = "predicted" }
        if y.label == nil { y.label = "true" }
        equalAspect = true
        artists.append(.image(image))
        colorbarSpec = ColorbarSpec(label: "share of the true class", artist: artists.count - 1)
        return self
    }
}

/// How often each class was taken for each.
struct ConfusionCounts {
    var names: [String]
    var cells: [Int]

    init(
        _ truth: any PlotData, _ predicted: any PlotData, labels: [String]?
    ) throws(PlotError) {
        let left = try truth.plotArray()
        let right = try predicted.plotArray()
        let rows = try left.row("truth")
        let columns = try right.row("predicted")
        try Axes.check("confusionMatrix", rows, columns, "truth", "predicted")
        if let leftNames = left.categories, let rightNames = right.categories {
            let names = labels ?? Set(leftNames + rightNames).sorted()
            var index: [String: Int] = [:]
            for (position, name) in names.enumerated() { index[name] = position }
            self.names = names
            cells = [Int](repeating: 0, count: names.count * names.count)
            for (a, b) in zip(leftNames, rightNames) {
                guard let row = index[a], let column = index[b] else {
                    throw .unknownName(
                        what: "class", given: index[a] == nil ? a : b, known: names)
                }
                cells[row * names.count + column] += 1
            }
            return
        }
        if let name = left.categories?.first ?? right.categories?.first {
            throw .notNumbers(
                what: "truth and predicted, where one of them is numbers,", example: name)
        }
        var largest = (labels?.count ?? 1) - 1
        for value in rows + columns {
            guard let index = Numerics.integer(value), (0..<1000).contains(index) else {
                throw .badValue(
                    what: "a class", given: NumberText.short(value),
                    expected: "a whole number from 0 to 999, or a name")
            }
            largest = max(largest, index)
        }
        let size = largest + 1
        if let labels, labels.count < size {
            throw .lengthMismatch(
                what: "confusionMatrix", first: "labels", count: labels.count,
                second: "the classes found", otherCount: size)
        }
        names = labels ?? (0..<size).map(String.init)
        cells = [Int](repeating: 0, count: size * size)
        for (a, b) in zip(rows, columns) { cells[Int(a) * size + Int(b)] += 1 }
    }
}
