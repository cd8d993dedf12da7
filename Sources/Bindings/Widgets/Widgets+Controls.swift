internal import Language
internal import Widgets

func declareSliders(_ table: DeclarationTable) {
    let ints = declareWidget(table, "IntSlider", "A slider for whole numbers. A value outside the bounds becomes the nearest bound.", "let layers = IntSlider(value: 2, min: 1, max: 6, description: \"layers\")\nprint(layers.value)")
    ints("init(value: Int = 0, min: Int = 0, max: Int = 100, step: Int = 1, description: String = \"\")", "The slider.", "print(IntSlider(value: 3, max: 10))") { (value: Int, min: Int, max: Int, step: Int, text: String) throws -> WidgetValue in
        WidgetValue(widget: try IntSlider(checked: value, min: min, max: max, step: step, description: text))
    }
    declareValue(ints, IntSlider.self, "Int")

    let floats = declareWidget(table, "FloatSlider", "A slider for numbers. A value outside the bounds becomes the nearest bound.", "let rate = FloatSlider(value: 0.1, min: 0, max: 1, step: 0.01, description: \"rate\")\nprint(rate.value)")
    floats("init(value: Double = 0, min: Double = 0, max: Double = 10, step: Double = 0.1, description: String = \"\")", "The slider.", "print(FloatSlider(value: 0.5, max: 1))") { (value: Double, min: Double, max: Double, step: Double, text: String) throws -> WidgetValue in
        WidgetValue(widget: try FloatSlider(checked: value, min: min, max: max, step: step, description: text))
    }
    declareValue(floats, FloatSlider.self, "Double")

    let logs = declareWidget(table, "FloatLogSlider", "A slider whose steps are powers, for learning rates: value = base^p with p from `min` to `max`.", "let rate = FloatLogSlider(value: 0.01, min: -4, max: 0, description: \"rate\")\nprint(rate.value)")
    logs("init(value: Double = 1, base: Double = 10, min: Double = 0, max: Double = 4, step: Double = 0.1, description: String = \"\")", "The slider.", "print(FloatLogSlider(value: 100))") { (value: Double, base: Double, min: Double, max: Double, step: Double, text: String) throws -> WidgetValue in
        WidgetValue(widget: try FloatLogSlider(checked: value, base: base, min: min, max: max, step: step, description: text))
    }
    declareValue(logs, FloatLogSlider.self, "Double")

    let intRange = declareWidget(table, "IntRangeSlider", "A slider with two handles for a range of whole numbers, both ends included.", "let digits = IntRangeSlider(value: 2...7, min: 0, max: 9)\nprint(digits.value)")
    intRange("init(value: ClosedRange<Int>? = nil, min: Int = 0, max: Int = 100, step: Int = 1, description: String = \"\")", "The slider; without a value the middle half.", "print(IntRangeSlider(max: 8))") { (value: ClosedRange<Int>?, min: Int, max: Int, step: Int, text: String) throws -> WidgetValue in
        WidgetValue(widget: try IntRangeSlider(checked: value, min: min, max: max, step: step, description: text))
    }
    declareValue(intRange, IntRangeSlider.self, "ClosedRange<Int>")
}

