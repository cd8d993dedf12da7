internal import Language
internal import Learning
internal import NeuralNetworks
internal import Plotting
internal import Tensors

/// What lies on a grid.
func declareGrids(_ drawing: Drawing) {
    drawing("imshow", "_ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil, extent: [Double]? = nil, origin: String = \"upper\", aspect: String? = nil, alpha: Double = 1, interpolation: String = \"nearest\"", "A matrix, or red, green and blue, as an image.", "[[0.0, 1], [1, 0]]") { (axes: PlotAxes, x: PlotSource, colormap: Colormap?, vmin: Double?, vmax: Double?, extent: [Double]?, origin: String, aspect: String?, alpha: Double, interpolation: String) in
        try axes.addImage(x, colormap: colormap, vmin: vmin, vmax: vmax, extent: extent, origin: origin, aspect: aspect, alpha: alpha, interpolation: interpolation)
    }
    drawing("heatmap", "_ x: any PlotData, colormap: Colormap? = nil, vmin: Double? = nil, vmax: Double? = nil, rowLabels: [String]? = nil, columnLabels: [String]? = nil, annotate: Bool? = nil, decimals: Int? = nil, colorbar: Bool = true", "A matrix as coloured cells with their values.", "[[0.0, 1], [1, 0.5]]") { (axes: PlotAxes, x: PlotSource, colormap: Colormap?, vmin: Double?, vmax: Double?, rows: [String]?, columns: [String]?, annotate: Bool?, decimals: Int?, bar: Bool) in
        try axes.addHeatmap(x, colormap: colormap, vmin: vmin, vmax: vmax, rowLabels: rows, columnLabels: columns, annotate: annotate, decimals: decimals, colorbar: bar)
    }
    drawing("contour", "_ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil, colormap: Colormap = .viridis, colors: [Color] = [], linewidth: Double? = nil, linestyle: LineStyle = .solid, alpha: Double = 1", "Lines of equal height.", "[0.0, 1, 2], [0.0, 1], [[0.0, 1, 2], [1, 2, 3]]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, z: PlotSource, levels: [Double]?, colormap: Colormap, colors: [Color], width: Double?, style: LineStyle, alpha: Double) in
        try axes.addContour(x, y, z, levels: levels, filled: false, colormap: colormap, colors: colors, linewidth: width, linestyle: style, alpha: alpha)
    }
    drawing("contourf", "_ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: [Double]? = nil, colormap: Colormap = .viridis, alpha: Double = 1", "Areas between heights.", "[0.0, 1, 2], [0.0, 1], [[0.0, 1, 2], [1, 2, 3]]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, z: PlotSource, levels: [Double]?, colormap: Colormap, alpha: Double) in
        try axes.addContour(x, y, z, levels: levels, filled: true, colormap: colormap, alpha: alpha)
    }
    drawing("contour", "_ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: Int, colormap: Colormap = .viridis, colors: [Color] = [], linewidth: Double? = nil, linestyle: LineStyle = .solid, alpha: Double = 1", "Lines of about so many equal heights, at round values.", "[0.0, 1, 2], [0.0, 1], [[0.0, 1, 2], [1, 2, 3]], levels: 4") { (axes: PlotAxes, x: PlotSource, y: PlotSource, z: PlotSource, levels: Int, colormap: Colormap, colors: [Color], width: Double?, style: LineStyle, alpha: Double) in
        try axes.addContour(x, y, z, count: levels, filled: false, colormap: colormap, colors: colors, linewidth: width, linestyle: style, alpha: alpha)
    }
    drawing("contourf", "_ x: any PlotData, _ y: any PlotData, _ z: any PlotData, levels: Int, colormap: Colormap = .viridis, alpha: Double = 1", "Areas between about so many heights, at round values.", "[0.0, 1, 2], [0.0, 1], [[0.0, 1, 2], [1, 2, 3]], levels: 4") { (axes: PlotAxes, x: PlotSource, y: PlotSource, z: PlotSource, levels: Int, colormap: Colormap, alpha: Double) in
        try axes.addContour(x, y, z, count: levels, filled: true, colormap: colormap, alpha: alpha)
    }
    drawing("surface", "_ x: any PlotData, _ y: any PlotData, _ z: any PlotData, colormap: Colormap = .viridis, azimuth: Double = -60, elevation: Double = 30", "A surface over a grid, shaded, seen from a corner; angles are in degrees.", "[0.0, 1, 2], [0.0, 1], [[0.0, 1, 2], [1, 2, 3]]") { (axes: PlotAxes, x: PlotSource, y: PlotSource, z: PlotSource, colormap: Colormap, azimuth: Double, elevation: Double) in
        try axes.addSurface(x, y, z, colormap: colormap, azimuth: azimuth, elevation: elevation)
    }
    drawing("spectrogram", "_ signal: any PlotData, sampleRate: Double = 1, window: Int = 256, hop: Int? = nil, range: Double = 80, colormap: Colormap = .magma", "The power of a sound by time and frequency, in decibels below the loudest.", "sin(Tensor.arange(600)), window: 64") { (axes: PlotAxes, signal: PlotSource, rate: Double, window: Int, hop: Int?, range: Double, colormap: Colormap) in
        try axes.addSpectrogram(signal, sampleRate: rate, window: window, hop: hop, range: range, colormap: colormap)
    }
    drawing("lossSurface", "x: (Double, Double), y: (Double, Double), path: (any PlotData)? = nil, resolution: Int = 60, levels: Int = 12, colormap: Colormap = .viridis, loss: (Double, Double) throws -> Double", "A function of two weights, levels denser near its lowest, with the way of an optimizer [steps, 2].", "x: (-2, 2), y: (-2, 2), path: [[1.5, 1], [0.5, 0.2]], resolution: 10, loss: { a, b in a * a + 3 * b * b }") { (axes: PlotAxes, x: CellTuple<Double, Double>, y: CellTuple<Double, Double>, path: PlotSource?, resolution: Int, levels: Int, colormap: Colormap, loss: CellClosure<Double, Double, Double>) in
        try axes.addLossSurface(x: pair(x), y: pair(y), path: path, resolution: resolution, levels: levels, colormap: colormap) { try loss($0, $1) }
    }
    drawing("lossLandscape", "x: (Double, Double), y: (Double, Double), path: (any PlotData)? = nil, resolution: Int = 60, colormap: Colormap = .viridis, azimuth: Double = -60, elevation: Double = 35, loss: (Double, Double) throws -> Double", "A function of two weights as a surface in space, with the way of an optimizer on it.", "x: (-2, 2), y: (-2, 2), resolution: 10, loss: { a, b in a * a + 3 * b * b }") { (axes: PlotAxes, x: CellTuple<Double, Double>, y: CellTuple<Double, Double>, path: PlotSource?, resolution: Int, colormap: Colormap, azimuth: Double, elevation: Double, loss: CellClosure<Double, Double, Double>) in
        try axes.addLossLandscape(x: pair(x), y: pair(y), path: path, resolution: resolution, colormap: colormap, azimuth: azimuth, elevation: elevation) { try loss($0, $1) }
    }
}

