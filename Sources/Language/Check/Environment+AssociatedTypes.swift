import SwiftParser
import SwiftSyntax

/// Associated types: what `Element`, `Index` and their like are for a type that conforms.
extension Environment {
    /// What the generic parameters mean to members of a type: its own, and the associated types of its protocols.
    func memberSubstitution(for type: Type) -> Substitution {
        if let known = knownSubstitution(for: type) { return known }
        var result = Substitution()
        if let nominal = type.nominal { result = nominal.substitution(type.arguments) }
        var parent = type.superclass
        while let here = parent, let above = here.nominal {
            // Members that a class inherits are in terms of the parameters of the class above.
            for (parameter, argument) in zip(above.genericParameters, here.arguments) { result.types[parameter] = argument }
            parent = here.superclass
        }
        for nominal in protocols(of: type) {
            result.types[nominal.selfParameter] = type
            for parameter in nominal.genericParameters where parameter.base == nil {
                result.types[parameter] = associatedType(parameter.name, of: type)
            }
        }
        if type.isConcrete { noteSubstitution(result, for: type) }
        return result
    }

    /// The associated type of that name; nil where the type has none.
    func associatedType(_ name: String, of type: Type) -> Type? {
        if name == "Self" { return type }
        if type.isExistential { return inferredByProtocols(name, of: type) }
        guard let own = type.nominal else { return nil }
        if own.isStandIn { return own.standInTypes[name] }
        // `Stride` and `Magnitude` of types of types of types ask for the same ones again and again.
        let key = InferenceKey(name: name, type: type)
        if let known = knownAssociatedType(key) { return known }
        let found = lookUpAssociatedType(name, of: type, own)
        // While others are being inferred, what is found may hang on what they are not yet.
        if let found, type.isConcrete, found.isConcrete, own.isComplete || !own.isDeclaredByCell, inferring.isEmpty { noteAssociatedType(found, key) }
        return found
    }

    private func lookUpAssociatedType(_ name: String, of type: Type, _ own: NominalType) -> Type? {
        for conformance in table.conformances[own.name, default: []] {
            guard let text = conformance.types[name], holds(conformance, type.arguments) else { continue }
            return pattern(text, of: own)?.substituting(own.substitution(type.arguments))
        }
        if name == "Magnitude" { return magnitude(of: own) }
        if name == "Stride", own.isSignedInteger || own.isUnsignedInteger { return .int }
        if name == "Stride", own === NominalType.double || own === NominalType.float { return type }
        if name == "RawValue", let raw = own.rawType { return raw }
        let inner = Checker(environment: self, source: SourceText(name: name, text: ""))
        // A generic parameter that happens to be called as an associated type is it only where nothing else says so.
        if name == "Element", own.isDeclaredByCell, own.genericParameters.contains(where: { $0.name == name }), members(named: "Element", of: own).types["Element"] == nil,
            let found = iterated(type, own)
        {
            return found
        }
        if case .type(let declared)? = inner.nestedType(name, in: type) { return declared }
        return inferredByProtocols(name, of: type) ?? inferred(name, of: type, own) ?? (name == "Iterator" ? iterator(of: type) : nil)
    }

    /// What `makeIterator()` of a sequence gives, wherever it is declared.
    private func iterator(of type: Type) -> Type? {
        let checker = Checker(environment: self, source: SourceText(name: "Iterator", text: ""))
        let types = checker.substitution(for: type)
        return checker.methods("makeIterator", of: type).first { $0.parameters.isEmpty && checker.requirementsHold($0, types) }?.result.substituting(types)
    }

    private func magnitude(of number: NominalType) -> Type? {
        if number.isSignedInteger {
            return NominalType.named(number === NominalType.int ? "UInt" : "U" + number.name).map { .make(.nominal($0, [])) }
        }
        let isNumber = number.isUnsignedInteger || number === NominalType.double || number === NominalType.float
        return isNumber ? .make(.nominal(number, [])) : nil
    }

