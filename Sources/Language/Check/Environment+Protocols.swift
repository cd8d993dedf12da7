/// Protocols of cells: what they inherit, what conforms, and what their associated types are.
extension Environment {
    /// Protocols that one inherits from, nearest first, each once.
    func inheritedProtocols(of nominal: NominalType) -> [NominalType] {
        var result: [NominalType] = []
        var open = parents(of: nominal)
        while let next = open.first {
            open.removeFirst()
            if result.contains(where: { $0 === next }) || next === nominal { continue }
            result.append(next)
            open += parents(of: next)
        }
        return result
    }

    private func parents(of nominal: NominalType) -> [NominalType] {
        nominal.conformances + table.conformances[nominal.name, default: []].compactMap { table.types[$0.protocolName] }
    }

    /// The protocols of cells that a type conforms to, those it names itself first.
    func cellProtocols(of type: Type) -> [NominalType] {
        var stated: [NominalType] = []
        switch type.kind {
        case .nominal(let nominal, _):
            stated = nominal.conformances
            var parent = nominal.superclass?.nominal
            while let here = parent {
                stated += here.conformances
                parent = here.superclass?.nominal
            }
        case .existential(let nominal): stated = [nominal]
        case .parameter(let parameter): stated = parameter.constraints.filter(\.form.isProtocol)
        default: return []
        }
        var result: [NominalType] = []
        for one in stated {
            for each in [one] + inheritedProtocols(of: one) where each.isDeclaredByCell && !result.contains(where: { $0 === each }) {
                if conforms(type, to: each) { result.append(each) }
            }
        }
        return result
    }

    /// Whether a type conforms to everything that `A & B`, or `P<Int>`, asks.
    func conformsToAll(_ type: Type, _ nominal: NominalType) -> Bool {
        if case .existential(let other) = type.kind, other === nominal { return true }
        if let parent = nominal.superclass?.nominal, !conforms(type, to: parent) { return false }
        guard nominal.conformances.allSatisfy({ conforms(type, to: $0) }) else { return false }
        return nominal.associatedSameTypes.allSatisfy { parameter, wanted in associatedType(parameter.name, of: type) === wanted }
    }

    /// `A & B`
    func composition(_ parts: [NominalType], superclass: Type?) -> NominalType {
        let all = parts.sorted { $0.name < $1.name }
        let key = all.map { ObjectIdentifier($0) } + (superclass.map { [ObjectIdentifier($0)] } ?? [])
        if let known = compositions[key] { return known }
        let name = ((superclass.map { [$0.description] } ?? []) + parts.map(\.name)).joined(separator: " & ")
        let made = NominalType(name: name, form: .protocolType)
        made.conformances = parts
        made.superclass = superclass
        made.isComposition = true
        self.made.note(made)
        compositions[key] = made
        return made
    }

    /// `Container<Int>`: a protocol of whose associated types some are known.
    func applied(_ nominal: NominalType, _ arguments: [Type]) -> NominalType {
        let key = [ObjectIdentifier(nominal)] + arguments.map { ObjectIdentifier($0) }
        if let known = compositions[key] { return known }
        let made = NominalType(
            name: "\(nominal.name)<\(arguments.map(\.description).joined(separator: ", "))>", form: .protocolType)
        made.conformances = [nominal]
        made.isComposition = true
        made.reapplied = { [weak self] in self?.applied(nominal, $0) }
        made.associatedSameTypes = zip(nominal.genericParameters.filter { $0.name != "Self" }, arguments).map { ($0, $1) }
        self.made.note(made)
        compositions[key] = made
        return made
    }

    // MARK: Associated types

    /// What a cell's protocols make of a type's members: `Item` is what `append(_:)` takes.
    func inferredByProtocols(_ name: String, of type: Type) -> Type? {
        if case .existential(let nominal) = type.kind { return knownAssociated(name, nominal) }
        guard let own = type.nominal, inferring.insert(InferenceKey(name: name, type: type)).inserted else { return nil }
        defer { inferring.remove(InferenceKey(name: name, type: type)) }
        if let parameter = own.genericParameters.firstIndex(where: { $0.name == name }) { return type.arguments[parameter] }
        for nominal in cellProtocols(of: type) {
            guard let parameter = nominal.genericParameters.first(where: { $0.name == name }) else { continue }
            if let found = inferred(parameter, of: nominal, type) { return found }
        }
        for nominal in cellProtocols(of: type) {
            for (parameter, same) in nominal.associatedSameTypes where parameter.name == name {
                if same.isConcrete { return same }
            }
            if let value = nominal.associatedDefaults[name] {
                if value.isConcrete { return value }
                var types = Substitution()
                types.types[nominal.selfParameter] = type
                for parameter in nominal.genericParameters where parameter.name != name { types.types[parameter] = associatedType(parameter.name, of: type) }
                return value.substituting(types)
            }
        }
        return nil
    }

