import SwiftSyntax

/// Protocols that a cell declares: what they require, and whether a type has it.
extension Checker {
    /// The associated types of a protocol, before anything is known of them.
    func associatedTypes(of block: MemberBlockSyntax) -> [GenericParameter] {
        block.members.compactMap { member in
            member.decl.as(AssociatedTypeDeclSyntax.self).map { genericParameter(Checker.plainName($0.name.text)) }
        }
    }

    /// What is asked of a protocol's associated types, and their defaults. Those of the protocols it inherits from are
    /// in sight under their names.
    func constrainAssociatedTypes(of declaration: NominalDeclaration) {
        let nominal = declaration.nominal
        for inherited in environment.inheritedProtocols(of: nominal) {
            for parameter in inherited.genericParameters where declaration.scope.entities[parameter.name] == nil {
                nominal.genericParameters.append(parameter)
                declaration.scope.entities[parameter.name] = .type(.make(.parameter(parameter)))
            }
        }
        inScope(of: declaration) {
            for member in declaration.parts.block.members {
                guard let syntax = member.decl.as(AssociatedTypeDeclSyntax.self),
                    let parameter = nominal.genericParameters.first(where: { $0.name == syntax.name.text })
                else { continue }
                for inherited in syntax.inheritanceClause?.inheritedTypes ?? [] {
                    for part in constraintParts(inherited.type) {
                        if let constraint = constraint(resolve(part)) { parameter.constraints.append(constraint) }
                    }
                }
                if let value = syntax.initializer?.value { nominal.associatedDefaults[parameter.name] = resolve(value) }
                note(read(syntax.genericWhereClause), of: nominal)
            }
            note(read(declaration.parts.requirements), of: nominal)
            for parameter in nominal.genericParameters where !parameter.members.isEmpty {
                nominal.genericParameters += parameter.allMembers.filter { one in !nominal.genericParameters.contains { $0 === one } }
            }
        }
    }

    private func note(_ requirements: (sameTypes: [(GenericParameter, Type)], conformances: [(GenericParameter, NominalType)]), of nominal: NominalType) {
        for (parameter, constraint) in requirements.conformances {
            if parameter === nominal.selfParameter { nominal.conformances.append(constraint) } else { parameter.constraints.append(constraint) }
        }
        for (parameter, type) in requirements.sameTypes { nominal.associatedSameTypes.append((parameter, type)) }
    }

    // MARK: Requirements

    func declareRequirements(of declaration: NominalDeclaration) {
        let nominal = declaration.nominal
        let table = environment.memberTable(of: nominal)
        inScope(of: declaration) {
            for member in declaration.parts.block.members {
                switch member.decl.as(DeclSyntaxEnum.self) {
                case .functionDecl(let syntax):
                    if let body = syntax.body { error("protocol methods must not have bodies", at: body.sourceRange, help: "write it in an extension of '\(nominal.name)'") }
                    let required = callable(of: syntax, implementation: .requirement)
                    checkOperatorExists(required, syntax)
                    checkIsStatic(required, syntax, in: nominal)
                    table.add(requirement(required, of: nominal))
                case .initializerDecl(let syntax):
                    let callable = requirement(callable(of: syntax, implementation: .requirement), of: nominal)
                    let own = Type.make(.parameter(nominal.selfParameter))
                    callable.result = syntax.optionalMark != nil ? .optional(own) : own
                    table.add(callable)
                case .subscriptDecl(let syntax):
                    let getter = requirement(callable(ofSubscript: syntax, implementation: .requirement), of: nominal)
                    if syntax.accessorBlock?.isSettable ?? false {
                        let setter = Callable(name: "subscript", implementation: .requirement, source: source, range: getter.range)
                        setter.parameters = getter.parameters + [Callable.Parameter(label: nil, name: "newValue", type: getter.result)]
                        setter.isMutating = !environment.isClassBound(nominal)
                        getter.setterFunction = requirement(setter, of: nominal)
                    }
                    table.add(getter)
                case .variableDecl(let syntax): declareRequirement(syntax, of: nominal, table)
                case .associatedTypeDecl, .typeAliasDecl: continue
                default: error("this declaration cannot be in a protocol", at: member.sourceRange)
                }
            }
        }
    }

