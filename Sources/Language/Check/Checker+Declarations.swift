import SwiftSyntax

/// Declarations: variables and functions.
extension Checker {
    var isCellScope: Bool { isTopLevel && scope === cellScope }

    /// A declaration where it stands.
    func declaration(_ syntax: DeclSyntax, into result: inout [Statement]) {
        let range = syntax.sourceRange
        for modifier in syntax.asProtocol((any WithModifiersSyntax).self)?.modifiers ?? [] {
            let what = syntax.is(VariableDeclSyntax.self) ? "properties" : "methods"
            switch modifier.name.text {
            case "override": error("'override' can only be specified on class members", at: modifier.sourceRange)
            case "static", "class": error("\(modifier.name.text) \(what) may only be declared on a type", at: modifier.sourceRange)
            case "mutating", "nonmutating": error("'\(modifier.name.text)' isn't valid on \(syntax.is(VariableDeclSyntax.self) ? "global variables" : "global functions")", at: modifier.sourceRange)
            default: break
            }
        }
        checkDiscardable(syntax)
        switch syntax.as(DeclSyntaxEnum.self) {
        case .variableDecl(let variable): self.variable(variable, into: &result)
        case .functionDecl(let function):
            if isCellScope { return }
            localFunction(function, into: &result)
        case .structDecl, .enumDecl, .classDecl, .protocolDecl, .typeAliasDecl: return
        case .extensionDecl(let declaration):
            if !isCellScope { error("declaration is only valid at file scope", at: declaration.extensionKeyword.sourceRange) }
        case .importDecl(let declaration): checkImport(declaration)
        case .actorDecl(let declaration): error("actors are not part of the cell language", at: declaration.actorKeyword.sourceRange, help: "cells run from top to bottom on one thread")
        case .macroDecl, .macroExpansionDecl: error("macros are not part of the cell language", at: range)
        case .operatorDecl, .precedenceGroupDecl: error("operator declarations are not part of the cell language", at: range, help: "declare a function for an operator that exists")
        case .ifConfigDecl: error("'#if' is not part of the cell language", at: range)
        case .initializerDecl: error("initializers may only be declared within a type", at: range)
        case .deinitializerDecl: error("deinitializers may only be declared within a class, actor, or noncopyable type", at: range)
        case .subscriptDecl: error("'subscript' functions may only be declared within a type", at: range)
        default: unsupported("this declaration is", at: range)
        }
    }

    /// What a cell may import, though it has it all already.
    static let modules = ["Foundation", "Vencejo", "Swift", "Tensors", "NeuralNetworks", "Learning", "Datasets", "DataFrames", "Plotting"]

    private func checkImport(_ declaration: ImportDeclSyntax) {
        let name = declaration.path.first?.name.text ?? ""
        let known = Checker.modules
        if known.contains(name) { return }
        error("no such module '\(name)'", at: declaration.path.sourceRange, help: ForeignNames.hint(forUnknownName: name) ?? "a cell has everything of \(known.filter { $0 != "Swift" }.joined(separator: ", ")) already; an import is not needed")
    }

    // MARK: Variables

