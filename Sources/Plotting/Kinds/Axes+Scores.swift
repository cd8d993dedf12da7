import Learning
import Tensors

/// Scores and what is true: one score an example, or one a class, of which each is set against the rest.
private struct ScoredClasses {
    var truth: [[Double]] = []
    var scores: [[Double]] = []
    var names: [String] = []

    init(
        _ what: String, _ truth: any PlotData, _ scores: any PlotData, _ labels: [String]
    ) throws(PlotError) {
        let (given, array) = (try truth.plotArray(), try scores.plotArray())
        let classes = try given.row("truth")
        if let name = array.categories?.first { throw .notNumbers(what: "scores", example: name) }
        let columns = array.shape.count == 2 && array.shape[1] > 1 ? array.shape[1] : 1
        guard columns * classes.count == array.values.count else {
            throw .lengthMismatch(
                what: what, first: "truth", count: classes.count, second: "scores",
                otherCount: array.values.count / columns)
        }
        for (row, value) in classes.enumerated()
        where !(0..<Double(max(2, columns))).contains(value) || value != value.rounded() {
            throw .badValue(
                what: "the class of example \(row)", given: NumberText.short(value),
                expected: "a whole number from 0 to \(max(2, columns) - 1)")
        }
        if columns == 1 {
            self.truth = [classes]
            self.scores = [array.values]
            names = [labels.first ?? ""]
            return
        }
        if !labels.isEmpty, labels.count != columns {
            throw .lengthMismatch(
                what: what, first: "the classes", count: columns, second: "labels",
                otherCount: labels.count)
        }
        for column in 0..<columns {
            self.truth.append(classes.map { $0 == Double(column) ? 1 : 0 })
            self.scores.append(classes.indices.map { array.values[$0 * columns + column] })
            names.append(labels.isEmpty ? String(column) : labels[column])
        }
    }
}

extension Axes {
    /// What a measure of scores says, as an error of figures.
    private static func measured<Value>(
        _ what: String, _ body: () throws -> Value
    ) throws(PlotError) -> Value {
        do { return try body() } catch {
            throw .closureFailed(what: what, error: ClosureError(error))
        }
    }

    private static func tensor(_ values: [Double]) throws -> Tensor {
        try Checked.tensor(values, shape: Shape([values.count]), dtype: .float64)
    }

    private func setRates(_ xName: String, _ yName: String) {
        if x.label == nil { x.label = xName }
        if y.label == nil { y.label = yName }
        x.wholeNumbers = false
        y.wholeNumbers = false
        if x.low == nil { (x.low, x.high) = (-0.02, 1.02) }
        if y.low == nil { (y.low, y.high) = (-0.02, 1.02) }
    }

    /// Adds the receiver operating characteristic of scores, with the area under it in the legend, and
    /// the diagonal of guessing.
    @discardableResult
    package func addROC(
        _ truth: any PlotData, _ scores: any PlotData, label: String? = nil, labels: [String] = []
    ) throws(PlotError) -> Axes {
        let classes = try ScoredClasses("roc", truth, scores, label.map { [$0] } ?? labels)
        let isFirst = !artists.contains { $0.isLine }
        for index in classes.names.indices {
            let curve = try Self.measured("roc") {
                let curve = try RankingMetrics.roc(
                    Self.tensor(classes.scores[index]), Self.tensor(classes.truth[index]))
                return (
                    x: try Checked.scalars(curve.falsePositiveRate, as: Double.self),
                    y: try Checked.scalars(curve.truePositiveRate, as: Double.self),
                    area: curve.area
                )
            }
            let name = classes.names[index]
            let area = "AUC \(NumberText.fixed(curve.area, decimals: 3))"
            let drawn = Self.withoutMiddles(curve.x, curve.y)
            try addLine(drawn.x, drawn.y, label: name.isEmpty ? area : "\(name), \(area)")
        }
        if isFirst {
            try addLine(
                [0.0, 1], [0.0, 1], label: "guessing", color: .gray, linestyle: .dotted,
                linewidth: 1)
        }
        setRates("false positive rate", "true positive rate")
        equalAspect = true
        if legendSpec == nil { legendSpec = LegendSpec(location: .lowerRight) }
        return self
    }

