import SwiftSyntax

/// What a value is wanted for, so that a message can say so as swiftc does.
enum Purpose {
    case initialization
    case argument
    case defaultArgument
    case assignment
    case returning
    case condition
    case element
    case plain
    case closureResult
    case rawValue
    case dictionaryKey
    case dictionaryValue
}

/// From the type a value has to the type that is wanted.
extension Checker {
    /// The expression as a value of `type`; reports the mismatch where there is no way.
    func coerce(_ expression: Expression, to type: Type, for purpose: Purpose = .plain) -> Expression {
        if let converted = convert(expression, to: type) { return converted }
        if case .argument = purpose, let spread = spreadValue(expression, to: type), let converted = convert(spread, to: type) { return converted }
        return mismatch(expression, type, purpose)
    }

    func mismatch(_ expression: Expression, _ type: Type, _ purpose: Purpose) -> Expression {
        let from = expression.type
        var help: String?
        if let wrapped = from.wrapped, convertible(wrapped, to: type) {
            return fail(
                "value of optional type '\(from)' must be unwrapped to a value of type '\(wrapped)'",
                at: expression.range,
                help:
                    "coalesce using '??' to provide a default when the optional value contains 'nil', or force-unwrap using '!'"
            )
        }
        if let function = from.function, function.parameters.isEmpty, function.result === (type.wrapped ?? type), !function.result.isVoid {
            return fail("function produces expected type '\(function.result)'; did you mean to call it with '()'?", at: expression.range)
        }
        if let function = from.function, let wanted = type.function, function.throwsErrors, !wanted.throwsErrors, function.result === wanted.result, function.parameters.map(\.type) == wanted.parameters.map(\.type) {
            return fail("invalid conversion from throwing function of type '\(from)' to non-throwing function type '\(type)'", at: expression.range)
        }
        if (from === Type.int && type === Type.double) || (from === Type.double && type === Type.int)
            || (from === Type.float && type === Type.double) || (from === Type.double && type === Type.float)
            || (from === Type.int && type === Type.float)
        {
            help = "convert it: '\(type)(…)'"
        }
        help = help ?? environment.table.foreign.misuses["\(from)"]?["\(type)"]
        if case .existential(let wanted) = type.kind, !type.isAny, from.nominal != nil || from.isExistential, !from.isStandIn {
            let name = wanted.name
            switch purpose {
            case .argument: return fail("argument type '\(from)' does not conform to expected type '\(name)'", at: expression.range, help: help)
            case .initialization: return fail("value of type '\(from)' does not conform to specified type '\(name)'", at: expression.range, help: help)
            case .returning: return fail("return expression of type '\(from)' does not conform to '\(name)'", at: expression.range, help: help)
            default: break
            }
        }
        let message =
            switch purpose {
            case .initialization where type === Type.bool && isLiteral(expression): "integer literal value '\(Checker.text(of: expression))' cannot be used as a boolean; did you mean 'true'?"
            case .initialization where from.nominal != nil && from.nominal === type.nominal: "cannot assign value of type '\(from)' to type '\(type)'"
            case .initialization: "cannot convert value of type '\(from)' to specified type '\(type)'"
            case .argument: "cannot convert value of type '\(from)' to expected argument type '\(type)'"
            case .defaultArgument: "default argument value of type '\(from)' cannot be converted to type '\(type)'"
            case .assignment where assignedForm == "through subscript": "cannot assign value of type '\(from)' to subscript of type '\(type.wrapped ?? type)'"
            case .assignment: "cannot assign value of type '\(from)' to type '\(type)'"
            case .returning: "cannot convert return expression of type '\(from)' to return type '\(type)'"
            case .condition where isLiteral(expression): "integer literal value '\(Checker.text(of: expression))' cannot be used as a boolean; did you mean 'true'?"
            case .condition where from === Type.int: "type 'Int' cannot be used as a boolean; test for '!= 0' instead"
            case .condition where from.wrapped != nil: "optional type '\(from)' cannot be used as a boolean; test for '!= nil' instead"
            case .condition: "cannot convert value of type '\(from)' to expected condition type '\(type)'"
            case .element: "cannot convert value of type '\(from)' to expected element type '\(type)'"
            case .plain: "cannot convert value of type '\(from)' to type '\(type)'"
            case .dictionaryKey: "cannot convert value of type '\(from)' to expected dictionary key type '\(type)'"
            case .dictionaryValue: "cannot convert value of type '\(from)' to expected dictionary value type '\(type)'"
            case .rawValue: "cannot convert value of type '\(from)' to raw type '\(type)'"
            case .closureResult: "cannot convert value of type '\(from)' to closure result type '\(type)'"
            }
        return fail(message, at: expression.range, help: help)
    }

