import SwiftParser
import SwiftSyntax

/// The library's protocols that a type of a cell says it conforms to: whether it has what they require.
extension Checker {
    func checkRequirements(_ nominal: NominalType, at range: SourceRange) {
        let type = Type.make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))
        var seen: [NominalType] = []
        for stated in nominal.conformances {
            for conformance in [stated] + environment.inheritedProtocols(of: stated)
            where !conformance.isOfCells && !environment.conformsByTable(nominal, conformance) && !seen.contains(where: { $0 === conformance }) {
                seen.append(conformance)
                reportHiddenWitnesses(of: conformance, nominal)
                guard let missing = lack(of: conformance, stated, type, nominal) else { continue }
                error("type '\(type)' does not conform to protocol '\(conformance.name)'", at: statedAt[[ObjectIdentifier(nominal), ObjectIdentifier(stated)]] ?? range, help: missing)
                return
            }
        }
    }

    /// What a protocol asks for can be used wherever its type can.
    private func reportHiddenWitnesses(of conformance: NominalType, _ nominal: NominalType) {
        guard nominal.isDeclaredByCell else { return }
        let table = environment.memberTable(of: nominal)
        func hidden(_ member: String, _ range: SourceRange) {
            error("\(member) must be as accessible as its enclosing type because it matches a requirement in protocol '\(conformance.name)'", at: range, help: "remove 'private'")
        }
        for requirement in environment.requirements(of: conformance) {
            if let property = requirement.property {
                if let place = table.privatePlaces[property.name] { hidden("property '\(property.name)'", place) }
            } else if let callable = requirement.callable, !callable.isInitializer, !callable.isOperator, table.privateNames.contains(callable.name), !table.openNames.contains(callable.name),
                let found = table.callables[callable.name]?.first(where: { $0.reference == callable.reference && $0.isStatic == callable.isStatic })
            {
                hidden(callable.name == "subscript" ? "subscript" : "method '\(found.reference)'", found.range)
            }
        }
    }

    /// What is missing, in words.
    private func lack(of conformance: NominalType, _ stated: NominalType, _ type: Type, _ nominal: NominalType) -> String? {
        switch synthesis(of: conformance, stated, nominal) {
        case .possible: return nil
        case .impossible(let problem): return problem
        case .none: break
        }
        for name in ["Element", "Index"] where type.isConcrete && conformance.genericParameters.contains(where: { $0.name == name }) {
            if environment.associatedType(name, of: type) == nil, let first = environment.requirements(of: conformance).first, !isGiven(first, type, nominal) { return "it needs '\(first.text)'" }
        }
        if let name = contradicted(by: conformance, type, nominal) { return "its nested type '\(name)' is not what its members say '\(name)' is" }
        var types = environment.memberSubstitution(for: type)
        // The conformance may hold under conditions only, so that the type alone does not tell.
        for one in [conformance] + environment.inheritedProtocols(of: conformance) {
            types.types[one.selfParameter] = type
            for parameter in one.genericParameters where parameter.base == nil && parameter.name != "Self" && types.types[parameter] == nil {
                types.types[parameter] = environment.associatedType(parameter.name, of: type)
            }
        }
        let lacking = environment.requirements(of: conformance).first { !isGiven($0, type, nominal) && !isMet($0, type, nominal, types) }
        return lacking.map { "it needs '\($0.text)'" }
    }

    /// A type inside a type that is called as an associated type is that associated type, whatever it was meant for.
    private func contradicted(by conformance: NominalType, _ type: Type, _ nominal: NominalType) -> String? {
        guard nominal.isDeclaredByCell else { return nil }
        let nested = environment.memberTable(of: nominal).types
        var said: [(String, Type?)] = []
        switch conformance.name {
        case "Sequence" where nested["Element"] != nil:
            said = [("Element", own("makeIterator", nominal).callables.first { $0.parameters.isEmpty }.flatMap { environment.associatedType("Element", of: $0.result) })]
        case "ExpressibleByArrayLiteral" where nested["ArrayLiteralElement"] != nil:
            said = [("ArrayLiteralElement", literalParameter("arrayLiteral", nominal))]
        case "ExpressibleByDictionaryLiteral" where nested["Key"] != nil || nested["Value"] != nil:
            let parts = literalParameter("dictionaryLiteral", nominal)?.tupleElements
            said = [("Key", parts?.first?.type), ("Value", parts?.last?.type)]
        default: return nil
        }
        return said.first { name, found in
            guard case .type(let declared)? = nestedType(name, in: type), let found, found.isConcrete, declared.isConcrete else { return false }
            return !isSame(declared, found)
        }?.0
    }

    private func literalParameter(_ label: String, _ nominal: NominalType) -> Type? {
        own("init", nominal).callables.first { $0.parameters.count == 1 && $0.parameters[0].label == label }?.parameters[0].type
    }

    // MARK: What Swift adds

    private enum Synthesis {
        /// The type has to declare for itself what the protocol asks for.
        case none
        case possible
        /// What stands against it.
        case impossible(String)
    }

    private func synthesis(of conformance: NominalType, _ stated: NominalType, _ nominal: NominalType) -> Synthesis {
        guard nominal.isDeclaredByCell, nominal.form.isStructure || nominal.form.isEnumeration else { return .none }
        let isWanted =
            switch conformance.name {
            case "Equatable": !hasOperator("==", nominal)
            case "Hashable": own("hash", nominal).callables.isEmpty && own("hashValue", nominal).properties.isEmpty
            case "Comparable": synthesizesOrder(nominal) && !hasOperator("<", nominal)
            default: false
            }
        if isWanted { return unfitPart(of: nominal, conformance, stated).map { .impossible($0) } ?? .possible }
        // Of an enum these are made, or found impossible, where its members are.
        let isMade = conformance.name == "CaseIterable" && nominal.form.isEnumeration || conformance.name == "RawRepresentable" && nominal.rawType != nil
        return isMade ? .possible : .none
    }

    /// Synthesised comparing needs parts that can be compared.
    private func unfitPart(of nominal: NominalType, _ conformance: NominalType, _ stated: NominalType) -> String? {
        let conditions = (nominal.conformanceConditions[conformance] ?? []) + (nominal.conformanceConditions[stated] ?? [])
        func conforms(_ type: Type) -> Bool {
            if environment.conforms(type, to: conformance) { return true }
            if type.nominal === nominal { return true }
            if case .parameter(let parameter) = type.kind {
                return conditions.contains { $0.0 === parameter && environment.conforms(.make(.existential($0.1)), to: conformance) }
            }
            return !type.isConcrete && !conditions.isEmpty
        }
        if let field = nominal.fields.first(where: { !conforms($0.type) }) { return "stored property '\(field.name)' of type '\(field.type)' does not" }
        for enumCase in nominal.cases {
            if let part = enumCase.payload.first(where: { !conforms($0.type) }) { return "the associated value '\(part.type)' of case '\(enumCase.name)' does not" }
        }
        return nil
    }

    private func hasOperator(_ name: String, _ nominal: NominalType) -> Bool {
        let type = Type.make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))
        return operatorMembers(name, of: type).contains { callable in
            callable.declaration == nil && !callable.isSynthesized && callable.parameters.count == 2 && callable.parameters.allSatisfy { isPlausible(type, for: $0.type) }
        }
    }

    // MARK: What a type declares

    /// Members of a name that the type, the classes above it and the protocols of cells give; of a type of the library,
    /// what that gives, too.
    private func own(_ name: String, _ nominal: NominalType) -> (callables: [Callable], properties: [Property]) {
        var sources = [nominal]
        var parent = nominal.superclass
        while let here = parent, let above = here.nominal {
            sources.append(above)
            parent = here.superclass
        }
        let type = Type.make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))
        // What a protocol gives under conditions is given where the type's own conformance holds.
        var protocols = environment.protocols(of: type)
        for stated in nominal.conformances {
            for one in [stated] + environment.inheritedProtocols(of: stated) where !protocols.contains(where: { $0 === one }) { protocols.append(one) }
        }
        var callables: [Callable] = []
        var properties: [Property] = []
        for source in sources + protocols {
            let table = environment.members(named: name, of: source)
            callables += (table.callables[name] ?? []).filter { !$0.isRequirement && (!nominal.isDeclaredByCell || $0.declaration == nil || !source.form.isProtocol) }
            properties += (table.properties[name] ?? []).filter { !$0.getter.isRequirement && (!nominal.isDeclaredByCell || $0.declaration == nil || !source.form.isProtocol) }
        }
        return (callables, properties)
    }

    private func isMet(_ requirement: LibraryRequirement, _ type: Type, _ nominal: NominalType, _ types: Substitution) -> Bool {
        if let property = requirement.property { return hasProperty(property, type, nominal, types) }
        guard let callable = requirement.callable else { return true }
        if callable.isInitializer { return hasInitializer(callable, type, nominal, types) }
        var candidates: [Callable]
        if callable.isOperator {
            candidates = operatorMembers(callable.name, of: type)
            if nominal.isDeclaredByCell { candidates.removeAll { $0.declaration != nil } }
        } else {
            candidates = own(callable.name, nominal).callables
            if requirement.takesAnyForm, candidates.contains(where: { $0.isStatic == callable.isStatic }) { return true }
        }
        return candidates.contains { candidate in
            guard callable.isOperator || candidate.isStatic == callable.isStatic, hasShape(candidate, of: callable, types) else { return false }
            if candidate.isMutating && !callable.isMutating && !type.isClass || candidate.canThrow { return false }
            if callable.setterFunction != nil || requirement.isSettable, candidate.setterFunction == nil && candidate.setter == nil { return false }
            guard callable.someText == nil else {
                guard case .existential(let wanted) = callable.result.kind, !candidate.isOpaque else { return true }
                let result = candidate.result.substituting(types)
                return !result.isConcrete || result.isExistential || environment.conforms(result, to: wanted)
            }
            return isPlausible(candidate.result.substituting(types), for: callable.result.substituting(types))
        }
    }

    private func hasShape(_ candidate: Callable, of requirement: Callable, _ types: Substitution) -> Bool {
        candidate.parameters.count == requirement.parameters.count
            && zip(candidate.parameters, requirement.parameters).allSatisfy {
                $0.label == $1.label && $0.isInout == $1.isInout && $0.isVariadic == $1.isVariadic && isPlausible($0.type.substituting(types), for: $1.type.substituting(types))
            }
    }

    private func hasInitializer(_ requirement: Callable, _ type: Type, _ nominal: NominalType, _ types: Substitution) -> Bool {
        (initializers(of: type).map(\.callable) + own("init", nominal).callables).contains { callable in
            if callable.isRequirement { return false }
            // A struct whose stored properties all have values can be made without any.
            if requirement.parameters.isEmpty, case .memberwise = callable.implementation, callable.parameters.allSatisfy(\.hasDefault) { return true }
            let isFailable = callable.result.wrapped != nil && requirement.result.wrapped == nil
            return !isFailable && hasShape(callable, of: requirement, types)
        }
    }

    private func hasProperty(_ wanted: LibraryRequirement.Property, _ type: Type, _ nominal: NominalType, _ types: Substitution) -> Bool {
        func fits(_ found: Type) -> Bool { isPlausible(found.substituting(types), for: wanted.type.substituting(types)) }
        if wanted.isStatic {
            if let global = staticVariable(wanted.name, of: type), fits(global.type) { return true }
            if nominal.cases.contains(where: { $0.name == wanted.name && $0.payload.isEmpty }) { return true }
        } else if let field = type.fields.first(where: { $0.name == wanted.name }), fits(field.type.referent ?? field.type) {
            return true
        }
        return own(wanted.name, nominal).properties.contains { $0.isStatic == wanted.isStatic && fits($0.type) }
    }

    /// Whether a type may be what is wanted: generic parameters are whatever they have to be.
    private func isPlausible(_ type: Type, for wanted: Type) -> Bool {
        if type === wanted { return true }
        switch (type.kind, wanted.kind) {
        case (_, .parameter), (.error, _), (_, .error), (.never, _): return true
        case (.parameter, _): return wanted.wrapped == nil
        case (.nominal(let a, let x), .nominal(let b, let y)) where a === b: return zip(x, y).allSatisfy { isPlausible($0, for: $1) }
        case (.tuple(let x), .tuple(let y)): return x.count == y.count && zip(x, y).allSatisfy { isPlausible($0.type, for: $1.type) }
        case (.function, .function): return true
        default: return isSameReference(type, as: wanted) || isSameReference(wanted, as: type)
        }
    }

    /// Whether the library has it for the type.
    private func isGiven(_ requirement: LibraryRequirement, _ type: Type, _ nominal: NominalType) -> Bool {
        requirement.given.contains { conditions in
            conditions.allSatisfy { subject, name in
                guard let wanted = environment.protocolNamed(name) else { return false }
                if subject == "Self" {
                    return environment.conforms(type, to: wanted) || nominal.conformances.contains { $0 === wanted || environment.inheritedProtocols(of: $0).contains { $0 === wanted } }
                }
                guard let known = environment.associatedType(subject, of: type), known.isConcrete else { return true }
                return environment.conforms(known, to: wanted)
            }
        }
    }
}

