import Plotting
import Tensors
import Testing

@Suite struct PlotErrorTests {
    private func message(_ body: (Plotting.Axes) throws -> Void) -> String {
        do {
            let figure = try Figure.make()
            try body(figure.axes)
            _ = try figure.svgText()
            return "no error"
        } catch {
            return "\(error)"
        }
    }

    @Test func `lengths that do not match name both`() {
        #expect(
            message { try $0.addLine([1, 2, 3], [1, 2]) } == """
                plot: x has 3 values and y has 2
                help: give as many of one as of the other
                """)
        #expect(
            message { try $0.addScatter([1, 2], [1, 2], c: [1]) }.hasPrefix(
                "scatter: x has 2 values and c has 1"))
    }

    @Test func `unknown names list the known ones and the nearest`() {
        #expect(
            message { try $0.addLine([1], [1], color: "rde") }.contains(
                "unknown color 'rde'\nhelp: did you mean 'red'?"))
        #expect(
            message { try $0.addImage([[1, 2]], colormap: "virids") }.contains(
                "did you mean 'viridis'?"))
        #expect(message { try $0.addLine([1], [1], marker: "Q") }.hasPrefix("unknown marker 'Q'"))
        #expect(
            message { try $0.setLegend(location: "top") }.hasPrefix("unknown legend location 'top'")
        )
        #expect(message { try $0.setXScale("logarithm") }.hasPrefix("unknown scale 'logarithm'"))
    }

    @Test func `shapes are said`() {
        #expect(
            message {
                try $0.addImage(
                    PlotArray(values: Array(repeating: 0, count: 24), shape: [2, 3, 4, 1]))
            }
                == "imshow needs [rows, columns] or [rows, columns, 3 or 4 colour channels], not data of shape [2, 3, 4, 1]"
        )
        #expect(
            message { try $0.addImage([[1, 2], [3]]) }.contains("row 0 has 2 values, row 1 has 1"))
        #expect(
            message { try $0.addHistogram(["a", "b"]) }
                == "hist's data must be numbers, not text such as \"a\"")
    }

    @Test func `a logarithmic axis without positive data says so`() {
        #expect(
            message { try $0.addLine(nil, [-1, -2]).setYScale(.log) }.hasPrefix(
                "the y axis is logarithmic"))
    }

    @Test func `colorbar without anything to explain says so`() {
        #expect(
            message { try $0.addLine(nil, [1, 2]).addColorbar() }.hasPrefix(
                "colorbar needs an image"))
    }

    @Test func `files that cannot be written name the reason`() throws {
        let figure = try Figure.make()
        #expect(
            throws: PlotError.cannotWrite(
                path: "/no/such/a.svg", reason: "No such file or directory")
        ) {
            try figure.savefig("/no/such/a.svg")
        }
        #expect(throws: PlotError.self) { try figure.savefig("figure.gif") }
    }
}

@Suite(.serialized) struct PyplotTests {
    @Test func `a figure left open is taken once`() throws {
        Figures.reset()
        plt.plot([1, 2, 3], [3, 2, 1], "r--o", label: "train")
        plt.title("Loss")
        plt.xlabel("epoch")
        plt.legend(loc: "upper right")
        let (_, axes) = plt.subplots(2, 3)
        axes[1, 2].imshow([[1, 2], [3, 4]], colormap: "gray")
        let figures = Figures.takeOpenFigures()
        #expect(figures.count == 2)
        #expect(figures[1].axesList.count == 6)
        #expect(Figures.takeOpenFigures().isEmpty)
    }

    @Test func `displaying a figure closes it`() throws {
        Figures.reset()
        let drawn = plt.scatter([1, 2], [3, 4])
        #expect(try drawn.displayBundle()["image/svg+xml"] != nil)
        #expect(Figures.takeOpenFigures().isEmpty)
    }

    @Test func `one number stands for many`() throws {
        let figure = try Figure.make()
        try figure.axes.addBand([1, 2, 3], 0, [1, 4, 9])
        try figure.axes.addErrorBars([1, 2, 3], [1, 4, 9], yerr: 0.5)
        try figure.axes.setXTicks(nil, rotation: 45)
        #expect(try figure.svgText().contains("rotate(-45)"))
        #expect("\(figure.axes)" == "<Axes: chart>" || "\(figure.axes)" == "<Axes: line chart>")
    }

    @Test func `a colour may be given as c`() throws {
        let figure = Figure()
        figure.axes.scatter([1, 2], [3, 4], c: "red")
        #expect(try figure.svgText().contains("#f00"))
    }

    @Test func `tensors are data`() throws {
        let figure = try Figure.make()
        try figure.axes.addLine(Tensor([0.0, 1, 2]), Tensor([[1, 2], [3, 4], [5, 6]]))
        #expect(try figure.svgText().contains("2 series, 3 points"))
        let image = try Figure.make()
        try image.axes.addImage(Tensor.zeros(4, 5, 3))
        #expect(try image.svgText().contains("4 × 5"))
    }
}
