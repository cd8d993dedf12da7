import SwiftSyntax

/// Initialisers of classes. They work on an object that was allocated by whoever calls them: the call of a class's
/// name allocates, `super.init` and `self.init` hand the same object on.
extension Checker {
    // MARK: Calls

    /// The function that initialises an object: its first parameter is the object, its result is Void, or Bool when
    /// it may fail.
    func initializerFunction(_ callable: Callable, _ type: Type, _ substitution: Substitution, at range: SourceRange) -> Function? {
        switch callable.implementation {
        case .function(let function): return function
        case .template(let template): return instantiate(template, of: callable, substitution, selfType: type, at: range)
        default: return nil
        }
    }

    /// An object made and initialised.
    func construct(_ callable: Callable, _ arguments: [Expression], _ substitution: Substitution, _ type: Type, at range: SourceRange) -> Expression {
        guard let function = initializerFunction(callable, type, substitution, at: range) else { return failure(range) }
        let holder = temporary(type, range)
        let object = Expression(.variable(holder), type, range)
        let call = Expression(.call(function, [object] + arguments), function.result, range)
        let declared = Statement(.declare(holder, Expression(.allocateObject, type, range)), range)
        let arming = hasFinalizers(type) ? [armed(holder, at: range)] : []
        noteMade(type)
        guard callable.result.wrapped != nil else {
            return Expression(.block([declared, Statement(.expression(call), range)] + arming, object), type, range)
        }
        let optional = Type.optional(type)
        let some = Expression(.block(arming, Expression(.wrap(object), optional, range)), optional, range)
        let result = Expression(.conditional(call, some, Expression(.none, optional, range)), optional, range)
        return Expression(.block([declared], result), optional, range)
    }

    /// `super.init(…)` or `self.init(…)`.
    func delegate(isSuper: Bool, _ given: [CallArgument], at range: SourceRange, nameRange: SourceRange) -> Expression {
        guard context.isInitializer, let own = scope.nearestSelf, own.type.isClass else {
            return fail("'\(isSuper ? "super" : "self").init' can only be called from within an initializer", at: nameRange)
        }
        if isSuper {
            if context.isDelegating {
                return fail("convenience initializer for '\(own.type)' must delegate (with 'self.init') rather than chaining to a superclass initializer (with 'super.init')", at: nameRange)
            }
            guard own.type.superclass != nil else { return fail("'super' members cannot be referenced in a root class", at: nameRange) }
            for index in flow.unassignedFields.sorted() {
                error("property 'self.\(own.type.fields[index].name)' not initialized at super.init call", at: nameRange)
            }
        } else if !context.isDelegating {
            return fail("designated initializer for '\(own.type)' cannot delegate (with 'self.init'); did you mean this to be a convenience initializer?", at: nameRange)
        }
        guard let target = isSuper ? own.type.superclass : own.type else { return failure(range) }
        let object = Expression(.variable(own.variable), own.type, range)
        let candidates = initializers(of: target).filter { !isSuper || !$0.callable.isConvenience }.map { candidate in
            var candidate = candidate
            candidate.receiver = .value(object, nil)
            candidate.isSuper = isSuper
            return candidate
        }
        let result = resolveCall(isSuper ? "super.init" : "self.init", candidates, given, at: range, nameRange: nameRange, expected: nil)
        // Only now: the arguments are worked out before anything is initialised.
        flow.unassignedFields = []
        flow.needsInitializer = false
        if result.type.isError { return result }
        // Complete from here on, should this initialiser throw.
        let arming = isSuper && context.armsWhenComplete ? [armed(own.variable, at: range)] : []
        guard result.type === Type.bool else {
            if context.isDelegationForced { return fail("cannot force unwrap value of non-optional type '\(own.type)'", at: range, help: "remove the '!'") }
            return arming.isEmpty ? result : Expression(.block([Statement(.expression(result), range)] + arming, Expression(.aggregate([]), .void, range)), .void, range)
        }
        let nothing = Expression(.aggregate([]), .void, range)
        if context.isDelegationForced {
            let fault = Statement(.expression(Expression(.discard(Expression(.unwrap(Expression(.none, .optional(target), range)), target, range)), .void, range)), range)
            return Expression(.block([Statement(.if([.isTrue(result)], [], [fault]), range)] + arming, nothing), .void, range)
        }
        guard context.isFailable else {
            let target = lastChoice?.callable.reference ?? "init"
            return fail("a non-failable initializer cannot \(isSuper ? "chain" : "delegate") to failable initializer '\(target)' written with 'init?'", at: nameRange, help: "make this one 'init?' too, or write '!' behind the call")
        }
        let stop = Statement(.return(Expression(.boolean(false), .bool, range)), range)
        return Expression(.block([Statement(.if([.isTrue(result)], [], [stop]), range)] + arming, nothing), .void, range)
    }

    // MARK: Bodies

    /// From here on the object's `deinit` runs when it goes.
    func armed(_ own: Variable, at range: SourceRange) -> Statement {
        Statement(.expression(Expression(.armObject(Expression(.variable(own), own.type, range)), .void, range)), range)
    }

