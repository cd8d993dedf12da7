import Plotting
import Tensors
import Testing

@Suite struct KindsTests {
    /// The rows of a figure's table for one series.
    private func rows(_ figure: Figure, _ series: String) -> [FigureTable.Row] {
        figure.table().rows.filter { $0.series == series }
    }

    @Test func `the smoothed line is the exponential mean without its start's bias`() throws {
        let figure = try Figure.make()
        try figure.axes.addLine(nil, [2.0, 4, 4, 4], label: "loss", smooth: 0.5)
        // m = w m + (1 − w) y, divided by 1 − wᵗ: 2, (0.5 + 2) / 0.75, ….
        let smooth = rows(figure, "loss").compactMap { Double($0.y) }
        let expected = [2.0, 2.5 / 0.75, 3.25 / 0.875, 3.625 / 0.9375]
        #expect(zip(smooth, expected).allSatisfy { abs($0 - $1) < 1e-12 }, "\(smooth)")
        #expect(rows(figure, "").compactMap { Double($0.y) } == [2, 4, 4, 4])
        #expect(throws: PlotError.self) { try figure.axes.addLine(nil, [1.0], smooth: 1) }
    }

    @Test func `the area under a curve is told as scikit-learn computes it`() throws {
        let figure = try Figure.make()
        // roc_auc_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) is 0.75.
        try figure.axes.addROC([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8], label: "model")
        #expect(try figure.svgText().contains("model, AUC 0.750"))
        #expect(throws: PlotError.self) { try figure.axes.addROC([0, 2], [0.1, 0.2]) }
        #expect(throws: PlotError.self) { try figure.axes.addROC([1, 1], [0.1, 0.2]) }
    }

    @Test func `each class of several has its own curve`() throws {
        let figure = try Figure.make()
        let scores = [[0.8, 0.1, 0.1], [0.2, 0.7, 0.1], [0.1, 0.2, 0.7], [0.3, 0.4, 0.3]]
        try figure.axes.addROC([0, 1, 2, 1], scores, labels: ["a", "b", "c"])
        let text = try figure.svgText()
        for name in ["a, AUC 1.000", "b, AUC 1.000", "c, AUC 1.000"] {
            #expect(text.contains(name))
        }
    }

    @Test func `calibration counts what came true in each bin`() throws {
        let figure = try Figure.make()
        try figure.axes.addCalibration([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9], bins: 2, label: "m")
        // Bins (0.1, 0.2) and (0.8, 0.9): means 0.15 and 0.85 against 0 and 1.
        let points = rows(figure, "m, ECE 0.150")
        #expect(points.compactMap { Double($0.y) } == [0, 1])
        #expect(throws: PlotError.self) { try figure.axes.addCalibration([0, 1], [0.5, 1.5]) }
    }