    private func variable(_ syntax: VariableDeclSyntax, into result: inout [Statement]) {
        let isMutable = syntax.bindingSpecifier.tokenKind == .keyword(.var)
        let bindings = Array(syntax.bindings)
        if let modifier = syntax.modifiers.first(where: { $0.name.text == "lazy" }) {
            if !isMutable {
                error("'lazy' cannot be used on a let", at: modifier.sourceRange)
            } else if bindings.contains(where: { $0.initializer == nil }) {
                error("lazy properties must have an initializer", at: modifier.sourceRange)
            } else if isCellScope {
                error("'lazy' cannot be used on an already-lazy global", at: modifier.sourceRange, help: "leave 'lazy' out")
            } else {
                for binding in bindings { lazyLocal(binding, into: &result) }
                return
            }
        }
        for (index, binding) in bindings.enumerated() {
            if !isCellScope { noteStatementNames(binding.pattern) }
            if binding.accessorBlock != nil, !binding.hasObservers {
                if !isMiscomputed(binding, syntax.bindingSpecifier) { computedVariable(binding, into: &result) }
                continue
            }
            defer { if binding.hasObservers { observeVariable(binding, into: &result) } }
            // `let a, b: Double`: the annotation is the last one's.
            let annotation = binding.typeAnnotation ?? (binding.initializer == nil ? bindings[index...].first { $0.typeAnnotation != nil }?.typeAnnotation : nil)
            let type = annotation.map { annotated($0.type, binding.initializer?.value) }
            let isHeldWeakly = syntax.modifiers.contains { ["weak", "unowned"].contains($0.name.text) }
            guard let initializer = binding.initializer else {
                if let annotation, lacksOpaqueValue(annotation.type, binding) { continue }
                declareWithoutValue(binding, isHeldWeakly ? type.map { referenceType($0, syntax.modifiers, at: binding.sourceRange) } : type, isMutable: isMutable, into: &result)
                if annotation?.type.isImplicitlyUnwrapped ?? false { markImplicit(binding.pattern) }
                continue
            }
            var value = check(Node(initializer.value), expected: type)
            if let type { value = coerce(value, to: type, for: .initialization) }
            if type?.wrapped != nil { refuseKeeping([value]) }
            if type == nil, let call = lastCall, call.range == value.range, !value.type.isError, differsInResultAlone(call.callable) {
                value = fail("ambiguous use of '\(call.callable.name)'", at: value.range, help: "say which by a type: 'let name: Type = …'")
            }
            let isLent = nonEscapingVariable(value) != nil
            defer {
                if isLent, let name = binding.pattern.as(IdentifierPatternSyntax.self), case .variable(let own)? = scope.entities[Checker.plainName(name.identifier.text)] {
                    own.isNonEscapingParameter = true
                }
            }
            if isHeldWeakly, !value.type.isError {
                let isWeak = syntax.modifiers.contains { $0.name.text == "weak" }
                if isWeak, type == nil, value.type.wrapped == nil { value = coerce(value, to: .optional(value.type)) }
                let held = referenceType(value.type, syntax.modifiers, at: binding.sourceRange)
                if held.referent != nil { value = Expression(.makeWeak(value), held, value.range) }
                destructure(binding.pattern, value, isMutable: isMutable, asGlobals: isCellScope, into: &result)
                continue
            }
            defer { if annotation?.type.isImplicitlyUnwrapped ?? false { markImplicit(binding.pattern) } }
            if case .never = value.type.kind { flow.isUnreachable = true }
            if value.type.isVoid, type == nil, let name = binding.pattern.as(IdentifierPatternSyntax.self) {
                warn("constant '\(name.identifier.text)' inferred to have type '()', which may be unexpected", at: name.sourceRange)
            }
            destructure(binding.pattern, type.map { Expression(value.kind, value.type.isError ? $0 : value.type, value.range) } ?? value, isMutable: isMutable, asGlobals: isCellScope, into: &result)
        }
    }

    /// Whether a cell has another function that is told apart from this one by its result alone.
    private func differsInResultAlone(_ callable: Callable) -> Bool {
        guard callable.declaration == nil, callable.genericParameters.isEmpty, !callable.isInitializer, !callable.isSynthesized else { return false }
        let others: [Callable]
        if let home = callable.home {
            others = environment.members(named: callable.name, of: home).callables[callable.name] ?? []
        } else if case .callables(let all)? = lookUp(callable.name)?.entity {
            others = all
        } else {
            return false
        }
        return others.contains { one in
            one !== callable && one.declaration == nil && one.genericParameters.isEmpty && one.isStatic == callable.isStatic && one.reference == callable.reference
                && one.result !== callable.result && one.home === callable.home && one.conformances.isEmpty && one.sameTypes.isEmpty
                && zip(one.parameters, callable.parameters).allSatisfy { $0.type === $1.type }
        }
    }

    /// The variable just declared has a type with `!`.
    private func markImplicit(_ pattern: PatternSyntax) {
        guard let name = pattern.as(IdentifierPatternSyntax.self) else { return }
        switch scope.entities[Checker.plainName(name.identifier.text)] {
        case .variable(let variable)?: variable.isImplicit = true
        case .global(let global)?: global.isImplicit = true
        default: break
        }
    }

    /// Two `let` or `var` of one stretch of code cannot share a name.
    private func noteStatementNames(_ pattern: PatternSyntax) {
        if let tuple = pattern.as(TuplePatternSyntax.self) {
            for element in tuple.elements { noteStatementNames(element.pattern) }
        } else if let name = pattern.as(IdentifierPatternSyntax.self) {
            let text = Checker.plainName(name.identifier.text)
            if let earlier = scope.statementNames[text], earlier != name.sourceRange {
                error("invalid redeclaration of '\(text)'", at: name.sourceRange)
            }
            scope.statementNames[text] = name.sourceRange
        }
    }

