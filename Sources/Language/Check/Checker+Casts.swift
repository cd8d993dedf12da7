import SwiftSyntax

/// Tests of types at run time.
extension Checker {
    /// Whether a value is of a type: asked at run time where that is not known.
    func typeTest(_ value: Expression, _ wanted: Type, range: SourceRange) -> Expression {
        if mayBe(value.type, wanted) { return Expression(.isType(value, wanted), .bool, range) }
        let isSame = value.type === wanted || convertible(value.type, to: wanted)
        warn(isSame ? "'is' test is always true" : "'is' test is always false", at: range)
        return Expression(
            .block([Statement(.expression(Expression(.discard(value), .void, range)), range)], Expression(.boolean(isSame), .bool, range)), .bool, range)
    }

    /// `value as? wanted`; nil, an error being reported, where that can never be.
    func optionalCast(_ value: Expression, _ wanted: Type, range: SourceRange) -> Expression? {
        guard mayBe(value.type, wanted) else {
            error("cast from '\(value.type)' to unrelated type '\(wanted)' always fails", at: range)
            return nil
        }
        return Expression(.castOptional(value, wanted), .optional(wanted), range)
    }

    private func mayBe(_ type: Type, _ wanted: Type) -> Bool {
        if type.isExistential || isReferenceType(type) { return true }
        if let wrapped = type.wrapped { return mayBe(wrapped, wanted) }
        return false
    }
}