func declareChoices(_ table: DeclarationTable) {
    func choice<Kind: ChoiceWidget>(_ name: String, _ kind: Kind.Type, _ documentation: String, _ make: @escaping ([String], String?, String) throws -> Kind) {
        let binder = declareWidget(table, name, documentation, "let choice = \(name)(options: [\"relu\", \"tanh\"], value: \"tanh\")\nprint(choice.value, choice.index)")
        binder("init(options: [String], value: String? = nil, description: String = \"\")", "The control; without a value the first option is chosen. No options, or a value that is none of them, is an error.", "print(\(name)(options: [\"a\", \"b\"]))") { (options: [String], value: String?, text: String) throws -> WidgetValue in
            WidgetValue(widget: try make(options, value, text))
        }
        binder("var options: [String] { get }", "What can be chosen.", "print(\(name)(options: [\"a\", \"b\"]).options)") { (value: WidgetValue) -> [String] in (value.widget as? ChoiceWidget)?.options ?? [] }
        binder("var index: Int { get }", "The position of what is chosen.", "print(\(name)(options: [\"a\", \"b\"]).index)") { (value: WidgetValue) -> Int in (value.widget as? ChoiceWidget)?.index ?? 0 }
        declareValue(binder, kind, "String", set: { try $0.choose($1) })
    }
    choice("Dropdown", Dropdown.self, "A list that drops down, for one of several texts.") { try Dropdown(checked: $0, value: $1, description: $2) }
    choice("RadioButtons", RadioButtons.self, "Round buttons, one of which is pressed.") { try RadioButtons(checked: $0, value: $1, description: $2) }
    choice("ToggleButtons", ToggleButtons.self, "Buttons in a row, one of which is pressed.") { try ToggleButtons(checked: $0, value: $1, description: $2) }
    choice("SelectionSlider", SelectionSlider.self, "A slider over several texts.") { try SelectionSlider(checked: $0, value: $1, description: $2) }

    let many = declareWidget(table, "SelectMultiple", "A list from which any number of texts can be chosen.", "let classes = SelectMultiple(options: [\"cat\", \"dog\"], value: [\"cat\"])\nprint(classes.value)")
    many("init(options: [String], value: [String] = [], description: String = \"\")", "The list.", "print(SelectMultiple(options: [\"cat\", \"dog\"]).value)") { (options: [String], value: [String], text: String) throws -> WidgetValue in
        WidgetValue(widget: try SelectMultiple(checked: options, value: value, description: text))
    }
    many("var options: [String] { get }", "What can be chosen.", "print(SelectMultiple(options: [\"cat\", \"dog\"]).options)") { (value: WidgetValue) -> [String] in (value.widget as? SelectMultiple)?.options ?? [] }
    declareValue(many, SelectMultiple.self, "[String]", set: { try $0.choose($1) })
}

