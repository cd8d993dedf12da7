// A program with `import Vencejo` prints what a cell prints: types without their module. These stand before Swift's own
// functions of the same names.

/// Writes values to standard output.
public func print(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    Swift.print(line(items, separator, isNested: false), terminator: terminator)
}

/// Writes values to a text.
public func print<Target: TextOutputStream>(_ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target) {
    write(items, separator, terminator, isNested: false, to: &output)
}

/// Writes values to standard output as literals have them: texts in quotes.
public func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n") {
    Swift.print(line(items, separator, isNested: true), terminator: terminator)
}

/// Writes values to a text as literals have them: texts in quotes.
public func debugPrint<Target: TextOutputStream>(_ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target) {
    write(items, separator, terminator, isNested: true, to: &output)
}

/// Piece by piece, as Swift's own does: a stream may count them.
private func write<Target: TextOutputStream>(
    _ items: [Any], _ separator: String, _ terminator: String, isNested: Bool, to output: inout Target
) {
    var before = ""
    for item in items {
        output.write(before)
        output.write(ValueText.text(of: item, isNested: isNested))
        before = separator
    }
    output.write(terminator)
}

private func line(_ items: [Any], _ separator: String, isNested: Bool) -> String {
    var text = ""
    for (index, item) in items.enumerated() {
        if index > 0 { text += separator }
        ValueText.append(item, isNested: isNested, to: &text)
    }
    return text
}

extension DefaultStringInterpolation {
    /// A value in a text.
    public mutating func appendInterpolation<Value>(_ value: Value) {
        appendLiteral(ValueText.text(of: value))
    }

    /// A value that says itself how it is shown, in a text.
    public mutating func appendInterpolation<Value: CustomStringConvertible>(_ value: Value) {
        appendLiteral(Value.self is any ContainerText.Type ? ValueText.text(of: value) : value.description)
    }
}

extension String {
    /// A value as `print` shows it.
    public init<Value>(describing value: Value) {
        self = ValueText.text(of: value)
    }

    /// A value as `print` shows it.
    public init<Value: CustomStringConvertible>(describing value: Value) {
        self = Value.self is any ContainerText.Type ? ValueText.text(of: value) : value.description
    }

    /// A value as `debugPrint` shows it: a text in quotes.
    public init<Value>(reflecting value: Value) {
        self = ValueText.text(of: value, isNested: true)
    }
}

extension Array {
    /// The elements as `print` shows them.
    public var description: String { ValueText.text(of: self) }
}

extension Dictionary {
    /// The pairs as `print` shows them.
    public var description: String { ValueText.text(of: self) }
}

extension Set {
    /// The elements as `print` shows them.
    public var description: String { ValueText.text(of: self) }
}
