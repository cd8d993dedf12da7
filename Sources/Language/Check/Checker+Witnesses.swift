/// What the machine calls on values of a cell's types: to print, compare and hash them.
extension Checker {
    /// The type's witnesses are to be found (again): it was declared or extended here.
    func noteRealizable(_ nominal: NominalType) {
        guard nominal.form.isDeclared, !nominal.form.isProtocol else { return }
        if nominal.genericParameters.isEmpty {
            unrealized.append(.make(.nominal(nominal, [])))
        } else {
            unrealized += nominal.witnesses.keys.sorted { $0.description < $1.description }
        }
    }

    /// A value of the type is made: what a generic type's values need is made for these arguments.
    func noteMade(_ type: Type) {
        guard let nominal = type.nominal, !nominal.genericParameters.isEmpty, nominal.form.isDeclared, type.isConcrete,
            nominal.witnesses[type] == nil
        else { return }
        nominal.witnesses[type] = NominalType.Witnesses()
        unrealized.append(type)
    }

    func realizeNext() {
        guard let type = unrealized.popLast(), let nominal = type.nominal else { return }
        realized.append(type)
        var witnesses = NominalType.Witnesses()
        func conforms(to name: String) -> Bool {
            environment.protocolNamed(name).map { environment.conforms(type, to: $0) } ?? false
        }
        // `super` in what a class inherits is the class above the one that declares it.
        func made(_ callable: Callable) -> Function? {
            functionOf(callable, callable.owner.flatMap { ancestor(of: type, $0) } ?? type)
        }
        func text(_ name: String) -> Function? {
            guard let property = property(name, of: type) else { return storedReader(name, of: type, .string) }
            return property.type === Type.string ? made(property.getter) : nil
        }
        if conforms(to: "CustomStringConvertible") { witnesses.description = text("description") }
        if conforms(to: "CustomDebugStringConvertible") { witnesses.debugDescription = text("debugDescription") }
        if conforms(to: "LocalizedError") {
            if let stored = storedReader("errorDescription", of: type, .optional(.string)) {
                witnesses.errorDescription = stored
            } else if let property = property("errorDescription", of: type), property.type === Type.optional(.string) {
                witnesses.errorDescription = made(property.getter)
            }
        }
        let types = substitution(for: type)
        var own = environment.members(named: "==", of: nominal).callables["=="] ?? []
        var parent = type.superclass
        while let here = parent, let above = here.nominal {
            own += environment.members(named: "==", of: above).callables["=="] ?? []
            parent = here.superclass
        }
        for one in environment.cellProtocols(of: type) { own += (environment.members(named: "==", of: one).callables["=="] ?? []).filter { !$0.isRequirement } }
        if let equality = own.first(where: { callable in
            callable.parameters.count == 2 && callable.parameters.allSatisfy { type.isDescendant(of: $0.type.substituting(types)) }
                && requirementsHold(callable, types)
        }) {
            witnesses.equality = made(equality)
        }
        if let hash = methods("hash", of: type).first(where: { $0.parameters.count == 1 && $0.parameters[0].label == "into" }) {
            witnesses.hash = made(hash)
        }
        if conforms(to: "Layer"), let call = methods("callAsFunction", of: type).first(where: { isModelCall($0, types) }) {
            witnesses.call = made(call)
        }
        nominal.witnesses[type] = witnesses
    }

    /// What reads a stored property, where one serves as what a protocol asks for.
    private func storedReader(_ name: String, of type: Type, _ wanted: Type) -> Function? {
        guard let index = type.fields.firstIndex(where: { $0.name == name }), type.fields[index].type === wanted else { return nil }
        let reader = Function(name: name, source: source, range: .none)
        let own = Variable(name: "self", type: type, isMutable: false, range: .none, owner: reader)
        reader.parameters = [own]
        reader.result = wanted
        let value = Expression(.variable(own), type, .none)
        reader.body = [Statement(.return(Expression(type.isClass ? .objectField(value, index) : .element(value, index), wanted, .none)), .none)]
        functions.append(reader)
        return reader
    }

    /// Whether a model's method is the call with one tensor that the library makes.
    private func isModelCall(_ callable: Callable, _ types: Substitution) -> Bool {
        guard callable.declaration == nil, !callable.isStatic, !callable.isMutating, !callable.canThrow, callable.parameters.count == 1,
            callable.parameters[0].label == nil
        else { return false }
        let (parameter, result) = (callable.parameters[0].type.substituting(types), callable.result.substituting(types))
        return parameter === result && parameter.nominal?.name == "Tensor" && !callable.parameters[0].isInout && !callable.parameters[0].isVariadic
    }
}