    private func declareWithoutValue(_ binding: PatternBindingSyntax, _ type: Type?, isMutable: Bool, into result: inout [Statement]) {
        guard let name = binding.pattern.as(IdentifierPatternSyntax.self) else {
            error("a pattern needs an initial value", at: binding.sourceRange)
            return
        }
        let text = Checker.plainName(name.identifier.text)
        let range = name.sourceRange
        guard let type else {
            error("type annotation missing in pattern", at: range, help: "write '\(text): Double' or give it a value")
            return
        }
        let isNilByDefault = isMutable && (type.wrapped ?? type.referent?.wrapped) != nil
        let initial = isNilByDefault ? Expression(.none, type, range) : nil
        if isCellScope {
            let global = declareGlobal(text, type, isMutable: isMutable, range: range)
            if initial == nil {
                flow.unassigned.insert(ObjectIdentifier(global))
                global.startsEmpty = true
            }
            result.append(Statement(.declareGlobal(global, initial), range))
        } else {
            let variable = declareLocal(text, type: type, isMutable: isMutable, range: range)
            if initial == nil {
                flow.unassigned.insert(ObjectIdentifier(variable))
                variable.isReassigned = true
            }
            result.append(Statement(.declare(variable, initial), range))
        }
    }

    /// A variable of the session. A later cell's variable of the same name and type takes the earlier one's place, so
    /// that functions which use it see the new value.
    func declareGlobal(_ name: String, _ type: Type, isMutable: Bool, range: SourceRange) -> Global {
        if declaredHere[name] != nil {
            error("invalid redeclaration of '\(name)'", at: range, help: "a later cell may declare it again, the same cell may not")
        }
        declaredHere[name] = range
        // A function without parameters has the same name.
        if let clash = laterFunctions[name]?.first(where: { $0.signature.parameterClause.parameters.isEmpty }) {
            let isEarlier = clash.name.sourceRange.start < range.start
            error("invalid redeclaration of '\(isEarlier ? name : name + "()")'", at: isEarlier ? range : clash.name.sourceRange)
        }
        declaredLater.remove(name)
        laterBindings[name] = nil
        if let early = provisional[name] {
            if early.type === type {
                early.isMutable = isMutable
                cellScope?.entities[name] = .global(early)
                return early
            }
            error("use of '\(name)' before its declaration, as a value of type '\(early.type)'", at: range, help: "write the type of '\(name)'")
        }
        if case .global(let earlier)? = environment.session.entities[name], earlier.type === type {
            environment.journal?.note(earlier)
            earlier.isMutable = isMutable
            cellScope?.entities[name] = .global(earlier)
            return earlier
        }
        let global = Global(name: name, type: type, isMutable: isMutable, range: range)
        cellScope?.entities[name] = .global(global)
        return global
    }

    // MARK: Functions

    /// Makes functions (and at the top level types) known before the statements around them are checked.
    func hoist(_ items: CodeBlockItemListSyntax) {
        let checks = hoistTypes(items)
        // An operator function of the top level may be what a type needs to conform.
        defer { checks() }
        var seen: [String: SourceRange] = [:]
        for item in items {
            guard case .decl(let declaration) = item.item, let syntax = declaration.as(FunctionDeclSyntax.self) else { continue }
            let callable = hoistFunction(syntax, owner: nil)
            let types = callable.parameters.map { "\($0.type)\($0.isVariadic ? "..." : "")" }.joined(separator: ",")
            let key = "\(callable.reference)(\(types)) -> \(callable.result)"
            if seen[key] != nil, callable.genericParameters.isEmpty {
                let isPlain = !callable.parameters.isEmpty && callable.parameters.allSatisfy { $0.label == nil }
                error("invalid redeclaration of '\(isPlain ? callable.name : callable.reference)'", at: syntax.name.sourceRange)
                continue
            }
            seen[key] = syntax.name.sourceRange
            if isCellScope {
                if case .function(let function) = callable.implementation { takeOver(function, callable) }
                declaredLater.remove(callable.name)
                offerOperator(callable)
            }
            scope.add(callable)
            hoisted[syntax.id] = callable
            if isCellScope { checkLater(syntax, callable) }
        }
    }

