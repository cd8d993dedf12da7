import SwiftParser
import SwiftSyntax

/// Calls as they are written.
extension Checker {
    func call(_ syntax: FunctionCallExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        callSites.append(ExprSyntax(syntax))
        defer { callSites.removeLast() }
        if let chain = openChain(ExprSyntax(syntax)) { return finishChain(chain, ExprSyntax(syntax), expected) }
        var given = arguments(syntax.arguments, trailing: syntax.trailingClosure, additional: syntax.additionalTrailingClosures)
        let callee = Node(syntax.calledExpression)
        if let own = dynamicSelf(syntax.calledExpression) {
            return callOnMetatype(own, own.type.metatypeOf, "init", given, at: range, nameRange: syntax.calledExpression.sourceRange, expected: expected)
        }
        if let type = typeReference(callee) {
            if let own = type.nominal, own === NominalType.set || own === NominalType.dictionary, !isHashable(type.arguments[0]) {
                return fail("type '\(type.arguments[0])' does not conform to protocol 'Hashable'", at: syntax.calledExpression.sourceRange)
            }
            if let value = number(type, given, range) ?? literal(type, given) { return value }
            return initializerCall(type, given, at: range, nameRange: syntax.calledExpression.sourceRange, expected: expected)
        }
        if writtenLabels(callee) != nil, let function = attempt({ check(callee, expected: nil) }) {
            return callValue(function, given, at: range, nameRange: syntax.calledExpression.sourceRange, node: callee, expected: expected)
        } else if let labels = writtenLabels(callee), labels.count == given.count {
            // `Box.init(first:second:)(1, 2)`: only what it is called with says what it works on.
            given = zip(labels, given).map { CallArgument(label: $0, node: $1.node, range: $1.range, address: $1.address) }
        }
        if case .syntax(let called) = callee {
            if let reference = called.as(DeclReferenceExprSyntax.self) {
                if let result = call(name: reference, given, range, expected) { return result }
            } else if let member = called.as(MemberAccessExprSyntax.self) {
                if let result = call(member: member, given, range, expected) { return result }
            }
        }
        let function: Expression
        if case .syntax(let called) = callee, let closure = called.as(ClosureExprSyntax.self), given.isEmpty {
            // `{ … }()`: called where it stands, its result is what is wanted.
            let wanted = expected.flatMap { $0.isConcrete && !$0.isVoid ? $0 : nil }
            function = checkClosure(closure, parameters: [], result: wanted, canThrow: nil, isEscaping: false)
        } else if case .syntax(let called) = callee, let closure = called.as(ClosureExprSyntax.self), closure.highestDollar >= 0 || closure.parameterCount == given.count,
            !given.contains(where: { $0.address != nil }), !saysItsTypes(.syntax(called))
        {
            let types = given.map { Type.Parameter(type: check($0.node, expected: nil).type) }
            function = checkClosure(closure, parameters: types, result: nil, canThrow: nil, isEscaping: false)
        } else if case .syntax(let called) = callee, called.is(FunctionCallExprSyntax.self), mayRetry(), let wanted = functionTaking(given),
            let value = attempt({ check(callee, expected: nil) }) ?? attempt({ check(callee, expected: wanted) })
        {
            // `compose(f, g)(4)`: what it is called with says what it works on.
            function = value
        } else {
            // A closure that is called where it stands is not kept.
            function = check(callee, expected: nil, isEscaping: false)
        }
        if function.type.isError {
            return failure(range)
        }
        return callValue(function, given, at: range, nameRange: syntax.calledExpression.sourceRange, node: callee, expected: expected)
    }

    /// The labels of a function that is named with them where it is called: `greet(_:loudly:)`.
    private func writtenLabels(_ callee: Node) -> [String?]? {
        guard case .syntax(let called) = callee else { return nil }
        return called.as(DeclReferenceExprSyntax.self)?.labels ?? called.as(MemberAccessExprSyntax.self)?.declName.labels
    }

