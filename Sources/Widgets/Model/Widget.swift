internal import JSON
public import Tensors

/// A control that a frontend shows and that people move: its value is there for code at once, also while a cell runs.
///
///     let rate = FloatSlider(value: 0.1, min: 0, max: 1, description: "rate")
///     rate.observe { value in print(value) }
///     rate
///
/// Names and behaviour are those of ipywidgets 8. Without a frontend a widget is just the value it holds.
public class Widget: RichDisplayable, CustomStringConvertible, @unchecked Sendable {
    let model: WidgetModel
    let layoutModel: WidgetModel
    private let styleModel: WidgetModel?

    init(_ kind: WidgetKind, traits: [(String, JSONValue)], checks: [String: WidgetModel.Check] = [:]) {
        layoutModel = WidgetModel(.layout)
        styleModel = kind.style.map { WidgetModel(.style($0)) }
        model = WidgetModel(kind, traits: [("_dom_classes", .array([]))] + traits, checks: checks)
        model.refer("layout", to: layoutModel)
        if let styleModel { model.refer("style", to: styleModel) }
    }

    /// The text beside the control.
    public var label: String {
        get { model["description"].string ?? "" }
        set { model["description"] = .string(newValue) }
    }

    /// Whether the control cannot be moved.
    public var isDisabled: Bool {
        get { model["disabled"].bool ?? false }
        set { model["disabled"] = .bool(newValue) }
    }

    /// The width as CSS has it: `"300px"`, `"50%"`, `"auto"`; empty for the frontend's own.
    public var width: String {
        get { layoutModel["width"].string ?? "" }
        set { layoutModel["width"] = newValue.isEmpty ? .null : .string(newValue) }
    }

    /// The height as CSS has it; empty for the frontend's own.
    public var height: String {
        get { layoutModel["height"].string ?? "" }
        set { layoutModel["height"] = newValue.isEmpty ? .null : .string(newValue) }
    }

    /// Takes the control out of all frontends. Its value stays.
    public func close() {
        for model in [model, layoutModel, styleModel].compactMap({ $0 }) { model.close() }
    }

    /// Forgets all closures that observe the control.
    public func removeObservers() {
        model.removeObservers()
    }

    /// Widgets within this one.
    var children: [Widget] { [] }

    public func displayBundle() throws -> DisplayBundle {
        model.open()
        let bundle = DisplayBundle(text: description)
        guard let id = model.id else { return bundle }
        let view: JSONValue = ["version_major": 2, "version_minor": 0, "model_id": .string(id)]
        return bundle.adding(
            "application/vnd.jupyter.widget-view+json", .text(String(decoding: JSONWriter.bytes(view), as: UTF8.self)))
    }

    /// What `description` says in parentheses.
    var summary: [String] { [] }

    /// Traits for `summary`: `min: 0`.
    func summary(_ keys: String...) -> [String] {
        keys.map { key in
            switch model[key] {
            case .int(let value): "\(key): \(value)"
            case .double(let value): "\(key): \(value)"
            case .bool(let value): "\(key): \(value)"
            case .string(let value): "\(key): \"\(value)\""
            default: "\(key): nil"
            }
        }
    }

    /// The control and its value: `IntSlider(value: 3, min: 0, max: 10)`.
    public final var description: String {
        let name = "\(Self.self)"
        return "\(name)(\((summary + (label.isEmpty ? [] : ["description: \"\(label)\""])).joined(separator: ", ")))"
    }
}

/// Ends a compiled program with an error of a widget's making, as Swift's own preconditions do; a cell is bound to the
/// throwing form instead.
func end(with error: WidgetError) -> Never {
    fatalError(error.description)
}
