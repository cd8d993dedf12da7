import SwiftParser
import SwiftSyntax

/// Expressions, each by its kind.
extension Checker {
    /// The expression with its type. `expected` is what the context would like; the caller converts what comes.
    func check(_ node: Node, expected: Type?, isEscaping: Bool = true) -> Expression {
        counted(node) { checkPart(node, expected: expected, isEscaping: isEscaping) }
    }

    private func checkPart(_ node: Node, expected: Type?, isEscaping: Bool) -> Expression {
        switch node {
        case .syntax(let syntax): return check(syntax, expected: expected, isEscaping: isEscaping)
        case .binary(let name, let operatorSyntax, let left, let right):
            return binary(name, operatorSyntax.sourceRange, left, right, range: node.range, expected: expected)
        case .ternary(let condition, let then, let otherwise):
            return ternary(condition, Node(then), otherwise, range: node.range, expected: expected)
        case .assign(let target, let value, let operatorSyntax):
            return assignment(target, value, at: operatorSyntax.sourceRange, range: node.range)
        case .isType(let value, let type):
            return isType(value, type, range: node.range)
        case .cast(let value, let type, let mark):
            return cast(value, type, mark, range: node.range)
        case .invalid(let message, let range):
            return fail(message, at: range)
        case .attempt(let inner, let mark, let keyword):
            return attemptExpression(inner, mark, keyword, expected: expected)
        }
    }

    private func check(_ syntax: ExprSyntax, expected: Type?, isEscaping: Bool) -> Expression {
        let range = syntax.sourceRange
        // A chain that starts with a dot: what is wanted of the whole is the type of its first name.
        if let expected, let root = syntax.implicitRoot, root.id != syntax.id { implicitBases[root.id] = expected }
        switch syntax.as(ExprSyntaxEnum.self) {
        case .integerLiteralExpr(let literal):
            return integer(literal, range: range, expected: expected)
        case .floatLiteralExpr(let literal):
            return floating(literal, range: range, expected: expected)
        case .booleanLiteralExpr(let literal):
            let plain = Expression(.boolean(literal.literal.tokenKind == .keyword(.true)), .bool, range)
            if let target = expected.map({ $0.wrapped ?? $0 }), target !== Type.bool, let initializer = literalInitializer("booleanLiteral", target) {
                return build(Candidate(callable: initializer), [plain], substitution(for: target), at: range, nameRange: range)
            }
            return plain
        case .stringLiteralExpr(let literal):
            return string(literal, expected: expected)
        case .nilLiteralExpr:
            if let expected, expected.wrapped == nil, let initializer = literalInitializer("nilLiteral", expected) {
                return build(Candidate(callable: initializer), [Expression(.aggregate([]), .void, range)], substitution(for: expected), at: range, nameRange: range)
            }
            guard let expected, expected.wrapped != nil else {
                if let expected { return fail(Checker.nilMisfit(syntax, expected), at: range, help: "only an optional, '\(expected)?', can be nil") }
                return fail("'nil' requires a contextual type", at: range)
            }
            return Expression(.none, expected, range)
        case .arrayExpr(let literal):
            return array(literal, expected: expected)
        case .dictionaryExpr(let literal):
            return dictionary(literal, expected: expected)
        case .tupleExpr(let tuple):
            return self.tuple(tuple, expected: expected)
        case .sequenceExpr, .tryExpr:
            return check(Node(syntax), expected: expected)
        case .declReferenceExpr(let reference):
            return name(reference, expected: expected)
        case .memberAccessExpr(let member):
            return self.member(member, expected: expected)
        case .functionCallExpr(let call):
            return self.call(call, expected: expected)
        case .subscriptCallExpr(let call):
            return self.subscriptCall(call, expected: expected)
        case .closureExpr(let closure):
            let wanted = expected?.function ?? expected?.wrapped?.function
            return checkClosure(
                closure, parameters: wanted?.parameters,
                result: wanted.flatMap { $0.result.isConcrete ? $0.result : nil },
                canThrow: wanted?.canThrow, thrown: wanted?.thrown, isEscaping: isEscaping, hint: wanted?.result)
        case .prefixOperatorExpr(let prefix):
            return self.prefix(prefix, expected: expected)
        case .postfixOperatorExpr(let postfix):
            return self.postfix(postfix, expected: expected)
        case .forceUnwrapExpr(let unwrap):
            if delegates(unwrap.expression) { return forcedDelegation(unwrap) }
            let value = check(Node(unwrap.expression), expected: expected.map(Type.optional))
            if value.type.isError { return failure(range) }
            guard let wrapped = value.type.wrapped else {
                return fail("cannot force unwrap value of non-optional type '\(value.type)'", at: unwrap.exclamationMark.sourceRange, help: "remove the '!'")
            }
            return Expression(.unwrap(value), wrapped, range)
        case .optionalChainingExpr(let chain):
            if let variable = openedChains[chain.id] { return read(variable, range) }
            if guardedChains.contains(chain.id) {
                // A test stands before the place that this is the way to.
                let value = check(Node(chain.expression), expected: nil)
                return value.type.wrapped.map { Expression(.unwrap(value), $0, range) } ?? value
            }
            return finishChain(chain, syntax, expected)
        case .inOutExpr(let address):
            return fail("'&' may only be used to pass an argument to inout parameter", at: address.ampersand.sourceRange)
        case .genericSpecializationExpr(let specialization):
            let type = typeReference(.syntax(syntax))
            if type == nil, specialization.expression.trimmedDescription.hasPrefix("Unsafe") {
                return fail("unsafe pointers are not part of the cell language", at: range, help: "work with the elements themselves")
            }
            return type.map { Expression(.type, .make(.metatype($0)), range) }
                ?? fail("cannot specialize '\(specialization.expression.trimmedDescription)'", at: range)
        case .typeExpr(let type):
            return Expression(.type, .make(.metatype(resolve(type.type))), range)
        case .ifExpr(let conditional):
            return ifExpression(conditional, expected: expected)
        case .switchExpr(let selection):
            return switchExpression(selection, expected: expected)
        case .discardAssignmentExpr:
            return fail("'_' can only appear in a pattern or on the left side of an assignment", at: range)
        case .superExpr:
            error("expected '.' or '[' after 'super'", at: range)
        case .keyPathExpr(let path):
            return keyPath(path, expected: expected)
        case .awaitExpr:
            error("'await' is not part of the cell language", at: range, help: "cells run from top to bottom on one thread")
        case .macroExpansionExpr(let literal):
            if let value = sourceLiteral(literal, at: range, in: Syntax(literal), expected: expected) { return value }
            error("macros are not part of the cell language", at: range)
        case .regexLiteralExpr:
            unsupported("regular expression literals are", at: range)
        default:
            unsupported("this expression is", at: range)
        }
        return failure(range)
    }