    /// A call of a function value of which one parameter takes all arguments from its place on.
    private func callVariadic(_ function: Expression, _ signature: Type.FunctionType, _ position: Int, _ given: [CallArgument], at range: SourceRange, nameRange: SourceRange) -> Expression {
        let callable = Callable(name: "closure", implementation: .memberwise, source: source, range: range)
        callable.parameters = signature.parameters.map {
            Callable.Parameter(label: nil, name: "", type: $0.isVariadic ? $0.type.arrayElement ?? .error : $0.type, isInout: $0.isInout, isVariadic: $0.isVariadic)
        }
        guard case .fits(let taken) = arrange(given, for: callable, at: range) else {
            let text = given.count < position ? "missing argument for parameter #\(given.count + 1) in call" : "extra argument in call"
            return fail(text, at: given.last?.range ?? range, help: "it has the type '\(function.type)'")
        }
        var types = Substitution()
        let values = zip(callable.parameters, taken).map { parameter, positions -> Expression in
            let given = positions.map { position in
                parameter.isInout ? inoutArgument(given[position], parameter, parameter.type, &types) : argument(given[position], nil, parameter.type, parameter)
            }
            return parameter.isVariadic ? Expression(.array(given), parameter.valueType, range) : given.first ?? failure(range)
        }
        if values.contains(where: \.type.isError) { return failure(range) }
        if signature.canThrow { noteThrow(at: nameRange, name: "closure", type: signature.thrown) }
        return Expression(.callValue(function, values), signature.result, range)
    }

    /// The function that could be called with these arguments, as far as they say.
    private func functionTaking(_ given: [CallArgument]) -> Type? {
        retries += 3
        var parameters: [Type.Parameter] = []
        for argument in given {
            guard argument.address == nil, argument.label == nil else { return nil }
            if case .syntax(let syntax) = argument.node, syntax.is(ClosureExprSyntax.self) { return nil }
            guard let value = attempt({ check(argument.node, expected: nil) }) else { return nil }
            parameters.append(Type.Parameter(type: value.type))
        }
        return .make(.function(Type.FunctionType(parameters: parameters, result: .error, canThrow: false)))
    }

    /// `UInt8(7)`, `Float(0.1)`: a literal of that type.
    private func number(_ type: Type, _ given: [CallArgument], _ range: SourceRange) -> Expression? {
        // Of literals alone: `Double(7 / 2)` divides whole numbers.
        guard given.count == 1, given[0].label == nil, case .syntax = given[0].node, let kind = literalKind(given[0].node) else { return nil }
        switch type.nominal?.form {
        case .int, .fixedInteger: if kind == .floating { return nil }
        case .double, .float: break
        default: return nil
        }
        let value = check(given[0].node, expected: type)
        return value.type === type ? Expression(value.kind, type, range) : value.type.isError ? value : nil
    }

    /// `Version("1.2")` where a text stands for a version: the literal as one, whatever initialisers there are.
    private func literal(_ type: Type, _ given: [CallArgument]) -> Expression? {
        guard given.count == 1, given[0].label == nil, given[0].address == nil, type.nominal?.isDeclaredByCell ?? false, case .syntax(let syntax) = given[0].node else { return nil }
        let label: String
        var kinds: [String] = []
        switch literalKind(given[0].node) {
        case .integer where syntax.is(IntegerLiteralExprSyntax.self) || syntax.is(PrefixOperatorExprSyntax.self): (label, kinds) = ("integerLiteral", ["ExpressibleByIntegerLiteral", "Numeric"])
        case .floating where syntax.is(FloatLiteralExprSyntax.self) || syntax.is(PrefixOperatorExprSyntax.self): (label, kinds) = ("floatLiteral", ["ExpressibleByFloatLiteral"])
        default:
            if syntax.is(BooleanLiteralExprSyntax.self) {
                (label, kinds) = ("booleanLiteral", ["ExpressibleByBooleanLiteral"])
            } else if let text = syntax.as(StringLiteralExprSyntax.self), text.representedLiteralValue != nil {
                (label, kinds) = ("stringLiteral", ["ExpressibleByStringLiteral"])
            } else {
                return nil
            }
        }
        guard literalInitializer(label, type) != nil, kinds.contains(where: { environment.protocolNamed($0).map { environment.conforms(type, to: $0) } ?? false }) else { return nil }
        guard let value = attempt({ check(given[0].node, expected: type) }), value.type === type else { return nil }
        return value
    }

