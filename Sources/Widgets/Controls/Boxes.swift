internal import JSON

/// What holds other widgets.
public class Box: Widget, @unchecked Sendable {
    /// The widgets in it, in order.
    public private(set) var contents: [Widget]

    init(_ kind: WidgetKind, _ children: [Widget], traits: [(String, JSONValue)] = []) {
        contents = children
        super.init(kind, traits: [("children", .array([]))] + traits)
        model.refer("children", toAll: children.map(\.model))
    }

    override var children: [Widget] { contents }

    override var summary: [String] { ["[\(contents.map(\.description).joined(separator: ", "))]"] }
}

/// Widgets side by side.
///
///     HBox([Label(value: "rate"), FloatSlider()])
///
/// Source: ipywidgets 8, `HBox`.
public final class HBox: Box, @unchecked Sendable {
    public init(_ children: [Widget]) { super.init(.hBox, children) }
}

/// Widgets one below the other.
///
///     VBox([IntSlider(), Output()])
///
/// Source: ipywidgets 8, `VBox`.
public final class VBox: Box, @unchecked Sendable {
    public init(_ children: [Widget]) { super.init(.vBox, children) }
}

/// Widgets of which one is shown, chosen by tabs.
///
///     Tab([IntSlider(), FloatSlider()], titles: ["layers", "rate"])
///
/// Source: ipywidgets 8, `Tab`.
public final class Tab: Box, @unchecked Sendable {
    public convenience init(_ children: [Widget], titles: [String]) {
        do { try self.init(checked: children, titles: titles) } catch { end(with: error) }
    }

    package init(checked children: [Widget], titles: [String]) throws(WidgetError) {
        guard titles.count == children.count else { throw .titles(titles.count, children: children.count) }
        super.init(
            .tab, children,
            traits: [("titles", .array(titles.map { .string($0) })), ("selected_index", children.isEmpty ? .null : .int(0))])
    }
}

/// Widgets that fold, each under its title.
///
///     Accordion([IntSlider(), FloatSlider()], titles: ["layers", "rate"])
///
/// Source: ipywidgets 8, `Accordion`.
public final class Accordion: Box, @unchecked Sendable {
    public convenience init(_ children: [Widget], titles: [String]) {
        do { try self.init(checked: children, titles: titles) } catch { end(with: error) }
    }

    package init(checked children: [Widget], titles: [String]) throws(WidgetError) {
        guard titles.count == children.count else { throw .titles(titles.count, children: children.count) }
        super.init(
            .accordion, children, traits: [("titles", .array(titles.map { .string($0) })), ("selected_index", .null)])
    }
}
