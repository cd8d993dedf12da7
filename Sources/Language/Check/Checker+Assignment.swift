import SwiftSyntax

/// Assignment, plain and compound.
extension Checker {
    // MARK: Assignment

    func assignment(_ target: Node, _ value: Node, at operatorRange: SourceRange, range: SourceRange) -> Expression {
        if case .syntax(let syntax) = target {
            if syntax.is(DiscardAssignmentExprSyntax.self) {
                let value = check(value, expected: nil)
                return Expression(.discard(value), .void, range)
            }
            if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count > 1 {
                return tupleAssignment(tuple, value, range: range)
            }
        }
        if let what = selfAssigned(target, value) { return fail("assigning a \(what) to itself", at: target.range) }
        if let guarded = guardedByChain(target, range, { assignment(target, value, at: operatorRange, range: range) }) { return guarded }
        if case .syntax(let syntax) = target { assignedForm = Checker.form(ofTarget: syntax) }
        guard let place = place(of: target, use: .assignment) else {
            _ = check(value, expected: nil)
            return failure(range)
        }
        if case .syntax(let syntax) = value, syntax.is(NilLiteralExprSyntax.self), (place.type.referent ?? place.type).wrapped == nil, !place.type.isError,
            literalInitializer("nilLiteral", place.type) == nil
        {
            return fail(
                "'nil' cannot be assigned to type '\(place.type)'", at: value.range,
                help: "only an optional, '\(place.type)?', can be nil")
        }
        let wanted = place.type.referent ?? place.type
        let given = check(value, expected: wanted)
        var value = asAssigned(given, to: place) ?? coerce(given, to: wanted, for: .assignment)
        if wanted !== place.type, !value.type.isError { value = Expression(.makeWeak(value), place.type, value.range) }
        if let variable = nonEscapingVariable(value) {
            error("assigning non-escaping parameter '\(variable.name)' to an '@escaping' closure", at: value.range)
        }
        markAssigned(place)
        if value.type.isError { return failure(range) }
        return Expression(.assign(place, value), .void, range)
    }

    /// What is assigned to itself, `x = x`: a variable, or a stored property.
    private func selfAssigned(_ target: Node, _ value: Node) -> String? {
        guard case .syntax(let a) = target, case .syntax(let b) = value, let names = storedNames(a), names == storedNames(b) else { return nil }
        return names.count == 1 ? "variable" : "property"
    }

    /// The names that lead to a variable or a stored property of one, `self` among them where it is not written.
    private func storedNames(_ syntax: ExprSyntax) -> [String]? {
        guard let reference = syntax.as(DeclReferenceExprSyntax.self) else {
            guard let member = syntax.as(MemberAccessExprSyntax.self), let base = member.base, base.is(DeclReferenceExprSyntax.self) || base.is(MemberAccessExprSyntax.self),
                let names = storedNames(base), let type = attempt({ check(Node(base), expected: nil) })?.type
            else { return nil }
            let name = Checker.plainName(member.declName.baseName.text)
            return type.tupleElements == nil && type.fields.contains { $0.name == name } ? names + [name] : nil
        }
        let name = Checker.plainName(reference.baseName.text)
        if name == "self" { return scope.nearestSelf == nil ? nil : ["self"] }
        switch lookUpName(name) {
        case .entity(.variable)?, .entity(.global)?: return [name]
        case .member(let own)?: return own.type.fields.contains { $0.name == name } ? ["self", name] : nil
        default: return nil
        }
    }

    /// How swiftc calls what is assigned to.
    static func form(ofTarget syntax: ExprSyntax) -> String {
        if syntax.is(MemberAccessExprSyntax.self) { return "to property" }
        return syntax.is(SubscriptCallExprSyntax.self) ? "through subscript" : "to value"
    }

    /// What the library takes through a subscript beyond what it gives there: whatever its type can be made from as a
    /// literal, as in `tensor[0, 1] = number` and `tensor[2] = array`.
    private func asAssigned(_ value: Expression, to place: Place) -> Expression? {
        guard case .native? = place.steps.last?.step, !value.type.isError, !convertible(value.type, to: place.type),
            let initializer = literalInitializer("arrayLiteral", place.type),
            let converted = convert(value, to: initializer.parameters[0].type)
        else { return nil }
        return build(
            Candidate(callable: initializer), [converted], Substitution(), at: value.range, nameRange: value.range)
    }

