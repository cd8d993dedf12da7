import SwiftSyntax

/// Statements.
extension Checker {
    /// The statements of a block, in a scope of their own when `isScoped`.
    func block(_ items: CodeBlockItemListSyntax) -> [Statement] {
        inScope { statements(items) }
    }

    func statements(_ items: CodeBlockItemListSyntax) -> [Statement] {
        hoist(items)
        noteLocalNames(items)
        var result: [Statement] = []
        var previous: CodeBlockItemSyntax?
        var hasWarned = false
        let firstDefer = openDefers.count
        for item in items {
            defer { previous = item }
            if flow.isUnreachable {
                if !hasWarned { warnUnreachable(item, after: previous) }
                hasWarned = true
                flow.isUnreachable = false
                let before = (result.count, openDefers.count)
                statement(item, into: &result)
                closeDefers(from: before.1, into: &result)
                result.removeLast(result.count - before.0)
                flow.isUnreachable = true
                continue
            }
            let own = context.armsWhenComplete ? scope.nearestSelf?.variable : nil
            let wasComplete = own.map(lacksNothing(ofRoot:)) ?? true
            statement(item, into: &result)
            if let own, !wasComplete, lacksNothing(ofRoot: own), !flow.isUnreachable { result.append(armed(own, at: item.sourceRange)) }
        }
        closeDefers(from: firstDefer, into: &result)
        return result
    }

    /// The names of the variables that a function's statements declare, for who uses one too early.
    private func noteLocalNames(_ items: CodeBlockItemListSyntax) {
        guard scope !== cellScope else { return }
        for item in items {
            guard case .decl(let declaration) = item.item, let variable = declaration.as(VariableDeclSyntax.self) else { continue }
            for case let name? in variable.bindings.map({ $0.pattern.as(IdentifierPatternSyntax.self)?.identifier.text }) { scope.laterNames.insert(Checker.plainName(name)) }
        }
    }

    func statement(_ item: CodeBlockItemSyntax, into result: inout [Statement]) {
        switch item.item {
        case .decl(let declaration): self.declaration(declaration, into: &result)
        case .stmt(let statement): self.statement(statement, label: nil, into: &result)
        case .expr(let expression): expressionStatement(expression, into: &result)
        }
    }

    func expressionStatement(_ expression: ExprSyntax, into result: inout [Statement]) {
        if let conditional = expression.as(IfExprSyntax.self) {
            result.append(ifStatement(conditional))
            return
        }
        if let selection = expression.as(SwitchExprSyntax.self) {
            switchStatement(selection, label: Label(), into: &result)
            return
        }
        let value = check(Node(expression), expected: nil)
        if value.type.isError { return }
        if case .never = value.type.kind {
            result.append(Statement(.expression(value), value.range))
            flow.isUnreachable = true
            return
        }
        if let builder = context.builder, !value.type.isVoid {
            guard let element = convert(value, to: builder.element) else {
                error("cannot convert value of type '\(value.type)' to expected element type '\(builder.element)'", at: value.range)
                return
            }
            let place = Place(root: .variable(builder.variable), steps: [], type: builder.variable.type, range: value.range)
            let append = Expression(.operation(.arrayAppend, [Expression(.address(place), place.type, value.range), element]), .void, value.range)
            result.append(Statement(.expression(append), value.range))
            return
        }
        if !value.type.isVoid { warnUnused(value, expression) }
        result.append(Statement(.expression(value.type.isVoid ? value : Expression(.discard(value), .void, value.range)), value.range))
    }