    // MARK: Names

    private func value(of entity: Entity, named text: String, _ range: SourceRange, isBase: Bool, _ expected: Type?) -> Expression {
        switch entity {
        case .variable(let variable): return read(variable, range)
        case .global(let global): return read(global, range)
        case .property(let property): return build(Candidate(callable: property.getter), [], Substitution(), at: range, nameRange: range)
        case .callables(let callables): return functionValue(text, callables.map { Candidate(callable: $0) }, range, expected)
        case .type(let type):
            if isBase { return Expression(.type, .make(.metatype(type)), range) }
            return fail("expected member name or initializer call after type name", at: range, help: "write '\(text).self' for the type itself")
        case .genericType, .alias:
            return fail("reference to generic type '\(text)' requires arguments in <...>", at: range)
        }
    }

    /// `Swift.min`: what the library declares under a name, whatever else has it.
    func moduleMember(_ syntax: MemberAccessExprSyntax, expected: Type?) -> Expression? {
        guard let base = syntax.base?.as(DeclReferenceExprSyntax.self)?.baseName.text, Checker.modules.contains(base), lookUp(base) == nil else { return nil }
        let name = Checker.plainName(syntax.declName.baseName.text)
        guard let entity = environment.libraryEntity(name) else { return fail("module '\(base)' has no member named '\(name)'", at: syntax.declName.sourceRange) }
        return value(of: entity, named: name, syntax.sourceRange, isBase: syntax.parent?.is(MemberAccessExprSyntax.self) ?? false, expected)
    }

