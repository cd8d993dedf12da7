import SwiftSyntax

/// Operators.
extension Checker {
    /// Operations on two scalars of one type: the common case, found without looking at overloads.
    private static let scalarOperations: [String: (int: Operation?, double: Operation?, float: Operation?)] = [
        "+": (.intAdd, .doubleAdd, .floatAdd), "-": (.intSubtract, .doubleSubtract, .floatSubtract),
        "*": (.intMultiply, .doubleMultiply, .floatMultiply),
        "/": (.intDivide, .doubleDivide, .floatDivide), "%": (.intRemainder, nil, nil),
        "==": (.intEqual, .doubleEqual, .floatEqual),
        "!=": (.intNotEqual, .doubleNotEqual, .floatNotEqual),
        "<": (.intLess, .doubleLess, .floatLess), "<=": (.intLessEqual, .doubleLessEqual, .floatLessEqual),
        ">": (.intGreater, .doubleGreater, .floatGreater),
        ">=": (.intGreaterEqual, .doubleGreaterEqual, .floatGreaterEqual),
        "&": (.intAnd, nil, nil), "|": (.intOr, nil, nil), "^": (.intXor, nil, nil),
        "<<": (.intShiftLeft, nil, nil), ">>": (.intShiftRight, nil, nil),
        "&+": (.intAddWrapping, nil, nil), "&-": (.intSubtractWrapping, nil, nil),
        "&*": (.intMultiplyWrapping, nil, nil),
    ]
    private static let fixedOperations: [String: Operation] = [
        "+": .fixedAdd, "-": .fixedSubtract, "*": .fixedMultiply, "/": .fixedDivide, "%": .fixedRemainder,
        "==": .intEqual, "!=": .intNotEqual, "<": .fixedLess, "<=": .fixedLessEqual, ">": .fixedGreater,
        ">=": .fixedGreaterEqual, "&": .intAnd, "|": .intOr, "^": .intXor, "<<": .fixedShiftLeft,
        ">>": .fixedShiftRight, "&+": .fixedAddWrapping, "&-": .fixedSubtractWrapping, "&*": .fixedMultiplyWrapping,
    ]
    private static let stringOperations: [String: Operation] = [
        "+": .stringConcatenate, "==": .stringEqual, "!=": .stringNotEqual, "<": .stringLess,
        "<=": .stringLessEqual, ">": .stringGreater, ">=": .stringGreaterEqual,
    ]
    static let comparisons: Set<String> = ["==", "!=", "<", "<=", ">", ">="]

    func scalarOperation(_ name: String, _ type: Type) -> Operation? {
        switch type.nominal?.form {
        case .int: Checker.scalarOperations[name]?.int
        case .double: Checker.scalarOperations[name]?.double
        case .float: Checker.scalarOperations[name]?.float
        case .fixedInteger: Checker.fixedOperations[name]
        case .string: Checker.stringOperations[name]
        case .bool: name == "==" ? .boolEqual : name == "!=" ? .boolNotEqual : nil
        default: nil
        }
    }

