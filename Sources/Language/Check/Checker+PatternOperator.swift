import SwiftSyntax

/// `~=`: what a `case` asks of a value, and the operator by itself.
extension Checker {
    /// The cell's own `~=` between a pattern and a value, where there is one.
    func customMatch(_ syntax: ExprSyntax, _ value: Expression, range: SourceRange) -> Expression? {
        let own = ownCandidates()
        let ofValue = memberCandidates(of: value.type)
        if own.isEmpty, ofValue.isEmpty, !isValue(syntax) { return nil }
        guard let pattern = attempt({ check(.syntax(syntax), expected: nil) }), !pattern.type.isError else { return nil }
        if let test = call(own + ofValue + memberCandidates(of: pattern.type), pattern, value, range) { return test }
        // Literals become what the operator takes: `0...1` where it takes ranges of Doubles.
        for candidate in own + ofValue where candidate.callable.parameters.count == 2 && candidate.callable.parameters[0].type.isConcrete {
            let wanted = candidate.callable.parameters[0].type
            guard wanted !== pattern.type, wanted.nominal === pattern.type.nominal || pattern.type.nominal === NominalType.int, wanted !== value.type,
                let other = attempt({ coerce(check(.syntax(syntax), expected: wanted), to: wanted) }), let test = call([candidate], other, value, range)
            else { continue }
            return test
        }
        return nil
    }

    /// Neither a literal nor `.name`: something that may be of a type with a `~=` of its own.
    private func isValue(_ syntax: ExprSyntax) -> Bool {
        if let member = syntax.as(MemberAccessExprSyntax.self) { return member.base != nil }
        if let call = syntax.as(FunctionCallExprSyntax.self) { return isValue(call.calledExpression) }
        return syntax.is(DeclReferenceExprSyntax.self) || syntax.is(SubscriptCallExprSyntax.self) || syntax.is(ForceUnwrapExprSyntax.self)
    }

    /// `static func ~=` of a cell's type, or of the protocols of cells that it conforms to.
    private func memberCandidates(of type: Type) -> [Candidate] {
        guard let nominal = type.nominal, nominal.isDeclaredByCell else { return [] }
        let all = ([nominal] + environment.cellProtocols(of: type)).flatMap { environment.members(named: "~=", of: $0).callables["~="] ?? [] }
        return all.filter { !$0.isRequirement }.map { Candidate(callable: $0, substitution: substitution(for: type)) }
    }

    private func ownCandidates() -> [Candidate] {
        var result: [Candidate] = []
        var current: Scope? = scope
        while let here = current {
            if case .callables(let all)? = here.entities["~="] { result += all.map { Candidate(callable: $0) } }
            current = here.parent
        }
        return result
    }

    private func call(_ candidates: [Candidate], _ pattern: Expression, _ value: Expression, _ range: SourceRange) -> Expression? {
        for candidate in candidates where candidate.callable.parameters.count == 2 {
            var types = candidate.substitution
            let parameters = candidate.callable.parameters
            guard unify(parameters[0].type, pattern.type, &types), unify(parameters[1].type, value.type, &types), requirementsHold(candidate.callable, types) else { continue }
            return build(Candidate(callable: candidate.callable, substitution: types), [pattern, value], types, at: range, nameRange: range)
        }
        return nil
    }

    private static let rangeTypes: [NominalType] = [.range, .closedRange, .partialRangeFrom, .partialRangeUpTo, .partialRangeThrough]

    private func isRange(_ type: Type) -> Bool { Checker.rangeTypes.contains { $0 === type.nominal } }

    /// Which range an expression makes, whatever of: `.low ..< .high`.
    private func rangeType(written node: Node) -> NominalType? {
        switch node {
        case .binary("..<", _, _, _): .range
        case .binary("...", _, _, _): .closedRange
        case .syntax(let syntax):
            if let prefix = syntax.as(PrefixOperatorExprSyntax.self) {
                prefix.operator.text == "..<" ? .partialRangeUpTo : prefix.operator.text == "..." ? .partialRangeThrough : nil
            } else {
                syntax.as(PostfixOperatorExprSyntax.self)?.operator.text == "..." ? .partialRangeFrom : nil
            }
        default: nil
        }
    }

    /// `pattern ~= value`
    func patternOperator(_ operatorRange: SourceRange, _ left: Node, _ right: Node, range: SourceRange) -> Expression {
        let natural = attempt { check(left, expected: nil) }
        let ofPattern = natural.map { isRange($0.type) ? $0.type.arguments[0] : $0.type }
        var value: Expression
        if isContextual(right), let ofPattern, let known = attempt({ check(right, expected: ofPattern) }) {
            // `a...b ~= .high`
            value = known
        } else {
            value = check(right, expected: nil)
        }
        if value.type.isError { return failure(range) }
        if let bound = natural?.type.arguments.first, natural?.type.nominal === NominalType.range || natural?.type.nominal === NominalType.closedRange, bound !== value.type,
            let same = attempt({ coerce(check(right, expected: bound), to: bound) })
        {
            // `a...b ~= 3` where the literal stands for what the bounds are.
            value = same
        }
        if let natural, let own = call(ownCandidates() + memberCandidates(of: value.type) + memberCandidates(of: natural.type), natural, value, range) { return own }
        let holder = temporary(value.type, range)
        let held = Expression(.variable(holder), value.type, range)
        func test(_ parts: [Expression]) -> Expression {
            let all = parts.dropFirst().reduce(parts[0]) { Expression(.and($0, $1), .bool, range) }
            return Expression(.block([Statement(.declare(holder, value), range)], all), .bool, range)
        }
        let ranged = Checker.rangeTypes.first { nominal in natural?.type.nominal === nominal } ?? rangeType(written: left)
        if let ranged {
            let bounds = coerce(check(left, expected: .make(.nominal(ranged, [value.type]))), to: .make(.nominal(ranged, [value.type])))
            if bounds.type.isError { return failure(range) }
            let first = Expression(.element(bounds, 0), value.type, range)
            if ranged === NominalType.partialRangeUpTo { return test([comparison("<", held, first, range)]) }
            if ranged === NominalType.partialRangeThrough { return test([comparison("<=", held, first, range)]) }
            let lower = comparison(">=", held, first, range)
            if ranged === NominalType.partialRangeFrom { return test([lower]) }
            let upper = comparison(ranged === NominalType.range ? "<" : "<=", held, Expression(.element(bounds, 1), value.type, range), range)
            return test([lower, upper])
        }
        let pattern = coerce(check(left, expected: value.type), to: value.type)
        if pattern.type.isError { return failure(range) }
        guard isEquatable(value.type) else {
            return fail("binary operator '~=' cannot be applied to two '\(value.type)' operands", at: operatorRange)
        }
        return test([equality(pattern, held, range)])
    }
}
