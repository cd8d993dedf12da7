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
        /// Its type is written with `!`.
        package var isImplicit = false

        package init(name: String, type: Type, isMutable: Bool) {
            self.name = name
            self.type = type
            self.isMutable = isMutable
        }
    }

    package struct EnumCase {
        package let name: String
        package let payload: [Type.TupleElement]
        /// The payload lies in a box of its own, so that it may hold the enum itself.
        package let isIndirect: Bool

        package init(name: String, payload: [Type.TupleElement], isIndirect: Bool = false) {
            self.name = name
            self.payload = payload
            self.isIndirect = isIndirect && !payload.isEmpty
        }
    }

    package let name: String
    package let form: Form
    /// Those of the types around it first, then its own.
    package var genericParameters: [GenericParameter]
    /// How many of the generic parameters are those of the types around it.
    package var inheritedParameterCount = 0
    /// The type it is declared in.
    package var enclosing: NominalType?
    /// The type of an enum's raw values.
    package var rawType: Type?
    /// Set once, before the first value exists.
    package var fields: [Field] = []
    package var cases: [EnumCase] = []
    /// Stored properties and cases are known.
    package var isComplete: Bool
    /// Functions of its methods by name, for what the library calls on a cell's type: `callAsFunction`.
    package var methods: [String: Function] = [:]
    package var superclass: Type?
    /// A struct of Swift's own library.
    package var isOfStandardLibrary = false
    /// Declared by a cell.
    package var isDeclaredByCell = false
    /// Its `where` clause says that types are the same.
    var hasSameTypeRequirements = false
    /// Stands for a generic parameter of which only the constraints are known, while a body that nothing uses is checked.
    var isStandIn = false
    /// The associated types of such a type.
    var standInTypes: [String: Type] = [:]
    /// Stands for any type of a cell in bodies that serve for all of them: see `SharedBody`.
    var isUnknown = false
    /// Declared by a cell, or made of what may be: `A & B`.
    var isOfCells: Bool { isDeclaredByCell || isComposition }
    /// A protocol's `Self`.
    package var selfParameter: GenericParameter {
        if let named = genericParameters.first(where: { $0.name == "Self" }) { return named }
        if let ownSelf { return ownSelf }
        let made = GenericParameter(name: "Self", constraints: [self])
        ownSelf = made
        return made
    }
    private(set) var ownSelf: GenericParameter?
    /// A protocol's associated types: what they are where a type does not say, and which are known.
    package var associatedDefaults: [String: Type] = [:]
    package var associatedSameTypes: [(GenericParameter, Type)] = []
    /// `A & B` or `P<Int>`: nobody declares it.
    package var isComposition = false
    /// Its own stored properties are known: false only while a cell's declarations are being read.
    package var isFieldsKnown = true
    /// No class may inherit from it.
    package var isFinal = false
    /// The cell that declares it.
    package var source: SourceText?
    package var conformances: [NominalType] = []
    /// For a protocol: its members take a value as it lies in its slots, whatever its type.
    package var hasPlainValues = false
    /// How values of a struct of the library are shown, compared and hashed where that is not by stored properties.
    package var conduct: Conduct?
    /// Where a conformance holds only for some generic arguments: what they must conform to.
    package var conformanceConditions: [NominalType: [(GenericParameter, NominalType)]] = [:]
    /// What the machine calls on values of the type, for each set of generic arguments.
    package var witnesses: [Type: Witnesses] = [:]
    /// For a native type: how its values are shown. Given the slot's reference.
    package var nativeDescription: (@Sendable (UInt64) throws -> String)?
    package var nativeEquality: (@Sendable (UInt64, UInt64) throws -> Bool)?

    /// An enum without payloads can be compared and hashed without saying so.
    package var isAlwaysEquatable: Bool {
        guard case .enumeration = form else { return false }
        return !cases.isEmpty && cases.allSatisfy { $0.payload.isEmpty }
    }

    /// Functions of a cell's type that printing, comparing and hashing call.
    package struct Witnesses {
        /// `description` of a type that conforms to CustomStringConvertible.
        package var description: Function?
        /// `debugDescription` of a type that conforms to CustomDebugStringConvertible.
        package var debugDescription: Function?
        /// `==` of a type that declares its own.
        package var equality: Function?
        /// `errorDescription` of a LocalizedError.
        package var errorDescription: Function?
        /// `hash(into:)` of a type that declares its own.
        package var hash: Function?
        /// `callAsFunction` of one argument, of a generic type that the library calls.
        package var call: Function?
    }

    /// Of `P<T>`: the same protocol with other types in the place of those; set by who makes it.
    var reapplied: (([Type]) -> NominalType?)?

    /// Finds the associated types of what its generic parameters stand for; set by who declares it.
    package var associatedType: ((String, Type) -> Type?)?

    /// What the generic parameters stand for, and their associated types that the declaration names.
    package func substitution(_ arguments: [Type]) -> Substitution {
        var result = Substitution(genericParameters, arguments)
        guard let associatedType else { return result }
        func bind(_ parameter: GenericParameter, _ type: Type) {
            for (name, member) in parameter.members {
                guard let found = associatedType(name, type) else { continue }
                result.types[member] = found
                bind(member, found)
            }
        }
        for (parameter, argument) in zip(genericParameters, arguments) where !parameter.members.isEmpty && argument.isConcrete { bind(parameter, argument) }
        return result
    }

    /// The name with those of the types around it: `Outer.Inner`.
    package var qualifiedName: String {
        enclosing.map { "\($0.qualifiedName).\(name)" } ?? name
    }

    /// A value of the language is the type itself, or was: `P.self`, `type(of: p)`.
    @exclusivity(unchecked) var isNamedByValue = false

    /// Lets go of all that the declaration says: nothing reaches the type any more, and what it refers to may refer to
    /// it in turn.
    func dissolve() {
        fields = []
        cases = []
        methods = [:]
        superclass = nil
        rawType = nil
        enclosing = nil
        conformances = []
        conformanceConditions = [:]
        witnesses = [:]
        associatedDefaults = [:]
        associatedSameTypes = []
        associatedType = nil
        ownSelf = nil
        genericParameters = []
    }

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
