import SwiftSyntax

/// Subscripts as they are written.
extension Checker {
    func subscriptCall(_ syntax: SubscriptCallExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        callSites.append(ExprSyntax(syntax))
        defer { callSites.removeLast() }
        if let chain = openChain(ExprSyntax(syntax)) { return finishChain(chain, ExprSyntax(syntax), expected) }
        if syntax.calledExpression.is(SuperExprSyntax.self) { return superSubscript(syntax, range, expected) }
        if let type = typeReference(Node(syntax.calledExpression)) {
            let candidates = methods("subscript", of: type, isStatic: true).map { Candidate(callable: $0, substitution: substitution(for: type)) }
            if !candidates.isEmpty {
                let given = arguments(syntax.arguments, trailing: syntax.trailingClosure, additional: syntax.additionalTrailingClosures)
                return resolveCall("subscript", candidates, given, at: range, nameRange: range, expected: expected)
            }
        }
        let value = forced(literalByResult(syntax, expected) ?? literalByKey(syntax) ?? check(Node(syntax.calledExpression), expected: nil))
        if value.type.isError { return failure(range) }
        if let element = value.type.arrayElement, syntax.arguments.count == 1, let only = syntax.arguments.first, only.label == nil, only.expression.trimmedDescription != "..." {
            let node = Node(only.expression)
            let index: Expression
            if literalKind(node) == .integer { index = check(node, expected: .int) } else { index = check(node, expected: nil) }
            if index.type === Type.int {
                return Expression(.operation(.arrayGet, [value, index]), element, range)
            }
            if index.type.isError { return failure(range) }
            if index.type === Type.double {
                return fail("cannot convert value of type 'Double' to expected argument type 'Int'", at: index.range, help: "an index is an Int: 'Int(…)'")
            }
        }
        if syntax.arguments.count == 1, syntax.arguments.first?.expression.trimmedDescription == "...", let whole = property("_whole", of: value.type) {
            return build(
                Candidate(callable: whole.getter, substitution: substitution(for: value.type), receiver: .value(value, nil)), [],
                substitution(for: value.type), at: range, nameRange: range)
        }
        if value.type === Type.string, syntax.arguments.count == 1, let only = syntax.arguments.first, only.label == nil,
            !methods("subscript", of: .string).contains(where: { $0.declaration == nil }),
            literalKind(Node(only.expression)) == .integer || attempt({ check(Node(only.expression), expected: nil) })?.type === Type.int
        {
            return fail(
                "'subscript(_:)' is unavailable: cannot subscript String with an Int, use a String.Index instead.", at: range,
                help: "'Array(text)[i]', or 'text[text.index(text.startIndex, offsetBy: i)]'")
        }
        if value.type === Type.string, syntax.arguments.count == 1, let only = syntax.arguments.first, only.label == nil, let bounds = attempt({ check(Node(only.expression), expected: nil) })?.type,
            bounds.nominal?.name.contains("Range") ?? false, bounds.arguments.first === Type.int, !methods("subscript", of: .string).contains(where: { $0.declaration == nil })
        {
            return fail(
                "'subscript(_:)' is unavailable: cannot subscript String with an integer range, use a String.Index range instead.", at: range,
                help: "'Array(text)[1...2]', or 'text.dropFirst(1).prefix(2)'")
        }
        if let read = dictionarySubscript(value, syntax) { return read }
        if let read = keyPathSubscript(value, syntax) { return read }
        let baseNode = Node(syntax.calledExpression)
        let given = arguments(syntax.arguments, trailing: syntax.trailingClosure, additional: syntax.additionalTrailingClosures)
        guard let chosen = chooseSubscript(value, baseNode, given, at: range, expected: expected) else { return failure(range) }
        return build(
            Candidate(callable: chosen.callable, substitution: chosen.substitution, receiver: .value(value, baseNode)),
            chosen.arguments, chosen.substitution, at: range, nameRange: range)
    }

    /// `["+": (+), "-": (-)][sign]` where a function is wanted: that says what the literal's elements are.
    private func literalByResult(_ syntax: SubscriptCallExprSyntax, _ expected: Type?) -> Expression? {
        guard let expected, expected.isConcrete, !expected.isExistential, let first = syntax.arguments.first, first.label == nil else { return nil }
        if syntax.calledExpression.is(ArrayExprSyntax.self) {
            guard syntax.arguments.count == 1 else { return nil }
            return attempt { check(Node(syntax.calledExpression), expected: .array(expected)) }
        }
        guard let literal = syntax.calledExpression.as(DictionaryExprSyntax.self), case .elements = literal.content,
            let value = syntax.arguments.count == 1 ? expected.wrapped : expected,
            let key = attempt({ check(Node(first.expression), expected: nil) })?.type, key.isConcrete
        else { return nil }
        return attempt { check(Node(syntax.calledExpression), expected: .make(.nominal(.dictionary, [key, value]))) }
    }

    /// `["+": 1, "-": 2][sign]`: the key that is asked for says what the literal's keys are.
    private func literalByKey(_ syntax: SubscriptCallExprSyntax) -> Expression? {
        guard let literal = syntax.calledExpression.as(DictionaryExprSyntax.self), case .elements = literal.content,
            let first = syntax.arguments.first, first.label == nil, let key = attempt({ check(Node(first.expression), expected: nil) })?.type, key.isConcrete,
            let own = attempt({ check(Node(syntax.calledExpression), expected: nil) })?.type, own.nominal === NominalType.dictionary, own.arguments[0] !== key
        else { return nil }
        return attempt { check(Node(syntax.calledExpression), expected: .make(.nominal(.dictionary, [key, own.arguments[1]]))) }
    }

    /// The subscript meant, with its arguments as it wants them.
    func chooseSubscript(_ value: Expression, _ node: Node?, _ given: [CallArgument], at range: SourceRange, expected: Type?) -> (callable: Callable, arguments: [Expression], substitution: Substitution)? {
        if isInaccessible("subscript", of: value.type, at: node.map { SourceRange(start: $0.range.end, end: $0.range.end + 1) } ?? range) { return nil }
        let candidates = methods("subscript", of: value.type).map {
            Candidate(callable: $0, substitution: substitution(for: value.type), receiver: .value(value, node))
        }
        if candidates.isEmpty {
            error(
                value.type.wrapped.map { "value of optional type '\(value.type)' must be unwrapped to refer to member 'subscript' of wrapped base type '\($0)'" }
                    ?? "value of type '\(value.type)' has no subscripts", at: range)
            return nil
        }
        let call = resolveCall("subscript", candidates, given, at: range, nameRange: range, expected: expected)
        if call.type.isError { return nil }
        return lastChoice
    }
}
