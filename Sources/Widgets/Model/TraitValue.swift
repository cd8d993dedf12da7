/// A value of a widget's trait, as frontends and kernel exchange it.
package enum TraitValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case list([TraitValue])
    /// Members in the order in which they are written.
    case object([Member])

    package struct Member: Sendable, Equatable {
        package let key: String
        package let value: TraitValue

        package init(_ key: String, _ value: TraitValue) {
            self.key = key
            self.value = value
        }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    package var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    package var list: [TraitValue]? {
        if case .list(let value) = self { value } else { nil }
    }

    /// The number, where it is whole: JavaScript writes 3 and 3.0 alike.
    package var int: Int? {
        switch self {
        case .int(let value): value
        case .double(let value): Int(exactly: value)
        default: nil
        }
    }

    package var double: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }

    package subscript(key: String) -> TraitValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}
