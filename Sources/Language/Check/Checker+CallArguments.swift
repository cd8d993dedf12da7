import SwiftSyntax

/// Arguments as the parameters want them.
extension Checker {
    /// Whether a function says itself what it works on: a closure with types written, a function's name.
    func saysItsTypes(_ node: Node) -> Bool {
        guard case .syntax(let syntax) = node else { return true }
        guard let closure = syntax.as(ClosureExprSyntax.self) else { return true }
        guard case .parameterClause(let clause)? = closure.signature?.parameterClause else { return false }
        return clause.parameters.allSatisfy { $0.type != nil }
    }

    /// A range of number literals where the type of its bounds is still open.
    func isOpenRange(_ node: Node, _ wanted: Type) -> Bool {
        guard case .binary(let name, _, let lower, let upper) = node, name == "..<" || name == "..." else { return false }
        guard let bound = wanted.nominal === NominalType.range || wanted.nominal === NominalType.closedRange ? wanted.arguments.first : nil,
            case .parameter = bound.kind
        else { return false }
        return literalKind(lower) != nil && literalKind(upper) != nil
    }

    /// The generic type in `Tree.leaf`, whose arguments only the context says.
    func openMember(_ node: Node) -> NominalType? {
        guard case .syntax(let syntax) = node, let member = syntax.as(MemberAccessExprSyntax.self), let base = member.base,
            let nominal = openGeneric(base), caseCallable(member.declName.baseName.text, of: nominal)?.parameters.isEmpty ?? false
        else { return nil }
        return nominal
    }

    /// The first name in `.name`, `.name(…)`, `.name.other`.
    func implicitMember(_ node: Node) -> String? {
        guard case .syntax(let syntax) = node else { return nil }
        return syntax.implicitRoot?.declName.baseName.text
    }

    /// `.name` where a generic parameter is wanted: of the type the other arguments give, or else of one that the
    /// receiver is made of, as in `points.reduce(.zero, +)`.
    func implicitArgument(_ argument: CallArgument, _ name: String, _ parameter: Callable.Parameter, _ substitution: inout Substitution) -> Expression {
        var wanted = parameter.type.substituting(substitution)
        if !wanted.isConcrete, case .parameter(let generic) = wanted.kind {
            let known = substitution.types.filter { hasStaticMember(name, of: $0.value) }
            // What a sequence is made of, before what its positions are.
            let ordered = known.sorted { ($0.key.name == "Element" ? 0 : 1, $0.value.description) < ($1.key.name == "Element" ? 0 : 1, $1.value.description) }
            if let choice = ordered.first?.value {
                substitution.types[generic] = choice
                wanted = choice
            }
        }
        guard wanted.isConcrete else {
            // `Outer(inner: .init(x: 5))`: the member itself says what the type's arguments are.
            var tentative = substitution
            if wanted.nominal != nil, let value = attempt({ check(argument.node, expected: wanted) }), value.type.isConcrete, unify(wanted, value.type, &tentative) {
                substitution = tentative
                return value
            }
            return check(argument.node, expected: nil)
        }
        return self.argument(argument, nil, wanted, parameter)
    }

    /// `where Element == Int` says what the arguments do not.
    func bindSameTypes(_ callable: Callable, _ substitution: inout Substitution) {
        for (parameter, type) in callable.sameTypes {
            let other = type.substituting(substitution)
            if let known = substitution.types[parameter] {
                if !other.isConcrete { _ = unify(other, known, &substitution) }
            } else if other.isConcrete {
                _ = unify(.make(.parameter(parameter)), other, &substitution)
            }
        }
    }

    func argument(_ argument: CallArgument, _ form: ArgumentForm?, _ wanted: Type, _ parameter: Callable.Parameter) -> Expression {
        var expression: Expression
        switch form {
        case .typed(let known)?:
            expression = known
        case .array(_, .some(let natural))? where natural.type === wanted, .contextual(.some(let natural))? where natural.type === wanted:
            expression = natural
        default:
            expression = lending(argument, parameter) { check(argument.node, expected: wanted, isEscaping: parameter.keeps) }
        }
        // What takes a ClosureType, `withoutActuallyEscaping`, does not keep it.
        if let variable = nonEscapingVariable(expression), parameter.isEscaping {
            error(
                "passing non-escaping parameter '\(variable.name)' to function expecting an '@escaping' closure",
                at: argument.range)
        } else if let variable = nonEscapingVariable(expression), case .parameter(let generic) = parameter.type.kind, generic.name != "ClosureType" {
            error("converting non-escaping parameter '\(variable.name)' to generic parameter '\(generic.memberName.isEmpty ? generic.name : generic.memberName)' may allow it to escape", at: argument.range)
        }
        if parameter.isVariadic, wanted.arrayElement == nil, !wanted.isExistential, expression.type.arrayElement === wanted {
            return fail("cannot pass array of type '\(expression.type)' as variadic arguments of type '\(wanted)'", at: argument.range)
        }
        let converted = coerce(expression, to: wanted, for: .argument)
        // A function that does not throw stays one where one that may is wanted: the call then does not throw either.
        if expression.type.function?.canThrow == false, converted.type.function?.canThrow == true {
            return Expression(converted.kind, expression.type, converted.range)
        }
        return converted
    }

