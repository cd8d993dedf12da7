import SwiftSyntax

/// Patterns: in declarations, and in the cases of a switch.
extension Checker {
    /// Takes a value apart as the pattern says, declaring its names.
    func destructure(_ pattern: PatternSyntax, _ value: Expression, isMutable: Bool, asGlobals: Bool, into result: inout [Statement]) {
        let range = pattern.sourceRange
        switch pattern.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let name):
            let text = Checker.plainName(name.identifier.text)
            if asGlobals {
                let global = declareGlobal(text, value.type, isMutable: isMutable, range: range)
                result.append(Statement(.declareGlobal(global, value), range))
            } else {
                let variable = declareLocal(text, type: value.type, isMutable: isMutable, range: range)
                result.append(Statement(.declare(variable, value), range))
            }
        case .wildcardPattern:
            result.append(Statement(.expression(Expression(.discard(value), .void, range)), range))
        case .valueBindingPattern(let binding):
            destructure(binding.pattern, value, isMutable: isMutable, asGlobals: asGlobals, into: &result)
        case .tuplePattern(let tuple):
            if tuple.elements.count == 1, let only = tuple.elements.first {
                destructure(only.pattern, value, isMutable: isMutable, asGlobals: asGlobals, into: &result)
                return
            }
            guard let elements = value.type.tupleElements, elements.count == tuple.elements.count else {
                if !value.type.isError {
                    if let elements = value.type.tupleElements {
                        error("tuple pattern has the wrong length: \(tuple.elements.count) names for \(elements.count) values", at: range)
                    } else {
                        error("tuple pattern cannot match values of non-tuple type '\(value.type)'", at: range)
                    }
                }
                for element in tuple.elements {
                    destructure(element.pattern, failure(range), isMutable: isMutable, asGlobals: asGlobals, into: &result)
                }
                return
            }
            let whole = temporary(value.type, range)
            result.append(Statement(.declare(whole, value), range))
            for (index, element) in tuple.elements.enumerated() {
                let part = Expression(.element(Expression(.variable(whole), value.type, range), index), elements[index].type, range)
                destructure(element.pattern, part, isMutable: isMutable, asGlobals: asGlobals, into: &result)
            }
        default:
            error("this pattern cannot stand in a declaration", at: range)
        }
    }

    /// The conditions under which a value matches a pattern; names it binds are declared in the present scope.
    func match(_ pattern: PatternSyntax, _ value: Expression, isMutable: Bool? = nil, into result: inout [Condition]) {
        let range = pattern.sourceRange
        switch pattern.as(PatternSyntaxEnum.self) {
        case .wildcardPattern: return
        case .identifierPattern(let name):
            let variable = declareLocal(Checker.plainName(name.identifier.text), type: value.type, isMutable: isMutable ?? false, range: range)
            result.append(declaring(variable, value))
        case .valueBindingPattern(let binding):
            match(binding.pattern, value, isMutable: binding.bindingSpecifier.tokenKind == .keyword(.var), into: &result)
        case .tuplePattern(let tuple):
            matchTuple(tuple.elements.map(\.pattern), value, isMutable, range, into: &result)
        case .expressionPattern(let expression):
            matchExpression(expression.expression, value, isMutable, into: &result)
        case .isTypePattern:
            unsupported("'is' patterns are", at: range)
        case .missingPattern: return
        }
    }

    private func declaring(_ variable: Variable, _ value: Expression) -> Condition {
        .isTrue(Expression(.block([Statement(.declare(variable, value), value.range)], Expression(.boolean(true), .bool, value.range)), .bool, value.range))
    }

    private func matchTuple(_ patterns: [PatternSyntax], _ value: Expression, _ isMutable: Bool?, _ range: SourceRange, into result: inout [Condition]) {
        if patterns.count == 1 { return match(patterns[0], value, isMutable: isMutable, into: &result) }
        guard let elements = value.type.tupleElements, elements.count == patterns.count else {
            if !value.type.isError { error("tuple pattern cannot match values of type '\(value.type)'", at: range) }
            return
        }
        for (index, pattern) in patterns.enumerated() {
            match(pattern, Expression(.element(value, index), elements[index].type, value.range), isMutable: isMutable, into: &result)
        }
    }

    private func matchExpression(_ syntax: ExprSyntax, _ value: Expression, _ isMutable: Bool?, into result: inout [Condition]) {
        let range = syntax.sourceRange
        if value.type.isError { return }
        if syntax.is(DiscardAssignmentExprSyntax.self) { return }
        if let pattern = syntax.as(PatternExprSyntax.self) {
            return match(pattern.pattern, value, isMutable: isMutable, into: &result)
        }
        if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count > 1, let elements = value.type.tupleElements {
            guard elements.count == tuple.elements.count else {
                error("tuple pattern has the wrong length for values of type '\(value.type)'", at: range)
                return
            }
            for (index, element) in tuple.elements.enumerated() {
                matchExpression(element.expression, Expression(.element(value, index), elements[index].type, value.range), isMutable, into: &result)
            }
            return
        }
        if let optional = syntax.as(OptionalChainingExprSyntax.self), let wrapped = value.type.wrapped {
            let variable = temporary(wrapped, range)
            result.append(.bind(variable, value))
            return matchExpression(optional.expression, Expression(.variable(variable), wrapped, range), isMutable, into: &result)
        }
        if syntax.is(NilLiteralExprSyntax.self), value.type.wrapped != nil {
            result.append(.isTrue(Expression(.isNone(value), .bool, range)))
            return
        }
        if matchCase(syntax, value, isMutable, into: &result) { return }
        if value.type.wrapped != nil {
            let test = check(Node(syntax), expected: value.type)
            guard let converted = convert(test, to: value.type) else { _ = mismatch(test, value.type, .plain); return }
            result.append(.isTrue(Expression(.equal(value, converted), .bool, range)))
            return
        }
        // A range holds the value, anything else equals it.
        let node = Node(syntax)
        if case .binary(let name, _, let lower, let upper) = node, name == "..<" || name == "..." {
            let a = coerce(check(lower, expected: value.type), to: value.type)
            let b = coerce(check(upper, expected: value.type), to: value.type)
            if a.type.isError || b.type.isError { return }
            result.append(.isTrue(compare(">=", value, a, range)))
            result.append(.isTrue(compare(name == "..<" ? "<" : "<=", value, b, range)))
            return
        }
        if let prefix = syntax.as(PrefixOperatorExprSyntax.self), ["..<", "..."].contains(prefix.operator.text) {
            let bound = coerce(check(Node(prefix.expression), expected: value.type), to: value.type)
            if !bound.type.isError { result.append(.isTrue(compare(prefix.operator.text == "..<" ? "<" : "<=", value, bound, range))) }
            return
        }
        if let postfix = syntax.as(PostfixOperatorExprSyntax.self), postfix.operator.text == "..." {
            let bound = coerce(check(Node(postfix.expression), expected: value.type), to: value.type)
            if !bound.type.isError { result.append(.isTrue(compare(">=", value, bound, range))) }
            return
        }
        let test = check(node, expected: value.type)
        if test.type.isError { return }
        if let nominal = test.type.nominal, [NominalType.range, .closedRange].contains(where: { $0 === nominal }), test.type.arguments[0] === value.type {
            result.append(.isTrue(compare(">=", value, Expression(.element(test, 0), value.type, range), range)))
            result.append(.isTrue(compare(nominal === NominalType.range ? "<" : "<=", value, Expression(.element(test, 1), value.type, range), range)))
            return
        }
        guard let converted = convert(test, to: value.type), isEquatable(value.type) else {
            error("expression pattern of type '\(test.type)' cannot match values of type '\(value.type)'", at: range)
            return
        }
        if let operation = scalarOperation("==", value.type) {
            result.append(.isTrue(Expression(.operation(operation, [value, converted]), .bool, range)))
        } else {
            result.append(.isTrue(Expression(.equal(value, converted), .bool, range)))
        }
    }

    private func compare(_ name: String, _ a: Expression, _ b: Expression, _ range: SourceRange) -> Expression {
        if let operation = scalarOperation(name, a.type) { return Expression(.operation(operation, [a, b]), .bool, range) }
        return fail("values of type '\(a.type)' cannot be compared with '\(name)'", at: range)
    }

    /// `.name` or `.name(let x)` against an enum's value.
    private func matchCase(_ syntax: ExprSyntax, _ value: Expression, _ isMutable: Bool?, into result: inout [Condition]) -> Bool {
        var name: String?
        var arguments: [ExprSyntax] = []
        if let member = syntax.as(MemberAccessExprSyntax.self) {
            name = member.declName.baseName.text
        } else if let call = syntax.as(FunctionCallExprSyntax.self), let member = call.calledExpression.as(MemberAccessExprSyntax.self) {
            name = member.declName.baseName.text
            arguments = call.arguments.map(\.expression)
        }
        guard let name else { return false }
        if value.type.wrapped != nil {
            if name == "none" {
                result.append(.isTrue(Expression(.isNone(value), .bool, syntax.sourceRange)))
                return true
            }
            if name == "some", arguments.count == 1, let wrapped = value.type.wrapped {
                let variable = temporary(wrapped, syntax.sourceRange)
                result.append(.bind(variable, value))
                matchExpression(arguments[0], Expression(.variable(variable), wrapped, syntax.sourceRange), isMutable, into: &result)
                return true
            }
        }
        guard let nominal = value.type.nominal, let index = nominal.cases.firstIndex(where: { $0.name == name }) else { return false }
        let payload = nominal.cases[index].payload.map { $0.type.substituting(substitution(for: value.type)) }
        if arguments.isEmpty {
            result.append(.matchesCase(value, index, payload.map { _ in nil }))
            return true
        }
        guard arguments.count == payload.count else {
            error("tuple pattern has the wrong length for case '\(name)'", at: syntax.sourceRange)
            return true
        }
        let variables = payload.map { temporary($0, syntax.sourceRange) }
        result.append(.matchesCase(value, index, variables))
        for (argument, variable) in zip(arguments, variables) {
            matchExpression(argument, Expression(.variable(variable), variable.type, argument.sourceRange), isMutable, into: &result)
        }
        return true
    }

    // MARK: switch

    func switchStatement(_ syntax: SwitchExprSyntax, label: Label, into result: inout [Statement]) {
        let subject = check(Node(syntax.subject), expected: nil)
        let holder = temporary(subject.type, subject.range)
        let held = Expression(.variable(holder), subject.type, subject.range)
        labels.append(label)
        switchLabels.insert(ObjectIdentifier(label))
        defer { labels.removeLast() }
        let before = flow
        var merged: Flow?
        var cases: [SwitchCase] = []
        for (one, body) in switchCases(syntax) {
            flow = before
            let outer = scope
            scope = Scope(parent: outer, function: function)
            let alternatives = self.alternatives(one, held)
            let inner = block(body)
            scope = outer
            if inner.isEmpty, body.isEmpty {
                error("'case' label in a 'switch' must have at least one executable statement", at: one.sourceRange)
            }
            if case .fallthrough? = inner.last?.kind { flow.isUnreachable = true }
            if merged == nil { merged = flow } else { merged!.merge(flow) }
            cases.append(SwitchCase(alternatives: alternatives, body: inner))
        }
        if !subject.type.isError, !isExhaustive(syntax, subject.type) {
            error("switch must be exhaustive", at: SourceRange(start: syntax.switchKeyword.sourceRange.start, end: syntax.switchKeyword.sourceRange.end), help: "add a 'default' case")
        }
        flow = merged ?? before
        if brokenOut.contains(ObjectIdentifier(label)) { flow.isUnreachable = before.isUnreachable }
        result.append(Statement(.declare(holder, subject), subject.range))
        result.append(Statement(.switch(label, cases), syntax.sourceRange))
    }

    private func switchCases(_ syntax: SwitchExprSyntax) -> [(SwitchCaseSyntax, CodeBlockItemListSyntax)] {
        syntax.cases.compactMap {
            if case .switchCase(let one) = $0 { return (one, one.statements) }
            return nil
        }
    }

    private func alternatives(_ one: SwitchCaseSyntax, _ subject: Expression) -> [[Condition]] {
        switch one.label {
        case .default: return [[]]
        case .case(let label):
            return label.caseItems.map { item in
                var conditions: [Condition] = []
                match(item.pattern, subject, into: &conditions)
                if let clause = item.whereClause {
                    conditions.append(.isTrue(coerce(check(Node(clause.condition), expected: .bool), to: .bool, for: .condition)))
                }
                return conditions
            }
        }
    }

    /// Whether some case takes every value: `default`, a name, `_`, or all of an enum's, Bool's or optional's values.
    private func isExhaustive(_ syntax: SwitchExprSyntax, _ type: Type) -> Bool {
        var seen = Set<String>()
        for (one, _) in switchCases(syntax) {
            guard case .case(let label) = one.label else { return true }
            for item in label.caseItems where item.whereClause == nil {
                if coversAll(item.pattern) { return true }
                seen.insert(caseKey(item.pattern))
            }
        }
        if type === Type.bool { return seen.isSuperset(of: ["true", "false"]) }
        if type.wrapped != nil { return (seen.contains("nil") || seen.contains(".none")) && (seen.contains("?") || seen.contains(".some")) }
        if let nominal = type.nominal, !nominal.cases.isEmpty { return seen.isSuperset(of: nominal.cases.map { "." + $0.name }) }
        return false
    }

    private func coversAll(_ pattern: PatternSyntax) -> Bool {
        switch pattern.as(PatternSyntaxEnum.self) {
        case .wildcardPattern, .identifierPattern: return true
        case .valueBindingPattern(let binding): return coversAll(binding.pattern)
        case .tuplePattern(let tuple): return tuple.elements.allSatisfy { coversAll($0.pattern) }
        case .expressionPattern(let expression): return coversAll(expression.expression)
        default: return false
        }
    }

    private func coversAll(_ syntax: ExprSyntax) -> Bool {
        if syntax.is(DiscardAssignmentExprSyntax.self) { return true }
        if let pattern = syntax.as(PatternExprSyntax.self) { return coversAll(pattern.pattern) }
        if let tuple = syntax.as(TupleExprSyntax.self) { return tuple.elements.allSatisfy { coversAll($0.expression) } }
        return false
    }

    /// What a case that covers one of several values is known by.
    private func caseKey(_ pattern: PatternSyntax) -> String {
        var syntax: ExprSyntax?
        if let expression = pattern.as(ExpressionPatternSyntax.self) { syntax = expression.expression }
        if let binding = pattern.as(ValueBindingPatternSyntax.self), let expression = binding.pattern.as(ExpressionPatternSyntax.self) { syntax = expression.expression }
        guard let syntax else { return "" }
        if let optional = syntax.as(OptionalChainingExprSyntax.self) { return coversAll(optional.expression) ? "?" : "" }
        if let member = syntax.as(MemberAccessExprSyntax.self) { return "." + member.declName.baseName.text }
        if let call = syntax.as(FunctionCallExprSyntax.self), let name = call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text {
            return call.arguments.allSatisfy { coversAll($0.expression) } ? "." + name : ""
        }
        return syntax.trimmedDescription
    }

    // MARK: As expressions

    func ifExpression(_ syntax: IfExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        guard syntax.elseBody != nil else { return fail("'if' must have an unconditional 'else' to be used as expression", at: range) }
        var wanted = expected
        return valueStatement(range, &wanted) { holder in
            self.ifBranches(syntax, holder)
        }
    }

    private func ifBranches(_ syntax: IfExprSyntax, _ target: BranchTarget) -> [Statement] {
        let outer = scope
        scope = Scope(parent: outer, function: function)
        let tests = conditions(syntax.conditions)
        let then = branch(syntax.body.statements, target)
        scope = outer
        var otherwise: [Statement] = []
        switch syntax.elseBody {
        case .ifExpr(let other)?: otherwise = ifBranches(other, target)
        case .codeBlock(let block)?: otherwise = branch(block.statements, target)
        case nil: error("'if' must have an unconditional 'else' to be used as expression", at: syntax.sourceRange)
        }
        return [Statement(.if(tests, then, otherwise), syntax.sourceRange)]
    }

    func switchExpression(_ syntax: SwitchExprSyntax, expected: Type?) -> Expression {
        var wanted = expected
        return valueStatement(syntax.sourceRange, &wanted) { target in
            let subject = self.check(Node(syntax.subject), expected: nil)
            let holder = self.temporary(subject.type, subject.range)
            let held = Expression(.variable(holder), subject.type, subject.range)
            var cases: [SwitchCase] = []
            for (one, body) in self.switchCases(syntax) {
                let outer = self.scope
                self.scope = Scope(parent: outer, function: self.function)
                let alternatives = self.alternatives(one, held)
                cases.append(SwitchCase(alternatives: alternatives, body: self.branch(body, target)))
                self.scope = outer
            }
            if !subject.type.isError, !self.isExhaustive(syntax, subject.type) {
                self.error("switch must be exhaustive", at: syntax.switchKeyword.sourceRange, help: "add a 'default' case")
            }
            return [Statement(.declare(holder, subject), subject.range), Statement(.switch(Label(), cases), syntax.sourceRange)]
        }
    }

    /// Where the branches of an `if` or `switch` used as a value put it.
    final class BranchTarget {
        var type: Type?
        var variable: Variable?
    }

    private func valueStatement(_ range: SourceRange, _ expected: inout Type?, _ make: (BranchTarget) -> [Statement]) -> Expression {
        let target = BranchTarget()
        target.type = expected.flatMap { $0.isConcrete ? $0 : nil }
        let before = errorCount
        if target.type == nil {
            // A first look finds what the branches are.
            let probe = BranchTarget()
            _ = attempt { make(probe) }
            target.type = probe.type
        }
        guard let type = target.type else {
            _ = make(target)
            return failure(range)
        }
        let variable = temporary(type, range)
        variable.isReassigned = true
        target.variable = variable
        let statements = make(target)
        if errorCount > before { return failure(range) }
        return Expression(.block([Statement(.declare(variable, nil), range)] + statements, Expression(.variable(variable), type, range)), type, range)
    }

    private func branch(_ items: CodeBlockItemListSyntax, _ target: BranchTarget) -> [Statement] {
        inScope {
            guard items.count == 1, let item = items.first else {
                error("non-expression branch of 'if' or 'switch' expression may only end with a 'throw'", at: items.sourceRange)
                return []
            }
            guard let syntax = item.implicitResult else {
                return statements(items)
            }
            var value = check(Node(syntax), expected: target.type)
            if value.type.isError { return [] }
            if case .never = value.type.kind { return [Statement(.expression(value), value.range)] }
            guard let type = target.type else {
                target.type = value.type
                return []
            }
            value = coerce(value, to: type)
            guard let variable = target.variable else { return [] }
            let place = Place(root: .variable(variable), steps: [], type: type, range: value.range)
            return [Statement(.expression(Expression(.assign(place, value), .void, value.range)), value.range)]
        }
    }
}
