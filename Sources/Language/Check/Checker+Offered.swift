/// Inside a generic function, and in a protocol's extension, a value has no more than the protocols say that it is asked
/// to conform to: what an extension offers, and no requirement asks for, is meant there even where the type that the
/// function is used with has a member of the same name.
extension Checker {
    /// The protocols through which a type is known here; nil where it is known as itself.
    private func protocolsInSight(of type: Type) -> [NominalType]? {
        var result: [NominalType] = []
        var current: Scope? = scope
        while let here = current {
            if let asked = here.asked, let types = here.substitution?.types {
                if let own = asked.protocolType, here.memberType === type { result.append(own) }
                for parameter in asked.parameters where types[parameter] === type {
                    result += parameter.constraints.filter(\.form.isProtocol)
                    result += asked.conformances.filter { $0.0 === parameter && $0.1.form.isProtocol }.map(\.1)
                }
            }
            current = here.parent
        }
        if result.isEmpty || type.isExistential { return nil }
        return result + result.flatMap { environment.inheritedProtocols(of: $0) }
    }

    /// Whether some protocol asks for a member of that name, so that what the type has for it is called.
    private func isRequired(_ name: String, by protocols: [NominalType]) -> Bool {
        protocols.contains { one in
            environment.table.requirements[one.name]?.contains { $0.name == name } ?? false
        }
    }

    /// Whether a member of a protocol's extension is there for a requirement, of the protocol or of one it refines.
    func serves(_ callable: Callable, _ owner: NominalType) -> Bool {
        ([owner] + environment.inheritedProtocols(of: owner)).contains { one in
            let members = environment.members(named: callable.name, of: one)
            return (members.callables[callable.name] ?? []).contains { $0.isRequirement && $0.reference == callable.reference }
                || (members.properties[callable.name] ?? []).contains { $0.getter.isRequirement && $0.isStatic == callable.isStatic }
                || isRequired(callable.name, by: [one])
        }
    }

    /// Whether a class's member is not what the protocols in sight know under its name: see `standsBelow`.
    func isSettledAbove(_ callable: Callable, _ type: Type) -> Bool {
        guard type.isClass, let protocols = protocolsInSight(of: type) else { return false }
        return protocols.contains { standsBelow(callable, $0, type) }
    }

    func preferringOffered(_ found: [Callable], _ name: String, of type: Type) -> [Callable] {
        guard found.count > 1, name != "init", let protocols = protocolsInSight(of: type) else { return found }
        let settled = found.filter { one in !protocols.contains { standsBelow(one, $0, type) } }
        if settled.count < found.count, !settled.isEmpty { return preferringOffered(settled, name, of: type) }
        func isKnown(_ owner: NominalType?) -> Bool { protocols.contains { $0 === owner } }
        let required = protocols.flatMap { environment.members(named: name, of: $0).callables[name] ?? [] }.filter(\.isRequirement)
        let offered = found.filter { one in
            one.declaration == nil && !one.isRequirement && isKnown(one.owner) && !required.contains { $0.reference == one.reference }
        }
        if offered.isEmpty || isRequired(name, by: protocols) { return found }
        return found.filter { one in isKnown(one.owner) || !offered.contains { $0.reference == one.reference } }
    }

    func offeredProperty(_ name: String, of type: Type, isStatic: Bool) -> Property? {
        guard let protocols = protocolsInSight(of: type) else { return nil }
        let all = protocols.flatMap { environment.members(named: name, of: $0).properties[name] ?? [] }.filter { $0.isStatic == isStatic }
        if all.isEmpty || all.contains(where: \.getter.isRequirement) || isRequired(name, by: protocols) { return nil }
        let fitting = all.filter { $0.declaration == nil && requirementsHold($0.getter, substitution(for: type)) }
        return fitting.max { $0.getter.conformances.count + $0.getter.sameTypes.count < $1.getter.conformances.count + $1.getter.sameTypes.count }
    }
}