    func holds(_ conformance: DeclarationTable.Conformance, _ arguments: [Type]) -> Bool {
        zip(conformance.requirements, arguments).allSatisfy { requirement, argument in
            requirement.allSatisfy { part in
                guard let wanted = table.types[part.protocolName] else { return false }
                guard let name = part.associatedType else { return conforms(argument, to: wanted) }
                return associatedType(name, of: argument).map { conforms($0, to: wanted) } ?? false
            }
        }
    }

    /// What a cell's sequence gives by `next()` or by its iterator.
    private func iterated(_ type: Type, _ own: NominalType) -> Type? {
        let types = own.substitution(type.arguments)
        func result(of method: String) -> Type? {
            members(named: method, of: own).callables[method]?.first { $0.parameters.isEmpty }?.result.substituting(types)
        }
        return result(of: "next")?.wrapped ?? result(of: "makeIterator").flatMap { associatedType("Element", of: $0) }
    }

    /// What a cell's type says by its methods: `next()` gives the elements.
    private func inferred(_ name: String, of type: Type, _ own: NominalType) -> Type? {
        let types = own.substitution(type.arguments)
        func result(of method: String) -> Type? {
            members(named: method, of: own).callables[method]?.first { $0.parameters.isEmpty }?.result.substituting(types)
        }
        switch name {
        case "Element":
            if let found = iterated(type, own) { return found }
            let subscripts = members(named: "subscript", of: own).callables["subscript"] ?? []
            if let one = subscripts.first(where: { $0.parameters.count == 1 && $0.parameters[0].label == nil && $0.parameters[0].type.nominal !== NominalType.range }) {
                return one.result.substituting(types)
            }
            guard own.conformances.contains(where: { $0.name == "SetAlgebra" }) else { return nil }
            return members(named: "contains", of: own).callables["contains"]?.first { $0.parameters.count == 1 && $0.parameters[0].label == nil }?.parameters[0].type.substituting(types)
        case "ID":
            return own.fields.first { $0.name == "id" }?.type.substituting(types) ?? members(named: "id", of: own).properties["id"]?.first { !$0.isStatic }?.type.substituting(types)
                ?? (own.form.isReference ? table.types["ObjectIdentifier"].map { .make(.nominal($0, [])) } : nil)
        case "Iterator":
            return result(of: "makeIterator") ?? (result(of: "next") == nil ? nil : type)
        case "Index":
            if own.conformances.isEmpty { return nil }
            return own.fields.first { $0.name == "startIndex" }?.type.substituting(types) ?? members(named: "startIndex", of: own).properties["startIndex"]?.first?.type.substituting(types)
        case "Stride":
            return members(named: "advanced", of: own).callables["advanced"]?.first { $0.parameters.count == 1 }?.parameters[0].type.substituting(types)
        case "RawValue":
            return own.fields.first { $0.name == "rawValue" }?.type.substituting(types) ?? members(named: "rawValue", of: own).properties["rawValue"]?.first { !$0.isStatic }?.type.substituting(types)
        case "AllCases":
            guard let iterable = protocolNamed("CaseIterable"), conforms(type, to: iterable) else { return nil }
            return memberTable(of: own).statics["allCases"]?.type.substituting(types) ?? members(named: "allCases", of: own).properties["allCases"]?.first(where: \.isStatic)?.type.substituting(types)
        case "SubSequence":
            return table.types["Slice"].map { .make(.nominal($0, [type])) }
        default: return nil
        }
    }

    /// A type as the table writes it, in terms of the owner's generic parameters.
    private func pattern(_ text: String, of owner: NominalType) -> Type? {
        let key = "\(owner.name).\(text)"
        if let known = associatedTypes[key] { return known }
        let source = SourceText(name: key, text: "typealias T = \(text)")
        let checker = Checker(environment: self, source: source)
        checker.scope = Scope(parent: library, function: nil)
        checker.openExtension(of: owner, where: nil)
        guard let item = Parser.parse(source: source.text).statements.first?.item,
            case .decl(let declaration) = item, let alias = declaration.as(TypeAliasDeclSyntax.self)
        else { return nil }
        let type = checker.resolve(alias.initializer.value)
        if let problem = checker.diagnostics.first { Environment.tableProblems.append("\(key): \(problem.message)") }
        associatedTypes[key] = type
        return type
    }
}

