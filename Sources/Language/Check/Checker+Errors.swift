import SwiftSyntax

/// Errors: `throw`, `do` and `catch`, `try?` and `try!`, and `defer`.
extension Checker {
    /// `any Error`
    var anyError: Type {
        environment.protocolNamed("Error").map { Type.make(.existential($0)) } ?? .error
    }

    func throwStatement(_ syntax: ThrowStmtSyntax) -> [Statement] {
        let range = syntax.sourceRange
        let value = check(Node(syntax.expression), expected: context.thrown ?? anyError)
        defer { flow.isUnreachable = true }
        if value.type.isError { return [] }
        if let wanted = context.thrown, !context.isInsideCatch, value.type !== wanted, !wanted.isExistential, !wanted.isError, wanted.isConcrete, convert(value, to: wanted) == nil {
            error("thrown expression type '\(value.type)' cannot be converted to error type '\(wanted)'", at: value.range)
            return []
        }
        guard let thrown = convert(value, to: anyError) else {
            error("thrown expression type '\(value.type)' does not conform to 'Error'", at: value.range, help: "let the type conform: '\(value.type): Error'")
            return []
        }
        noteThrown(value.type, at: range)
        return [Statement(.throw(thrown), range)]
    }

    /// An error leaves this point.
    func noteThrown(_ type: Type, at range: SourceRange) {
        noteErrorExit()
        context.throwSites.append(ThrowSite(range: range, type: type, given: flow.given))
        if !context.canThrow && !context.isInsideCatch && !context.resultIsInferred {
            error(context.isDeferred ? "errors cannot be thrown out of a defer body" : "error is not handled because the enclosing function is not declared 'throws'", at: range, help: "mark the function 'throws', or catch it here")
        }
        context.throwsSomething = true
    }

    struct ThrowSite {
        let range: SourceRange
        let type: Type
        /// The constants that had their values by then.
        var given: [ObjectIdentifier: (name: String, range: SourceRange)] = [:]
    }

    // MARK: do, catch

    func doStatement(_ syntax: DoStmtSyntax, _ label: Label?, into result: inout [Statement]) {
        if let label { labels.append(label) }
        defer { if label != nil { labels.removeLast() } }
        if syntax.catchClauses.isEmpty {
            let body = block(syntax.body.statements)
            mergeBreaks(of: label)
            result.append(labeled(body, label, syntax.sourceRange))
            return
        }
        let before = flow
        // `do throws(ParseError) { … }` says what is caught.
        let stated = syntax.throwsClause?.type.map { resolve($0) }
        let outerThrown = context.thrown
        if let stated { context.thrown = stated }
        let (body, sites) = catching { block(syntax.body.statements) }
        context.thrown = outerThrown
        if sites.isEmpty { warnNothingThrown(syntax) }
        let afterBody = flow
        var merged = afterBody
        let caught = stated ?? thrownType(sites)
        if caught.isNever {
            // Generic code over what does not throw here.
            result.append(labeled(body, label, syntax.sourceRange))
            return
        }
        let holder = Variable(name: "", type: anyError, isMutable: false, range: syntax.doKeyword.sourceRange, owner: function)
        var clauses: [([Condition], [Statement])] = []
        var isExhaustive = false
        for clause in syntax.catchClauses {
            let items = Array(clause.catchItems)
            for index in items.indices.isEmpty ? 0..<1 : items.indices {
                let item = items.isEmpty ? nil : items[index]
                flow = before
                flow.isUnreachable = false
                for site in sites { flow.given.merge(site.given) { known, _ in known } }
                let (conditions, statements, isOpen) = catchClause(clause, item, holder, caught)
                merged.merge(flow)
                clauses.append((conditions, statements))
                if isOpen { isExhaustive = true }
            }
        }
        if !isExhaustive {
            flow = before
            noteErrorExit()
            passOn(sites)
        }
        flow = merged
        mergeBreaks(of: label)
        result.append(labeled([Statement(.doCatch(body, error: holder, clauses), syntax.sourceRange)], label, syntax.sourceRange))
    }

    /// A labelled `do` or `if` is left by `break`, as a switch is.
    func labeled(_ body: [Statement], _ label: Label?, _ range: SourceRange) -> Statement {
        guard let label, brokenOut.contains(ObjectIdentifier(label)) else {
            return body.count == 1 ? body[0] : Statement(.block(body), range)
        }
        return Statement(.switch(label, [SwitchCase(alternatives: [[]], body: body)]), range)
    }