    /// Checks an argument that may be the name of a function which uses what the function around was given to change:
    /// it can be called while the call lasts.
    private func lending(_ argument: CallArgument, _ parameter: Callable.Parameter, _ body: () -> Expression) -> Expression {
        guard !parameter.isEscaping, parameter.type.function != nil, case .syntax(let syntax) = argument.node, syntax.is(DeclReferenceExprSyntax.self) else { return body() }
        let outer = lendsFunction
        lendsFunction = true
        defer { lendsFunction = outer }
        return body()
    }

    /// An argument of a type that others have fixed.
    func fixedArgument(_ argument: CallArgument, _ form: ArgumentForm?, _ wanted: Type, _ parameter: Callable.Parameter, _ callable: Callable, at nameRange: SourceRange) -> Expression {
        guard case .parameter(let generic) = parameter.type.kind, generic.base == nil, callable.genericParameters.contains(where: { $0 === generic }) else {
            return self.argument(argument, form, wanted, parameter)
        }
        if let value = attempt({ self.argument(argument, form, wanted, parameter) }) { return value }
        guard let own = attempt({ check(argument.node, expected: nil) })?.type, own !== wanted, own.wrapped !== wanted, own.isConcrete else {
            return self.argument(argument, form, wanted, parameter)
        }
        return fail("conflicting arguments to generic parameter '\(generic.name)' ('\(wanted)' vs. '\(own)')", at: nameRange)
    }

    func genericArgument(_ argument: CallArgument, _ form: ArgumentForm?, _ wanted: Type, _ substitution: inout Substitution) -> Expression {
        var expression: Expression
        switch form {
        case .typed(let known)?: expression = known
        case .array(_, .some(let natural))?, .rangeLiteral(_, _, .some(let natural))?, .contextual(.some(let natural))?: expression = natural
        default:
            if let functions = closures(argument, wanted, &substitution) { return functions }
            if wanted.function != nil, case .syntax(let syntax) = argument.node, syntax.is(FunctionCallExprSyntax.self),
                let value = attempt({ check(argument.node, expected: wanted.withHoles) })
            {
                expression = value
            } else if wanted.nominal != nil, case .syntax(let syntax) = argument.node, syntax.is(FunctionCallExprSyntax.self), mayRetry() {
                // `first.then(lens(\.city))`: what is known of the wanted type says what the path begins with.
                if let value = attempt({ check(argument.node, expected: nil) }) {
                    expression = value
                } else {
                    retries += 1
                    expression = attempt({ check(argument.node, expected: wanted.withHoles) }) ?? check(argument.node, expected: nil)
                }
            } else {
                expression = check(argument.node, expected: nil)
            }
        }
        if expression.type.isError { return expression }
        if unify(wanted, expression.type, &substitution) {
            if case .existential = wanted.kind { return coerce(expression, to: wanted.substituting(substitution), for: .argument) }
            return expression
        }
        if let wrapped = wanted.wrapped, unify(wrapped, expression.type, &substitution) {
            return Expression(.wrap(expression), .optional(expression.type), expression.range)
        }
        if let wrapped = wanted.arrayElement?.wrapped, let element = expression.type.arrayElement, case .array = expression.kind, unify(wrapped, element, &substitution) {
            let now = wanted.substituting(substitution)
            return coerce(check(argument.node, expected: now), to: now, for: .argument)
        }
        if case .syntax(let literal) = argument.node, literal.is(ArrayExprSyntax.self), let element = expression.type.arrayElement,
            let pattern = literalElement(of: wanted), unify(pattern, element, &substitution), case let now = wanted.substituting(substitution), now.isConcrete
        {
            // `[1, 2]` where a `Set<T>` is wanted.
            return coerce(check(argument.node, expected: now), to: now, for: .argument)
        }
        if isKeyPath(wanted), isKeyPath(expression.type), wanted.arguments.count == expression.type.arguments.count,
            zip(wanted.arguments, expression.type.arguments).allSatisfy({ unify($0, $1, &substitution) })
        {
            return coerce(expression, to: wanted.substituting(substitution), for: .argument)
        }
        // A literal beside a value that has fixed the type, as in max(0, x).
        let now = wanted.substituting(substitution)
        if now.isConcrete { return coerce(check(argument.node, expected: now), to: now, for: .argument) }
        return fail(
            "cannot convert value of type '\(expression.type)' to expected argument type '\(wanted)'",
            at: argument.range)
    }