func declareFields(_ table: DeclarationTable) {
    let box = declareWidget(table, "Checkbox", "A box that is ticked or not.", "let normalise = Checkbox(value: true, description: \"normalise\")\nprint(normalise.value)")
    box("init(value: Bool = false, description: String = \"\")", "The box.", "print(Checkbox())") { (value: Bool, text: String) -> WidgetValue in WidgetValue(widget: Checkbox(value: value, description: text)) }
    declareValue(box, Checkbox.self, "Bool")
    let toggle = declareWidget(table, "ToggleButton", "A button that stays pressed until it is clicked again.", "let running = ToggleButton(description: \"train\")\nprint(running.value)")
    toggle("init(value: Bool = false, description: String = \"\")", "The button.", "print(ToggleButton())") { (value: Bool, text: String) -> WidgetValue in WidgetValue(widget: ToggleButton(value: value, description: text)) }
    declareValue(toggle, ToggleButton.self, "Bool")
    let button = declareWidget(table, "Button", "A button that does something when it is clicked.", "let button = Button(description: \"again\")\nbutton.onClick { print(\"clicked\") }")
    button("init(description: String = \"\")", "The button.", "print(Button(description: \"again\"))") { (text: String) -> WidgetValue in WidgetValue(widget: Button(description: text)) }
    button("func onClick(_ body: @escaping () throws -> Void)", "Calls `body` at each click; between cells, or after the cell that runs.", "Button().onClick { print(\"clicked\") }") { (value: WidgetValue, body: CellClosure<CellVoid>) -> CellVoid in
        (value.widget as? Button)?.onClick { _ = try body() }
        return CellVoid()
    }

    let text = declareWidget(table, "Text", "A line of text that people type.", "let name = Text(value: \"model\", description: \"name\")\nprint(name.value)")
    text("init(value: String = \"\", placeholder: String = \"\", description: String = \"\")", "The line; `placeholder` is what an empty one shows.", "print(Text(placeholder: \"a name\"))") { (value: String, placeholder: String, text: String) -> WidgetValue in WidgetValue(widget: Text(value: value, placeholder: placeholder, description: text)) }
    text("func onSubmit(_ body: @escaping (String) throws -> Void)", "Calls `body` with the text when the line is ended with Return.", "Text().onSubmit { text in print(text) }") { (value: WidgetValue, body: CellClosure<CellVoid, String>) -> CellVoid in
        (value.widget as? Text)?.onSubmit { _ = try body($0) }
        return CellVoid()
    }
    declareValue(text, Text.self, "String")
    let area = declareWidget(table, "Textarea", "Several lines of text that people type.", "let prompt = Textarea(description: \"prompt\")\nprint(prompt.value.count)")
    area("init(value: String = \"\", placeholder: String = \"\", description: String = \"\")", "The field.", "print(Textarea(value: \"two\\nlines\").value)") { (value: String, placeholder: String, text: String) -> WidgetValue in WidgetValue(widget: Textarea(value: value, placeholder: placeholder, description: text)) }
    declareValue(area, Textarea.self, "String")
    let int = declareWidget(table, "IntText", "A field for a whole number.", "let epochs = IntText(value: 20, description: \"epochs\")\nprint(epochs.value)")
    int("init(value: Int = 0, description: String = \"\")", "The field.", "print(IntText(value: 3))") { (value: Int, text: String) -> WidgetValue in WidgetValue(widget: IntText(value: value, description: text)) }
    declareValue(int, IntText.self, "Int")
    let float = declareWidget(table, "FloatText", "A field for a number.", "let rate = FloatText(value: 0.01, description: \"rate\")\nprint(rate.value)")
    float("init(value: Double = 0, description: String = \"\")", "The field.", "print(FloatText(value: 0.5))") { (value: Double, text: String) -> WidgetValue in WidgetValue(widget: FloatText(value: value, description: text)) }
    declareValue(float, FloatText.self, "Double")
    let label = declareWidget(table, "Label", "Text that code shows.", "let status = Label(value: \"waiting\")\nstatus.value = \"done\"\nprint(status.value)")
    label("init(value: String = \"\", description: String = \"\")", "The text.", "print(Label(value: \"waiting\"))") { (value: String, text: String) -> WidgetValue in WidgetValue(widget: Label(value: value, description: text)) }
    declareValue(label, Label.self, "String")
    let html = declareWidget(table, "HTML", "HTML that code shows.", "print(HTML(value: \"<b>Playground</b>\").value)")
    html("init(value: String = \"\", description: String = \"\")", "The HTML.", "print(HTML(value: \"<i>here</i>\").value)") { (value: String, text: String) -> WidgetValue in WidgetValue(widget: HTML(value: value, description: text)) }
    declareValue(html, HTML.self, "String")

    let ints = declareWidget(table, "IntProgress", "A bar that fills as whole steps are done.", "let bar = IntProgress(max: 20, description: \"epochs\")\nfor epoch in 1...20 { bar.value = epoch }\nprint(bar.value)")
    ints("init(value: Int = 0, min: Int = 0, max: Int = 100, description: String = \"\")", "The bar.", "print(IntProgress(max: 10))") { (value: Int, min: Int, max: Int, text: String) throws -> WidgetValue in WidgetValue(widget: try IntProgress(checked: value, min: min, max: max, description: text)) }
    declareValue(ints, IntProgress.self, "Int")
    let floats = declareWidget(table, "FloatProgress", "A bar that fills as a number grows.", "let bar = FloatProgress(max: 1)\nbar.value = 0.5\nprint(bar.value)")
    floats("init(value: Double = 0, min: Double = 0, max: Double = 100, description: String = \"\")", "The bar.", "print(FloatProgress(value: 0.5, max: 1))") { (value: Double, min: Double, max: Double, text: String) throws -> WidgetValue in WidgetValue(widget: try FloatProgress(checked: value, min: min, max: max, description: text)) }
    declareValue(floats, FloatProgress.self, "Double")
    let play = declareWidget(table, "Play", "Buttons as on a player that count from `min` to `max`, a step each `interval` milliseconds.", "let frame = Play(max: 30, interval: 200)\nprint(frame.value)")
    play("init(value: Int = 0, min: Int = 0, max: Int = 100, step: Int = 1, interval: Int = 100, description: String = \"\")", "The buttons.", "print(Play(max: 30))") { (value: Int, min: Int, max: Int, step: Int, interval: Int, text: String) throws -> WidgetValue in
        WidgetValue(widget: try Play(checked: value, min: min, max: max, step: step, interval: interval, description: text))
    }
    declareValue(play, Play.self, "Int")
}