    /// Runs `body` as the inside of something that takes errors; gives where they came from.
    func catching<Result>(_ body: () -> Result) -> (Result, [ThrowSite]) {
        let saved = (context.throwsSomething, context.isInsideCatch, context.throwSites, context.defersOutsideCatch)
        context.defersOutsideCatch = openDefers.count
        context.throwsSomething = false
        context.isInsideCatch = true
        context.throwSites = []
        let result = body()
        let sites = context.throwSites
        (context.throwsSomething, context.isInsideCatch, context.throwSites, context.defersOutsideCatch) = saved
        return (result, sites)
    }

    /// What no clause took goes further out.
    private func passOn(_ sites: [ThrowSite]) {
        let sites = sites.filter { !$0.type.isNever }
        guard let first = sites.first else { return }
        context.throwSites += sites
        context.throwsSomething = true
        if !context.canThrow && !context.isInsideCatch && !context.resultIsInferred {
            error("errors thrown from here are not handled because the enclosing catch is not exhaustive", at: first.range, help: "add a 'catch' without a pattern")
        }
    }

    /// The one type of all errors, where they have one.
    private func thrownType(_ sites: [ThrowSite]) -> Type {
        let real = sites.filter { !$0.type.isNever }
        if real.isEmpty, !sites.isEmpty { return .never }
        guard let first = real.first?.type, !first.isError, real.allSatisfy({ $0.type === first }) else { return anyError }
        return first
    }

    private func catchClause(_ clause: CatchClauseSyntax, _ item: CatchItemSyntax?, _ holder: Variable, _ caught: Type) -> (conditions: [Condition], body: [Statement], isOpen: Bool) {
        let outer = scope
        scope = Scope(parent: outer, function: function)
        defer { scope = outer }
        let range = clause.sourceRange
        let whole = Expression(.variable(holder), anyError, range)
        let value = caught === anyError ? whole : Expression(.castForced(whole, caught), caught, range)
        var conditions: [Condition] = []
        var isOpen = item?.whereClause == nil
        if let pattern = item?.pattern {
            var subject = value
            if !isName(pattern), caught !== anyError {
                let known = temporary(caught, range)
                conditions.append(declaring(known, value))
                subject = Expression(.variable(known), caught, range)
            }
            match(pattern, subject, into: &conditions)
            isOpen = isOpen && coversAll(pattern)
        } else {
            // Nobody wrote its name: it may be left unused.
            let error = declareLocal("error", type: caught, isMutable: false, range: .none)
            conditions.append(declaring(error, value))
        }
        if let clause = item?.whereClause {
            conditions.append(.isTrue(coerce(check(Node(clause.condition), expected: .bool), to: .bool, for: .condition)))
        }
        return (conditions, block(clause.body.statements), isOpen)
    }

    private func isName(_ pattern: PatternSyntax) -> Bool {
        if let binding = pattern.as(ValueBindingPatternSyntax.self) { return binding.pattern.is(IdentifierPatternSyntax.self) }
        return false
    }

    private func warnNothingThrown(_ syntax: DoStmtSyntax) {
        guard let clause = syntax.catchClauses.first else { return }
        warn("'catch' block is unreachable because no errors are thrown in 'do' block", at: clause.catchKeyword.sourceRange)
    }

    // MARK: try

    func attemptExpression(_ inner: Node, _ mark: TokenSyntax?, _ keyword: TokenSyntax, expected: Type?) -> Expression {
        let outer = context.isInsideTry
        context.isInsideTry = true
        defer { context.isInsideTry = outer }
        guard let mark else { return check(inner, expected: expected) }
        let isOptional = mark.tokenKind == .postfixQuestionMark
        let range = SourceRange(start: keyword.sourceRange.start, end: inner.range.end)
        let (value, sites) = catching { check(inner, expected: isOptional ? expected?.wrapped ?? expected : expected) }
        if value.type.isError { return failure(range) }
        if sites.isEmpty { warn("no calls to throwing functions occur within 'try' expression", at: keyword.sourceRange) }
        return isOptional ? optionalAttempt(value, range) : forcedAttempt(value, range)
    }

