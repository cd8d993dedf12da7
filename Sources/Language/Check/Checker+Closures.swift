import SwiftSyntax

/// Closures.
extension Checker {
    /// A closure whose parameter types, and perhaps result, are known from where it is used.
    func checkClosure(_ syntax: ClosureExprSyntax, parameters wanted: [Type.Parameter]?, result: Type?, canThrow: Bool?, thrown: Type? = nil, isEscaping: Bool, hint: Type? = nil) -> Expression {
        let range = syntax.sourceRange
        let isOpen = syntax.signature?.parameterClause == nil ? syntax.highestDollar == 0 : syntax.hasOneBareParameter
        if wanted == nil, isOpen, mayRetry(), let type = parameterType(by: syntax, result: result, canThrow: canThrow, isEscaping: isEscaping) {
            return checkClosure(syntax, parameters: [Type.Parameter(type: type)], result: result, canThrow: canThrow, thrown: thrown, isEscaping: isEscaping)
        }
        let inner = Function(name: "closure", source: currentSource, range: range, parent: function)
        inner.isNonEscaping = !isEscaping
        let innerScope = Scope(parent: scope, function: inner)
        let taken = captures(syntax, into: innerScope)
        var explicitResult: Type?
        if let written = syntax.signature?.returnClause { explicitResult = resolve(written.type) }
        guard declareParameters(syntax, wanted, explicitResult ?? result, inner, innerScope) else { return failure(range) }

        // `{ x -> Int in … }` where an optional is wanted.
        if let wrapped = result?.wrapped, let written = explicitResult, wrapped === written { explicitResult = result }
        if let written = explicitResult, let result, result.isConcrete, !result.isError, !written.isError, written !== result, !convertible(written, to: result) {
            return fail("declared closure result '\(written)' is incompatible with contextual type '\(result)'", at: syntax.signature?.returnClause?.type.sourceRange ?? range)
        }
        var newContext = FunctionContext(result: explicitResult ?? result)
        newContext.resultIsInferred = newContext.result == nil
        newContext.resultHint = newContext.result == nil ? hint : nil
        let clause = syntax.signature?.effectSpecifiers?.throwsClause
        newContext.canThrow = clause != nil || canThrow ?? true
        newContext.thrown = clause.map { $0.type.map { resolve($0) } } ?? thrown.flatMap { $0.isConcrete ? $0 : nil }
        newContext.tryIsImplied = false
        if newContext.result == nil, !context.skipsNil, syntax.statements.count > 1, ReturnsOfNil.areIn(syntax), mayRetry() {
            // What else it returns says what the nil is of.
            retries += 1
            let outer = context.skipsNil
            context.skipsNil = true
            let seen = attempt { checkClosure(syntax, parameters: wanted, result: nil, canThrow: canThrow, thrown: thrown, isEscaping: isEscaping, hint: hint) }?.type.function?.result
            context.skipsNil = outer
            if let seen, !seen.isVoid, !seen.isError {
                return checkClosure(syntax, parameters: wanted, result: seen.wrapped == nil ? .optional(seen) : seen, canThrow: canThrow, thrown: thrown, isEscaping: isEscaping)
            }
        }
        newContext.skipsNil = context.skipsNil && newContext.result == nil
        // Inside a cell's top level and what it calls directly, `try` is written where Swift wants it.
        var found = newContext
        let single = syntax.statements.count == 1 ? syntax.statements.first : nil
        let startFlow = flow
        inFunction(inner, context: newContext, scope: innerScope) {
            flow = startFlow
            flow.isUnreachable = false
            if let single, let expression = single.implicitResult {
                closureExpression(expression, inner)
            } else {
                inner.body = statements(syntax.statements)
                if let result = context.result, !result.isVoid, !flow.isUnreachable {
                    error("missing return in closure expected to return '\(result)'", at: SourceRange(start: range.end - 1, end: range.end))
                }
            }
            found = context
        }
        inner.result = found.result ?? .void
        inner.canThrow = found.throwsSomething || clause != nil && !(newContext.thrown?.isNever ?? false)
        if canThrow == false, inner.canThrow {
            return fail("invalid conversion of throwing closure to a function type that does not throw", at: range)
        }
        if takesIncompleteSelf(inner) { return fail("'self' captured by a closure before all members were initialized", at: range) }
        functions.append(inner)
        let type = Type.make(
            .function(
                Type.FunctionType(
                    parameters: inner.parameters.enumerated().map { Type.Parameter(type: $1.type, isInout: $1.isInout, isVariadic: syntax.isVariadic($0, wanted)) },
                    result: inner.result, canThrow: inner.canThrow, thrown: newContext.thrown)))
        let closure = Expression(.closure(inner), type, range)
        return taken.isEmpty ? closure : Expression(.block(taken, closure), type, range)
    }

