import SwiftSyntax

/// Bodies of generic functions are checked for each set of types they are used with. What cannot be right for any is
/// found here, before the function is used at all: an operator or a member that nothing asked of `T` gives.
extension Checker {
    func checkOpen(_ syntax: FunctionDeclSyntax, _ callable: Callable) {
        guard let body = syntax.body else { return }
        var values: [String: GenericParameter] = [:]
        var hidden = Set<String>()
        for parameter in callable.parameters {
            if case .parameter(let generic) = parameter.type.kind, !parameter.isVariadic, generic.base == nil { values[parameter.name] = generic } else { hidden.insert(parameter.name) }
        }
        if let nominal = scope.memberTypeInSight?.nominal {
            for field in nominal.fields where values[field.name] == nil && !hidden.contains(field.name) {
                if case .parameter(let generic) = field.type.kind, generic.base == nil { values[field.name] = generic }
            }
        }
        // Of these nothing but what the declaration asks for is known.
        let asked = callable.conformances + extensionConformances
        let known = Set((callable.sameTypes + extensionSameTypes).map { ObjectIdentifier($0.0) })
        values = values.filter { !known.contains(ObjectIdentifier($0.value)) }
        if values.isEmpty { return }
        let finder = OpenGenericFinder(values)
        finder.walk(body)
        for use in finder.operators where lacksOperator(use.name, use.parameter, asked) {
            let type = use.parameter.name
            if let literal = use.literal {
                let types = use.isLeft ? "'\(type)' and '\(literal)'" : "'\(literal)' and '\(type)'"
                error("binary operator '\(use.name)' cannot be applied to operands of type \(types)", at: use.range)
                continue
            }
            switch use.name {
            case "<", ">", "<=", ">=": error("referencing operator function '\(use.name)' on 'Comparable' requires that '\(type)' conform to 'Comparable'", at: use.range)
            default: error("binary operator '\(use.name)' cannot be applied to two '\(type)' operands", at: use.range)
            }
        }
        for use in finder.members where lacksMember(use.name, use.parameter, asked) {
            error("value of type '\(use.parameter.name)' has no member '\(use.name)'", at: use.range)
        }
    }

    private func constraints(of parameter: GenericParameter, _ asked: [(GenericParameter, NominalType)]) -> [NominalType] {
        let own = parameter.constraints + asked.filter { $0.0 === parameter }.map(\.1)
        return own + own.flatMap { environment.inheritedProtocols(of: $0) }
    }

    private func lacksOperator(_ name: String, _ parameter: GenericParameter, _ asked: [(GenericParameter, NominalType)]) -> Bool {
        lacksOperator(name, constraints(of: parameter, asked))
    }

    /// Whether none of the protocols that a type has to conform to gives an operator.
    func lacksOperator(_ name: String, _ all: [NominalType]) -> Bool {
        func has(_ names: String...) -> Bool { all.contains { names.contains($0.name) && !$0.isDeclaredByCell } }
        // A protocol of a cell, or a function further out, may give the operator.
        if all.contains(where: { $0.isDeclaredByCell || $0.form.isReference || $0.isComposition }) { return false }
        var outer: Scope? = scope
        while let here = outer {
            if here !== environment.library, here.entities[name] != nil { return false }
            outer = here.parent
        }
        switch name {
        case "==", "!=": return !has("Equatable")
        case "<", ">", "<=", ">=": return !has("Comparable")
        case "+", "-": return !has("AdditiveArithmetic", "Strideable", "RangeReplaceableCollection", "StringProtocol", "SetAlgebra")
        case "*": return !has("Numeric")
        case "/": return !has("BinaryInteger", "FloatingPoint")
        case "&+", "&-", "&*", "&<<", "&>>": return !has("FixedWidthInteger")
        case "%", "&", "|", "^", "<<", ">>": return !has("BinaryInteger")
        default: return false
        }
    }

    private func lacksMember(_ name: String, _ parameter: GenericParameter, _ asked: [(GenericParameter, NominalType)]) -> Bool {
        let all = constraints(of: parameter, asked)
        if name == "self" || all.contains(where: \.isComposition) { return false }
        return !all.contains { nominal in
            if nominal.form.isReference { return hasMember(name, of: .make(.nominal(nominal, nominal.genericParameters.map { .make(.parameter($0)) }))) }
            let table = environment.members(named: name, of: nominal)
            return table.callables[name] != nil || table.properties[name] != nil || environment.table.names(of: nominal.name).contains(name)
                || environment.table.requirements[nominal.name]?.contains { $0.name == name } ?? false
                || environment.table.promised[nominal.name]?.contains(name) ?? false
        }
    }
}

/// Uses of a generic function's values as they stand: `a < b`, `a.name`.
private final class OpenGenericFinder: SyntaxVisitor {
    struct Use {
        let name: String
        let parameter: GenericParameter
        let range: SourceRange
        /// Beside a number: what that is by itself, and whether the generic value stands in front of it.
        var literal: String?
        var isLeft = true
    }

    private var values: [String: GenericParameter]
    var operators: [Use] = []
    var members: [Use] = []

    init(_ values: [String: GenericParameter]) {
        self.values = values
        super.init(viewMode: .sourceAccurate)
    }

    private func parameter(_ syntax: ExprSyntax) -> GenericParameter? {
        syntax.as(DeclReferenceExprSyntax.self).flatMap { $0.argumentNames == nil ? values[$0.baseName.text] : nil }
    }

    private static func literal(_ syntax: ExprSyntax) -> String? {
        if syntax.is(IntegerLiteralExprSyntax.self) { return "Int" }
        return syntax.is(FloatLiteralExprSyntax.self) ? "Double" : nil
    }

    /// A name that is declared anew anywhere in the body is left alone.
    override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
        let name = node.identifier.text
        values[name] = nil
        return .visitChildren
    }

    override func visit(_ node: ClosureShorthandParameterSyntax) -> SyntaxVisitorContinueKind {
        values[node.name.text] = nil
        return .visitChildren
    }

    override func visit(_ node: SequenceExprSyntax) -> SyntaxVisitorContinueKind {
        let elements = Array(node.elements)
        for (index, element) in elements.enumerated() where index > 0 && index + 1 < elements.count {
            guard let sign = element.as(BinaryOperatorExprSyntax.self) else { continue }
            let (left, right) = (parameter(elements[index - 1]), parameter(elements[index + 1]))
            if let left, let right {
                if left === right { operators.append(Use(name: sign.operator.text, parameter: left, range: sign.sourceRange)) }
            } else if elements.count == 3, let generic = left ?? right, let literal = Self.literal(elements[left == nil ? 0 : 2]) {
                operators.append(Use(name: sign.operator.text, parameter: generic, range: sign.sourceRange, literal: literal, isLeft: left != nil))
            }
        }
        return .visitChildren
    }

    override func visit(_ node: MemberAccessExprSyntax) -> SyntaxVisitorContinueKind {
        if let base = node.base, let generic = parameter(base) {
            members.append(Use(name: node.declName.baseName.text, parameter: generic, range: node.declName.sourceRange))
        }
        return .visitChildren
    }
}
