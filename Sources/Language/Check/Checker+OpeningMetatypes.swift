/// `type(of: box).name` where an extension of the protocol gives the member: `Self` is the type in the box.
extension Checker {
    /// The call of an extension's static member by a metatype of which only the protocol is known.
    func openingOnMetatype(_ callable: Callable, _ metatype: Expression, _ arguments: [Expression], _ substitution: Substitution) -> Expression? {
        guard case .metatype(let box) = metatype.type.kind, case .existential(let owner) = box.kind, let home = callable.owner, home.form.isProtocol, !callable.isRequirement,
            case .template = callable.implementation
        else { return nil }
        let result = callable.result.substituting(substitution)
        let opening = Opening(callable, home.selfParameter, at: Opening.onMetatype, box: box, substitution, receiver: nil, result: result)
        let dispatch = Dispatch(name: callable.name, owner: owner)
        dispatch.declaration = opening
        dispatch.kept = opening
        environment.dispatches.append(Weak(dispatch))
        return Expression(.callDynamic(dispatch, [metatype] + arguments), result, metatype.range)
    }

    /// What such a call runs for a type: it takes the metatype first.
    func openedOnMetatype(_ opening: Opening, _ type: Type) -> Function? {
        let callable = opening.callable
        let range = callable.range
        var types = opening.substitution
        types.types.merge(environment.memberSubstitution(for: type).types) { $1 }
        types.types[opening.generic] = type
        let function = Function(name: callable.name, source: callable.source ?? source, range: range)
        let kind = Variable(name: "", type: .make(.metatype(opening.box)), isMutable: false, range: range, owner: function)
        let variables = callable.parameters.map { parameter in
            let inner = parameter.type.substituting(opening.substitution)
            return Variable(name: parameter.name, type: parameter.isVariadic ? .array(inner) : inner, isMutable: parameter.isInout, range: range, isInout: parameter.isInout, owner: function)
        }
        function.parameters = [kind] + variables
        function.result = opening.result
        function.canThrow = callable.canThrow || callable.throwsThroughClosures
        var context = FunctionContext(result: function.result)
        context.tryIsImplied = true
        inFunction(function, context: context, scope: Scope(parent: environment.session, function: function)) {
            flow = Flow()
            let arguments = zip(callable.parameters, variables).map { parameter, variable -> Expression in
                if parameter.isInout {
                    return Expression(.address(Place(root: .variable(variable), steps: [], type: variable.type, range: range)), variable.type, range)
                }
                let wanted = parameter.type.substituting(types)
                return erased(Expression(.variable(variable), variable.type, range), parameter.isVariadic ? .array(wanted) : wanted)
            }
            var candidate = Candidate(callable: callable, substitution: types)
            candidate.staticType = type
            let value = build(candidate, arguments, types, at: range, nameRange: range)
            function.body = [Statement(value.type.isVoid ? .expression(value) : .return(boxed(value, as: function.result)), range)]
        }
        functions.append(function)
        return function
    }
}