    func binary(_ name: String, _ operatorRange: SourceRange, _ left: Node, _ right: Node, range: SourceRange, expected: Type?) -> Expression {
        switch name {
        case "&&", "||":
            if let target = expected, let nominal = target.nominal, target !== Type.bool, isContextual(left), !methods(name, of: target, isStatic: true).isEmpty, nominal.isDeclaredByCell,
                let a = attempt({ check(left, expected: target) })
            {
                // `.longer(than: 3) && .capitalized`: of the type that is wanted.
                return overloadedOperator(name, operatorRange, left, right, .typed(a), attempt { check(right, expected: target) }.map { .typed($0) } ?? form(of: right), range: range, expected: expected)
            }
            if !ownOperators(name).isEmpty, let a = attempt({ check(left, expected: nil) }), let b = attempt({ check(right, expected: nil) }), a.type !== Type.bool || b.type !== Type.bool,
                let value = attempt({ overloadedOperator(name, operatorRange, left, right, .typed(a), .typed(b), range: range, expected: expected) })
            {
                return value
            }
            let first = check(left, expected: .bool)
            if first.type !== Type.bool, !first.type.isError, let nominal = first.type.nominal, !(environment.members(named: name, of: nominal).callables[name] ?? []).isEmpty {
                return overloadedOperator(name, operatorRange, left, right, .typed(first), settled(form(of: right)), range: range, expected: expected)
            }
            let a = coerce(first, to: .bool, for: .argument)
            let b = coerce(check(right, expected: .bool), to: .bool, for: .argument)
            if a.type.isError || b.type.isError { return failure(range) }
            return Expression(name == "&&" ? .and(a, b) : .or(a, b), .bool, range)
        case "??":
            return coalesce(left, right, range: range, expected: expected)
        case "..<", "...":
            return makeRange(left, right, isClosed: name == "...", range: range, expected: expected)
        case "~=":
            return patternOperator(operatorRange, left, right, range: range)
        case "==", "!=":
            if let test = comparisonWithNil(left, right, isNegated: name == "!=", range: range) { return test }
        case "===", "!==":
            return identity(left, right, isNegated: name == "!==", range: range)
        default: break
        }
        if name.hasSuffix("="), !Checker.comparisons.contains(name), !name.hasPrefix("."), name != "~=" {
            return compoundAssignment(String(name.dropLast()), operatorRange, left, right, range: range)
        }

        if isLiteralTree(left, withMembers: true), isLiteralTree(right, withMembers: true), let target = expected?.wrapped ?? expected, takesLiterals(target, name), mayRetry(counted: true),
            let value = attempt({ overloadedOperator(name, operatorRange, left, right, .typed(check(left, expected: target)), .typed(check(right, expected: target)), range: range, expected: target) })
        {
            // `"x" * 2 + 1`, `2 * .zero`, `"x" < 1` where a type of the cell is wanted that literals stand for.
            return value
        }
        if name == "+", let target = expected?.wrapped ?? expected, let element = target.arrayElement, element.isConcrete, isArrayLiteral(left) || isArrayLiteral(right), mayRetry(counted: true),
            let a = attempt({ coerce(check(left, expected: target), to: target) }), let b = attempt({ coerce(check(right, expected: target), to: target) })
        {
            // `[1, 2] + ["a"]` where `[Any]` is wanted.
            return overloadedOperator(name, operatorRange, left, right, .typed(a), .typed(b), range: range, expected: target)
        }
        var leftForm = isLiteralTree(left) && !isPlainLiteral(left) || isUndecided(left) ? nil : settled(form(of: left))
        var rightForm = isLiteralTree(right) && !isPlainLiteral(right) || isUndecided(right) ? nil : settled(form(of: right))
        if leftForm == nil, case .typed(let value)? = rightForm, takesLiterals(value.type, name), let known = attempt({ check(left, expected: value.type) }) { leftForm = .typed(known) }
        if rightForm == nil, case .typed(let value)? = leftForm, takesLiterals(value.type, name), let known = attempt({ check(right, expected: value.type) }) { rightForm = .typed(known) }
        if name == "+", (expected?.wrapped ?? expected) === Type.string, case .binary("+", _, _, _) = left, let known = attempt({ check(left, expected: .string) }), known.type === Type.string {
            // `text.dropLast() + "," + more` as a String: the first sum is one, too.
            leftForm = .typed(known)
        }
        // What only the other side says the type of: `m == Matrix(identity: 2)`.
        if case .typed(let value)? = leftForm, rightForm == nil, !value.type.isError, let known = attempt({ check(right, expected: value.type) }) { rightForm = .typed(known) }
        if case .typed(let value)? = rightForm, leftForm == nil, !value.type.isError, let known = attempt({ check(left, expected: value.type) }) { leftForm = .typed(known) }
        if leftForm == nil, rightForm == nil, let target = expected?.wrapped ?? expected, !Checker.comparisons.contains(name), isUndecided(left), isUndecided(right) {
            // What is wanted says it of both: `name.map { .text($0) } | number.map { .number($0) }`.
            if let a = attempt({ check(left, expected: target) }), let b = attempt({ check(right, expected: target) }) { (leftForm, rightForm) = (.typed(a), .typed(b)) }
        }
        return binary(name, operatorRange, left, right, leftForm ?? settled(form(of: left)), rightForm ?? settled(form(of: right)), range: range, expected: expected)
    }

