extension Environment {
    /// The library's protocols that a type conforms to, in the table's order: what `conforms` says of each, found together.
    func libraryProtocols(of type: Type) -> [NominalType] {
        guard case .nominal(let own, let arguments) = type.kind, type.superclass == nil else {
            return protocolsOfTable.filter { conforms(type, to: $0) }
        }
        var stated = own.conformances.filter { holds($0, of: own, arguments) }
        if isOfLibrary(own) {
            for conformance in table.conformances[own.name, default: []] where holds(conformance, arguments) {
                if let nominal = table.types[conformance.protocolName] { stated.append(nominal) }
            }
        }
        var inherited: Set<String> = []
        var others: [NominalType] = []
        for one in stated {
            if let names = ancestors(of: one) { inherited.formUnion(names) } else { others.append(one) }
        }
        return protocolsOfTable.filter { nominal in
            if Self.hasOwnRule(nominal) { return conforms(type, to: nominal) }
            return inherited.contains(nominal.name) || stated.contains { $0 === nominal }
                || others.contains { inherits($0, from: nominal) }
                || (nominal.name == "Equatable" || nominal.name == "Hashable") && own.isAlwaysEquatable
        }
    }

    /// Whether what a cell states of its type is so for these arguments.
    func holds(_ conformance: NominalType, of own: NominalType, _ arguments: [Type]) -> Bool {
        guard let conditions = own.conformanceConditions[conformance] else { return true }
        let types = Substitution(own.genericParameters, arguments)
        return conditions.allSatisfy { parameter, wanted in
            types.types[parameter].map { conforms($0, to: wanted) } ?? false
        }
    }

    /// Whether other things than what types state decide who conforms: see `computeConformance`.
    private static func hasOwnRule(_ nominal: NominalType) -> Bool {
        nominal.isComposition || nominal.form.isReference
            || ["Any", "AnyObject", "AnyHashable", "_CountedBound"].contains(nominal.name)
    }
}
