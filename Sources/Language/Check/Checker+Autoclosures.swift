import SwiftSyntax

/// Arguments that are computed when the function asks for them.
extension Checker {
    func autoclosure(_ argument: CallArgument, _ parameter: Callable.Parameter, _ substitution: inout Substitution) -> Expression {
        let wanted = parameter.type.substituting(substitution)
        guard let signature = wanted.function else { return check(argument.node, expected: wanted) }
        let range = argument.range
        // A function that is an autoclosure itself is handed on as its value.
        let inner = Function(name: "autoclosure", source: currentSource, range: range, parent: function)
        inner.isNonEscaping = !parameter.isEscaping
        var newContext = FunctionContext(result: signature.result)
        newContext.canThrow = signature.canThrow
        newContext.isInsideTry = context.isInsideTry
        newContext.tryIsImplied = context.tryIsImplied
        // What is not there yet is not there for it either.
        newContext.isInitializer = context.isInitializer
        newContext.isDelegating = context.isDelegating
        let startFlow = flow
        let isOpen = !signature.result.isConcrete
        var found: FunctionContext = newContext
        var types = substitution
        inFunction(inner, context: newContext, scope: Scope(parent: scope, function: inner)) {
            flow = startFlow
            var value = check(argument.node, expected: isOpen ? nil : signature.result)
            if isOpen {
                if !unify(signature.result, value.type, &types), !value.type.isError {
                    value = mismatch(value, signature.result, .argument)
                }
            } else {
                value = coerce(value, to: signature.result, for: .argument)
            }
            inner.result = value.type
            inner.body = [Statement(value.type.isVoid ? .expression(value) : .return(value), value.range)]
            found = context
        }
        substitution = types
        if inner.result.isError { return failure(range) }
        inner.canThrow = found.throwsSomething
        functions.append(inner)
        return Expression(.closure(inner), .make(.function(Type.FunctionType(parameters: [], result: inner.result, canThrow: inner.canThrow))), range)
    }
}