    func statement(_ syntax: StmtSyntax, label: Label?, into result: inout [Statement]) {
        let range = syntax.sourceRange
        switch syntax.as(StmtSyntaxEnum.self) {
        case .expressionStmt(let statement):
            if let conditional = statement.expression.as(IfExprSyntax.self) {
                result.append(ifStatement(conditional, label: label))
            } else if let selection = statement.expression.as(SwitchExprSyntax.self) {
                switchStatement(selection, label: label ?? Label(), into: &result)
            } else {
                expressionStatement(statement.expression, into: &result)
            }
        case .labeledStmt(let labeled):
            let label = Label(name: labeled.label.text)
            statement(labeled.statement, label: label, into: &result)
        case .guardStmt(let statement): guardStatement(statement, into: &result)
        case .whileStmt(let statement): result.append(whileStatement(statement, label ?? Label()))
        case .repeatStmt(let statement): result.append(repeatStatement(statement, label ?? Label()))
        case .forStmt(let statement): forStatement(statement, label ?? Label(), into: &result)
        case .returnStmt(let statement): result += returnStatement(statement)
        case .breakStmt(let statement): jump(statement.label, isBreak: true, range, into: &result)
        case .continueStmt(let statement): jump(statement.label, isBreak: false, range, into: &result)
        case .fallThroughStmt: result += fallthroughStatement(range)
        case .deferStmt(let statement):
            deferStatement(statement, at: result.count)
            result.append(Statement(.block([]), range))
        case .doStmt(let statement): doStatement(statement, label, into: &result)
        case .throwStmt(let statement): result += throwStatement(statement)
        case .yieldStmt(let statement): yieldStatement(statement, into: &result)
        case .discardStmt:
            error("this statement is not part of the cell language", at: range)
        default:
            unsupported("this statement is", at: range)
        }
    }

    // MARK: Conditions

    func conditions(_ list: ConditionElementListSyntax) -> [Condition] {
        var result: [Condition] = []
        for element in list {
            switch element.condition {
            case .expression(let expression):
                if expression.is(SequenceExprSyntax.self), let sequence = expression.as(SequenceExprSyntax.self), sequence.elements.contains(where: { $0.is(AssignmentExprSyntax.self) }) {
                    error("use of '=' in a boolean context, did you mean '=='?", at: expression.sourceRange)
                    continue
                }
                let value = check(Node(expression), expected: .bool)
                if value.type.wrapped != nil, !value.isImplicit {
                    error("optional type '\(value.type)' cannot be used as a boolean; test for '!= nil' instead", at: value.range)
                    continue
                }
                let test = coerce(value, to: .bool, for: .condition)
                result.append(.isTrue(test))
            case .optionalBinding(let binding):
                optionalBinding(binding, into: &result)
            case .matchingPattern(let matching):
                let subject = check(Node(matching.initializer.value), expected: nil)
                if subject.type.isError { continue }
                let variable = temporary(subject.type, subject.range)
                result.append(.isTrue(Expression(.block([Statement(.declare(variable, subject), subject.range)], Expression(.boolean(true), .bool, subject.range)), .bool, subject.range)))
                match(matching.pattern, Expression(.variable(variable), subject.type, subject.range), into: &result)
            case .availability(let availability):
                error("availability conditions are not part of the cell language", at: availability.sourceRange)
            }
        }
        return result
    }

