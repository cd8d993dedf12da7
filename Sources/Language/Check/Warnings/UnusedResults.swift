import SwiftSyntax

/// Values that a statement computes and nobody uses.
extension Checker {
    /// Warns in swiftc's words, unless the value comes of something that is called for what it does.
    func warnUnused(_ value: Expression, _ syntax: ExprSyntax) {
        if value.type.isVoid || value.type.isError || value.type.wrapped?.isVoid == true { return }
        var syntax = syntax
        while true {
            if let attempt = syntax.as(TryExprSyntax.self) {
                syntax = attempt.expression
            } else if let tuple = syntax.as(TupleExprSyntax.self), tuple.elements.count == 1, let only = tuple.elements.first {
                syntax = only.expression
            } else {
                break
            }
        }
        switch syntax.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr: warn("integer literal is unused", at: value.range)
        case .floatLiteralExpr: warn("floating-point literal is unused", at: value.range)
        case .booleanLiteralExpr: warn("boolean literal is unused", at: value.range)
        case .stringLiteralExpr: warn("string literal is unused", at: value.range)
        case .closureExpr: warn("closure expression is unused", at: value.range)
        case .sequenceExpr(let sequence):
            guard case .binary(let name, let operatorSyntax, _, _) = Node(ExprSyntax(sequence)) else {
                warn("expression of type '\(value.type)' is unused", at: value.range)
                return
            }
            if let callable = lastCall?.callable, callable.isDiscardable, lastCall?.range == value.range { return }
            warn("result of operator '\(name)' is unused", at: operatorSyntax.sourceRange, help: name == "==" ? "to give a variable a value, write '='" : nil)
        case .prefixOperatorExpr(let prefix):
            warn("result of operator '\(prefix.operator.text)' is unused", at: prefix.operator.sourceRange)
        case .functionCallExpr(let call): warnUnusedCall(call, value)
        case .declReferenceExpr(let reference):
            if case .variable(let variable) = value.kind, variable.isMutable {
                warn("variable is unused", at: value.range)
            } else if case .global(let global) = value.kind, global.isMutable {
                warn("variable is unused", at: value.range)
            } else if value.type.function != nil {
                warn("function is unused", at: value.range, help: "call it: '\(reference.baseName.text)(…)'")
            } else {
                warn("expression of type '\(value.type)' is unused", at: value.range)
            }
        case .memberAccessExpr(let member) where value.type.function != nil:
            warn("function is unused", at: member.declName.sourceRange, help: "call it: '\(member.declName.baseName.text)(…)'")
        case .memberAccessExpr(let member): warn("expression of type '\(value.type)' is unused", at: member.declName.sourceRange)
        default: warn("expression of type '\(value.type)' is unused", at: value.range)
        }
    }

    private func warnUnusedCall(_ call: FunctionCallExprSyntax, _ value: Expression) {
        let nameRange = call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.sourceRange ?? call.calledExpression.sourceRange
        guard let last = lastCall, last.range == value.range else {
            // A closure's result, or what stands behind a chain.
            if case .callValue = value.kind {
                warn("result of call to function returning '\(value.type)' is unused", at: nameRange)
            }
            return
        }
        let callable = last.callable
        if callable.isDiscardable || isForEffect(value) { return }
        if let name = value.type.nominal?.name, environment.table.selfShowingTypes.contains(name) { return }
        if callable.isInitializer {
            warn("result of '\(callable.owner?.name ?? "\(value.type)")' initializer is unused", at: nameRange)
        } else {
            // As swiftc, a closure behind the call is not among its labels.
            let hasOnlyTrailing = call.trailingClosure != nil && callable.parameters.count == 1
            let name = hasOnlyTrailing ? callable.name : callable.reference
            warn("result of call to '\(name)' is unused", at: nameRange)
        }
    }

    /// A call that people make for what it does.
    private func isForEffect(_ value: Expression) -> Bool {
        switch value.kind {
        case .callNative(let native, _, _): return native.isDiscardable
        case .operation(let operation, _):
            switch operation {
            case .arrayRemove, .arrayRemoveLast: return true
            default: return false
            }
        case .chain(_, _, let rest): return isForEffect(rest)
        case .wrap(let inner): return isForEffect(inner)
        default: return false
        }
    }
}
