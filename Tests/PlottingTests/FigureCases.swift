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