/// Images with what a model says about them.
func declareVision(_ drawing: Drawing) {
    drawing("heatOverlay", "_ image: any PlotData, _ map: any PlotData, alpha: Double = 0.6, colormap: Colormap = .inferno", "An image with a map laid over it, such as a saliency or a class activation.", "Tensor.ones(8, 8), Tensor.randomUniform(4, 4)") { (axes: PlotAxes, image: PlotSource, map: PlotSource, alpha: Double, colormap: Colormap) in
        try axes.addHeatOverlay(image, map, alpha: alpha, colormap: colormap)
    }
    drawing("detections", "_ image: any PlotData, _ boxes: any PlotData, labels: [String] = [], scores: (any PlotData)? = nil, classes: (any PlotData)? = nil", "An image with boxes of left, top, right and bottom in pixels, [n, 4]; with `classes`, `labels` name these.", "Tensor.ones(16, 16), [[2, 3, 8, 9]], labels: [\"cat\"], scores: [0.9]") { (axes: PlotAxes, image: PlotSource, boxes: PlotSource, labels: [String], scores: PlotSource?, classes: PlotSource?) in
        try axes.addDetections(image, boxes, labels: labels, scores: scores, classes: classes)
    }
    drawing("segmentation", "_ image: any PlotData, _ mask: any PlotData, labels: [String] = [], alpha: Double = 0.5", "An image with the class of each pixel laid over it, class 0 left clear.", "Tensor.ones(4, 4), Tensor.identity(4), labels: [\"none\", \"cell\"]") { (axes: PlotAxes, image: PlotSource, mask: PlotSource, labels: [String], alpha: Double) in
        try axes.addSegmentation(image, mask, labels: labels, alpha: alpha)
    }
}

/// How good a model's answers are.
func declareScores(_ drawing: Drawing) {
    drawing("confusionMatrix", "_ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil, normalize: Bool = false, colormap: Colormap = .blues", "How often each class was taken for each.", "[0, 1, 1], [0, 1, 0]") { (axes: PlotAxes, truth: PlotSource, predicted: PlotSource, labels: [String]?, normalize: Bool, colormap: Colormap) in
        try axes.addConfusionMatrix(truth, predicted, labels: labels, normalize: normalize, colormap: colormap)
    }
    drawing("roc", "_ truth: any PlotData, _ scores: any PlotData, label: String? = nil, labels: [String] = []", "The receiver operating characteristic of scores and labels 0 and 1; scores [n, classes] give a curve for each class.", "[0, 1, 1, 0], [0.2, 0.9, 0.6, 0.7]") { (axes: PlotAxes, truth: PlotSource, scores: PlotSource, label: String?, labels: [String]) in
        try axes.addROC(truth, scores, label: label, labels: labels)
    }
    drawing("precisionRecall", "_ truth: any PlotData, _ scores: any PlotData, label: String? = nil, labels: [String] = []", "Precision over recall.", "[0, 1, 1, 0], [0.2, 0.9, 0.6, 0.7]") { (axes: PlotAxes, truth: PlotSource, scores: PlotSource, label: String?, labels: [String]) in
        try axes.addPrecisionRecall(truth, scores, label: label, labels: labels)
    }
    drawing("calibration", "_ truth: any PlotData, _ probabilities: any PlotData, bins: Int = 10, label: String? = nil", "How often what was given a probability came true.", "[0, 1, 1, 0], [0.2, 0.9, 0.6, 0.7]") { (axes: PlotAxes, truth: PlotSource, probabilities: PlotSource, bins: Int, label: String?) in
        try axes.addCalibration(truth, probabilities, bins: bins, label: label)
    }
}