    /// A generic type's initialiser or static member that says nothing of the type's arguments by itself, a call whose
    /// closure gives no more than `.name`, or what an operator makes of such.
    private func isUndecided(_ node: Node) -> Bool {
        if case .binary(let name, _, let left, let right) = node { return !Checker.comparisons.contains(name) && (isUndecided(left) || isUndecided(right)) && mayRetry(counted: true) && attempt({ check(node, expected: nil) }) == nil }
        if case .syntax(let syntax) = node, let statements = syntax.as(FunctionCallExprSyntax.self)?.trailingClosure?.statements, statements.count == 1,
            case .expr(let only)? = statements.first?.item, isContextual(Node(only))
        {
            return mayRetry(counted: true) && attempt({ check(node, expected: nil) }) == nil
        }
        guard case .syntax(let syntax) = node, let call = syntax.as(FunctionCallExprSyntax.self) else { return false }
        let open = openGeneric(call.calledExpression) ?? call.calledExpression.as(MemberAccessExprSyntax.self)?.base.flatMap { openGeneric($0) }
        return (open?.isDeclaredByCell ?? false) && mayRetry(counted: true) && attempt({ check(node, expected: nil) }) == nil
    }

    /// The function whose `some P` a value is, where that is to be seen.
    func opaqueOrigin(_ value: Expression) -> Callable? {
        switch value.kind {
        case .call(let function, _): function.opaqueOrigin
        case .variable(let variable): variable.opaqueOrigin
        case .global(let global): global.opaqueOrigin
        default: nil
        }
    }

    /// Operator functions that cells declare at their top level.
    private func ownOperators(_ name: String) -> [Callable] {
        var current: Scope? = scope
        while let here = current, here !== environment.library {
            if case .callables(let all)? = here.entities[name] { return all }
            current = here.parent
        }
        return []
    }

    private func mayRetry(counted: Bool) -> Bool {
        retries += 1
        return mayRetry()
    }

    /// Whether an expression is made of literals alone, of whatever kind, or also of members that say no type: `.zero`.
    private func isLiteralTree(_ node: Node, withMembers: Bool = false) -> Bool {
        switch node {
        case .syntax(let syntax):
            if withMembers, isContextual(node) { return true }
            if syntax.is(IntegerLiteralExprSyntax.self) || syntax.is(FloatLiteralExprSyntax.self) || syntax.is(StringLiteralExprSyntax.self) { return true }
            if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first { return isLiteralTree(Node(only.expression), withMembers: withMembers) }
            if let prefix = syntax.as(PrefixOperatorExprSyntax.self) { return isLiteralTree(Node(prefix.expression), withMembers: withMembers) }
            return false
        case .binary(let name, _, let left, let right):
            return ["+", "-", "*", "/", "%"].contains(name) && isLiteralTree(left, withMembers: withMembers) && isLiteralTree(right, withMembers: withMembers)
        default: return false
        }
    }

    /// An array literal, or a sum with such.
    func isArrayLiteral(_ node: Node) -> Bool {
        switch node {
        case .syntax(let syntax): syntax.is(ArrayExprSyntax.self)
        case .binary("+", _, let left, let right): isArrayLiteral(right) || isArrayLiteral(left)
        default: false
        }
    }

    /// A literal, or numbers alone: what those are without a context is known.
    private func isPlainLiteral(_ node: Node) -> Bool {
        if literalKind(node) != nil { return true }
        if case .syntax(let syntax) = node { return syntax.is(StringLiteralExprSyntax.self) }
        return false
    }

    /// A type of a cell that literals stand for and that has the operator.
    private func takesLiterals(_ type: Type, _ name: String) -> Bool {
        guard let nominal = type.nominal, nominal.isDeclaredByCell else { return false }
        return ["integerLiteral", "floatLiteral", "stringLiteral"].contains { literalInitializer($0, type) != nil }
    }

