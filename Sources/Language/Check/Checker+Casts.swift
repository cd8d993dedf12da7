import SwiftSyntax

/// `is`, `as`, `as?` and `as!`.
extension Checker {
    func isType(_ value: Node, _ type: TypeSyntax, range: SourceRange) -> Expression {
        let value = check(value, expected: nil)
        let type = resolve(type)
        if value.type.isError || type.isError { return failure(range) }
        return test(value, is: type, range: range)
    }

    /// Whether a value is of a type at run time.
    func test(_ value: Expression, is type: Type, range: SourceRange) -> Expression {
        if scope.substitutionInSight == nil {
            if value.type === type || isUpcast(value.type, type) {
                warn("'is' test is always true", at: range)
            } else if neverFits(value.type, type) {
                warn("cast from '\(value.type)' to unrelated type '\(type)' always fails", at: range)
            }
        }
        return Expression(.isType(value, type), .bool, range)
    }

    func cast(_ value: Node, _ type: TypeSyntax, _ mark: TokenSyntax?, range: SourceRange) -> Expression {
        guard let mark else {
            // `x as T`: the context a literal or conversion needs.
            let written: ExprSyntax? = if case .syntax(let syntax) = value { syntax } else { nil }
            let target = annotated(type, written)
            let value = check(value, expected: target)
            if value.type.isError || target.isError { return failure(range) }
            if let converted = convert(value, to: target) { return converted }
            if canFit(value.type, target) {
                return fail("'\(value.type)' is not convertible to '\(target)'", at: range, help: "did you mean to use 'as!' to force downcast?")
            }
            return fail("cannot convert value of type '\(value.type)' to type '\(target)' in coercion", at: value.range, help: isNumber(value.type) && isNumber(target) ? "convert it: '\(target)(…)'" : nil)
        }
        let target = resolve(type)
        let value = check(value, expected: nil)
        if value.type.isError || target.isError { return failure(range) }
        let isForced = mark.tokenKind == .exclamationMark
        if scope.substitutionInSight == nil {
            if neverFits(value.type, target) {
                warn("cast from '\(value.type)' to unrelated type '\(target)' always fails", at: range)
            } else if value.type === target || isUpcast(value.type, target) {
                warn(isForced ? "forced cast from '\(value.type)' to '\(target)' always succeeds; did you mean to use 'as'?" : "conditional cast from '\(value.type)' to '\(target)' always succeeds", at: range)
            }
        }
        return isForced
            ? Expression(.castForced(value, target), target, range)
            : Expression(.castOptional(value, target), .optional(target), range)
    }

    /// Whether a value is of a type, for patterns.
    func typeTest(_ value: Expression, _ wanted: Type, range: SourceRange) -> Expression {
        test(value, is: wanted, range: range)
    }

    /// `value as? wanted`, for patterns.
    func optionalCast(_ value: Expression, _ wanted: Type, range: SourceRange) -> Expression? {
        Expression(.castOptional(value, wanted), .optional(wanted), range)
    }

    private func isNumber(_ type: Type) -> Bool {
        [Type.int, .double, .float].contains { $0 === type }
    }

    private func isUpcast(_ from: Type, _ type: Type) -> Bool {
        (from.isClass && isSameReference(from, as: type)) || (type.isExistential && !from.isExistential && from.wrapped == nil && convertible(from, to: type))
    }

    private func canFit(_ from: Type, _ type: Type) -> Bool {
        from.isExistential || (from.isClass && type.isClass && type.isDescendant(of: from))
    }

    /// Two plain types of which no value is both.
    private func neverFits(_ from: Type, _ type: Type) -> Bool {
        if from === type || from.isExistential || type.isExistential || from.wrapped != nil || type.wrapped != nil { return false }
        if !from.isConcrete || !type.isConcrete { return false }
        if from.isClass, type.isClass { return !from.isDescendant(of: type) && !type.isDescendant(of: from) }
        if let a = from.nominal, let b = type.nominal { return a !== b && !(from.isKeyPath && type.isKeyPath) }
        return false
    }
}