    /// What `$0` is in a closure on its own, by what the body does with it. In `{ $0 + 1 }` it is the first type that
    /// goes, as the literal's own type goes first; in `{ n * $0 }` the only one that goes beside `n`.
    private func parameterType(by syntax: ClosureExprSyntax, result: Type?, canThrow: Bool?, isEscaping: Bool) -> Type? {
        var options: [Type] = [.int, .double, .string, .bool]
        let isLiteral = LiteralFinder.isIn(syntax)
        if !isLiteral {
            let beside = NameFinder.names(in: syntax).compactMap { typeOfVariable($0) }
            if beside.isEmpty { return nil }
            for type in beside where !options.contains(type) { options.append(type) }
        }
        var found: Type?
        for type in options {
            retries += 1
            let goes = attempt { checkClosure(syntax, parameters: [Type.Parameter(type: type)], result: result, canThrow: canThrow, isEscaping: isEscaping) }
            guard goes != nil else { continue }
            if isLiteral { return type }
            if found != nil { return nil }
            found = type
        }
        return found
    }

    private func typeOfVariable(_ name: String) -> Type? {
        let type: Type? =
            switch lookUpName(name) {
            case .entity(.variable(let variable))?: variable.type
            case .entity(.global(let global))?: global.type
            default: nil
            }
        return type.flatMap { $0.isConcrete ? $0 : nil }
    }

    /// A closure whose statements each give an element: `Sequential { Dense(8); Dense(1) }`. Loops and branches may
    /// stand among them.
    func builderClosure(_ syntax: ClosureExprSyntax, element: Type) -> Expression {
        let range = syntax.sourceRange
        let inner = Function(name: "closure", source: currentSource, range: range, parent: function)
        inner.isNonEscaping = true
        let result = Type.array(element)
        var newContext = FunctionContext(result: result)
        newContext.tryIsImplied = false
        let list = Variable(name: "", type: result, isMutable: true, range: range, owner: inner)
        list.isReassigned = true
        newContext.builder = (list, element)
        inFunction(inner, context: newContext, scope: Scope(parent: scope, function: inner)) {
            flow = Flow()
            inner.body =
                [Statement(.declare(list, Expression(.array([]), result, range)), range)]
                + statements(syntax.statements)
                + [Statement(.return(Expression(.variable(list), result, range)), range)]
        }
        inner.result = result
        functions.append(inner)
        return Expression(.closure(inner), .function([], result), range)
    }

    /// A closure that is one expression: its value is the result.
    private func closureExpression(_ expression: ExprSyntax, _ inner: Function) {
        let node = Node(expression)
        var value = check(node, expected: context.result.flatMap { $0.isVoid ? nil : $0 } ?? hint(for: node))
        if context.resultIsInferred {
            context.result = value.type.isError ? .error : value.type
            if case .never = value.type.kind { context.result = .void }
        }
        let result = context.result ?? .void
        if result.isVoid {
            if !value.type.isVoid { value = Expression(.discard(value), .void, value.range) }
            inner.body = [Statement(.expression(value), value.range)]
        } else {
            value = coerce(value, to: result, for: .closureResult)
            inner.body = [Statement(.return(value), value.range)]
        }
    }

