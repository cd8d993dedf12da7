internal import JSON

/// A control that holds one value and has no bounds.
public class ValueWidget<Value: Equatable & Sendable>: Widget, @unchecked Sendable {
    let trait: @Sendable (Value) -> JSONValue
    let number: @Sendable (JSONValue) -> Value?
    private let initial: Value
    private let key: String

    init(
        _ kind: WidgetKind, value: Value, key: String = "value", traits: [(String, JSONValue)] = [],
        isReadOnly: Bool = false, from: @escaping @Sendable (JSONValue) -> Value?,
        to: @escaping @Sendable (Value) -> JSONValue
    ) {
        trait = to
        number = from
        initial = value
        self.key = key
        super.init(
            kind, traits: [(key, to(value))] + traits,
            checks: isReadOnly ? [:] : [key: { from($0).map(to) }])
    }

    /// The value that the control shows.
    public var value: Value {
        get { number(model[key]) ?? initial }
        set {
            let trait = trait(newValue)
            // What the control does not allow becomes what it allows, as when somebody moves it.
            model[key] = number(trait).map(self.trait) ?? trait
        }
    }

    /// Calls `body` with the new value each time somebody has moved the control.
    public func observe(_ body: @escaping (Value) throws -> Void) {
        let body = Handed(body)
        model.observe { [weak self] in
            guard let self else { return }
            try body.closure(value)
        }
    }
}

/// A closure on its way to the thread of the cells, which alone calls it.
struct Handed<Closure>: @unchecked Sendable {
    let closure: Closure

    init(_ closure: Closure) { self.closure = closure }
}
