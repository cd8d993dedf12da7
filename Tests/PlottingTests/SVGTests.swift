import Glibc
import Plotting
import Tensors
import Testing

@Suite struct SVGTests {
    @Test(arguments: FigureCases.named.map(\.name))
    func `the same figure is the same bytes`(name: String) throws {
        let make = try #require(FigureCases.named.first { $0.name == name }).make
        let text = try make().svgText()
        #expect(try make().svgText() == text)
        GoldenFile.expect(text, equals: name + ".svg")
    }

    @Test(arguments: FigureCases.named.map(\.name))
    func `nothing that viewers strip or refuse is written`(name: String) throws {
        let text = try #require(FigureCases.named.first { $0.name == name }).make().svgText()
        for word in [
            "style=\"", "<script", "NaN", "nan\"", "inf", "-0\"", "http://www.w3.org/1999",
        ] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(text.contains("role=\"img\""))
        #expect(text.contains("<desc>"))
        // The dark form is the one style, and a figure for paper has none.
        let styles = text.components(between: "<style>", and: "</style>")
        #expect(styles.count == (name == "groups" ? 0 : 1))
        #expect(styles.allSatisfy { $0.hasPrefix("@media(prefers-color-scheme:dark){") })
    }

    @Test func `a dark page changes a line but not the same colour in a colour map`() throws {
        let z: [[Double]] = [[0, 1, 2], [1, 2, 3], [2, 3, 4]]
        let figure = try Figure.make()
        try figure.axes.addContour(nil, nil, z, filled: true)
        try figure.axes.addContour(nil, nil, z, levels: [0.5, 2.5], filled: false)
        let text = try figure.svgText()
        // The lowest band and the lowest line are viridis' first colour.
        #expect(text.contains("fill=\"#440154\""))
        let line = "stroke=\"rgb(68,1,84)\""
        #expect(text.contains(line))
        let rules = text.components(between: "<style>", and: "</style>").joined()
        #expect(rules.contains("[\(line)]") && !rules.contains("#440154"))
    }

    @Test func `a violin's median is a hole in both lights`() throws {
        let figure = try Figure.make()
        try figure.axes.addViolins([[1.0, 2, 3, 4], [2.0, 3, 5, 9]])
        #expect(try figure.svgText().contains("fill=\"#ffffff\" stroke=\"#1f2329\""))
    }

    @Test func `text is escaped and control characters are dropped`() throws {
        let figure = try Figure.make()
        try figure.axes.addLine([1, 2], [1, 2], label: "a<b & \"c\" > 'd'\u{1}\u{8}\u{b}")
        try figure.axes.setTitle("שלום עולם 😀 é 日本語 \u{202e}turned")
        try figure.axes.xlabel("x < 1 & y > 2\n\tnext").setLegend()
        let text = try figure.svgText()
        #expect(text.contains("a&lt;b &amp; &quot;c&quot; &gt; 'd'<"))
        #expect(text.contains("x &lt; 1 &amp; y &gt; 2  next"))
        #expect(text.contains("שלום עולם 😀 é 日本語 turned"))
        try GoldenFile.expectWellFormed(text, "escaping")
    }

    @Test func `all figures are well-formed XML`() throws {
        for (name, make) in FigureCases.named {
            try GoldenFile.expectWellFormed(try make().svgText(), name)
        }
    }

    @Test func `figures are small`() throws {
        // Half of matplotlib's bytes: loss curves 64 KB, 8 × 8 images 68 KB, 1,797 points 389 KB.
        var random = FigureCases.Random(5)
        let x = (0..<1797).map { _ in random.next() }
        let y = (0..<1797).map { _ in random.next() }
        let scatter = try Figure.make()
        try scatter.axes.addScatter(x, y, c: (0..<1797).map { $0 % 10 })
        #expect(try scatter.svgText().utf8.count < 194_000)

        let dense = try Figure.make()
        let many = (0..<100_000).map { _ in random.next() }
        try dense.axes.addScatter(many, many.reversed() as [Double])
        #expect(try dense.svgText().utf8.count < 500_000)
        #expect(dense.warnings == ["layer rasterised: 100000 points"])

        let line = try Figure.make()
        try line.axes.addLine(nil, (0..<1_000_000).map { _ in random.next() })
        #expect(try line.svgText().utf8.count < 100_000)
    }

    @Test func `the description tells the data`() throws {
        let figure = try Figure.make()
        try figure.axes.addLine(1...5, [1.9, 0.8, 0.3, 0.04, 0.05], label: "train").xlabel("epoch")
        let bundle = try figure.displayBundle()
        #expect(
            bundle.text
                == "<Figure 640×480: Line chart, 1 series, 5 points; train falls from 1.9 to 0.05, lowest at epoch 4>"
        )
        #expect(bundle["image/svg+xml"] != nil)
    }
}

extension String {
    /// The pieces between two words.
    func components(between start: String, and end: String) -> [Substring] {
        var result: [Substring] = []
        var rest = self[...]
        while let from = rest.firstRange(of: start) {
            rest = rest[from.upperBound...]
            guard let to = rest.firstRange(of: end) else { break }
            result.append(rest[..<to.lowerBound])
            rest = rest[to.upperBound...]
        }
        return result
    }
}
