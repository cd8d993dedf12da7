/// A named type's declaration: one of the language, one of the library, or one a cell declares.
package final class NominalType: Hashable, @unchecked Sendable {
    /// What a value is made of.
    package enum Form {
        case int, double, float, bool, string, character
        /// Int8 … UInt64: one slot, sign- or zero-extended.
        case fixedInteger(bits: Int, isSigned: Bool)
        case optional, array, dictionary, set
        /// `Range<Bound>` and its like: the bounds, one after the other.
        case range, closedRange, partialRangeFrom, partialRangeUpTo, partialRangeThrough
        /// Stored properties, one after the other.
        case structure
        /// A reference to an object with stored properties.
        case reference
        case enumeration
        /// A value of the library, opaque to the language: one reference.
        case native
        case protocolType
    }

    /// A stored property.
    package struct Field {
        package let name: String
        /// In terms of the declaration's generic parameters.
        package let type: Type
        package let isMutable: Bool

        package init(name: String, type: Type, isMutable: Bool) {
            self.name = name
            self.type = type
            self.isMutable = isMutable
        }
    }

    package struct EnumCase {
        package let name: String
        package let payload: [Type.TupleElement]

        package init(name: String, payload: [Type.TupleElement]) {
            self.name = name
            self.payload = payload
        }
    }

    package let name: String
    package let form: Form
    package var genericParameters: [GenericParameter]
    /// Set once, before the first value exists.
    package var fields: [Field] = []
    package var cases: [EnumCase] = []
    /// Stored properties and cases are known.
    package var isComplete: Bool
    /// Functions of its methods by name, for what the library calls on a cell's type: `callAsFunction`.
    package var methods: [String: Function] = [:]
    package var superclass: Type?
    package var conformances: [NominalType] = []
    /// `description` of a type that conforms to CustomStringConvertible, for each instantiation by the checker.
    package var descriptionFunction: Function?
    /// `==` of a type that declares its own.
    package var equalityFunction: Function?
    /// For a native type: how its values are shown. Given the slot's reference.
    package var nativeDescription: (@Sendable (UInt64) throws -> String)?
    package var nativeEquality: (@Sendable (UInt64, UInt64) throws -> Bool)?

    package init(name: String, form: Form, genericParameters: [GenericParameter] = []) {
        self.name = name
        self.form = form
        self.genericParameters = genericParameters
        isComplete =
            switch form {
            case .structure, .enumeration: false
            default: true
            }
    }

    package static func == (a: NominalType, b: NominalType) -> Bool { a === b }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(ObjectIdentifier(self))
    }
}