    /// What is known of the result helps what cannot do without: `.success(x)`, a closure, or a choice of such.
    func hint(for node: Node) -> Type? {
        guard context.result == nil, let hint = context.resultHint, !hint.isError else { return nil }
        switch node {
        case .ternary(_, let then, let otherwise): return self.hint(for: Node(then)) ?? self.hint(for: otherwise)
        case .syntax(let syntax):
            // `AnyIterator { … }` where `some IteratorProtocol<Int>` is returned.
            if hint.isExistential { return syntax.is(FunctionCallExprSyntax.self) ? hint : nil }
            if isContextual(node) { return hint }
            if syntax.is(ClosureExprSyntax.self), let parameters = hint.function?.parameters { return parameters.allSatisfy(\.type.isConcrete) ? hint : nil }
            if syntax.is(IfExprSyntax.self) || syntax.is(SwitchExprSyntax.self) { return hint.nominal == nil ? nil : hint }
            return nil
        default: return nil
        }
    }

    private func declareParameters(_ syntax: ClosureExprSyntax, _ wanted: [Type.Parameter]?, _ expectedResult: Type?, _ inner: Function, _ innerScope: Scope) -> Bool {
        func add(_ name: String, _ type: Type, _ isInout: Bool, _ range: SourceRange) {
            let variable = Variable(name: name, type: type, isMutable: isInout, range: range, isInout: isInout, owner: inner)
            variable.isParameter = true
            inner.parameters.append(variable)
            if name != "_" { innerScope.entities[name] = .variable(variable) }
        }
        guard let clause = syntax.signature?.parameterClause else {
            let used = syntax.highestDollar + 1
            guard let wanted else {
                if used > 0 {
                    error("cannot infer type of closure parameter '$0' without a type annotation", at: syntax.sourceRange, help: "name the parameters with their types: '{ (x: Double) in … }'")
                    return false
                }
                return true
            }
            if used > wanted.count, wanted.count == 1, let elements = wanted[0].type.tupleElements, elements.count >= used {
                return spread((0..<used).map { ("$\($0)", syntax.sourceRange) }, elements, wanted[0], inner, innerScope, syntax.sourceRange)
            }
            if used > wanted.count {
                error("contextual closure type '\(Type.make(.function(Type.FunctionType(parameters: wanted, result: expectedResult ?? .void, canThrow: false))))' expects \(wanted.count) argument\(wanted.count == 1 ? "" : "s"), but \(used) \(used == 1 ? "was" : "were") used in closure body", at: syntax.sourceRange)
                return false
            }
            // A lone `()` need not be mentioned.
            if used == 0, wanted.count > 0, !(wanted.count == 1 && wanted[0].type.isVoid) {
                error("contextual type for closure argument list expects \(wanted.count) argument\(wanted.count == 1 ? "" : "s"), which cannot be implicitly ignored", at: syntax.sourceRange, help: "write '{ \(Array(repeating: "_", count: wanted.count).joined(separator: ", ")) in … }'")
                return false
            }
            if used > 0, used < wanted.count, syntax.statements.count > 0 {
                error("contextual closure type '\(Type.make(.function(Type.FunctionType(parameters: wanted, result: expectedResult ?? .void, canThrow: false))))' expects \(wanted.count) arguments, but \(used) \(used == 1 ? "was" : "were") used in closure body", at: syntax.sourceRange)
                return false
            }
            for (index, parameter) in wanted.enumerated() { add("$\(index)", parameter.type, parameter.isInout, syntax.sourceRange) }
            return true
        }
        var names: [(name: String, type: TypeSyntax?, range: SourceRange, isVariadic: Bool)] = []
        switch clause {
        case .simpleInput(let list):
            reportRepeatedNames(list.map(\.name))
            names = list.map { (Checker.plainName($0.name.text), nil, $0.sourceRange, false) }
        case .parameterClause(let clause):
            reportRepeatedNames(clause.parameters.map { $0.secondName ?? $0.firstName })
            names = clause.parameters.map {
                (Checker.plainName(($0.secondName ?? $0.firstName).text), $0.type, $0.sourceRange, $0.ellipsis != nil)
            }
        }
        if let wanted, wanted.count != names.count {
            // `map { (a, b) in … }` over pairs: the tuple is taken apart.
            if wanted.count == 1, let elements = wanted[0].type.tupleElements, elements.count == names.count {
                return spread(names.map { ($0.name, $0.range) }, elements, wanted[0], inner, innerScope, syntax.sourceRange)
            }
            error("contextual closure type '\(Type.make(.function(Type.FunctionType(parameters: wanted, result: expectedResult ?? .void, canThrow: false))))' expects \(wanted.count) argument\(wanted.count == 1 ? "" : "s"), but \(names.count) \(names.count == 1 ? "was" : "were") used in closure body", at: syntax.sourceRange)
            return false
        }
        for (index, name) in names.enumerated() {
            if let written = name.type {
                var syntax = written
                var isInout = false
                if let attributed = written.as(AttributedTypeSyntax.self) {
                    isInout = attributed.isInout
                    syntax = attributed.baseType
                }
                let type = name.isVariadic ? Type.array(resolve(syntax)) : resolve(syntax)
                // A closure may take more than it is given: `let name: (Dog) -> String = { (pet: Pet) in pet.name }`.
                if let wanted, wanted[index].type !== type, wanted[index].type.isConcrete, !type.isError, isInout || wanted[index].isInout || !convertible(wanted[index].type, to: type) {
                    error("cannot convert value of type '(\(type)) -> …' to expected argument type '(\(wanted[index].type)) -> …'", at: name.range)
                    return false
                }
                add(name.name, type, isInout, name.range)
            } else if let parameter = wanted?[index], parameter.type.isConcrete {
                add(name.name, parameter.type, parameter.isInout, name.range)
            } else {
                error("cannot infer type of closure parameter '\(name.name)' without a type annotation", at: name.range, help: "write its type: '{ (\(name.name): Double) in … }'")
                return false
            }
        }
        return true
    }

