internal import Language
internal import Learning
internal import NeuralNetworks
internal import Plotting
internal import Tensors

/// Points, pictures at points, and fields.
func declarePoints(_ drawing: Drawing) {
    drawing("scatter", "_ x: any PlotData, _ y: any PlotData, c: (any PlotData)? = nil, s: (any PlotData)? = nil, label: String? = nil, labels: [String]? = nil, color: Color? = nil, marker: Marker = .circle, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil, alpha: Double? = nil, edgecolor: Color? = nil, linewidth: Double? = nil, rasterize: Rasterize = .automatic", "Points; `c` colours them by class or by value.", "[0, 1, 2], [2, 1, 3], c: [0, 1, 0]", finish: { _ = try $0.explainingColors() }) { (axes: PlotAxes, x: PlotSource, y: PlotSource, c: PlotSource?, s: PlotSource?, label: String?, labels: [String]?, color: Color?, marker: Marker, colormap: Colormap?, vmin: Double?, vmax: Double?, alpha: Double?, edge: Color?, width: Double?, rasterize: Rasterize) in
        try axes.addScatter(x, y, c: c, s: s, label: label, labels: labels, color: color, marker: marker, colormap: colormap, vmin: vmin, vmax: vmax, alpha: alpha, edgecolor: edge, linewidth: width, rasterize: rasterize)
    }
    drawing("thumbnails", "_ x: any PlotData, _ y: any PlotData, _ images: any PlotData, size: Double = 28, colormap: Colormap = .gray", "Small pictures at places; `size` is their longer side in pixels.", "[0, 1], [1, 0], Tensor.ones(2, 4, 4)") { (axes: PlotAxes, x: PlotSource, y: PlotSource, images: PlotSource, size: Double, colormap: Colormap) in
        try axes.addThumbnails(x, y, images, size: size, colormap: colormap)
    }
    drawing("latentSpace", "_ z: any PlotData, labels: (any PlotData)? = nil, names: [String]? = nil, images: (any PlotData)? = nil, thumbnails: Int = 60, size: Double = 26", "Points of a latent space [n, 2], coloured by class, with some of their pictures.", "[[0.0, 1], [1, 0], [2, 2]], labels: [0, 1, 1], images: Tensor.ones(3, 4, 4)") { (axes: PlotAxes, z: PlotSource, labels: PlotSource?, names: [String]?, images: PlotSource?, count: Int, size: Double) in
        try axes.addLatentSpace(z, labels: labels, names: names, images: images, thumbnails: count, size: size)
    }
    drawing("quiver", "_ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData, scale: Double? = nil, color: Color? = nil, width: Double = 1.3, label: String? = nil", "An arrow along (u, v) at each place.", "[0, 1], [0, 1], [[1.0, 0], [0, 1]], [[0.0, 1], [1, 0]]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, u: PlotSource, v: PlotSource, scale: Double?, color: Color?, width: Double, label: String?) in
        try axes.addQuiver(x, y, u, v, scale: scale, color: color, width: width, label: label)
    }
    drawing("streamplot", "_ x: any PlotData, _ y: any PlotData, _ u: any PlotData, _ v: any PlotData, density: Double = 1, color: Color? = nil, linewidth: Double = 1.2", "Lines along a field that is given on a grid.", "[0, 1, 2], [0, 1], [[1.0, 1, 1], [1, 1, 1]], [[0.0, 1, 0], [0, 1, 0]]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, u: PlotSource, v: PlotSource, density: Double, color: Color?, width: Double) in
        try axes.addStream(x, y, u, v, density: density, color: color, linewidth: width)
    }
}

