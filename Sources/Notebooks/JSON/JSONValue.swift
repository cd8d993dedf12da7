/// JSON as a file holds it: the order of keys and the spelling of numbers and strings are kept, so that what nobody
/// changed is written as it was read.
package indirect enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    /// A number as it was spelled: `1.0`, `1e3`, `12345678901234567890`.
    case number(String)
    case string(JSONString)
    case array([JSONValue])
    case object(JSONObject)
}

/// A string and, where a file spelled it in another way than this module would, that spelling.
package struct JSONString: Sendable, Equatable {
    package let value: String
    /// What stood between the quotation marks.
    let spelling: String?

    package init(_ value: String) {
        self.value = value
        spelling = nil
    }

    init(_ value: String, spelling: String?) {
        self.value = value
        self.spelling = spelling
    }

    package static func == (left: JSONString, right: JSONString) -> Bool {
        left.value.utf8.elementsEqual(right.value.utf8) && left.spelling == right.spelling
    }
}

extension JSONValue {
    package static func text(_ value: String) -> JSONValue { .string(JSONString(value)) }
    package static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

    package var text: String? {
        if case .string(let string) = self { string.value } else { nil }
    }

    package var integer: Int? {
        if case .number(let spelling) = self { Int(spelling) } else { nil }
    }

    package var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    package var object: JSONObject? {
        if case .object(let object) = self { object } else { nil }
    }

    /// What messages call this value.
    package var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