    /// What an array literal's elements are where it stands for a type that is no array.
    private func literalElement(of type: Type) -> Type? {
        if type.arrayElement != nil || type.wrapped != nil { return nil }
        if type.nominal === NominalType.set { return type.arguments[0] }
        return literalInitializer("arrayLiteral", type)?.parameters[0].type.substituting(substitution(for: type))
    }

    /// `[{ $0 + 1 }, { $0 * 2 }]` where functions of known parameters are wanted: the first says what they result in.
    private func closures(_ argument: CallArgument, _ wanted: Type, _ substitution: inout Substitution) -> Expression? {
        guard let element = wanted.arrayElement, let function = element.function, function.parameters.allSatisfy(\.type.isConcrete),
            case .syntax(let syntax) = argument.node, let first = syntax.as(ArrayExprSyntax.self)?.elements.first?.expression
        else { return nil }
        let one = closureArgument(CallArgument(label: nil, node: Node(first), range: first.sourceRange), Callable.Parameter(label: nil, name: "", type: element), &substitution)
        if one.type.isError { return one }
        let now = wanted.substituting(substitution)
        return now.isConcrete ? coerce(check(argument.node, expected: now), to: now, for: .argument) : nil
    }

    func closureArgument(_ argument: CallArgument, _ parameter: Callable.Parameter, _ substitution: inout Substitution) -> Expression {
        let wanted = parameter.type.substituting(substitution)
        guard case .syntax(let syntax) = argument.node, let closure = syntax.as(ClosureExprSyntax.self) else {
            let value = lending(argument, parameter) { check(argument.node, expected: wanted) }
            if value.type.isError || unify(wanted, value.type, &substitution) { return value }
            return mismatch(value, wanted, .argument)
        }
        let optional = wanted.function == nil ? wanted.wrapped : nil
        guard let function = wanted.function ?? optional?.function else {
            // A generic parameter or another type: the closure has to say its types itself.
            let value = check(argument.node, expected: nil, isEscaping: true)
            if case .parameter = wanted.kind, unify(wanted, value.type, &substitution) { return value }
            return coerce(value, to: wanted, for: .argument)
        }
        if let clause = closure.signature?.parameterClause, case .parameterClause(let written) = clause, !wanted.isConcrete {
            // What the closure says of its parameters is known before its body is looked at.
            var learned = substitution
            for (one, pattern) in zip(written.parameters, function.parameters) {
                guard let type = one.type, let known = attempt({ resolve(type.as(AttributedTypeSyntax.self)?.baseType ?? type) }) else { continue }
                _ = unify(pattern.type, known, &learned)
            }
            if learned.types.count > substitution.types.count {
                substitution = learned
                return closureArgument(argument, parameter, &substitution)
            }
        }
        if !function.parameters.allSatisfy(\.type.isConcrete), let clue = guessed(closure, parameter, function, substitution) {
            substitution = clue
            return closureArgument(argument, parameter, &substitution)
        }
        if parameter.isBuilder, let element = function.result.arrayElement {
            return builderClosure(closure, element: element)
        }
        let value = checkClosure(
            closure, parameters: function.parameters,
            result: function.result.isConcrete ? function.result : nil, canThrow: function.canThrow, thrown: function.thrown,
            isEscaping: parameter.keeps, hint: function.result.withHoles)
        guard let own = value.type.function else { return value }
        if !unifyThrown(function, own, &substitution), let wanted = function.thrown {
            return fail("invalid conversion of thrown error type '\(own.thrown ?? anyError)' to '\(wanted.substituting(substitution))'", at: argument.range)
        }
        for (pattern, actual) in zip(function.parameters, own.parameters) {
            _ = unify(pattern.type, actual.type, &substitution)
        }
        if !function.result.isConcrete {
            if !unify(function.result.substituting(substitution), own.result, &substitution) {
                if let wrapped = function.result.substituting(substitution).wrapped {
                    // A closure that gives a plain value where an optional is wanted.
                    _ = unify(wrapped, own.result, &substitution)
                    return checkClosure(
                        closure, parameters: function.parameters.map { $0.with($0.type.substituting(substitution)) },
                        result: function.result.substituting(substitution), canThrow: function.canThrow, thrown: function.thrown?.substituting(substitution),
                        isEscaping: parameter.keeps)
                }
                return fail(
                    "cannot convert value of type '\(own.result)' to closure result type '\(function.result)'",
                    at: argument.range)
            }
        }
        let asWanted = zip(own.parameters, function.parameters).map { own, wanted in
            let type = wanted.type.substituting(substitution)
            return own.isInout || !type.isConcrete ? own : own.with(type)
        }
        let parameters = asWanted.count == own.parameters.count ? asWanted : own.parameters
        let whole = coerce(value, to: .make(.function(Type.FunctionType(parameters: parameters, result: own.result, canThrow: own.canThrow, thrown: own.thrown))), for: .argument)
        return optional == nil ? whole : Expression(.wrap(whole), .optional(whole.type), whole.range)
    }

