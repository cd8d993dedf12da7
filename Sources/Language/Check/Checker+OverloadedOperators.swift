import SwiftSyntax

/// Operators that several declarations give: which is meant, and its operands as that one wants them.
extension Checker {
    func overloadedOperator(_ name: String, _ operatorRange: SourceRange, _ left: Node, _ right: Node, _ leftForm: ArgumentForm, _ rightForm: ArgumentForm, range: SourceRange, expected: Type?) -> Expression {
        let forms = [leftForm, rightForm]
        var best: (candidate: Candidate, cost: Int)?
        for candidate in operatorCandidates(name, leftForm, rightForm) where candidate.callable.parameters.count == 2 && !candidate.callable.isStructural {
            var substitution = candidate.substitution
            var total = candidate.callable.genericParameters.isEmpty ? 0 : 1
            var fits = true
            for (form, parameter) in zip(forms, candidate.callable.parameters) {
                let wanted = parameter.isAutoclosure ? parameter.type.function?.result ?? parameter.type : parameter.type
                guard let cost = cost(of: form, for: wanted, &substitution) else {
                    fits = false
                    break
                }
                total += cost * 8
            }
            guard fits, requirementsHold(candidate.callable, substitution), isAsked(candidate.callable, forms, expected) else { continue }
            if let expected, case let result = candidate.callable.result.substituting(substitution), result.isConcrete, result !== expected {
                let isPart = result.nominal?.name == "Substring" && (expected.wrapped ?? expected) === Type.string
                total += isPart ? 32 : 3
            }
            if best == nil || total < best!.cost {
                best = (Candidate(callable: candidate.callable, substitution: substitution), total)
            }
        }
        if let best {
            let callable = best.candidate.callable
            var substitution = best.candidate.substitution
            guard let arguments = operands(callable, forms, [left, right], &substitution) else { return failure(range) }
            if callable.canThrow { noteThrow(at: operatorRange, name: name, type: callable.thrown?.substituting(substitution)) }
            return build(best.candidate, arguments, substitution, at: range, nameRange: operatorRange)
        }
        if name == "==" || name == "!=", case .typed(let a) = leftForm, case .typed(let b) = rightForm,
            case .metatype = a.type.kind, case .metatype = b.type.kind
        {
            let same = Expression(.identical(a, b), .bool, range)
            return name == "!=" ? Expression(.operation(.boolNot, [same]), .bool, range) : same
        }
        if name == "==" || name == "!=", let test = structuralEquality(left, right, leftForm, rightForm, isNegated: name == "!=", range: range) {
            return test
        }
        for case .typed(let value) in forms where value.type.isError { return failure(range) }
        if case .typed(let a) = leftForm, case .typed(let b) = rightForm, a.type !== b.type, mayRetryOperand(left, right) {
            // One side may become what the other is: `identity == Matrix([[1, 0], [0, 1]])`.
            retries += 1
            if let again = attempt({ coerce(check(right, expected: a.type), to: a.type) }),
                let value = attempt({ overloadedOperator(name, operatorRange, left, right, leftForm, .typed(again), range: range, expected: expected) })
            {
                return value
            }
            if let again = attempt({ coerce(check(left, expected: b.type), to: b.type) }),
                let value = attempt({ overloadedOperator(name, operatorRange, left, right, .typed(again), rightForm, range: range, expected: expected) })
            {
                return value
            }
        }
        if mayRetryOperand(left, right), let value = operatorOfCell(name, operatorRange, left, right, leftForm, rightForm, range: range, expected: expected) { return value }
        if let test = tupleOrder(name, left, right, leftForm, rightForm, range: range) { return test }
        if case .typed(let value) = leftForm, case .implicitMember(let member) = rightForm, !hasStaticMember(member, of: value.type.wrapped ?? value.type) {
            return unknownStatic(member, of: value.type, right.range)
        }
        if case .implicitMember(let member) = leftForm, case .typed(let value) = rightForm, !hasStaticMember(member, of: value.type.wrapped ?? value.type) {
            return unknownStatic(member, of: value.type, left.range)
        }
        if case .typed(let value) = leftForm, let uncalled = uncalled(value, beside: rightForm) { return fail(uncalled, at: left.range) }
        if case .typed(let value) = rightForm, let uncalled = uncalled(value, beside: leftForm) { return fail(uncalled, at: right.range) }
        let a = describe(leftForm)
        let b = describe(rightForm)
        if name == "%", [a, b].contains("Double") || [a, b].contains("Float"), Set([a, b]).isSubset(of: ["Int", "Double", "Float"]) {
            return fail("'%' is unavailable: For floating point numbers use truncatingRemainder instead", at: operatorRange, help: "write 'x.truncatingRemainder(dividingBy: y)'")
        }
        var help: String?
        if Set([a, b]) == ["Int", "Double"] || Set([a, b]) == ["Double", "Float"] || Set([a, b]) == ["Int", "Float"] {
            let target = [a, b].contains("Double") ? "Double" : "Float"
            help = "convert one of them: '\(target)(…)'"
        }
        for (form, other, node) in [(leftForm, rightForm, left), (rightForm, leftForm, right)] {
            // With the optional unwrapped the operator would apply.
            guard case .typed(let value) = form, let wrapped = value.type.wrapped else { continue }
            let isNear: Bool
            if case .typed(let beside) = other { isNear = beside.type === wrapped } else { isNear = ["Int", "Double", "String"].contains(describe(other)) && describe(other) == "\(wrapped)" }
            guard isNear else { continue }
            return fail(
                "value of optional type '\(value.type)' must be unwrapped to a value of type '\(wrapped)'", at: node.range,
                help: "unwrap the optional first: 'x ?? 0', 'if let x' or 'x!'")
        }
        if a == "Any?" || b == "Any?" || a == "Any" || b == "Any" { help = "say what it is first: 'x as? Int'" } else if a.hasSuffix("?") || b.hasSuffix("?") { help = "unwrap the optional first: 'x ?? 0', 'if let x' or 'x!'" }
        help = help ?? environment.table.foreign.misuses[a]?[name] ?? environment.table.foreign.misuses[b]?[name]
        if let problem = foreignOperand(name, leftForm, rightForm, left, right, at: operatorRange, help: help) { return problem }
        if a == b { return fail("binary operator '\(name)' cannot be applied to two '\(a)' operands", at: operatorRange, help: help) }
        return fail("binary operator '\(name)' cannot be applied to operands of type '\(a)' and '\(b)'", at: operatorRange, help: help)
    }