    private func binary(_ name: String, _ operatorRange: SourceRange, _ left: Node, _ right: Node, _ a: ArgumentForm, _ b: ArgumentForm, range: SourceRange, expected: Type?) -> Expression {
        var leftForm = a
        var rightForm = b
        if isOpen(left), isOpen(right), isContextual(left) || isContextual(right), let target = expected?.wrapped ?? expected, !Checker.comparisons.contains(name) {
            leftForm = .typed(check(left, expected: target))
            rightForm = .typed(check(right, expected: target))
        }
        if name != "==", name != "!=" { (leftForm, rightForm) = (forced(leftForm), forced(rightForm)) }
        // A value beside a literal: the literal becomes what the value is, where it can.
        if case .typed(let value) = leftForm, let converted = literal(rightForm, right, beside: value.type) {
            rightForm = .typed(converted)
        } else if case .typed(let value) = rightForm, let converted = literal(leftForm, left, beside: value.type) {
            leftForm = .typed(converted)
        } else if isLiteral(leftForm), isLiteral(rightForm), let expected, !Checker.comparisons.contains(name) {
            // Literals alone: what is wanted decides.
            let target = expected.wrapped ?? expected
            if scalarOperation(name, target) != nil, !lacksLiteral(target, isInteger: true), !lacksLiteral(target, isInteger: false) {
                leftForm = .typed(coerce(check(left, expected: target), to: target))
                rightForm = .typed(coerce(check(right, expected: target), to: target))
            }
        }
        if isCheckingUnused, let problem = lackingLiteral(name, leftForm, rightForm, left, right, at: operatorRange, range) { return problem }
        if isLiteral(leftForm), isLiteral(rightForm) {
            var integer = false
            if case .integerLiteral = leftForm, case .integerLiteral = rightForm { integer = true }
            let type: Type = integer ? .int : .double
            leftForm = .typed(check(left, expected: type))
            rightForm = .typed(check(right, expected: type))
        }
        if case .typed(let a) = leftForm, case .typed(let b) = rightForm {
            if a.type.isError || b.type.isError { return failure(range) }
            if Checker.comparisons.contains(name), let x = opaqueOrigin(a), let y = opaqueOrigin(b), x !== y {
                return fail("conflicting arguments to generic parameter 'Self' ('\(x.someText ?? "")' (result type of '\(x.name)') vs. '\(y.someText ?? "")' (result type of '\(y.name)'))", at: range)
            }
            if isCheckingUnused, let problem = lackingOperator(name, a, b, left, right) { return fail(problem, at: range) }
            if a.type === Type.int, b.type === Type.int, name == "&<<" || name == "&>>" { return maskedShift(name, a, b, range) }
            if a.type === b.type, let operation = scalarOperation(name, a.type) {
                let isComparison = Checker.comparisons.contains(name)
                if !isComparison, let undefined = undefinedConstant(name, a, b, range) { return undefined }
                return Expression(.operation(operation, [a, b]), isComparison ? .bool : a.type, range)
            }
        }
        return overloadedOperator(name, operatorRange, left, right, leftForm, rightForm, range: range, expected: expected)
    }

    /// `0.0 / 0.0`: what a processor makes of it has the sign that the processor gives; of literals alone, Swift makes NaN
    /// without a sign when it compiles.
    private func undefinedConstant(_ name: String, _ a: Expression, _ b: Expression, _ range: SourceRange) -> Expression? {
        guard case .floating(let x) = a.kind, case .floating(let y) = b.kind else { return nil }
        let isUndefined =
            switch name {
            case "/": (x / y).isNaN
            case "*": (x * y).isNaN
            case "-": (x - y).isNaN
            case "+": (x + y).isNaN
            default: false
            }
        return isUndefined ? Expression(.floating(.nan), a.type, range) : nil
    }

    /// `a &<< b`: only the last six bits of b count.
    private func maskedShift(_ name: String, _ a: Expression, _ b: Expression, _ range: SourceRange) -> Expression {
        let masked = Expression(.operation(.intAnd, [b, Expression(.integer(63), .int, b.range)]), .int, b.range)
        return Expression(.operation(name == "&<<" ? .intShiftLeft : .intShiftRight, [a, masked]), .int, range)
    }

    /// A range beside an operator is what it is by itself.
    private func settled(_ form: ArgumentForm) -> ArgumentForm {
        if case .rangeLiteral(_, _, .some(let natural)) = form { return .typed(natural) }
        return form
    }

    func forced(_ form: ArgumentForm) -> ArgumentForm {
        if case .typed(let value) = form { .typed(forced(value)) } else { form }
    }

    private func isLiteral(_ form: ArgumentForm) -> Bool {
        switch form {
        case .integerLiteral, .floatLiteral: true
        default: false
        }
    }

