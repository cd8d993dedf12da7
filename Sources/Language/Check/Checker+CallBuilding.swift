import SwiftSyntax

/// A call whose declaration and arguments are settled, as the tree has it.
extension Checker {
    /// The call itself, its arguments being as the callable wants them.
    func build(_ candidate: Candidate, _ arguments: [Expression], _ substitution: Substitution, at range: SourceRange, nameRange: SourceRange) -> Expression {
        let callable = candidate.callable
        defer { lastCall = (callable, range) }
        if let names, names.isBeingMade { names.table.note(callable, at: nameRange) }
        if callable.isImplicit, !isBuildingImplicit {
            isBuildingImplicit = true
            defer { isBuildingImplicit = false }
            return build(candidate, arguments, substitution, at: range, nameRange: nameRange).implicit(true)
        }
        isBuildingImplicit = false
        var arguments = arguments
        var selfType: Type?
        switch candidate.receiver {
        case .none:
            if callable.isInitializer || callable.isStatic {
                selfType = substitution.selfType(of: callable) ?? callable.result.substituting(substitution)
                if callable.isStatic, let own = candidate.staticType, own.isClass { selfType = own }
            }
        case .value(let value, let node):
            selfType = value.type
            var receiver = value
            if callable.isMutating {
                guard let node, let place = place(of: node, use: callable.isGetter ? .mutatingGetter : .mutatingCall(callable.name)) else {
                    if node == nil {
                        error(
                            "cannot use mutating member on immutable value: '\(callable.name)' changes its value",
                            at: nameRange)
                    }
                    return failure(range)
                }
                let reached = place.type !== value.type && place.type.wrapped === value.type ? place.adding(.unwrap, value.type, place.range) : place
                receiver = Expression(.address(reached), reached.type, value.range)
            } else if let owner = callable.owner, owner.form.isProtocol, callable.takesReceiverInBox, !callable.isRequirement {
                receiver = coerce(value, to: .make(.existential(owner)))
            } else if let owner = callable.owner, owner.form.isReference, let own = ancestor(of: value.type, owner) {
                selfType = own
            }
            arguments.insert(receiver, at: 0)
        case .place(let place):
            selfType = place.type
            arguments.insert(Expression(.address(place), place.type, range), at: 0)
        }
        var result = callable.result.substituting(substitution)
        if let metatype = candidate.metatype { return callOnMetatype(candidate, metatype, arguments, substitution, result, at: range) }
        // One of a protocol's extension, too, works on an object where a class conforms.
        if callable.isInitializer, callable.declaration == nil, !callable.isRequirement, (result.wrapped ?? result).isClass {
            return initialize(candidate, arguments, substitution, result, at: range)
        }
        if let owner = callable.home, owner.form.isReference, callable.declaration == nil {
            if case .value(let value, _) = candidate.receiver {
                if callable.returnsSelf {
                    // Through `super` too it is the type of `self`.
                    let own = candidate.isSuper ? scope.nearestSelf?.type ?? value.type : value.type
                    result = result.wrapped == nil ? own : .optional(own)
                }
                if callable.root != nil, !candidate.isSuper, let dispatch = dispatch(callable, substitution) {
                    if case .template(let template) = callable.implementation {
                        // What is wrong with it for these types is said now.
                        _ = instantiate(template, of: callable, substitution, selfType: selfType, at: range)
                    }
                    return Expression(.callDynamic(dispatch, arguments), result, range)
                }
            }
        }
        if callable.isInitializer { noteMade(result.wrapped ?? result) }
        if callable.isStatic, callable.returnsSelf, let own = candidate.staticType, own.isClass { result = result.wrapped == nil ? own : .optional(own) }
        switch callable.implementation {
        case .function(let function):
            if !use(function, at: nameRange) { return failure(range) }
            return Expression(.call(function, arguments), result, range)
        case .template(let template):
            if let opened = openingOfSelf(candidate, template, Array(arguments.dropFirst()), substitution, at: range) { return opened }
            let function = instantiate(template, of: callable, substitution, selfType: selfType, at: range)
            if !use(function, at: nameRange) { return failure(range) }
            return Expression(.call(function, arguments), callable.isOpaque ? function.result : result, range)
        case .native(let native):
            let types = ((callable.owner?.genericParameters ?? []) + callable.genericParameters).map {
                substitution.types[$0] ?? .error
            }
            return Expression(.callNative(native, typeArguments: types, arguments), result, range)
        case .operation(.arrayRepeating):
            // Swift's order is (repeating:count:), the machine's is count first.
            return Expression(.operation(.arrayRepeating, [arguments[1], arguments[0]]), result, range)
        case .operation(let operation):
            return Expression(.operation(operation, arguments), result, range)
        case .memberwise:
            noteMade(result)
            return Expression(.aggregate(memberwiseFields(callable, arguments, result, range)), result, range)
        case .shortCircuit(let isAnd):
            return Expression(isAnd ? .and(arguments[0], arguments[1]) : .or(arguments[0], arguments[1]), result, range)
        case .equality(let isNegated):
            let equal = Expression(.equal(arguments[0], arguments[1]), .bool, range)
            return isNegated ? Expression(.operation(.boolNot, [equal]), .bool, range) : equal
        case .makeRange:
            return Expression(.range(arguments), result, range)
        case .requirement:
            if (selfType ?? result).isStandIn || substitution.types.values.contains(where: \.isStandIn) { return Expression(.unreachable, result, range) }
            var receiver: Expression?
            if case .none = candidate.receiver {} else { receiver = arguments.removeFirst() }
            return callRequirement(callable, arguments, receiver, substitution, at: range)
        case .enumCase(let index):
            noteMade(result)
            return Expression(.enumCase(index, arguments), result, range)
        }
    }