    private func requirement(_ callable: Callable, of nominal: NominalType) -> Callable {
        callable.owner = nominal
        callable.root = callable
        return callable
    }

    private func declareRequirement(_ syntax: VariableDeclSyntax, of nominal: NominalType, _ table: MemberTable) {
        for binding in syntax.bindings {
            guard let name = (binding.pattern.as(IdentifierPatternSyntax.self)?.identifier.text).map(Checker.plainName), let annotation = binding.typeAnnotation else {
                error("type annotation missing in pattern", at: binding.sourceRange)
                continue
            }
            guard let accessors = binding.accessorBlock else {
                error("property in protocol must have explicit { get } or { get set } specifier", at: binding.sourceRange)
                continue
            }
            let type = resolve(annotation.type)
            let getter = Callable(name: name, implementation: .requirement, source: source, range: binding.sourceRange)
            getter.result = type
            getter.isStatic = syntax.isStatic
            let property = Property(name: name, type: type, getter: requirement(getter, of: nominal))
            property.isStatic = syntax.isStatic
            if accessors.isSettable {
                let setter = Callable(name: name, implementation: .requirement, source: source, range: binding.sourceRange)
                setter.parameters = [Callable.Parameter(label: nil, name: "newValue", type: type)]
                setter.isStatic = syntax.isStatic
                setter.isMutating = !syntax.isStatic && !environment.isClassBound(nominal)
                property.setter = requirement(setter, of: nominal)
            }
            table.properties[name, default: []].append(property)
        }
    }

    // MARK: Conformance

