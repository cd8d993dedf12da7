import Plotting
import Synchronization
import Tensors
import Testing

@Suite(.serialized) struct MotionTests {
    private func wave(_ count: Int) throws -> Animation {
        try Animation(frames: count, framesPerSecond: 10) { k, axes in
            try axes.addLine(nil, [0.0, Double(k), 1]).setTitle("fixed")
        }
    }

    @Test func `an animation holds what all figures share once`() throws {
        let text = try wave(5).svgText()
        #expect(text.components(between: "<animate ", and: "/>").count == 5)
        #expect(text.components(between: ">fixed</tex", and: ">").count == 1)
        #expect(
            text.contains(
                "values=\"none;inline;none\" keyTimes=\"0;.2;.4\" dur=\".5s\" repeatCount=\"indefinite\""
            ))
        #expect(try wave(5).svgText() == text)
        #expect(throws: PlotError.self) { try wave(0) }
    }

    @Test func `all figures of an animation have the same limits`() throws {
        let frames = try wave(4).frames
        let first = try frames[0].scene().texts.filter { !$0.isData }.map(\.text)
        #expect(try frames[3].scene().texts.filter { !$0.isData }.map(\.text) == first)
    }

    @Test func `an interactive figure answers the pointer with CSS alone`() throws {
        let figure = try Figure.make()
        try figure.axes.addLine(nil, [1.0, 2], label: "a").addLine(nil, [2.0, 1], label: "b")
            .setLegend()
        let bundle = try figure.interactive().displayBundle()
        guard case .text(let html)? = bundle["text/html"] else {
            Issue.record("no text/html")
            return
        }
        #expect(html.contains(":has(.l0:hover) .d:not(.s0){opacity:.12}"))
        #expect(html.contains("<title>b\n0, 2</title>") || html.contains("<title>b 0, 2</title>"))
        #expect(!html.contains("<script") && !html.contains("http://www.w3.org/1999"))
        guard case .text(let plain)? = bundle["image/svg+xml"] else { return }
        #expect(!plain.contains("class=") && !plain.contains(":hover"))
    }

    @Test func `a figure's table quotes what CSV needs quoted`() throws {
        let figure = try Figure.make()
        try figure.axes.addLine([1, 2], [0.5, .nan], label: "a, \"b\"")
        #expect(
            figure.table().csv
                == "axes,series,x,y,value\n1,\"a, \"\"b\"\"\",1,0.5,\n1,\"a, \"\"b\"\"\",2,,\n")
    }

    @Test func `warnings are told on standard error once`() throws {
        let sink = RecordingSink()
        Output.use(sink)
        defer { Output.use(nil) }
        let figure = try Figure.make()
        try figure.axes.addScatter([1, 2], [1, .nan])
        _ = try figure.displayBundle()
        _ = try figure.displayBundle()
        #expect(sink.errors == ["figure: 1 point left out: NaN or infinite\n"])
        #expect(figure.warnings == ["1 point left out: NaN or infinite"])
    }

    @Test
    func
        `a live figure is updated in place, not more than ten times a second, and ends with its last state`()
        throws
    {
        let sink = RecordingSink()
        Output.use(sink)
        defer { Output.use(nil) }
        let live = LiveFigure(title: "t")
        for step in 1...500 { try live.add("loss", Double(step)) }
        let before = sink.displays.count
        #expect(before < 100)
        _ = Figures.takeOpenFigures()
        #expect(sink.displays.count == before + 1)
        #expect(
            sink.displays.dropFirst().allSatisfy { $0.isUpdate && $0.id == sink.displays[0].id })
        #expect(sink.displays.first?.isUpdate == false)
        #expect(sink.displays.last?.text.contains("500 points") == true)
    }

    @Test func `where nothing can be replaced a live figure is shown once`() throws {
        let sink = RecordingSink(inPlace: false)
        Output.use(sink)
        defer { Output.use(nil) }
        let figure = try Figure.make()
        for step in 1...3 {
            try figure.axes.addLine(nil, [0.0, Double(step)])
            try figure.updateDisplay()
        }
        #expect(sink.displays.isEmpty)
        _ = Figures.takeOpenFigures()
        #expect(sink.displays.count == 1)
    }
}

/// Keeps what is shown.
private final class RecordingSink: OutputSink {
    struct Shown: Sendable {
        var text: String
        var id: String?
        var isUpdate: Bool
    }
    private let state = Mutex<(displays: [Shown], errors: [String])>(([], []))
    let updatesInPlace: Bool

    init(inPlace: Bool = true) { updatesInPlace = inPlace }

    var displays: [Shown] { state.withLock { $0.displays } }
    var errors: [String] { state.withLock { $0.errors } }

    func write(_ text: String) {}
    func writeError(_ text: String) { state.withLock { $0.errors.append(text) } }
    func display(_ bundle: DisplayBundle, id: String?) {
        state.withLock { $0.displays.append(Shown(text: bundle.text, id: id, isUpdate: false)) }
    }
    func updateDisplay(_ bundle: DisplayBundle, id: String) {
        state.withLock { $0.displays.append(Shown(text: bundle.text, id: id, isUpdate: true)) }
    }
}
