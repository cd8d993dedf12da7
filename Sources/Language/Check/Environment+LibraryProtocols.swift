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
        let isEquatable = own.isAlwaysEquatable
        return rulesOfTable.compactMap { rule in
            let nominal = rule.nominal
            if rule.isOwn { return conforms(type, to: nominal) ? nominal : nil }
            let isMet = inherited.contains(nominal.name) || stated.contains { $0 === nominal } || others.contains { inherits($0, from: nominal) }
                || rule.isEquality && isEquatable
            return isMet ? nominal : nil
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
}

/// A protocol of the library, and how it is found who conforms.
struct ProtocolRule {
    let nominal: NominalType
    /// Other things than what types state decide: see `computeConformance`.
    let isOwn: Bool
    /// An enum without payloads conforms without saying so.
    let isEquality: Bool

    init(_ nominal: NominalType) {
        self.nominal = nominal
        isOwn = nominal.isComposition || nominal.form.isReference || ["Any", "AnyObject", "AnyHashable", "_CountedBound", "Sendable"].contains(nominal.name)
        isEquality = nominal.name == "Equatable" || nominal.name == "Hashable"
    }
}