/// A requirement as the checker compares it.
struct LibraryRequirement {
    struct Property {
        let name: String
        let type: Type
        let isStatic: Bool
    }

    let text: String
    /// What each of several `where` clauses asks: "Self" or an associated type, and a protocol.
    let given: [[(subject: String, protocolName: String)]]
    var callable: Callable?
    var property: Property?
    var isSettable = false
    var takesAnyForm = false
}

extension Environment {
    /// What a protocol of the library requires, read when it is first asked for.
    func requirements(of conformance: NominalType) -> [LibraryRequirement] {
        if let known = libraryRequirements[conformance.name] { return known }
        let result = (table.requirements[conformance.name] ?? []).map { read($0, of: conformance) }
        libraryRequirements[conformance.name] = result
        return result
    }

    private func read(_ requirement: Requirement, of conformance: NominalType) -> LibraryRequirement {
        let source = SourceText(name: requirement.name, text: "extension \(conformance.name) {\n\(requirement.text)\n}")
        let checker = Checker(environment: self, source: source)
        checker.scope = Scope(parent: library, function: nil)
        checker.openExtension(of: conformance, where: nil)
        for name in Requirement.openNames where checker.scope.entities[name] == nil {
            checker.scope.entities[name] = .type(.make(.parameter(GenericParameter(name: name))))
        }
        let given = requirement.given.map { clause in
            clause.split(separator: ",").map { part in
                let sides = part.split { $0 == ":" || $0 == " " }
                return (subject: String(sides[0]), protocolName: String(sides[1]))
            }
        }
        var result = LibraryRequirement(text: requirement.text, given: given)
        result.takesAnyForm = requirement.takesAnyForm
        let member = Parser.parse(source: source.text).statements.first?.item.as(ExtensionDeclSyntax.self)?.memberBlock.members.first?.decl
        switch member?.as(DeclSyntaxEnum.self) {
        case .functionDecl(let syntax)?: result.callable = checker.callable(of: syntax, implementation: .requirement)
        case .initializerDecl(let syntax)?: result.callable = checker.callable(of: syntax, implementation: .requirement)
        case .subscriptDecl(let syntax)?:
            result.callable = checker.callable(ofSubscript: syntax, implementation: .requirement)
            result.isSettable = syntax.accessorBlock?.isSettable ?? false
        case .variableDecl(let syntax)?:
            guard let annotation = syntax.bindings.first?.typeAnnotation else { break }
            result.property = LibraryRequirement.Property(name: requirement.name, type: checker.resolve(annotation.type), isStatic: syntax.isStatic)
        default: break
        }
        for problem in checker.diagnostics where problem.severity == .error { Environment.tableProblems.append("\(conformance.name): \(requirement.text): \(problem.message)") }
        return result
    }

    /// Whether a type of the library conforms without any cell's saying so.
    func conformsByTable(_ nominal: NominalType, _ conformance: NominalType) -> Bool {
        guard isOfLibrary(nominal) else { return false }
        return table.conformances[nominal.name, default: []].contains { stated in
            stated.protocolName == conformance.name || table.types[stated.protocolName].map { inheritedProtocols(of: $0).contains { $0 === conformance } } ?? false
        }
    }
}

extension NominalType.Form {
    var isStructure: Bool {
        if case .structure = self { true } else { false }
    }

    var isEnumeration: Bool {
        if case .enumeration = self { true } else { false }
    }
}
