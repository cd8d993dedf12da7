import SwiftSyntax

/// Types that say only which protocols a value conforms to.
extension Checker {
    /// `some P` of a parameter is a generic parameter without a name; elsewhere, and `any P`, a value in a box.
    func someOrAny(_ syntax: SomeOrAnyTypeSyntax, _ range: SourceRange) -> Type {
        let type = resolve(syntax.constraint)
        guard syntax.someOrAnySpecifier.tokenKind == .keyword(.some), openParameters != nil, let nominal = constraint(type) else { return type }
        let parameter = genericParameter(syntax.trimmedDescription, constraints: [nominal])
        if let open = nominal.openSameTypes {
            // `some Collection<T>`: its elements are what another parameter stands for.
            parameter.constraints = nominal.conformances
            openSameTypes += open.map { (parameter.member($0.name), $1) }
        }
        openParameters?.append(parameter)
        return .make(.parameter(parameter))
    }

    /// `A & B`
    func composition(_ syntax: CompositionTypeSyntax, _ range: SourceRange) -> Type {
        var protocols: [NominalType] = []
        var superclass: Type?
        for element in syntax.elements {
            let type = resolve(element.type)
            if type.isError { return .error }
            if case .existential(let nominal) = type.kind {
                protocols.append(nominal)
            } else if type.isClass {
                superclass = type
            } else {
                error("non-protocol, non-class type '\(type)' cannot be used within a protocol-constrained type", at: element.sourceRange)
                return .error
            }
        }
        if protocols.count == 1, superclass == nil { return .make(.existential(protocols[0])) }
        if protocols.isEmpty, let superclass { return superclass }
        return .make(.existential(environment.composition(protocols, superclass: superclass)))
    }
}

extension NominalType {
    /// Of `P<T>`, T being a generic parameter: what its associated types have to be.
    var openSameTypes: [(GenericParameter, Type)]? {
        guard isComposition, associatedSameTypes.contains(where: { !$0.1.isConcrete }) else { return nil }
        return associatedSameTypes
    }
}
