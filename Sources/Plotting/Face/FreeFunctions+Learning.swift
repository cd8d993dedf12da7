/// A figure with how often each class was taken for each: rows are what is true, columns what was predicted.
public func confusionMatrix(
    _ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil,
    normalize: Bool = false, colormap: Colormap = .blues
) -> Figure {
    Figure().confusionMatrix(
        truth, predicted, labels: labels, normalize: normalize, colormap: colormap)
}

/// A figure with the receiver operating characteristic; scores [n, classes] give a curve for each class.
public func roc(
    _ truth: any PlotData, _ scores: any PlotData, label: String? = nil, labels: [String] = []
) -> Figure {
    Figure().roc(truth, scores, label: label, labels: labels)
}

/// A figure with precision over recall.
public func precisionRecall(
    _ truth: any PlotData, _ scores: any PlotData, label: String? = nil, labels: [String] = []
) -> Figure {
    Figure().precisionRecall(truth, scores, label: label, labels: labels)
}

/// A figure with how often what was given a probability came true.
public func calibration(
    _ truth: any PlotData, _ probabilities: any PlotData, bins: Int = 10, label: String? = nil
) -> Figure {
    Figure().calibration(truth, probabilities, bins: bins, label: label)
}

/// A figure with a sound over time.
public func waveform(
    _ signal: any PlotData, sampleRate: Double = 1, label: String? = nil, color: Color? = nil
) -> Figure {
    Figure().waveform(signal, sampleRate: sampleRate, label: label, color: color)
}

/// A figure with the power of a sound by time and frequency, in decibels.
public func spectrogram(
    _ signal: any PlotData, sampleRate: Double = 1, window: Int = 256, hop: Int? = nil,
    range: Double = 80, colormap: Colormap = .magma
) -> Figure {
    Figure().spectrogram(
        signal, sampleRate: sampleRate, window: window, hop: hop, range: range, colormap: colormap)
}

/// A figure with an image with a map laid over it.
public func heatOverlay(
    _ image: any PlotData, _ map: any PlotData, alpha: Double = 0.6, colormap: Colormap = .inferno
) -> Figure {
    Figure().heatOverlay(image, map, alpha: alpha, colormap: colormap)
}

/// A figure with an image with boxes of left, top, right and bottom, [n, 4], in pixels.
public func detections(
    _ image: any PlotData, _ boxes: any PlotData, labels: [String] = [],
    scores: (any PlotData)? = nil, classes: (any PlotData)? = nil
) -> Figure {
    Figure().detections(image, boxes, labels: labels, scores: scores, classes: classes)
}

/// A figure with an image with the class of each pixel laid over it.
public func segmentation(
    _ image: any PlotData, _ mask: any PlotData, labels: [String] = [], alpha: Double = 0.5
) -> Figure {
    Figure().segmentation(image, mask, labels: labels, alpha: alpha)
}

/// A figure with a function of two weights, with the way of an optimizer, [steps, 2].
public func lossSurface(
    x: (Double, Double), y: (Double, Double), path: (any PlotData)? = nil, resolution: Int = 60,
    levels: Int = 12, colormap: Colormap = .viridis, loss: (Double, Double) throws -> Double
) -> Figure {
    Figure().lossSurface(
        x: x, y: y, path: path, resolution: resolution, levels: levels, colormap: colormap,
        loss: loss)
}

/// A figure with a function of two weights as a surface in space, with the way of an optimizer.
public func lossLandscape(
    x: (Double, Double), y: (Double, Double), path: (any PlotData)? = nil, resolution: Int = 60,
    colormap: Colormap = .viridis, azimuth: Double = -60, elevation: Double = 35,
    loss: (Double, Double) throws -> Double
) -> Figure {
    Figure().lossLandscape(
        x: x, y: y, path: path, resolution: resolution, colormap: colormap, azimuth: azimuth,
        elevation: elevation, loss: loss)
}
