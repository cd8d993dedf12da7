internal import JSON

/// What frontends call a widget: the model and the view that JavaScript makes of it, and the traits it starts with.
///
/// Names, versions and traits are those of Jupyter's widget protocol 2.1 and of the packages `@jupyter-widgets/base`
/// 2.0, `@jupyter-widgets/controls` 2.0 and `@jupyter-widgets/output` 1.0.
struct WidgetKind: Sendable {
    let model: String
    let view: String
    let module: String
    let version: String
    let viewModule: String
    /// The model of its style; nil where it has none.
    let style: String?
    let traits: [(String, JSONValue)]

    /// A control: `name` without "Model" and "View".
    private init(_ name: String, view: String? = nil, style: String?, _ traits: [(String, JSONValue)]) {
        model = name + "Model"
        self.view = (view ?? name) + "View"
        module = "@jupyter-widgets/controls"
        viewModule = module
        version = "2.0.0"
        self.style = style.map { $0 + "StyleModel" }
        self.traits = traits
    }

    private init(model: String, view: String, module: String, version: String, viewModule: String, _ traits: [(String, JSONValue)] = []) {
        self.model = model
        self.view = view
        self.module = module
        self.version = version
        self.viewModule = viewModule
        style = nil
        self.traits = traits
    }

    static let layout = WidgetKind(
        model: "LayoutModel", view: "LayoutView", module: "@jupyter-widgets/base", version: "2.0.0", viewModule: "@jupyter-widgets/base")

    static func style(_ name: String) -> WidgetKind {
        WidgetKind(
            model: name, view: "StyleView", module: "@jupyter-widgets/controls", version: "2.0.0", viewModule: "@jupyter-widgets/base")
    }

    static let output = WidgetKind(
        model: "OutputModel", view: "OutputView", module: "@jupyter-widgets/output", version: "1.0.0",
        viewModule: "@jupyter-widgets/output", [("msg_id", .string("")), ("outputs", .array([]))])
}

// The controls

extension WidgetKind {
    private static let described: [(String, JSONValue)] = [
        ("description", .string("")), ("description_allow_html", .bool(false)),
    ]
    private static let enabled: [(String, JSONValue)] = [("disabled", .bool(false))]

    private static func slider(_ name: String, _ more: [(String, JSONValue)]) -> WidgetKind {
        WidgetKind(
            name, style: "Slider",
            described + enabled + [
                ("behavior", .string("drag-tap")), ("continuous_update", .bool(true)), ("orientation", .string("horizontal")),
                ("readout", .bool(true)),
            ] + more)
    }

    static let intSlider = slider("IntSlider", [("readout_format", .string("d"))])
    static let floatSlider = slider("FloatSlider", [("readout_format", .string(".2f"))])
    static let floatLogSlider = slider("FloatLogSlider", [("readout_format", .string(".3g"))])
    static let intRangeSlider = slider("IntRangeSlider", [("readout_format", .string("d"))])
    static let floatRangeSlider = slider("FloatRangeSlider", [("readout_format", .string(".2f"))])

    private static func choice(_ name: String, style: String = "Description", _ more: [(String, JSONValue)] = []) -> WidgetKind {
        WidgetKind(name, style: style, described + enabled + more)
    }

    static let dropdown = choice("Dropdown")
    static let radioButtons = choice("RadioButtons", [("orientation", .string("vertical"))])
    static let toggleButtons = choice(
        "ToggleButtons", style: "ToggleButtons",
        [("button_style", .string("")), ("icons", .array([])), ("tooltips", .array([]))])
    static let selectionSlider = choice(
        "SelectionSlider", style: "Slider",
        [
            ("behavior", .string("drag-tap")), ("continuous_update", .bool(true)), ("orientation", .string("horizontal")),
            ("readout", .bool(true)),
        ])
    static let selectMultiple = choice("SelectMultiple", [("rows", .int(5))])

    static let checkbox = choice("Checkbox", style: "Checkbox", [("indent", .bool(true))])
    static let toggleButton = choice("ToggleButton", style: "ToggleButton", [("button_style", .string("")), ("icon", .string(""))])
    static let button = WidgetKind(
        "Button", style: "Button", enabled + [("description", .string("")), ("button_style", .string("")), ("icon", .string(""))])

    static let text = choice("Text", style: "Text", [("continuous_update", .bool(true)), ("placeholder", .string("\u{200B}"))])
    static let textarea = choice("Textarea", style: "Text", [("continuous_update", .bool(true)), ("placeholder", .string("\u{200B}"))])
    static let intText = choice("IntText", [("continuous_update", .bool(false)), ("step", .int(1))])
    static let floatText = choice("FloatText", [("continuous_update", .bool(false))])

    static let label = WidgetKind("Label", style: "Label", described + [("placeholder", .string("\u{200B}"))])
    static let html = WidgetKind("HTML", style: "HTML", described + [("placeholder", .string("\u{200B}"))])
    static let intProgress = WidgetKind(
        "IntProgress", view: "Progress", style: "Progress", described + [("bar_style", .string("")), ("orientation", .string("horizontal"))])
    static let floatProgress = WidgetKind(
        "FloatProgress", view: "Progress", style: "Progress", described + [("bar_style", .string("")), ("orientation", .string("horizontal"))])
    static let play = choice(
        "Play", [("interval", .int(100)), ("playing", .bool(false)), ("repeat", .bool(false)), ("show_repeat", .bool(true))])

    private static func box(_ name: String, _ more: [(String, JSONValue)] = []) -> WidgetKind {
        WidgetKind(name, style: nil, [("box_style", .string(""))] + more)
    }

    static let hBox = box("HBox")
    static let vBox = box("VBox")
    static let tab = box("Tab")
    static let accordion = box("Accordion")
}
