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
                global.opaqueOrigin = opaqueOrigin(value)
                result.append(Statement(.declareGlobal(global, value), range))
            } else {
                let variable = declareLocal(text, type: value.type, isMutable: isMutable, range: range)
                variable.opaqueOrigin = opaqueOrigin(value)
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
                        let names = (0..<tuple.elements.count).map { $0 < elements.count ? elements[$0].type.description : "_" }
                        error("'\(value.type)' is not convertible to '(\(names.joined(separator: ", ")))', tuples have a different number of elements", at: range)
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
        case .isTypePattern(let test):
            let wanted = resolve(test.type)
            if value.type.isError || wanted.isError { return }
            result.append(.isTrue(typeTest(value, wanted, range: range)))
        case .missingPattern: return
        }
    }

    func declaring(_ variable: Variable, _ value: Expression) -> Condition {
        .isTrue(Expression(.block([Statement(.declare(variable, value), value.range)], Expression(.boolean(true), .bool, value.range)), .bool, value.range))
    }

    /// `if let (a, b) = pair`: names in a tuple that was read as an expression.
    func bindNames(_ syntax: ExprSyntax, _ value: Expression, into result: inout [Condition]) {
        if let reference = syntax.as(DeclReferenceExprSyntax.self) {
            let variable = declareLocal(Checker.plainName(reference.baseName.text), type: value.type, isMutable: false, range: syntax.sourceRange)
            result.append(declaring(variable, value))
        } else if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count > 1 {
            guard let elements = value.type.tupleElements, elements.count == tuple.elements.count else {
                if !value.type.isError { error("tuple pattern cannot match values of type '\(value.type)'", at: syntax.sourceRange) }
                for element in tuple.elements { bindNames(element.expression, failure(syntax.sourceRange), into: &result) }
                return
            }
            for (index, element) in tuple.elements.enumerated() {
                bindNames(element.expression, Expression(.element(value, index), elements[index].type, value.range), into: &result)
            }
        } else {
            matchExpression(syntax, value, nil, into: &result)
        }
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
        if let probe, let member = syntax.as(MemberAccessExprSyntax.self), member.base == nil, member.declName.baseName.text == Probe.marker {
            note(member, probe, value.type)
            return
        }
        if let pattern = syntax.as(PatternExprSyntax.self) {
            return match(pattern.pattern, value, isMutable: isMutable, into: &result)
        }
        if probe != nil, let tuple = syntax.as(TupleExprSyntax.self), let elements = value.type.tupleElements, tuple.elements.count < elements.count {
            // `case (.`: a pattern that is still being written.
            for (index, element) in tuple.elements.enumerated() {
                matchExpression(element.expression, Expression(.element(value, index), elements[index].type, value.range), isMutable, into: &result)
            }
            return
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
        if case .cast(let inner, let written, nil) = Node(syntax), case .syntax(let name) = inner {
            return matchCast(name, written, value, isMutable, range, into: &result)
        }
        if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
            return matchExpression(only.expression, value, isMutable, into: &result)
        }
        if let optional = syntax.as(OptionalChainingExprSyntax.self), let wrapped = value.type.wrapped {
            let variable = temporary(wrapped, range)
            result.append(.bind(variable, value))
            return matchExpression(optional.expression, Expression(.variable(variable), wrapped, range), isMutable, into: &result)
        }
        if let optional = syntax.as(OptionalChainingExprSyntax.self), !value.type.isError {
            error("'?' pattern cannot match values of type '\(value.type)'", at: range)
            return matchExpression(optional.expression, failure(range), isMutable, into: &result)
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
        if let test = customMatch(syntax, value, range: range) {
            result.append(.isTrue(test))
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
        comparison(name, a, b, range)
    }

    /// `let x as T`: the value as that type, where it is one.
    private func matchCast(_ syntax: ExprSyntax, _ written: TypeSyntax, _ value: Expression, _ isMutable: Bool?, _ range: SourceRange, into result: inout [Condition]) {
        let wanted = resolve(written)
        if wanted.isError || value.type.isError { return }
        if let converted = convert(value, to: wanted) {
            return matchExpression(syntax, converted, isMutable, into: &result)
        }
        guard let cast = optionalCast(value, wanted, range: range) else { return }
        let variable = temporary(wanted, range)
        result.append(.bind(variable, cast))
        matchExpression(syntax, Expression(.variable(variable), wanted, range), isMutable, into: &result)
    }

    /// `.name` or `.name(let x)` against an enum's value.
    private func matchCase(_ syntax: ExprSyntax, _ value: Expression, _ isMutable: Bool?, into result: inout [Condition]) -> Bool {
        guard let named = CasePattern(syntax) else { return false }
        let range = syntax.sourceRange
        if let base = named.base {
            guard let type = caseType(base, value.type) else { return false }
            // `catch MyError.bad(let x)`: of the errors that may come, those of this type.
            if type !== value.type, value.type.wrapped !== type {
                let isCase = type.nominal?.cases.contains { $0.name == named.name } ?? false || type.wrapped != nil && ["none", "some"].contains(named.name)
                guard isCase, isReferenceType(value.type) || value.type.isExistential,
                    let cast = optionalCast(value, type, range: range)
                else { return false }
                let variable = temporary(type, range)
                result.append(.bind(variable, cast))
                return matchCase(syntax, Expression(.variable(variable), type, range), isMutable, into: &result)
            }
        }
        if let wrapped = value.type.wrapped {
            if named.name == "none", named.arguments == nil {
                result.append(.isTrue(Expression(.isNone(value), .bool, range)))
                return true
            }
            if named.name == "some", named.arguments == nil, !(wrapped.nominal?.cases.contains { $0.name == "some" } ?? false) {
                // `case .some:` of whatever there is.
                result.append(.isTrue(Expression(.operation(.boolNot, [Expression(.isNone(value), .bool, range)]), .bool, range)))
                return true
            }
            if named.name == "some", let arguments = named.arguments, arguments.count == 1 {
                let variable = temporary(wrapped, range)
                result.append(.bind(variable, value))
                matchExpression(arguments[0].expression, Expression(.variable(variable), wrapped, range), isMutable, into: &result)
                return true
            }
            guard wrapped.nominal?.cases.contains(where: { $0.name == named.name }) ?? false else { return false }
            let variable = temporary(wrapped, range)
            result.append(.bind(variable, value))
            return matchCase(syntax, Expression(.variable(variable), wrapped, range), isMutable, into: &result)
        }
        guard let nominal = value.type.nominal, case .enumeration = nominal.form else { return false }
        guard let index = nominal.cases.firstIndex(where: { $0.name == named.name }) else {
            if hasStaticMember(named.name, of: value.type) { return false }
            let near = closestName(to: named.name, among: nominal.cases.map(\.name))
            error("type '\(value.type)' has no member '\(named.name)'", at: named.nameRange, help: near.map { "did you mean '\($0)'?" })
            for argument in named.arguments ?? [] { matchExpression(argument.expression, failure(range), isMutable, into: &result) }
            return true
        }
        matchPayload(named, nominal.cases[index], index, value, isMutable, range, into: &result)
        return true
    }

    /// The enum that stands in front of a case's name.
    private func caseType(_ base: ExprSyntax, _ subject: Type) -> Type? {
        if let type = typeReference(Node(base)) { return type }
        // A generic enum's name without arguments is the subject's.
        guard let reference = base.as(DeclReferenceExprSyntax.self), case .entity(.genericType(let nominal))? = lookUpName(reference.baseName.text) else { return nil }
        for type in [subject, subject.wrapped].compactMap({ $0 }) where type.nominal === nominal { return type }
        return nil
    }

    private func matchPayload(_ named: CasePattern, _ enumCase: NominalType.EnumCase, _ index: Int, _ value: Expression, _ isMutable: Bool?, _ range: SourceRange, into result: inout [Condition]) {
        let payload = enumCase.payload.map { $0.type.substituting(substitution(for: value.type)) }
        guard let arguments = named.arguments else {
            result.append(.matchesCase(value, index, payload.map { _ in nil }))
            return
        }
        if payload.isEmpty {
            error("pattern with associated values does not match enum case '\(named.name)'", at: range, help: "remove the parentheses")
            return
        }
        if arguments.count == 1, payload.count > 1 {
            // One name for the whole payload: a tuple.
            let variables = payload.map { temporary($0, range) }
            result.append(.matchesCase(value, index, variables))
            let type = Type.make(.tuple(zip(enumCase.payload, payload).map { Type.TupleElement(label: $0.label, type: $1) }))
            let whole = Expression(.aggregate(variables.map { Expression(.variable($0), $0.type, range) }), type, range)
            let holder = temporary(type, range)
            result.append(declaring(holder, whole))
            matchExpression(arguments[0].expression, Expression(.variable(holder), type, range), isMutable, into: &result)
            return
        }
        guard arguments.count == payload.count else {
            error(payload.count == 1 ? "tuple pattern cannot match values of the non-tuple type '\(payload[0])'" : "tuple pattern has the wrong length for tuple type '(\(payload.map(\.description).joined(separator: ", ")))'", at: range)
            for argument in arguments { matchExpression(argument.expression, failure(range), isMutable, into: &result) }
            return
        }
        for (argument, element) in zip(arguments, enumCase.payload) {
            if let label = argument.label?.text, label != element.label {
                error("tuple pattern element label '\(label)' must be '\(element.label.isEmpty ? "_" : element.label)'", at: argument.sourceRange)
            }
        }
        let variables = zip(arguments, payload).map { argument, type in
            ignores(argument.expression) ? nil : temporary(type, range)
        }
        result.append(.matchesCase(value, index, variables))
        for (argument, variable) in zip(arguments, variables) {
            guard let variable else { continue }
            matchExpression(argument.expression, Expression(.variable(variable), variable.type, argument.expression.sourceRange), isMutable, into: &result)
        }
    }

    private func ignores(_ syntax: ExprSyntax) -> Bool {
        if syntax.is(DiscardAssignmentExprSyntax.self) { return true }
        return syntax.as(PatternExprSyntax.self)?.pattern.is(WildcardPatternSyntax.self) ?? false
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
        var shared: [Statement] = []
        let all = switchCases(syntax)
        var carried: [String: Variable] = [:]
        for (index, (one, body)) in all.enumerated() {
            flow = before
            let outer = scope
            scope = Scope(parent: outer, function: function)
            if index > 0, all[index - 1].0.label.is(SwitchDefaultLabelSyntax.self) {
                error("additional 'case' blocks cannot appear after the 'default' block of a 'switch'", at: one.label.sourceRange)
            }
            let alternatives = self.alternatives(one, held, carried, sharing: &shared)
            let isFallenInto = !carried.isEmpty
            let saved = (context.fallsInto, context.fallsFrom, context.carried)
            context.fallsInto = index + 1 < all.count ? all[index + 1].0 : nil
            context.fallsFrom = one
            context.carried = [:]
            context.isInSwitch = true
            let inner = block(body)
            carried = context.carried
            (context.fallsInto, context.fallsFrom, context.carried) = saved
            scope = outer
            if inner.isEmpty, body.isEmpty {
                error("'\(one.label.is(SwitchDefaultLabelSyntax.self) ? "default" : "case")' label in a 'switch' must have at least one executable statement", at: one.label.sourceRange)
            }
            if case .fallthrough? = inner.last?.kind { flow.isUnreachable = true }
            if merged == nil { merged = flow } else { merged!.merge(flow) }
            cases.append(SwitchCase(alternatives: alternatives, body: inner, isFallenInto: isFallenInto))
        }
        checkExhaustive(syntax, subject.type)
        flow = merged ?? before
        // Of a type without values no way leads on.
        if all.isEmpty { flow.isUnreachable = true }
        mergeBreaks(of: label)
        result.append(Statement(.declare(holder, subject), subject.range))
        result += shared
        result.append(Statement(.switch(label, cases), syntax.sourceRange))
    }

    func fallthroughStatement(_ range: SourceRange) -> [Statement] {
        defer { flow.isUnreachable = true }
        guard let next = context.fallsInto else {
            error(context.isInSwitch ? "'fallthrough' without a following 'case' or 'default' block" : "'fallthrough' is only allowed inside a switch", at: range)
            return []
        }
        let own = context.fallsFrom.map(boundNames) ?? []
        var result: [Statement] = []
        for name in boundNames(next) {
            guard own.contains(name), case .variable(let variable)? = lookUp(name)?.entity else {
                error("'fallthrough' from a case which doesn't bind variable '\(name)'", at: range)
                continue
            }
            // The next case's variable of that name takes what this one's holds.
            let into = context.carried[name] ?? temporary(named: name, variable.type, range)
            into.isReassigned = true
            context.carried[name] = into
            let place = Place(root: .variable(into), steps: [], type: into.type, range: range)
            result.append(Statement(.expression(Expression(.assign(place, Expression(.variable(variable), variable.type, range)), .void, range)), range))
        }
        noteExit(upTo: labels.last)
        return result + [Statement(.fallthrough, range)]
    }

    /// The names that a case's patterns bind, in order.
    private func boundNames(_ one: SwitchCaseSyntax) -> [String] {
        guard case .case(let label) = one.label, let item = label.caseItems.first, bindsNames(item.pattern) else { return [] }
        final class Names: SyntaxVisitor {
            var all: [String] = []
            override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
                all.append(Checker.plainName(node.identifier.text))
                return .skipChildren
            }
        }
        let names = Names(viewMode: .sourceAccurate)
        names.walk(item.pattern)
        return names.all
    }

    private func bindsNames(_ pattern: PatternSyntax) -> Bool {
        pattern.tokens(viewMode: .sourceAccurate).contains { $0.tokenKind == .keyword(.let) || $0.tokenKind == .keyword(.var) }
    }

    private func switchCases(_ syntax: SwitchExprSyntax) -> [(SwitchCaseSyntax, CodeBlockItemListSyntax)] {
        syntax.cases.compactMap {
            if case .switchCase(let one) = $0 { return (one, one.statements) }
            return nil
        }
    }

    /// The conditions of each of a case's patterns. Names that several patterns bind are variables they share, which
    /// are declared before the switch.
    private func alternatives(_ one: SwitchCaseSyntax, _ subject: Expression, _ carried: [String: Variable], sharing shared: inout [Statement]) -> [[Condition]] {
        guard case .case(let label) = one.label else { return [[]] }
        let items = Array(label.caseItems)
        func conditions(_ item: SwitchCaseItemSyntax) -> [Condition] {
            var conditions: [Condition] = []
            match(item.pattern, subject, into: &conditions)
            if let clause = item.whereClause {
                conditions.append(.isTrue(coerce(check(Node(clause.condition), expected: .bool), to: .bool, for: .condition)))
            }
            return conditions
        }
        if carried.isEmpty, items.count == 1 || !items.contains(where: { bindsNames($0.pattern) }) { return items.map { conditions($0) } }
        // What the case before falls through with is there already.
        var common = carried
        let outer = scope
        for (name, variable) in carried.sorted(by: { $0.key < $1.key }) {
            outer.entities[name] = .variable(variable)
            shared.append(Statement(.declare(variable, nil), variable.range))
        }
        return items.enumerated().map { index, item in
            let inner = Scope(parent: outer, function: function)
            var tests = inScope(inner) { conditions(item) }
            let bound = inner.entities.compactMap { name, entity -> (String, Variable)? in
                if case .variable(let variable) = entity { return (name, variable) }
                return nil
            }.sorted { $0.0 < $1.0 }
            if index > 0 {
                for name in common.keys.sorted() where !bound.contains(where: { $0.0 == name }) {
                    error("'\(name)' must be bound in every pattern", at: item.sourceRange)
                }
            }
            for (name, variable) in bound {
                if index == 0, common[name] == nil {
                    let one = Variable(name: name, type: variable.type, isMutable: variable.isMutable, range: variable.range, owner: function)
                    one.isReassigned = true
                    common[name] = one
                    outer.entities[name] = .variable(one)
                    shared.append(Statement(.declare(one, nil), variable.range))
                }
                guard let one = common[name] else {
                    error("'\(name)' must be bound in every pattern", at: variable.range)
                    continue
                }
                if one.type !== variable.type, !one.type.isError, !variable.type.isError {
                    error("pattern variable bound to type '\(variable.type)', expected type '\(one.type)'", at: variable.range)
                    continue
                }
                let place = Place(root: .variable(one), steps: [], type: one.type, range: variable.range)
                let assign = Expression(.assign(place, Expression(.variable(variable), variable.type, variable.range)), .void, variable.range)
                tests.append(.isTrue(Expression(.block([Statement(.expression(assign), variable.range)], Expression(.boolean(true), .bool, variable.range)), .bool, variable.range)))
            }
            return tests
        }
    }

    private func checkExhaustive(_ syntax: SwitchExprSyntax, _ type: Type) {
        if type.isError { return }
        // What is wrong with a pattern itself is all there is to say.
        let wrong = diagnostics.filter { $0.severity == .error && $0.range.start >= syntax.sourceRange.start && $0.range.end <= syntax.sourceRange.end }.map(\.range)
        var rows: [[Space]] = []
        for (one, _) in switchCases(syntax) {
            guard case .case(let label) = one.label else { return }
            let range = label.sourceRange
            if wrong.contains(where: { $0.start >= range.start && $0.end <= range.end }) { return }
            for item in label.caseItems where item.whereClause == nil { rows.append([space(item.pattern, type)]) }
        }
        let missing = missingCases(rows, [type])
        if missing.isEmpty { return }
        let isOpen = missing == ["_"]
        let shown = missing.prefix(4).map { "'\($0)'" }.joined(separator: ", ") + (missing.count > 4 ? " and \(missing.count - 4) more" : "")
        error(
            "switch must be exhaustive", at: syntax.switchKeyword.sourceRange,
            help: isOpen ? "add a default clause" : "add missing case\(missing.count == 1 ? "" : "s"): \(shown)")
    }

    /// Whether a pattern takes every value.
    func coversAll(_ pattern: PatternSyntax) -> Bool {
        if case .any = space(pattern, .error) { return true }
        return false
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
        let before = flow
        let then = branch(syntax.body.statements, target)
        scope = outer
        let afterThen = flow
        flow = before
        var otherwise: [Statement] = []
        switch syntax.elseBody {
        case .ifExpr(let other)?: otherwise = ifBranches(other, target)
        case .codeBlock(let block)?: otherwise = branch(block.statements, target)
        case nil: error("'if' must have an unconditional 'else' to be used as expression", at: syntax.sourceRange)
        }
        flow.merge(afterThen)
        return [Statement(.if(tests, then, otherwise), syntax.sourceRange)]
    }

    func switchExpression(_ syntax: SwitchExprSyntax, expected: Type?) -> Expression {
        var wanted = expected
        return valueStatement(syntax.sourceRange, &wanted) { target in
            let subject = self.check(Node(syntax.subject), expected: nil)
            let holder = self.temporary(subject.type, subject.range)
            let held = Expression(.variable(holder), subject.type, subject.range)
            var cases: [SwitchCase] = []
            var shared: [Statement] = []
            let before = self.flow
            var merged: Flow?
            for (one, body) in self.switchCases(syntax) {
                let outer = self.scope
                self.scope = Scope(parent: outer, function: self.function)
                self.flow = before
                let alternatives = self.alternatives(one, held, [:], sharing: &shared)
                cases.append(SwitchCase(alternatives: alternatives, body: self.branch(body, target)))
                self.scope = outer
                if merged == nil { merged = self.flow } else { merged!.merge(self.flow) }
            }
            self.flow = merged ?? before
            self.checkExhaustive(syntax, subject.type)
            return [Statement(.declare(holder, subject), subject.range)] + shared + [Statement(.switch(Label(), cases), syntax.sourceRange)]
        }
    }

    /// Where the branches of an `if` or `switch` used as a value put it.
    final class BranchTarget {
        var type: Type?
        var variable: Variable?
        /// Some branch is `nil`.
        var hasNil = false
        /// The first branch said of which type the others have to be.
        var isInferred = false
        var first: SourceRange?
    }

    private func valueStatement(_ range: SourceRange, _ expected: inout Type?, _ make: (BranchTarget) -> [Statement]) -> Expression {
        let target = BranchTarget()
        target.type = expected.flatMap { $0.isConcrete ? $0 : nil }
        let before = errorCount
        if target.type == nil {
            // A first look finds what the branches are.
            let start = flow
            target.isInferred = true
            target.type = branchType(range, make)
            flow = start
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

    /// What the branches are, found once for the same names of the same types: inside of others they are asked again.
    private func branchType(_ range: SourceRange, _ make: (BranchTarget) -> [Statement]) -> Type? {
        let key = scope.substitutionInSight == nil ? BranchKey(source: ObjectIdentifier(currentSource), start: range.start, variables: scope.localTypes) : nil
        if let key, let known = branchTypes[key] { return known }
        let probe = BranchTarget()
        _ = attempt { make(probe) }
        let type = probe.hasNil ? probe.type.map { $0.wrapped == nil ? .optional($0) : $0 } : probe.type
        if let key, let type { branchTypes[key] = type }
        return type
    }

    private func branch(_ items: CodeBlockItemListSyntax, _ target: BranchTarget) -> [Statement] {
        inScope {
            if items.endsWithThrow { return statements(items) }
            guard items.count == 1, let item = items.first else {
                error("non-expression branch of 'if' or 'switch' expression may only end with a 'throw'", at: items.sourceRange)
                return []
            }
            guard let syntax = item.implicitResult else {
                return statements(items)
            }
            if target.variable == nil, syntax.is(NilLiteralExprSyntax.self) {
                target.hasNil = true
                return []
            }
            var value = check(Node(syntax), expected: target.type)
            if value.type.isError { return [] }
            if case .never = value.type.kind { return [Statement(.expression(value), value.range)] }
            guard let type = target.type else {
                target.type = value.type
                return []
            }
            if target.first == nil { target.first = value.range }
            if target.isInferred, convert(value, to: type) == nil {
                error("branches have mismatching types '\(type)' and '\(value.type)'", at: target.first ?? value.range)
                return []
            }
            value = coerce(value, to: type)
            guard let variable = target.variable else { return [] }
            let place = Place(root: .variable(variable), steps: [], type: type, range: value.range)
            return [Statement(.expression(Expression(.assign(place, value), .void, value.range)), value.range)]
        }
    }
}