    private func optionalBinding(_ binding: OptionalBindingConditionSyntax, into result: inout [Condition]) {
        let range = binding.sourceRange
        guard let identifier = binding.pattern.as(IdentifierPatternSyntax.self) else {
            if binding.pattern.is(WildcardPatternSyntax.self), let initializer = binding.initializer {
                let value = check(Node(initializer.value), expected: nil)
                result.append(.isTrue(Expression(.operation(.boolNot, [Expression(.isNone(value), .bool, range)]), .bool, range)))
                return
            }
            guard let initializer = binding.initializer else {
                error("expected a name in optional binding", at: range)
                return
            }
            let value = check(Node(initializer.value), expected: nil)
            let whole = temporary(value.type.wrapped ?? .error, range)
            if value.type.wrapped != nil { result.append(.bind(whole, value)) } else if !value.type.isError {
                error("initializer for conditional binding must have Optional type, not '\(value.type)'", at: value.range)
            }
            let held = Expression(.variable(whole), whole.type, range)
            if let pattern = binding.pattern.as(ExpressionPatternSyntax.self) {
                bindNames(pattern.expression, held, into: &result)
            } else {
                match(binding.pattern, held, isMutable: binding.bindingSpecifier.tokenKind == .keyword(.var), into: &result)
            }
            return
        }
        let name = Checker.plainName(identifier.identifier.text)
        let value: Expression
        if let initializer = binding.initializer {
            let wanted = binding.typeAnnotation.map { Type.optional(resolve($0.type)) }
            var checked = check(Node(initializer.value), expected: wanted)
            if let wanted { checked = coerce(checked, to: wanted, for: .initialization) }
            value = checked
        } else {
            value = check(.syntax(ExprSyntax(DeclReferenceExprSyntax(baseName: identifier.identifier.trimmed))), expected: nil, at: identifier.sourceRange)
        }
        guard let wrapped = value.type.wrapped else {
            if !value.type.isError {
                error("initializer for conditional binding must have Optional type, not '\(value.type)'", at: value.range)
            }
            declareLocal(name, type: .error, isMutable: false, range: identifier.sourceRange)
            return
        }
        let variable = declareLocal(name, type: wrapped, isMutable: binding.bindingSpecifier.tokenKind == .keyword(.var), range: identifier.sourceRange)
        result.append(.bind(variable, value))
    }

    /// An expression made for a place in the source.
    func check(_ node: Node, expected: Type?, at range: SourceRange) -> Expression {
        let saved = diagnostics.count
        let value = check(node, expected: expected)
        for index in saved..<diagnostics.count { diagnostics[index].range = range }
        return Expression(value.kind, value.type, range)
    }

    // MARK: Branches

    private func ifStatement(_ syntax: IfExprSyntax, label: Label? = nil) -> Statement {
        if let label { labels.append(label) }
        defer { if label != nil { labels.removeLast() } }
        let start = scope
        scope = Scope(parent: start, function: function)
        let tests = conditions(syntax.conditions)
        let before = flow
        let then = block(syntax.body.statements)
        scope = start
        let afterThen = flow
        flow = before
        var otherwise: [Statement] = []
        switch syntax.elseBody {
        case .ifExpr(let other)?: otherwise = [ifStatement(other)]
        case .codeBlock(let body)?: otherwise = block(body.statements)
        case nil: break
        }
        flow.merge(afterThen)
        mergeBreaks(of: label)
        return labeled([Statement(.if(tests, then, otherwise), syntax.sourceRange)], label, syntax.sourceRange)
    }

    private func guardStatement(_ syntax: GuardStmtSyntax, into result: inout [Statement]) {
        let before = flow
        let outer = scope
        // Names the condition binds are for what follows, not for the else branch.
        scope = Scope(parent: outer, function: function)
        let tests = conditions(syntax.conditions)
        let bound = scope
        scope = outer
        let afterTests = flow
        flow = before
        let otherwise = block(syntax.body.statements)
        if !flow.isUnreachable {
            error("'guard' body must not fall through, consider using a 'return' or 'throw' to exit the scope", at: SourceRange(start: syntax.body.rightBrace.sourceRange.start, end: syntax.body.rightBrace.sourceRange.end))
        }
        flow = afterTests
        result.append(Statement(.if(tests, [], otherwise), syntax.sourceRange))
        for (name, entity) in bound.entities.sorted(by: { $0.key < $1.key }) {
            guard case .variable(let variable) = entity else { continue }
            if isCellScope {
                // At the top level what `guard let` binds lives on, under a name that may be taken.
                declaredHere[name] = nil
                let global = declareGlobal(name, variable.type, isMutable: variable.isMutable, range: variable.range)
                let value = Expression(.variable(variable), variable.type, variable.range)
                result.append(Statement(.declareGlobal(global, value), variable.range))
            } else {
                scope.entities[name] = .variable(variable)
            }
        }
    }

    // MARK: Loops

