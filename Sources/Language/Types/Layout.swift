/// How a value lies in slots of eight bytes: which of them hold references that are counted.
///
/// - Scalars take one slot: Int, Double and Bool as they are, Float as its 32 bits.
/// - References (String, Character, Array, Dictionary, Set, functions, classes, natives, existentials) take one;
///   0 is no reference, and retaining or releasing 0 does nothing.
/// - A metatype takes one: the address of its `Type`.
/// - An optional of a type that is one reference and no optional takes one slot, 0 being nil; any other takes a tag
///   (0 nil, 1 some) and then the value's slots, all 0 when nil.
/// - Tuples and structs take their elements' slots, one after the other.
/// - An enum takes a tag, then room for scalars, then room for references, each as many as the largest case needs.
///   An indirect case needs one reference: a box with the payload.
package struct Layout: Sendable {
    /// For each slot, whether it holds a counted reference.
    package let isReference: [Bool]
    /// Indices of the slots that do.
    package let references: [Int]

    package var count: Int { isReference.count }
    /// One slot with a reference.
    package var isSingleReference: Bool { isReference == [true] }

    package init(isReference: [Bool]) {
        self.isReference = isReference
        references = isReference.indices.filter { isReference[$0] }
    }

    package static let scalar = Layout(isReference: [false])
    package static let reference = Layout(isReference: [true])

    package init(of type: Type) { self.init(isReference: Layout.slots(type, [:])) }

    /// A type with what its generic parameters stand for. They are not put in: a struct that holds an array of its own
    /// kind would be asked for while it is being made.
    private struct Bound {
        let type: Type
        var types: [GenericParameter: Bound] = [:]

        var resolved: Bound {
            guard case .parameter(let parameter) = type.kind else { return self }
            return types[parameter]?.resolved ?? self
        }

        /// The type with all put in.
        var whole: Type {
            var all = Substitution()
            all.types = types.mapValues(\.whole)
            return type.substituting(all)
        }
    }

    /// What a type's generic parameters stand for, inside of it.
    private static func inside(_ nominal: NominalType, _ arguments: [Type], _ types: [GenericParameter: Bound]) -> [GenericParameter: Bound] {
        let given = arguments.map { Bound(type: $0, types: types).resolved }
        var result = Dictionary(uniqueKeysWithValues: zip(nominal.genericParameters, given))
        guard nominal.genericParameters.contains(where: { !$0.members.isEmpty }) else { return result }
        for (parameter, type) in nominal.substitution(given.map(\.whole)).types where result[parameter] == nil { result[parameter] = Bound(type: type) }
        return result
    }

    /// Whether all slots of some value are 0, as those of nil are: an optional's, or of what has only one as its slots.
    private static func canBeZero(_ type: Type, _ types: [GenericParameter: Bound]) -> Bool {
        let bound = Bound(type: type, types: types).resolved
        if bound.type.wrapped != nil { return true }
        if let elements = bound.type.tupleElements { return elements.allSatisfy { canBeZero($0.type, bound.types) } }
        guard case .nominal(let nominal, let arguments) = bound.type.kind, case .structure = nominal.form else { return false }
        let inner = inside(nominal, arguments, bound.types)
        return nominal.fields.allSatisfy { canBeZero($0.type, inner) }
    }

    private static func slots(of type: Type, _ types: [GenericParameter: Bound]) -> [Bool] {
        let bound = Bound(type: type, types: types).resolved
        return bound.type.isConcrete ? bound.type.layout.isReference : slots(bound.type, bound.types)
    }

    private static func slots(_ type: Type, _ types: [GenericParameter: Bound]) -> [Bool] {
        switch type.kind {
        case .tuple(let elements): elements.flatMap { slots(of: $0.type, types) }
        case .function, .existential: [true]
        case .metatype: [false]
        case .never, .error, .parameter: []
        case .nominal(let nominal, let arguments): slots(nominal, arguments, types)
        }
    }

    private static func slots(_ nominal: NominalType, _ arguments: [Type], _ types: [GenericParameter: Bound]) -> [Bool] {
        switch nominal.form {
        case .int, .double, .float, .bool, .fixedInteger:
            return [false]
        case .string, .character, .array, .dictionary, .set, .reference, .native, .protocolType:
            return [true]
        case .optional:
            let wrapped = slots(of: arguments[0], types)
            return wrapped == [true] && !canBeZero(arguments[0], types) ? wrapped : [false] + wrapped
        case .range, .closedRange:
            let bound = slots(of: arguments[0], types)
            return bound + bound
        case .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough:
            return slots(of: arguments[0], types)
        case .structure:
            let inner = inside(nominal, arguments, types)
            return nominal.fields.flatMap { slots(of: $0.type, inner) }
        case .enumeration:
            let inner = inside(nominal, arguments, types)
            var scalars = 0
            var references = 0
            for enumCase in nominal.cases {
                let all = enumCase.isIndirect ? [true] : enumCase.payload.flatMap { slots(of: $0.type, inner) }
                let count = all.count { $0 }
                references = max(references, count)
                scalars = max(scalars, all.count - count)
            }
            return [false] + Array(repeating: false, count: scalars) + Array(repeating: true, count: references)
        }
    }
}

/// Types put in the place of generic parameters.
package struct Substitution {
    package var types: [GenericParameter: Type] = [:]

    package init() {}

    package init(_ parameters: [GenericParameter], _ arguments: [Type]) {
        for (parameter, argument) in zip(parameters, arguments) { types[parameter] = argument }
    }

    /// The same parameters, standing for what each type becomes.
    func mapTypes(_ other: (Type) -> Type) -> Substitution {
        var made = Substitution()
        made.types = types.mapValues(other)
        return made
    }
}
