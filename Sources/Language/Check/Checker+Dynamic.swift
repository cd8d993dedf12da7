/// Calls that are decided by the type a value has at run time.
extension Checker {
    /// The lookup for a member that classes below may override, or that a protocol requires, with what its own generic
    /// parameters stand for.
    func dispatch(_ callable: Callable, _ substitution: Substitution) -> Dispatch? {
        guard let root = callable.root, let owner = root.owner else { return nil }
        let arguments = callable.genericParameters.map { substitution.types[$0] ?? .error }
        if let known = root.dispatches[arguments] { return known }
        let made = Dispatch(name: root.name, owner: owner)
        made.declaration = root
        made.arguments = arguments
        root.dispatches[arguments] = made
        environment.dispatches.append(Weak(made))
        return made
    }

    /// A function that does nothing but call dynamically: what reads or writes an overridable property by its place.
    func dynamicFunction(_ callable: Callable, _ type: Type, _ chosen: Substitution? = nil) -> Function? {
        var found = substitution(for: type)
        // What a generic subscript's own parameters stand for, too.
        if let chosen { found.types.merge(chosen.types) { own, _ in own } }
        guard callable.root != nil, let dispatch = dispatch(callable, found) else { return nil }
        let key = [type] + callable.genericParameters.map { found.types[$0] ?? .error }
        if let known = callable.dynamicFunctions[key] { return known }
        var types = callable.isRequirement ? erasure(of: callable.owner ?? .int) : found
        for generic in callable.genericParameters { types.types[generic] = found.types[generic] }
        let range = callable.range
        let function = Function(name: callable.name, source: callable.source ?? source, range: range)
        let own = Variable(name: "self", type: type, isMutable: callable.isMutating, range: range, isInout: callable.isMutating, owner: function)
        function.parameters = [own] + callable.parameters.map {
            Variable(name: $0.name, type: $0.type.substituting(types), isMutable: false, range: range, owner: function)
        }
        function.result = callable.result.substituting(types)
        let arguments = function.parameters.map { variable in
            variable.isInout
                ? Expression(.address(Place(root: .variable(variable), steps: [], type: variable.type, range: range)), variable.type, range)
                : Expression(.variable(variable), variable.type, range)
        }
        let call = Expression(.callDynamic(dispatch, arguments), function.result, range)
        function.body = [Statement(function.result.isVoid ? .expression(call) : .return(call), range)]
        functions.append(function)
        callable.dynamicFunctions[key] = function
        return function
    }

    /// What a property's place calls: the accessor itself, or what finds it at run time.
    func accessorFunction(_ callable: Callable, _ type: Type, isSuper: Bool, _ substitution: Substitution? = nil) -> Function? {
        let own = callable.owner.flatMap { ancestor(of: type, $0) } ?? type
        if callable.root != nil, !isSuper { return dynamicFunction(callable, own, substitution) }
        return functionOf(callable, own, substitution)
    }

    // MARK: Metatypes

    /// The lookup for an initialiser or static member by a metatype's value.
    func metatypeDispatch(_ callable: Callable, _ substitution: Substitution) -> Dispatch? {
        guard let root = callable.root, let owner = root.owner else { return nil }
        let arguments = callable.genericParameters.map { substitution.types[$0] ?? .error }
        if let known = root.metatypeDispatches[arguments] { return known }
        let made = Dispatch(name: root.name, owner: owner)
        made.declaration = root
        made.arguments = arguments
        made.isOnMetatype = true
        root.metatypeDispatches[arguments] = made
        environment.dispatches.append(Weak(made))
        return made
    }