    private func loop<Result>(_ label: Label, isRepeated: Bool = true, _ body: () -> Result) -> Result {
        labels.append(label)
        loopLabels.append(label)
        defer {
            labels.removeLast()
            loopLabels.removeLast()
        }
        let before = flow
        let result = body()
        // What the body gives a value, and comes from outside, would get it again in the next round.
        var round = flow
        if let next = continues[ObjectIdentifier(label)] { round.merge(next.flow) }
        if !round.isUnreachable, isRepeated {
            for (id, one) in round.given where before.unassigned.contains(id) && before.given[id] == nil { reportGivenTwice(id, one.name, one.range) }
            for (index, one) in round.givenFields.sorted(by: { $0.key < $1.key }) where before.unassignedFields.contains(index) && before.givenFields[index] == nil {
                error("immutable value 'self.\(one.name)' may only be initialized once", at: one.range, help: "change 'let' to 'var' to make it mutable")
            }
        }
        return result
    }

    /// What is known behind a loop whose body may never have run.
    private func flowBehind(_ before: Flow, _ label: Label) -> Flow {
        var result = before
        result.mergeGiven(flow)
        if let next = continues[ObjectIdentifier(label)] { result.mergeGiven(next.flow) }
        if let left = breaks[ObjectIdentifier(label)] { result.mergeGiven(left.flow) }
        return result
    }

    private func whileStatement(_ syntax: WhileStmtSyntax, _ label: Label) -> Statement {
        let outer = scope
        scope = Scope(parent: outer, function: function)
        let tests = conditions(syntax.conditions)
        let before = flow
        let body = loop(label) { block(syntax.body.statements) }
        scope = outer
        flow = flowBehind(before, label)
        if tests.count == 1, case .isTrue(let test) = tests[0], case .boolean(true) = test.kind { flow.isUnreachable = true }
        mergeBreaks(of: label)
        return Statement(.while(label, tests, body), syntax.sourceRange)
    }

    private func repeatStatement(_ syntax: RepeatStmtSyntax, _ label: Label) -> Statement {
        let isOnce = syntax.condition.as(BooleanLiteralExprSyntax.self)?.literal.tokenKind == .keyword(.false)
        let body = loop(label, isRepeated: !isOnce) { block(syntax.body.statements) }
        if let next = continues.removeValue(forKey: ObjectIdentifier(label)) { flow.merge(next.flow) }
        let isLeft = flow.isUnreachable
        flow.isUnreachable = false
        let test = coerce(check(Node(syntax.condition), expected: .bool), to: .bool, for: .condition)
        flow.isUnreachable = isLeft
        if case .boolean(true) = test.kind { flow.isUnreachable = true }
        mergeBreaks(of: label)
        return Statement(.repeatWhile(label, body, test), syntax.sourceRange)
    }