/// Bars and what shows how values are spread.
func declareBars(_ drawing: Drawing) {
    drawing("bar", "_ x: any PlotData, _ height: any PlotData, width thickness: Double = 0.8, bottom base: (any PlotData)? = nil, label: String? = nil, color: Color? = nil, yerr: (any PlotData)? = nil, capsize: Double = 3, values: Bool = false, alpha: Double = 1, edgecolor: Color? = nil, labels: [String] = [], stacked: Bool = false", "Bars over numbers or names; an array of series stands side by side, or on each other with `stacked`.", "[\"a\", \"b\"], [[3, 5], [2, 4]], labels: [\"train\", \"test\"]") { (axes: PlotAxes, x: PlotSource, lengths: PlotSource, thickness: Double, base: PlotSource?, label: String?, color: Color?, errors: PlotSource?, cap: Double, values: Bool, alpha: Double, edge: Color?, labels: [String], stacked: Bool) in
        try axes.addAnyBars(x, lengths, width: thickness, base: base, horizontal: false, label: label, color: color, errors: errors, capsize: cap, values: values, alpha: alpha, edgecolor: edge, labels: labels, stacked: stacked)
    }
    drawing("barh", "_ y: any PlotData, _ width: any PlotData, height thickness: Double = 0.8, left base: (any PlotData)? = nil, label: String? = nil, color: Color? = nil, xerr: (any PlotData)? = nil, capsize: Double = 3, values: Bool = false, alpha: Double = 1, edgecolor: Color? = nil, labels: [String] = [], stacked: Bool = false", "Bars over numbers or names; an array of series stands side by side, or on each other with `stacked`.", "[\"a\", \"b\"], [[3, 5], [2, 4]], labels: [\"train\", \"test\"]") { (axes: PlotAxes, x: PlotSource, lengths: PlotSource, thickness: Double, base: PlotSource?, label: String?, color: Color?, errors: PlotSource?, cap: Double, values: Bool, alpha: Double, edge: Color?, labels: [String], stacked: Bool) in
        try axes.addAnyBars(x, lengths, width: thickness, base: base, horizontal: true, label: label, color: color, errors: errors, capsize: cap, values: values, alpha: alpha, edgecolor: edge, labels: labels, stacked: stacked)
    }
    drawing("hist", "_ x: any PlotData, bins: Int? = nil, edges: [Double]? = nil, range: (Double, Double)? = nil, density: Bool = false, cumulative: Bool = false, stacked: Bool = false, label: String? = nil, labels: [String] = [], color: Color? = nil, alpha: Double? = nil, horizontal: Bool = false", "A histogram; an array of groups lies over each other, or on each other with `stacked`.", "[1.0, 2, 2, 3], bins: 3") { (axes: PlotAxes, x: PlotSource, bins: Int?, edges: [Double]?, range: CellTuple<Double, Double>?, density: Bool, cumulative: Bool, stacked: Bool, label: String?, labels: [String], color: Color?, alpha: Double?, horizontal: Bool) in
        try axes.addHistograms(x, bins: bins, edges: edges, range: range.map(pair), density: density, cumulative: cumulative, stacked: stacked, labels: labels, label: label, color: color, alpha: alpha, horizontal: horizontal)
    }
    drawing("hist2d", "_ x: any PlotData, _ y: any PlotData, bins: Int = 30, colormap: Colormap = .viridis", "How many points fall into each cell of a grid.", "[0.0, 1, 1], [0.0, 1, 2], bins: 2") { (axes: PlotAxes, x: PlotSource, y: PlotSource, bins: Int, colormap: Colormap) in
        try axes.addHistogram2D(x, y, bins: bins, colormap: colormap)
    }
    drawing("density", "_ x: any PlotData, labels: [String] = [], fill: Bool = true, color: Color? = nil", "The density of each group as a line (normal bells of Scott's width).", "[[1.0, 2, 2, 3], [2.0, 3, 5]], labels: [\"a\", \"b\"]") { (axes: PlotAxes, x: PlotSource, labels: [String], fill: Bool, color: Color?) in
        try axes.addDensity(x, labels: labels, fill: fill, color: color)
    }
    drawing("boxplot", "_ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.5, means: Bool = false, outliers: Bool = true, color: Color? = nil", "A box of quartiles for each group, whiskers within 1.5 interquartile ranges, and what lies beyond.", "[[1.0, 2, 3, 9], [2.0, 3, 4]], labels: [\"a\", \"b\"]") { (axes: PlotAxes, x: PlotSource, labels: [String]?, horizontal: Bool, width: Double, means: Bool, outliers: Bool, color: Color?) in
        try axes.addBoxes(x, labels: labels, horizontal: horizontal, width: width, means: means, outliers: outliers, color: color)
    }
    drawing("violinplot", "_ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.8, medians: Bool = true, color: Color? = nil", "The density of each group on both sides of a line.", "[[1.0, 2, 3, 9], [2.0, 3, 4]]") { (axes: PlotAxes, x: PlotSource, labels: [String]?, horizontal: Bool, width: Double, medians: Bool, color: Color?) in
        try axes.addViolins(x, labels: labels, horizontal: horizontal, width: width, medians: medians, color: color)
    }
    drawing("stripplot", "_ x: any PlotData, labels: [String]? = nil, horizontal: Bool = false, width: Double = 0.6, color: Color? = nil, alpha: Double = 0.7", "All points of each group, side by side where they crowd.", "[[1.0, 2, 2, 3], [2.0, 3, 4]]") { (axes: PlotAxes, x: PlotSource, labels: [String]?, horizontal: Bool, width: Double, color: Color?, alpha: Double) in
        try axes.addStrips(x, labels: labels, horizontal: horizontal, width: width, color: color, alpha: alpha)
    }
    drawing("pie", "_ values: any PlotData, labels: [String] = [], percentages: Bool = true, colors: [Color] = []", "Shares of a circle.", "[3, 2, 1], labels: [\"a\", \"b\", \"c\"]") { (axes: PlotAxes, values: PlotSource, labels: [String], percentages: Bool, colors: [Color]) in
        try axes.addPie(values, labels: labels, percentages: percentages, colors: colors)
    }
}