    /// What reads or writes a static property by a metatype's value, which it takes first.
    func metatypeAccessor(_ callable: Callable, _ metatype: Type) -> Function? {
        guard case .metatype(let named) = metatype.kind, let dispatch = metatypeDispatch(callable, substitution(for: named)) else { return nil }
        let types = callable.isRequirement ? erasure(of: callable.owner ?? .int) : substitution(for: named)
        let range = callable.range
        let function = Function(name: callable.name, source: callable.source ?? source, range: range)
        let kind = Variable(name: "", type: metatype, isMutable: false, range: range, owner: function)
        function.parameters = [kind] + callable.parameters.map { Variable(name: $0.name, type: $0.type.substituting(types), isMutable: false, range: range, owner: function) }
        function.result = callable.result.substituting(types)
        let call = Expression(.callDynamic(dispatch, function.parameters.map { Expression(.variable($0), $0.type, range) }), function.result, range)
        function.body = [Statement(function.result.isVoid ? .expression(call) : .return(call), range)]
        functions.append(function)
        return function
    }

    /// An initialiser or static method of a type that is known at run time only.
    func callOnMetatype(_ candidate: Candidate, _ metatype: Expression, _ arguments: [Expression], _ substitution: Substitution, _ result: Type, at range: SourceRange) -> Expression {
        if let opening = openingOnMetatype(candidate.callable, metatype, arguments, substitution) { return opening }
        var plain = candidate
        plain.metatype = nil
        guard let dispatch = metatypeDispatch(candidate.callable, substitution) else {
            let value = build(plain, arguments, substitution, at: range, nameRange: range)
            return Expression(.block([Statement(.expression(Expression(.discard(metatype), .void, range)), range)], value), value.type, range)
        }
        var result = result
        if case .metatype(let named) = metatype.type.kind, candidate.callable.isInitializer || candidate.callable.returnsSelf {
            result = result.wrapped == nil ? named : .optional(named)
        }
        return Expression(.callDynamic(dispatch, [metatype] + arguments), result, range)
    }

    /// What a metatype's dynamic call runs for a class: the first parameter is the metatype.
    func metatypeOverride(_ root: Callable, _ dispatch: Dispatch, _ type: Type) -> Function? {
        var found: (Callable, Type)?
        var current: Type? = type
        while found == nil, let here = current, let nominal = here.nominal {
            found = environment.memberTable(of: nominal).replacement(of: root).map { ($0, here) }
            current = root.isInitializer ? nil : here.superclass
        }
        guard let (callable, owner) = found else { return nil }
        var types = substitution(for: owner)
        for (parameter, argument) in zip(callable.genericParameters, dispatch.arguments) { types.types[parameter] = argument }
        let range = callable.range
        let function = Function(name: callable.name, source: callable.source ?? source, range: range)
        let kind = Variable(name: "", type: .make(.metatype(type)), isMutable: false, range: range, owner: function)
        let parameters = callable.parameters.map { parameter in
            let inner = parameter.type.substituting(types)
            return Variable(name: parameter.name, type: parameter.isVariadic ? .array(inner) : inner, isMutable: false, range: range, owner: function)
        }
        function.parameters = [kind] + parameters
        inFunction(function, context: FunctionContext(result: nil), scope: Scope(parent: environment.session, function: function)) {
            let arguments = parameters.map { Expression(.variable($0), $0.type, range) }
            var candidate = Candidate(callable: callable, substitution: types)
            candidate.staticType = type
            let value = build(candidate, arguments, types, at: range, nameRange: range)
            function.result = value.type
            function.body = [Statement(value.type.isVoid ? .expression(value) : .return(value), range)]
        }
        functions.append(function)
        return function
    }

    /// A value of a requirement's erased type as what it is known to be.
    func erased(_ value: Expression, _ type: Type) -> Expression {
        if value.type === type { return value }
        if isSameReference(value.type, as: type) { return Expression(value.kind, type, value.range) }
        if let function = adapted(value, to: type, casting: true) { return function }
        return Expression(.castForced(value, type), type, value.range)
    }

    func erasedResult(_ root: Callable, of type: Type) -> Type {
        root.result.substituting(substitution(for: type))
    }
}