    /// `(a, b) = (b, a)`: the value is whole before any part is assigned.
    private func tupleAssignment(_ tuple: TupleExprSyntax, _ value: Node, range: SourceRange) -> Expression {
        var places: [Place?] = []
        for element in tuple.elements {
            if element.expression.is(DiscardAssignmentExprSyntax.self) {
                places.append(nil)
            } else {
                guard let place = place(of: Node(element.expression), use: .assignment) else { return failure(range) }
                places.append(place)
            }
        }
        let wanted = places.contains { $0 == nil } ? nil : Type.tuple(places.map { $0!.type.referent ?? $0!.type })
        let value = check(value, expected: wanted)
        guard let elements = value.type.tupleElements, elements.count == places.count else {
            if value.type.isError { return failure(range) }
            return fail("cannot assign value of type '\(value.type)' to \(places.count) variables", at: range)
        }
        let whole = temporary(value.type, range)
        var statements = [Statement(.declare(whole, value), range)]
        for (index, place) in places.enumerated() {
            guard let place else { continue }
            let part = Expression(.element(Expression(.variable(whole), value.type, range), index), elements[index].type, range)
            let wanted = place.type.referent ?? place.type
            var converted = coerce(part, to: wanted, for: .assignment)
            if wanted !== place.type, !converted.type.isError { converted = Expression(.makeWeak(converted), place.type, range) }
            markAssigned(place)
            statements.append(Statement(.expression(Expression(.assign(place, converted), .void, range)), range))
        }
        return Expression(.block(statements, Expression(.aggregate([]), .void, range)), .void, range)
    }

    func compoundAssignment(_ name: String, _ operatorRange: SourceRange, _ target: Node, _ value: Node, range: SourceRange) -> Expression {
        if let guarded = guardedByChain(target, range, { compoundAssignment(name, operatorRange, target, value, range: range) }) { return guarded }
        guard var place = place(of: target, use: .compound) else {
            _ = form(of: value)
            return failure(range)
        }
        if place.isImplicit, let wrapped = place.type.wrapped { place = place.adding(.unwrap, wrapped, place.range) }
        // `+=` of an array: in place.
        var isArray = place.type.arrayElement != nil
        if isArray {
            switch form(of: value) {
            case .typed(let known): isArray = known.type.arrayElement != nil || known.type.isError
            case .rangeLiteral: isArray = false
            default: break
            }
        }
        if name == "+", isArray {
            let value = coerce(check(value, expected: place.type), to: place.type, for: .argument)
            if value.type.isError { return failure(range) }
            let address = Expression(.address(place), place.type, range)
            return Expression(.operation(.arrayAppendContents, [address, value]), .void, range)
        }
        if let operation = scalarOperation(name, place.type), !Checker.comparisons.contains(name) {
            let form = form(of: value)
            let operand: Expression
            if case .typed(let known) = form { operand = known } else { operand = check(value, expected: place.type) }
            if operand.type === place.type { return Expression(.modify(place, operation, operand), .void, range) }
            if operand.type.isError { return failure(range) }
            // Fall through to overloads, which say what does not go together.
            return overloadedCompound(name, operatorRange, place, target, value, .typed(operand), range: range)
        }
        return overloadedCompound(name, operatorRange, place, target, value, form(of: value), range: range)
    }

    private func overloadedCompound(_ name: String, _ operatorRange: SourceRange, _ place: Place, _ target: Node, _ value: Node, _ valueForm: ArgumentForm, range: SourceRange) -> Expression {
        // A declared `+=` goes first.
        let old = forced(check(target, expected: nil))
        if old.type.isError { return failure(range) }
        for candidate in operatorCandidates(name + "=", .typed(old), valueForm) where candidate.callable.parameters.count == 2 {
            var substitution = candidate.substitution
            guard candidate.callable.parameters[0].isInout, unify(candidate.callable.parameters[0].type, place.type, &substitution),
                cost(of: valueForm, for: candidate.callable.parameters[1].type, &substitution) != nil,
                requirementsHold(candidate.callable, substitution)
            else { continue }
            let wanted = candidate.callable.parameters[1].type.substituting(substitution)
            var operand: Expression
            if case .typed(let known) = valueForm { operand = known } else { operand = check(value, expected: wanted) }
            operand = coerce(operand, to: wanted, for: .argument)
            return build(candidate, [Expression(.address(place), place.type, range), operand], substitution, at: range, nameRange: operatorRange)
        }
        let result = overloadedOperator(name, operatorRange, target, value, .typed(old), valueForm, range: range, expected: place.type)
        if result.type.isError { return failure(range) }
        return Expression(.assign(place, coerce(result, to: place.type, for: .assignment)), .void, range)
    }

