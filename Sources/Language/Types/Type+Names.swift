/// Names of types as values print them.
extension Type {
    /// A named type with the generic arguments where they were declared: `Stack<Int>`, `List<Int>.Node`.
    func named(
        _ nominal: NominalType, _ arguments: [Type], _ describe: (Type) -> String
    ) -> String {
        let own = arguments.dropFirst(nominal.inheritedParameterCount)
        var text = ""
        if let enclosing = nominal.enclosing {
            let outer = Array(arguments.prefix(enclosing.genericParameters.count))
            text = named(enclosing, outer, describe) + "."
        }
        text += nominal.name
        if !own.isEmpty { text += "<\(own.map(describe).joined(separator: ", "))>" }
        return text
    }

    /// The name alone, as `print` heads a value: `Stack<Int>`, and `Node` for `List<Int>.Node`.
    package var shortDescription: String {
        guard case .nominal(let nominal, let arguments) = kind, nominal.form.isDeclared else {
            if let wrapped { return "Optional<\(wrapped.shortDescription)>" }
            if let arrayElement { return "Array<\(arrayElement.shortDescription)>" }
            if case .existential(let nominal) = kind { return nominal.name }
            if case .nominal(let nominal, let arguments) = kind, !arguments.isEmpty {
                return "\(nominal.name)<\(arguments.map(\.shortDescription).joined(separator: ", "))>"
            }
            return description
        }
        let own = arguments.dropFirst(nominal.inheritedParameterCount)
        if own.isEmpty { return nominal.name }
        return "\(nominal.name)<\(own.map(\.shortDescription).joined(separator: ", "))>"
    }

    /// The name as nested values show it, with the types around it and the modules of Swift's own types:
    /// `Stack<Swift.Int>`, `Shape.Kind`.
    package var qualifiedDescription: String {
        switch kind {
        case .nominal(let nominal, let arguments):
            switch nominal.form {
            case .structure where nominal.isOfStandardLibrary, .enumeration where nominal.isOfStandardLibrary:
                return "Swift." + named(nominal, arguments) { $0.qualifiedDescription }
            case .structure, .enumeration, .reference, .protocolType, .native:
                // What of the library Swift's own library has.
                let isSwifts = nominal.name == "Result" && !nominal.isDeclaredByCell
                return (isSwifts ? "Swift." : "") + named(nominal, arguments) { $0.qualifiedDescription }
            default:
                return "Swift." + named(nominal, arguments) { $0.qualifiedDescription }
            }
        case .tuple(let elements):
            let inside = elements.map {
                ($0.label.isEmpty ? "" : "\($0.label): ") + $0.type.qualifiedDescription
            }
            return "(\(inside.joined(separator: ", ")))"
        case .never: return "Swift.Never"
        case .existential(let nominal): return (nominal.isOfCells || !NominalType.swiftsProtocols.contains(nominal.name) ? "" : "Swift.") + nominal.name
        default: return description
        }
    }
}

extension NominalType {
    /// Protocols of Swift's own library that are types as they stand.
    fileprivate static let swiftsProtocols: Set = ["Error", "CustomStringConvertible", "CustomDebugStringConvertible", "Sequence", "Collection", "Hashable", "Equatable", "Comparable", "Encodable", "Decodable", "RandomNumberGenerator", "BinaryInteger", "FixedWidthInteger", "Numeric", "FloatingPoint", "BinaryFloatingPoint", "StringProtocol", "CaseIterable", "Identifiable", "AdditiveArithmetic"]
}

extension NominalType.Form {
    /// A kind of type that a cell can declare.
    var isDeclared: Bool {
        switch self {
        case .structure, .enumeration, .reference, .protocolType: true
        default: false
        }
    }
}