    private func call(name reference: DeclReferenceExprSyntax, _ given: [CallArgument], _ range: SourceRange, _ expected: Type?) -> Expression? {
        let name = Checker.plainName(reference.baseName.text)
        let nameRange = reference.sourceRange
        if name == "self" { return nil }
        if name == "type", given.count == 1, given[0].label == "of", lookUpName(name) == nil {
            return dynamicType(of: given[0].node, range: range)
        }
        guard let found = lookUpName(name) else {
            // Arguments are checked all the same: their own errors may be the first to mend.
            for argument in given where argument.address == nil {
                if case .syntax(let syntax) = argument.node, syntax.is(ClosureExprSyntax.self) { continue }
                _ = attempt { form(of: argument) }
            }
            return unknownName(name, nameRange).type.isError ? failure(range) : nil
        }
        switch found {
        case .entity(.callables(let callables)):
            // Members of the type around come first; functions further out are still in sight.
            var candidates = callables.map { Candidate(callable: $0) }
            if case .callables(let outer)? = environment.libraryEntity(name), outer.first !== callables.first {
                candidates += outer.filter { one in !callables.contains { $0 === one } }.map { Candidate(callable: $0) }
            }
            return resolveCall(name, candidates, given, at: range, nameRange: nameRange, expected: expected)
        case .entity(.genericType(let nominal)):
            return genericInitializer(nominal, openCandidates("init", of: nominal), given, range, nameRange, expected)
        case .member(let own):
            let methods = methods(name, of: own.type)
            if methods.isEmpty { return nil }
            if isInaccessible(name, of: own.type, at: nameRange) { return failure(range) }
            if needsWrittenSelf(own) { return fail("call to method '\(name)' in closure requires explicit use of 'self' to make capture semantics explicit", at: nameRange, help: "write 'self.\(name)', or '[self]' in front of the closure's 'in'") }
            let outer = isReachingField
            isReachingField = true
            let receiver = read(own.variable, nameRange)
            isReachingField = outer
            if let problem = useBeforeInitialization(" in method call '\(name)'") { return fail(problem, at: nameRange) }
            if context.isInitializer, !flow.unassignedFields.isEmpty {
                return fail("'self' used in method call '\(name)' before all stored properties are initialized", at: nameRange)
            }
            let node = Node.syntax(ExprSyntax(DeclReferenceExprSyntax(baseName: .keyword(.self))))
            // A method that these arguments cannot go to does not hide a function further out: `max(a, b)`.
            let fits = methods.contains { if case .fits = arrange(given, for: $0, at: range) { true } else { false } }
            if !fits, case .callables(let outer)? = lookUp(name)?.entity {
                return resolveCall(name, outer.map { Candidate(callable: $0) }, given, at: range, nameRange: nameRange, expected: expected)
            }
            let candidates = methods.map {
                Candidate(callable: $0, substitution: substitution(for: own.type), receiver: $0.isMutating ? selfReceiver(own, nameRange) : .value(receiver, node))
            }
            return resolveCall(name, candidates, given, at: range, nameRange: nameRange, expected: expected)
        case .staticMember(let type):
            if let problem = staticOnInstance(name, of: type) { return fail(problem, at: range, help: "write '\(type).\(name)'") }
            let methods = methods(name, of: type, isStatic: true)
            if methods.isEmpty { return nil }
            return resolveCall(name, methods.map { staticCandidate($0, of: type) }, given, at: range, nameRange: nameRange, expected: expected)
        default: return nil
        }
    }

    private func selfReceiver(_ own: (variable: Variable, type: Type), _ range: SourceRange) -> Candidate.Receiver {
        guard own.variable.isMutable else { return .value(Expression(.variable(own.variable), own.type, range), nil) }
        own.variable.isReassigned = true
        return .place(Place(root: .variable(own.variable), steps: [], type: own.type, range: range))
    }

    private func call(member: MemberAccessExprSyntax, _ given: [CallArgument], _ range: SourceRange, _ expected: Type?) -> Expression? {
        // `[0, 25].map { f($0) }` where f takes Doubles: the literal becomes what the closure works with.
        guard let array = member.base?.as(ArrayExprSyntax.self), !array.elements.isEmpty, !given.isEmpty,
            array.elements.allSatisfy({ literalKind(Node($0.expression)) == .integer })
        else {
            if let target = expected, target.arrayElement?.nominal?.isDeclaredByCell ?? false, let array = member.base?.as(ArrayExprSyntax.self), !array.elements.isEmpty,
                array.elements.allSatisfy({ literalKind(Node($0.expression)) != nil }), let value = attempt({ call(member: member, baseType: target, given, range, expected) }) ?? nil, value.type === target
            {
                // `[2.5, 1].sorted() as [Price]`
                return value
            }
            if let array = member.base?.as(ArrayExprSyntax.self), array.elements.count > 1, let element = existentialTaken(by: given) {
                // `[1, "a"].map(kind)` where kind takes Any: so do the elements.
                if let value = attempt({ call(member: member, baseType: nil, given, range, expected) }) { return value }
                if let value = attempt({ call(member: member, baseType: .array(element), given, range, expected) }) { return value }
            }
            return call(member: member, baseType: nil, given, range, expected)
        }
        if let value = attempt({ call(member: member, baseType: nil, given, range, expected) }) { return value }
        if let value = attempt({ call(member: member, baseType: .array(.double), given, range, expected) }) { return value }
        return call(member: member, baseType: nil, given, range, expected)
    }