    /// Functions of earlier cells with the same name and type run the new code from now on.
    private func takeOver(_ function: Function, _ callable: Callable) {
        guard case .callables(let earlier)? = environment.session.entities[callable.name] else { return }
        for other in earlier where other.signature == callable.signature {
            if case .function(let old) = other.implementation { function.code = old.code }
        }
    }

    /// An operator function of the top level is found by whatever compares or adds values of a cell's types, as if the
    /// types had it: by `contains` and `sorted` of the library, and by what makes them conform.
    private func offerOperator(_ callable: Callable) {
        guard callable.isOperator else { return }
        var seen: [NominalType] = []
        for nominal in callable.parameters.compactMap(\.type.nominal) where nominal.isDeclaredByCell && !seen.contains(where: { $0 === nominal }) {
            seen.append(nominal)
            let table = environment.memberTable(of: nominal)
            table.callables[callable.name]?.removeAll { $0.home == nil && $0.declaration == nil && $0.signature == callable.signature }
            table.add(callable)
            noteRealizable(nominal)
        }
    }

    /// Reports a function for an operator that nobody declares.
    func checkOperatorExists(_ callable: Callable, _ syntax: FunctionDeclSyntax) {
        guard callable.isOperator, Precedence.group(of: callable.name) == nil, !["!", "~", "...", "..<"].contains(callable.name) else { return }
        error(
            "operator implementation without matching operator declaration", at: syntax.name.sourceRange,
            help: "a cell gives operators that exist another meaning; new ones are not part of the cell language")
    }

    /// The callable of a function's declaration, its body not yet checked.
    func hoistFunction(_ syntax: FunctionDeclSyntax, owner: Type?) -> Callable {
        let function = Function(name: syntax.writtenName, source: source, range: syntax.name.sourceRange, parent: owner == nil ? self.function : nil)
        let callable = callable(of: syntax, implementation: .function(function))
        checkOperatorExists(callable, syntax)
        if let word = syntax.modifiers.first(where: { $0.name.text == "async" }) {
            error("'async' must be written after the parameter list of a function", at: word.sourceRange, help: "cells run from top to bottom on one thread: leave it out")
        }
        if let owner { checkIsStatic(callable, syntax, in: owner.nominal) }
        if !callable.genericParameters.isEmpty || owner.map({ !$0.isConcrete }) ?? false {
            let outer = scope
            pending.append { [self] in inScope(outer) { checkOpen(syntax, callable) } }
        }
        // A static member of a class is made for each class it is asked of: its `Self` is that class.
        let isPerClass = callable.isStatic && owner?.isClass ?? false
        if let body = syntax.body, !callable.genericParameters.isEmpty || !(owner?.isConcrete ?? true) || owner?.isPlainProtocol ?? false || isPerClass || callable.isOpaque {
            callable.implementation = .template(
                Template(
                    body: body.statements, parameterNames: callable.parameters.map(\.name), source: source,
                    range: syntax.name.sourceRange, scope: scope))
            if case .template(let template) = callable.implementation {
                if owner == nil, !isCellScope { template.parent = self.function }
                openBodies.append((callable, template))
            }
            return callable
        }
        if callable.someText != nil { function.opaqueOrigin = callable }
        prepare(function, callable, owner: owner)
        return callable
    }

