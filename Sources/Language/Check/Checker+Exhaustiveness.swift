import SwiftSyntax

/// Whether the cases of a `switch` take every value.
extension Checker {
    /// What a pattern takes of a type's values.
    indirect enum Space {
        /// All.
        case any
        /// Those made by one of finitely many makers: an enum's case, `true`, a tuple.
        case made(Int, [Space])
        /// Some that cannot be told: a number, a range, what a condition holds for.
        case some
    }

    /// One way in which values of a type are made.
    private struct Maker {
        let text: ([String]) -> String
        let parts: [Type]
    }

    private func makers(of type: Type) -> [Maker]? {
        if type === Type.bool {
            return ["false", "true"].map { name in Maker(text: { _ in name }, parts: []) }
        }
        if let wrapped = type.wrapped {
            return [
                Maker(text: { _ in ".none" }, parts: []),
                Maker(text: { ".some(\($0[0] == "_" ? "_" : $0[0]))" }, parts: [wrapped]),
            ]
        }
        if let elements = type.tupleElements, !elements.isEmpty {
            return [Maker(text: { "(\($0.joined(separator: ", ")))" }, parts: elements.map(\.type))]
        }
        guard let nominal = type.nominal, case .enumeration = nominal.form else { return nil }
        let types = substitution(for: type)
        return nominal.cases.map { enumCase in
            Maker(
                text: { parts in
                    if enumCase.payload.isEmpty { return ".\(enumCase.name)" }
                    let inside = zip(enumCase.payload, parts).map { $0.label.isEmpty ? $1 : "\($0.label): \($1)" }
                    return ".\(enumCase.name)(\(inside.joined(separator: ", ")))"
                }, parts: enumCase.payload.map { $0.type.substituting(types) })
        }
    }

    /// A few of the values that no row takes, as patterns; none where all are taken.
    func missingCases(_ rows: [[Space]], _ types: [Type]) -> [String] {
        var budget = 20_000
        guard let head = types.first, types.count == 1, let makers = makers(of: head), head.tupleElements == nil else {
            return missing(rows, types, &budget).map { [$0.joined(separator: ", ")] } ?? []
        }
        return makers.indices.compactMap { index in
            missing(specialized(rows, index, makers[index].parts.count), makers[index].parts, &budget).map { makers[index].text($0) }
        }
    }

    /// Values that no row takes: one pattern for each type, or nil.
    private func missing(_ rows: [[Space]], _ types: [Type], _ budget: inout Int) -> [String]? {
        guard let head = types.first else { return rows.isEmpty ? [] : nil }
        if rows.isEmpty { return types.map { _ in "_" } }
        budget -= 1
        if budget < 0 { return nil }
        let rest = Array(types.dropFirst())
        let isTold = rows.contains { if case .made = $0[0] { true } else { false } }
        guard isTold, let makers = makers(of: head) else {
            let open = rows.filter { if case .any = $0[0] { true } else { false } }
            return missing(open.map { Array($0.dropFirst()) }, rest, &budget).map { ["_"] + $0 }
        }
        for (index, maker) in makers.enumerated() {
            let count = maker.parts.count
            if let found = missing(specialized(rows, index, count), maker.parts + rest, &budget) {
                return [maker.text(Array(found.prefix(count)))] + found.dropFirst(count)
            }
        }
        return nil
    }

    /// The rows that take values of one maker, with what they ask of its parts.
    private func specialized(_ rows: [[Space]], _ maker: Int, _ count: Int) -> [[Space]] {
        rows.compactMap { row in
            switch row[0] {
            case .any: Array(repeating: .any, count: count) + row.dropFirst()
            case .made(maker, let parts) where parts.count == count: parts + row.dropFirst()
            case .made, .some: nil
            }
        }
    }

    // MARK: Patterns as spaces