    private func forStatement(_ syntax: ForStmtSyntax, _ label: Label, into result: inout [Statement]) {
        let range = syntax.sourceRange
        if syntax.awaitKeyword != nil || syntax.tryKeyword != nil { unsupported("this form of 'for' is", at: range) }
        // `for x: Any in [1, "a"]`: a literal's elements are what is written.
        let written = syntax.sequence.is(ArrayExprSyntax.self) ? syntax.typeAnnotation.map { resolve($0.type) } : nil
        let sequence = loopSequence(sequenced(forced(check(Node(syntax.sequence), expected: written.map(Type.array)))))
        let before = flow
        let outer = scope
        scope = Scope(parent: outer, function: function)
        defer {
            scope = outer
            flow = flowBehind(before, label)
        }
        func body(_ bound: LoopNames) -> [Statement] {
            var tests = bound.conditions
            if let clause = syntax.whereClause {
                tests.append(.isTrue(coerce(check(Node(clause.condition), expected: .bool), to: .bool, for: .condition)))
            }
            let inner = loop(label) { block(syntax.body.statements) }
            if tests.isEmpty { return bound.statements + inner }
            return bound.statements + [Statement(.if(tests, inner, []), range)]
        }
        func loopVariable(_ type: Type) -> (Variable, LoopNames) {
            if syntax.caseKeyword == nil {
                let (variable, statements) = self.loopVariable(syntax.pattern, syntax.typeAnnotation, type)
                return (variable, LoopNames(statements: statements))
            }
            let variable = temporary(type, syntax.pattern.sourceRange)
            var names = LoopNames()
            match(syntax.pattern, Expression(.variable(variable), type, syntax.pattern.sourceRange), into: &names.conditions)
            return (variable, names)
        }
        if sequence.type.isError {
            if let name = syntax.pattern.as(IdentifierPatternSyntax.self) {
                declareLocal(Checker.plainName(name.identifier.text), type: .error, isMutable: false, range: name.sourceRange)
            }
            _ = body(LoopNames())
            return
        }
        if let nominal = sequence.type.nominal, nominal === NominalType.range || nominal === NominalType.closedRange, sequence.type.arguments[0] === Type.int {
            let isClosed = nominal === NominalType.closedRange
            let (variable, bound) = loopVariable(.int)
            let inner = body(bound)
            if case .range(let bounds) = sequence.kind {
                result.append(Statement(.forRange(label, variable, lower: bounds[0], upper: bounds[1], isClosed: isClosed, inner), range))
            } else {
                let holder = temporary(sequence.type, sequence.range)
                let held = Expression(.variable(holder), sequence.type, sequence.range)
                result.append(Statement(.declare(holder, sequence), sequence.range))
                result.append(
                    Statement(
                        .forRange(
                            label, variable, lower: Expression(.element(held, 0), .int, sequence.range),
                            upper: Expression(.element(held, 1), .int, sequence.range), isClosed: isClosed, inner), range))
            }
            return
        }
        if let counted = countedLoop(sequence) {
            // The numbers are counted, and each is worked out from its count.
            let (variable, bound) = loopVariable(.int)
            let inner = [Statement(.declare(variable, counted.value), range)] + body(bound)
            result.append(Statement(.declare(counted.holder, sequence), sequence.range))
            let zero = Expression(.integer(0), .int, sequence.range)
            result.append(Statement(.forRange(label, counted.counter, lower: zero, upper: counted.count, isClosed: false, inner), range))
            return
        }
        if let element = sequence.type.arrayElement {
            let (variable, bound) = loopVariable(element)
            let inner = body(bound)
            result.append(Statement(.forArray(label, variable, sequence, inner), range))
            return
        }
        guard let (setUp, next) = iteration(over: sequence) else {
            error("for-in loop requires '\(sequence.type)' to conform to 'Sequence'", at: sequence.range)
            declareLoopNamesAsErrors(syntax.pattern)
            _ = body(LoopNames())
            return
        }
        let (variable, bound) = loopVariable(next.type.wrapped ?? .error)
        let inner = body(bound)
        result += setUp
        result.append(Statement(.forNext(label, variable, next: next, inner), range))
    }

    /// What takes a loop's element apart, and what it has to be for the body to run.
    private struct LoopNames {
        var statements: [Statement] = []
        var conditions: [Condition] = []
    }

    private func declareLoopNamesAsErrors(_ pattern: PatternSyntax) {
        if let name = pattern.as(IdentifierPatternSyntax.self) {
            declareLocal(Checker.plainName(name.identifier.text), type: .error, isMutable: false, range: name.sourceRange)
        } else if let tuple = pattern.as(TuplePatternSyntax.self) {
            for element in tuple.elements { declareLoopNamesAsErrors(element.pattern) }
        }
    }

