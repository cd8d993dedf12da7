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

    package init(of type: Type) {
        switch type.kind {
        case .tuple(let elements):
            self.init(isReference: elements.flatMap { Layout(of: $0.type).isReference })
        case .function, .existential:
            self = .reference
        case .metatype:
            self = .scalar
        case .never, .error, .parameter:
            self.init(isReference: [])
        case .nominal(let nominal, let arguments):
            self.init(nominal, arguments)
        }
    }

    /// Whether all slots of some value are 0, as those of nil are: an optional's, or of what has only one as its slots.
    private static func canBeZero(_ type: Type) -> Bool {
        if type.wrapped != nil { return true }
        if let elements = type.tupleElements { return elements.allSatisfy { canBeZero($0.type) } }
        guard let nominal = type.nominal, case .structure = nominal.form else { return false }
        return type.fields.allSatisfy { canBeZero($0.type) }
    }

    private init(_ nominal: NominalType, _ arguments: [Type]) {
        switch nominal.form {
        case .int, .double, .float, .bool, .fixedInteger:
            self = .scalar
        case .string, .character, .array, .dictionary, .set, .reference, .native, .protocolType:
            self = .reference
        case .optional:
            let wrapped = Layout(of: arguments[0])
            self =
                wrapped.isSingleReference && !Layout.canBeZero(arguments[0])
                ? wrapped : Layout(isReference: [false] + wrapped.isReference)
        case .range, .closedRange:
            let bound = Layout(of: arguments[0])
            self.init(isReference: bound.isReference + bound.isReference)
        case .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough:
            self = Layout(of: arguments[0])
        case .structure:
            let types = nominal.substitution(arguments)
            self.init(
                isReference: nominal.fields.flatMap {
                    Layout(of: $0.type.substituting(types)).isReference
                })
        case .enumeration:
            let types = Substitution(nominal.genericParameters, arguments)
            var scalars = 0
            var references = 0
            for enumCase in nominal.cases {
                let slots =
                    enumCase.isIndirect
                    ? [true]
                    : enumCase.payload.flatMap {
                        Layout(of: $0.type.substituting(types)).isReference
                    }
                let count = slots.count { $0 }
                references = max(references, count)
                scalars = max(scalars, slots.count - count)
            }
            self.init(
                isReference: [false] + Array(repeating: false, count: scalars)
                    + Array(repeating: true, count: references))
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
}