    /// A number literal as a scalar of the type beside it.
    private func literal(_ form: ArgumentForm, _ node: Node, beside type: Type) -> Expression? {
        switch (form, type.nominal?.form) {
        case (.integerLiteral, .int), (.integerLiteral, .double), (.integerLiteral, .float),
            (.floatLiteral, .double), (.floatLiteral, .float), (.integerLiteral, .fixedInteger):
            let value = check(node, expected: type)
            return value.type === type ? value : nil
        case (.stringLiteral, .string), (.stringLiteral, .character):
            let value = check(node, expected: type)
            return value.type === type ? value : nil
        case (.array, .structure), (.array, .reference):
            // `ring + ["!"]`: of the elements that a cell's own collection has.
            guard type.nominal?.isDeclaredByCell ?? false, literalInitializer("arrayLiteral", type) == nil, let element = environment.associatedType("Element", of: type), element.isConcrete else { return nil }
            return attempt { coerce(check(node, expected: .array(element)), to: .array(element)) }
        case (.contextual, .some), (.implicitMember, .some), (.rangeLiteral, .some):
            return attempt { coerce(check(node, expected: type), to: type) }
        default: return nil
        }
    }

    private func comparisonWithNil(_ left: Node, _ right: Node, isNegated: Bool, range: SourceRange) -> Expression? {
        func isNil(_ node: Node) -> Bool {
            if case .syntax(let syntax) = node { return syntax.is(NilLiteralExprSyntax.self) }
            return false
        }
        guard isNil(left) != isNil(right) else { return nil }
        if case .assign = isNil(left) ? right : left { wantsChainResult = true }
        let value = check(isNil(left) ? right : left, expected: nil)
        wantsChainResult = false
        if value.type.isError { return failure(range) }
        if value.type.wrapped == nil, isEquatable(value.type), let initializer = literalInitializer("nilLiteral", value.type) {
            // A type of the cell that nil stands for.
            let types = substitution(for: value.type)
            let none = build(Candidate(callable: initializer), [Expression(.aggregate([]), .void, range)], types, at: range, nameRange: range)
            let same = isNil(left) ? equality(none, value, range) : equality(value, none, range)
            return isNegated ? Expression(.operation(.boolNot, [same]), .bool, range) : same
        }
        guard value.type.wrapped != nil else {
            warn("comparing non-optional value of type '\(value.type)' to 'nil' always returns \(isNegated ? "true" : "false")", at: range)
            return Expression(.boolean(isNegated), .bool, range)
        }
        let test = Expression(.isNone(value), .bool, range)
        return isNegated ? Expression(.operation(.boolNot, [test]), .bool, range) : test
    }

    func structuralEquality(_ left: Node, _ right: Node, _ leftForm: ArgumentForm, _ rightForm: ArgumentForm, isNegated: Bool, range: SourceRange) -> Expression? {
        var a: Expression
        var b: Expression
        switch (leftForm, rightForm) {
        case (.typed(let x), .typed(let y)):
            (a, b) = (x, y)
        case (.typed(let x), _):
            a = x
            guard let y = attempt({ coerce(check(right, expected: x.type), to: x.type) }) else { return nil }
            b = y
        case (_, .typed(let y)):
            b = y
            guard let x = attempt({ coerce(check(left, expected: y.type), to: y.type) }) else { return nil }
            a = x
        default:
            guard let type = join([leftForm, rightForm], [left, right]),
                let x = attempt({ coerce(check(left, expected: type), to: type) }),
                let y = attempt({ coerce(check(right, expected: type), to: type) })
            else { return nil }
            (a, b) = (x, y)
        }
        if a.type !== b.type {
            if let y = convert(b, to: a.type) { b = y } else if let x = convert(a, to: b.type) { a = x } else { return nil }
        }
        // What one function makes is of one type, in a box as well.
        let isOfOneFunction = opaqueOrigin(a).map { $0 === opaqueOrigin(b) } ?? false
        guard isEquatable(a.type), isOfOneFunction || !isBoxOfUnknown(a.type) else { return nil }
        let equal = Expression(.equal(a, b), .bool, range)
        return isNegated ? Expression(.operation(.boolNot, [equal]), .bool, range) : equal
    }

    /// `any P`, which is not comparable though what is in it is.
    private func isBoxOfUnknown(_ type: Type) -> Bool {
        guard scope.substitutionInSight == nil, case .existential(let nominal) = (type.wrapped ?? type).kind else { return false }
        return nominal.name != "AnyHashable"
    }