    /// What makes an iterator of a value and asks it for its next element.
    private func iteration(over sequence: Expression) -> ([Statement], Expression)? {
        let range = sequence.range
        // An iterator alone is nothing to loop over.
        if sequence.type.nominal?.isDeclaredByCell ?? false, let wanted = environment.protocolNamed("Sequence"), !environment.conforms(sequence.type, to: wanted) { return nil }
        var iterator = sequence
        if let make = methods("makeIterator", of: sequence.type).first(where: { requirementsHold($0, substitution(for: sequence.type)) }) {
            iterator = build(Candidate(callable: make, substitution: substitution(for: sequence.type), receiver: .value(sequence, nil)), [], substitution(for: sequence.type), at: range, nameRange: range)
        }
        guard let next = methods("next", of: iterator.type).first(where: { $0.parameters.isEmpty && $0.result.wrapped != nil }) else { return nil }
        let holder = temporary(iterator.type, range)
        holder.isReassigned = true
        let place = Place(root: .variable(holder), steps: [], type: iterator.type, range: range)
        let receiver: Candidate.Receiver = next.isMutating ? .place(place) : .value(Expression(.variable(holder), iterator.type, range), nil)
        let call = build(Candidate(callable: next, substitution: substitution(for: iterator.type), receiver: receiver), [], substitution(for: iterator.type), at: range, nameRange: range)
        return ([Statement(.declare(holder, iterator), range)], call)
    }

    /// The variable a loop sets, and what takes it apart.
    private func loopVariable(_ pattern: PatternSyntax, _ annotation: TypeAnnotationSyntax?, _ type: Type) -> (Variable, [Statement]) {
        if let annotation {
            let written = resolve(annotation.type)
            if written !== type, !written.isError { error("cannot convert sequence element type '\(type)' to expected type '\(written)'", at: annotation.sourceRange) }
        }
        switch pattern.as(PatternSyntaxEnum.self) {
        case .identifierPattern(let name):
            return (declareLocal(Checker.plainName(name.identifier.text), type: type, isMutable: false, range: name.sourceRange), [])
        case .wildcardPattern:
            return (temporary(type, pattern.sourceRange), [])
        case .valueBindingPattern(let binding):
            let (variable, bound) = loopVariable(binding.pattern, nil, type)
            guard binding.bindingSpecifier.tokenKind == .keyword(.var), let name = binding.pattern.as(IdentifierPatternSyntax.self) else { return (variable, bound) }
            // `for var x`: a copy that the body may change.
            let own = declareLocal(Checker.plainName(name.identifier.text), type: type, isMutable: true, range: name.sourceRange)
            let whole = temporary(type, name.sourceRange)
            return (whole, [Statement(.declare(own, Expression(.variable(whole), type, name.sourceRange)), name.sourceRange)])
        default:
            let whole = temporary(type, pattern.sourceRange)
            var bound: [Statement] = []
            destructure(pattern, Expression(.variable(whole), type, pattern.sourceRange), isMutable: false, asGlobals: false, into: &bound)
            return (whole, bound)
        }
    }

    // MARK: Jumps

