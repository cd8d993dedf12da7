import SwiftSyntax

/// From declarations to what can be called.
extension Checker {
    /// The scope of an extension: the type's generic parameters by name, and what `where` says of them.
    func openExtension(of owner: NominalType, where clause: GenericWhereClauseSyntax?) {
        let inner = Scope(parent: scope, function: nil)
        for parameter in owner.genericParameters {
            inner.entities[parameter.name] = .type(.make(.parameter(parameter)))
        }
        inner.memberType =
            owner.form.isProtocol
            ? .make(.existential(owner))
            : .make(.nominal(owner, owner.genericParameters.map { .make(.parameter($0)) }))
        if owner.form.isProtocol { inner.entities["Self"] = .type(.make(.parameter(owner.selfParameter))) }
        scope = inner
        uses.extended.insert(owner.name)
        _ = environment.memberTable(of: owner)
        extensionSameTypes = []
        extensionConformances = []
        let requirements = read(clause)
        extensionSameTypes = requirements.sameTypes
        extensionConformances = requirements.conformances
    }

    /// What a `where` clause asks.
    func read(_ clause: GenericWhereClauseSyntax?) -> (sameTypes: [(GenericParameter, Type)], conformances: [(GenericParameter, NominalType)]) {
        var sameTypes: [(GenericParameter, Type)] = []
        var conformances: [(GenericParameter, NominalType)] = []
        for requirement in clause?.requirements ?? [] {
            switch requirement.requirement {
            case .sameTypeRequirement(let same):
                guard case .type(let leftSyntax) = same.leftType, case .type(let rightSyntax) = same.rightType else { continue }
                if case .parameter(let parameter) = resolve(leftSyntax).kind {
                    sameTypes.append((parameter, resolve(rightSyntax)))
                }
            case .conformanceRequirement(let conformance):
                guard case .parameter(let parameter) = resolve(conformance.leftType).kind else { continue }
                for part in constraintParts(conformance.rightType) {
                    if let nominal = constraint(resolve(part)) { conformances.append((parameter, nominal)) }
                }
            default:
                unsupported("this requirement is", at: requirement.sourceRange)
            }
        }
        return (sameTypes, conformances)
    }

    /// What a generic parameter is asked to conform to or inherit from.
    func constraint(_ type: Type) -> NominalType? {
        if case .existential(let nominal) = type.kind { return nominal }
        return type.isClass ? type.nominal : nil
    }

    func callable(of syntax: FunctionDeclSyntax, implementation: Callable.Implementation) -> Callable {
        let callable = Callable(
            name: Checker.plainName(syntax.writtenName), implementation: implementation, source: source,
            range: syntax.name.sourceRange)
        for modifier in syntax.modifiers {
            switch modifier.name.text {
            case "static":
                callable.isStatic = true
                callable.isFinal = true
            case "class": callable.isStatic = true
            case "override": callable.isOverride = true
            case "final": callable.isFinal = true
            case "mutating": callable.isMutating = true
            default: break
            }
        }
        callable.returnsSelf = ["Self", "Self?"].contains(syntax.signature.returnClause?.type.trimmedDescription)
        callable.isOpaque = syntax.signature.returnClause.map { isOpaque($0.type) } ?? false
        if let some = syntax.signature.returnClause?.type.as(SomeOrAnyTypeSyntax.self), some.someOrAnySpecifier.tokenKind == .keyword(.some) { callable.someText = some.trimmedDescription }
        callable.isImplicit = syntax.signature.returnClause?.type.isImplicitlyUnwrapped ?? false
        callable.isDiscardable = syntax.attributes.contains { $0.trimmedDescription == "@discardableResult" }
        fill(callable, syntax.genericParameterClause, syntax.signature.parameterClause, syntax.genericWhereClause, syntax.signature.effectSpecifiers) {
            syntax.signature.returnClause.map { self.resolve($0.type) } ?? .void
        }
        if callable.throwsThroughClosures, let word = syntax.signature.effectSpecifiers?.throwsClause?.throwsSpecifier,
            !callable.parameters.contains(where: { ($0.type.wrapped ?? $0.type).function?.throwsErrors ?? $0.type.isError })
        {
            error("'rethrows' function must take a throwing function argument", at: word.sourceRange)
        }
        return callable
    }