    private func name(_ reference: DeclReferenceExprSyntax, expected: Type?) -> Expression {
        let outerLabels = writtenLabels
        writtenLabels = reference.labels
        defer { writtenLabels = outerLabels }
        let range = reference.sourceRange
        let text = Checker.plainName(reference.baseName.text)
        if text == "self" {
            if let variable = scope.namedSelf { return read(variable, range) }
            if scope.nearestSelf == nil, let type = scope.memberTypeInSight { return Expression(.type, .make(.metatype(type)), range) }
            // A debugger puts the `self` of a frame among the session's names.
            if scope.nearestSelf == nil, case .global(let own)? = environment.session.entities["self"] { return read(own, range) }
            guard let own = scope.nearestSelf else { return fail("cannot find 'self' in scope; did you mean to use it in a type or extension context?", at: range) }
            return read(own.variable, range)
        }
        if case .dollarIdentifier = reference.baseName.tokenKind {
            if case .element(let variable, let index)? = lookUpName(text), let elements = variable.type.tupleElements {
                return Expression(.element(read(variable, range), index), elements[index].type, range)
            }
            guard case .variable(let variable)? = scope.lookUpDollar(text) else {
                return fail("anonymous closure argument not contained in a closure", at: range)
            }
            return read(variable, range)
        }
        if text == Probe.marker, let probe {
            probe.names = namesInSight()
            probe.scope = scope
            return failure(range)
        }
        if isOperator(text) {
            // Those of the type around do not hide the others.
            let name = writtenOperator(reference)
            let around = scope.memberTypeInSight.map { type in
                methods(name, of: type, isStatic: true).map { Candidate(callable: $0, substitution: substitution(for: type)) }
            }
            let all = operatorMembers(name, expected) + (around ?? []) + operatorCandidates(name, .none, .none)
            let isBuilt = Checker.builtOperators.contains(name) && (expected?.function ?? expected?.wrapped?.function) != nil
            return all.isEmpty && !isBuilt ? unknownName(name, range) : functionValue(name, all, range, expected)
        }
        guard let found = lookUpName(text) else { return unknownName(text, range) }
        switch found {
        case .entity(let entity): return value(of: entity, named: text, range, isBase: reference.parent?.is(MemberAccessExprSyntax.self) ?? false, expected)
        case .member(let own):
            if needsWrittenSelf(own) { return fail("reference to property '\(text)' in closure requires explicit use of 'self' to make capture semantics explicit", at: range, help: "write 'self.\(text)', or '[self]' in front of the closure's 'in'") }
            let outer = isReachingField
            isReachingField = true
            let whole = read(own.variable, range)
            isReachingField = outer
            if isInaccessible(text, of: own.type, at: range) { return failure(range) }
            let node = Node.syntax(ExprSyntax(DeclReferenceExprSyntax(baseName: .keyword(.self))))
            return memberOf(whole, own.type, text, range: range, nameRange: range, node: node, expected: expected)
                ?? unknownName(text, range)
        case .staticMember(let type):
            if let problem = staticOnInstance(text, of: type) { return fail(problem, at: range, help: "write '\(type).\(text)'") }
            return staticMember(text, of: type, range: range, nameRange: range, expected: expected) ?? unknownName(text, range)
        case .element(let variable, let index):
            guard let elements = variable.type.tupleElements else { return failure(range) }
            return Expression(.element(read(variable, range), index), elements[index].type, range)
        }
    }

    /// Operators that the types of the wanted function declare: `points.reduce(.zero, +)`.
    func operatorMembers(_ name: String, _ expected: Type?) -> [Candidate] {
        guard let wanted = expected?.function ?? expected?.wrapped?.function else { return [] }
        var seen = Set<Type>()
        return wanted.parameters.map(\.type).filter { seen.insert($0).inserted }.flatMap { type -> [Candidate] in
            methods(name, of: type, isStatic: true).map { Candidate(callable: $0, substitution: substitution(for: type)) }
        }
    }

