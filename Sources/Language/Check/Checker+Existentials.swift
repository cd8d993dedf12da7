/// Values of which only a protocol is known: calls find the code by the type that is in the box.
extension Checker {
    /// What a protocol's `Self` and associated types are to somebody who knows nothing of the type behind it.
    func erasure(of nominal: NominalType) -> Substitution {
        var result = Substitution()
        let any = environment.protocolNamed("Any").map { Type.make(.existential($0)) } ?? .error
        for one in [nominal] + environment.inheritedProtocols(of: nominal) {
            for parameter in one.genericParameters {
                for each in [parameter] + parameter.allMembers { result.types[each] = any }
            }
            result.types[one.selfParameter] = .make(.existential(nominal))
        }
        return result
    }

    /// Whether a requirement takes what only the type in the box knows: its `Self`, or an associated type.
    func takesUnknown(_ callable: Callable, of type: Type) -> Bool {
        guard type.isExistential, callable.isRequirement, let owner = callable.owner, owner.isDeclaredByCell else { return false }
        var known = Substitution()
        for generic in callable.genericParameters { known.types[generic] = .int }
        for one in [owner] + environment.inheritedProtocols(of: owner) {
            for parameter in one.genericParameters where parameter.base == nil && parameter.name != "Self" {
                guard let found = environment.associatedType(parameter.name, of: type), !found.isAny else { continue }
                known.types[parameter] = found
                _ = bindMembers(of: parameter, found, &known)
            }
        }
        return callable.parameters.contains { parameter in
            if case .function = parameter.type.kind { return false }
            return !parameter.type.substituting(known).isConcrete
        }
    }

    /// A call of a requirement on an existential.
    func callRequirement(_ callable: Callable, _ arguments: [Expression], _ receiver: Expression?, _ substitution: Substitution, at range: SourceRange) -> Expression {
        guard let owner = callable.owner else { return failure(range) }
        let erasure = erasure(of: owner)
        var own = substitution
        own.types.merge(erasure.types) { $1 }
        guard let dispatch = callable.isStatic || callable.isInitializer ? metatypeDispatch(callable, substitution) : dispatch(callable, substitution) else { return failure(range) }
        let erased = zip(arguments.suffix(callable.parameters.count), callable.parameters).map { argument, parameter -> Expression in
            if case .address = argument.kind { return argument }
            let wanted = parameter.type.substituting(own)
            if !parameter.isVariadic, argument.type !== wanted, let function = adapted(argument, to: wanted, casting: true) { return function }
            return coerce(argument, to: parameter.isVariadic ? .array(wanted) : wanted, for: .argument)
        }
        let all = (receiver.map { [$0] } ?? []) + erased
        let result = callable.result.substituting(own)
        let value = Expression(.callDynamic(dispatch, all), result, range)
        let known = callable.result.substituting(substitution)
        return known.isConcrete && !known.isError ? self.erased(value, known) : value
    }

    /// What a dynamic call of a protocol's requirement runs for a type: takes the box, calls what the type has.
    func witness(_ root: Callable, _ dispatch: Dispatch, _ type: Type) -> Function? {
        guard let owner = root.owner else { return nil }
        let range = root.range
        let erasure = erasure(of: owner)
        var types = substitution(for: type)
        var erased = erasure
        for (parameter, argument) in zip(root.genericParameters, dispatch.arguments) {
            types.types[parameter] = argument
            erased.types[parameter] = argument
        }
        let function = Function(name: root.name, source: root.source ?? source, range: range)
        let isOnType = root.isStatic || root.isInitializer
        let box = Type.make(.existential(owner))
        let own = Variable(
            name: "", type: isOnType ? .make(.metatype(type)) : box, isMutable: root.isMutating, range: range, isInout: root.isMutating, owner: function)
        own.isReassigned = root.isMutating
        let parameters = root.parameters.map { parameter in
            let inner = parameter.type.substituting(parameter.isInout ? types : erased)
            return Variable(name: parameter.name, type: parameter.isVariadic ? .array(inner) : inner, isMutable: false, range: range, isInout: parameter.isInout, owner: function)
        }
        function.parameters = [own] + parameters
        function.result = root.result.substituting(erased)
        function.canThrow = root.canThrow
        var context = FunctionContext(result: function.result)
        context.tryIsImplied = true
        let body = inFunction(function, context: context, scope: Scope(parent: environment.session, function: function)) { () -> [Statement]? in
            flow = Flow()
            return witnessBody(root, type, types, own, parameters, function.result, range)
        }
        guard let body else { return nil }
        function.body = body
        functions.append(function)
        return function
    }

