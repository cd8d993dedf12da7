extension NominalType {
    /// A box of which conforms to it, as that of no other protocol does.
    fileprivate var isSelfConforming: Bool { ["Any", "AnyHashable", "Error", "AnyObject", "Sendable"].contains(name) }
}

/// A generic function that is given a value in a box: it works on what is in the box, with the type that has.
final class Opening {
    let callable: Callable
    let generic: GenericParameter
    /// The parameter that the box is given to, −1 for the value that a method is called on, −2 for the metatype that a
    /// static member is asked of, and what it is a box of.
    let position: Int
    let box: Type
    let substitution: Substitution
    /// The type of the value that a method is called on.
    let receiver: Type?
    let result: Type

    static let onMetatype = -2

    init(_ callable: Callable, _ generic: GenericParameter, at position: Int, box: Type, _ substitution: Substitution, receiver: Type?, result: Type) {
        self.callable = callable
        self.generic = generic
        self.position = position
        self.box = box
        self.substitution = substitution
        self.receiver = receiver
        self.result = result
    }
}

extension Checker {
    /// The call as one that finds its code by the type in the box; nil where there is no box to open.
    ///
    /// As in Swift a box is opened where its own type would not do: `any P` itself does not conform to `P`.
    func openingCall(_ candidate: Candidate, _ arguments: [Expression], _ substitution: Substitution, at range: SourceRange, nameRange: SourceRange) -> Expression? {
        let callable = candidate.callable
        guard case .template(let template) = callable.implementation, template.parent == nil, callable.declaration == nil, !callable.isInitializer, candidate.metatype == nil else { return nil }
        guard let (generic, box, position) = openable(callable, substitution) else { return nil }
        guard case .existential(let owner) = box.kind else { return nil }
        var before: [Expression] = []
        switch candidate.receiver {
        case .none: break
        case .value(let value, _):
            if callable.isMutating { return nil }
            before = [value]
        case .place: return nil
        }
        var erased = substitution
        erased.types[generic] = box
        for member in generic.allMembers { erased.types[member] = environment.associatedType(member.memberName, of: box) }
        let result = callable.result.substituting(erased)
        let opening = Opening(callable, generic, at: position, box: box, substitution, receiver: before.first?.type, result: result)
        let dispatch = Dispatch(name: callable.name, owner: owner)
        dispatch.declaration = opening
        dispatch.kept = opening
        environment.dispatches.append(Weak(dispatch))
        // As in Swift the box is worked out before what else the function is given.
        let boxed = arguments[position]
        if boxed.type.wrapped != nil { return nil }
        let others = before + arguments.enumerated().filter { $0.offset != position }.map(\.element)
        return Expression(.callDynamic(dispatch, [boxed] + others), result, range)
    }

    /// A member of a protocol's extension that speaks of `Self`, asked of a box: `Self` is the type in it.
    func openingOfSelf(_ candidate: Candidate, _ template: Template, _ arguments: [Expression], _ substitution: Substitution, at range: SourceRange) -> Expression? {
        let callable = candidate.callable
        guard case .value(let value, _) = candidate.receiver, case .existential(let owner) = value.type.kind, let home = callable.owner, home.form.isProtocol, home.isDeclaredByCell,
            !callable.isMutating, !callable.isOpaque, !arguments.contains(where: \.isAddress), template.speaksOfSelf
        else { return nil }
        let result = callable.result.substituting(substitution)
        let opening = Opening(callable, home.selfParameter, at: -1, box: value.type, substitution, receiver: nil, result: result)
        let dispatch = Dispatch(name: callable.name, owner: owner)
        dispatch.declaration = opening
        dispatch.kept = opening
        environment.dispatches.append(Weak(dispatch))
        return Expression(.callDynamic(dispatch, [value] + arguments), result, range)
    }

    /// Where a function is named, not called, there is no box to open: `any P` itself does not conform to `P`.
    func boxAsConforming(_ callable: Callable, _ substitution: Substitution) -> String? {
        for generic in callable.genericParameters where generic.base == nil {
            guard let box = substitution.types[generic], case .existential(let nominal) = box.kind, !nominal.isSelfConforming else { continue }
            let asked = generic.constraints + callable.conformances.filter { $0.0 === generic }.map(\.1)
            if let wanted = asked.first(where: { $0.form.isProtocol && !$0.isSelfConforming }) { return "type '\(box)' cannot conform to '\(wanted.name)'" }
        }
        return nil
    }