    private func spread(_ names: [(name: String, range: SourceRange)], _ elements: [Type.TupleElement], _ parameter: Type.Parameter, _ inner: Function, _ innerScope: Scope, _ range: SourceRange) -> Bool {
        // Elements are read where they are used: each name stands for one element of the parameter.
        let whole = Variable(name: "", type: parameter.type, isMutable: false, range: range, owner: inner)
        inner.parameters.append(whole)
        for (index, name) in names.enumerated() where name.name != "_" {
            if innerScope.spreads[name.name] != nil { error("invalid redeclaration of '\(name.name)'", at: name.range) }
            innerScope.spreads[name.name] = (whole, index)
        }
        return true
    }
}

extension ClosureExprSyntax {
    /// Whether a parameter takes any number of arguments: it says so, or what is wanted does.
    fileprivate func isVariadic(_ index: Int, _ wanted: [Type.Parameter]?) -> Bool {
        if case .parameterClause(let clause)? = signature?.parameterClause, index < clause.parameters.count,
            case let parameter = clause.parameters[clause.parameters.index(clause.parameters.startIndex, offsetBy: index)], parameter.type != nil
        {
            return parameter.ellipsis != nil
        }
        guard let wanted, index < wanted.count else { return false }
        return wanted[index].isVariadic
    }

    /// `{ x in … }`: one parameter, without its type.
    fileprivate var hasOneBareParameter: Bool {
        switch signature?.parameterClause {
        case .simpleInput(let names)?: names.count == 1 && names.first?.name.tokenKind != .wildcard
        case .parameterClause(let clause)?: clause.parameters.count == 1 && clause.parameters.first?.type == nil
        case nil: false
        }
    }
}

extension CodeBlockItemSyntax {
    /// The expression, when the item is one that gives a value.
    var implicitResult: ExprSyntax? {
        if case .expr(let expression) = item {
            return expression
        }
        if case .stmt(let statement) = item, let wrapped = statement.as(ExpressionStmtSyntax.self) {
            return isValueBranch(wrapped.expression) ? wrapped.expression : nil
        }
        return nil
    }

