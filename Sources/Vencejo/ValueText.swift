/// Values as text the way a cell prints them: as Swift does, except that a type is named without its module.
///
/// Swift names the module wherever a value stands inside another: `[program.Point(x: 1)]` for what a notebook shows as
/// `[Point(x: 1)]`. A program that was exported from a notebook prints what the notebook prints.
enum ValueText {
    /// The program's module, which `NotebookProgram.begin` tells.
    nonisolated(unsafe) static var programModule = ""

    static func text<Value>(of value: Value, isNested: Bool = false) -> String {
        var text = ""
        append(value, isNested: isNested, to: &text)
        return text
    }

    /// - Parameter isNested: as `debugPrint` and values inside others are shown: texts in quotes, enums with their type.
    static func append(_ value: Any, isNested: Bool, to text: inout String) {
        let type = Swift.type(of: value)
        if let container = type as? any ContainerText.Type { return container.append(value, isNested: isNested, to: &text) }
        if isNested {
            if let value = value as? any CustomDebugStringConvertible { return text += value.debugDescription }
            if let value = value as? any CustomStringConvertible { return text += value.description }
            if let value = value as? any TextOutputStreamable { return value.write(to: &text) }
        } else {
            if let value = value as? any TextOutputStreamable { return value.write(to: &text) }
            if let value = value as? any CustomStringConvertible { return text += value.description }
            if let value = value as? any CustomDebugStringConvertible { return text += value.debugDescription }
        }
        if isOfLibrary(type), let known = LibraryText.text(of: value) { return text += known }
        if let value = value as? Any.Type { return text += name(of: value, isQualified: isNested) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .tuple: appendElements(mirror.children, to: &text)
        case .struct:
            text += name(of: type, isQualified: isNested)
            appendElements(mirror.children, to: &text)
        case .enum: appendCase(value, type, mirror, isNested: isNested, to: &text)
        case .class: text += name(of: type, isQualified: true)
        default: Swift.print(value, terminator: "", to: &text)
        }
    }

    private static func appendElements(_ children: Mirror.Children, to text: inout String) {
        text += "("
        var isFirst = true
        for (label, value) in children {
            if !isFirst { text += ", " }
            isFirst = false
            // Elements of tuples without a name are called ".0".
            if let label, !label.hasPrefix(".") { text += label + ": " }
            append(value, isNested: true, to: &text)
        }
        text += ")"
    }

    private static func appendCase(_ value: Any, _ type: Any.Type, _ mirror: Mirror, isNested: Bool, to text: inout String) {
        if isNested { text += name(of: type, isQualified: true) + "." }
        guard let (label, payload) = mirror.children.first else {
            // The case alone is the same everywhere.
            return Swift.print(value, terminator: "", to: &text)
        }
        text += label ?? ""
        if Mirror(reflecting: payload).displayStyle == .tuple {
            append(payload, isNested: true, to: &text)
        } else {
            text += "("
            append(payload, isNested: true, to: &text)
            text += ")"
        }
    }

    // MARK: Names of types

    private static let libraryModules = ["Tensors", "NeuralNetworks", "Learning", "Datasets", "DataFrames", "Plotting", "Widgets", "Vencejo"]

    /// A type's name; of a type that a later cell declares again without the place it was moved to, `Cell7`.
    static func name(of type: Any.Type, isQualified: Bool) -> String {
        guard isQualified else { return _typeName(type, qualified: false) }
        let full = _typeName(type, qualified: true)
        // A type inside a function has no path that could be read.
        guard !full.contains("(unknown context") else { return _typeName(type, qualified: false) }
        var result = ""
        var word = ""
        /// The words so far are parts of a path that are not shown.
        var isHead = true
        for character in full {
            if character == "_" || character.isLetter || character.isNumber {
                word.append(character)
                continue
            }
            let isLeftOut = character == "." && isHead && (word == programModule || libraryModules.contains(word) || isMovedTo(word, behind: result, in: full))
            if !isLeftOut {
                result += word + String(character)
                isHead = character != "."
            }
            word = ""
        }
        return result + word
    }

    private static func isOfLibrary(_ type: Any.Type) -> Bool {
        libraryModules.contains(String(_typeName(type, qualified: true).prefix { $0 != "." }))
    }

    private static func isMovedTo(_ word: String, behind result: String, in full: String) -> Bool {
        word.hasPrefix("Cell") && word.count > 4 && word.dropFirst(4).allSatisfy(\.isNumber) && full.contains(programModule + "." + word + ".")
    }
}

/// A type whose values show what is in them.
protocol ContainerText {
    static func append(_ value: Any, isNested: Bool, to text: inout String)
}

extension ContainerText {
    /// What is in it names no type: Swift's own text is right, and is made faster.
    fileprivate static func appendPlain(_ value: Any, isNested: Bool, to text: inout String) {
        if isNested { Swift.debugPrint(value, terminator: "", to: &text) } else { Swift.print(value, terminator: "", to: &text) }
    }
}

/// Values that are shown by the language alone.
private protocol PlainText {}
extension Int: PlainText {}
extension Double: PlainText {}
extension Float: PlainText {}
extension Bool: PlainText {}
extension String: PlainText {}
extension UInt8: PlainText {}

extension Sequence {
    fileprivate func appendElements(_ opening: String, _ closing: String, to text: inout String) {
        text += opening
        var isFirst = true
        for element in self {
            if !isFirst { text += ", " }
            isFirst = false
            ValueText.append(element, isNested: true, to: &text)
        }
        text += closing
    }
}

extension Array: ContainerText {
    static func append(_ value: Any, isNested: Bool, to text: inout String) {
        if Element.self is any PlainText.Type { return appendPlain(value, isNested: isNested, to: &text) }
        (value as! Self).appendElements("[", "]", to: &text)
    }
}

extension ArraySlice: ContainerText {
    static func append(_ value: Any, isNested: Bool, to text: inout String) {
        (value as! Self).appendElements(isNested ? "ArraySlice([" : "[", isNested ? "])" : "]", to: &text)
    }
}

extension ContiguousArray: ContainerText {
    static func append(_ value: Any, isNested: Bool, to text: inout String) {
        (value as! Self).appendElements(isNested ? "ContiguousArray([" : "[", isNested ? "])" : "]", to: &text)
    }
}

extension Set: ContainerText {
    static func append(_ value: Any, isNested: Bool, to text: inout String) {
        (value as! Self).appendElements(isNested ? "Set([" : "[", isNested ? "])" : "]", to: &text)
    }
}

extension Dictionary: ContainerText {
    static func append(_ value: Any, isNested: Bool, to text: inout String) {
        let dictionary = value as! Self
        if dictionary.isEmpty { return text += "[:]" }
        text += "["
        var isFirst = true
        for (key, element) in dictionary {
            if !isFirst { text += ", " }
            isFirst = false
            ValueText.append(key, isNested: true, to: &text)
            text += ": "
            ValueText.append(element, isNested: true, to: &text)
        }
        text += "]"
    }
}

extension Optional: ContainerText {
    static func append(_ value: Any, isNested: Bool, to text: inout String) {
        guard let wrapped = value as! Self else { return text += "nil" }
        text += "Optional("
        ValueText.append(wrapped, isNested: true, to: &text)
        text += ")"
    }
}