    /// An object made, or one being made handed on to another initialiser.
    private func initialize(_ candidate: Candidate, _ arguments: [Expression], _ substitution: Substitution, _ result: Type, at range: SourceRange) -> Expression {
        let callable = candidate.callable
        let made = result.wrapped ?? result
        guard case .value(let object, _) = candidate.receiver else {
            return construct(callable, arguments, substitution, made, at: range)
        }
        let done: Type = result.wrapped != nil ? .bool : .void
        if !candidate.isSuper, callable.root != nil, let dispatch = dispatch(callable, substitution) {
            return Expression(.callDynamic(dispatch, arguments), done, range)
        }
        guard let function = initializerFunction(callable, made, substitution, at: range) else { return failure(range) }
        _ = object
        return Expression(.call(function, arguments), done, range)
    }

    /// Something may be thrown here.
    func noteThrow(at range: SourceRange, name: String, type: Type? = nil) {
        if type?.isNever ?? false {
            // `throws(E)` where E is Never: there is something to try, and nothing to catch.
            context.throwSites.append(ThrowSite(range: range, type: .never))
            return
        }
        if let wanted = context.thrown, !context.isInsideCatch, wanted.isConcrete, !wanted.isAnyError, case let actual = type ?? anyError, actual.isConcrete, actual !== wanted,
            !isSameReference(actual, as: wanted)
        {
            error("thrown expression type '\(actual)' cannot be converted to error type '\(wanted)'", at: range)
        }
        if context.tryIsImplied, !context.isInsideTry, currentSource.name == source.name { impliedTries.append(range) }
        if !context.isInsideTry && !context.tryIsImplied {
            error(
                context.canThrow || context.isInsideCatch || context.resultIsInferred ? "call can throw but is not marked with 'try'" : "call can throw, but it is not marked with 'try' and the error is not handled", at: range, help: "write 'try' in front of it",
                fixIts: [Diagnostic.FixIt(range: SourceRange(start: range.start, end: range.start), replacement: "try ")])
        } else if !context.canThrow && !context.isInsideCatch && !context.resultIsInferred {
            error(context.isDeferred ? "errors cannot be thrown out of a defer body" : "errors thrown from here are not handled", at: range, help: "mark the function 'throws', or catch it here")
        }
        noteErrorExit()
        context.throwSites.append(ThrowSite(range: range, type: type ?? anyError, given: flow.given))
        context.throwsSomething = true
    }
}