    /// `a?.b = c`: assigned where a is some, and else c is not even evaluated.
    private func guardedByChain(_ target: Node, _ range: SourceRange, _ assign: () -> Expression) -> Expression? {
        guard case .syntax(let syntax) = target, let chain = unguardedChain(syntax) else { return nil }
        let isTested = wantsChainResult
        wantsChainResult = false
        let base = check(Node(chain.expression), expected: nil)
        if base.type.isError { return failure(range) }
        guard base.type.wrapped != nil else {
            return fail("cannot use optional chaining on non-optional value of type '\(base.type)'", at: chain.sourceRange, help: "remove the '?'")
        }
        var held: Variable?
        if let wrapped = base.type.wrapped, isReferenceType(wrapped) {
            // An object: it is looked up once, and changed behind its name.
            let variable = Variable(name: "", type: wrapped, isMutable: false, range: base.range, owner: function)
            openedChains[chain.id] = variable
            held = variable
        }
        guardedChains.insert(chain.id)
        defer {
            guardedChains.remove(chain.id)
            openedChains[chain.id] = nil
        }
        wantsChainResult = isTested && unguardedChain(syntax) != nil
        let inner = assign()
        wantsChainResult = false
        if inner.type.isError { return inner }
        let isSome: Condition = held.map { .bind($0, base) } ?? .isTrue(Expression(.operation(.boolNot, [Expression(.isNone(base), .bool, range)]), .bool, range))
        if isTested {
            // `(a?.b = c) != nil`: whether there was something to assign to.
            let done = Variable(name: "", type: .optional(.void), isMutable: true, range: range, owner: function)
            done.isReassigned = true
            let some = Expression(.wrap(Expression(.aggregate([]), .void, range)), done.type, range)
            let note = Expression(.assign(Place(root: .variable(done), steps: [], type: done.type, range: range), inner.type.isVoid ? some : inner), .void, range)
            let assigned = inner.type.isVoid ? [Statement(.expression(inner), range)] : []
            let start = Statement(.declare(done, Expression(.none, done.type, range)), range)
            let test = Statement(.if([isSome], assigned + [Statement(.expression(note), range)], []), range)
            return Expression(.block([start, test], Expression(.variable(done), done.type, range)), done.type, range)
        }
        let test = Statement(.if([isSome], [Statement(.expression(inner), range)], held == nil ? writingBack(chain, range) : []), range)
        return Expression(.block([test], Expression(.aggregate([]), .void, range)), .void, range)
    }

    /// What is changed in place was read, and is written back though it was nil: whoever observes it is told.
    private func writingBack(_ chain: OptionalChainingExprSyntax, _ range: SourceRange) -> [Statement] {
        guard let place = attempt({ place(of: Node(chain.expression), use: .compound) }).flatMap({ $0 }), place.type.wrapped != nil,
            place.steps.contains(where: { if case .computed = $0.step { true } else { false } })
        else { return [] }
        let write = Expression(.assign(place, Expression(.none, place.type, range)), .void, range)
        return [Statement(.expression(write), range)]
    }

    /// The innermost `?` of a place that no test stands before yet.
    private func unguardedChain(_ syntax: ExprSyntax) -> OptionalChainingExprSyntax? {
        var current: ExprSyntax? = syntax
        var found: OptionalChainingExprSyntax?
        while let here = current {
            if let optional = here.as(OptionalChainingExprSyntax.self) {
                if !guardedChains.contains(optional.id) { found = optional }
                current = optional.expression
            } else if let member = here.as(MemberAccessExprSyntax.self) {
                current = member.base
            } else if let call = here.as(SubscriptCallExprSyntax.self) {
                current = call.calledExpression
            } else if let unwrap = here.as(ForceUnwrapExprSyntax.self) {
                current = unwrap.expression
            } else {
                current = nil
            }
        }
        return found
    }
}