    /// The operands as an operator function wants them; nil once an error has been told.
    private func operands(_ callable: Callable, _ forms: [ArgumentForm], _ nodes: [Node], _ substitution: inout Substitution) -> [Expression]? {
        var arguments: [Expression?] = [nil, nil]
        // `parser | { $0 + 1 }`: functions come last, as in calls; what they result in is known from them.
        func isOpenFunction(_ index: Int) -> Bool {
            if case .typed = forms[index] { return false }
            let parameter = callable.parameters[index]
            return parameter.type.function != nil && !parameter.isAutoclosure && !parameter.type.substituting(substitution).isConcrete
        }
        for index in [0, 1].sorted(by: { !isOpenFunction($0) && isOpenFunction($1) }) {
            let (parameter, node) = (callable.parameters[index], nodes[index])
            let given = CallArgument(label: nil, node: node, range: node.range)
            let wanted = parameter.type.substituting(substitution)
            if parameter.isAutoclosure {
                var types = substitution
                arguments[index] = autoclosure(given, parameter, &types)
            } else if parameter.isInout {
                guard let place = place(of: node, use: .compound) else { return nil }
                arguments[index] = place.type === wanted ? Expression(.address(place), place.type, node.range) : mismatch(Expression(.unreachable, place.type, node.range), wanted, .argument)
            } else if case .typed(let known) = forms[index] {
                arguments[index] = coerce(known, to: wanted, for: .argument)
            } else if isOpenFunction(index) {
                arguments[index] = closureArgument(given, parameter, &substitution)
            } else {
                arguments[index] = coerce(check(node, expected: wanted), to: wanted, for: .argument)
            }
        }
        let all = arguments.compactMap { $0 }
        return all.contains(where: \.type.isError) ? nil : all
    }

    /// `anything + 1`, `point == 1`: beside an Int the other operand is what is wrong, where it is nothing like a number.
    private func foreignOperand(_ name: String, _ a: ArgumentForm, _ b: ArgumentForm, _ left: Node, _ right: Node, at operatorRange: SourceRange, help: String?) -> Expression? {
        guard ["+", "-", "%", "&", "|", "^"].contains(name) || Checker.comparisons.contains(name) else { return nil }
        for (form, other, node) in [(a, b, left), (b, a, right)] {
            guard case .typed(let value) = form, describe(other) == "Int" else { continue }
            let type = value.type
            let isPlain = type === Type.bool || type === Type.character || type.nominal === NominalType.set
            let isOfCell = (type.nominal?.isDeclaredByCell ?? false) && !(type.nominal?.isStandIn ?? false) && methods(name, of: type, isStatic: true).isEmpty
            if Checker.comparisons.contains(name), isOfCell, node.range.start < operatorRange.start {
                return fail("referencing operator function '\(name)' on 'BinaryInteger' requires that '\(type)' conform to 'BinaryInteger'", at: operatorRange, help: help)
            }
            if Checker.comparisons.contains(name), !type.isAny { continue }
            guard isPlain || isOfCell || type.isExistential || type.wrapped?.isAny ?? false else { continue }
            return fail("cannot convert value of type '\(type)' to expected argument type 'Int'", at: node.range, help: help)
        }
        return nil
    }

    /// `text.uppercased + "x"`: a function that would give what is wanted, had it been called.
    private func uncalled(_ value: Expression, beside other: ArgumentForm) -> String? {
        guard let function = value.type.function, function.parameters.isEmpty, !function.result.isVoid, describe(other) == "\(function.result)" else { return nil }
        return "function produces expected type '\(function.result)'; did you mean to call it with '()'?"
    }

