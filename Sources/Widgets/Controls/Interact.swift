internal import Tensors

/// Shows the widgets, runs `body` now and each time one of the widgets is moved; what it prints and shows stands below them and is
/// replaced each time.
///
///     let n = IntSlider(value: 3, min: 1, max: 10)
///     interact(n) { print(n.value * n.value) }
///
/// Source: ipywidgets 8, `interactive`.
@discardableResult
public func interact(_ widgets: Widget..., body: @escaping () throws -> Void) -> VBox {
    let interaction = Interaction(widgets, body)
    try? interaction.run { "\($0)" }
    interaction.start { "\($0)" }
    if let bundle = try? interaction.box.displayBundle() { Tensors.Output.sink.display(bundle, id: nil) }
    return interaction.box
}

/// Widgets and what is done when one of them is moved.
package final class Interaction: Sendable {
    /// The widgets, and below them what was printed and shown.
    package let box: VBox
    private let widgets: [Widget]
    private let output = Output()
    private let body: Handed<() throws -> Void>

    package init(_ widgets: [Widget], _ body: @escaping () throws -> Void) {
        self.widgets = widgets
        self.body = Handed(body)
        box = VBox(widgets + [output])
    }

    /// Runs the body, in place of what it showed before. An error is shown as `wording` puts it, or thrown where that is nil.
    package func run(wording: (any Error) -> String?) throws {
        output.clear(wait: true)
        do {
            try output.capture(body.closure)
        } catch {
            guard let text = wording(error) else { throw error }
            output.capture { Tensors.Output.sink.writeError(text + "\n") }
        }
    }

    /// Runs the body from now on when one of the widgets is moved or clicked, widgets within them included.
    package func start(wording: @escaping @Sendable (any Error) -> String?) {
        watch(widgets) { [self] in try run(wording: wording) }
    }

    private func watch(_ widgets: [Widget], _ body: @escaping @Sendable () throws -> Void) {
        for widget in widgets {
            widget.model.observe(body)
            widget.model.on("click", body)
            watch(widget.children, body)
        }
    }
}