    /// What is said of a `nil` that stands where a value is wanted, by what it stands in.
    private static func nilMisfit(_ syntax: ExprSyntax, _ type: Type) -> String {
        let around = syntax.parent
        if around?.is(InitializerClauseSyntax.self) ?? false { return "'nil' cannot initialize specified type '\(type)'" }
        if around?.is(ReturnStmtSyntax.self) ?? false || around?.is(CodeBlockItemSyntax.self) ?? false { return "'nil' is incompatible with return type '\(type)'" }
        if around?.is(ArrayElementSyntax.self) ?? false { return "'nil' is not compatible with expected element type '\(type)'" }
        if around?.is(DictionaryElementSyntax.self) ?? false { return "'nil' is not compatible with expected dictionary value type '\(type)'" }
        if around?.is(LabeledExprSyntax.self) ?? false || around?.is(ExprListSyntax.self) ?? false { return "'nil' is not compatible with expected argument type '\(type)'" }
        return "'nil' cannot be used as a value of type '\(type)'"
    }

    func isOperator(_ name: String) -> Bool {
        guard let first = name.first else { return false }
        return !first.isLetter && !first.isNumber && first != "_" && first != "$" && first != "`"
    }

    /// An operator's name as a value; where it is a slash, the parser was given another sign.
    func writtenOperator(_ reference: DeclReferenceExprSyntax) -> String {
        let text = reference.baseName.text
        guard text == DivisionFunctions.sign else { return text }
        let start = reference.sourceRange.start
        return currentSource.utf8.indices.contains(start) && currentSource.utf8[start] == UInt8(ascii: "/") ? "/" : text
    }

    enum FoundName {
        case entity(Entity)
        /// A member of `self`.
        case member((variable: Variable, type: Type))
        case staticMember(Type)
        /// An element of a closure's tuple parameter.
        case element(Variable, Int)
    }

    /// A name on its own: a local, then a member of the type around, then what stands further out.
    func lookUpName(_ text: String) -> FoundName? {
        var current: Scope? = scope
        while let here = current {
            if let entity = here.entity(text) {
                noteUse(of: text, in: here)
                return .entity(settled(entity))
            }
            if !here.spreads.isEmpty, let (variable, index) = here.spreads[text] { return .element(variable, index) }
            if let own = here.ownSelf, hasMember(text, of: own.type) { return .member(own) }
            if let variable = here.selfVariable, let type = here.selfType, hasMember(text, of: type) {
                return .member((variable, type))
            }
            if let type = here.memberType, here.selfVariable == nil, hasStaticMember(text, of: type) {
                return .staticMember(settled(type))
            }
            if let type = here.memberType, let entity = nestedType(text, in: type) { return .entity(settled(entity)) }
            current = here.parent
        }
        if let global = provisionalGlobal(text) { return .entity(.global(global)) }
        if let functions = provisionalFunctions(text) { return .entity(.callables(functions)) }
        return environment.libraryEntity(text).map { .entity(settled($0)) }
    }

    func unknownName(_ text: String, _ range: SourceRange) -> Expression {
        uses.unknown.append(CellUses.Unknown(name: text, range: range))
        if declaredLater.contains(text) {
            return fail("use of '\(text)' before its declaration", at: range, help: "move the declaration of '\(text)' up")
        }
        var current: Scope? = scope
        while let here = current, here !== cellScope {
            if here.laterNames.contains(text), here.function !== function { return fail("closure captures '\(text)' before it is declared", at: range, help: "move the declaration of '\(text)' up") }
            if here.laterNames.contains(text) { return fail("use of local variable '\(text)' before its declaration", at: range, help: "move the declaration of '\(text)' up") }
            current = here.parent
        }
        if let message = misplaced(text) { return fail(message, at: range) }
        if let hint = environment.table.foreignHint(name: text, path: currentSource.path(after: range)) ?? ForeignNames.hint(forUnknownName: text) {
            return fail("cannot find '\(text)' in scope", at: range, help: hint)
        }
        if let known = nearNames[text] { return unknownName(text, range, near: known) }
        let names = namesInSight()
        if let camel = ForeignSpellings.camelCase(text), names.contains(camel) {
            return fail("cannot find '\(text)' in scope", at: range, help: "'\(text)' is spelled '\(camel)' here", fixIts: [Diagnostic.FixIt(range: range, replacement: camel)])
        }
        let near = closestName(to: text, among: names)
        nearNames[text] = .some(near)
        return unknownName(text, range, near: near)
    }

