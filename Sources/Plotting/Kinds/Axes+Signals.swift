import Tensors

extension Axes {
    /// Adds a sound over time: a line for few samples; for many, as an editor of sounds draws it, the
    /// lowest and highest value of each pixel.
    @discardableResult
    package func addWaveform(
        _ signal: any PlotData, sampleRate: Double = 1, label: String? = nil, color: Color? = nil
    ) throws(PlotError) -> Axes {
        let values = try signal.plotArray().numbers("waveform's signal")
        let rate = try Self.rate(sampleRate)
        try addLine(
            values.indices.map { Double($0) / rate }, values, label: label, color: color,
            linewidth: 0.8)
        if x.label == nil { x.label = rate == 1 ? "sample" : "time (s)" }
        if y.label == nil { y.label = "amplitude" }
        y.wholeNumbers = false
        x.wholeNumbers = false
        return self
    }

    private static func rate(_ sampleRate: Double) throws(PlotError) -> Double {
        guard sampleRate > 0, sampleRate.isFinite else {
            throw .badValue(
                what: "sampleRate", given: "\(sampleRate)",
                expected: "samples a second, more than 0")
        }
        return sampleRate
    }

    /// Adds the power of a sound by time and frequency, in decibels below the loudest: the squares of the
    /// Fourier transform of windows (Hann) of `window` samples, `hop` apart.
    @discardableResult
    package func addSpectrogram(
        _ signal: any PlotData, sampleRate: Double = 1, window: Int = 256, hop: Int? = nil,
        range decibels: Double = 80, colormap: Colormap = .magma
    ) throws(PlotError) -> Axes {
        let values = try signal.plotArray().numbers("spectrogram's signal")
        let rate = try Self.rate(sampleRate)
        guard (4...65_536).contains(window) else {
            throw .badValue(
                what: "window", given: "\(window)", expected: "a number of samples from 4 to 65536")
        }
        let step = hop ?? window / 2
        guard step >= 1, step <= window else {
            throw .badValue(
                what: "hop", given: "\(step)", expected: "a number of samples from 1 to \(window)")
        }
        guard decibels > 0, decibels.isFinite else {
            throw .badValue(what: "range", given: "\(decibels)", expected: "decibels, more than 0")
        }
        guard values.count >= window else {
            throw .badValue(
                what: "spectrogram's signal", given: "\(values.count) samples long",
                expected: "at least one window of \(window)")
        }
        let frames = (values.count - window) / step + 1
        let bell = (0..<window).map {
            0.5 - 0.5 * Numerics.cosine(2 * .pi * Double($0) / Double(window))
        }
        var pieces: [Double] = []
        pieces.reserveCapacity(frames * window)
        for frame in 0..<frames {
            for index in 0..<window {
                let value = values[frame * step + index]
                pieces.append(value.isFinite ? value * bell[index] : 0)
            }
        }
        let terms = window / 2 + 1
        let sizes: [Double]
        do {
            let z = try Checked.rfft(
                Checked.tensor(pieces, shape: Shape([frames, window]), dtype: .float64))
            sizes = try Checked.scalars(Checked.magnitude(z), as: Double.self)
        } catch {
            throw .closureFailed(what: "spectrogram's transform", error: ClosureError(error))
        }
        let loudest = max(sizes.max() ?? 0, 1e-300)
        var cells = [Double](repeating: 0, count: frames * terms)
        for frame in 0..<frames {
            for term in 0..<terms {
                let share = max(sizes[frame * terms + term] / loudest, 1e-15)
                cells[term * frames + frame] = max(-decibels, 20 * Numerics.log10(share))
            }
        }
        let end = Double((frames - 1) * step + window) / rate
        try addImage(
            PlotArray(values: cells, shape: [terms, frames]), colormap: colormap, vmin: -decibels,
            vmax: 0,
            extent: [0, end, 0, rate / 2], origin: "lower", aspect: "auto")
        if x.label == nil { x.label = rate == 1 ? "sample" : "time (s)" }
        if y.label == nil { y.label = rate == 1 ? "frequency (1/sample)" : "frequency (Hz)" }
        x.wholeNumbers = false
        y.wholeNumbers = false
        try addColorbar(label: "dB")
        return self
    }

    /// Adds where each token looks: weights [queries, keys] with the tokens along both axes.
    @discardableResult
    package func addAttention(
        _ weights: any PlotData, tokens: [String]? = nil, keys: [String]? = nil,
        colormap: Colormap = .viridis, annotate: Bool = false, colorbar: Bool = true
    ) throws(PlotError) -> Axes {
        try addHeatmap(
            weights, colormap: colormap, vmin: 0, rowLabels: tokens, columnLabels: keys ?? tokens,
            annotate: annotate, colorbar: colorbar)
        if x.label == nil { x.label = "attended to" }
        if y.label == nil { y.label = "token" }
        equalAspect = true
        return self
    }
}
