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
            return Expression(.assign(place, value), .void, range)
        }
        guard let result = context.result, result.wrapped != nil else {
            return fail("a non-failable initializer cannot delegate to failable initializer 'init' written with 'init?'", at: range, help: "make this one 'init?' too")
        }
        let made = temporary(wrapped, range)
        let assign = Expression(.assign(place, Expression(.variable(made), wrapped, range)), .void, range)
        let test = Statement(
            .if(
                [.bind(made, value)], [Statement(.expression(assign), range)],
                [Statement(.return(Expression(.none, result, range)), range)]), range)
        return Expression(.block([test], Expression(.aggregate([]), .void, range)), .void, range)
    }
}
