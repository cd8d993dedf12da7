import SwiftSyntax

/// Initialisers that hand over to another one of their type.
extension Checker {
    /// `self.init(…)` of a value: `self` becomes what the other initialiser makes.
    func delegation(to own: (variable: Variable, type: Type), _ given: [CallArgument], at range: SourceRange, nameRange: SourceRange) -> Expression {
        guard context.isInitializer else {
            return fail("initializer delegation ('self.init') can only be used inside an initializer", at: range)
        }
        let value = initializerCall(own.type, given, at: range, nameRange: nameRange, expected: nil)
        if value.type.isError { return failure(range) }
        capture(own.variable)
        flow.unassigned.remove(ObjectIdentifier(own.variable))
        flow.unassignedFields = []
        let place = Place(root: .variable(own.variable), steps: [], type: own.type, range: range)
        guard let wrapped = value.type.wrapped else {
            if context.isDelegationForced { return fail("cannot force unwrap value of non-optional type '\(value.type)'", at: range, help: "remove the '!'") }
            return Expression(.assign(place, value), .void, range)
        }
        if context.isDelegationForced { return Expression(.assign(place, Expression(.unwrap(value), wrapped, range)), .void, range) }
        guard let result = context.result, result.wrapped != nil else {
            return fail("a non-failable initializer cannot delegate to failable initializer '\(lastChoice?.callable.reference ?? "init")' written with 'init?'", at: range, help: "make this one 'init?' too, or write '!' behind the call")
        }
        let made = temporary(wrapped, range)
        let assign = Expression(.assign(place, Expression(.variable(made), wrapped, range)), .void, range)
        let test = Statement(
            .if(
                [.bind(made, value)], [Statement(.expression(assign), range)],
                [Statement(.return(Expression(.none, result, range)), range)]), range)
        return Expression(.block([test], Expression(.aggregate([]), .void, range)), .void, range)
    }

    /// `self.init(…)` or `super.init(…)`.
    func delegates(_ syntax: ExprSyntax) -> Bool {
        guard let member = syntax.as(FunctionCallExprSyntax.self)?.calledExpression.as(MemberAccessExprSyntax.self), member.declName.baseName.text == "init" else { return false }
        return member.base?.is(SuperExprSyntax.self) ?? false || member.base?.as(DeclReferenceExprSyntax.self)?.baseName.text == "self"
    }

    /// `self.init(…)!`: to an initialiser that may fail, from one that may not.
    func forcedDelegation(_ unwrap: ForceUnwrapExprSyntax) -> Expression {
        let outer = context.isDelegationForced
        context.isDelegationForced = true
        defer { context.isDelegationForced = outer }
        return check(Node(unwrap.expression), expected: nil)
    }
}
