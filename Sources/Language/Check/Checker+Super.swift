import SwiftSyntax

/// `super`, and members of metatypes.
extension Checker {
    /// `self` as the class above sees it.
    func superReceiver(_ range: SourceRange) -> (Expression, Type)? {
        guard let own = scope.nearestSelf, own.type.isClass else {
            error("'super' cannot be used outside of a class computed property, method, initializer, deinitializer, or subscript", at: range)
            return nil
        }
        guard let parent = classAboveDeclaration(own.type) else {
            error("'super' members cannot be referenced in a root class", at: range)
            return nil
        }
        capture(own.variable)
        return (Expression(.variable(own.variable), own.type, range), parent)
    }

    /// The class above, in a static member.
    private var superType: Type? {
        scope.nearestSelf == nil ? scope.memberTypeInSight.flatMap { $0.isClass ? classAboveDeclaration($0) : nil } : nil
    }

    /// The class above the one whose declaration this is in: what a class inherits may have been made for it anew.
    private func classAboveDeclaration(_ type: Type) -> Type? {
        (scope.ownerInSight.flatMap { ancestor(of: type, $0) } ?? type).superclass
    }

    func superMember(_ name: String, range: SourceRange, nameRange: SourceRange, expected: Type?) -> Expression {
        if let parent = superType {
            return staticMember(name, of: parent, range: range, nameRange: nameRange, expected: expected) ?? unknownStatic(name, of: parent, nameRange)
        }
        guard let (value, parent) = superReceiver(range) else { return failure(range) }
        if let problem = useBeforeInitialization(" in property access '\(name)'") { return fail(problem, at: nameRange) }
        let above = Expression(value.kind, parent, range)
        return memberOf(above, parent, name, range: range, nameRange: nameRange, node: nil, expected: expected, isSuper: true)
            ?? unknownMember(name, of: parent, nameRange)
    }

    func superCall(_ name: String, _ given: [CallArgument], at range: SourceRange, nameRange: SourceRange, expected: Type?) -> Expression {
        if let parent = superType {
            let methods = methods(name, of: parent, isStatic: true)
            if methods.isEmpty { return unknownStatic(name, of: parent, nameRange) }
            return resolveCall(name, methods.map { staticCandidate($0, of: parent) }, given, at: range, nameRange: nameRange, expected: expected)
        }
        guard let (value, parent) = superReceiver(range) else { return failure(range) }
        if let problem = useBeforeInitialization(" in method call '\(name)'") { return fail(problem, at: nameRange) }
        let methods = methods(name, of: parent)
        let above = Expression(value.kind, parent, range)
        if methods.isEmpty {
            let function = memberOf(above, parent, name, range: range, nameRange: nameRange, node: nil, expected: nil, isSuper: true) ?? unknownMember(name, of: parent, nameRange)
            return callValue(function, given, at: range, nameRange: nameRange, node: nil, expected: expected)
        }
        let candidates = methods.map { Candidate(callable: $0, substitution: substitution(for: parent), receiver: .value(above, nil), isSuper: true) }
        return resolveCall(name, candidates, given, at: range, nameRange: nameRange, expected: expected)
    }

    func superSubscript(_ syntax: SubscriptCallExprSyntax, _ range: SourceRange, _ expected: Type?) -> Expression {
        guard let (value, parent) = superReceiver(range) else { return failure(range) }
        let above = Expression(value.kind, parent, range)
        let candidates = methods("subscript", of: parent).map { Candidate(callable: $0, substitution: substitution(for: parent), receiver: .value(above, nil), isSuper: true) }
        if candidates.isEmpty { return fail("value of type '\(parent)' has no subscripts", at: range) }
        let given = arguments(syntax.arguments, trailing: syntax.trailingClosure, additional: syntax.additionalTrailingClosures)
        return resolveCall("subscript", candidates, given, at: range, nameRange: range, expected: expected)
    }

    // MARK: Metatypes

