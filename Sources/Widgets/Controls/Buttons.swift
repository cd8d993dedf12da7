internal import JSON

/// A box that is ticked or not.
///
///     let normalise = Checkbox(value: true, description: "normalise")
///
/// Source: ipywidgets 8, `Checkbox`.
public final class Checkbox: ValueWidget<Bool>, @unchecked Sendable {
    public init(value: Bool = false, description: String = "") {
        super.init(
            .checkbox, value: value, traits: [("description", .string(description))], from: { $0.bool }, to: { .bool($0) })
    }

    override var summary: [String] { summary("value") }
}

/// A button that stays pressed until it is clicked again.
///
///     let running = ToggleButton(description: "train")
///
/// Source: ipywidgets 8, `ToggleButton`.
public final class ToggleButton: ValueWidget<Bool>, @unchecked Sendable {
    public init(value: Bool = false, description: String = "") {
        super.init(
            .toggleButton, value: value, traits: [("description", .string(description))], from: { $0.bool }, to: { .bool($0) })
    }

    override var summary: [String] { summary("value") }
}

/// A button that does something when it is clicked.
///
///     let button = Button(description: "again")
///     button.onClick { print("clicked") }
///
/// Source: ipywidgets 8, `Button`.
public final class Button: Widget, @unchecked Sendable {
    public init(description: String = "") {
        super.init(.button, traits: [("description", .string(description))])
    }

    /// Calls `body` at each click.
    public func onClick(_ body: @escaping () throws -> Void) {
        let body = Handed(body)
        model.on("click") { try body.closure() }
    }
}
