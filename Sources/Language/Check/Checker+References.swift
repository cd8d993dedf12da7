import SwiftSyntax

/// `weak` and `unowned`: references that do not keep an object alive.
extension Checker {
    /// The type of a variable declared `weak` or `unowned`, and what its values look like.
    func referenceType(_ type: Type, _ modifiers: DeclModifierListSyntax, at range: SourceRange) -> Type {
        for modifier in modifiers {
            switch modifier.name.text {
            case "weak":
                guard let wrapped = type.wrapped else {
                    error("'weak' variable should have optional type '\(type)?'", at: range, help: "write '\(type)?'")
                    return type
                }
                return held(wrapped, weakly: true, at: modifier.sourceRange, whole: type)
            case "unowned":
                return held(type.wrapped ?? type, weakly: false, at: modifier.sourceRange, whole: type)
            default: continue
            }
        }
        return type
    }

    private func held(_ type: Type, weakly: Bool, at range: SourceRange, whole: Type) -> Type {
        // An unowned one that may be nil reads as nil where it was given none, and faults where its object is gone.
        let referent = weakly || whole.wrapped == nil ? type : whole
        if type.isError || !type.isConcrete { return type.isError ? .error : .make(.nominal(weakly ? .weak : .unowned, [referent])) }
        guard isReferenceType(type) || type.nominal?.form.isNative == true else {
            error("'\(weakly ? "weak" : "unowned")' may only be applied to class and class-bound protocol types, not '\(type)'", at: range)
            return whole
        }
        // Values of the library are kept: nothing of them ends with the variable.
        if type.nominal?.form.isNative == true { return whole }
        return .make(.nominal(weakly ? .weak : .unowned, [referent]))
    }

    /// What is read: of a weak reference an optional, of an unowned one the object.
    func loaded(_ expression: Expression) -> Expression {
        guard let referent = expression.type.referent else { return expression }
        return Expression(.loadWeak(expression), referent, expression.range)
    }

    // MARK: Capture lists

    /// What a closure's capture list names: variables that are taken when the closure is made.
    func captures(_ syntax: ClosureExprSyntax, into innerScope: Scope) -> [Statement] {
        var statements: [Statement] = []
        for item in syntax.signature?.capture?.items ?? [] {
            let name = Checker.plainName(item.name.text)
            let range = item.sourceRange
            let value: Expression
            if let initializer = item.initializer {
                value = check(Node(initializer.value), expected: nil)
            } else if name == "self" {
                guard let own = scope.nearestSelf else {
                    error("cannot find 'self' in scope", at: range)
                    continue
                }
                value = read(own.variable, range)
            } else {
                value = check(.syntax(ExprSyntax(DeclReferenceExprSyntax(baseName: item.name.trimmed))), expected: nil, at: item.name.sourceRange)
            }
            if value.type.isError { continue }
            let variable: Variable
            switch item.specifier?.specifier.text {
            case "weak":
                let wrapped = value.type.wrapped ?? value.type
                let type = held(wrapped, weakly: true, at: range, whole: .optional(wrapped))
                guard let optional = convert(value, to: .optional(wrapped)) else { continue }
                variable = Variable(name: name, type: type, isMutable: false, range: range, owner: function)
                statements.append(Statement(.declare(variable, type.referent == nil ? optional : Expression(.makeWeak(optional), type, range)), range))
            case "unowned":
                let type = held(value.type.wrapped ?? value.type, weakly: false, at: range, whole: value.type)
                variable = Variable(name: name, type: type, isMutable: false, range: range, owner: function)
                statements.append(Statement(.declare(variable, type.referent == nil ? value : Expression(.makeWeak(value), type, range)), range))
            default:
                variable = Variable(name: name, type: value.type, isMutable: false, range: range, owner: function)
                statements.append(Statement(.declare(variable, value), range))
            }
            innerScope.entities[name] = .variable(variable)
            if name == "self", variable.type.referent?.wrapped == nil {
                // Strongly or unowned: members are reached through it as through `self` itself.
                innerScope.capturedSelf = variable
            }
        }
        return statements
    }

    // MARK: Identity

    /// `a === b`
    func identity(_ left: Node, _ right: Node, isNegated: Bool, range: SourceRange) -> Expression {
        func object(_ node: Node) -> Expression? {
            if case .syntax(let syntax) = node, syntax.is(NilLiteralExprSyntax.self) {
                let any = Type.optional(environment.protocolNamed("AnyObject").map { .make(.existential($0)) } ?? .error)
                return Expression(.none, any, node.range)
            }
            let value = check(node, expected: nil)
            if value.type.isError { return nil }
            let plain = value.type.wrapped ?? value.type
            if case .metatype = plain.kind { return value }
            guard isReferenceType(plain) || plain.nominal?.form.isNative == true else {
                error("argument type '\(value.type)' expected to be an instance of a class or class-constrained type", at: value.range)
                return nil
            }
            return value
        }
        guard let a = object(left), let b = object(right) else { return failure(range) }
        let same = Expression(.identical(a, b), .bool, range)
        return isNegated ? Expression(.operation(.boolNot, [same]), .bool, range) : same
    }

    /// `type(of: value)`
    func dynamicType(of node: Node, range: SourceRange) -> Expression {
        let value = check(node, expected: nil)
        if value.type.isError { return value }
        let type = Type.make(.metatype(value.type))
        if value.type.isClass || value.type.isExistential { return Expression(.dynamicType(value), type, range) }
        let known = Expression(.type, type, range)
        return Expression(.block([Statement(.expression(Expression(.discard(value), .void, range)), range)], known), type, range)
    }
}

extension NominalType {
    /// What `weak` and `unowned` variables hold; no cell can name them.
    package static let weak = NominalType(name: "weak", form: .native, genericParameters: [GenericParameter(name: "Object")])
    package static let unowned = NominalType(name: "unowned", form: .native, genericParameters: [GenericParameter(name: "Object")])
}

extension Type {
    /// What reading a weak or unowned variable gives; nil for any other type.
    package var referent: Type? {
        switch nominal {
        case NominalType.weak?: .optional(arguments[0])
        case NominalType.unowned?: arguments[0]
        default: nil
        }
    }
}

extension NominalType.Form {
    package var isNative: Bool {
        if case .native = self { true } else { false }
    }
}
