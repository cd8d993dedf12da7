internal import JSON

/// A line of text that people type.
///
///     let name = Text(value: "model", placeholder: "a name", description: "name")
///
/// Source: ipywidgets 8, `Text`.
public final class Text: ValueWidget<String>, @unchecked Sendable {
    public init(value: String = "", placeholder: String = "", description: String = "") {
        super.init(
            .text, value: value, traits: [("description", .string(description))] + .placeholder(placeholder),
            from: { $0.string }, to: { .string($0) })
    }

    /// Calls `body` with the text when the line is ended with Return.
    public func onSubmit(_ body: @escaping (String) throws -> Void) {
        let body = Handed(body)
        model.on("submit") { [weak self] in
            guard let self else { return }
            try body.closure(value)
        }
    }

    override var summary: [String] { ["value: \"\(value)\""] }
}

/// Several lines of text that people type.
///
///     let prompt = Textarea(placeholder: "En un lugar de la Mancha", description: "prompt")
///
/// Source: ipywidgets 8, `Textarea`.
public final class Textarea: ValueWidget<String>, @unchecked Sendable {
    public init(value: String = "", placeholder: String = "", description: String = "") {
        super.init(
            .textarea, value: value, traits: [("description", .string(description))] + .placeholder(placeholder),
            from: { $0.string }, to: { .string($0) })
    }

    override var summary: [String] { ["value: \"\(value)\""] }
}

/// A field for a whole number.
///
///     let epochs = IntText(value: 20, description: "epochs")
///
/// Source: ipywidgets 8, `IntText`.
public final class IntText: ValueWidget<Int>, @unchecked Sendable {
    public init(value: Int = 0, description: String = "") {
        super.init(
            .intText, value: value, traits: [("description", .string(description))], from: { $0.int }, to: { .int($0) })
    }

    override var summary: [String] { summary("value") }
}

/// A field for a number.
///
///     let rate = FloatText(value: 0.01, description: "rate")
///
/// Source: ipywidgets 8, `FloatText`.
public final class FloatText: ValueWidget<Double>, @unchecked Sendable {
    public init(value: Double = 0, description: String = "") {
        super.init(
            .floatText, value: value, traits: [("description", .string(description)), ("step", .null)],
            from: { $0.finite }, to: { .double($0) })
    }

    override var summary: [String] { summary("value") }
}

/// Text that code shows.
///
///     let status = Label(value: "waiting")
///
/// Source: ipywidgets 8, `Label`.
public final class Label: ValueWidget<String>, @unchecked Sendable {
    public init(value: String = "", description: String = "") {
        super.init(
            .label, value: value, traits: [("description", .string(description))], isReadOnly: true, from: { $0.string },
            to: { .string($0) })
    }

    override var summary: [String] { ["value: \"\(value)\""] }
}

/// HTML that code shows.
///
///     let title = HTML(value: "<b>Playground</b>")
///
/// Source: ipywidgets 8, `HTML`.
public final class HTML: ValueWidget<String>, @unchecked Sendable {
    public init(value: String = "", description: String = "") {
        super.init(
            .html, value: value, traits: [("description", .string(description))], isReadOnly: true, from: { $0.string },
            to: { .string($0) })
    }

    override var summary: [String] { ["value: \"\(value)\""] }
}

extension [(String, JSONValue)] {
    /// What an empty field shows; the frontend's own where there is nothing.
    fileprivate static func placeholder(_ text: String) -> [(String, JSONValue)] {
        text.isEmpty ? [] : [("placeholder", .string(text))]
    }
}