    private func openable(_ callable: Callable, _ substitution: Substitution) -> (GenericParameter, Type, Int)? {
        for generic in callable.genericParameters where generic.base == nil {
            guard let box = substitution.types[generic], case .existential(let nominal) = box.kind, nominal.name != "Any", nominal.name != "AnyHashable" else { continue }
            let asked = generic.constraints + callable.conformances.filter { $0.0 === generic }.map(\.1)
            // `any Error` is an error itself.
            if !asked.contains(where: { $0.form.isProtocol && !["Any", "Error", "AnyObject", "Sendable"].contains($0.name) }) { continue }
            var position: Int?
            for (index, parameter) in callable.parameters.enumerated() {
                guard case .parameter(let own) = parameter.type.kind, own === generic else { continue }
                if position != nil || parameter.isVariadic { return nil }
                position = index
            }
            if let position { return (generic, box, position) }
        }
        return nil
    }

    /// What such a call runs for a type in the box: it takes the box first, then the rest in order.
    func opened(_ opening: Opening, _ type: Type) -> Function? {
        if opening.position == Opening.onMetatype { return openedOnMetatype(opening, type) }
        let callable = opening.callable
        let range = callable.range
        var types = opening.substitution
        for member in opening.generic.allMembers { types.types[member] = nil }
        if opening.position < 0 { types.types.merge(environment.memberSubstitution(for: type).types) { $1 } }
        types.types[opening.generic] = type
        guard bindMembers(of: opening.generic, type, &types) else { return nil }
        let function = Function(name: callable.name, source: callable.source ?? source, range: range)
        let isChanged = opening.position >= 0 && callable.parameters[opening.position].isInout
        let box = Variable(name: "", type: opening.box, isMutable: isChanged, range: range, isInout: isChanged, owner: function)
        box.isReassigned = isChanged
        let receiver = opening.receiver.map { Variable(name: "", type: $0, isMutable: false, range: range, owner: function) }
        var erased = opening.substitution
        erased.types[opening.generic] = opening.box
        var variables: [Variable?] = []
        for (index, parameter) in callable.parameters.enumerated() {
            let inner = parameter.type.substituting(erased)
            variables.append(
                index == opening.position
                    ? nil : Variable(name: parameter.name, type: parameter.isVariadic ? .array(inner) : inner, isMutable: parameter.isInout, range: range, isInout: parameter.isInout, owner: function))
        }
        function.parameters = [box] + (receiver.map { [$0] } ?? []) + variables.compactMap { $0 }
        function.result = opening.result
        function.canThrow = callable.canThrow || callable.throwsThroughClosures
        var context = FunctionContext(result: function.result)
        context.tryIsImplied = true
        inFunction(function, context: context, scope: Scope(parent: environment.session, function: function)) {
            flow = Flow()
            let whole = Expression(.variable(box), box.type, range)
            let held = Variable(name: "", type: type, isMutable: true, range: range, owner: function)
            held.isReassigned = true
            var statements = [Statement(.declare(held, Expression(.unboxed(whole), type, range)), range)]
            let arguments = zip(callable.parameters, variables).map { parameter, variable -> Expression in
                let one = variable ?? held
                if parameter.isInout {
                    return Expression(.address(Place(root: .variable(one), steps: [], type: one.type, range: range)), one.type, range)
                }
                let value = Expression(.variable(one), one.type, range)
                let wanted = parameter.type.substituting(types)
                return variable == nil ? value : self.erased(value, parameter.isVariadic ? .array(wanted) : wanted)
            }
            var candidate = Candidate(callable: callable, substitution: types)
            if opening.position < 0 { candidate.receiver = .value(Expression(.variable(held), type, range), nil) }
            if let receiver { candidate.receiver = .value(Expression(.variable(receiver), receiver.type, range), nil) }
            let value = build(candidate, arguments, types, at: range, nameRange: range)
            let putBack = isChanged
                ? [Statement(.expression(Expression(.assign(Place(root: .variable(box), steps: [], type: box.type, range: range), coerce(Expression(.variable(held), type, range), to: box.type)), .void, range)), range)]
                : []
            if value.type.isVoid {
                function.body = statements + [Statement(.expression(value), range)] + putBack
                return
            }
            let kept = Variable(name: "", type: function.result, isMutable: false, range: range, owner: function)
            statements.append(Statement(.declare(kept, boxed(value, as: function.result)), range))
            function.body = statements + putBack + [Statement(.return(Expression(.variable(kept), kept.type, range)), range)]
        }
        functions.append(function)
        return function
    }

    /// A result in the terms of the box: `(T, Int)` as `(any P, Int)`.
    func boxed(_ value: Expression, as type: Type) -> Expression {
        guard value.type !== type, let from = value.type.tupleElements, let to = type.tupleElements, from.count == to.count else { return coerce(value, to: type, for: .returning) }
        let whole = temporary(value.type, value.range)
        let parts = from.indices.map { boxed(Expression(.element(Expression(.variable(whole), value.type, value.range), $0), from[$0].type, value.range), as: to[$0].type) }
        return Expression(.block([Statement(.declare(whole, value), value.range)], Expression(.aggregate(parts), type, value.range)), type, value.range)
    }
}