    /// What is said of a name that is known, though not here: a member of a type's instances.
    private func misplaced(_ text: String) -> String? {
        var current: Scope? = scope
        while let here = current {
            if let type = here.memberType, here.selfVariable == nil, here.ownSelf == nil {
                let isField = declaring.contains { $0.nominal === type.nominal && $0.fields.contains { $0.name == text } }
                if isField || hasMember(text, of: type) || !methods(text, of: type).isEmpty {
                    return here.function == nil
                        ? "cannot use instance member '\(text)' within property initializer; property initializers run before 'self' is available"
                        : "instance member '\(text)' cannot be used on type '\(type)'"
                }
            }
            current = here.parent
        }
        return nil
    }

    private func unknownName(_ text: String, _ range: SourceRange, near: String?) -> Expression {
        fail(
            "cannot find '\(text)' in scope", at: range, help: near.map { "did you mean '\($0)'?" },
            fixIts: near.map { [Diagnostic.FixIt(range: range, replacement: $0)] } ?? [])
    }

    /// Every name that could stand alone here.
    func namesInSight() -> [String] {
        var names = Set<String>()
        var current: Scope? = scope
        while let here = current {
            names.formUnion(here.entities.keys)
            if let type = here.selfType { names.formUnion(memberNames(of: type)) }
            current = here.parent
        }
        names.formUnion(environment.table.names())
        names.formUnion(Environment.standardTypes.map(\.name))
        return names.filter { $0.first.map { $0.isLetter || $0 == "_" } ?? false }.sorted()
    }

    /// The value of a variable; what a closure takes from outside is noted.
    func read(_ variable: Variable, _ range: SourceRange) -> Expression {
        capture(variable)
        if flow.unassigned.contains(ObjectIdentifier(variable)) {
            noteMisuse(of: variable, range)
            return fail("\(variable.isMutable ? "variable" : "constant") '\(variable.name)' used before being initialized", at: range)
        }
        if variable === scope.nearestSelf?.variable, !isReachingField, let problem = useBeforeInitialization("") {
            return fail(problem, at: range)
        }
        if context.isInitializer, variable === scope.nearestSelf?.variable, !flow.unassignedFields.isEmpty, !isReachingField {
            return fail("'self' used before all stored properties are initialized", at: range)
        }
        return loaded(Expression(.variable(variable), variable.type, range)).implicit(variable.isImplicit)
    }

    func read(_ global: Global, _ range: SourceRange) -> Expression {
        if !isTopLevel { global.isUsedByFunction = true }
        if flow.unassigned.contains(ObjectIdentifier(global)) {
            noteMisuse(of: global, range)
            return fail("\(global.isMutable ? "variable" : "constant") '\(global.name)' used before being initialized", at: range)
        }
        return loaded(Expression(.global(global), global.type, range)).implicit(global.isImplicit)
    }

    /// Notes that the function being checked, and those between it and the variable's own, use it.
    func capture(_ variable: Variable) {
        guard let owner = variable.owner, owner !== function else { return }
        variable.isCaptured = true
        var inner: Function? = function
        while let current = inner, current !== owner {
            if !current.captures.contains(where: { $0 === variable }) { current.captures.append(variable) }
            inner = current.parent
        }
        if variable.isNonEscapingParameter, variable.isParameter, variable.type.function != nil, let escaping = escapingClosure(below: owner) {
            error("escaping closure captures non-escaping parameter '\(variable.name)'", at: SourceRange(start: escaping.range.start, end: escaping.range.start + 1), help: "write '@escaping' in front of the parameter's type")
        }
        if variable.isInout, escapingClosure(below: owner) != nil {
            error(
                variable.name == "self"
                    ? "escaping closure captures mutating 'self' parameter"
                    : "escaping closure captures 'inout' parameter '\(variable.name)'",
                at: SourceRange(start: function.range.start, end: function.range.start + 1))
        }
    }

    /// The outermost function between the one being checked and the one around it, of those that may outlive that.
    private func escapingClosure(below owner: Function) -> Function? {
        var found: Function?
        var inner: Function? = function
        while let current = inner, current !== owner {
            if !current.isNonEscaping { found = current }
            inner = current.parent
        }
        return found
    }

    /// A function-typed parameter that its caller does not let the function keep.
    func nonEscapingVariable(_ expression: Expression) -> Variable? {
        switch expression.kind {
        case .variable(let variable) where variable.isNonEscapingParameter: variable
        case .wrap(let inner): nonEscapingVariable(inner)
        default: nil
        }
    }

