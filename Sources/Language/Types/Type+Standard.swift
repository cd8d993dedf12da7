/// The types the language itself knows.
extension NominalType {
    package static let int = NominalType(name: "Int", form: .int)
    package static let double = NominalType(name: "Double", form: .double)
    package static let float = NominalType(name: "Float", form: .float)
    package static let bool = NominalType(name: "Bool", form: .bool)
    package static let string = NominalType(name: "String", form: .string)
    package static let character = NominalType(name: "Character", form: .character)
    package static let optional = NominalType(
        name: "Optional", form: .optional, genericParameters: [GenericParameter(name: "Wrapped")])
    package static let array = NominalType(
        name: "Array", form: .array, genericParameters: [GenericParameter(name: "Element")])
    package static let dictionary = NominalType(
        name: "Dictionary", form: .dictionary,
        genericParameters: [GenericParameter(name: "Key"), GenericParameter(name: "Value")])
    package static let set = NominalType(
        name: "Set", form: .set, genericParameters: [GenericParameter(name: "Element")])
    package static let range = ranged("Range", .range)
    package static let closedRange = ranged("ClosedRange", .closedRange)
    package static let partialRangeFrom = ranged("PartialRangeFrom", .partialRangeFrom)
    package static let partialRangeUpTo = ranged("PartialRangeUpTo", .partialRangeUpTo)
    package static let partialRangeThrough = ranged("PartialRangeThrough", .partialRangeThrough)

    /// Int and the integers of a fixed width.
    package static let integers: [NominalType] =
        [.int] + [8, 16, 32, 64].map { fixed("Int\($0)", $0, true) }
        + [fixed("UInt", 64, false)] + [8, 16, 32, 64].map { fixed("UInt\($0)", $0, false) }

    private static func fixed(_ name: String, _ bits: Int, _ isSigned: Bool) -> NominalType {
        NominalType(name: name, form: .fixedInteger(bits: bits, isSigned: isSigned))
    }

    /// Of `integers`, by name.
    package static func named(_ name: String) -> NominalType? { integers.first { $0.name == name } }

    package var isSignedInteger: Bool {
        switch form {
        case .int: true
        case .fixedInteger(_, let isSigned): isSigned
        default: false
        }
    }

    package var isUnsignedInteger: Bool {
        if case .fixedInteger(_, let isSigned) = form { !isSigned } else { false }
    }

    private static func ranged(_ name: String, _ form: Form) -> NominalType {
        NominalType(name: name, form: form, genericParameters: [GenericParameter(name: "Bound")])
    }
}

extension Type {
    package static let int = make(.nominal(.int, []))
    package static let double = make(.nominal(.double, []))
    package static let float = make(.nominal(.float, []))
    package static let bool = make(.nominal(.bool, []))
    package static let string = make(.nominal(.string, []))
    package static let character = make(.nominal(.character, []))
    package static let void = make(.tuple([]))
    package static let never = make(.never)
    package static let error = make(.error)

    package static func optional(_ wrapped: Type) -> Type { make(.nominal(.optional, [wrapped])) }
    package static func array(_ element: Type) -> Type { make(.nominal(.array, [element])) }
    package static func tuple(_ types: [Type]) -> Type {
        make(.tuple(types.map { TupleElement(label: "", type: $0) }))
    }
    package static func function(_ parameters: [Type], _ result: Type, canThrow: Bool = false)
        -> Type
    {
        make(
            .function(
                FunctionType(
                    parameters: parameters.map { Parameter(type: $0) }, result: result,
                    canThrow: canThrow)))
    }

    package var nominal: NominalType? {
        if case .nominal(let nominal, _) = kind { nominal } else { nil }
    }
    package var arguments: [Type] {
        if case .nominal(_, let arguments) = kind { arguments } else { [] }
    }
    /// The `Wrapped` of an optional.
    package var wrapped: Type? { nominal === NominalType.optional ? arguments[0] : nil }
    /// The `Element` of an array.
    package var arrayElement: Type? { nominal === NominalType.array ? arguments[0] : nil }
    package var function: FunctionType? {
        if case .function(let function) = kind { function } else { nil }
    }
    package var tupleElements: [TupleElement]? {
        if case .tuple(let elements) = kind { elements } else { nil }
    }
    package var isExistential: Bool {
        if case .existential = kind { true } else { false }
    }
    /// A protocol whose members take values as they are: what extends it is made anew for each type.
    package var isPlainProtocol: Bool {
        if case .existential(let nominal) = kind { nominal.hasPlainValues } else { false }
    }
    /// What a metatype is the type of; the type itself where it is none.
    package var metatypeOf: Type {
        if case .metatype(let type) = kind { type } else { self }
    }
    package var isVoid: Bool { self === Type.void }
    package var isNever: Bool { self === Type.never }
    /// `any Error`
    package var isAnyError: Bool {
        if case .existential(let nominal) = kind { nominal.name == "Error" && !nominal.isOfCells } else { false }
    }
    package var isError: Bool { self === Type.error }
    /// `KeyPath<Root, Value>` and its like.
    package var isKeyPath: Bool {
        guard let nominal, nominal.isOfStandardLibrary else { return false }
        return ["KeyPath", "WritableKeyPath", "ReferenceWritableKeyPath", "PartialKeyPath", "AnyKeyPath"].contains(nominal.name)
    }