    /// Generic parameters have different names.
    func checkDifferent(_ generics: GenericParameterClauseSyntax?) {
        var known: Set<String> = []
        for generic in generics?.parameters ?? [] where !known.insert(generic.name.text).inserted {
            error("invalid redeclaration of '\(generic.name.text)'", at: generic.name.sourceRange)
        }
    }

    /// An operator among a type's members is called with operands, not on a value.
    func checkIsStatic(_ callable: Callable, _ syntax: FunctionDeclSyntax, in nominal: NominalType?) {
        guard callable.isOperator, !callable.isStatic else { return }
        var group = syntax.parent
        while let here = group, here.asProtocol((any DeclGroupSyntax).self) == nil { group = here.parent }
        let place =
            if let extended = group?.as(ExtensionDeclSyntax.self) {
                "extension of '\(extended.extendedType.trimmedDescription)'"
            } else {
                group?.is(ProtocolDeclSyntax.self) ?? false ? "protocol" : "type '\(nominal?.name ?? "")'"
            }
        error("operator '\(callable.name)' declared in \(place) must be 'static'", at: callable.range, help: "write 'static' before 'func'")
        callable.isStatic = true
    }

    /// `some Sequence<Int>`: a type that only the body says. Values of cells' own protocols lie in boxes, where the
    /// protocol's types are known.
    func isOpaque(_ syntax: TypeSyntax) -> Bool {
        guard let some = syntax.as(SomeOrAnyTypeSyntax.self), some.someOrAnySpecifier.tokenKind == .keyword(.some) else { return false }
        guard case .existential(let nominal)? = attempt({ resolve(some.constraint) })?.kind else { return false }
        if nominal.openSameTypes != nil { return true }
        return !([nominal] + environment.inheritedProtocols(of: nominal)).contains(where: \.isDeclaredByCell)
    }

    /// `Self` in an extension of a protocol of plain values.
    private var selfParameter: Type? {
        guard case .type(let type)? = lookUp("Self")?.entity, case .parameter = type.kind else { return nil }
        return type
    }

    func callable(of syntax: InitializerDeclSyntax, implementation: Callable.Implementation) -> Callable {
        let callable = Callable(
            name: "init", implementation: implementation, source: source,
            range: syntax.initKeyword.sourceRange)
        callable.isInitializer = true
        for modifier in syntax.modifiers {
            switch modifier.name.text {
            case "override": callable.isOverride = true
            case "convenience": callable.isConvenience = true
            case "required": callable.isRequired = true
            case "private": callable.isPrivate = true
            default: break
            }
        }
        let isFailable = syntax.optionalMark != nil
        let own = selfParameter ?? scope.memberTypeInSight ?? .error
        fill(callable, syntax.genericParameterClause, syntax.signature.parameterClause, syntax.genericWhereClause, syntax.signature.effectSpecifiers) {
            isFailable ? .optional(own) : own
        }
        return callable
    }

    func callable(ofSubscript syntax: SubscriptDeclSyntax, implementation: Callable.Implementation) -> Callable {
        let callable = Callable(
            name: "subscript", implementation: implementation, source: source,
            range: syntax.subscriptKeyword.sourceRange)
        callable.isStatic = syntax.modifiers.contains { $0.name.text == "static" }
        fill(callable, syntax.genericParameterClause, syntax.parameterClause, syntax.genericWhereClause, nil, isSubscript: true) {
            self.resolve(syntax.returnClause.type)
        }
        return callable
    }

