import Plotting
import Testing

/// What a figure says that it could not show.
@Suite struct WarningsTests {
    private let log = "left out: a log axis has no place for 0 and below (.symlog has)"

    private func warnings(_ draw: (Axes) throws -> Void) throws -> [String] {
        let figure = try Figure.make()
        try draw(figure.axes)
        return figure.warnings
    }

    @Test func `points without a place are counted over all series`() throws {
        #expect(try warnings { try $0.addLine([1, 2, 3], [1, 2, 3]) } == [])
        #expect(
            try warnings {
                try $0.addLine([1, 2, 3], [1, .nan, 3])
                try $0.addScatter([1, .infinity], [1, 2])
            } == ["2 points left out: NaN or infinite"])
        #expect(try warnings { try $0.addLine([1, 2, 3], [0, -1, 10]).setYScale(.log) } == ["2 points \(log)"])
        #expect(try warnings { try $0.addScatter([0, 1], [0, 10]).setXScale(.log) } == ["1 point \(log)"])
        #expect(
            try warnings { try $0.addLine([1, 2, 3], [.nan, 0, 10]).setYScale(.log) }
                == ["1 point left out: NaN or infinite", "1 point \(log)"])
        #expect(try warnings { try $0.addLine([1, 2, 3], [0, -1, 10]).setYScale(.symlog) } == [])
    }

    @Test func `bars and bands end at the border of a log axis and lose nothing`() throws {
        #expect(try warnings { try $0.addBars([1, 2, 3], [0, 5, 100]).setYScale(.log) } == [])
        #expect(try warnings { try $0.addBars([1, 2], [-5, 100]).setYScale(.log) } == ["1 point \(log)"])
        let figure = try Figure.make()
        try figure.axes.addBand([1, 2, 3], [-1, 0, 1], [10, 100, 10]).setYScale(.log)
        #expect(figure.warnings == [])
        let scene = try figure.scene()
        let (band, frame) = (scene.points(closed: true).map(\.y), scene.points(closed: false).map(\.y))
        let (lowest, border) = (try #require(band.max()), try #require(frame.max()))
        // Marks of the axis reach some pixels below its border.
        #expect(lowest < border && lowest > border - 12)
    }

    @Test func `names that were cut are counted and stay apart`() throws {
        let names = (1...30).map { "the very long name of a category, which is number \($0)" }
        let figure = try Figure.make()
        try figure.axes.addBars(names, (1...30).map(Double.init))
        let texts = try figure.scene().texts.filter { $0.full != nil }
        #expect(texts.count == 30)
        #expect(Set(texts.map(\.text)).count == 30)
        #expect(Set(texts.compactMap(\.full)) == Set(names))
        #expect(figure.warnings == ["30 texts shortened"])
    }

    @Test func `a text is cut at its end, or in the middle beside one that would be the same`() {
        #expect(FittedText("short", to: 100, size: 10) == FittedText("short", to: 1000, size: 10))
        let cut = FittedText("a text of many words", to: 60, size: 10)
        #expect(cut.full == "a text of many words")
        #expect(cut.shown.hasSuffix("…") && cut.shown.hasPrefix("a te"))
        #expect(TextMeasure.width(cut.shown, size: 10) <= 60)
        let apart = FittedText.apart(["column number 1", "column number 2", "other"], to: 60, size: 10)
        #expect(apart.map(\.shown).allSatisfy { TextMeasure.width($0, size: 10) <= 60 })
        #expect(apart[0].shown.hasSuffix("1") && apart[1].shown.hasSuffix("2"))
        #expect(apart[2].full == nil)
        let long = FittedText(String(repeating: "x", count: 100_000), to: 50, size: 10)
        #expect(long.shown.count < 12)
    }
}

extension Scene {
    /// The points of all closed outlines.
    fileprivate func points(closed: Bool) -> [Point] {
        func collect(_ marks: [Mark]) -> [Point] {
            marks.flatMap { mark -> [Point] in
                switch mark {
                case .path(let path) where path.closed == closed: return path.points
                case .clipped(_, let inner), .group(_, let inner): return collect(inner)
                default: return []
                }
            }
        }
        return collect(marks)
    }
}