    /// The stored properties of a struct or class, with the type's own generic arguments put in; a class's inherited
    /// ones first.
    package var fields: [NominalType.Field] {
        let own = ownFields
        guard let parent = superclass else { return own }
        return parent.fields + own
    }

    /// The stored properties that the type's own declaration has.
    package var ownFields: [NominalType.Field] {
        guard case .nominal(let nominal, let arguments) = kind else { return [] }
        if arguments.isEmpty { return nominal.fields }
        let types = nominal.substitution(arguments)
        return nominal.fields.map {
            var field = NominalType.Field(name: $0.name, type: $0.type.substituting(types), isMutable: $0.isMutable)
            field.isImplicit = $0.isImplicit
            return field
        }
    }

    /// What a class inherits from, with the type's own generic arguments put in.
    package var superclass: Type? {
        guard case .nominal(let nominal, let arguments) = kind, let parent = nominal.superclass
        else { return nil }
        return parent.substituting(Substitution(nominal.genericParameters, arguments))
    }

    /// An instance is an object: identity, one reference.
    package var isClass: Bool {
        if case .reference? = nominal?.form { true } else { false }
    }

    /// Whether the type is `ancestor` or a class below it.
    package func isDescendant(of ancestor: Type) -> Bool {
        var type: Type? = self
        while let here = type {
            if here === ancestor { return true }
            type = here.superclass
        }
        return false
    }

    package func substituting(_ substitution: Substitution) -> Type {
        if isConcrete || substitution.types.isEmpty { return self }
        switch kind {
        case .nominal(let nominal, let arguments):
            return .make(.nominal(nominal, arguments.map { $0.substituting(substitution) }))
        case .tuple(let elements):
            return .make(
                .tuple(
                    elements.map {
                        TupleElement(label: $0.label, type: $0.type.substituting(substitution))
                    }))
        case .function(let function):
            return .make(
                .function(
                    FunctionType(
                        parameters: function.parameters.map { $0.with($0.type.substituting(substitution)) }, result: function.result.substituting(substitution),
                        canThrow: function.canThrow, thrown: function.thrown?.substituting(substitution))))
        case .parameter(let parameter):
            return substitution.types[parameter] ?? self
        case .metatype(let type):
            return .make(.metatype(type.substituting(substitution)))
        case .existential(let nominal):
            guard let open = nominal.openSameTypes, let applied = nominal.reapplied?(open.map { $0.1.substituting(substitution) }) else { return self }
            return .make(.existential(applied))
        case .never, .error:
            return self
        }
    }

    /// The type with a hole, that agrees with everything, where a generic parameter is still open.
    package var withHoles: Type {
        if isConcrete { return self }
        switch kind {
        case .parameter: return .error
        case .nominal(let nominal, let arguments): return .make(.nominal(nominal, arguments.map(\.withHoles)))
        case .tuple(let elements): return .make(.tuple(elements.map { TupleElement(label: $0.label, type: $0.type.withHoles) }))
        case .function(let function):
            return .make(
                .function(
                    FunctionType(
                        parameters: function.parameters.map { $0.with($0.type.withHoles) },
                        result: function.result.withHoles, canThrow: function.canThrow, thrown: function.thrown?.withHoles)))
        default: return self
        }
    }

    /// As Swift writes it: `[Int]`, `Double?`, `(x: Int, y: Int)`, `(Tensor) throws -> Tensor`.
    package var description: String {
        switch kind {
        case .nominal(let nominal, let arguments):
            switch nominal.form {
            case .array: return "[\(arguments[0])]"
            case .dictionary: return "[\(arguments[0]) : \(arguments[1])]"
            case .optional:
                return arguments[0].function != nil ? "(\(arguments[0]))?" : "\(arguments[0])?"
            default:
                return named(nominal, arguments) { $0.description }
            }
        case .tuple(let elements):
            let inside = elements.map { $0.label.isEmpty ? "\($0.type)" : "\($0.label): \($0.type)" }
            return "(\(inside.joined(separator: ", ")))"
        case .function(let function):
            let parameters = function.parameters.map { ($0.isInout ? "inout " : "") + ($0.isVariadic ? "\($0.type.arrayElement ?? $0.type)..." : "\($0.type)") }
            let effect = function.throwsErrors ? "throws\(function.thrown.map { "(\($0))" } ?? "") " : ""
            return "(\(parameters.joined(separator: ", "))) \(effect)-> \(function.result)"
        case .parameter(let parameter): return parameter.name
        case .metatype(let type): return "\(type).Type"
        case .existential(let nominal): return nominal.name == "Any" ? "Any" : "any \(nominal.name)"
        case .never: return "Never"
        case .error: return "_"
        }
    }
}