    private func returnStatement(_ syntax: ReturnStmtSyntax) -> [Statement] {
        let range = syntax.sourceRange
        defer {
            noteExit()
            flow.isUnreachable = true
        }
        if context.isDeferred {
            error("'return' cannot transfer control out of a defer statement", at: range)
            return []
        }
        if isTopLevel {
            error("return invalid outside of a func", at: range)
            return []
        }
        if context.isInitializer {
            guard let own = scope.nearestSelf else { return [] }
            if own.type.isClass { return classInitializerReturn(syntax, own.variable) }
            if let expression = syntax.expression {
                guard context.result?.wrapped != nil, expression.is(NilLiteralExprSyntax.self) else {
                    error("'nil' is the only return value permitted in an initializer", at: expression.sourceRange)
                    return []
                }
                return [Statement(.return(Expression(.none, context.result!, range)), range)]
            }
            checkFieldsAssigned(own.type, at: range)
            return [Statement(.return(initializerResult(own.variable, own.type, range)), range)]
        }
        guard let expression = syntax.expression else {
            if context.resultIsInferred, context.result == nil { context.result = .void }
            if let result = context.result, !result.isVoid, !result.isError {
                error("non-void function should return a value", at: range)
            }
            return [Statement(.return(nil), range)]
        }
        if let result = context.result, result.isVoid {
            let value = check(Node(expression), expected: nil)
            if value.type.isVoid { return [Statement(.expression(value), range), Statement(.return(nil), range)] }
            if !value.type.isError {
                error(function.name == "closure" ? "cannot convert value of type '\(value.type)' to closure result type 'Void'" : "unexpected non-void return value in void function", at: value.range)
            }
            return []
        }
        if context.skipsNil, context.result == nil, expression.is(NilLiteralExprSyntax.self) { return [] }
        var value = check(Node(expression), expected: context.result ?? hint(for: Node(expression)))
        if let some = context.some, !value.type.isError, value.type.isConcrete {
            if case .never = value.type.kind {} else if let first = some.first, first !== value.type {
                error("function declares an opaque return type '\(some.text)', but the return statements in its body do not have matching underlying types", at: some.range)
                context.some = nil
                return []
            } else {
                some.first = value.type
            }
        }
        if context.resultIsInferred, context.result == nil { context.result = value.type }
        refuseKeeping([value])
        value = coerce(value, to: context.result ?? .void, for: function.name == "closure" ? .closureResult : .returning)
        return [Statement(.return(value), range)]
    }

    /// `yield &place` in `_modify`: the place becomes the new value. `yield value` in `_read` gives the value.
    private func yieldStatement(_ syntax: YieldStmtSyntax, into result: inout [Statement]) {
        let range = syntax.sourceRange
        guard case .single(let yielded) = syntax.yieldedExpressions, context.result != nil else {
            error("this statement is not part of the cell language", at: range)
            return
        }
        guard let lent = yielded.as(InOutExprSyntax.self) else {
            let wanted = context.result ?? .void
            let value = coerce(check(Node(yielded), expected: wanted), to: wanted, for: .returning)
            result.append(Statement(.return(value), range))
            flow.isUnreachable = true
            return
        }
        let value = Node.syntax(ExprSyntax(DeclReferenceExprSyntax(baseName: .identifier("newValue"))))
        result.append(Statement(.expression(assignment(Node(lent.expression), value, at: range, range: range)), range))
    }

    /// Behind what a label names: it is reached by its `break`s, too.
    func mergeBreaks(of label: Label?) {
        if let label, let exit = breaks.removeValue(forKey: ObjectIdentifier(label)) { flow.merge(exit.flow) }
    }

    private func jump(_ name: TokenSyntax?, isBreak: Bool, _ range: SourceRange, into result: inout [Statement]) {
        defer { flow.isUnreachable = true }
        let candidates = isBreak && name == nil ? breakable : isBreak ? labels : loopLabels
        let label: Label?
        if let name {
            label = candidates.last { $0.name == name.text }
            if label == nil {
                error("cannot find label '\(name.text)' in scope", at: name.sourceRange, help: closestName(to: name.text, among: labels.map(\.name)).map { "did you mean '\($0)'?" })
                return
            }
        } else {
            label = candidates.last
        }
        guard let label else {
            error(isBreak ? "'break' is only allowed inside a loop, if, do, or switch" : "'continue' is only allowed inside a loop", at: range)
            return
        }
        let key = ObjectIdentifier(label)
        if isBreak {
            brokenOut.insert(key)
            breaks[key, default: (label, Flow(isUnreachable: true))].flow.merge(flow)
        } else {
            continues[key, default: (label, Flow(isUnreachable: true))].flow.merge(flow)
        }
        noteExit(upTo: label)
        result.append(Statement(isBreak ? .break(label) : .continue(label), range))
    }

    /// What a plain `break` leaves.
    private var breakable: [Label] { labels.filter { label in loopLabels.contains { $0 === label } || switchLabels.contains(ObjectIdentifier(label)) } }
}