    private func fill(
        _ callable: Callable, _ generics: GenericParameterClauseSyntax?,
        _ parameters: FunctionParameterClauseSyntax, _ requirements: GenericWhereClauseSyntax?,
        _ effects: FunctionEffectSpecifiersSyntax?, isSubscript: Bool = false, result: () -> Type
    ) {
        let outer = scope
        scope = Scope(parent: outer, function: nil)
        defer { scope = outer }
        checkDifferent(generics)
        for generic in generics?.parameters ?? [] {
            let parameter = genericParameter(generic.name.text)
            scope.entities[generic.name.text] = .type(.make(.parameter(parameter)))
            if let inherited = generic.inheritedType {
                for part in constraintParts(inherited) {
                    guard let nominal = constraint(resolve(part)) else { continue }
                    if let open = nominal.openSameTypes {
                        parameter.constraints += nominal.conformances
                        callable.sameTypes += open.map { (parameter.member($0.name), $1) }
                    } else {
                        parameter.constraints.append(nominal)
                    }
                }
            }
            callable.genericParameters.append(parameter)
        }
        let clause = read(requirements)
        callable.sameTypes += clause.sameTypes
        callable.conformances += clause.conformances
        if let effects {
            if let asynchronous = effects.asyncSpecifier {
                error(
                    "'async' is not part of the cell language", at: asynchronous.sourceRange,
                    help: "cells run from top to bottom on one thread")
            }
            callable.canThrow = effects.throwsClause?.throwsSpecifier.tokenKind == .keyword(.throws)
            if callable.canThrow, let type = effects.throwsClause?.type.map({ resolve($0) }) {
                callable.thrown = type
                if let nominal = environment.protocolNamed("Error"), type.isConcrete, !type.isNever, !type.isError, !environment.conforms(type, to: nominal), let written = effects.throwsClause?.type {
                    let range = written.sourceRange
                    // Conformances of this cell may not be known yet.
                    pending.append { [self] in
                        if !environment.conforms(type, to: nominal) { error("thrown type '\(type)' does not conform to the 'Error' protocol", at: range) }
                    }
                }
                if case .never = type.kind { callable.canThrow = false }
            }
            callable.throwsThroughClosures = effects.throwsClause?.throwsSpecifier.tokenKind == .keyword(.rethrows)
        }
        for parameter in parameters.parameters {
            var type = parameter.type
            var isInout = false
            var isEscaping = false
            var isAutoclosure = false
            if let attributed = type.as(AttributedTypeSyntax.self) {
                isInout = attributed.isInout
                isEscaping = attributed.isEscaping
                isAutoclosure = attributed.attributes.contains { $0.trimmedDescription == "@autoclosure" }
                type = attributed.baseType
            }
            let first = Checker.plainName(parameter.firstName.text)
            let name = Checker.plainName((parameter.secondName ?? parameter.firstName).text)
            let label: String? =
                first == "_" || (isSubscript && parameter.secondName == nil) || callable.isOperator ? nil : first
            let outerOpen = openParameters
            openParameters = []
            let resolved = resolve(type)
            callable.genericParameters += openParameters ?? []
            callable.sameTypes += openSameTypes
            openParameters = outerOpen
            openSameTypes = []
            callable.parameters.append(
                Callable.Parameter(
                    label: label, name: name, type: resolved, isInout: isInout,
                    isVariadic: parameter.ellipsis != nil,
                    isEscaping: isEscaping || resolved.wrapped?.function != nil,
                    isAutoclosure: isAutoclosure,
                    isBuilder: parameter.attributes.contains { $0.trimmedDescription.hasSuffix("Builder") },
                    defaultValue: parameter.defaultValue?.value, isImplicit: type.isImplicitlyUnwrapped))
        }
        reportRepeatedNames(parameters.parameters.map { $0.secondName ?? $0.firstName })
        for (parameter, next) in zip(callable.parameters, zip(callable.parameters, parameters.parameters).dropFirst()) where parameter.isVariadic && next.0.label == nil {
            error("a parameter following a variadic parameter requires a label", at: next.1.firstName.sourceRange)
        }
        callable.result = result()
        callable.genericParameters += callable.genericParameters.flatMap(\.allMembers)
    }

    /// No two parameters have one name.
    func reportRepeatedNames(_ names: [TokenSyntax]) {
        var seen = Set<String>()
        for token in names where token.tokenKind != .wildcard {
            let name = Checker.plainName(token.text)
            if !seen.insert(name).inserted { error("invalid redeclaration of '\(name)'", at: token.sourceRange) }
        }
    }

    func constraintParts(_ type: TypeSyntax) -> [TypeSyntax] {
        if let composition = type.as(CompositionTypeSyntax.self) {
            return composition.elements.map(\.type)
        }
        return [type]
    }
}
