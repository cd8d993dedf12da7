/// From a class to those above it, from a type to what it conforms to: alone, in optionals, arrays and dictionaries.
extension Checker {
    /// The value as one of a class above its own, or a collection of such; nil where that is not what is asked.
    func upcast(_ expression: Expression, to type: Type) -> Expression? {
        let from = expression.type
        if isSameReference(from, as: type) { return Expression(expression.kind, type, expression.range) }
        if let a = from.arrayElement, let b = type.arrayElement {
            if isSameReference(a, as: b) { return Expression(expression.kind, type, expression.range) }
            // Elements in boxes: each is converted.
            guard convertible(a, to: b) else { return nil }
            if case .array(let elements) = expression.kind {
                return Expression(.array(elements.compactMap { convert($0, to: b) }), type, expression.range)
            }
            return Expression(.castForced(expression, type), type, expression.range)
        }
        if let nominal = from.nominal, nominal === type.nominal, nominal.form.isHashed {
            guard zip(from.arguments, type.arguments).allSatisfy({ $0 === $1 || convertible($0, to: $1) }) else { return nil }
            return Expression(.castForced(expression, type), type, expression.range)
        }
        if case .metatype(let a) = from.kind, case .metatype(let b) = type.kind {
            var fits = a.isClass && a.isDescendant(of: b)
            if case .existential(let nominal) = b.kind { fits = environment.conforms(a, to: nominal) }
            // The value itself says which type it is; only what is known of it changes.
            return fits ? Expression(.block([], expression), type, expression.range) : nil
        }
        return nil
    }

    /// Whether a value of one type is, as it lies in its slot, one of the other: objects are.
    func isSameReference(_ from: Type, as type: Type) -> Bool {
        if from === type { return true }
        if from.isClass, type.isClass { return from.isDescendant(of: type) }
        if from.isClass, case .existential(let nominal) = type.kind { return environment.conforms(from, to: nominal) }
        if from.isExistential, case .existential(let nominal) = type.kind { return environment.conforms(from, to: nominal) }
        if type.isClass, let parent = classBehind(from) { return parent.isDescendant(of: type) }
        if let a = from.arrayElement, let b = type.arrayElement { return isSameReference(a, as: b) }
        if let a = from.wrapped, let b = type.wrapped, a.layout.isSingleReference, b.layout.isSingleReference {
            return isSameReference(a, as: b)
        }
        return false
    }

    /// Of `any Base & P`, and of a protocol that asks for it, the class that every value is of.
    func classBehind(_ type: Type) -> Type? {
        guard case .existential(let nominal) = type.kind else { return nil }
        return nominal.superclass ?? environment.inheritedProtocols(of: nominal).lazy.compactMap(\.superclass).first
    }

    /// The object itself, where a member is one of its class and not of the protocols beside that.
    func openedClass(_ value: Expression, for name: String) -> Expression {
        guard let parent = classBehind(value.type), !hasMember(name, of: value.type) else { return value }
        return Expression(value.kind, parent, value.range)
    }

    /// An optional whose value is converted where there is one.
    func convertOptional(_ expression: Expression, to type: Type) -> Expression? {
        guard let inner = expression.type.wrapped, let wrapped = type.wrapped else { return nil }
        if isSameReference(expression.type, as: type) { return Expression(expression.kind, type, expression.range) }
        let variable = temporary(inner, expression.range)
        guard let converted = convert(Expression(.variable(variable), inner, expression.range), to: wrapped) else { return nil }
        return Expression(.chain(expression, variable, Expression(.wrap(converted), type, expression.range)), type, expression.range)
    }
}