    /// `try?`: nil where an error came; an optional does not become an optional of one.
    private func optionalAttempt(_ value: Expression, _ range: SourceRange) -> Expression {
        let type = value.type.wrapped == nil ? Type.optional(value.type) : value.type
        let holder = temporary(type, range)
        holder.isReassigned = true
        let place = Place(root: .variable(holder), steps: [], type: type, range: range)
        let kept = value.type.wrapped == nil ? Expression(.wrap(value), type, range) : value
        let body = [Statement(.expression(Expression(.assign(place, kept), .void, range)), range)]
        return Expression(
            .block(
                [
                    Statement(.declare(holder, Expression(.none, type, range)), range),
                    Statement(.doCatch(body, error: temporary(anyError, range), [([], [])]), range),
                ], Expression(.variable(holder), type, range)), type, range)
    }

    /// `try!`: an error is a fault.
    private func forcedAttempt(_ value: Expression, _ range: SourceRange) -> Expression {
        let error = temporary(anyError, range)
        let fault = Expression(.callNative(Checker.forcedTry, typeArguments: [], [Expression(.variable(error), anyError, range)]), .void, range)
        let clause: ([Condition], [Statement]) = ([], [Statement(.expression(fault), range)])
        if value.type.isVoid {
            let attempt = Statement(.doCatch([Statement(.expression(value), range)], error: error, [clause]), range)
            return Expression(.block([attempt], Expression(.aggregate([]), .void, range)), .void, range)
        }
        let holder = temporary(value.type, range)
        holder.isReassigned = true
        let place = Place(root: .variable(holder), steps: [], type: value.type, range: range)
        let body = [Statement(.expression(Expression(.assign(place, value), .void, range)), range)]
        return Expression(
            .block(
                [Statement(.declare(holder, nil), range), Statement(.doCatch(body, error: error, [clause]), range)],
                Expression(.variable(holder), value.type, range)), value.type, range)
    }

    /// Turns the error it is given into a fault.
    private static let forcedTry = NativeFunction(name: "try!", isInout: [false]) { frame in
        let (type, slots) = HeapObject.existential(at: frame.arguments)
        let text = try frame.machine.describe(slots, type, debug: true)
        throw RuntimeFault(.uncaught, "'try!' expression unexpectedly raised an error: \(text)", help: "catch it with 'do' and 'catch', or use 'try?'")
    }

    // MARK: defer

    /// A `defer`, its body checked with what is known where the scope around is left: see `closeDefers`.
    func deferStatement(_ syntax: DeferStmtSyntax, at position: Int) {
        openDefers.append(OpenDefer(syntax, at: position, names: scope.entities, labelCount: labels.count))
    }

    /// The scope's end: what it deferred runs, the last first.
    func closeDefers(from first: Int, into result: inout [Statement]) {
        while openDefers.count > first {
            let item = openDefers.removeLast()
            let saved = (labels, loopLabels, context, flow.isUnreachable, scope.entities)
            let outerDeferred = deferredFlow
            let end = flow
            var known = flow
            known.merge(item.exits)
            if known.isUnreachable { known = Flow() }
            flow = known
            scope.entities = item.names
            labels = []
            loopLabels = []
            context.canThrow = false
            context.isInsideCatch = false
            context.resultIsInferred = false
            context.isDeferred = true
            deferredFlow = (known, item.syntax.deferKeyword.sourceRange)
            result[item.position] = Statement(.defer(block(item.syntax.body.statements)), item.syntax.sourceRange)
            deferredFlow = outerDeferred
            flow = end
            (labels, loopLabels, context, flow.isUnreachable, scope.entities) = saved
        }
    }

    /// The scopes of deferred code are left here, those inside of the given label's or all.
    func noteExit(upTo label: Label? = nil) {
        let depth = label.flatMap { one in labels.firstIndex { $0 === one } }
        for item in openDefers where depth.map({ item.labelCount > $0 }) ?? true { item.exits.merge(flow) }
    }

    /// An error leaves here, as far as to what takes it.
    func noteErrorExit() {
        for item in openDefers.dropFirst(context.defersOutsideCatch) { item.exits.merge(flow) }
    }

    /// A `defer` in a scope that is still being checked.
    final class OpenDefer {
        let syntax: DeferStmtSyntax
        /// Where its statement belongs in the scope's.
        let position: Int
        /// The names of the scope that stand above it.
        let names: [String: Entity]
        let labelCount: Int
        /// What is known where the scope is left before its end.
        var exits = Flow(isUnreachable: true)

        init(_ syntax: DeferStmtSyntax, at position: Int, names: [String: Entity], labelCount: Int) {
            self.syntax = syntax
            self.position = position
            self.names = names
            self.labelCount = labelCount
        }
    }
}
