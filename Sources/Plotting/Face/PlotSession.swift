import Glibc
import Tensors

/// The figures that `plt` has open, and which of them is current.
///
/// The list is guarded by a lock; a figure itself belongs to the thread that draws it.
final class PlotSession: @unchecked Sendable {
    static let current = PlotSession()

    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var open: [Figure] = []
    private var currentFigure: Figure?
    private var standard = FigureStyle.light
    /// Figures that are updated in place and have not shown their last state.
    private var waiting: [Figure] = []
    private var liveCount = 0

    private init() {
        pthread_mutex_init(lock, nil)
    }

    private func locked<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }

    /// The current figure, a new one if none is open.
    func figure() -> Figure {
        if let known = locked({ currentFigure }) { return known }
        return add(Figure(checked: nil, trims: true))
    }

    @discardableResult
    func add(_ figure: Figure) -> Figure {
        locked {
            open.append(figure)
            currentFigure = figure
        }
        return figure
    }

    func select(_ figure: Figure) {
        locked {
            if !open.contains(where: { $0 === figure }) { open.append(figure) }
            currentFigure = figure
        }
    }

    /// The style of new figures.
    var style: FigureStyle {
        get { locked { standard } }
        set { locked { standard = newValue } }
    }

    /// A number for a figure that is updated in place, the same in every run.
    func nextLiveNumber() -> Int {
        locked {
            liveCount += 1
            return liveCount
        }
    }

    func await(_ figure: Figure) {
        locked { if !waiting.contains(where: { $0 === figure }) { waiting.append(figure) } }
    }

    func takeWaiting() -> [Figure] {
        locked {
            defer { waiting = [] }
            return waiting
        }
    }

    /// Closes a figure, the current one if none is given.
    func close(_ figure: Figure?) {
        locked {
            guard let gone = figure ?? currentFigure else { return }
            open.removeAll { $0 === gone }
            if currentFigure === gone { currentFigure = open.last }
        }
    }

    /// Closes all figures and gives them, in the order in which they were opened.
    @discardableResult
    func closeAll() -> [Figure] {
        locked {
            let figures = open
            open = []
            currentFigure = nil
            return figures
        }
    }

    /// Runs `body` as if no figure were open; those that are stay so.
    func aside<Result>(_ body: () throws -> Result) rethrows -> Result {
        let saved = locked { (open, currentFigure) }
        closeAll()
        defer { locked { (open, currentFigure) = saved } }
        return try body()
    }

    /// The open figures with something in them, in order; none is open afterwards.
    func takeOpen() -> [Figure] {
        closeAll().filter { figure in
            figure.suptitleSpec != nil
                || figure.axesList.contains { !$0.isEmpty || $0.titleSpec != nil }
        }
    }
}

/// What the host of cells needs of figures.
package enum Figures {
    /// The figures that `plt` left open, in the order in which they were made; they are closed with it.
    package static func takeOpenFigures() -> [Figure] {
        for figure in PlotSession.current.takeWaiting() { try? figure.live?.flush() }
        return PlotSession.current.takeOpen()
    }

    /// Runs `body` as if no figure were open; those that are stay so.
    package static func aside<Result>(_ body: () throws -> Result) rethrows -> Result {
        try PlotSession.current.aside(body)
    }

    /// Forgets all open figures.
    package static func reset() {
        _ = PlotSession.current.takeWaiting()
        PlotSession.current.closeAll()
        PlotSession.current.style = .light
    }

    /// The style of figures made from here on.
    package static func setStyle(_ style: FigureStyle) throws(PlotError) {
        PlotSession.current.style = try style.validated()
    }

    /// Shows a figure through the output sink, its warnings on standard error.
    package static func show(_ figure: Figure) throws {
        let bundle = try figure.displayBundle()
        Output.sink.display(bundle, id: nil)
        PlotSession.current.close(figure)
    }
}