    /// `Self` in an instance's member: the class that the object has, which may stand below this one; in a protocol's
    /// extension the type of the value in the box. What such an extension gives beyond the protocol's requirements is of
    /// the type it is used with.
    func dynamicSelf(_ syntax: ExprSyntax) -> Expression? {
        guard let reference = syntax.as(DeclReferenceExprSyntax.self), reference.baseName.text == "Self", let own = scope.nearestSelf,
            own.type.isExistential || own.type.isClass && own.type.nominal?.isFinal == false && !scope.staticSelfInSight, !context.isInitializer
        else { return nil }
        capture(own.variable)
        return Expression(.dynamicType(Expression(.variable(own.variable), own.type, syntax.sourceRange)), .make(.metatype(own.type)), syntax.sourceRange)
    }

    /// `type(of: x).name`, `kind.name`: what a type that is only known at run time offers.
    func memberOfMetatype(_ value: Expression, _ type: Type, _ name: String, range: SourceRange, nameRange: SourceRange, expected: Type?) -> Expression? {
        if case .type = value.kind {
            return staticMember(name, of: type, range: range, nameRange: nameRange, expected: expected)
        }
        if let property = property(name, of: type, isStatic: true), let root = property.getter.root, let dispatch = dispatch(root, substitution(for: type)) {
            return erased(Expression(.callDynamic(dispatch, [value]), erasedResult(root, of: type), range), property.type.substituting(substitution(for: type)))
        }
        if property(name, of: type, isStatic: true) == nil, case let (candidates, problem) = metatypeCandidates(value, type, name), problem != nil || !candidates.isEmpty {
            // `[1, 2].map(kind.init)`: of the class that the metatype stands for.
            return problem.map { fail($0, at: nameRange) } ?? functionValue(name, candidates, range, expected)
        }
        if type.isExistential {
            // What an extension of the protocol gives.
            return property(name, of: type, isStatic: true).flatMap { openingOnMetatype($0.getter, value, [], substitution(for: type)) }
        }
        return staticMember(name, of: type, range: range, nameRange: nameRange, expected: expected).map { after(value, $0) }
    }

    /// The initialisers or static methods of a type that a metatype's value stands for; or why there are none.
    private func metatypeCandidates(_ value: Expression, _ type: Type, _ name: String) -> ([Candidate], problem: String?) {
        var candidates = name == "init" && !type.isExistential ? initializers(of: type) : methods(name, of: type, isStatic: name != "init").map { staticCandidate($0, of: type) }
        if case .type = value.kind { return (candidates, nil) }
        if name == "init", type.isClass, candidates.contains(where: { !$0.callable.isRequired }), type.nominal?.isFinal != true {
            candidates = candidates.filter(\.callable.isRequired)
            if candidates.isEmpty { return ([], "constructing an object of class type '\(type)' with a metatype value must use a 'required' initializer") }
        }
        for index in candidates.indices { candidates[index].metatype = value }
        return (candidates, nil)
    }

    func callOnMetatype(_ value: Expression, _ type: Type, _ name: String, _ given: [CallArgument], at range: SourceRange, nameRange: SourceRange, expected: Type?) -> Expression {
        if case .type = value.kind, name == "init" { return initializerCall(type, given, at: range, nameRange: nameRange, expected: expected) }
        let (candidates, problem) = metatypeCandidates(value, type, name)
        if let problem { return fail(problem, at: nameRange) }
        if candidates.isEmpty {
            if let member = memberOfMetatype(value, type, name, range: range, nameRange: nameRange, expected: nil) {
                return callValue(member, given, at: range, nameRange: nameRange, node: nil, expected: expected)
            }
            return unknownMember(name, of: .make(.metatype(type)), nameRange)
        }
        return resolveCall(name, candidates, given, at: range, nameRange: nameRange, expected: expected)
    }

    /// The second value, after the first was computed.
    private func after(_ first: Expression, _ value: Expression) -> Expression {
        Expression(.block([Statement(.expression(Expression(.discard(first), .void, first.range)), first.range)], value), value.type, value.range)
    }
}