    /// The expression as a value of `type`, or nil where there is no implicit way.
    func convert(_ expression: Expression, to type: Type) -> Expression? {
        if let converted = convertWhole(expression, to: type) { return converted }
        return expression.isImplicit ? convertWhole(forced(expression), to: type) : nil
    }

    /// What an optional declared with `!` holds; any other expression as it is.
    func forced(_ expression: Expression) -> Expression {
        guard expression.isImplicit, let wrapped = expression.type.wrapped else { return expression }
        return Expression(.unwrap(expression), wrapped, expression.range)
    }

    /// Whether a member is one of what an optional declared with `!` holds, not of the optional.
    func isForced(_ expression: Expression, for name: String) -> Bool {
        expression.isImplicit && expression.type.wrapped != nil && !hasMember(name, of: expression.type)
    }

    private func convertWhole(_ expression: Expression, to type: Type) -> Expression? {
        let from = expression.type
        if from === type { return expression }
        if from.isError || type.isError { return expression.type.isError ? expression : Expression(expression.kind, expression.type, expression.range) }
        if case .never = from.kind { return Expression(.block([Statement(.expression(expression), expression.range)], zero(type, expression.range)), type, expression.range) }
        if let wrapped = type.wrapped {
            // nil stays nil: the optional is converted, not put whole into `Any`.
            if wrapped.isExistential, from.wrapped != nil, let converted = convertOptional(expression, to: type) { return converted }
            if let inner = convert(expression, to: wrapped) {
                return Expression(.wrap(inner), type, expression.range)
            }
            return convertOptional(expression, to: type)
        }
        if let path = convertKeyPath(expression, to: type) { return path }
        if let upcast = upcast(expression, to: type) { return upcast }
        switch (from.kind, type.kind) {
        case (.function(let a), .function(let b)):
            // A function that does not throw serves where one that may is wanted.
            guard !a.throwsErrors || b.throwsErrors && (b.thrown == nil || b.thrown === a.thrown), a.parameters.count == b.parameters.count else { return nil }
            let fits = zip(a.parameters, b.parameters).allSatisfy { $0.isInout == $1.isInout && $0.isVariadic == $1.isVariadic && ($0.type === $1.type || !$0.isInout && isSameReference($1.type, as: $0.type)) }
            guard fits, a.result === b.result || isSameReference(a.result, as: b.result) else { return adapted(expression, to: type) }
            return Expression(expression.kind, type, expression.range)
        case (.tuple(let a), .tuple(let b)):
            guard a.count == b.count, zip(a, b).allSatisfy({ $0.type === $1.type }),
                zip(a, b).allSatisfy({ $0.label.isEmpty || $1.label.isEmpty || $0.label == $1.label })
            else {
                if case .aggregate(let elements) = expression.kind, a.count == b.count,
                    zip(a, b).allSatisfy({ $0.label.isEmpty || $0.label == $1.label })
                {
                    let converted = zip(elements, b).compactMap { convert($0, to: $1.type) }
                    if converted.count == b.count {
                        return Expression(.aggregate(converted), type, expression.range)
                    }
                }
                return nil
            }
            return Expression(expression.kind, type, expression.range)
        case (_, .existential(let nominal)):
            if case .existential(let own) = from.kind {
                return own === nominal || environment.conforms(from, to: nominal)
                    ? Expression(expression.kind, type, expression.range) : nil
            }
            guard environment.conforms(from, to: nominal) else { return nil }
            return Expression(.existential(expression), type, expression.range)
        default:
            return nil
        }
    }

    func convertible(_ from: Type, to type: Type) -> Bool {
        convert(Expression(.aggregate([]), from, .none), to: type) != nil
    }

    private func isLiteral(_ expression: Expression) -> Bool {
        if case .integer = expression.kind, expression.type === Type.int { true } else { false }
    }

    private static func text(of expression: Expression) -> String {
        if case .integer(let number) = expression.kind { "\(number)" } else { "" }
    }

    /// Some value of a type, for places that are never reached.
    private func zero(_ type: Type, _ range: SourceRange) -> Expression {
        Expression(.unreachable, type, range)
    }

    /// Whether values of a type can be compared with `==`.
    func isEquatable(_ type: Type) -> Bool {
        guard let equatable = environment.protocolNamed("Equatable") else { return false }
        // Swift compares tuples of up to six values that are no tuples themselves.
        if let elements = type.tupleElements { return elements.count < 7 && elements.allSatisfy { environment.conforms($0.type, to: equatable) } }
        return environment.conforms(type, to: equatable)
    }
}

extension Expression {
    /// The same, being an optional declared with `!` or not.
    func implicit(_ isImplicit: Bool) -> Expression {
        if isImplicit, type.wrapped != nil { self.isImplicit = true }
        return self
    }
}