    /// The existential that the one function given by its name takes, or the type that a closure writes for its parameter.
    private func existentialTaken(by given: [CallArgument]) -> Type? {
        guard given.count == 1, case .syntax(let syntax) = given[0].node else { return nil }
        if let closure = syntax.as(ClosureExprSyntax.self), case .parameterClause(let clause)? = closure.signature?.parameterClause, clause.parameters.count == 1,
            let written = clause.parameters.first?.type
        {
            return attempt { resolve(written) }
        }
        guard let reference = syntax.as(DeclReferenceExprSyntax.self),
            case .entity(.callables(let all))? = lookUpName(Checker.plainName(reference.baseName.text)), all.count == 1, all[0].parameters.count == 1
        else { return nil }
        return all[0].parameters[0].type.isExistential ? all[0].parameters[0].type : nil
    }

    private func call(member: MemberAccessExprSyntax, baseType: Type?, _ given: [CallArgument], _ range: SourceRange, _ expected: Type?) -> Expression? {
        let name = Checker.plainName(member.declName.baseName.text)
        let nameRange = member.declName.sourceRange
        guard let baseSyntax = member.base else {
            guard let expected = implicitBases[member.id] ?? expected else { return fail("cannot infer contextual base in reference to member '\(name)'", at: range) }
            var target = expected
            if let wrapped = expected.wrapped, !hasStaticMember(name, of: expected) || name == "init" { target = wrapped }
            if !target.isConcrete, let nominal = target.nominal {
                let open = openCandidates(name, of: nominal)
                if !open.isEmpty { return resolveCall(name, open, given, at: range, nameRange: nameRange, expected: target) }
            }
            if name == "init" { return initializerCall(target, given, at: range, nameRange: nameRange, expected: expected) }
            return staticCall(name, target, given, range, nameRange, expected)
        }
        if let nominal = openGeneric(ExprSyntax(member)) {
            return genericInitializer(nominal, openCandidates("init", of: nominal, written: ExprSyntax(member)), given, range, nameRange, expected)
        }
        if Checker.modules.contains(baseSyntax.trimmedDescription), lookUp(baseSyntax.trimmedDescription) == nil {
            switch environment.libraryEntity(name) {
            case .callables(let all)?: return resolveCall(name, all.map { Candidate(callable: $0) }, given, at: range, nameRange: nameRange, expected: expected)
            case .type(let type)?: return initializerCall(type, given, at: range, nameRange: nameRange, expected: expected)
            default: return fail("module '\(baseSyntax.trimmedDescription)' has no member named '\(name)'", at: nameRange)
            }
        }
        if baseSyntax.is(SuperExprSyntax.self) {
            if name == "init" { return delegate(isSuper: true, given, at: range, nameRange: nameRange) }
            return superCall(name, given, at: range, nameRange: nameRange, expected: expected)
        }
        if name == "init", baseSyntax.trimmedDescription == "self", let own = scope.nearestSelf, own.type.isClass {
            return delegate(isSuper: false, given, at: range, nameRange: nameRange)
        }
        let base = Node(baseSyntax)
        if name == "init", let reference = baseSyntax.as(DeclReferenceExprSyntax.self), reference.baseName.text == "self", let own = scope.nearestSelf, !isReferenceType(own.type) {
            return delegation(to: own, given, at: range, nameRange: nameRange)
        }
        if let own = dynamicSelf(baseSyntax), name == "init" || !methods(name, of: own.type.metatypeOf, isStatic: true).isEmpty {
            return callOnMetatype(own, own.type.metatypeOf, name, given, at: range, nameRange: nameRange, expected: expected)
        }
        if let type = typeReference(base) {
            if name == "init" { return initializerCall(type, given, at: range, nameRange: nameRange, expected: expected) }
            if isInaccessible(name, of: type, at: nameRange) { return failure(range) }
            if type.isPlainProtocol, name != "init", baseSyntax.trimmedDescription != "Self", !methods(name, of: type, isStatic: true).isEmpty {
                return fail("static member '\(name)' cannot be used on protocol metatype '(\(type)).Type'", at: nameRange)
            }
            if !methods(name, of: type, isStatic: true).isEmpty || (type.nominal?.cases.contains { $0.name == name } ?? false) || type.wrapped != nil && name == "some" {
                return staticCall(name, type, given, range, nameRange, expected)
            }
            if given.isEmpty, !type.isError, !hasStaticMember(name, of: type), let method = methods(name, of: type).first, method.parameters.isEmpty {
                return fail("instance member '\(name)' cannot be used on type '\(type)'; did you mean to use a value of this type instead?", at: nameRange)
            }
            return nil
        }
        if let nominal = openGeneric(baseSyntax) {
            if nominal === NominalType.optional, name == "some", given.count == 1 {
                let value = check(given[0].node, expected: expected?.wrapped)
                return value.type.isError ? failure(range) : Expression(.wrap(value), .optional(value.type), range)
            }
            let candidates = openCandidates(name, of: nominal, written: baseSyntax)
            if !candidates.isEmpty { return resolveCall(name, candidates, given, at: range, nameRange: nameRange, expected: expected) }
            let wanted = expected?.wrapped ?? expected
            if let type = wanted?.nominal === nominal ? wanted : typeMade(by: given, nominal, named: name, range), type.isConcrete { return staticCall(name, type, given, range, nameRange, expected) }
        }
        // `[Int].init`, modules and the like have been dealt with: a value stands in front of the dot.
        let outer = isReachingField
        isReachingField = baseSyntax.trimmedDescription == "self"
        var value = check(base, expected: baseType ?? elementsOfArguments(baseSyntax, given))
        isReachingField = outer
        if value.type.isError { return failure(range) }
        if isForced(value, for: name) { value = forced(value) }
        if isInaccessible(name, of: value.type, at: nameRange) { return failure(range) }
        value = openedClass(sequenced(value), for: name)
        if case .metatype(let named) = value.type.kind {
            return callOnMetatype(value, named, name, given, at: range, nameRange: nameRange, expected: expected)
        }
        if name == "init" { return notOfValues(at: nameRange) }
        let field = value.type.fields.first { $0.name == name }
        // A method beside a stored property of its name is what is called, where the property is no function.
        if field.map({ ($0.type.wrapped ?? $0.type).function != nil || self.methods(name, of: value.type).isEmpty }) ?? (value.type.tupleElements != nil) {
            return memberOf(value, value.type, name, range: SourceRange(start: base.range.start, end: nameRange.end), nameRange: nameRange, node: base, expected: nil)
                .map { callValue($0, given, at: range, nameRange: nameRange, node: .syntax(ExprSyntax(member)), expected: expected) }
        }
        let methods = methods(name, of: value.type)
        if methods.isEmpty {
            if let property = memberOf(value, value.type, name, range: SourceRange(start: base.range.start, end: nameRange.end), nameRange: nameRange, node: base, expected: nil) {
                return callValue(property, given, at: range, nameRange: nameRange, node: .syntax(ExprSyntax(member)), expected: expected)
            }
            return unknownMember(name, of: value.type, nameRange)
        }
        if given.isEmpty, let property = property(name, of: value.type), property.type.function == nil, property.type.isConcrete,
            !methods.contains(where: { if case .fits = arrange(given, for: $0, at: range) { true } else { false } })
        {
            return fail("cannot call value of non-function type '\(property.type)'", at: nameRange, help: "'\(name)' is a property: leave '()' out")
        }
        if isOwnSelf(value), let problem = useBeforeInitialization(" in method call '\(name)'") { return fail(problem, at: nameRange) }
        if context.isInitializer, case .variable(let variable) = value.kind, variable === scope.nearestSelf?.variable, !flow.unassignedFields.isEmpty {
            return fail("'self' used in method call '\(name)' before all stored properties are initialized", at: nameRange)
        }
        let candidates = methods.map { Candidate(callable: $0, substitution: substitution(for: value.type), receiver: .value(value, base)) }
        return resolveCall(name, candidates, given, at: range, nameRange: nameRange, expected: expected)
    }

