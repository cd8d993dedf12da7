import Plotting
import Testing

@Suite struct LayoutTests {
    private static let words = [
        "loss", "validation accuracy", "a rather long name of something measured", "x₁", "日本語",
        "α + β", "cross-entropy (nats)", "W", "iiiii", "epoch",
    ]

    /// A figure of random kinds, sizes, names and ranges.
    private func randomFigure(_ seed: UInt64) throws -> Figure {
        var random = FigureCases.Random(seed)
        let rows = random.pick([1, 1, 1, 2, 3])
        let columns = random.pick([1, 1, 2, 3])
        let size = random.pick([nil, nil, (5.0, 3.5), (9, 6), (12, 4)] as [(Double, Double)?])
        let figure = try Figure.make(rows: rows, columns: columns, size: size)
        for axes in figure.axesList {
            let magnitude = random.pick([1e-6, 0.01, 1, 30, 4000, 2e7])
            let shift = random.pick([0, 0, -1, 5]) * magnitude
            let count = random.pick([1, 2, 7, 40])
            let y = (0..<count).map { _ in random.next() * magnitude + shift }
            let dates = (0..<count).map {
                "20\(10 + $0 % 15)-\($0 % 9 < 9 ? "0" : "")\($0 % 9 + 1)-1\($0 % 10)"
            }
            switch Int(random.next() * 16) {
            case 0, 1:
                for _ in 0..<random.pick([1, 2, 5]) {
                    try axes.addLine(
                        nil, y.map { $0 * (0.5 + random.next()) }, label: random.pick(Self.words))
                }
                if random.next() < 0.7 {
                    try axes.setLegend(location: random.pick([.best, .outside, .upperLeft]))
                }
            case 2:
                try axes.addScatter(y, y.reversed() as [Double], c: y).addColorbar(
                    label: random.pick(Self.words))
            case 3:
                let names = (0..<count).map { "\(random.pick(Self.words)) \($0)" }
                try axes.addBars(names, y, horizontal: random.next() < 0.4)
            case 4: try axes.addHistogram(y)
            case 5:
                try axes.addHeatmap(
                    (0..<4).map { i in (0..<6).map { j in Double(i * j) * magnitude } })
            case 6: try axes.addLine(nil, y.map { abs($0) + magnitude }).setYScale(.log)
            case 7:
                try axes.addBoxes(
                    [y, y.map { $0 * 2 }, []],
                    labels: random.next() < 0.5 ? Array(Self.words.prefix(3)) : nil)
            case 8:
                try axes.addViolins([y, y.map { $0 + magnitude }], horizontal: random.next() < 0.4)
            case 9:
                try axes.addGroupedBars(
                    Array(Self.words.prefix(4)),
                    [[1.0, 2, 3, 4], [2.0, 1, 0, -1], [0.5, 0.5, 1, 1]].map {
                        $0.map { $0 * magnitude }
                    },
                    labels: ["a", random.pick(Self.words), "c"], stacked: random.next() < 0.5,
                    values: random.next() < 0.5)
            case 10:
                try axes.addLine(nil, y, label: random.pick(Self.words))
                let twin = axes.makeTwin()
                try twin.addLine(nil, y.map { $0 * 1e5 }, label: "other")
                twin.setYLabel(random.pick(Self.words))
                if random.next() < 0.6 {
                    try axes.setLegend(location: random.pick([.best, .outside]))
                }
            case 11: try axes.addLine(dates, y)
            case 12: try axes.addLine(nil, y.map { $0 * 1000 - magnitude * 200 }).setYScale(.symlog)
            case 13:
                try axes.addQuiver(
                    [0, 1, 2], [0, 1], [[1.0, 0, 1], [0, 1, 0]], [[0.0, 1, 1], [1, 0, 1]])
                if random.next() < 0.5 { try axes.makeInset([0.5, 0.5, 0.5, 0.5]).addLine(nil, y) }
            case 14:
                try axes.addSpectrogram(
                    (0..<400).map { Double($0 * $0 % 97) }, sampleRate: 8000, window: 64)
            default:
                try axes.addROC(
                    [0, 1, 1, 0, 1], [0.1, 0.8, 0.7, 0.6, 0.4], label: random.pick(Self.words))
            }
            if random.next() < 0.7 {
                try axes.setTitle(random.pick(Self.words) + " " + random.pick(Self.words))
            }
            if random.next() < 0.7 { axes.xlabel(random.pick(Self.words)) }
            if random.next() < 0.7 { axes.ylabel(random.pick(Self.words)) }
        }
        if random.next() < 0.3 { try figure.setSuptitle(random.pick(Self.words)) }
        if random.next() < 0.2 { figure.share(x: true, y: random.next() < 0.5) }
        if random.next() < 0.2 {
            try figure.setStyle(
                random.pick([.print, .dark, FigureStyle(textSize: 11, decimalComma: true)]))
        }
        return figure
    }

