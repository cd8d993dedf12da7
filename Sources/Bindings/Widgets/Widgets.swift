internal import Language
internal import Plotting
internal import Tensors
internal import Widgets

/// A widget of whatever kind in a cell's hands.
struct WidgetValue: CellObject {
    let widget: Widget
}

/// A parameter of type `any Widget`.
struct WidgetArgument: CellValue {
    let widget: Widget

    static var cellLayout: Layout { .reference }

    static func load(_ slots: UnsafePointer<UInt64>) throws -> WidgetArgument {
        guard let value = try AnyCellValue.load(slots).native(WidgetValue.self) else {
            throw RuntimeFault(.internal, "not a widget of the library")
        }
        return WidgetArgument(widget: value.widget)
    }

    func store(_ slots: UnsafeMutablePointer<UInt64>) {}
}

extension WidgetError: FaultConvertible {
    package var faultKind: String { "WidgetError" }
    package var faultMessage: String { description }
    package var faultHelp: String? { nil }
}

func declareWidgets(_ table: DeclarationTable) {
    Binder.protocol(
        table, "Widget",
        "A control that a frontend shows and that people move. Its value is there for code at once, also while a cell runs; a widget as a cell's last value is shown. Names and behaviour are those of ipywidgets 8.")
    declareSliders(table)
    declareChoices(table)
    declareFields(table)
    declareBoxes(table)
    let free = Binder(table)
    free(
        "@discardableResult func interact(_ widgets: any Widget..., body: @escaping () throws -> Void) -> VBox",
        "Shows the widgets, runs `body` now and each time one of the widgets is moved or clicked; what it prints and shows stands below them and is replaced each time.",
        "let n = IntSlider(value: 3, min: 1, max: 10)\ninteract(n) { print(n.value * n.value) }"
    ) { (widgets: [WidgetArgument], body: CellClosure<CellVoid>) throws -> WidgetValue in
        let interaction = Interaction(widgets.map(\.widget)) { try showing(body) }
        // The first run is part of the cell, and fails it.
        try interaction.run { _ in nil }
        interaction.start { error in
            let fault = RuntimeFault(error)
            return fault.kind == .interrupted ? nil : "error: \(fault.message)"
        }
        Tensors.Output.sink.display(try interaction.box.displayBundle(), id: nil)
        return WidgetValue(widget: interaction.box)
    }
}

/// Calls a closure of a cell and shows the figures that it leaves open.
func showing(_ body: CellClosure<CellVoid>) throws {
    _ = try body()
    for figure in Figures.takeOpen() { Tensors.Output.sink.display(try figure.displayBundle(), id: nil) }
}

/// Declares a kind of widget and what all have.
func declareWidget(_ table: DeclarationTable, _ name: String, _ documentation: String, _ example: String) -> Binder {
    table.conform(name, to: "Widget")
    let binder = Binder.type(table, WidgetValue.self, "class \(name)", documentation, example, describe: { $0.widget.description })
    binder.accessors(
        "var label: String { get set }", "The text beside the control.",
        get: NativeFunction("label") { (value: WidgetValue) -> String in value.widget.label },
        set: NativeFunction("label") { (value: WidgetValue, text: String) -> CellVoid in
            value.widget.label = text
            return CellVoid()
        })
    binder.accessors(
        "var isDisabled: Bool { get set }", "Whether the control cannot be moved.",
        get: NativeFunction("isDisabled") { (value: WidgetValue) -> Bool in value.widget.isDisabled },
        set: NativeFunction("isDisabled") { (value: WidgetValue, isDisabled: Bool) -> CellVoid in
            value.widget.isDisabled = isDisabled
            return CellVoid()
        })
    binder.accessors(
        "var width: String { get set }", "The width as CSS has it: \"300px\", \"50%\"; empty for the frontend's own.",
        get: NativeFunction("width") { (value: WidgetValue) -> String in value.widget.width },
        set: NativeFunction("width") { (value: WidgetValue, width: String) -> CellVoid in
            value.widget.width = width
            return CellVoid()
        })
    binder.accessors(
        "var height: String { get set }", "The height as CSS has it; empty for the frontend's own.",
        get: NativeFunction("height") { (value: WidgetValue) -> String in value.widget.height },
        set: NativeFunction("height") { (value: WidgetValue, height: String) -> CellVoid in
            value.widget.height = height
            return CellVoid()
        })
    binder("func close()", "Takes the control out of all frontends. Its value stays.") { (value: WidgetValue) -> CellVoid in
        value.widget.close()
        return CellVoid()
    }
    binder("func removeObservers()", "Forgets all closures that observe the control.") { (value: WidgetValue) -> CellVoid in
        value.widget.removeObservers()
        return CellVoid()
    }
    return binder
}

/// What widgets with a value have: `type` is the value's type as a cell writes it.
func declareValue<Value: CellValue & Equatable & Sendable, Kind: ValueWidget<Value>>(
    _ binder: Binder, _ kind: Kind.Type, _ type: String, set: @escaping (Kind, Value) throws -> Void = { $0.value = $1 }
) {
    func widget(_ value: WidgetValue) throws -> Kind {
        guard let widget = value.widget as? Kind else { throw RuntimeFault(.internal, "not a \(binder.owner)") }
        return widget
    }
    binder.accessors(
        "var value: \(type) { get set }", "What the control shows.",
        get: NativeFunction("value") { (value: WidgetValue) throws -> Value in try widget(value).value },
        set: NativeFunction("value") { (value: WidgetValue, new: Value) throws -> CellVoid in
            try set(try widget(value), new)
            return CellVoid()
        })
    binder(
        "func observe(_ body: @escaping (\(type)) throws -> Void)",
        "Calls `body` with the new value each time somebody has moved the control; between cells, or after the cell that runs."
    ) { (value: WidgetValue, body: CellClosure<CellVoid, Value>) throws -> CellVoid in
        try widget(value).observe { _ = try body($0) }
        return CellVoid()
    }
}
