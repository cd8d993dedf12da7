import Glibc
import Plotting
import Tensors
import Testing

/// Text as outlines; where the fonts are not installed, these are skipped.
@Suite struct OutlineTests {
    static let file = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    static let hasFonts = access(file, R_OK) == 0

    private func font() throws -> (bytes: [UInt8], font: TrueTypeFont) {
        let bytes = try #require(FileWriting.read(Self.file))
        return (bytes, try #require(TrueTypeFont(bytes)))
    }

    private func box(_ contours: [TrueTypeFont.Contour]) -> [Double] {
        let points = contours.flatMap(\.points)
        let x = points.map { ($0.x * 2048).rounded() }, y = points.map { ($0.y * 2048).rounded() }
        return [x.min() ?? 0, y.min() ?? 0, x.max() ?? 0, y.max() ?? 0]
    }

    /// The boxes that fontTools gives for these glyphs: a straight one, a round one, one of two parts, a composite.
    @Test(
        .enabled(if: hasFonts),
        arguments: [
            ("l", 1, [193, 0, 377, 1556]), ("o", 2, [113, -29, 1141, 1147]), ("i", 2, [193, 0, 377, 1556]),
            ("é", 3, [113, -29, 1151, 1638]), ("α", 2, [113, -25, 1252, 1145]),
        ] as [(Unicode.Scalar, Int, [Double])])
    func `outlines are the font's`(scalar: Unicode.Scalar, count: Int, corners: [Double]) throws {
        let contours = try #require(try font().font.outline(scalar))
        #expect(contours.count == count)
        #expect(box(contours) == corners)
    }

    @Test(.enabled(if: hasFonts)) func `what the font lacks has no outline, and a space an empty one`() throws {
        let font = try font().font
        #expect(font.outline("日") == nil)
        #expect(try #require(font.outline(" ")).isEmpty)
    }

    @Test(.enabled(if: hasFonts)) func `a damaged file has no outlines and ends nothing`() throws {
        let bytes = try font().bytes
        for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
            _ = TrueTypeFont(Array(bytes[..<cut]))?.outline("g")
        }
        var random = FigureCases.Random(3)
        for _ in 0..<40 {
            var broken = bytes
            for _ in 0..<200 { broken[Int(random.next() * 2000)] = UInt8(random.next() * 255) }
            guard let font = TrueTypeFont(broken) else { continue }
            for scalar in "aé€".unicodeScalars { _ = font.outline(scalar) }
        }
    }

    @Test(.enabled(if: hasFonts)) func `a figure of outlines has no text and looks the same`() throws {
        for name in FigureCases.named.map(\.name) {
            let figure = try #require(FigureCases.named.first { $0.name == name }).make()
            let outlined = try figure.svgText(outlines: true)
            #expect(try figure.svgText(outlines: true) == outlined)
            try GoldenFile.expectWellFormed(outlined, name)
            guard RenderingTests.hasConverter, !(try figure.svgText()).unicodeScalars.contains(where: { $0.value > 0x2fff }) else { continue }
            #expect(!outlined.contains("<text"), "\(name)")
            let plain = try PNGImage(png: FileWriting.png(of: figure.svgText(), dpi: 100))
            let drawn = try PNGImage(png: FileWriting.png(of: outlined, dpi: 100))
            #expect(drawn.width == plain.width && drawn.height == plain.height)
            // A renderer's hinting moves an edge by a part of a pixel; a letter elsewhere is far more than this.
            var sum = 0.0
            for (a, b) in zip(plain.pixels, drawn.pixels) { sum += Double(abs(Int(a) - Int(b))) }
            #expect(sum / Double(plain.pixels.count) < 4, "\(name)")
        }
    }

    @Test(.enabled(if: hasFonts)) func `text that letters are missing for stays text`() throws {
        let figure = try Figure.make()
        try figure.axes.addLine([1, 2], [1, 2])
        try figure.axes.setTitle("数 and letters")
        #expect(try figure.svgText(outlines: true).contains(">数 and letters</text>"))
    }
}
