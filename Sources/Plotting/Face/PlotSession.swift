import Tensors

/// The figures that `plt` has open, and which of them is current.
///
/// Used from the thread that runs cells, or from the main thread of a program; never from two at once.
final class PlotSession: @unchecked Sendable {
    static let current = PlotSession()

    private(set) var open: [Figure] = []
    private var currentFigure: Figure?

    /// The current figure, a new one if none is open.
    func figure() -> Figure {
        if let currentFigure { return currentFigure }
        return add(Figure(checked: nil, trims: true))
    }

    @discardableResult
    func add(_ figure: Figure) -> Figure {
        open.append(figure)
        currentFigure = figure
        return figure
    }

    func select(_ figure: Figure) {
        if !open.contains(where: { $0 === figure }) { open.append(figure) }
        currentFigure = figure
    }

    func close(_ figure: Figure?) {
        guard let gone = figure ?? currentFigure else { return }
        open.removeAll { $0 === gone }
        if currentFigure === gone { currentFigure = open.last }
    }

    func closeAll() {
        open = []
        currentFigure = nil
    }

    /// A figure that was shown is not shown again at the end of the cell.
    func markShown(_ figure: Figure) {
        if open.contains(where: { $0 === figure }) { close(figure) }
    }

    /// The open figures with something in them, in order; none is open afterwards.
    func takeOpen() -> [Figure] {
        let figures = open.filter { figure in
            figure.suptitleSpec != nil
                || figure.axesList.contains { !$0.isEmpty || $0.titleSpec != nil }
        }
        closeAll()
        return figures
    }
}

/// What the host of cells needs of figures.
package enum Figures {
    /// The figures that `plt` left open, in the order in which they were made; they are closed with it.
    package static func takeOpenFigures() -> [Figure] { PlotSession.current.takeOpen() }

    /// Forgets all open figures.
    package static func reset() { PlotSession.current.closeAll() }

    /// Shows a figure through the output sink, its warnings on standard error.
    package static func show(_ figure: Figure) throws {
        let bundle = try figure.displayBundle()
        Output.sink.display(bundle, id: nil)
        PlotSession.current.close(figure)
    }
}