    /// Gives a function its parameters.
    func prepare(_ function: Function, _ callable: Callable, owner: Type?) {
        function.result = callable.result
        function.canThrow = callable.canThrow || callable.throwsThroughClosures
        if callable.isInitializer, owner?.isClass ?? false {
            function.result = callable.result.wrapped != nil ? .bool : .void
        }
        if let owner, !callable.isStatic, !callable.isInitializer || owner.isClass {
            let own = Variable(name: "self", type: owner, isMutable: callable.isMutating, range: function.range, isInout: callable.isMutating, owner: function)
            function.parameters.append(own)
        }
        for (index, parameter) in callable.parameters.enumerated() {
            let variable = Variable(
                name: parameter.name, type: parameter.isVariadic ? .array(parameter.type) : parameter.type,
                isMutable: parameter.isInout, range: callable.range, isInout: parameter.isInout, owner: function)
            variable.isParameter = true
            variable.isImplicit = parameter.isImplicit
            variable.isNonEscapingParameter = parameter.type.function != nil && !parameter.isEscaping
            function.parameters.append(variable)
            guard let value = parameter.defaultValue else { continue }
            let computed = Function(name: "default argument of '\(callable.name)'", source: source, range: value.sourceRange)
            computed.result = parameter.type
            callable.parameters[index].defaultFunction = computed
            functions.append(computed)
            let outer = scope
            pending.append { [self] in
                var context = FunctionContext(result: parameter.type)
                context.tryIsImplied = false
                context.canThrow = false
                inFunction(computed, context: context, scope: Scope(parent: outer, function: computed)) {
                    var types = Substitution()
                    let result = parameter.isAutoclosure
                        ? autoclosure(CallArgument(label: nil, node: Node(value), range: value.sourceRange), parameter, &types)
                        : coerce(check(Node(value), expected: parameter.type), to: parameter.type, for: .defaultArgument)
                    computed.body = [Statement(.return(result), result.range)]
                }
            }
        }
    }

    private func checkLater(_ syntax: FunctionDeclSyntax, _ callable: Callable) {
        guard case .function(let function) = callable.implementation else { return }
        functions.append(function)
        let outer = scope
        pending.append { [self] in
            checkBody(of: function, syntax.body, callable, outer: outer, ownType: nil)
        }
    }

    /// Checks a function's body with its parameters in sight.
    func checkBody(of function: Function, _ body: CodeBlockSyntax?, _ callable: Callable, outer: Scope, ownType: Type?) {
        guard let body else {
            error("expected '{' in body of function declaration", at: function.range)
            return
        }
        let inner = Scope(parent: outer, function: function)
        var own: Variable?
        if let ownType, !callable.isStatic {
            own = callable.isInitializer && !ownType.isClass ? Variable(name: "self", type: ownType, isMutable: true, range: function.range, owner: function) : function.parameters[0]
            inner.selfVariable = own
            inner.selfType = ownType
        }
        inner.memberType = ownType
        for variable in function.parameters where variable.name != "self" && variable.name != "_" {
            inner.entities[variable.name] = .variable(variable)
        }
        var context = FunctionContext(result: function.result)
        context.canThrow = function.canThrow
        context.tryIsImplied = false
        context.isInitializer = callable.isInitializer
        context.isDelegating = callable.isDelegating
        context.thrown = callable.thrown
        context.some = callable.someText.map { SomeResult($0, function.range) }
        inFunction(function, context: context, scope: inner) {
            flow = Flow()
            if callable.isInitializer, let own, own.type.isClass {
                function.body = classInitializerBody(own, callable, body.statements)
            } else if callable.isInitializer, let own {
                function.body = initializerBody(own, body.statements, isDelegating: callable.isDelegating)
            } else {
                function.body = functionBody(body.statements, result: function.result, range: SourceRange(start: body.rightBrace.sourceRange.start, end: body.rightBrace.sourceRange.end))
            }
        }
    }

    /// The statements of a body, a lone expression being returned.
    func functionBody(_ items: CodeBlockItemListSyntax, result: Type, range: SourceRange) -> [Statement] {
        if items.count == 1, let expression = items.first?.implicitResult, !result.isVoid {
            var value = check(Node(expression), expected: result)
            if case .never = value.type.kind { return [Statement(.expression(value), value.range)] }
            refuseKeeping([value])
            value = coerce(value, to: result, for: .returning)
            return [Statement(.return(value), value.range)]
        }
        let body = inScope { statements(items) }
        if !result.isVoid, !result.isError, !flow.isUnreachable {
            error(
                result.isNever
                    ? "global function with uninhabited return type 'Never' is missing call to another never-returning function on all paths"
                    : "missing return in \(function.name == "closure" ? "closure" : "global function") expected to return '\(result)'", at: range)
        }
        return body
    }

    private func localFunction(_ syntax: FunctionDeclSyntax, into result: inout [Statement]) {
        guard let callable = hoisted[syntax.id] else { return }
        guard case .function(let function) = callable.implementation else { return }
        functions.append(function)
        // It does not outlive the function around, and may use what that was given to change.
        function.isNonEscaping = true
        let savedFlow = flow
        checkBody(of: function, syntax.body, callable, outer: scope, ownType: nil)
        flow = savedFlow
        result.append(Statement(.function(function), syntax.sourceRange))
    }
}