    private func coalesce(_ left: Node, _ right: Node, range: SourceRange, expected: Type?) -> Expression {
        let wanted = expected.flatMap { ($0.wrapped ?? $0).isExistential ? nil : $0 }
        if wanted == nil, case .syntax(let syntax) = left, syntax.is(NilLiteralExprSyntax.self) {
            // `nil ?? 5`: what the right side is says what is not there.
            let other = check(right, expected: expected)
            if other.type.isError { return failure(range) }
            return Expression(.coalesce(Expression(.none, .optional(other.type), left.range), other), other.type, range)
        }
        let value = check(left, expected: wanted.map { $0.wrapped != nil ? $0 : .optional($0) })
        if value.type.isError { return failure(range) }
        guard let wrapped = value.type.wrapped else {
            warn("left side of nil coalescing operator '??' has non-optional type '\(value.type)', so the right side is never used", at: range)
            return value
        }
        if case .syntax(let syntax) = right, syntax.is(NilLiteralExprSyntax.self), wrapped.wrapped == nil, expected.map({ $0.wrapped != nil }) ?? true {
            // `(try? load()) ?? nil`
            return value
        }
        if let expected, expected.isAny, let whole = coalesceAsAny(value, wrapped, left, right, range, expected) { return whole }
        let other = check(right, expected: wrapped)
        if other.type.isError { return failure(range) }
        if let plain = convert(other, to: wrapped) {
            return Expression(.coalesce(value, plain), wrapped, range)
        }
        if let optional = convert(other, to: value.type) {
            return Expression(.coalesce(value, optional), value.type, range)
        }
        if expected == nil { return fail("binary operator '??' cannot be applied to operands of type '\(value.type)' and '\(other.type)'", at: range) }
        return mismatch(other, wrapped, .argument)
    }

    /// `age ?? "unknown"` where anything may stand: both sides as what they are by themselves. A number beside what can
    /// be anything itself, the end of a chain or what a closure results in, stays what it is by itself.
    private func coalesceAsAny(_ value: Expression, _ wrapped: Type, _ left: Node, _ right: Node, _ range: SourceRange, _ any: Type) -> Expression? {
        let isFree = literalKind(right) != nil && (endsPlainly(value) || isMapped(left))
        if !isFree, attempt({ coerce(check(right, expected: wrapped), to: wrapped) }) ?? attempt({ coerce(check(right, expected: value.type), to: value.type) }) != nil { return nil }
        guard let other = attempt({ check(right, expected: nil) }), other.type !== wrapped, other.type.wrapped == nil, let a = convert(value, to: .optional(any)), let b = convert(other, to: any) else { return nil }
        return Expression(.coalesce(a, b), any, range)
    }

    /// Whether a chain's last link is no optional.
    private func endsPlainly(_ value: Expression) -> Bool {
        guard case .chain(_, _, let last) = value.kind else { return false }
        if case .wrap = last.kind { return true }
        return endsPlainly(last)
    }

    /// `name.map { $0.count }`
    private func isMapped(_ node: Node) -> Bool {
        guard case .syntax(let syntax) = node, let call = syntax.as(FunctionCallExprSyntax.self), let member = call.calledExpression.as(MemberAccessExprSyntax.self) else { return false }
        return ["map", "flatMap"].contains(member.declName.baseName.text) && (call.trailingClosure != nil || call.arguments.first?.expression.is(ClosureExprSyntax.self) ?? false)
    }

    private func makeRange(_ left: Node, _ right: Node, isClosed: Bool, range: SourceRange, expected: Type?) -> Expression {
        var wanted: Type?
        if let nominal = expected?.nominal, nominal === NominalType.range || nominal === NominalType.closedRange {
            wanted = expected!.arguments[0]
        }
        let forms = wanted == nil ? [form(of: left), form(of: right)] : []
        guard let bound = wanted ?? join(forms, [left, right]) else {
            let a = forms[0].natural ?? check(left, expected: nil)
            let b = forms[1].natural ?? check(right, expected: nil)
            if a.type.isError || b.type.isError { return failure(range) }
            return fail("binary operator '\(isClosed ? "..." : "..<")' cannot be applied to operands of type '\(a.type)' and '\(b.type)'", at: range)
        }
        let lower = coerce(forms.first?.natural(as: bound) ?? check(left, expected: bound), to: bound)
        let upper = coerce(forms.last?.natural(as: bound) ?? check(right, expected: bound), to: bound)
        if lower.type.isError || upper.type.isError { return failure(range) }
        guard let comparable = environment.protocolNamed("Comparable"), environment.conforms(bound, to: comparable) else {
            return fail("a range of '\(bound)' is not possible: its bounds must be comparable", at: range)
        }
        return Expression(.range([lower, upper]), .make(.nominal(isClosed ? .closedRange : .range, [bound])), range)
    }