    private func knownAssociated(_ name: String, _ nominal: NominalType) -> Type? {
        for one in [nominal] + inheritedProtocols(of: nominal) {
            if let same = one.associatedSameTypes.first(where: { $0.0.name == name }), same.1.isConcrete { return same.1 }
        }
        return hasAssociatedType(name, nominal) ? protocolNamed("Any").map { .make(.existential($0)) } : nil
    }

    /// Whether a protocol, or one that it inherits from, has an associated type of that name.
    func hasAssociatedType(_ name: String, _ nominal: NominalType) -> Bool {
        ([nominal] + inheritedProtocols(of: nominal)).contains { one in
            one.genericParameters.contains { $0.name == name } || !one.isDeclaredByCell && Self.associatedNames.contains(name)
        }
    }

    /// Whether any protocol, of the library or of a cell, has an associated type or an alias of that name.
    func isMemberTypeOfSomeProtocol(_ name: String) -> Bool {
        if Self.associatedNames.contains(name) || protocolsOfTable.contains(where: { hasAssociatedType(name, $0) }) { return true }
        return tables.values.contains { table in
            guard let owner = table.owner, owner.form.isProtocol else { return false }
            return table.types[name] != nil || owner.genericParameters.contains { $0.name == name }
        }
    }

    /// The associated types of Swift's protocols, those that none of them states here included.
    private static let associatedNames: Set<String> = [
        "AllCases", "ArrayLiteralElement", "BooleanLiteralType", "Bound", "Element", "ExtendedGraphemeClusterLiteralType", "FloatLiteralType", "ID", "Index",
        "Indices", "IntegerLiteralType", "Iterator", "Key", "Magnitude", "RawExponent", "RawSignificand", "RawValue", "Stride", "StringInterpolation",
        "StringLiteralType", "SubSequence", "UnicodeScalarLiteralType", "Value", "Words",
    ]

    private func inferred(_ parameter: GenericParameter, of nominal: NominalType, _ type: Type) -> Type? {
        let checker = Checker(environment: self, source: SourceText(name: "", text: ""))
        checker.namesOpenMembers = true
        let requirements = memberTable(of: nominal)
        var own = Substitution(type.nominal?.genericParameters ?? [], type.arguments)
        own.types[nominal.selfParameter] = type
        func match(_ pattern: Type, _ actual: Type) -> Type? {
            var trial = Substitution()
            trial.types[nominal.selfParameter] = type
            guard checker.unify(pattern, actual.substituting(own), &trial) else { return nil }
            return trial.types[parameter]
        }
        var sources: [(NominalType, [Type])] = []
        var current: Type? = type
        while let here = current, let one = here.nominal {
            sources.append((one, here.arguments))
            for (generic, argument) in zip(one.genericParameters, here.arguments) { own.types[generic] = argument }
            current = here.superclass
        }
        for (parameter, argument) in own.types where !parameter.members.isEmpty { bind(parameter, argument, &own) }
        for (source, _) in sources {
            for property in requirements.properties.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
                if let field = source.fields.first(where: { $0.name == property.name }), let found = match(property.type, field.type) { return found }
                for other in members(named: property.name, of: source).properties[property.name] ?? [] where other.isStatic == property.isStatic {
                    if let found = match(property.type, other.type) { return found }
                }
                if property.isStatic, let global = memberTable(of: source).statics[property.name], let found = match(property.type, global.type) { return found }
            }
            for callable in requirements.callables.sorted(by: { $0.key < $1.key }).flatMap(\.value) {
                for other in members(named: callable.name, of: source).callables[callable.name] ?? [] where other.reference == callable.reference && other.isStatic == callable.isStatic {
                    for (a, b) in zip(callable.parameters, other.parameters) {
                        if let found = match(a.type, b.type) { return found }
                    }
                    if let found = match(callable.result, other.result) { return found }
                }
            }
        }
        return nil
    }

    /// The associated types of a generic parameter, once it is known what it stands for.
    private func bind(_ parameter: GenericParameter, _ type: Type, _ types: inout Substitution) {
        for (name, member) in parameter.members {
            guard let found = associatedType(name, of: type) else { continue }
            types.types[member] = found
            bind(member, found, &types)
        }
    }

    struct InferenceKey: Hashable {
        let name: String
        let type: Type
    }
}