    /// Says of a function that may not be kept that it would be.
    func refuseKeeping(_ values: [Expression]) {
        for value in values {
            guard let variable = nonEscapingVariable(value) else { continue }
            error("using non-escaping parameter '\(variable.name)' in a context expecting an '@escaping' closure", at: value.range)
        }
    }

    // MARK: Tuples and choices

    private func tuple(_ syntax: TupleExprSyntax, expected: Type?) -> Expression {
        let range = syntax.sourceRange
        if syntax.elements.isEmpty { return Expression(.aggregate([]), .void, range) }
        let elements = Array(syntax.elements)
        let wanted = (expected?.tupleElements ?? expected?.wrapped?.tupleElements).flatMap {
            $0.count == elements.count ? $0 : nil
        }
        if elements.count == 1 {
            if elements[0].label != nil { return fail("cannot create a single-element tuple with an element label", at: range) }
            return check(Node(elements[0].expression), expected: expected)
        }
        var values: [Expression] = []
        for (index, element) in elements.enumerated() {
            var value = check(Node(element.expression), expected: wanted?[index].type)
            if let type = wanted?[index].type, let converted = convert(value, to: type) { value = converted }
            if case .metatype = value.type.kind, typeReference(Node(element.expression)) != nil { value = fail("a type cannot be an element of a tuple here", at: element.sourceRange) }
            values.append(value)
        }
        if values.contains(where: \.type.isError) { return failure(range) }
        let type = Type.make(
            .tuple(
                zip(elements, values).map {
                    Type.TupleElement(label: $0.label.map { Checker.plainName($0.text) } ?? "", type: $1.type)
                }))
        return Expression(.aggregate(values), type, range)
    }

    private func ternary(_ condition: Node, _ then: Node, _ otherwise: Node, range: SourceRange, expected: Type?) -> Expression {
        let test = coerce(check(condition, expected: .bool), to: .bool, for: .condition)
        let before = errorCount
        var target = expected
        if let open = target, !open.isConcrete, open.nominal != nil, mayRetry() {
            retries += 2
            // The branch that says most says what is still open.
            for (first, second, isFirst) in [(then, otherwise, true), (otherwise, then, false)] {
                guard let a = attempt({ check(first, expected: open) }), a.type.isConcrete, let b = attempt({ coerce(check(second, expected: a.type), to: a.type) }) else { continue }
                return Expression(.conditional(test, isFirst ? a : b, isFirst ? b : a), a.type, range)
            }
        }
        var forms: [ArgumentForm] = []
        if target == nil || !(target!.isConcrete) {
            forms = [form(of: then), form(of: otherwise)]
            target = join(forms, [then, otherwise])
            if target == nil {
                if errorCount > before { return failure(range) }
                let a = forms[0].natural ?? check(then, expected: nil)
                let b = forms[1].natural ?? check(otherwise, expected: nil)
                if a.type.isError || b.type.isError { return failure(range) }
                return fail("result values in '? :' expression have mismatching types '\(a.type)' and '\(b.type)'", at: range)
            }
        }
        let a = forms.first?.natural(as: target) ?? check(then, expected: target)
        let b = forms.last?.natural(as: target) ?? check(otherwise, expected: target)
        if a.type.isError || b.type.isError || test.type.isError { return failure(range) }
        if a.type === b.type { return Expression(.conditional(test, a, b), a.type, range) }
        if let target, let x = convert(a, to: target), let y = convert(b, to: target) {
            return Expression(.conditional(test, x, y), target, range)
        }
        if let y = convert(b, to: a.type) { return Expression(.conditional(test, a, y), a.type, range) }
        if let x = convert(a, to: b.type) { return Expression(.conditional(test, x, b), b.type, range) }
        return fail("result values in '? :' expression have mismatching types '\(a.type)' and '\(b.type)'", at: range)
    }
}

extension Scope {
    func lookUpDollar(_ name: String) -> Entity? {
        var current: Scope? = self
        while let here = current {
            if let entity = here.entities[name] { return entity }
            current = here.parent
        }
        return nil
    }
}

extension DeclReferenceExprSyntax {
    /// The labels written behind a function's name: `text:_:`.
    var labels: [String?]? {
        argumentNames?.arguments.map { $0.name.tokenKind == .wildcard ? nil : Checker.plainName($0.name.text) }
    }
}