    @Test func `a spectrogram is brightest at the tone`() throws {
        let figure = try Figure.make()
        // A period of 8 samples at 8000 a second: 1000 Hz, term 8 of a window of 64.
        let wave = [0.0, 0.7071, 1, 0.7071, 0, -0.7071, -1, -0.7071]
        try figure.axes.addSpectrogram((0..<640).map { wave[$0 % 8] }, sampleRate: 8000, window: 64)
        let cells = figure.table().rows.filter { $0.x == "3" }
        let loudest = try #require(
            cells.max { (Double($0.value) ?? -1e9) < (Double($1.value) ?? -1e9) })
        // Rows count from the highest frequency, 33 terms in all.
        #expect(loudest.y == "24")
        #expect(throws: PlotError.self) { try figure.axes.addSpectrogram([1.0, 2], window: 64) }
    }

    @Test func `groups may differ in length and a matrix has one a column`() throws {
        #expect(try [[1.0, 2, 3], [4.0]].plotGroups() == [[1, 2, 3], [4]])
        #expect(
            try Tensor([[1.0, 2], [3, 4], [5, 6]]).plotGroups() == [[1, 3, 5], [2, 4, 6]])
        #expect(try [1.0, 2].plotGroups() == [[1, 2]])
        #expect(try [Tensor([1.0, 2]), Tensor([3.0])].plotGroups() == [[1, 2], [3]])
    }

    @Test func `boxes tell the medians and leave out what is no number`() throws {
        let figure = try Figure.make()
        try figure.axes.addBoxes([[1, 2, 3, .nan], [10, 20]], labels: ["a", "b"])
        let scene = try figure.scene()
        #expect(scene.summary == "Box plot, 2 groups, medians 2, 15")
        #expect(scene.warnings == ["1 NaN or infinite value left out of a box plot"])
        #expect(throws: PlotError.self) { try figure.axes.addBoxes([[1.0]], labels: ["a", "b"]) }
    }

    @Test func `stacked bars begin where the last ended`() throws {
        let figure = try Figure.make()
        try figure.axes.addGroupedBars(
            ["x", "y"], [[1.0, 2], [3.0, 4]], labels: ["a", "b"], stacked: true)
        #expect(rows(figure, "b").map(\.y) == ["3", "4"])
        #expect(rows(figure, "b").map(\.x) == ["x", "y"])
        #expect(throws: PlotError.self) {
            try figure.axes.addGroupedBars(["x"], [[1.0, 2, 3], [1.0, 2, 3]])
        }
    }

    @Test func `a tree is shown once it has grown`() throws {
        #expect(throws: PlotError.self) { try Figure.tree(DecisionTreeForTests.unfitted) }
        let text = try Figure.tree(
            DecisionTreeForTests.fitted(), featureNames: ["width"], classNames: ["small", "large"]
        ).svgText()
        for word in ["width ≤ 3", "small", "large", "2 examples", "yes", "no"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test func `an architecture names layers, shapes and parameters`() throws {
        let model = ModelForTests.make()
        let text = try Figure.architecture(model).svgText()
        for word in ["Dense  0", "batch × 8", "40 parameters", "58 trainable parameters"] {
            #expect(text.contains(word), "\(word)")
        }
    }

    @Test func `filters need weights`() throws {
        #expect(throws: PlotError.self) { try Figure.filters(ModelForTests.make()) }
    }

    @Test func `a traversal asks the decoder for every place`() throws {
        var asked: [Int] = []
        let figure = try Figure.traversal(latent: 3, steps: 4, range: 1) { z in
            asked = Array(z.shape)
            return Tensor.zeros(16, 5, 5)
        }
        #expect(asked == [16, 3])
        #expect(try figure.scene().summary.contains("20 × 20"))
        #expect(throws: (any Error).self) {
            try Figure.traversal(latent: 2, steps: 4) { _ in Tensor.zeros(3, 5, 5) }
        }
    }

    @Test func `errors name what was given`() throws {
        let axes = try Figure.make().axes
        #expect(throws: PlotError.self) { try axes.addQuiver([0, 1], [0], [[1.0]], [[1.0]]) }
        #expect(throws: PlotError.self) { try axes.addPie([-1, 2]) }
        #expect(throws: PlotError.self) { try axes.addDetections([[0.0]], [[1.0, 2, 3]]) }
        #expect(throws: PlotError.self) {
            try axes.addSegmentation([[0.0, 1]], [[0, 1], [1, 0]])
        }
        #expect(throws: PlotError.self) { try axes.makeInset([0.5, 0.5, 0.9, 0.1]) }
        #expect(throws: PlotError.self) { try axes.addSurface([0.0], [0.0], [[1.0]]) }
        #expect(throws: PlotError.self) {
            try Figure.reconstructions(Tensor.zeros(2, 3, 3), Tensor.zeros(2, 4, 4))
        }
        #expect(throws: PlotError.self) { try Figure.make().setStyle("drak") }
    }

    @Test func `bands of a contour cover the axes once`() throws {
        let figure = try Figure.make(size: (4, 3))
        let places = (0..<30).map { Double($0) / 5 - 3 }
        let z = places.map { b in places.map { a in a * a - b * b * b + a * b } }
        try figure.axes.addContour(places, places, z, filled: true)
        var area = 0.0
        var box = Rect(x: 0, y: 0, width: 0, height: 0)
        func look(_ marks: [Mark]) {
            for mark in marks {
                switch mark {
                case .clipped(let rect, let inner):
                    box = rect
                    look(inner)
                case .group(_, let inner): look(inner)
                case .path(let path) where path.fill != nil:
                    // Rings around holes run the other way and take their area away.
                    for (run, start) in path.starts.enumerated() {
                        let end =
                            run + 1 < path.starts.count ? path.starts[run + 1] : path.points.count
                        for index in start..<end {
                            let a = path.points[index]
                            let b = path.points[index + 1 < end ? index + 1 : start]
                            area += (a.x * b.y - b.x * a.y) / 2
                        }
                    }
                default: break
                }
            }
        }
        look(try figure.scene().marks)
        #expect(abs(abs(area) / (box.width * box.height) - 1) < 0.002, "\(area) of \(box)")
    }
}
