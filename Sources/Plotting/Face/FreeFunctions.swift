/// A figure with one thing drawn in it, for the functions that make one in a call.
enum OneFigure {
    static func make(
        size: (Double, Double)? = nil, _ draw: (Axes) throws -> Void
    ) throws -> Figure {
        let figure = try Figure.make(size: size)
        try draw(figure.axes)
        return figure
    }
}

/// A figure with a line through the points: `plot(x, y, label: "sine").title("Waves")`.
public func plot(
    _ x: any PlotData, _ y: any PlotData, _ format: String = "", label: String? = nil,
    color: Color? = nil, linestyle: LineStyle? = nil, linewidth: Double? = nil,
    marker: Marker? = nil, markersize: Double? = nil
) -> Figure {
    plain {
        try OneFigure.make {
            try $0.addLine(
                x, y, format: format, label: label, color: color, linestyle: linestyle,
                linewidth: linewidth, marker: marker, markersize: markersize)
        }
    }
}

/// A figure with a line through values at 0, 1, 2, ….
public func plot(
    _ y: any PlotData, _ format: String = "", label: String? = nil, color: Color? = nil
) -> Figure {
    plain {
        try OneFigure.make { try $0.addLine(nil, y, format: format, label: label, color: color) }
    }
}

/// A figure with points; `c` colours them by class or by value.
public func scatter(
    _ x: any PlotData, _ y: any PlotData, c: (any PlotData)? = nil, s: (any PlotData)? = nil,
    label: String? = nil, labels: [String]? = nil, color: Color? = nil, marker: Marker = .circle,
    colormap: Colormap? = nil, alpha: Double? = nil, rasterize: Rasterize = .automatic
) -> Figure {
    plain {
        try OneFigure.make { axes in
            try axes.addScatter(
                x, y, c: c, s: s, label: label, labels: labels, color: color, marker: marker,
                colormap: colormap, alpha: alpha, rasterize: rasterize)
            if axes.hasScatterValues { try axes.addColorbar() }
        }
    }
}

/// A figure with upright bars over numbers or names.
public func bar(
    _ x: any PlotData, _ height: any PlotData, width: Double = 0.8, label: String? = nil,
    color: Color? = nil, yerr: (any PlotData)? = nil, values: Bool = false
) -> Figure {
    plain {
        try OneFigure.make {
            try $0.addBars(
                x, height, width: width, label: label, color: color, yerr: yerr, values: values)
        }
    }
}

/// A figure with lying bars beside numbers or names.
public func barh(
    _ y: any PlotData, _ width: any PlotData, height: Double = 0.8, label: String? = nil,
    color: Color? = nil, xerr: (any PlotData)? = nil, values: Bool = false
) -> Figure {
    plain {
        try OneFigure.make {
            try $0.addBars(
                y, width, width: height, horizontal: true, label: label, color: color, yerr: xerr,
                values: values)
        }
    }
}

/// A figure with the histogram of values.
public func hist(
    _ x: any PlotData, bins: Int? = nil, range: (Double, Double)? = nil, density: Bool = false,
    label: String? = nil, color: Color? = nil
) -> Figure {
    plain {
        try OneFigure.make {
            try $0.addHistogram(
                x, bins: bins, range: range, density: density, label: label, color: color)
        }
    }
}

/// A figure with a picture: [rows, columns] through a colour map, or [rows, columns, 3 or 4] of colours.
public func imshow(
    _ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
    colorbar: Bool = false
) -> Figure {
    plain {
        try OneFigure.make { axes in
            try axes.addImage(x, colormap: colormap, vmin: vmin, vmax: vmax)
            if colorbar { try axes.addColorbar() }
        }
    }
}

/// A figure with a grid of pictures, [n, rows, columns] or [n, rows, columns, channels].
///
/// Titles stand above the pictures, green where `correct` is true, red and bold where it is not.
public func imageGrid(
    _ images: any PlotData, titles: [String] = [], correct: [Bool] = [], columns: Int? = nil,
    colormap: Colormap = .gray
) -> Figure {
    plain {
        try Figure.imageGrid(
            images, titles: titles, correct: correct, columns: columns, colormap: colormap)
    }
}

/// A figure with a matrix as colours, the value in each cell and a colour bar.
///
/// Data on both sides of zero is shown with a diverging map centred on 0, unless a map is given.
public func heatmap(
    _ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil,
    rowLabels: [String]? = nil, columnLabels: [String]? = nil, annotate: Bool? = nil,
    decimals: Int? = nil, colorbar: Bool = true
) -> Figure {
    plain {
        try OneFigure.make {
            try $0.addHeatmap(
                x, colormap: colormap, vmin: vmin, vmax: vmax, rowLabels: rowLabels,
                columnLabels: columnLabels, annotate: annotate, decimals: decimals,
                colorbar: colorbar)
        }
    }
}

/// A figure with the confusion matrix: rows are what is true, columns what was predicted.
public func confusionMatrix(
    _ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil,
    normalize: Bool = false, colormap: Colormap = .blues
) -> Figure {
    plain {
        try Figure.confusionMatrix(
            truth, predicted, labels: labels, normalize: normalize, colormap: colormap)
    }
}

