import Plotting
import Tensors

/// The figures that docs/figures.md shows, from numbers that every machine computes the same.
enum GalleryCases {
    typealias Random = FigureCases.Random

    /// Nearly normal numbers: sums of twelve even ones.
    private static func normal(_ random: inout Random) -> Double {
        (0..<12).reduce(0.0) { sum, _ in sum + random.next() } - 6
    }

    /// A falling curve with noise, such as a loss.
    private static func falling(_ count: Int, _ end: Double, _ noise: Double, _ seed: UInt64)
        -> [Double]
    {
        var random = Random(seed)
        return (1...count).map { epoch -> Double in
            let t: Double = Double(epoch) / 9
            let fall: Double = 2 / (1 + t + t * t)
            return fall + end + noise * random.next()
        }
    }

    /// A rising curve, such as an accuracy.
    private static func rising(_ count: Int, _ end: Double, _ noise: Double, _ seed: UInt64)
        -> [Double]
    {
        falling(count, end, noise, seed).map { (loss: Double) -> Double in 1 - loss / 2.2 }
    }

    /// Five groups of points on a ring.
    private static func groups(_ count: Int, _ spread: Double) -> (
        x: [Double], y: [Double], k: [Int]
    ) {
        let centers = [(10.0, 0.0), (3.1, 9.5), (-8.1, 5.9), (-8.1, -5.9), (3.1, -9.5)]
        var random = Random(11)
        var (x, y, k) = ([Double](), [Double](), [Int]())
        for index in 0..<count {
            let group = index % 5
            x.append(centers[group].0 + spread * normal(&random))
            y.append(centers[group].1 + spread * normal(&random))
            k.append(group)
        }
        return (x, y, k)
    }

    /// Small pictures of rings and strokes.
    private static func pictures(_ count: Int) -> [[[Double]]] {
        (0..<count).map { index in
            (0..<12).map { row in (0..<12).map { column in ink(index, row, column) } }
        }
    }

    /// How dark a pixel of a picture is.
    private static func ink(_ index: Int, _ row: Int, _ column: Int) -> Double {
        let x: Double = Double(column) - 5.5
        let y: Double = Double(row) - 5.5
        let distance: Double
        switch index % 3 {
        case 0: distance = (x * x + y * y).squareRoot() - 3.6
        case 1: distance = x + y * Double(index % 4 - 2) / 4
        default: distance = y + x * Double(index % 5 - 2) / 4
        }
        let size: Double = distance.magnitude / 2
        return size > 1 ? 0 : 1 - size
    }