    private func witnessBody(_ root: Callable, _ type: Type, _ types: Substitution, _ own: Variable, _ parameters: [Variable], _ result: Type, _ range: SourceRange) -> [Statement]? {
        let isOnType = root.isStatic || root.isInitializer
        let box = Expression(.variable(own), own.type, range)
        // A value that changes is taken out of the box, and put back after.
        let held = Variable(name: "", type: type, isMutable: true, range: range, owner: function)
        held.isReassigned = true
        let heldPlace = Place(root: .variable(held), steps: [], type: type, range: range)
        let isHeld = root.isMutating
        var statements: [Statement] = []
        if isHeld { statements.append(Statement(.declare(held, Expression(.unboxed(box), type, range)), range)) }
        let receiver = isHeld ? Expression(.variable(held), type, range) : Expression(.unboxed(box), type, range)

        func finish(_ value: Expression) -> [Statement] {
            let putBack = isHeld
                ? [Statement(.expression(Expression(.assign(Place(root: .variable(own), steps: [], type: own.type, range: range), coerce(Expression(.variable(held), type, range), to: own.type)), .void, range)), range)]
                : []
            if value.type.isVoid || result.isVoid {
                let effect = value.type.isVoid ? value : Expression(.discard(value), .void, range)
                return statements + [Statement(.expression(effect), range)] + putBack
            }
            let converted = coerce(value, to: result, for: .returning)
            if !isHeld { return statements + [Statement(.return(converted), range)] }
            let kept = Variable(name: "", type: converted.type, isMutable: false, range: range, owner: function)
            return statements + [Statement(.declare(kept, converted), range)] + putBack + [Statement(.return(Expression(.variable(kept), kept.type, range)), range)]
        }

        let property = environment.memberTable(of: root.owner ?? .int).properties[root.name]?.first { $0.getter === root || $0.setter === root }
        if property != nil, root.parameters.isEmpty {
            if root.isStatic { return staticMember(root.name, of: type, range: range, nameRange: range, expected: nil).map(finish) }
            let conforming = root.owner.map { conformingAncestor(of: type, $0) } ?? type
            let known = conforming === type ? receiver : Expression(receiver.kind, conforming, range)
            return memberOf(known, conforming, root.name, range: range, nameRange: range, node: nil, expected: nil).map(finish)
        }
        if property != nil, let value = parameters.last {
            var base: Place?
            if root.isStatic {
                base = place(ofStatic: root.name, of: type, range, .assignment)
            } else {
                let start = isHeld ? heldPlace : Place(root: .value(receiver), steps: [], type: type, range: range)
                base = extend(start, type, root.name, range, range, .assignment)
            }
            guard let base else { return nil }
            var assigned = erased(Expression(.variable(value), value.type, range), base.type.referent ?? base.type)
            if base.type.referent != nil { assigned = Expression(.makeWeak(assigned), base.type, range) }
            return finish(Expression(.assign(base, assigned), .void, range))
        }

        if root.name == "_array" {
            let elements = methods("_array", of: type).first { !$0.isRequirement }
            return elements.map { finish(build(Candidate(callable: $0, substitution: types, receiver: .value(receiver, nil)), [], types, at: range, nameRange: range)) }
        }
        var found: Callable?
        if root.isInitializer {
            found = witnessInitializer(root, type, types)
        } else if root.name == "subscript", root.isMutating {
            found = getterOfSubscript(root).flatMap { witnessMethod($0, type, types) }?.setterFunction
        } else {
            found = witnessMethod(root, type, types)
        }
        guard let found else { return nil }
        if root.isInitializer, parameters.isEmpty { return finish(initializerCall(type, [], at: range, nameRange: range, expected: nil)) }
        let all = ownParameters(of: found, for: root, types)
        let arguments = zip(parameters, found.parameters).map { variable, parameter -> Expression in
            if variable.isInout {
                return Expression(.address(Place(root: .variable(variable), steps: [], type: variable.type, range: range)), variable.type, range)
            }
            let wanted = parameter.type.substituting(all)
            return erased(Expression(.variable(variable), variable.type, range), parameter.isVariadic ? .array(wanted) : wanted)
        }
        var candidate = Candidate(callable: found, substitution: all)
        // `Self` of what a class inherits is the class that was asked.
        if isOnType, type.isClass { candidate.staticType = type }
        if !isOnType { candidate.receiver = isHeld && found.isMutating ? .place(heldPlace) : .value(receiver, nil) }
        return finish(build(candidate, arguments, all, at: range, nameRange: range))
    }

    private func getterOfSubscript(_ setter: Callable) -> Callable? {
        guard let owner = setter.owner else { return nil }
        return environment.memberTable(of: owner).callables["subscript"]?.first { $0.setterFunction === setter }
    }
}