    /// Adds precision over recall, with the average precision in the legend.
    @discardableResult
    package func addPrecisionRecall(
        _ truth: any PlotData, _ scores: any PlotData, label: String? = nil, labels: [String] = []
    ) throws(PlotError) -> Axes {
        let classes = try ScoredClasses(
            "precisionRecall", truth, scores, label.map { [$0] } ?? labels)
        for index in classes.names.indices {
            let curve = try Self.measured("precisionRecall") {
                let curve = try RankingMetrics.precisionRecall(
                    Self.tensor(classes.scores[index]), Self.tensor(classes.truth[index]))
                return (
                    x: try Checked.scalars(curve.recall, as: Double.self),
                    y: try Checked.scalars(curve.precision, as: Double.self),
                    mean: curve.averagePrecision
                )
            }
            let name = classes.names[index]
            let mean = "AP \(NumberText.fixed(curve.mean, decimals: 3))"
            try addStep(
                curve.x, curve.y, where: "post", label: name.isEmpty ? mean : "\(name), \(mean)")
        }
        setRates("recall", "precision")
        equalAspect = true
        if legendSpec == nil { legendSpec = LegendSpec(location: .lowerLeft) }
        return self
    }

    /// Adds how often what was given a probability came true, in bins of the probability, beside the
    /// diagonal of perfect calibration; the expected calibration error is in the legend.
    @discardableResult
    package func addCalibration(
        _ truth: any PlotData, _ probabilities: any PlotData, bins: Int = 10, label: String? = nil
    ) throws(PlotError) -> Axes {
        guard (2...100).contains(bins) else {
            throw .badValue(what: "bins", given: "\(bins)", expected: "a number from 2 to 100")
        }
        let scored = try ScoredClasses("calibration", truth, probabilities, [])
        // Of several classes the one that was predicted, and whether that was right.
        var (sure, right): ([Double], [Double]) = ([], [])
        if scored.names.count == 1 {
            (sure, right) = (scored.scores[0], scored.truth[0])
        } else {
            for row in scored.truth[0].indices {
                let column =
                    scored.scores.indices.max { scored.scores[$0][row] < scored.scores[$1][row] }
                    ?? 0
                sure.append(scored.scores[column][row])
                right.append(scored.truth[column][row])
            }
        }
        if let bad = sure.first(where: { !($0 >= 0 && $0 <= 1) }) {
            throw .badValue(
                what: "a probability", given: NumberText.short(bad),
                expected: "a number from 0 to 1")
        }
        var (count, sum, hits) = (
            [Double](repeating: 0, count: bins), [Double](repeating: 0, count: bins),
            [Double](repeating: 0, count: bins)
        )
        for (p, hit) in zip(sure, right) {
            let bin = min(bins - 1, Int(p * Double(bins)))
            count[bin] += 1
            sum[bin] += p
            hits[bin] += hit
        }
        let used = count.indices.filter { count[$0] > 0 }
        let error = used.reduce(0) { $0 + abs(sum[$1] - hits[$1]) } / Double(max(1, sure.count))
        let isFirst = !artists.contains { $0.isLine }
        if isFirst {
            try addLine(
                [0.0, 1], [0.0, 1], label: "perfect", color: .gray, linestyle: .dotted, linewidth: 1
            )
        }
        let name = "ECE \(NumberText.fixed(error, decimals: 3))"
        try addLine(
            used.map { sum[$0] / count[$0] }, used.map { hits[$0] / count[$0] },
            label: label.map { "\($0), \(name)" } ?? name, marker: .circle, markersize: 5)
        setRates("predicted probability", "share that came true")
        equalAspect = true
        if legendSpec == nil { legendSpec = LegendSpec(location: .upperLeft) }
        return self
    }

    /// A line without the points that lie on the stretch between their neighbours.
    private static func withoutMiddles(_ x: [Double], _ y: [Double]) -> (x: [Double], y: [Double]) {
        guard x.count > 2 else { return (x, y) }
        let kept = x.indices.filter { index in
            guard index > 0, index + 1 < x.count else { return true }
            let flat = y[index - 1] == y[index] && y[index] == y[index + 1]
            let steep = x[index - 1] == x[index] && x[index] == x[index + 1]
            return !flat && !steep
        }
        return (kept.map { x[$0] }, kept.map { y[$0] })
    }
}