    func space(_ pattern: PatternSyntax, _ type: Type) -> Space {
        switch pattern.as(PatternSyntaxEnum.self) {
        case .wildcardPattern, .identifierPattern: return .any
        case .valueBindingPattern(let binding): return space(binding.pattern, type)
        case .tuplePattern(let tuple): return tupleSpace(tuple.elements.map { .pattern($0.pattern) }, type)
        case .expressionPattern(let expression): return space(expression.expression, type)
        default: return .some
        }
    }

    private enum Part {
        case pattern(PatternSyntax)
        case expression(ExprSyntax)
    }

    private func space(_ part: Part, _ type: Type) -> Space {
        switch part {
        case .pattern(let pattern): space(pattern, type)
        case .expression(let expression): space(expression, type)
        }
    }

    private func tupleSpace(_ parts: [Part], _ type: Type) -> Space {
        if parts.count == 1 { return space(parts[0], type) }
        guard let elements = type.tupleElements, elements.count == parts.count else { return .some }
        return .made(0, zip(parts, elements).map { space($0, $1.type) })
    }

    private func space(_ syntax: ExprSyntax, _ type: Type) -> Space {
        if syntax.is(DiscardAssignmentExprSyntax.self) { return .any }
        if let pattern = syntax.as(PatternExprSyntax.self) { return space(pattern.pattern, type) }
        if let tuple = syntax.as(TupleExprSyntax.self) {
            return tupleSpace(tuple.elements.map { .expression($0.expression) }, type)
        }
        if type === Type.bool, let literal = syntax.as(BooleanLiteralExprSyntax.self) {
            return .made(literal.literal.tokenKind == .keyword(.true) ? 1 : 0, [])
        }
        if let wrapped = type.wrapped {
            if syntax.is(NilLiteralExprSyntax.self) { return .made(0, []) }
            if let optional = syntax.as(OptionalChainingExprSyntax.self) { return .made(1, [space(optional.expression, wrapped)]) }
        }
        if case .cast(let inner, let written, nil) = Node(syntax), case .syntax(let name) = inner {
            return resolve(written) === type ? space(name, type) : .some
        }
        guard let named = CasePattern(syntax) else { return .some }
        if let wrapped = type.wrapped {
            if named.name == "none", named.arguments == nil { return .made(0, []) }
            if named.name == "some", named.arguments == nil { return .made(1, [.any]) }
            if named.name == "some", let arguments = named.arguments {
                return .made(1, [tupleSpace(arguments.map { .expression($0.expression) }, wrapped)])
            }
            return .made(1, [space(syntax, wrapped)])
        }
        guard let nominal = type.nominal, let index = nominal.cases.firstIndex(where: { $0.name == named.name }) else { return .some }
        let payload = nominal.cases[index].payload.map { $0.type.substituting(substitution(for: type)) }
        guard let arguments = named.arguments else { return .made(index, payload.map { _ in .any }) }
        if arguments.count == payload.count {
            return .made(index, zip(arguments, payload).map { space($0.expression, $1) })
        }
        if arguments.count == 1, case .any = space(arguments[0].expression, .error) { return .made(index, payload.map { _ in .any }) }
        return .some
    }
}

/// `.name`, `Type.name` or `.name(…)` as a pattern.
struct CasePattern {
    let name: String
    let nameRange: SourceRange
    let base: ExprSyntax?
    let arguments: [LabeledExprSyntax]?

    init?(_ syntax: ExprSyntax) {
        var member = syntax.as(MemberAccessExprSyntax.self)
        var arguments: [LabeledExprSyntax]?
        if let call = syntax.as(FunctionCallExprSyntax.self), call.trailingClosure == nil {
            member = call.calledExpression.as(MemberAccessExprSyntax.self)
            arguments = Array(call.arguments)
        }
        guard let member else { return nil }
        name = Checker.plainName(member.declName.baseName.text)
        nameRange = member.declName.sourceRange
        base = member.base
        self.arguments = arguments
    }
}
