public import NeuralNetworks
public import Tensors

extension Figure {
    /// The curves of a training over its epochs.
    ///
    /// A quantity and the same on the validation data share axes; each other quantity has its own.
    package static func history(_ history: History) throws -> Figure {
        var series: [(name: String, values: [Double])] = []
        for key in history.keys { series.append((key, try history.series(key))) }
        return try Figure.history(series, epochs: history.epochs)
    }
}

extension Figure {
    /// The curves of a training that runs: the loss of the batches behind the figures of the epochs.
    package static func live(_ curve: LiveCurve) throws -> Figure {
        let hasEpochs = !curve.history.epochs.isEmpty
        let figure = try hasEpochs ? Figure.history(curve.history) : Figure.make()
        let axes = try figure.axes(row: 0, column: 0)
        if !curve.losses.isEmpty {
            try axes.addLine(curve.places, curve.losses, label: "batches", alpha: 0.5)
            try axes.setLegend()
        }
        axes.xlabel("epoch").ylabel("loss")
        return figure
    }
}

/// A figure with the curves of a training: loss and metrics, each with its validation.
public func plot(_ history: History) -> Figure {
    plain { try Figure.history(history) }
}

extension History: RichDisplayable {
    /// The last epoch's figures as text, and the curves.
    public func displayBundle() throws -> DisplayBundle {
        guard !epochs.isEmpty else { return DisplayBundle(text: description) }
        let figure = try Figure.history(self)
        return DisplayBundle(text: description).adding("image/svg+xml", .text(try figure.svgText()))
    }
}
