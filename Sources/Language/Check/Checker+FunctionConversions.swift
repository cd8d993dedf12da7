/// A function where one of other types is wanted, that it can serve all the same.
extension Checker {
    /// A closure that calls a function with its own arguments converted, and converts what it gives: `(Any) -> Int` where
    /// `(String) -> Int?` is wanted. Swift's functions convert the same way.
    ///
    /// - Parameter casting: what is less known becomes what it has to be by a cast; for values that come out of a box, or
    ///   go into one, whose types are known to fit.
    func adapted(_ value: Expression, to type: Type, casting: Bool = false) -> Expression? {
        guard let own = value.type.function, let wanted = type.function, own.parameters.count == wanted.parameters.count, casting || nonEscapingVariable(value) == nil,
            !own.throwsErrors || wanted.throwsErrors && (wanted.thrown == nil || wanted.thrown === own.thrown)
        else { return nil }
        func fits(_ from: Type, _ to: Type) -> Bool { from === to || casting || convertible(from, to: to) }
        guard zip(own.parameters, wanted.parameters).allSatisfy({ $0.isInout == $1.isInout && ($0.type === $1.type || !$0.isInout && fits($1.type, $0.type)) }),
            !own.parameters.contains(where: \.isInout), fits(own.result, wanted.result), own.result.isVoid == wanted.result.isVoid
        else { return nil }
        // Asked only whether it goes.
        if case .aggregate = value.kind { return Expression(value.kind, type, value.range) }
        let range = value.range
        let holder = Variable(name: "", type: value.type, isMutable: false, range: range, owner: function)
        holder.isCaptured = true
        let inner = Function(name: "closure", source: currentSource, range: range, parent: function)
        inner.isNonEscaping = casting
        inner.captures = [holder]
        inner.parameters = wanted.parameters.map { Variable(name: "", type: $0.type, isMutable: false, range: range, owner: inner) }
        inner.result = wanted.result
        inner.canThrow = wanted.canThrow
        inner.body = inFunction(inner, context: FunctionContext(result: wanted.result), scope: Scope(parent: scope, function: inner)) {
            let arguments = zip(inner.parameters, own.parameters).map { variable, parameter in
                served(Expression(.variable(variable), variable.type, range), as: parameter.type)
            }
            let call = Expression(.callValue(Expression(.variable(holder), value.type, range), arguments), own.result, range)
            return [Statement(own.result.isVoid ? .expression(call) : .return(served(call, as: wanted.result)), range)]
        }
        functions.append(inner)
        return Expression(.block([Statement(.declare(holder, value), range)], Expression(.closure(inner), type, range)), type, range)
    }

    private func served(_ value: Expression, as type: Type) -> Expression {
        convertible(value.type, to: type) ? coerce(value, to: type) : erased(value, type)
    }
}