extension Checker {
    /// `S.Element`, `String.Index`, `Dictionary<Key, Value>.Keys`.
    func memberType(_ syntax: MemberTypeSyntax, _ range: SourceRange) -> Type {
        let name = syntax.name.text
        if let written = environment.table.types["\(syntax.baseType.trimmedDescription).\(name)"], written.genericParameters.isEmpty {
            return .make(.nominal(written, []))
        }
        let base = resolve(syntax.baseType)
        if base.isError || isInaccessible(name, of: base, at: syntax.name.sourceRange) { return .error }
        switch nestedType(name, in: base) {
        case .type(let type)?: return settled(type)
        case let entity?:
            guard let arguments = syntax.genericArgumentClause else {
                error("reference to generic type '\(name)' requires arguments in <...>", at: range)
                return .error
            }
            return apply(entity, to: resolve(arguments), inside: base, range)
        case nil: break
        }
        if case .parameter(let parameter) = base.kind {
            memberMentions.append((parameter, name, syntax.name.sourceRange))
            return .make(.parameter(parameter.member(name)))
        }
        if name == "ID", let type = typeOfIdentity(base) { return type }
        if let type = environment.associatedType(name, of: base) { return type }
        let near = base.nominal.map { closestName(to: name, among: Array(environment.memberTable(of: $0).types.keys).sorted()) } ?? nil
        error("'\(name)' is not a member type of type '\(base)'", at: syntax.name.sourceRange, help: near.map { "did you mean '\($0)'?" })
        return .error
    }

    /// Members of generic parameters that no protocol has at all. What a parameter conforms to may be said far from it, in
    /// a `where` of an extension; a name that is nowhere is wrong whatever that is.
    func reportUnknownMembers() {
        for (parameter, name, range) in memberMentions where !parameter.constraints.contains(where: { !$0.form.isProtocol }) {
            if parameter.constraints.contains(where: { environment.hasAssociatedType(name, $0) }) || environment.isMemberTypeOfSomeProtocol(name) { continue }
            error("'\(name)' is not a member type of type '\(parameter.name)'", at: range)
        }
        memberMentions = []
    }

    /// `Book.ID` where the stored properties of `Book` are still being read: the type that `id` is declared with.
    private func typeOfIdentity(_ base: Type) -> Type? {
        guard let nominal = base.nominal, !nominal.isComplete, let declaration = declaring.first(where: { $0.nominal === nominal }) else { return nil }
        for member in declaration.parts.block.members {
            guard let variable = member.decl.as(VariableDeclSyntax.self), !variable.isStatic else { continue }
            for binding in variable.bindings where binding.pattern.trimmedDescription == "id" {
                guard let written = binding.typeAnnotation?.type else { continue }
                return inScope(of: declaration) { resolve(written) }.substituting(Substitution(nominal.genericParameters, base.arguments))
            }
        }
        return nil
    }

    /// Once a generic parameter is known, so are its associated types.
    func bindMembers(of parameter: GenericParameter, _ type: Type, _ substitution: inout Substitution) -> Bool {
        for (name, member) in parameter.members {
            var found = environment.associatedType(name, of: type)
            if found == nil, namesOpenMembers, case .parameter(let other) = type.kind { found = .make(.parameter(other.member(name))) }
            guard let found else { return false }
            if !unify(.make(.parameter(member)), found, &substitution) { return false }
        }
        return true
    }

    /// Types that are equal where a tuple's labels do not count.
    func isSame(_ a: Type, _ b: Type) -> Bool {
        if a === b { return true }
        if let x = a.tupleElements, let y = b.tupleElements, x.count == y.count {
            return zip(x, y).allSatisfy { isSame($0.type, $1.type) }
        }
        return false
    }
}