/// A figure with the regions a model decides for and the points it learnt from.
///
/// `predict` gets k points, two numbers each in one array, and gives k classes.
public func decisionRegions(
    _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil,
    classes: ([[Double]]) throws -> [Double]
) -> Figure {
    plain {
        try Figure.decisionRegions(x, y, resolution: resolution, labels: labels) { flat, count in
            try classes((0..<count).map { [flat[2 * $0], flat[2 * $0 + 1]] })
        }
    }
}

/// A figure of rows and columns of axes: `let (figure, axes) = subplots(2, 3)`.
public func subplots(
    _ rows: Int, _ columns: Int, figsize: (Double, Double)? = nil
) -> (figure: Figure, axes: AxesGrid) {
    let figure = plain { try Figure.make(rows: rows, columns: columns, size: figsize) }
    return (figure, AxesGrid(figure: figure))
}

extension Axes {
    /// Whether something drawn takes its colours from values.
    var hasScatterValues: Bool {
        artists.contains {
            if case .scatter(let scatter) = $0 { return scatter.values != nil }
            return false
        }
    }
}

extension Figure {
    /// See the function of this name.
    package static func imageGrid(
        _ images: any PlotData, titles: [String] = [], correct: [Bool] = [], columns: Int? = nil,
        colormap: Colormap = .gray
    ) throws -> Figure {
        try OneFigure.make { axes in
            try axes.addImageGrid(
                images, titles: titles, correct: correct, columns: columns, colormap: colormap)
            axes.figure?.fitGrid()
        }
    }

    /// See the function of this name.
    package static func confusionMatrix(
        _ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil,
        normalize: Bool = false, colormap: Colormap = .blues
    ) throws -> Figure {
        try OneFigure.make {
            try $0.addConfusionMatrix(
                truth, predicted, labels: labels, normalize: normalize, colormap: colormap)
        }
    }

    /// See the function of this name.
    package static func decisionRegions(
        _ x: any PlotData, _ y: any PlotData, resolution: Int = 200, labels: [String]? = nil,
        classes: (_ points: [Double], _ count: Int) throws -> [Double]
    ) throws -> Figure {
        try OneFigure.make {
            try $0.addDecisionRegions(
                x, y, resolution: resolution, labels: labels, classes: classes)
        }
    }

    /// Named lists of numbers over 1, 2, 3, …, such as the history of a training.
    ///
    /// A name and the same name after `val_` share axes, "loss" first; each other quantity has its own.
    package static func history(
        _ series: [(name: String, values: [Double])], epochs: [Int]? = nil
    ) throws -> Figure {
        var groups: [(name: String, members: [(name: String, values: [Double])])] = []
        for entry in series {
            let base = entry.name.hasPrefix("val_") ? String(entry.name.dropFirst(4)) : entry.name
            if let index = groups.firstIndex(where: { $0.name == base }) {
                groups[index].members.append(entry)
            } else {
                groups.append((base, [entry]))
            }
        }
        guard !groups.isEmpty else { return try Figure.make() }
        let columns = min(groups.count, 3)
        let rows = (groups.count + columns - 1) / columns
        let size: (Double, Double)? =
            groups.count == 1 ? nil : (4.6 * Double(columns), 3.5 * Double(rows))
        let figure = try Figure.make(rows: rows, columns: columns, size: size)
        for (index, group) in groups.enumerated() {
            let axes = try figure.axes(row: index / columns, column: index % columns)
            for member in group.members {
                let isValidation = member.name.hasPrefix("val_")
                let count = member.values.count
                // A series that began late ends with the last epoch.
                let numbers =
                    epochs.map { Array($0.suffix(count)) } ?? member.values.indices.map { $0 + 1 }
                let few = count <= 30
                try axes.addLine(
                    numbers, member.values, label: isValidation ? "validation" : "training",
                    marker: few ? .point : nil, markersize: 6)
            }
            axes.xlabel("epoch").ylabel(group.name.spacedOut)
            if group.members.count > 1 { try axes.setLegend() }
        }
        for axes in figure.axesList.dropFirst(groups.count) { axes.isRemoved = true }
        return figure
    }

    /// Gives a grid of pictures the height that its rows need.
    func fitGrid() {
        guard trims, case .grid(let grid)? = axes.artists.first else { return }
        let lines = Double((grid.count + grid.gridColumns - 1) / grid.gridColumns)
        let columns = Double(grid.gridColumns)
        let title = grid.titles.isEmpty ? 6.0 : 24
        let width = min(720, max(columns * 64, min(columns * 96, 640)))
        let cell = (width - 24) / columns
        let height = lines * (cell * Double(grid.rows) / Double(grid.columns) + title) + 34
        inches = (width: width / 100, height: min(14, max(0.8, height / 100)))
    }
}

extension String {
    /// `top_k` as `top k`.
    var spacedOut: String { String(map { $0 == "_" ? " " : $0 }) }
}