    // MARK: One operand

    func prefix(_ syntax: PrefixOperatorExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        let name = syntax.operator.text
        let operand = syntax.expression
        if name == "-" {
            if let literal = operand.as(IntegerLiteralExprSyntax.self) { return integer(literal, negative: true, range: range, expected: expected) }
            if let literal = operand.as(FloatLiteralExprSyntax.self) { return floating(literal, negative: true, range: range, expected: expected) }
        }
        if name == "..<" || name == "..." {
            let nominal: NominalType = name == "..<" ? .partialRangeUpTo : .partialRangeThrough
            let bound = check(Node(operand), expected: expected?.nominal === nominal ? expected?.arguments.first ?? .int : .int)
            if bound.type.isError { return failure(range) }
            return Expression(.range([bound]), .make(.nominal(nominal, [bound.type])), range)
        }
        let value = forced(check(Node(operand), expected: name == "!" && !(expected?.nominal?.isDeclaredByCell ?? false && isContextual(Node(operand))) ? .bool : expected))
        if value.type.isError { return failure(range) }
        switch (name, value.type.nominal?.form) {
        case ("!", .bool): return Expression(.operation(.boolNot, [value]), .bool, range)
        case ("-", .int): return Expression(.operation(.intNegate, [value]), .int, range)
        case ("-", .double): return Expression(.operation(.doubleNegate, [value]), .double, range)
        case ("-", .float): return Expression(.operation(.floatNegate, [value]), .float, range)
        case ("+", .int), ("+", .double), ("+", .float): return value
        case ("-", .fixedInteger) where value.type.nominal?.isSignedInteger ?? false:
            return Expression(.operation(.fixedNegate, [value]), value.type, range)
        case ("~", .fixedInteger): return Expression(.operation(.fixedNot, [value]), value.type, range)
        case ("+", .fixedInteger): return value
        case ("~", .int): return Expression(.operation(.intNot, [value]), .int, range)
        default: break
        }
        let candidates = operatorCandidates(name, .typed(value), .typed(value)).filter { $0.callable.parameters.count == 1 }
        for candidate in candidates {
            var substitution = candidate.substitution
            if unify(candidate.callable.parameters[0].type, value.type, &substitution) {
                return build(candidate, [value], substitution, at: range, nameRange: syntax.operator.sourceRange)
            }
        }
        if name == "-", let signed = environment.protocolNamed("SignedNumeric"), environment.conforms(value.type, to: signed) {
            // What a cell's own numbers have by being such.
            let zero = Node.syntax(ExprSyntax(IntegerLiteralExprSyntax(literal: .integerLiteral("0"))))
            return overloadedOperator("-", syntax.operator.sourceRange, zero, Node(operand), .integerLiteral, .typed(value), range: range, expected: expected)
        }
        if name == "!", value.type === Type.int {
            return fail("type 'Int' cannot be used as a boolean; test for '== 0' instead", at: value.range)
        }
        return fail("unary operator '\(name)' cannot be applied to an operand of type '\(value.type)'", at: syntax.operator.sourceRange)
    }

    func postfix(_ syntax: PostfixOperatorExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        if let value = attempt({ check(Node(syntax.expression), expected: nil) }), value.type.nominal?.isDeclaredByCell ?? false {
            for candidate in operatorCandidates(syntax.operator.text, .typed(value), .none) where candidate.callable.parameters.count == 1 && candidate.callable.declaration == nil {
                var types = candidate.substitution
                if unify(candidate.callable.parameters[0].type, value.type, &types) { return build(candidate, [value], types, at: range, nameRange: syntax.operator.sourceRange) }
            }
        }
        if syntax.operator.text == "..." {
            let bound = check(Node(syntax.expression), expected: expected?.nominal === NominalType.partialRangeFrom ? expected?.arguments.first ?? .int : .int)
            if bound.type.isError { return failure(range) }
            return Expression(.range([bound]), .make(.nominal(.partialRangeFrom, [bound.type])), range)
        }
        return fail("'\(syntax.operator.text)' is not a postfix unary operator", at: syntax.operator.sourceRange)
    }
}