    /// A class's stored properties with initial values get them.
    func assignDefaults(_ own: Variable) -> [Statement] {
        guard let nominal = own.type.nominal else { return [] }
        let offset = own.type.superclass?.fields.count ?? 0
        let fields = own.type.fields
        let defaults = environment.memberTable(of: nominal).fieldDefaults
        return defaults.sorted { $0.key < $1.key }.compactMap { index, callable in
            guard fields.indices.contains(offset + index), let function = functionOf(callable, own.type) else { return nil }
            flow.unassignedFields.remove(offset + index)
            let place = fieldPlace(own, offset + index, own.range)
            return Statement(.expression(Expression(.assign(place, Expression(.call(function, []), place.type, own.range)), .void, own.range)), own.range)
        }
    }

    /// The body of a class's initialiser, `self` being the object.
    func classInitializerBody(_ own: Variable, _ callable: Callable, _ items: CodeBlockItemListSyntax) -> [Statement] {
        let range = own.range
        var body: [Statement] = []
        context.isDelegating = callable.handsOver
        context.isFailable = callable.result.wrapped != nil
        flow.needsInitializer = callable.handsOver || own.type.superclass != nil
        if !callable.handsOver {
            let offset = own.type.superclass?.fields.count ?? 0
            flow.unassignedFields = Set(offset..<max(own.type.fields.count, offset))
            body += assignDefaults(own)
            context.armsWhenComplete = context.canThrow
            if lacksNothing(ofRoot: own) { body.append(armed(own, at: range)) }
        }
        body += inScope { statements(items) }
        let end = items.parent?.as(CodeBlockSyntax.self)?.rightBrace.sourceRange ?? range
        if !flow.isUnreachable { body += endOfClassInitializer(own, at: end) }
        return body
    }

    /// Whether the object of an initialiser that may throw has all it needs, no class above having a say in that.
    func lacksNothing(ofRoot own: Variable) -> Bool {
        context.armsWhenComplete && own.type.superclass == nil && flow.unassignedFields.isEmpty
    }

    /// What has to be so where an initialiser ends, and its result.
    func endOfClassInitializer(_ own: Variable, at range: SourceRange) -> [Statement] {
        var statements: [Statement] = []
        let fields = own.type.fields
        if flow.needsInitializer, context.isDelegating {
            error("'self.init' isn't called on all paths before returning from initializer", at: range)
        } else if own.type.superclass == nil {
            for index in flow.unassignedFields.sorted() {
                error("return from initializer without initializing all stored properties: 'self.\(fields[index].name)' not initialized", at: range)
            }
        } else if flow.needsInitializer, let parent = own.type.superclass {
            for index in flow.unassignedFields.sorted() {
                error("property 'self.\(fields[index].name)' not initialized at implicitly generated super.init call", at: range)
            }
            let plain = initializers(of: parent).first { candidate in
                !candidate.callable.isConvenience && candidate.callable.result.wrapped == nil && candidate.callable.parameters.allSatisfy(\.hasDefault)
            }
            if let plain, plain.callable.parameters.isEmpty, let function = initializerFunction(plain.callable, parent, plain.substitution, at: range) {
                let call = Expression(.call(function, [Expression(.variable(own), own.type, range)]), .void, range)
                statements.append(Statement(.expression(call), range))
            } else {
                error("'super.init' isn't called on all paths before returning from initializer", at: range)
            }
        }
        if context.isFailable { statements.append(Statement(.return(Expression(.boolean(true), .bool, range)), range)) }
        return statements
    }

    /// `return` in a class's initialiser.
    func classInitializerReturn(_ syntax: ReturnStmtSyntax, _ own: Variable) -> [Statement] {
        let range = syntax.sourceRange
        guard let expression = syntax.expression else {
            let end = endOfClassInitializer(own, at: range)
            return context.isFailable ? end : end + [Statement(.return(nil), range)]
        }
        guard context.isFailable, expression.is(NilLiteralExprSyntax.self) else {
            error(
                expression.is(NilLiteralExprSyntax.self) ? "only a failable initializer can return 'nil'" : "'nil' is the only return value permitted in an initializer",
                at: expression.sourceRange)
            return []
        }
        var statements: [Statement] = []
        // A complete object that is given up runs its `deinit`.
        if flow.unassignedFields.isEmpty, !flow.needsInitializer, hasFinalizers(own.type) {
            statements.append(armed(own, at: range))
        }
        return statements + [Statement(.return(Expression(.boolean(false), .bool, range)), range)]
    }

    /// Whether a closure or a function inside takes the `self` that is being initialised before all of it is there.
    func takesIncompleteSelf(_ inner: Function) -> Bool {
        guard context.isInitializer, let own = scope.nearestSelf?.variable, inner.captures.contains(where: { $0 === own }) else { return false }
        return flow.needsInitializer || !flow.unassignedFields.isEmpty || flow.unassigned.contains(ObjectIdentifier(own))
    }

    /// What is wrong with using `self` whole before the object is complete; nil when it is.
    func useBeforeInitialization(_ what: String) -> String? {
        guard context.isInitializer, let own = scope.nearestSelf, own.type.isClass else { return nil }
        if flow.needsInitializer {
            return context.isDelegating ? "'self' used\(what) before 'self.init' call or assignment to 'self'" : "'self' used\(what) before 'super.init' call"
        }
        return flow.unassignedFields.isEmpty ? nil : "'self' used\(what) before all stored properties are initialized"
    }
}