    /// An operator function of a cell that both operands go to where each is checked as what it wants: `point + (1, 1)`.
    private func operatorOfCell(_ name: String, _ operatorRange: SourceRange, _ left: Node, _ right: Node, _ a: ArgumentForm, _ b: ArgumentForm, range: SourceRange, expected: Type?) -> Expression? {
        for candidate in operatorCandidates(name, a, b) where candidate.callable.declaration == nil && candidate.callable.parameters.count == 2 && mayRetry() {
            let wanted = candidate.callable.parameters.map { $0.type.substituting(candidate.substitution) }
            guard wanted.allSatisfy(\.isConcrete), !candidate.callable.parameters.contains(where: { $0.isInout || $0.isAutoclosure }) else { continue }
            retries += 1
            let value = attempt {
                let (x, y) = (coerce(check(left, expected: wanted[0]), to: wanted[0]), coerce(check(right, expected: wanted[1]), to: wanted[1]))
                return x.type.isError || y.type.isError ? failure(range) : overloadedOperator(name, operatorRange, left, right, .typed(x), .typed(y), range: range, expected: expected)
            }
            if let value, !value.type.isError { return value }
        }
        return nil
    }

    /// Whether an operand could have another type in another context: a call, or a tuple of literals.
    private func mayRetryOperand(_ left: Node, _ right: Node) -> Bool {
        guard mayRetry() else { return false }
        return [left, right].contains { node in
            // `[1] + numbers.dropFirst()`
            if case .binary = node, isArrayLiteral(node) { return true }
            guard case .syntax(let syntax) = node else { return false }
            return syntax.is(FunctionCallExprSyntax.self) || syntax.is(TupleExprSyntax.self) || syntax.is(ArrayExprSyntax.self) || syntax.is(BooleanLiteralExprSyntax.self)
        }
    }

    /// Whether an operator of the library on its own types is meant: one operand, or what is wanted, is of such a type.
    /// Two plain numbers of different types do not become tensors by themselves.
    private func isAsked(_ callable: Callable, _ forms: [ArgumentForm], _ expected: Type?) -> Bool {
        guard callable.declaration != nil else { return true }
        if callable.name == "+", callable.result === Type.string, case .parameter? = callable.parameters.first?.type.kind {
            // A part of a text and a text are a part again, but where a text is wanted.
            return (expected?.wrapped ?? expected) === Type.string
        }
        let own = callable.parameters.compactMap { parameter -> NominalType? in
            guard let nominal = parameter.type.nominal, case .native = nominal.form, nominal.name != "Substring" else { return nil }
            return nominal
        }
        if own.isEmpty { return true }
        if let wanted = (expected?.wrapped ?? expected)?.nominal, own.contains(where: { $0 === wanted }) { return true }
        return forms.contains { form in
            switch form {
            case .typed(let value): value.type.nominal.map { nominal in own.contains { $0 === nominal } } ?? true || value.type.isExistential
            case .integerLiteral, .floatLiteral, .stringLiteral: false
            default: true
            }
        }
    }

    /// Operator functions: those at the top, and those that the operands' types declare.
    func operatorCandidates(_ name: String, _ left: ArgumentForm, _ right: ArgumentForm) -> [Candidate] {
        var result: [Candidate] = []
        var current: Scope? = scope
        while let here = current {
            if case .callables(let all)? = here.entities[name] { result += all.map { Candidate(callable: $0) } }
            current = here.parent
        }
        if case .callables(let all)? = environment.libraryEntity(name) { result += all.map { Candidate(callable: $0) } }
        for type in [left, right].compactMap(operandType) {
            guard let nominal = type.nominal else { continue }
            for callable in environment.members(named: name, of: nominal).callables[name] ?? [] {
                result.append(Candidate(callable: callable, substitution: Substitution(nominal.genericParameters, type.arguments)))
            }
            var above = type.superclass
            while let here = above, let parent = here.nominal {
                result += (environment.members(named: name, of: parent).callables[name] ?? []).map { Candidate(callable: $0, substitution: substitution(for: type)) }
                above = here.superclass
            }
            // What the library's protocols give its own types is found among the operators of the top level.
            for conformance in nominal.isDeclaredByCell ? environment.protocols(of: type) : environment.cellProtocols(of: type) {
                let all = environment.members(named: name, of: conformance).callables[name] ?? []
                result += all.filter { !$0.isRequirement || type.isStandIn }.map { Candidate(callable: $0, substitution: substitution(for: type)) }
            }
        }
        // One of the top level is offered by the types it takes, too.
        var seen = Set<ObjectIdentifier>()
        return result.filter { $0.callable.home != nil || seen.insert(ObjectIdentifier($0.callable)).inserted }
    }

    /// Whose operators an operand brings along; a literal those of the type that it has by itself.
    private func operandType(_ form: ArgumentForm) -> Type? {
        switch form {
        case .typed(let value): value.type
        case .stringLiteral: .string
        case .integerLiteral: .int
        case .floatLiteral: .double
        case .array(_, let natural), .contextual(let natural): natural?.type
        default: nil
        }
    }
}
