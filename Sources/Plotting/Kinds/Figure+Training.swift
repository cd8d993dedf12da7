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
    /// Adds a colour bar where points take their colours from values.
    package func explainingColors() throws(PlotError) -> Figure {
        if axes.hasScatterValues { try axes.addColorbar() }
        return self
    }

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
            axes.setXLabel("epoch").setYLabel(group.name.spacedOut)
            if group.members.count > 1 { try axes.setLegend() }
        }
        for axes in figure.axesList.dropFirst(groups.count) { axes.isRemoved = true }
        return figure
    }

    /// An empty figure of that size or width, in that style.
    package static func make(
        figsize: (Double, Double)?, width: FigureWidth?, style: FigureStyle?
    ) throws(PlotError) -> Figure {
        let figure = try make(size: FigureWidth.inches(figsize, width))
        if let style { try figure.setStyle(style) }
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