    /// `value.init(…)`
    func notOfValues(at range: SourceRange) -> Expression {
        fail("'init' is a member of the type; use 'type(of: ...)' to initialize a new object of the same dynamic type", at: range)
    }

    /// `[.a, .b].contains(x)`: the elements are what the argument is.
    private func elementsOfArguments(_ base: ExprSyntax, _ given: [CallArgument]) -> Type? {
        guard let array = base.as(ArrayExprSyntax.self), !array.elements.isEmpty, array.elements.allSatisfy({ isContextual(Node($0.expression)) }) else { return nil }
        for argument in given where argument.address == nil {
            if case .typed(let value) = form(of: argument), !value.type.isError { return .array(value.type) }
        }
        return nil
    }

    private func staticCall(_ name: String, _ type: Type, _ given: [CallArgument], _ range: SourceRange, _ nameRange: SourceRange, _ expected: Type?) -> Expression {
        if let nominal = type.nominal, let callable = caseCallable(name, of: nominal) {
            if callable.parameters.isEmpty {
                return fail("enum case '\(name)' has no associated values", at: range, help: "write '.\(name)' without '()'")
            }
            return resolveCall(name, [Candidate(callable: callable, substitution: substitution(for: type))], given, at: range, nameRange: nameRange, expected: expected)
        }
        if let wrapped = type.wrapped, name == "some", given.count == 1 {
            let value = coerce(check(given[0].node, expected: wrapped), to: wrapped, for: .argument)
            return value.type.isError ? failure(range) : Expression(.wrap(value), type, range)
        }
        let methods = methods(name, of: type, isStatic: true)
        if methods.isEmpty {
            if let value = staticMember(name, of: type, range: range, nameRange: nameRange, expected: nil) {
                return callValue(value, given, at: range, nameRange: nameRange, node: nil, expected: expected)
            }
            let near = closestName(to: name, among: memberNames(of: type, isStatic: true))
            return fail("type '\(type)' has no member '\(name)'", at: nameRange, help: near.map { "did you mean '\($0)'?" })
        }
        return resolveCall(name, methods.map { staticCandidate($0, of: type) }, given, at: range, nameRange: nameRange, expected: expected)
    }

