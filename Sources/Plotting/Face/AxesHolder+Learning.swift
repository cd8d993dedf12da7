extension AxesHolder {
    /// Shows how often each class was taken for each: rows are what is true, columns what was predicted.
    @discardableResult
    public func confusionMatrix(
        _ truth: any PlotData, _ predicted: any PlotData, labels: [String]? = nil,
        normalize: Bool = false, colormap: Colormap = .blues
    ) -> Drawn {
        draw {
            try $0.addConfusionMatrix(
                truth, predicted, labels: labels, normalize: normalize, colormap: colormap)
        }
    }

    /// Draws the receiver operating characteristic; scores [n, classes] give a curve for each class.
    @discardableResult
    public func roc(
        _ truth: any PlotData, _ scores: any PlotData, label: String? = nil, labels: [String] = []
    ) -> Drawn {
        draw { try $0.addROC(truth, scores, label: label, labels: labels) }
    }

    /// Draws precision over recall.
    @discardableResult
    public func precisionRecall(
        _ truth: any PlotData, _ scores: any PlotData, label: String? = nil, labels: [String] = []
    ) -> Drawn {
        draw { try $0.addPrecisionRecall(truth, scores, label: label, labels: labels) }
    }

    /// Draws how often what was given a probability came true.
    @discardableResult
    public func calibration(
        _ truth: any PlotData, _ probabilities: any PlotData, bins: Int = 10, label: String? = nil
    ) -> Drawn {
        draw { try $0.addCalibration(truth, probabilities, bins: bins, label: label) }
    }

    /// Draws a sound over time.
    @discardableResult
    public func waveform(
        _ signal: any PlotData, sampleRate: Double = 1, label: String? = nil, color: Color? = nil
    ) -> Drawn {
        draw { try $0.addWaveform(signal, sampleRate: sampleRate, label: label, color: color) }
    }

    /// Draws the power of a sound by time and frequency, in decibels.
    @discardableResult
    public func spectrogram(
        _ signal: any PlotData, sampleRate: Double = 1, window: Int = 256, hop: Int? = nil,
        range: Double = 80, colormap: Colormap = .magma
    ) -> Drawn {
        draw {
            try $0.addSpectrogram(
                signal, sampleRate: sampleRate, window: window, hop: hop, range: range,
                colormap: colormap)
        }
    }

    /// Shows an image with a map laid over it.
    @discardableResult
    public func heatOverlay(
        _ image: any PlotData, _ map: any PlotData, alpha: Double = 0.6,
        colormap: Colormap = .inferno
    ) -> Drawn {
        draw { try $0.addHeatOverlay(image, map, alpha: alpha, colormap: colormap) }
    }

    /// Shows an image with boxes of left, top, right and bottom, [n, 4], in pixels.
    @discardableResult
    public func detections(
        _ image: any PlotData, _ boxes: any PlotData, labels: [String] = [],
        scores: (any PlotData)? = nil, classes: (any PlotData)? = nil
    ) -> Drawn {
        draw {
            try $0.addDetections(
                image, boxes, labels: labels, scores: scores, classes: classes)
        }
    }

    /// Shows an image with the class of each pixel laid over it.
    @discardableResult
    public func segmentation(
        _ image: any PlotData, _ mask: any PlotData, labels: [String] = [], alpha: Double = 0.5
    ) -> Drawn {
        draw { try $0.addSegmentation(image, mask, labels: labels, alpha: alpha) }
    }

    /// Draws a function of two weights, with the way of an optimizer, [steps, 2].
    @discardableResult
    public func lossSurface(
        x: (Double, Double), y: (Double, Double), path: (any PlotData)? = nil, resolution: Int = 60,
        levels: Int = 12, colormap: Colormap = .viridis, loss: (Double, Double) throws -> Double
    ) -> Drawn {
        draw {
            try $0.addLossSurface(
                x: x, y: y, path: path, resolution: resolution, levels: levels, colormap: colormap,
                loss: loss)
        }
    }

    /// Draws a function of two weights as a surface in space, with the way of an optimizer.
    @discardableResult
    public func lossLandscape(
        x: (Double, Double), y: (Double, Double), path: (any PlotData)? = nil, resolution: Int = 60,
        colormap: Colormap = .viridis, azimuth: Double = -60, elevation: Double = 35,
        loss: (Double, Double) throws -> Double
    ) -> Drawn {
        draw {
            try $0.addLossLandscape(
                x: x, y: y, path: path, resolution: resolution, colormap: colormap,
                azimuth: azimuth, elevation: elevation, loss: loss)
        }
    }
}