    static let all: [(name: String, make: @Sendable () throws -> Figure)] = [
        (
            "history",
            {
                try Figure.history([
                    ("loss", falling(40, 0.05, 0.02, 1)), ("val_loss", falling(40, 0.16, 0.05, 2)),
                    ("accuracy", rising(40, 0.05, 0.01, 3)),
                    ("val_accuracy", rising(40, 0.12, 0.03, 4)),
                ])
            }
        ),
        (
            "loss",
            {
                let figure = try Figure.make(size: (6.4, 4))
                let loss = falling(100, 0.12, 0.05, 5)
                try figure.axes.addLine(1...100, falling(100, 0.03, 0.02, 6), label: "training")
                try figure.axes.addLine(1...100, loss, label: "validation")
                try figure.axes.addBand(
                    1...100, loss.map { (v: Double) -> Double in v * 0.85 },
                    loss.map { (v: Double) -> Double in v * 1.15 })
                try figure.axes.addRule(vertical: true, at: 74, label: "best epoch", linestyle: ":")
                try figure.axes.xlabel("epoch").ylabel("cross-entropy").setYScale(.log)
                try figure.axes.setTitle("Loss").setLegend()
                return figure
            }
        ),
        (
            "latent",
            {
                let points = groups(1500, 2.2)
                let figure = try Figure.make()
                try figure.axes.addScatter(
                    points.x, points.y, c: points.k,
                    labels: ["T-shirt", "Trouser", "Dress", "Sneaker", "Bag"])
                try figure.axes.setTitle("Latent space").xlabel("z₁").ylabel("z₂").setLegend(
                    title: "class")
                return figure
            }
        ),
        (
            "dense",
            {
                var random = Random(12)
                let x = (0..<20_000).map { _ in normal(&random) }
                let y: [Double] = x.map { (a: Double) -> Double in a * 0.6 + normal(&random) }
                let figure = try Figure.make(size: (6, 4))
                let distance: [Double] = zip(x, y).map { (a: Double, b: Double) -> Double in
                    (a * a + b * b).squareRoot()
                }
                try figure.axes.addScatter(x, y, c: distance).addColorbar(
                    label: "distance from the mean")
                return figure
            }
        ),
        (
            "images",
            {
                let guesses = (0..<24).map {
                    $0 % 7 == 5 ? "\($0 % 3) → \(($0 + 1) % 3)" : "\($0 % 3)"
                }
                return try Figure.imageGrid(
                    pictures(24), titles: guesses, correct: (0..<24).map { $0 % 7 != 5 }, columns: 8
                )
            }
        ),
        (
            "confusion",
            {
                var random = Random(13)
                let truth = (0..<600).map { $0 % 6 }
                let predicted = truth.map { random.next() < 0.88 ? $0 : Int(random.next() * 6) }
                return try Figure.confusionMatrix(
                    truth, predicted,
                    labels: [
                        "T-shirt/top", "Trouser", "Pullover", "Dress", "Sneaker", "Ankle boot",
                    ])
            }
        ),
        (
            "regions",
            {
                let points = groups(220, 2.6)
                let figure = try Figure.decisionRegions(
                    zip(points.x, points.y).map { [$0, $1] }, points.k.map { min($0, 2) }
                ) { samples, count in
                    (0..<count).map { index in
                        let (x, y) = (samples[2 * index], samples[2 * index + 1])
                        if x > 3, abs(y) < x * 0.55 + 1 { return 0 }
                        return y > 4.5 - x * 0.2 && x > -3 ? 1 : 2
                    }
                }
                try figure.axes.setTitle("What the network decides").xlabel("x₁").ylabel("x₂")
                return figure
            }
        ),
        (
            "heatmap",
            {
                let names = ["age", "income", "height", "weight", "score"]
                func value(_ i: Int, _ j: Int) -> Double {
                    let steps: Int = (i * j * 7 + i + j) % 19 - 9
                    return i == j ? 1 : Double(steps) / 10
                }
                let values: [[Double]] = (0..<5).map { i in (0..<5).map { j in value(i, j) } }
                let figure = try Figure.make()
                try figure.axes.addHeatmap(values, rowLabels: names, columnLabels: names)
                try figure.axes.setTitle("Correlation")
                return figure
            }
        ),
        (
            "bars",
            {
                let names = [
                    "logistic regression", "decision tree", "random forest", "gradient boosting",
                    "k-nearest neighbours", "MLP (2 layers)", "CNN",
                ]
                let figure = try Figure.make(size: (6.4, 4.2))
                try figure.axes.addBars(
                    names, [0.91, 0.85, 0.95, 0.96, 0.94, 0.965, 0.989], yerr: [0.01], values: true)
                try figure.axes.setYLimits(0.8, 1.02).ylabel("accuracy")
                return figure
            }
        ),
        (
            "histogram",
            {
                var random = Random(14)
                let figure = try Figure.make(size: (6.4, 4))
                for layer in 0..<3 {
                    let shift: Double = Double(layer) * 1.1
                    let width: Double = 0.5 + 0.2 * Double(layer)
                    let values = (0..<5000).map { _ -> Double in shift + width * normal(&random) }
                    try figure.axes.addHistogram(
                        values, bins: 70, density: true, label: "layer \(layer)", alpha: 0.55)
                }
                try figure.axes.xlabel("activation").ylabel("density").setLegend()
                return figure
            }
        ),
        (
            "surface",
            {
                func height(_ a: Double, _ b: Double) -> Double {
                    let slope: Double = 1 - a
                    let bend: Double = b - a * a / 2
                    return slope * slope + 8 * bend * bend
                }
                let x: [Double] = (0..<60).map { Double($0) / 59 * 4 - 2 }
                let y: [Double] = (0..<50).map { Double($0) / 49 * 3 - 1 }
                let z: [[Double]] = y.map { b in x.map { a in height(a, b) } }
                let levels = [0.0, 0.5, 1, 2, 4, 8, 16, 32, 64, 128]
                let figure = try Figure.make(size: (6.4, 4.4))
                try figure.axes.addContour(
                    x, y, z, levels: levels, filled: true, colormap: .viridis)
                try figure.axes.addContour(
                    x, y, z, levels: levels, filled: false, colors: ["white"], linewidth: 0.5)
                let path = [
                    (-1.6, 1.7), (-1.2, 0.9), (-0.6, 0.35), (0, 0.1), (0.5, 0.2), (0.85, 0.37),
                    (1, 0.5),
                ]
                try figure.axes.addLine(
                    path.map { $0.0 }, path.map { $0.1 }, format: "o-", color: "white",
                    markersize: 4)
                return figure
            }
        ),
        (
            "subplots",
            {
                let figure = try Figure.make(rows: 2, columns: 3, size: (10, 5.4))
                let x: [Double] = (0..<60).map { Double($0) / 10 }
                let y: [Double] = x.map { (a: Double) -> Double in a * (6 - a) }
                try figure.axes(row: 0, column: 0).addLine(x, y).setTitle("plot")
                try figure.axes(row: 0, column: 1).addStep(
                    [0, 1, 2, 3, 4], [1, 3, 2, 5, 4], where: "mid"
                ).setTitle("step")
                let errors = figure.axesList[2]
                try errors.addErrorBars(
                    [1, 2, 3, 4], [2.1, 3.9, 6.2, 7.8], yerr: [0.3, 0.5, 0.4, 0.8], format: "o")
                try errors.setTitle("errorbar")
                try figure.axes(row: 1, column: 0).addBars(["north", "south", "west"], [3, -1, 4])
                    .setTitle("bar")
                try figure.axes(row: 1, column: 1).addBars(
                    ["a", "b", "c"], [2, 5, 3], horizontal: true
                ).setTitle("barh")
                let image = try figure.axes(row: 1, column: 2).addImage(
                    pictures(1)[0], colormap: .magma)
                try image.setTitle("imshow").addColorbar()
                return try figure.setSuptitle("Small multiples")
            }
        ),
    ]
}