    @Test func `no text lies on other text and none leaves the page`() throws {
        var outside: [String] = []
        var overlapping: [String] = []
        for seed in 1...300 as ClosedRange<UInt64> {
            let scene = try randomFigure(seed).scene()
            let texts = scene.texts.filter { !$0.isData }
            for (index, text) in texts.enumerated() {
                let box = text.box
                if box.x < -0.5 || box.y < -0.5 || box.right > scene.width + 0.5
                    || box.bottom > scene.height + 0.5
                {
                    outside.append(
                        "\(seed): '\(text.text)' \(box) in \(scene.width)×\(scene.height)")
                }
                for other in texts[(index + 1)...] where Self.overlap(text, other) {
                    overlapping.append("\(seed): '\(text.text)' and '\(other.text)'")
                }
            }
        }
        #expect(outside.isEmpty, "\(outside.count): \(outside.prefix(8).joined(separator: "\n"))")
        #expect(
            overlapping.isEmpty,
            "\(overlapping.count): \(overlapping.prefix(12).joined(separator: "\n"))")
    }

    /// Whether two lines of text overlap, as turned rectangles (separating axes), by more than a hair.
    private static func overlap(_ a: TextMark, _ b: TextMark) -> Bool {
        let (p, q) = (a.corners, b.corners)
        for polygon in [p, q] {
            for (from, to) in [(polygon[0], polygon[1]), (polygon[1], polygon[2])] {
                let (dx, dy) = (to.x - from.x, to.y - from.y)
                let length = (dx * dx + dy * dy).squareRoot()
                guard length > 0 else { return false }
                func spread(_ points: [Point]) -> (low: Double, high: Double) {
                    let places = points.map { ($0.x * dx + $0.y * dy) / length }
                    return (places.min() ?? 0, places.max() ?? 0)
                }
                let (first, second) = (spread(p), spread(q))
                if first.high - 1.5 <= second.low || second.high - 1.5 <= first.low { return false }
            }
        }
        return true
    }

    @Test func `text is as wide as DejaVu Sans draws it`() {
        // Widths that the font's own tables give at 12 pixels.
        #expect(
            abs(TextMeasure.width("Hello", size: 2048) - Double(1540 + 1260 + 569 + 569 + 1253))
                < 1e-9)
        #expect(TextMeasure.width("日本", size: 10) == 20)
        #expect(TextMeasure.width("e\u{301}", size: 10) == TextMeasure.width("e", size: 10))
    }

    @Test func `degenerate data still gives a figure`() throws {
        let cases: [[Double]] = [
            [], [5], [3, 3, 3], [.nan], [.nan, .infinity, 1], [0, 0], [1e-300, 1e300], [-0.0],
            [1e15, 1e15 + 1], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude],
        ]
        for values in cases {
            let figure = try Figure.make(rows: 2, columns: 2)
            try figure.axes(row: 0, column: 0).addLine(nil, values, marker: "o")
            try figure.axes(row: 0, column: 1).addScatter(values, values)
            try figure.axes(row: 1, column: 0).addHistogram(
                values.filter { abs($0) < 1e300 || $0.isNaN })
            try figure.axes(row: 1, column: 1).addBars(values.indices.map { $0 }, values)
            let text = try figure.svgText()
            #expect(!text.contains("nan") && !text.contains("inf\""), "\(values)")
        }
    }
}