    func initializerCall(_ type: Type, _ given: [CallArgument], at range: SourceRange, nameRange: SourceRange, expected: Type?) -> Expression {
        if type.isError { return failure(range) }
        // `var base = Base()` in a generic type: whether it can be made is known once `Base` is.
        if asksTypeAlone, case .parameter = type.kind { return Expression(.unreachable, type, range) }
        let candidates = initializers(of: type)
        if candidates.isEmpty {
            if case .existential(let nominal) = type.kind, nominal.name == "AnyHashable", given.count == 1 {
                return coerce(check(given[0].node, expected: nil), to: type, for: .argument)
            }
            if let elements = type.tupleElements, elements.count == given.count, given.allSatisfy({ $0.address == nil }), zip(given, elements).allSatisfy({ $0.label == nil || $0.label == $1.label }) {
                // `typealias Point = (x: Int, y: Int)` and `Point(1, 2)`
                let values = zip(given, elements).map { coerce(check($0.node, expected: $1.type), to: $1.type, for: .argument) }
                return values.contains { $0.type.isError } ? failure(range) : Expression(.aggregate(values), type, range)
            }
            if case .existential(let nominal) = type.kind {
                return fail("'any \(nominal.name)' cannot be constructed because it has no accessible initializers", at: nameRange)
            }
            return fail(
                "'\(type)' cannot be constructed because it has no accessible initializers", at: nameRange,
                help: environment.table.foreignHint(name: "\(type)", path: []))
        }
        // `String(row.map { $0 ? "#" : "." })`: characters, where texts would not do.
        if type === Type.string, given.count == 1, given[0].label == nil, given[0].address == nil, case .syntax(let syntax) = given[0].node, syntax.is(FunctionCallExprSyntax.self) {
            if let call = attempt({ resolveCall(type.description, candidates, given, at: range, nameRange: nameRange, expected: expected) }) { return call }
            if let characters = attempt({ coerce(check(given[0].node, expected: .array(.character)), to: .array(.character)) }),
                let made = call(library: "String", "init", labels: [nil], [characters], at: range)
            {
                return made
            }
        }
        lastChoice = nil
        let made = resolveCall(type.description, candidates, given, at: range, nameRange: nameRange, expected: expected)
        if let chosen = lastChoice?.callable, !made.type.isError { reportPrivateInitializer(chosen, "\(type)", at: nameRange) }
        return made
    }