    /// `if` and `switch` give a value when each branch is one expression, or ends with a `throw`; one at least has to be
    /// an expression.
    private func isValueBranch(_ expression: ExprSyntax) -> Bool {
        guard let branches = expression.branches else { return false }
        let values = branches.count { $0.count == 1 && $0.first?.implicitResult != nil }
        return values > 0 && values + branches.count(where: \.endsWithThrow) == branches.count
    }
}

extension ExprSyntax {
    /// The statements of all branches of an `if` with an `else`, or of a `switch`.
    fileprivate var branches: [CodeBlockItemListSyntax]? {
        if let conditional = self.as(IfExprSyntax.self) {
            switch conditional.elseBody {
            case .codeBlock(let block)?: return [conditional.body.statements, block.statements]
            case .ifExpr(let other)?: return ExprSyntax(other).branches.map { [conditional.body.statements] + $0 }
            case nil: return nil
            }
        }
        guard let selection = self.as(SwitchExprSyntax.self) else { return nil }
        let bodies = selection.cases.compactMap { one -> CodeBlockItemListSyntax? in
            if case .switchCase(let one) = one { one.statements } else { nil }
        }
        return bodies.count == selection.cases.count ? bodies : nil
    }
}

extension CodeBlockItemListSyntax {
    /// Whether a branch leaves by an error, so that it needs no value.
    var endsWithThrow: Bool {
        guard case .stmt(let statement)? = last?.item else { return false }
        return statement.is(ThrowStmtSyntax.self)
    }
}

/// Finds a literal, or an operator in front, beside which a closure's parameter has a type.
private final class LiteralFinder: SyntaxVisitor {
    private var found = false

    static func isIn(_ closure: ClosureExprSyntax) -> Bool {
        let finder = LiteralFinder(viewMode: .sourceAccurate)
        finder.walk(closure.statements)
        return finder.found
    }

    override func visit(_ node: IntegerLiteralExprSyntax) -> SyntaxVisitorContinueKind { note() }
    override func visit(_ node: FloatLiteralExprSyntax) -> SyntaxVisitorContinueKind { note() }
    override func visit(_ node: StringLiteralExprSyntax) -> SyntaxVisitorContinueKind { note() }
    override func visit(_ node: BooleanLiteralExprSyntax) -> SyntaxVisitorContinueKind { note() }
    override func visit(_ node: PrefixOperatorExprSyntax) -> SyntaxVisitorContinueKind { note() }

    private func note() -> SyntaxVisitorContinueKind {
        found = true
        return .skipChildren
    }
}

/// Finds the names that a closure's body uses, each once, in order.
private final class NameFinder: SyntaxVisitor {
    private var found: [String] = []

    static func names(in closure: ClosureExprSyntax) -> [String] {
        let finder = NameFinder(viewMode: .sourceAccurate)
        finder.walk(closure.statements)
        return finder.found
    }

    override func visit(_ node: DeclReferenceExprSyntax) -> SyntaxVisitorContinueKind {
        // In `value.count` only `value` is a name of its own.
        if node.parent?.as(MemberAccessExprSyntax.self)?.declName.id == node.id { return .skipChildren }
        let name = Checker.plainName(node.baseName.text)
        if !name.hasPrefix("$"), !found.contains(name) { found.append(name) }
        return .skipChildren
    }
}

/// Whether a closure returns `nil` somewhere, closures and functions inside of it not looked into.
private final class ReturnsOfNil: SyntaxVisitor {
    private var isFound = false

    static func areIn(_ closure: ClosureExprSyntax) -> Bool {
        let finder = ReturnsOfNil(viewMode: .sourceAccurate)
        finder.walk(closure.statements)
        return finder.isFound
    }

    override func visit(_ node: ReturnStmtSyntax) -> SyntaxVisitorContinueKind {
        if node.expression?.is(NilLiteralExprSyntax.self) ?? false { isFound = true }
        return .skipChildren
    }

    override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }

    override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
