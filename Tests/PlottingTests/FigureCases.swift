import Plotting
import Tensors

/// Figures for tests, from numbers that every machine computes the same.
enum FigureCases {
    /// Numbers between 0 and 1 in a fixed order.
    struct Random {
        var state: UInt64
        init(_ seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }
        mutating func next() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(state >> 11) / 9_007_199_254_740_992
        }
        mutating func pick<Value>(_ values: [Value]) -> Value {
            values[min(values.count - 1, Int(next() * Double(values.count)))]
        }
    }

    /// A parabola's values: no library function whose last bit could differ.
    static func curve(_ count: Int, _ scale: Double = 1) -> [Double] {
        (0..<count).map { scale * (Double($0) - 20) * (Double($0) - 20) / 100 }
    }

    static let named: [(name: String, make: @Sendable () throws -> Figure)] = [
        (
            "lines",
            {
                let figure = try Figure.make(size: (6, 4))
                let axes = figure.axes
                try axes.addLine(1...50, curve(50), label: "train")
                try axes.addLine(1...50, curve(50, 1.4), label: "validation")
                try axes.addBand(1...50, curve(50, 1.2), curve(50, 1.6))
                try axes.addRule(vertical: true, at: 21, color: "k", linestyle: ":")
                try axes.setTitle("Loss <&> \"quotes\"")
                try axes.xlabel("epoch").ylabel("cross-entropy").setLegend()
                return figure
            }
        ),
        (
            "scatter",
            {
                var random = Random(3)
                let x = (0..<90).map { _ in random.next() }
                let y = (0..<90).map { _ in random.next() * 8 - 4 }
                let names = (0..<90).map { ["cat", "dog", "bird"][$0 % 3] }
                let figure = try Figure.make(rows: 1, columns: 2)
                try figure.axes(row: 0, column: 0).addScatter(x, y, c: names)
                try figure.axes(row: 0, column: 1).addScatter(x, y, c: y, alpha: 0.7).addColorbar(
                    label: "value")
                return figure
            }
        ),
        (
            "bars",
            {
                let figure = try Figure.make(rows: 2, columns: 2)
                let models = ["logistic regression", "decision tree", "CNN"]
                try figure.axes(row: 0, column: 0).addBars(
                    models, [0.91, 0.85, 0.989], yerr: [0.01], values: true)
                try figure.axes(row: 0, column: 1).addBars(models, [3, -2, 5], horizontal: true)
                try figure.axes(row: 1, column: 0).addHistogram(curve(60), bins: 12, label: "h")
                try figure.axes(row: 1, column: 1).addStep([1, 2, 3], [3, 1, 2]).setYScale(.log)
                return try figure.setSuptitle("Four axes")
            }
        ),
        (
            "heatmap",
            {
                try Figure.confusionMatrix(
                    [0, 0, 1, 1, 2, 2, 2, 0], [0, 1, 1, 1, 2, 0, 2, 0],
                    labels: ["ankle boot", "bag", "coat"])
            }
        ),
        (
            "grid",
            {
                let images = (0..<6).map { k in
                    (0..<8).map { i in (0..<8).map { j in Double((i * j + k) % 7) } }
                }
                return try Figure.imageGrid(
                    images, titles: ["0", "1", "2", "3 → 5", "4", "5"],
                    correct: [true, true, true, false, true, true])
            }
        ),
        (
            "regions",
            {
                let points = [[0.0, 0], [1, 1], [0, 1], [1, 0]]
                let figure = try Figure.decisionRegions(points, [0, 0, 1, 1], resolution: 60) {
                    points, count in
                    (0..<count).map { (points[2 * $0] > 0.5) != (points[2 * $0 + 1] > 0.5) ? 1 : 0 }
                }
                return figure
            }
        ),
        (
            "distributions",
            {
                let figure = try Figure.make(rows: 1, columns: 3)
                let groups = [curve(40), curve(50, 0.5) + [9], curve(30, 1.2)]
                try figure.axes(row: 0, column: 0).addBoxes(
                    groups, labels: ["a", "b", "c"], means: true)
                try figure.axes(row: 0, column: 1).addStrips(groups, horizontal: true)
                try figure.axes(row: 0, column: 2).addHistograms(
                    groups, bins: 8, stacked: true, labels: ["a", "b", "c"])
                return figure
            }
        ),
        (
            "groups",
            {
                let figure = try Figure.make(rows: 1, columns: 2)
                let heights = [[3.0, 1, 2], [2.0, 2, -1]]
                try figure.axes(row: 0, column: 0).addGroupedBars(
                    ["x", "y", "z"], heights, labels: ["train", "test"])
                try figure.axes(row: 0, column: 1).addGroupedBars(
                    ["x", "y", "z"], heights, labels: ["train", "test"], stacked: true, values: true
                )
                return try figure.setStyle(.print)
            }
        ),
        (
            "twin",
            {
                let figure = try Figure.make(size: (6, 3.5))
                try figure.axes.addLine(1...30, curve(30), label: "loss $L_{CE}$").addText(
                    5, 3, "$\\sigma^2 \\le 10^{-3}$")
                try figure.axes.setXLabel("epoch").makeTwin().addLine(
                    1...30, curve(30, 0.001), label: "rate"
                ).setYLabel("learning rate")
                try figure.axes.setLegend(location: .upperRight)
                return try figure.setStyle(FigureStyle(decimalComma: true))
            }
        ),
        (
            "dates",
            {
                let figure = try Figure.make(size: (6, 3))
                try figure.axes.addLine(
                    ["2023-11-05", "2024-01-20", "2024-02-29", "2024-05-01"], [1.0, 3, 2, 5],
                    label: "visits")
                return figure
            }
        ),
        (
            "scores",
            {
                let figure = try Figure.make(rows: 1, columns: 3, size: (10, 3.4))
                let truth = [0, 0, 1, 1, 0, 1, 1, 0]
                let scores = [0.125, 0.5, 0.375, 0.75, 0.25, 0.875, 0.625, 0.5]
                try figure.axes(row: 0, column: 0).addROC(truth, scores, label: "model")
                try figure.axes(row: 0, column: 1).addPrecisionRecall(truth, scores)
                try figure.axes(row: 0, column: 2).addCalibration(truth, scores, bins: 4)
                return figure
            }
        ),
        (
            "vision",
            {
                let figure = try Figure.make(rows: 1, columns: 2, size: (6, 3))
                let image = (0..<8).map { i in (0..<8).map { j in Double((i * j) % 5) } }
                try figure.axes(row: 0, column: 0).addDetections(
                    image, [[1, 1, 5, 6], [4, 3, 8, 8]], labels: ["cat", "dog"],
                    scores: [0.75, 0.5])
                let mask = (0..<8).map { i in (0..<8).map { j in i > 4 ? 1 : j > 5 ? 2 : 0 } }
                try figure.axes(row: 0, column: 1).addSegmentation(
                    image, mask, labels: ["none", "cell", "border"])
                return figure
            }
        ),
        (
            "field",
            {
                let figure = try Figure.make(size: (4, 4))
                let places = (0..<6).map { Double($0) - 2.5 }
                let u = places.map { y in places.map { _ in -y } }
                let v = places.map { _ in places }
                try figure.axes.addQuiver(places, places, u, v)
                return figure
            }
        ),
        (
            "contour",
            {
                let figure = try Figure.make(size: (5, 4))
                let places = (0..<12).map { Double($0) / 2 - 3 }
                let z = places.map { b in places.map { a in a * a + b * b / 2 } }
                try figure.axes.addContour(places, places, z, filled: true).addColorbar()
                try figure.axes.addContour(places, places, z, filled: false, colors: ["k"])
                try figure.axes.addAnnotation("minimum", xy: (0, 0), xytext: (1.5, 2))
                return figure
            }
        ),
    ]
}