    private func genericInitializer(_ nominal: NominalType, _ candidates: [Candidate], _ given: [CallArgument], _ range: SourceRange, _ nameRange: SourceRange, _ expected: Type?) -> Expression {
        // `Array(repeating: 0.0, count: 3)`: the type's parameters are found as if they were the initialiser's.
        if !nominal.conformances.isEmpty, mayRetry() {
            let own = candidates.isEmpty ? nil : attempt { resolveCall(nominal.name, candidates, given, at: range, nameRange: nameRange, expected: expected) }
            if let own { return own }
            if let type = typeMade(by: given, nominal, range) { return initializerCall(type, given, at: range, nameRange: nameRange, expected: expected) }
        }
        return resolveCall(nominal.name, candidates, given, at: range, nameRange: nameRange, expected: expected)
    }

    /// The type that an initialiser, or a static method, of a protocol's extension works for, by what it is given:
    /// `Bag(1, 2)`, `Bag.of(1, 2)`.
    private func typeMade(by given: [CallArgument], _ nominal: NominalType, named name: String = "init", _ range: SourceRange) -> Type? {
        let open = Type.make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))
        let types = environment.memberSubstitution(for: open)
        var homes = nominal.conformances.flatMap { [$0] + environment.inheritedProtocols(of: $0) }.map { ($0, types) }
        // What a class inherits is said in terms of the class above, which those of this one follow from.
        var above = open.superclass
        while let here = above, let parent = here.nominal {
            homes.append((parent, environment.memberSubstitution(for: here)))
            above = here.superclass
        }
        for (one, types) in homes {
            for callable in environment.members(named: name, of: one).callables[name] ?? [] where !callable.isRequirement && (callable.isInitializer && one.form.isProtocol || callable.isStatic) {
                guard case .fits(let taken) = arrange(given, for: callable, at: range) else { continue }
                var found = types
                for generic in nominal.genericParameters { found.types[generic] = nil }
                for (index, parameter) in callable.parameters.enumerated() {
                    for position in taken[index] {
                        guard let value = attempt({ check(given[position].node, expected: nil) }) else { continue }
                        _ = unify(parameter.type.substituting(types), value.type, &found)
                    }
                }
                // `init<S: Sequence>(_ elements: S) where S.Element == Element`
                for (parameter, type) in callable.sameTypes {
                    if let actual = found.types[parameter] { _ = unify(type.substituting(types), actual, &found) }
                }
                let arguments = nominal.genericParameters.compactMap { found.types[$0] }
                if arguments.count == nominal.genericParameters.count, arguments.allSatisfy(\.isConcrete) { return .make(.nominal(nominal, arguments)) }
            }
        }
        return nil
    }

    /// A generic type's name without its arguments, or that of a type inside one: `Outer.Inner`, `Outer<Int>.Pair`.
    func openGeneric(_ syntax: ExprSyntax) -> NominalType? {
        if let reference = syntax.as(DeclReferenceExprSyntax.self), case .entity(.genericType(let nominal))? = lookUpName(reference.baseName.text) { return nominal }
        guard let (base, name) = nestedName(syntax) else { return nil }
        if let outer = typeReference(Node(base)) {
            guard case .genericType(let nominal)? = nestedType(name, in: outer) else { return nil }
            return nominal
        }
        guard let outer = openGeneric(base) else { return nil }
        switch environment.memberTable(of: outer).types[name] {
        case .genericType(let nominal)?: return nominal
        case .type(let type)?: return type.nominal
        default: return nil
        }
    }

    /// `Outer<Int>` and `Pair`
    private func nestedName(_ syntax: ExprSyntax) -> (base: ExprSyntax, name: String)? {
        guard let member = syntax.as(MemberAccessExprSyntax.self), let base = member.base else { return nil }
        let name = Checker.plainName(member.declName.baseName.text)
        return environment.mayNameType(name) ? (base, name) : nil
    }

    /// Which of an open type's arguments are written all the same: those of the type around it.
    func knownArguments(_ syntax: ExprSyntax) -> Substitution {
        guard let (base, _) = nestedName(syntax) else { return Substitution() }
        if let outer = typeReference(Node(base)), let nominal = outer.nominal { return Substitution(nominal.genericParameters, outer.arguments) }
        return knownArguments(base)
    }

    /// Cases, static methods and initialisers of the open type that is written.
    func openCandidates(_ name: String, of nominal: NominalType, written syntax: ExprSyntax) -> [Candidate] {
        let known = knownArguments(syntax)
        return openCandidates(name, of: nominal).map { candidate in
            var candidate = candidate
            candidate.substitution = known
            return candidate
        }
    }

    /// Cases and static methods of a generic type whose arguments are still to be found: `Tree.node(.leaf, 3, .leaf)`.
    func openCandidates(_ name: String, of nominal: NominalType) -> [Candidate] {
        if name == "init" { return (environment.members(named: "init", of: nominal).callables["init"] ?? []).map { opened($0, nominal) } }
        if let callable = caseCallable(name, of: nominal) { return callable.parameters.isEmpty ? [] : [opened(callable, nominal)] }
        return (environment.members(named: name, of: nominal).callables[name] ?? []).filter(\.isStatic).map { opened($0, nominal) }
    }

    /// A member with its type's parameters as its own.
    func opened(_ original: Callable, _ nominal: NominalType) -> Candidate {
        let callable = Callable(name: original.name, implementation: original.implementation, source: original.source, range: original.range)
        callable.genericParameters = nominal.genericParameters + original.genericParameters
        callable.sameTypes = original.sameTypes
        callable.conformances = original.conformances
        callable.parameters = original.parameters
        callable.result = original.result
        callable.canThrow = original.canThrow
        callable.throwsThroughClosures = original.throwsThroughClosures
        callable.thrown = original.thrown
        callable.isInitializer = original.isInitializer
        callable.isStatic = original.isStatic
        callable.isDiscardable = original.isDiscardable
        callable.isDelegating = original.isDelegating
        callable.isConvenience = original.isConvenience
        callable.isRequired = original.isRequired
        callable.isImplicit = original.isImplicit
        callable.isOpaque = original.isOpaque
        callable.someText = original.someText
        callable.openedOwner = nominal
        callable.declaration = original.declaration
        return Candidate(callable: callable)
    }

    /// A call of a value: a closure, or something with `callAsFunction`.
    func callValue(_ function: Expression, _ given: [CallArgument], at range: SourceRange, nameRange: SourceRange, node: Node?, expected: Type?) -> Expression {
        if function.type.isError { return failure(range) }
        let function = forced(function)
        if let signature = function.type.function {
            if let position = signature.parameters.firstIndex(where: \.isVariadic) { return callVariadic(function, signature, position, given, at: range, nameRange: nameRange) }
            guard given.count == signature.parameters.count else {
                return fail(
                    given.count > signature.parameters.count
                        ? "extra argument in call" : "missing argument for parameter #\(given.count + 1) in call",
                    at: given.count > signature.parameters.count ? given[signature.parameters.count].range : SourceRange(start: max(range.end - 1, range.start), end: range.end),
                    help: "it has the type '\(function.type)'")
            }
            var values: [Expression] = []
            for (argument, parameter) in zip(given, signature.parameters) {
                if let label = argument.label {
                    return fail("extraneous argument label '\(label):' in call", at: argument.range)
                }
                if parameter.isInout {
                    guard let address = argument.address, let place = place(of: Node(address), use: .inout) else {
                        if argument.address == nil { error("passing value of type '\(parameter.type)' to an inout parameter requires explicit '&'", at: argument.range) }
                        return failure(range)
                    }
                    guard place.type === parameter.type else { return fail("cannot convert value of type '\(place.type)' to expected argument type '\(parameter.type)'", at: argument.range) }
                    values.append(Expression(.address(place), place.type, argument.range))
                } else {
                    values.append(coerce(check(argument.node, expected: parameter.type, isEscaping: false), to: parameter.type, for: .argument))
                }
            }
            if values.contains(where: \.type.isError) { return failure(range) }
            if signature.canThrow { noteThrow(at: nameRange, name: "closure", type: signature.thrown) }
            return Expression(.callValue(function, values), signature.result, range)
        }
        var methods = methods("callAsFunction", of: function.type)
        // A model's own form of the call stands in place of the one that every layer has.
        if methods.contains(where: { $0.declaration == nil }) { methods.removeAll { $0.declaration != nil && $0.owner?.form.isProtocol ?? false } }
        if !methods.isEmpty {
            let candidates = methods.map { Candidate(callable: $0, substitution: substitution(for: function.type), receiver: .value(function, node)) }
            return resolveCall("callAsFunction", candidates, given, at: range, nameRange: nameRange, expected: expected)
        }
        if let wrapped = function.type.wrapped, wrapped.function != nil {
            return fail("value of optional type '\(function.type)' must be unwrapped to a value of type '\(wrapped)'", at: nameRange, help: "call it by '?(…)', or unwrap it by '!'")
        }
        let member = callSites.last?.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
        return fail(
            "cannot call value of non-function type '\(function.type)'", at: nameRange,
            help: given.isEmpty ? member.map { "'\($0)' is a property: leave out the '()'" } : nil)
    }
}
