internal import JSON

/// What the controls that choose one of several texts share.
///
/// The frontend exchanges the option's position; code sees its text.
public class ChoiceWidget: ValueWidget<String>, @unchecked Sendable {
    /// What can be chosen.
    public let options: [String]

    init(_ kind: WidgetKind, options: [String], value: String?, description: String) throws(WidgetError) {
        guard let first = options.first else { throw .noOptions }
        if let value, !options.contains(value) { throw .notAnOption(value, options: options) }
        self.options = options
        super.init(
            kind, value: value ?? first, key: "index",
            traits: [
                ("_options_labels", .array(options.map { .string($0) })), ("description", .string(description)),
            ],
            from: { $0.int.flatMap { options.indices.contains($0) ? options[$0] : nil } },
            to: { option in options.firstIndex(of: option).map { .int($0) } ?? .null })
    }

    /// The position of what is chosen.
    public var index: Int { options.firstIndex(of: value) ?? 0 }

    /// Chooses an option by its text; one that is not there is an error.
    package func choose(_ option: String) throws(WidgetError) {
        guard options.contains(option) else { throw .notAnOption(option, options: options) }
        value = option
    }

    override var summary: [String] {
        ["value: \"\(value)\"", "options: [\(options.map { "\"\($0)\"" }.joined(separator: ", "))]"]
    }
}

/// A list that drops down, for one of several texts.
///
///     let data = Dropdown(options: ["circle", "xor", "gauss"], description: "data")
///
/// Without a value the first is chosen. No options, or a value that is none of them, is an error. Source: ipywidgets 8,
/// `Dropdown`.
public final class Dropdown: ChoiceWidget, @unchecked Sendable {
    public convenience init(options: [String], value: String? = nil, description: String = "") {
        do { try self.init(checked: options, value: value, description: description) } catch { end(with: error) }
    }

    package init(checked options: [String], value: String?, description: String) throws(WidgetError) {
        try super.init(.dropdown, options: options, value: value, description: description)
    }
}

/// Round buttons, one of which is pressed.
///
///     let activation = RadioButtons(options: ["relu", "tanh"], description: "activation")
///
/// Source: ipywidgets 8, `RadioButtons`.
public final class RadioButtons: ChoiceWidget, @unchecked Sendable {
    public convenience init(options: [String], value: String? = nil, description: String = "") {
        do { try self.init(checked: options, value: value, description: description) } catch { end(with: error) }
    }

    package init(checked options: [String], value: String?, description: String) throws(WidgetError) {
        try super.init(.radioButtons, options: options, value: value, description: description)
    }
}

/// Buttons in a row, one of which is pressed.
///
///     let optimizer = ToggleButtons(options: ["SGD", "Adam"])
///
/// Source: ipywidgets 8, `ToggleButtons`.
public final class ToggleButtons: ChoiceWidget, @unchecked Sendable {
    public convenience init(options: [String], value: String? = nil, description: String = "") {
        do { try self.init(checked: options, value: value, description: description) } catch { end(with: error) }
    }

    package init(checked options: [String], value: String?, description: String) throws(WidgetError) {
        try super.init(.toggleButtons, options: options, value: value, description: description)
    }
}

/// A slider over several texts.
///
///     let size = SelectionSlider(options: ["small", "medium", "large"], value: "medium")
///
/// Source: ipywidgets 8, `SelectionSlider`.
public final class SelectionSlider: ChoiceWidget, @unchecked Sendable {
    public convenience init(options: [String], value: String? = nil, description: String = "") {
        do { try self.init(checked: options, value: value, description: description) } catch { end(with: error) }
    }

    package init(checked options: [String], value: String?, description: String) throws(WidgetError) {
        try super.init(.selectionSlider, options: options, value: value, description: description)
    }
}

/// A list from which any number of texts can be chosen.
///
///     let classes = SelectMultiple(options: ["cat", "dog", "bird"], value: ["cat"])
///
/// Source: ipywidgets 8, `SelectMultiple`.
public final class SelectMultiple: ValueWidget<[String]>, @unchecked Sendable {
    /// What can be chosen.
    public let options: [String]

    public convenience init(options: [String], value: [String] = [], description: String = "") {
        do { try self.init(checked: options, value: value, description: description) } catch { end(with: error) }
    }

    package init(checked options: [String], value: [String], description: String) throws(WidgetError) {
        guard !options.isEmpty else { throw .noOptions }
        for option in value where !options.contains(option) { throw .notAnOption(option, options: options) }
        self.options = options
        super.init(
            .selectMultiple, value: value, key: "index",
            traits: [
                ("_options_labels", .array(options.map { .string($0) })), ("description", .string(description)),
            ],
            from: { positions in
                positions.array?.compactMap { $0.int.flatMap { options.indices.contains($0) ? options[$0] : nil } }
            },
            to: { chosen in .array(chosen.compactMap { options.firstIndex(of: $0).map { .int($0) } }) })
    }

    /// Chooses options by their texts; one that is not there is an error.
    package func choose(_ chosen: [String]) throws(WidgetError) {
        for option in chosen where !options.contains(option) { throw .notAnOption(option, options: options) }
        value = chosen
    }

    override var summary: [String] { ["value: \(value)", "options: \(options)"] }
}