func declareBoxes(_ table: DeclarationTable) {
    let row = declareWidget(table, "HBox", "Widgets side by side.", "print(HBox([Label(value: \"rate\"), FloatSlider()]))")
    row("init(_ children: [any Widget])", "The row.", "print(HBox([Button(description: \"again\")]))") { (children: [WidgetArgument]) -> WidgetValue in WidgetValue(widget: HBox(children.map(\.widget))) }
    let column = declareWidget(table, "VBox", "Widgets one below the other.", "print(VBox([IntSlider(), Output()]))")
    column("init(_ children: [any Widget])", "The column.", "print(VBox([Button(description: \"again\")]))") { (children: [WidgetArgument]) -> WidgetValue in WidgetValue(widget: VBox(children.map(\.widget))) }
    let tabs = declareWidget(table, "Tab", "Widgets of which one is shown, chosen by tabs.", "print(Tab([IntSlider(), FloatSlider()], titles: [\"layers\", \"rate\"]))")
    tabs("init(_ children: [any Widget], titles: [String])", "The tabs; as many titles as children.", "print(Tab([Button()], titles: [\"one\"]))") { (children: [WidgetArgument], titles: [String]) throws -> WidgetValue in WidgetValue(widget: try Tab(checked: children.map(\.widget), titles: titles)) }
    let folds = declareWidget(table, "Accordion", "Widgets that fold, each under its title.", "print(Accordion([IntSlider(), FloatSlider()], titles: [\"layers\", \"rate\"]))")
    folds("init(_ children: [any Widget], titles: [String])", "The folds; as many titles as children.", "print(Accordion([Button()], titles: [\"one\"]))") { (children: [WidgetArgument], titles: [String]) throws -> WidgetValue in WidgetValue(widget: try Accordion(checked: children.map(\.widget), titles: titles)) }
    let output = declareWidget(table, "Output", "A place on the page for what code prints and shows, which code can fill again and again.", "let page = Output()\npage.capture { print(\"here\") }\nprint(page.text)")
    output("init()", "An empty place.", "print(Output())") { () -> WidgetValue in WidgetValue(widget: Output()) }
    output("func capture(_ body: () throws -> Void)", "Runs `body`; what it prints and shows goes here.", "let page = Output()\npage.capture { print(\"here\") }") { (value: WidgetValue, body: CellClosure<CellVoid>) throws -> CellVoid in
        try (value.widget as? Output)?.capture { try showing(body) }
        return CellVoid()
    }
    output("func clear(wait: Bool = false)", "Takes away what is shown; with `wait` when the next output comes, so that nothing flickers.", "Output().clear()") { (value: WidgetValue, wait: Bool) -> CellVoid in
        (value.widget as? Output)?.clear(wait: wait)
        return CellVoid()
    }
    output("var text: String { get }", "The text of all that is shown.", "print(Output().text.isEmpty)") { (value: WidgetValue) -> String in (value.widget as? Output)?.text ?? "" }
}
