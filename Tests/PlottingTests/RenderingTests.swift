import Glibc
import Plotting
import Tensors
import Testing

/// What other programs make of the files; where one is not installed, its tests are skipped.
@Suite struct RenderingTests {
    static let hasConverter = access("/usr/bin/rsvg-convert", X_OK) == 0
    static let hasChromium = access("/usr/bin/chromium", X_OK) == 0

    /// Black and white cells, and where their middles lie on the page.
    private func cells() throws -> (figure: Figure, middles: [(x: Int, y: Int, isWhite: Bool)]) {
        let figure = try Figure.make(size: (3, 2))
        try figure.axes.addImage([[0.0, 1, 0], [1, 0, 1]], colormap: .gray)
        var rect: Rect?
        func look(_ marks: [Mark]) {
            for mark in marks {
                switch mark {
                case .picture(let picture): rect = picture.rect
                case .clipped(_, let inner), .group(_, let inner): look(inner)
                default: break
                }
            }
        }
        look(try figure.scene().marks)
        let box = try #require(rect)
        var middles: [(x: Int, y: Int, isWhite: Bool)] = []
        for row in 0..<2 {
            for column in 0..<3 {
                let x = box.x + box.width * (Double(column) + 0.5) / 3
                let y = box.y + box.height * (Double(row) + 0.5) / 2
                middles.append((Int(x), Int(y), (row + column) % 2 == 1))
            }
        }
        return (figure, middles)
    }

    private func expectCells(_ image: PNGImage, _ middles: [(x: Int, y: Int, isWhite: Bool)]) {
        for place in middles {
            let at = (place.y * image.width + place.x) * image.channels
            for channel in 0..<min(3, image.channels) {
                let value = Int(image.pixels[at + channel])
                #expect(abs(value - (place.isWhite ? 255 : 0)) <= 1, "\(place): \(value)")
            }
        }
    }

    @Test(.enabled(if: hasConverter)) func `rsvg-convert draws cells in their colours`() throws {
        let (figure, middles) = try cells()
        expectCells(try PNGImage(png: FileWriting.png(of: figure.svgText(), dpi: 100)), middles)
    }

    @Test(.enabled(if: hasConverter), arguments: FigureCases.named.map(\.name))
    func `a page that takes styles away shows the same picture`(name: String) throws {
        let text = try #require(FigureCases.named.first { $0.name == name }).make().svgText()
        var bare = text
        for style in text.components(between: "<style>", and: "</style>") {
            bare = bare.replacing("<style>\(style)</style>", with: "")
        }
        let picture = try PNGImage(png: FileWriting.png(of: text, dpi: 100))
        #expect(try PNGImage(png: FileWriting.png(of: bare, dpi: 100)) == picture)
        // Not blank: more than one colour.
        #expect(Set(picture.pixels).count > 3)
    }

    @Test(.enabled(if: hasChromium)) func `Chromium draws cells in their colours`() throws {
        let (figure, middles) = try cells()
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? P_tmpdir
        let stem = "\(folder)/vencejo-chromium-\(getpid())"
        GoldenFile.write(try figure.svgText(), to: stem + ".svg")
        defer {
            unlink(stem + ".svg")
            unlink(stem + ".png")
        }
        let arguments = [
            "timeout", "90", "chromium", "--headless", "--no-sandbox", "--disable-gpu",
            "--hide-scrollbars",
            "--user-data-dir=\(stem)", "--window-size=300,200", "--screenshot=\(stem).png",
            "file://\(stem).svg",
        ]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        try #require(posix_spawnp(&process, "timeout", nil, nil, pointers, environ) == 0)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        let bytes = try #require(
            GoldenFile.bytes(stem + ".png"), "Chromium ended with status \(status)")
        expectCells(try PNGImage(png: bytes), middles)
    }
}