    /// Reports what a type lacks of the protocols of cells that it says it conforms to.
    func checkWitnesses(_ nominal: NominalType, at range: SourceRange) {
        let type = Type.make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))
        var seen: [NominalType] = []
        for stated in nominal.conformances {
            for conformance in [stated] + environment.inheritedProtocols(of: stated) where conformance.isDeclaredByCell && !seen.contains(where: { $0 === conformance }) {
                seen.append(conformance)
                let range = statedAt[[ObjectIdentifier(nominal), ObjectIdentifier(stated)]] ?? range
                if let missing = missingRequirement(of: conformance, in: type, nominal) {
                    if missing.hasPrefix("initializer requirement") {
                        error(missing, at: range)
                        return
                    }
                    error("type '\(nominal.qualifiedName)' does not conform to protocol '\(conformance.name)'", at: range, help: missing)
                    return
                }
            }
        }
    }

    private func missingRequirement(of conformance: NominalType, in type: Type, _ nominal: NominalType) -> String? {
        if environment.isClassBound(conformance), !type.isClass { return "'\(conformance.name)' is for classes only" }
        if let parent = conformance.superclass, !type.isDescendant(of: parent) { return "it has to inherit from '\(parent)'" }
        for parameter in conformance.genericParameters where parameter.base == nil {
            guard let found = environment.associatedType(parameter.name, of: type) else {
                return "protocol requires nested type '\(parameter.name)'"
            }
            for constraint in parameter.constraints where found.isConcrete && !environment.conforms(found, to: constraint) {
                return "'\(found)', its '\(parameter.name)', does not conform to '\(constraint.name)'"
            }
        }
        var types = environment.memberSubstitution(for: type)
        // The conformance may hold under conditions only, so that the type alone does not tell.
        for one in [conformance] + environment.inheritedProtocols(of: conformance) where !type.isConcrete {
            types.types[one.selfParameter] = type
            for parameter in one.genericParameters where parameter.base == nil && types.types[parameter] == nil {
                types.types[parameter] = environment.associatedType(parameter.name, of: type)
            }
        }
        for (parameter, known) in types.types { bindOpenMembers(of: parameter, known, &types) }
        let table = environment.memberTable(of: conformance)
        for callable in table.callables.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
            guard case .requirement = callable.implementation else { continue }
            if callable.isInitializer {
                if let found = witnessInitializer(callable, type, types), found.owner === nominal, found.isPrivate, !found.isSynthesized {
                    reportHidden("initializer '\(found.reference)'", found.range, conformance)
                    continue
                }
                if witnessInitializer(callable, type, types) == nil { return "protocol requires initializer '\(callable.reference)'" }
                if type.isClass, nominal.isFinal == false, let found = witnessInitializer(callable, type, types), !found.isRequired, found.owner === nominal, !found.isSynthesized {
                    return "initializer requirement '\(callable.reference)' can only be satisfied by a 'required' initializer in non-final class '\(nominal.name)'"
                }
                continue
            }
            guard let found = witnessMethod(callable, type, types) ?? conditionalWitness(callable, of: conformance, type) else {
                if let other = methods(callable.name, of: type, isStatic: callable.isStatic).first(where: { isOtherwiseLabelled($0, callable, types, nominal) }) {
                    let asked = callable.parameters.allSatisfy { $0.label == nil } ? callable.name : callable.reference
                    error("\(callable.isStatic ? "static" : "instance") method '\(other.reference)' has different argument labels from those required by protocol '\(conformance.name)' ('\(asked)')", at: other.range)
                    continue
                }
                let wanted = Type.make(.function(Type.FunctionType(parameters: callable.parameters.map { Type.Parameter(type: $0.type.substituting(types), isInout: $0.isInout) }, result: callable.result.substituting(types), canThrow: callable.canThrow)))
                return callable.name == "subscript" ? "protocol requires subscript with type '\(wanted)'" : "protocol requires function '\(callable.reference)' with type '\(wanted)'"
            }
            let own = environment.memberTable(of: nominal)
            if found.owner === nominal, own.privateNames.contains(found.name), !own.openNames.contains(found.name) {
                reportHidden("method '\(found.reference)'", found.range, conformance)
                continue
            }
            if callable.returnsSelf, !found.returnsSelf, found.owner === nominal, nominal.form.isReference, !nominal.isFinal {
                error("method '\(found.reference)' in non-final class '\(nominal.name)' must return 'Self' to conform to protocol '\(conformance.name)'", at: found.range, help: "write '-> Self', or make the class 'final'")
                continue
            }
            if found.isMutating, !callable.isMutating, !type.isClass { return "'\(found.reference)' is 'mutating', the requirement is not" }
            if found.canThrow, !callable.canThrow { return "'\(found.reference)' throws, the requirement does not" }
        }
        for property in table.properties.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
            guard case .requirement = property.getter.implementation else { continue }
            let wanted = property.type.substituting(types)
            guard let (found, isSettable) = propertyType(property.name, of: type, isStatic: property.isStatic, types) ?? conditionalProperty(property, of: conformance, type, types) else {
                return "protocol requires property '\(property.name)' with type '\(wanted)'"
            }
            if found !== wanted, wanted.isConcrete, found.isConcrete, !isSameReference(found, as: wanted) {
                return "protocol requires property '\(property.name)' with type '\(wanted)'; there is one of type '\(found)'"
            }
            let places = environment.memberTable(of: nominal).privatePlaces
            if let place = places[property.name] { reportHidden("property '\(property.name)'", place, conformance) }
            if property.setter != nil, let place = places[property.name + "="] { reportHidden("setter for property '\(property.name)'", place, conformance) }
            if property.setter != nil, !isSettable { return "protocol requires settable property '\(property.name)'; there is one that cannot be set" }
        }
        return nil
    }

    /// What a protocol asks for can be used wherever the protocol can.
    private func reportHidden(_ member: String, _ range: SourceRange, _ conformance: NominalType) {
        error("\(member) must be declared internal because it matches a requirement in internal protocol '\(conformance.name)'", at: range, help: "remove 'private'")
    }

    /// Whether a method of the type would be what a protocol asks for if its parameters had other labels.
    private func isOtherwiseLabelled(_ callable: Callable, _ requirement: Callable, _ types: Substitution, _ nominal: NominalType) -> Bool {
        callable.owner === nominal && callable.declaration == nil && callable.genericParameters.isEmpty && requirement.genericParameters.isEmpty
            && callable.parameters.count == requirement.parameters.count && callable.name != "subscript"
            && zip(callable.parameters, requirement.parameters).allSatisfy { $0.isInout == $1.isInout && $0.type === $1.type.substituting(types) }
            && callable.result === requirement.result.substituting(types)
    }

    /// `Item.ID` where the requirement's `Item` is a generic parameter of the type.
    private func bindOpenMembers(of parameter: GenericParameter, _ type: Type, _ types: inout Substitution) {
        guard case .parameter(let other) = type.kind, other !== parameter else { return }
        for (name, member) in parameter.members {
            let found = Type.make(.parameter(other.member(name)))
            types.types[member] = found
            bindOpenMembers(of: member, found, &types)
        }
    }

    /// What an extension of a protocol gives a generic type that conforms under conditions; whether they hold is asked
    /// where the type is used.
    private func conditionalWitness(_ requirement: Callable, of conformance: NominalType, _ type: Type) -> Callable? {
        guard !type.isConcrete else { return nil }
        for nominal in [conformance] + environment.inheritedProtocols(of: conformance) {
            let all = environment.members(named: requirement.name, of: nominal).callables[requirement.name] ?? []
            if let found = all.first(where: { !$0.isRequirement && $0.reference == requirement.reference && $0.isStatic == requirement.isStatic }) { return found }
        }
        return nil
    }

    private func conditionalProperty(_ requirement: Property, of conformance: NominalType, _ type: Type, _ types: Substitution) -> (Type, isSettable: Bool)? {
        guard !type.isConcrete else { return nil }
        for nominal in [conformance] + environment.inheritedProtocols(of: conformance) {
            let all = environment.members(named: requirement.name, of: nominal).properties[requirement.name] ?? []
            if let found = all.first(where: { !$0.getter.isRequirement && $0.isStatic == requirement.isStatic }) { return (found.type.substituting(types), found.setter != nil) }
        }
        return nil
    }

    private func propertyType(_ name: String, of type: Type, isStatic: Bool, _ types: Substitution) -> (Type, isSettable: Bool)? {
        if isStatic {
            if let global = staticVariable(name, of: type) { return (global.type, global.isMutable) }
            if let nominal = type.nominal, nominal.cases.contains(where: { $0.name == name }) { return (type, false) }
        } else if let field = type.fields.first(where: { $0.name == name }) {
            return (field.type.referent ?? field.type, field.isMutable)
        }
        if let found = property(name, of: type, isStatic: isStatic) { return (found.type.substituting(types), found.setter != nil) }
        // `extension Array: P where Element: P`: whether its conditions hold is asked where the type is used.
        guard !type.isConcrete, let nominal = type.nominal else { return nil }
        return environment.members(named: name, of: nominal).properties[name]?.first { $0.isStatic == isStatic && !$0.getter.isRequirement }
            .map { ($0.type.substituting(types), $0.setter != nil) }
    }

    /// The method or subscript that a type has for a requirement.
    func witnessMethod(_ requirement: Callable, _ type: Type, _ types: Substitution) -> Callable? {
        let candidates: [Callable]
        if requirement.isStatic, requirement.name.first.map({ !$0.isLetter && $0 != "_" }) ?? false {
            candidates = operatorMembers(requirement.name, of: type)
        } else {
            candidates = methods(requirement.name, of: type, isStatic: requirement.isStatic)
                + (requirement.isStatic ? type.nominal.flatMap { caseCallable(requirement.name, of: $0) }.map { [$0] } ?? [] : [])
        }
        let fitting = candidates.filter { fits($0, requirement, types) && (!type.isConcrete || requirementsHold($0, types)) && !standsBelow($0, requirement.owner, type) }
        return fitting.first { $0.owner?.form.isProtocol == false }
            ?? fitting.max { $0.conformances.count + $0.sameTypes.count < $1.conformances.count + $1.sameTypes.count }
    }

    /// Whether a class's member is declared below the class that conforms to the protocol, and overrides nothing of it:
    /// what the protocol asks for was settled there.
    func standsBelow(_ callable: Callable, _ wanted: NominalType?, _ type: Type) -> Bool {
        guard let wanted, let owner = (callable.root ?? callable).owner, owner.form.isReference else { return false }
        let conforming = conformingAncestor(of: type, wanted)
        return conforming !== type && ancestor(of: conforming, owner) == nil
    }

    /// The class, this one or one above it, that a class has its conformance to a cell's protocol from.
    func conformingAncestor(of type: Type, _ wanted: NominalType) -> Type {
        var conforming = type
        var current = wanted.isDeclaredByCell && type.isClass ? type.superclass : nil
        while let here = current {
            if environment.conforms(here, to: wanted) { conforming = here }
            current = here.superclass
        }
        return conforming
    }

    func operatorMembers(_ name: String, of type: Type) -> [Callable] {
        var result: [Callable] = []
        var current: Type? = type
        while let here = current, let nominal = here.nominal {
            result += environment.members(named: name, of: nominal).callables[name] ?? []
            current = here.superclass
        }
        for nominal in environment.protocols(of: type) {
            result += (environment.members(named: name, of: nominal).callables[name] ?? []).filter { !$0.isRequirement }
        }
        if case .callables(let all)? = environment.libraryEntity(name) { result += all }
        var current2: Scope? = scope
        while let here = current2 {
            if case .callables(let all)? = here.entities[name] { result += all }
            current2 = here.parent
        }
        return result
    }

    private func fits(_ callable: Callable, _ requirement: Callable, _ types: Substitution) -> Bool {
        guard callable.parameters.count == requirement.parameters.count,
            zip(callable.parameters, requirement.parameters).allSatisfy({ $0.label == $1.label && $0.isInout == $1.isInout }),
            callable.genericParameters.filter({ $0.base == nil }).count == requirement.genericParameters.filter({ $0.base == nil }).count || callable.declaration != nil
        else { return false }
        let types = ownParameters(of: callable, for: requirement, types)
        func same(_ a: Type, _ b: Type) -> Bool {
            let wanted = b.substituting(types)
            var trial = types
            return a.substituting(types) === wanted || isSameReference(a.substituting(types), as: wanted) || (callable.declaration != nil && unify(a.substituting(types), wanted, &trial))
        }
        return zip(callable.parameters, requirement.parameters).allSatisfy { same($0.type, $1.type) || isSameReference($1.type.substituting(types), as: $0.type.substituting(types)) }
            && (same(callable.result, requirement.result) || requirement.returnsSelf && callable.returnsSelf || convertible(callable.result.substituting(types), to: requirement.result.substituting(types)) && callable.result.isConcrete)
    }

    /// What a member's own generic parameters stand for where it is what a requirement asks for: what the requirement's
    /// do, be that a type or still open.
    func ownParameters(of callable: Callable, for requirement: Callable, _ types: Substitution) -> Substitution {
        var result = types
        let wanted = requirement.genericParameters.filter { $0.base == nil }
        for (own, other) in zip(callable.genericParameters.filter { $0.base == nil }, wanted) { stand(own, for: other, &result) }
        return result
    }

    private func stand(_ own: GenericParameter, for other: GenericParameter, _ types: inout Substitution) {
        let known = types.types[other] ?? .make(.parameter(other))
        types.types[own] = known
        for (name, member) in own.members {
            if known.isConcrete, let found = environment.associatedType(name, of: known) {
                types.types[other.member(name)] = found
            }
            stand(member, for: other.member(name), &types)
        }
    }

    func witnessInitializer(_ requirement: Callable, _ type: Type, _ types: Substitution) -> Callable? {
        (initializers(of: type).map(\.callable) + methods("init", of: type)).first { callable in
            if callable.isRequirement { return false }
            // A struct whose stored properties all have values can be made without any.
            if requirement.parameters.isEmpty, case .memberwise = callable.implementation, callable.parameters.allSatisfy(\.hasDefault) { return true }
            guard callable.genericParameters.count(where: { $0.base == nil }) == requirement.genericParameters.count(where: { $0.base == nil }) || callable.declaration != nil else { return false }
            let types = ownParameters(of: callable, for: requirement, types)
            return callable.parameters.count == requirement.parameters.count
                && zip(callable.parameters, requirement.parameters).allSatisfy {
                    $0.label == $1.label && $0.type.substituting(types) === $1.type.substituting(types)
                }
        }
    }
}

extension AccessorBlockSyntax {
    var isSettable: Bool {
        guard case .accessors(let accessors) = accessors else { return false }
        return accessors.contains { $0.accessorSpecifier.tokenKind == .keyword(.set) }
    }
}

extension Callable {
    var isRequirement: Bool {
        if case .requirement = implementation { true } else { false }
    }
}