    /// Nothing says what a closure's parameters are but what its body does with them: the first type that goes.
    private func guessed(_ closure: ClosureExprSyntax, _ parameter: Callable.Parameter, _ function: Type.FunctionType, _ substitution: Substitution) -> Substitution? {
        var open: [GenericParameter] = []
        for one in function.parameters where !one.type.isConcrete {
            guard case .parameter(let generic) = one.type.substituting(substitution).kind else { return nil }
            if !open.contains(where: { $0 === generic }) { open.append(generic) }
        }
        guard open.count == 1, mayRetry() else { return nil }
        let known = substitution.types.values.filter(\.isConcrete).sorted { $0.description < $1.description }
        for option in known + [.int, .double, .string, .character, .bool, .array(.int), .array(.double), .array(.string)] {
            retries += 1
            var trial = substitution
            guard unify(.make(.parameter(open[0])), option, &trial) else { continue }
            let parameters = function.parameters.map { $0.with($0.type.substituting(trial)) }
            let result = function.result.substituting(trial)
            if attempt({ checkClosure(closure, parameters: parameters, result: result.isConcrete ? result : nil, canThrow: function.canThrow, isEscaping: parameter.keeps) }) != nil { return trial }
        }
        return nil
    }

    func inoutArgument(_ argument: CallArgument, _ parameter: Callable.Parameter, _ wanted: Type, _ substitution: inout Substitution) -> Expression {
        guard let address = argument.address else {
            let value = check(argument.node, expected: nil)
            if value.type.isError { return value }
            return fail(
                "passing value of type '\(value.type)' to an inout parameter requires explicit '&'",
                at: argument.range, help: "write '&' in front of it",
                fixIts: [
                    Diagnostic.FixIt(
                        range: SourceRange(start: argument.range.start, end: argument.range.start),
                        replacement: "&")
                ])
        }
        guard let place = place(of: Node(address), use: .inout) else { return failure(argument.range) }
        if !unify(wanted, place.type, &substitution) {
            return fail(
                "cannot convert value of type '\(place.type)' to expected argument type '\(wanted)'",
                at: argument.range)
        }
        return Expression(.address(place), place.type, argument.range)
    }

    func defaultValue(_ parameter: Callable.Parameter, _ type: Type, _ callable: Callable, _ substitution: Substitution, _ range: SourceRange) -> Expression {
        if let field = parameter.fieldDefault {
            guard let function = functionOf(field, substitution.selfType(of: callable) ?? type) else { return failure(range) }
            return Expression(.call(function, []), type, range)
        }
        if let value = parameter.defaultValue.flatMap({ sourceLiteral(ofDefault: $0, range, type) }) { return value }
        if let function = parameter.defaultFunction {
            return Expression(.call(function, []), type, range)
        }
        guard let syntax = parameter.defaultValue else { return failure(range) }
        if callable.declaration == nil, case .template(let template) = callable.implementation {
            let inner = Scope(parent: template.scope, function: function)
            inner.substitution = substitution
            for parameter in callable.genericParameters {
                if let type = substitution.types[parameter] { inner.entities[parameter.name] = .type(type) }
            }
            if parameter.isAutoclosure {
                var types = substitution
                return inScope(inner) { autoclosure(CallArgument(label: nil, node: Node(syntax), range: range), parameter, &types) }
            }
            return inScope(inner) { coerce(check(Node(syntax), expected: type), to: type, for: .argument) }
        }
        // The library's defaults are plain expressions over the library's names.
        let outer = (scope, diagnostics)
        scope = Scope(parent: environment.library, function: function)
        let value = coerce(check(Node(syntax), expected: type), to: type, for: .argument)
        scope = outer.0
        diagnostics = outer.1
        return Expression(value.kind, value.type, range)
    }
}
